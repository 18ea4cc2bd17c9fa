// What is said of sequences, whatever format they stand in.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("sequences", {
  en: {
    "line-long": "Line {line} of {name} is longer than {mb} MB, which no record of sequences is. Is it the file that you meant?",
    "text-large": "{name} holds more than {mb} MB, which no file of its kind does. Is it the file that you meant?",
    "lines-many": "{name} holds more than {most} lines, which no file of its kind does. Is it the file that you meant?",
    letter:
      "Line {line} of {name} holds “{found}” in a sequence, which is no letter of bases or amino acids, no gap (-) and no stop (*). Correct it, or take it out.",
    "row-length":
      "The row {row} of {name} (from line {line} on) holds {found} {found|letter|letters} where {expected} belong: rows of an alignment have one length. Was the file cut or edited?",
    "alphabet-guessed":
      "The letters leave open what the sequences are: read as {alphabet}, and they may be {other}. Choose the alphabet if so.",
    "alphabets-mixed":
      "Most sequences are of one kind, and the one of line {line} looks like {alphabet}: the file mixes kinds of sequences.",
    "gaps-unequal": "Sequences hold gaps and differ in length, so they are not called aligned.",
    "sequence-empty": "{count} {count|title has|titles have} no sequence (the first: line {line}). Was the file cut?",
    "id-missing": "The sequence of line {line} has no name.",
    "id-twice":
      "{id} names more than one sequence (again in line {line}; {count} {count|sequence has|sequences have} the name of an earlier one).",
    "blanks-inside":
      "{count} {count|line|lines} of sequences {count|holds|hold} blanks between letters (the first: line {line}); they were taken out.",
    "fastq-title":
      "Line {line} of {name} holds “{found}” where the title of a read (@…) must begin. The line before may be one too many, or the qualities above are cut wrongly.",
    "fastq-no-sequence":
      "Line {line} of {name} begins another read (“{found}”), and the one before has no sequence yet. Was the file cut?",
    "fastq-no-plus":
      "Line {line} of {name} begins another read (“{found}”) where the line with + and the qualities of the one before must stand. Copy the file again, or take that read out.",
    "fastq-plus-title":
      "Line {line} of {name} repeats the title of its read, and another one stands there: “{found}”. Two reads may be mixed up: copy the file again. If a program renamed the reads in their first lines alone, empty these lines behind the +.",
    "fastq-quality-short":
      "The read that ends in line {line} of {name} has {qualities} {qualities|quality|qualities} for {bases} {bases|base|bases}. Was the file cut or edited? Copy it again.",
    "fastq-quality-long":
      "The read whose qualities stand in line {line} of {name} has {qualities} of them for {bases} {bases|base|bases}. Was the file edited? Copy it again.",
    "fastq-cut": "{name} ends within a read (line {line}, of “{found}”): it was cut short. Copy or download it again.",
    "pair-differs":
      "Pair {pair} is none: {first} (line {line} of {firstFile}) and {second} (line {otherLine} of {secondFile}) are two different reads.{alone} Either a read was lost from one of the files, or they are no mates. Bring them in step again (seqkit pair --id-regexp '^(\\S+?)(?:/[12])?(?:\\s|$)' -1 {firstFile} -2 {secondFile}, or repair.sh of BBTools with in= and in2=), or read each file by itself.",
    "pair-mate":
      "Line {line} of {name}: the read {read} says that it is mate {found}, and the name of its file says mate {expected}. Were the files exchanged or renamed? Call them what they are, or read each file by itself.",
    "pair-count":
      "{name} ends after {pairs} {pairs|read|reads}, where {other} goes on with {read} (line {line}): it was cut short, or lost reads.{alone} Copy it again, bring both in step (seqkit pair --id-regexp '^(\\S+?)(?:/[12])?(?:\\s|$)' -1 {firstFile} -2 {secondFile}, or repair.sh of BBTools), or read each file by itself.",
    "without-mates": " {count} {count|read|reads} of {name} {count|has|have} no mate: {reads}.",
    "without-mates-many": " {count} reads of {name} have no mate, the first of them {reads}.",
    "without-mates-both": "{one}{two}",
    "other-order": " Each read has its mate, in another order.",
    "mate-missing":
      "{name} has no mate beside it ({lane}), as the other files of its sample have. Drop both, or leave it out; or read each file by itself.",
    pairs:
      "{pairs} {pairs|pair|pairs} of reads of {lanes} {lanes|lane|lanes}: the reads of {first} with their mates of {second} beside them. All names agree.",
    "pairs-begun":
      "Pairs of reads: those of {first} with their mates of {second} beside them. The names of the first {pairs} agree.",
    "files-left": "Not read: {files}.",
    "quality-letter":
      "Line {line} of {name} holds “{found}” among the qualities, which none is written with (they go from ! to ~). Copy the file again.",
    "quality-range":
      "Line {line} of {name} holds the quality “{found}”, which {encoding} does not have. Let the encoding be found, or choose another one.",
    "qualities-read": "Qualities are read as {encoding} wrote them; their letters go from “{least}” to “{most}”.",
    "qualities-guessed":
      "The letters of the qualities go from “{least}” to “{most}”, which leaves their encoding open: read as {encoding}, and they may be {other}. Nothing is converted; it decides the mean qualities.",
    "reads-stay":
      "More than {mb} MB of reads are too much for one table: the file stays a file, and what its reads are like stands beside it.",
    "refuse-qual":
      "{name} holds qualities of reads as numbers, without the reads. Load the FASTQ that both were made of, or join them to one (for instance with Biopython's PairedFastaQualIterator).",
    "refuse-csfastq":
      "{name} holds reads in colours (SOLiD), which are no bases yet. Turn them into FASTQ with the program that aligns them, and drop that.",
    "refuse-embl":
      "{name} is a flat file of EMBL. GenBank's is read, and holds the same: download the record as GenBank, or convert it (seqret, Biopython), and drop that.",
    "refuse-uniprot":
      "{name} is a flat file of UniProt. Download the same proteins as FASTA, or as TSV with the columns that you need.",
    "refuse-msf":
      "{name} is an alignment in GCG's MSF. Save it as Clustal, Stockholm or FASTA, which are read, in the program that aligned it.",
    "refuse-transfac": "{name} holds motifs of TRANSFAC. Convert them to MEME (transfac2meme) or JASPAR, which are read.",
    "refuse-homer": "{name} holds motifs of HOMER. Convert them to MEME or JASPAR, which are read.",
    "refuse-fai": "{name} is the index of a FASTA file (samtools faidx). Drop the FASTA file itself.",
    "first-records": "The first {count} {count|record was|records were} read, as it is set.",
  },
  ru: {
    "line-long": "Строка {line} файла {name} длиннее {mb} МБ; таких записей последовательностей не бывает. Тот ли это файл?",
    "text-large": "В {name} больше {mb} МБ; таких файлов этого рода не бывает. Тот ли это файл?",
    "lines-many": "В {name} больше {most} строк; таких файлов этого рода не бывает. Тот ли это файл?",
    letter:
      "В строке {line} файла {name} в последовательности стоит «{found}» — это не буква основания или аминокислоты, не пропуск (-) и не стоп (*). Исправьте её или уберите.",
    "row-length":
      "В ряду {row} файла {name} (со строки {line}) букв {found}, а должно быть {expected}: у рядов выравнивания одна длина. Не обрезан ли файл?",
    "alphabet-guessed":
      "По буквам не решить, что это за последовательности: прочитаны как {alphabet}, а могут быть {other}. Если так, выберите алфавит.",
    "alphabets-mixed":
      "Большинство последовательностей одного рода, а в строке {line} похоже на {alphabet}: в файле смешаны разные последовательности.",
    "gaps-unequal": "В последовательностях есть пропуски, а длины разные, поэтому выравниванием они не считаются.",
    "sequence-empty":
      "Под {count} {count|заголовком|заголовками|заголовками} нет последовательности (первый — строка {line}). Не обрезан ли файл?",
    "id-missing": "У последовательности в строке {line} нет имени.",
    "id-twice": "Имя {id} носит больше одной последовательности (ещё раз — в строке {line}; повторов имён: {count}).",
    "blanks-inside": "Пробелы между буквами последовательностей, строк: {count} (первая — {line}); они убраны.",
    "fastq-title":
      "В строке {line} файла {name} стоит «{found}», а должен начинаться заголовок прочтения (@…). Возможно, строка выше лишняя или качество обрезано не там.",
    "fastq-no-sequence":
      "В строке {line} файла {name} начинается другое прочтение («{found}»), а у предыдущего ещё нет последовательности. Не обрезан ли файл?",
    "fastq-no-plus":
      "В строке {line} файла {name} начинается другое прочтение («{found}»), а должны стоять строка с + и качество предыдущего. Скопируйте файл заново или уберите это прочтение.",
    "fastq-plus-title":
      "В строке {line} файла {name} повторён заголовок прочтения, но это другой заголовок: «{found}». Возможно, перепутаны два прочтения: скопируйте файл заново. Если программа переименовала прочтения только в первых строках, очистите эти строки после +.",
    "fastq-quality-short":
      "У прочтения, которое кончается в строке {line} файла {name}, оснований {bases}, а значений качества {qualities}. Не обрезан ли файл? Скопируйте его заново.",
    "fastq-quality-long":
      "У прочтения, качество которого стоит в строке {line} файла {name}, оснований {bases}, а значений качества {qualities}. Не правили ли файл? Скопируйте его заново.",
    "fastq-cut":
      "{name} кончается посреди прочтения (строка {line}, «{found}»): файл обрезан. Скопируйте или скачайте его заново.",
    "pair-differs":
      "Пара {pair} — не пара: {first} (строка {line} файла {firstFile}) и {second} (строка {otherLine} файла {secondFile}) — разные прочтения.{alone} Либо из одного файла пропало прочтение, либо файлы не парные. Приведите их в соответствие (seqkit pair --id-regexp '^(\\S+?)(?:/[12])?(?:\\s|$)' -1 {firstFile} -2 {secondFile} или repair.sh из BBTools с in= и in2=) или читайте каждый файл отдельно.",
    "pair-mate":
      "Строка {line} файла {name}: прочтение {read} говорит, что оно {found}-е в паре, а имя файла — что {expected}-е. Файлы перепутаны или переименованы? Назовите их как есть или читайте каждый отдельно.",
    "pair-count":
      "{name} кончается после {pairs} прочтений, а в {other} дальше идёт {read} (строка {line}): файл обрезан или потерял прочтения.{alone} Скопируйте его заново, приведите оба в соответствие (seqkit pair --id-regexp '^(\\S+?)(?:/[12])?(?:\\s|$)' -1 {firstFile} -2 {secondFile} или repair.sh из BBTools) или читайте каждый отдельно.",
    "without-mates": " В {name} без пары {count} {count|прочтение|прочтения|прочтений}: {reads}.",
    "without-mates-many": " В {name} без пары {count} {count|прочтение|прочтения|прочтений}, первые из них: {reads}.",
    "without-mates-both": "{one}{two}",
    "other-order": " У каждого прочтения есть пара, порядок другой.",
    "mate-missing":
      "У {name} нет парного файла рядом ({lane}), а у других файлов образца он есть. Дайте оба, или уберите этот, или читайте каждый файл отдельно.",
    pairs:
      "Пар прочтений: {pairs}, дорожек: {lanes}; рядом стоят прочтения из {first} и парные им из {second}. Все имена совпадают.",
    "pairs-begun": "Пары прочтений: рядом стоят прочтения из {first} и парные им из {second}. Имена первых {pairs} совпадают.",
    "files-left": "Не прочитано: {files}.",
    "quality-letter":
      "В строке {line} файла {name} среди значений качества стоит «{found}», каким их не пишут (пишут от ! до ~). Скопируйте файл заново.",
    "quality-range":
      "В строке {line} файла {name} стоит качество «{found}», какого в {encoding} нет. Позвольте найти кодировку или выберите другую.",
    "qualities-read": "Качество прочитано как его пишет {encoding}; буквы — от «{least}» до «{most}».",
    "qualities-guessed":
      "Буквы качества — от «{least}» до «{most}», и кодировку по ним не решить: прочитано как {encoding}, а может быть {other}. Ничего не пересчитано; от этого зависит среднее качество.",
    "reads-stay":
      "Больше {mb} МБ прочтений для одной таблицы слишком много: файл остаётся файлом, а рядом стоит, каковы его прочтения.",
    "refuse-qual":
      "В {name} качество прочтений числами, без самих прочтений. Загрузите FASTQ, из которого сделаны оба файла, или соедините их в один (например, PairedFastaQualIterator из Biopython).",
    "refuse-csfastq":
      "В {name} прочтения в цветах (SOLiD), это ещё не основания. Переведите их в FASTQ программой, которая их выравнивает, и перетащите его.",
    "refuse-embl":
      "{name} — запись EMBL. Читается запись GenBank, в ней то же: скачайте её как GenBank или преобразуйте (seqret, Biopython) и перетащите.",
    "refuse-uniprot": "{name} — запись UniProt. Скачайте те же белки как FASTA или как TSV с нужными столбцами.",
    "refuse-msf":
      "{name} — выравнивание в MSF (GCG). Сохраните его в программе, которая выравнивала, как Clustal, Stockholm или FASTA — они читаются.",
    "refuse-transfac": "В {name} мотивы TRANSFAC. Преобразуйте их в MEME (transfac2meme) или JASPAR — они читаются.",
    "refuse-homer": "В {name} мотивы HOMER. Преобразуйте их в MEME или JASPAR — они читаются.",
    "refuse-fai": "{name} — индекс файла FASTA (samtools faidx). Перетащите сам файл FASTA.",
    "first-records": "Прочитано записей: {count}, как задано.",
  },
});
