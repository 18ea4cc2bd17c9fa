// What is said of associations of variants with a trait.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("associate", {
  en: {
    "words-empty": "Tests variants against a trait.",
    "words-no-trait": "Tests the variants of {from} against a trait that is not chosen yet.",
    words: "{model} of {trait} on each variant of {from}.",
    "no-data": "Choose a matrix of genotypes.",
    "no-genotypes":
      "The effects of {why} were taken out of this matrix: it holds no genotypes any more. Choose the genotypes themselves, and put {why} among the covariates.",
    "not-copies":
      "Association counts copies of an allele, 0 to 2, and the matrix ({scale}) holds {value}. Choose the genotypes of a VCF or of PLINK, or a matrix of 0, 1 and 2.",
    "taken-for-copies":
      "The matrix does not say that it holds genotypes; its numbers lie between 0 and 2 and are taken for copies of an allele.",
    "sites-not-joined":
      "No column of the table of places names any of the {n} {n|variant|variants}. Choose a table with their ids.",
    "sites-lost": "{n} of {all} {all|variant|variants} {n|is|are} not in the table of places, and {n|has|have} no chromosome.",
    "no-places":
      "No column says chromosomes and positions: there is no Manhattan plot, no locus and no clump. Choose a table of places.",
    "not-joined":
      "No column of the table names samples of the genotypes ({samples}, …). Its columns: {columns}. Choose the table with their ids.",
    twice:
      "{id} stands in more than one row of the {field} (column {column}), so that nobody knows which counts. Keep one row a sample by a filter first.",
    sheet: "traits",
    components: "components",
    "no-column": "There is no column {name}. There are: {columns}.",
    "all-missing":
      "No sample of the genotypes has a value of {trait}. Choose another trait, or join the table by the ids of the samples.",
    constant:
      "{trait} is {value} in every sample that is taken: there is nothing that could go with a variant. Choose another trait.",
    "plink-missing":
      "-9 and 0 are taken for missing, as PLINK writes them beside 1 and 2: {n} {n|sample|samples}. Where {trait} is a number of 0, 1 and 2, say so under “trait is”.",
    "covariate-nines":
      "{n} {n|sample has|samples have} -9 as {column}, which PLINK writes for missing; here {n|it is|they are} taken for a measured -9. Load the file with -9 as missing if {n|it is|they are} not.",
    "no-case": "{value} is no value of the trait: it has {levels}.",
    "case-guessed":
      "{cases} of {trait} is taken for a case, and {controls} for a control. Say the other one under “means a case” if it is the other way round.",
    "several-texts":
      "{trait} has {n} {n|text|texts} ({some}, …): a trait is a number, or two values. Keep two groups by a filter, or make a column of 0 and 1.",
    infinite: "{column} holds infinite values. Filter these rows, or take ranks or a logarithm of what is above 0.",
    nines:
      "{n} {n|sample has|samples have} -9 as {trait}, which PLINK writes for missing; here {n|it is|they are} taken for a measured -9. Load the file with -9 as missing if {n|it is|they are} not.",
    "too-many-groups":
      "The covariate {column} has {n} {n|group|groups}, too many for its samples. Take a column of fewer groups.",
    "not-cases": "Logistic regression takes a trait of two values, and {trait} is a number. Take linear regression.",
    "trait-twice": "{trait} is the trait and a covariate: beside itself nothing is left of it. Take it out of the covariates.",
    "too-few":
      "Of {all} {all|sample|samples} {n} {n|has|have} the trait and all covariates; at least {least} are needed. Take fewer covariates, or fill what is missing.",
    "left-out": "{n} of {all} {all|sample|samples} {n|is|are} left out: the trait or a covariate is missing.",
    aliased: "What these covariates tell follows from the others, and they are left out: {columns}.",
    "no-component":
      "The table of components has no column {name}. Its columns: {columns}. Take fewer components, or a cell that makes as many.",
    "few-for-components":
      "Components need at least {least} common variants on autosomes that are not linked, and there are {n}. Take components of another panel, or none.",
    "components-here":
      "{n} {n|component|components} of {sites} common {sites|variant|variants} (frequency from {frequency}) that are not linked (r² up to 0.2 in windows of 50); {away} within known long-range linkage are left out.",
    "components-everywhere":
      "{n} {n|component|components} of {sites} common {sites|variant|variants} (frequency from {frequency}) that are not linked. Stretches of long-range linkage are known here for builds of the human genome alone, and none is left out.",
    "components-unused": "A table of components is chosen, and none of it is taken. Say how many.",
    "progress-components": "Components of the genotypes",
    "none-left":
      "None of {all} {all|variant|variants} is left: all lie off the autosomes, do not vary among the samples that are taken, or have fewer than {least} copies of the rarer allele. Lower that number.",
    "off-sex":
      "{n} {n|variant|variants} on X, Y or in mitochondria {n|is|are} left out: one copy of a man is no half of two. X is taken by a setting.",
    "off-y": "{n} {n|variant|variants} on Y or in mitochondria {n|is|are} left out.",
    "do-not-vary": "{n} {n|variant does|variants do} not vary among the samples that are taken.",
    rare: "{n} {n|variant has|variants have} fewer than {least} copies of the rarer allele and {n|is|are} left out: p of so few is not to be trusted.",
    "off-hwe": "{n} {n|variant is|variants are} out of Hardy-Weinberg equilibrium (p < {p}) and left out.",
    "pseudo-autosomal":
      "{n} {n|variant lies|variants lie} in the ends of X that Y has as well: everybody has two, and {n|it is|they are} tested as on an autosome.",
    "x-twice": "On X one copy of a man counts as two.",
    "x-as-counted": "No ploidy is known of X, so that copies count as the file has them: PLINK counts men as 0 and 2 already.",
    "x-without-sex":
      "No covariate is called sex: what differs between men and women seems to go with X then. Put sex among the covariates.",
    "no-alleles": "No column says alleles: effects are of whatever the matrix counts.",
    "counted-elsewhere":
      "The matrix does not say which allele it counts: effects are taken to be of column {column} of the other table. Where it counts the other one they have the wrong sign.",
    "sites-other-alleles":
      "Of {n} of {all} {all|variant|variants} the table of places has other alleles than the matrix: it is of other variants, or of another build. Choose the table of these variants.",
    "sites-alleles-differ":
      "{n} {n|variant has|variants have} other alleles in the table of places than in the matrix. Those of the matrix are told; the {n|place|places} may be of another variant.",
    counted: "Effects are of one copy more of the allele in column {column}, on the strand of the file.",
    palindromes:
      "{n} of {all} {all|variant|variants} {n|is|are} A/T or C/G: of these the strand cannot be told by the letters, when this is put beside another study.",
    "hwe-together":
      "Hardy-Weinberg is tested in all together: in a mixture of populations good variants fail it (Wahlund). Say the column of populations.",
    "hwe-controls-together":
      "Hardy-Weinberg is tested in all controls together: in a mixture of populations good variants fail it (Wahlund). Say the column of populations.",
    relatives:
      "{n} {n|pair|pairs} of individuals {n|is|are} related (kinship above {kinship}): regression takes them for independent, and p is too small. Take the linear mixed model, or leave relatives out.",
    "relatives-unknown":
      "Whether any of the {n} {n|individual|individuals} are related is not known here (too many of them, too few sites, or inbred lines). Where they are, take the linear mixed model.",
    "no-locus": "{id} is none of the variants that were tested. Leave it empty for the smallest p.",
    "says-number": "{tested} {tested|variant was|variants were} tested against {trait} in {n} {n|individual|individuals}.",
    "says-cases":
      "{tested} {tested|variant was|variants were} tested against {trait} in {cases} {cases|case|cases} ({called}) and {controls} {controls|control|controls}.",
    "says-hits-alone": "{n} {n|variant passes|variants pass} p < {threshold}.",
    "says-hits": "{n} {n|variant passes|variants pass} p < {threshold}, in {clumps} independent {clumps|place|places}.",
    "says-none":
      "No variant passes p < {threshold}. That is no proof that none matters: small effects need many more individuals.",
    "says-chance": "Did no variant matter, about {n} of {tested} would pass by chance alone.",
    "says-chance-seldom": "Did no variant matter, one would pass by chance alone in about one of {n} such {n|study|studies}.",
    "says-lead": "The smallest p is that of {id}: {p}, with an effect of {beta} by copy.",
    "says-lambda": "Inflation λ is {lambda}; of {n} independent {n|variant|variants} chance makes 1 ± {by}.",
    "says-lambda-few":
      "Inflation λ of {n} {n|variant|variants} is {lambda}: of so few, mostly linked to each other, it says little of the study.",
    inflated:
      "λ of {lambda}: all p are too small, mostly since groups of ancestry differ in the trait. Take components as covariates, or the linear mixed model.",
    "inflated-components":
      "λ of {lambda} beside the components: p are still too small. Take more components, or the linear mixed model.",
    "inflated-mixed":
      "λ of {lambda} in spite of the kinship: many real effects, batches of genotyping, or relatives that the kinship does not see.",
    deflated:
      "λ of {lambda}: p are larger than chance makes them. Rare alleles, few individuals, or a kinship that takes part of the effects do that.",
    imbalanced:
      "{cases} {cases|case|cases} and {controls} {controls|control|controls}: where one of them is so rare, p of rare alleles are not to be trusted. Raise the least number of copies, and take Firth’s likelihood always.",
    "linear-cases":
      "{trait} has two values: effects of linear regression are differences of shares. Logistic regression gives odds.",
    unanswered: "{n} {n|variant has|variants have} no answer: nothing varies beside the covariates, or the fit does not end.",
    "no-build":
      "Of which build of the genome the places are is not known: say it where the file is loaded, before they are put beside others.",
    "axis-chromosome": "chromosome",
    "axis-chromosome-build": "chromosome ({build})",
    "axis-surprise": "−log₁₀ p",
    "axis-expected": "−log₁₀ p expected by chance",
    "axis-observed": "−log₁₀ p observed",
    "axis-locus": "chromosome {chromosome}, Mb",
    "axis-stretch": "chromosome {chromosome}, bp",
    "alt-stretch": "p of {n} {n|variant|variants} of {place} for {trait}: {hits} {hits|passes|pass} {threshold}.",
    place: "Place",
    "place-whole": "whole genome",
    "whole-genome": "Whole genome",
    "look-at-locus": "Locus of {id} with linkage",
    "drag-says": "Draw over a stretch with the mouse, or type a place (7:20000000-25000000): its own points are drawn.",
    "no-such-place": "There is no such place here. A place is a chromosome, or chromosome:start-end.",
    "stretch-unread": "The rows of that stretch cannot be read here; the whole genome is shown.",
    "axis-frequency": "frequency of the rarer allele",
    "axis-variants": "variants",
    "alt-manhattan": "p of {n} {n|variant|variants} along the genome for {trait}: none passes {threshold}.",
    "alt-manhattan-hits":
      "p of {n} {n|variant|variants} along the genome for {trait}: {hits} {hits|passes|pass} {threshold}, the strongest {first}.",
    "alt-qq": "Observed beside expected p of {n} {n|variant|variants} for {trait}; inflation λ is {lambda}.",
    "alt-locus":
      "{n} {n|variant|variants} about {id}, whose −log₁₀ p is {y}: {strong} {strong|is|are} linked to it with r² from 0.8.",
    "alt-spectrum": "Frequencies of the rarer allele of {n} {n|variant|variants}: {rare} below 5 %.",
    "note-covered":
      "{drawn} of {n} {n|point|points} {drawn|is|are} drawn: of those below the lines that would cover each other one stands for all.",
    "note-band": "In the band 95 % of independent tests lie, each by itself; linked variants are not independent.",
    "note-no-recombination":
      "r² is of the individuals of this study. Rates of recombination are not drawn: no map of them is here.",
    "linkage-lead": "{id}",
    "linkage-from": "r² {from} – {to}",
    "linkage-unknown": "r² not known",
    genotypes: "genotypes",
    traits: "traits",
    "own-columns": "columns of the samples",
    trait: "trait",
    "case-value": "means a case",
    "trait-is": "trait is",
    "trait-auto": "as it looks",
    "trait-number": "a number",
    "case-auto": "guessed, and said",
    model: "model",
    covariates: "covariates",
    "no-covariates": "none",
    pcs: "components",
    "components-from": "from",
    "components-made": "found here",
    places: "places of variants",
    "own-places": "of the matrix",
    more: "More settings",
    less: "Fewer settings",
    "min-count": "least copies",
    hwe: "Hardy-Weinberg p from",
    ancestry: "within",
    "all-together": "all together",
    sexes: "X and Y",
    "leave-out": "leave out",
    "x-as-two": "X, men twice",
    threshold: "genome-wide p",
    "threshold-says": "0: 0.05 by the number of variants",
    locus: "locus of",
    "locus-lead": "the smallest p",
    "locus-kb": "kb beside it",
    result: "Result",
    "tab-manhattan": "Manhattan",
    "tab-qq": "QQ",
    "tab-locus": "Locus",
    "tab-hits": "Independent hits",
    "tab-spectrum": "Frequencies",
    "tab-variants": "Variants",
    "tab-calls": "plink, R",
    "clumps-say":
      "One row a place: the variant with the smallest p, and those within the kilobases that go with it (r²), as plink's --clump.",
    "locus-says": "Another variant is looked at by its id in the settings.",
  },
  ru: {
    "words-empty": "Проверяет варианты против признака.",
    "words-no-trait": "Проверяет варианты {from} против признака, который ещё не выбран.",
    words: "{model}: {trait} по каждому варианту {from}.",
    "no-data": "Выберите матрицу генотипов.",
    "no-genotypes":
      "Из этой матрицы убраны эффекты {why}: генотипов в ней больше нет. Выберите сами генотипы, а {why} возьмите ковариатой.",
    "not-copies":
      "Ассоциация считает копии аллеля, от 0 до 2, а в матрице ({scale}) есть {value}. Выберите генотипы из VCF или PLINK либо матрицу из 0, 1 и 2.",
    "taken-for-copies": "Матрица не говорит, что в ней генотипы; её числа лежат между 0 и 2 и взяты как копии аллеля.",
    "sites-not-joined": "Ни один столбец таблицы мест не называет варианты (их {n}). Выберите таблицу с их идентификаторами.",
    "sites-lost": "Вариантов, которых нет в таблице мест: {n} из {all}; у них нет хромосомы.",
    "no-places": "Хромосом и позиций ни один столбец не называет: нет графика Манхэттен, локуса и групп. Выберите таблицу мест.",
    "not-joined":
      "Ни один столбец таблицы не называет образцы генотипов ({samples}, …). Её столбцы: {columns}. Выберите таблицу с их идентификаторами.",
    twice:
      "{id} стоит больше чем в одной строке ({field}, столбец {column}), и неизвестно, какая считается. Сначала оставьте фильтром по строке на образец.",
    sheet: "признаки",
    components: "компоненты",
    "no-column": "Столбца {name} нет. Есть: {columns}.",
    "all-missing":
      "Ни у одного образца генотипов нет значения {trait}. Выберите другой признак или соедините таблицу по идентификаторам образцов.",
    constant: "{trait} у всех взятых образцов равно {value}: связывать с вариантами нечего. Выберите другой признак.",
    "plink-missing":
      "-9 и 0 взяты как пропуски, как их пишет PLINK рядом с 1 и 2; образцов: {n}. Если {trait} — число 0, 1 или 2, скажите это в поле «признак».",
    "covariate-nines":
      "У образцов ({n}) {column} равен -9: так PLINK пишет пропуск; здесь это взято как измеренное -9. Если это не так, загрузите файл с -9 как пропуском.",
    "no-case": "{value} — не значение признака: у него {levels}.",
    "case-guessed":
      "{cases} в {trait} взято как случай, а {controls} — как контроль. Если наоборот, укажите другое в «означает случай».",
    "several-texts":
      "У {trait} разных текстов: {n} ({some}, …). Признак — это число или два значения. Оставьте фильтром две группы или сделайте столбец из 0 и 1.",
    infinite: "В {column} есть бесконечные значения. Уберите эти строки или возьмите ранги либо логарифм того, что больше 0.",
    nines:
      "У образцов {trait} равно -9 ({n}), а так PLINK пишет пропуск; здесь это взято как измеренное -9. Если это пропуск, загрузите файл с -9 как пропуском.",
    "too-many-groups": "У ковариаты {column} групп {n}, слишком много для её образцов. Возьмите столбец с меньшим числом групп.",
    "not-cases": "Логистическая регрессия берёт признак из двух значений, а {trait} — число. Возьмите линейную регрессию.",
    "trait-twice": "{trait} — и признак, и ковариата: рядом с самим собой от него ничего не остаётся. Уберите его из ковариат.",
    "too-few":
      "Признак и все ковариаты есть у {n} {n|образца|образцов|образцов} из {all}; нужно не меньше {least}. Возьмите меньше ковариат или заполните пропуски.",
    "left-out": "Без признака или ковариаты оставлены в стороне образцы: {n} из {all}.",
    aliased: "Эти ковариаты следуют из остальных и убраны: {columns}.",
    "no-component":
      "В таблице компонент нет столбца {name}. Её столбцы: {columns}. Возьмите меньше компонент или ячейку, где их столько.",
    "few-for-components":
      "Для компонент нужно не меньше {least} частых несцепленных вариантов на аутосомах, а их {n}. Возьмите компоненты другой панели или ни одной.",
    "components-here":
      "Компонент: {n}, по {sites} частым вариантам (частота от {frequency}), не сцепленным (r² до 0,2 в окнах по 50); в известных областях дальнего сцепления оставлено в стороне: {away}.",
    "components-everywhere":
      "Компонент: {n}, по {sites} частым вариантам (частота от {frequency}), не сцепленным. Области дальнего сцепления известны здесь только для сборок генома человека, и ни одна не убрана.",
    "components-unused": "Таблица компонент выбрана, но ни одна из неё не взята. Укажите, сколько.",
    "progress-components": "Компоненты генотипов",
    "none-left":
      "Из {all} {all|варианта|вариантов|вариантов} не осталось ни одного: все вне аутосом, не меняются у взятых образцов или имеют меньше {least} копий редкого аллеля. Снизьте это число.",
    "off-sex":
      "Варианты на X, Y и в митохондриях оставлены в стороне ({n}): одна копия у мужчин — не половина от двух. X берётся настройкой.",
    "off-y": "Варианты на Y и в митохондриях оставлены в стороне: {n}.",
    "do-not-vary": "Вариантов, которые не меняются у взятых образцов: {n}.",
    rare: "Вариантов, где копий редкого аллеля меньше {least}: {n}; они оставлены в стороне, p по столь немногим ненадёжно.",
    "off-hwe": "Вариантов вне равновесия Харди — Вайнберга (p < {p}): {n}; они оставлены в стороне.",
    "pseudo-autosomal":
      "Вариантов на концах X, которые есть и у Y: {n}. Там у всех по две копии, и они проверяются как на аутосоме.",
    "x-twice": "На X одна копия у мужчины считается за две.",
    "x-as-counted": "Плоидность на X неизвестна, и копии считаются так, как в файле: PLINK уже считает мужчин как 0 и 2.",
    "x-without-sex":
      "Ни одна ковариата не называется sex (пол): тогда то, чем различаются мужчины и женщины, покажется связанным с X. Возьмите пол ковариатой.",
    "no-alleles": "Аллелей ни один столбец не называет: эффекты — того, что считает матрица.",
    "counted-elsewhere":
      "Матрица не говорит, какой аллель считает: взято, что эффекты — аллеля из столбца {column} другой таблицы. Если она считает другой, у эффектов неверный знак.",
    "sites-other-alleles":
      "У {n} {n|варианта|вариантов|вариантов} из {all} аллели в таблице мест другие, чем в матрице: она о других вариантах или другой сборке. Выберите таблицу этих вариантов.",
    "sites-alleles-differ":
      "Вариантов, у которых аллели в таблице мест другие, чем в матрице: {n}. Названы аллели матрицы; места могут быть другого варианта.",
    counted: "Эффекты — на одну копию аллеля из столбца {column} больше, на той цепи, что в файле.",
    palindromes: "Вариантов A/T или C/G: {n} из {all}. У них цепь по буквам не узнать, когда рядом встанет другое исследование.",
    "hwe-together":
      "Равновесие Харди — Вайнберга проверено у всех вместе: в смеси популяций его не проходят и хорошие варианты (Валунд). Укажите столбец популяций.",
    "hwe-controls-together":
      "Равновесие Харди — Вайнберга проверено у всех контролей вместе: в смеси популяций его не проходят и хорошие варианты (Валунд). Укажите столбец популяций.",
    relatives:
      "Пар родственников (родство выше {kinship}): {n}. Регрессия считает их независимыми, и p занижены. Возьмите линейную смешанную модель или уберите родственников.",
    "relatives-unknown":
      "Есть ли среди {n} {n|особи|особей|особей} родственники, здесь неизвестно (их слишком много, сайтов слишком мало или это инбредные линии). Если есть, возьмите линейную смешанную модель.",
    "no-locus": "{id} нет среди проверенных вариантов. Оставьте пустым — будет взято наименьшее p.",
    "says-number": "Проверено вариантов против {trait}: {tested}, особей: {n}.",
    "says-cases": "Проверено вариантов против {trait}: {tested}; случаев ({called}): {cases}, контролей: {controls}.",
    "says-hits-alone": "Вариантов с p < {threshold}: {n}.",
    "says-hits": "Вариантов с p < {threshold}: {n}, независимых мест: {clumps}.",
    "says-none":
      "Ни один вариант не проходит p < {threshold}. Это не доказывает, что ни один не важен: для малых эффектов нужно намного больше особей.",
    "says-chance": "Если бы ни один вариант ничего не значил, по одной случайности прошло бы около {n} из {tested}.",
    "says-chance-seldom":
      "Если бы ни один вариант ничего не значил, по одной случайности один прошёл бы примерно в одном из {n} таких исследований.",
    "says-lead": "Наименьшее p у {id}: {p}, эффект на копию {beta}.",
    "says-lambda": "Инфляция λ равна {lambda}; по {n} независимым вариантам случай даёт 1 ± {by}.",
    "says-lambda-few":
      "Инфляция λ по {n} вариантам равна {lambda}: по столь немногим, сцепленным друг с другом, она мало говорит об исследовании.",
    inflated:
      "λ равна {lambda}: все p занижены, чаще всего потому, что группы по происхождению различаются признаком. Возьмите компоненты ковариатами или линейную смешанную модель.",
    "inflated-components":
      "λ равна {lambda} и с компонентами: p всё ещё занижены. Возьмите больше компонент или линейную смешанную модель.",
    "inflated-mixed":
      "λ равна {lambda}, несмотря на родство: много настоящих эффектов, партии генотипирования или родство, которого модель не видит.",
    deflated:
      "λ равна {lambda}: p больше, чем даёт случай. Так бывает от редких аллелей, малого числа особей или родства, забирающего часть эффекта.",
    imbalanced:
      "Случаев {cases}, контролей {controls}: при такой редкости p редких аллелей ненадёжны. Поднимите наименьшее число копий и берите метод Фёрта всегда.",
    "linear-cases": "У {trait} два значения: эффекты линейной регрессии — разности долей. Шансы даёт логистическая регрессия.",
    unanswered: "Вариантов без ответа: {n}; рядом с ковариатами ничего не меняется или подбор не сходится.",
    "no-build": "Из какой сборки генома места, неизвестно: укажите её при загрузке файла, прежде чем ставить их рядом с другими.",
    "axis-chromosome": "хромосома",
    "axis-chromosome-build": "хромосома ({build})",
    "axis-surprise": "−log₁₀ p",
    "axis-expected": "−log₁₀ p, ожидаемое случайно",
    "axis-observed": "−log₁₀ p, наблюдаемое",
    "axis-locus": "хромосома {chromosome}, млн п. н.",
    "axis-stretch": "хромосома {chromosome}, п. н.",
    "alt-stretch": "p вариантов участка {place} для {trait} ({n}): порог {threshold} проходят {hits}.",
    place: "Место",
    "place-whole": "весь геном",
    "whole-genome": "Весь геном",
    "look-at-locus": "Локус {id} со сцеплением",
    "drag-says": "Обведите участок мышью или введите место (7:20000000-25000000): будут нарисованы именно его точки.",
    "no-such-place": "Такого места здесь нет. Место — это хромосома или хромосома:начало-конец.",
    "stretch-unread": "Строки этого участка здесь нельзя прочитать; показан весь геном.",
    "axis-frequency": "частота редкого аллеля",
    "axis-variants": "варианты",
    "alt-manhattan": "p вариантов вдоль генома для {trait} ({n}): ни один не проходит {threshold}.",
    "alt-manhattan-hits": "p вариантов вдоль генома для {trait} ({n}): проходят {threshold} {hits}, сильнейшие {first}.",
    "alt-qq": "Наблюдаемые p рядом с ожидаемыми для {trait}, вариантов {n}; инфляция λ равна {lambda}.",
    "alt-locus": "Вариантов около {id}: {n}; его −log₁₀ p равен {y}; сцеплены с ним (r² от 0,8): {strong}.",
    "alt-spectrum": "Частоты редкого аллеля вариантов ({n}): ниже 5 % — {rare}.",
    "note-covered": "Нарисовано точек: {drawn} из {n}; из тех, что ниже линий и закрыли бы друг друга, одна стоит за всех.",
    "note-band": "В полосе лежат 95 % независимых проверок, каждая сама по себе; сцепленные варианты не независимы.",
    "note-no-recombination": "r² — по особям этого исследования. Частоты рекомбинации не нарисованы: их карты здесь нет.",
    "linkage-lead": "{id}",
    "linkage-from": "r² {from} – {to}",
    "linkage-unknown": "r² неизвестен",
    genotypes: "генотипы",
    traits: "признаки",
    "own-columns": "столбцы образцов",
    trait: "признак",
    "case-value": "означает случай",
    "trait-is": "признак",
    "trait-auto": "как выглядит",
    "trait-number": "число",
    "case-auto": "угадано и сказано",
    model: "модель",
    covariates: "ковариаты",
    "no-covariates": "нет",
    pcs: "компонент",
    "components-from": "из",
    "components-made": "найти здесь",
    places: "места вариантов",
    "own-places": "из матрицы",
    more: "Ещё настройки",
    less: "Меньше настроек",
    "min-count": "копий не меньше",
    hwe: "p Харди — Вайнберга от",
    ancestry: "внутри",
    "all-together": "все вместе",
    sexes: "X и Y",
    "leave-out": "не брать",
    "x-as-two": "X, мужчины дважды",
    threshold: "p по геному",
    "threshold-says": "0: 0,05 на число вариантов",
    locus: "локус варианта",
    "locus-lead": "с наименьшим p",
    "locus-kb": "т. п. н. вокруг",
    result: "Результат",
    "tab-manhattan": "Манхэттен",
    "tab-qq": "QQ",
    "tab-locus": "Локус",
    "tab-hits": "Независимые места",
    "tab-spectrum": "Частоты",
    "tab-variants": "Варианты",
    "tab-calls": "plink, R",
    "clumps-say": "Строка — место: вариант с наименьшим p и те рядом, что меняются вместе с ним (r²), как --clump в plink.",
    "locus-says": "Другой вариант смотрят по его идентификатору в настройках.",
  },
});
