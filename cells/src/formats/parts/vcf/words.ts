// What is said of files of variants, whatever their format.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("format-variants", {
  en: {
    "no-columns":
      "{name} has no line that names its columns (#CHROM, POS, ID, REF, ALT, QUAL, FILTER, INFO) above its records; line {line} holds “{found}”. Was the file cut? Export it again, or put that line back.",
    "columns-wrong":
      "Line {line} of {name} must name the columns #CHROM, POS, ID, REF, ALT, QUAL, FILTER, INFO, separated by tabs, and holds “{found}”. If tabs have become blanks (a copy from a page), export the file again.",
    "columns-differ":
      "Line {line} of {name} has {found} {found|column|columns}, and the line that names them has {expected}. Was the file cut, or a sample left out? Correct that line, or export the file again.",
    position: "Line {line} of {name} holds “{found}” as a position, which is no whole number from 0 on. Correct that line.",
    "line-too-long": "Line {line} of {name} is longer than 64 MB, which no record is. Is it a VCF? Export it again.",
    "header-too-long": "The header of {name} is longer than 256 MB and names no columns. Is it a VCF? Export it again.",
    "too-many-fields":
      "Up to line {line} of {name} more than {most} different fields stand in INFO: it was damaged, or is no VCF. Export it again.",
    "nothing-left":
      "All {count} {count|record|records} of {name} {count|is a reference block|are reference blocks} of a gVCF, and none a variant. Keep the blocks to see them.",
    "bcf-cut": "{name} ends in the middle of record {record}: it was cut short. Copy or download it again.",
    "bcf-broken":
      "Record {record} of {name} is damaged ({what}): what it tells of itself is not what stands there. Copy or download the file again, or make it anew with bcftools view.",
    split:
      "{records} {records|record has|records have} more than one alternative (first: line {line}) and {records|is|are} split into sites: each counts its own alternative, the others count 0 there, as bcftools norm -m- does. Nothing is moved or left-aligned.",
    "blocks-left-out":
      "gVCF: {count} {count|record tells|records tell} of a stretch like the reference and of no variant (first: line {line}); {count|it is|they are} left out.",
    "blocks-kept": "gVCF: {count} reference {count|block is|blocks are} kept; where each ends stands in the column end.",
    "any-alternative":
      "{count} {count|record names|records name} <NON_REF> or <*> beside real alternatives, for whatever was not seen; it is no site of its own.",
    "half-calls":
      "{count} {count|genotype is|genotypes are} told by half (such as ./1; first: line {line}): missing in the dosage, and kept in the layer “half calls” with the copies that are told.",
    haploid:
      "{count} {count|call is|calls are} haploid (first: line {line}): the dosage is 0 or 1 there. How many copies each call has stands in the layer “ploidy”, how many each sample in its column ploidy.",
    polyploid:
      "Some samples have more than two copies: dosages go up to {most}. How many each call has stands in the layer “ploidy”, how many each sample in its column ploidy.",
    "gt-invalid":
      "{count} {count|genotype is|genotypes are} none that the standard knows, or {count|names|name} an allele that the record does not have (first: line {line}); {count|it is|they are} missing.",
    "dosage-invalid":
      "{count} imputed {count|dosage is|dosages are} no number, or made of probabilities that do not add to 1 (first: line {line}); {count|it is|they are} missing.",
    "no-genotypes":
      "{count} {count|record has|records have} no {field} (first: line {line}); {count|its|their} dosages are missing.",
    "no-dosages":
      "No record has GT, DS or GP: the dosages are missing everywhere. What the samples have otherwise is read as layers, by the setting of that name.",
    imputed: "There are no genotypes: the values are imputed dosages ({field}), from 0 to 2 for two copies.",
    "dosages-against":
      "{count} imputed {count|dosage (DS) contradicts the genotype (GT)|dosages (DS) contradict the genotypes (GT)} beside {count|it|them}: {sample} has {dosage} in line {line}, and {copies} by GT. One of the two is of another sample order, allele or version. Genotypes are the values; as a layer DS can be looked at.",
    "dosages-doubled":
      "{count} {count|dosage|dosages} of calls with one copy {count|is|are} above 1 (first: line {line}), as if there were two: frequencies then count two copies of every call. To have one counted, they stand from 0 to 1 in the file.",
    "copies-unknown":
      "{count} {count|site lies|sites lie} on {chromosomes}, and nothing in the file says whose calls have one copy there (GT, or GP with a value for each allele): imputed dosages count as of two copies, of men, too. Leave these sites out of frequencies, or impute with genotypes (GT).",
    "dosages-beside":
      "Genotypes are the values; imputed dosages (DS) stand beside them and are read as a layer where that is set.",
    "layers-none": "{keys}: no sample has numbers of that name, so there is no such layer.",
    "layers-texts": "{keys}: texts, of which no layer is made.",
    "layers-lists":
      "{key} of {count} {count|sample|samples} is a list whose length the header leaves open (first: line {line}): it cannot be told which value is this site's. They are missing.",
    "names-repeat":
      "{count} {count|site has|sites have} the same place and alleles as another one before (first: line {line}, {site}); {count|its id has|their ids have} a number behind it.",
    "samples-repeat":
      "{count} {count|sample name stands|sample names stand} more than once among the columns ({names}); a number is put behind them.",
    "info-odd":
      "INFO {field} should be a number by the header, and is “{value}” in line {line} ({count} such {count|value|values}); such values are missing.",
    "info-uneven":
      "INFO {field} should have a value for each allele, and has another number of them in {count} {count|record|records} (first: line {line}); what is not there is missing.",
    "info-repeated": "INFO {field} stands twice in one record (line {line}; {count} in all); the first counts.",
    "info-unknown": "Of {fields} the header does not say what they hold: they are read as the standard has them, else as texts.",
    entries:
      "{field}: {count} {count|site has|sites have} several entries; the most severe one of the site's allele stands in the columns {field}_…, how many there are in {field}_entries.",
    "header-lines": "{count} {count|line|lines} with # among the records (first: line {line}) {count|is|are} passed over.",
    stray: "{count} {count|line|lines} above the header {count|is|are} none of a VCF (“{found}”), and passed over.",
    "build-unknown":
      "The header does not tell the reference build (contigs with lengths, or ##reference): set it where you know it.",
    "log-version":
      "VCF {version}, {records} {records|record|records}, {sites} {sites|site|sites}, {samples} {samples|sample|samples}.",
    "log-sites": "There are no samples: a table of sites.",
  },
  ru: {
    "no-columns":
      "В {name} над записями нет строки с именами столбцов (#CHROM, POS, ID, REF, ALT, QUAL, FILTER, INFO); в строке {line} стоит «{found}». Файл обрезан? Экспортируйте его заново или верните эту строку.",
    "columns-wrong":
      "В строке {line} файла {name} должны стоять имена столбцов #CHROM, POS, ID, REF, ALT, QUAL, FILTER, INFO через табуляцию, а стоит «{found}». Если табуляции стали пробелами (копия со страницы), экспортируйте файл заново.",
    "columns-differ":
      "В строке {line} файла {name} {found} {found|столбец|столбца|столбцов}, а в строке с именами их {expected}. Файл обрезан или пропущен образец? Исправьте строку или экспортируйте файл заново.",
    position: "В строке {line} файла {name} вместо позиции стоит «{found}» — не целое число от 0. Исправьте эту строку.",
    "line-too-long": "Строка {line} файла {name} длиннее 64 МБ, таких записей не бывает. Это VCF? Экспортируйте его заново.",
    "header-too-long": "Заголовок {name} длиннее 256 МБ и не называет столбцов. Это VCF? Экспортируйте его заново.",
    "too-many-fields":
      "До строки {line} файла {name} в INFO больше {most} разных полей: файл повреждён или это не VCF. Экспортируйте его заново.",
    "nothing-left": "Все записи {name} ({count}) — референсные блоки gVCF, вариантов нет. Чтобы увидеть блоки, оставьте их.",
    "bcf-cut": "{name} обрывается в записи {record}. Скопируйте или скачайте файл заново.",
    "bcf-broken":
      "Запись {record} файла {name} повреждена ({what}): в ней стоит не то, что она о себе говорит. Скопируйте или скачайте файл заново или создайте его через bcftools view.",
    split:
      "{records} {records|запись|записи|записей} с несколькими альтернативами (первая в строке {line}) {records|разделена|разделены|разделены} на сайты: каждый считает свою альтернативу, остальные там дают 0, как в bcftools norm -m-. Ничего не сдвигается и не выравнивается.",
    "blocks-left-out":
      "gVCF: {count} {count|запись описывает|записи описывают|записей описывают} участок без отличий от референса (первая в строке {line}); {count|она пропущена|они пропущены|они пропущены}.",
    "blocks-kept": "gVCF: референсные блоки оставлены ({count}); их концы — в столбце end.",
    "any-alternative":
      "В {count} {count|записи|записях|записях} рядом с настоящими альтернативами стоит <NON_REF> или <*> — всё, что не наблюдалось; отдельным сайтом это не считается.",
    "half-calls":
      "{count} {count|генотип известен|генотипа известны|генотипов известны} наполовину (например ./1; первый в строке {line}): в дозах это пропуски, а известные копии — в слое «half calls».",
    haploid:
      "{count} {count|генотип гаплоидный|генотипа гаплоидные|генотипов гаплоидные} (первый в строке {line}): доза там 0 или 1. Число копий в каждом генотипе — в слое «ploidy», у образца — в столбце ploidy.",
    polyploid:
      "У части образцов больше двух копий: дозы до {most}. Число копий в каждом генотипе — в слое «ploidy», у образца — в столбце ploidy.",
    "gt-invalid":
      "{count} {count|генотип не по стандарту или называет|генотипа не по стандарту или называют|генотипов не по стандарту или называют} аллель, которого в записи нет (первый в строке {line}); это пропуски.",
    "dosage-invalid":
      "{count} {count|импутированная доза — не число|импутированные дозы — не числа|импутированных доз — не числа} или вероятности не дают в сумме 1 (первая в строке {line}); это пропуски.",
    "no-genotypes": "В {count} {count|записи|записях|записях} нет {field} (первая в строке {line}); дозы там пропущены.",
    "no-dosages":
      "Ни в одной записи нет GT, DS или GP: все дозы пропущены. Остальное, что есть у образцов, читается слоями, по настройке.",
    imputed: "Генотипов нет: значения — импутированные дозы ({field}), от 0 до 2 для двух копий.",
    "dosages-against":
      "Импутированных доз (DS), которые противоречат генотипу (GT) рядом: {count}; у {sample} в строке {line} доза {dosage}, а по GT {copies}. Одно из двух от другого порядка образцов, аллеля или версии. Значения — генотипы; DS можно посмотреть слоем.",
    "dosages-doubled":
      "Доз больше 1 при одной копии: {count} (первая в строке {line}), будто копий две; тогда частоты считаются по двум копиям везде. Чтобы считалась одна, в файле они должны быть от 0 до 1.",
    "copies-unknown":
      "Сайтов на {chromosomes}: {count}, и файл не говорит, у кого там одна копия (GT или GP по значению на аллель): импутированные дозы считаются по двум копиям, и у мужчин тоже. Не берите эти сайты в частоты или импутируйте с генотипами (GT).",
    "dosages-beside": "Значения — генотипы; импутированные дозы (DS) стоят рядом и читаются слоем, если это задано.",
    "layers-none": "{keys}: чисел с таким именем у образцов нет, слоя не будет.",
    "layers-texts": "{keys}: это тексты, слоёв из них не делают.",
    "layers-lists":
      "{key} у {count} {count|образца|образцов|образцов} — список, длину которого заголовок не задаёт (первый в строке {line}): какое значение относится к этому сайту, неизвестно. Это пропуски.",
    "names-repeat":
      "У {count} {count|сайта|сайтов|сайтов} то же место и те же аллели, что у предыдущего (первый: строка {line}, {site}); к идентификатору добавлен номер.",
    "samples-repeat":
      "{count} {count|имя образца повторяется|имени образцов повторяются|имён образцов повторяются} среди столбцов ({names}); добавлены номера.",
    "info-odd": "INFO {field} по заголовку число, а в строке {line} стоит «{value}» (таких значений {count}); это пропуски.",
    "info-uneven":
      "В INFO {field} должно быть по значению на аллель, а в {count} {count|записи|записях|записях} их другое число (первая в строке {line}); чего нет — пропуск.",
    "info-repeated": "INFO {field} стоит в одной записи дважды (строка {line}; всего {count}); считается первое.",
    "info-unknown": "О {fields} в заголовке ничего не сказано: прочитано по стандарту, иначе как тексты.",
    entries:
      "{field}: у {count} {count|сайта|сайтов|сайтов} несколько записей; самая тяжёлая для аллеля — в столбцах {field}_…, их число — в {field}_entries.",
    "header-lines":
      "Среди записей {count} {count|строка|строки|строк} с # (первая — {line}); {count|пропущена|пропущены|пропущены}.",
    stray: "Над заголовком {count} {count|строка|строки|строк} не из VCF («{found}»); {count|пропущена|пропущены|пропущены}.",
    "build-unknown": "Заголовок не называет сборку генома (контиги с длинами или ##reference): укажите её, если знаете.",
    "log-version": "VCF {version}, записей {records}, сайтов {sites}, образцов {samples}.",
    "log-sites": "Образцов нет: таблица сайтов.",
  },
});
