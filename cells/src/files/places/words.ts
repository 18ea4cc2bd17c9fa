// What is said of places in files that stay files, by the cells that read them.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("places", {
  en: {
    "not-a-file":
      "This cell reads files that stay files (BAM, bigWig, files with an index), and the data that was chosen is a {type}. Choose another cell.",
    "no-places": "{format} files are not read by place. Choose an alignment, a bigWig, or a file with an index.",
    "part-gone": "{name} has no part {part} any more. Load it again.",
    unreadable:
      "“{place}” is no place. Write chromosome:start-end, counted from 1 with both ends inside (chr1:1,000-2,000), or a chromosome alone.",
    empty: "The place {place} ends before it begins. Write the smaller number first.",
    "no-contig": "{name} has no sequence called {contig}. It has: {contigs}.",
    "no-contig-like": "{name} has no sequence called {contig}; it calls it {like}. Write {like}.",
    beyond: "{contig} ends at {length} in {name}, and the place begins at {start}. Is it a place of another reference build?",
    "other-build":
      "The place is one of {build}, and {name} is of {found}. Choose data of the same build, or translate the places (liftover).",
    "build-unknown": "Of which build {name} is, is not known: whether it is {build} is not checked.",
    "genes-no-places": "The annotation has no columns of chromosome, start and end. Choose a table of intervals (GTF, GFF, BED).",
    "genes-no-ids": "In the annotation no column names genes (gene_id, gene, name). Say which one does.",
    "genes-no-column": "The annotation has no column {column}. It has: {columns}.",
    "genes-no-rows": "No row of the annotation is of the type {only}. It has: {types}.",
    "genes-no-strand": "The annotation has no column of strands (+ and -). Count the reads of either strand.",
    "stays-file":
      "{name} stays the file that it is: its index tells where places stand, and they are read by a cell of their own (Read a region).",
    "place-too-large": "The place holds more than {mb} MB of lines of {name}. Write a smaller one.",
    "nothing-there": "{contig} holds no record of {name} from {start} to {end}. Write a larger place.",
    "nothing-along": "{format} files say nothing of how much lies along a sequence. Read the records of a place (Read a region).",
    "no-estimate": "Of {format} files nothing has to be estimated: ask for what lies along the place.",
    clipped: "{contig} ends at {length}: the place is read up to there.",
  },
  ru: {
    "not-a-file":
      "Эта ячейка читает файлы, которые остаются файлами (BAM, bigWig, файлы с индексом), а выбраны данные вида «{type}». Выберите другую ячейку.",
    "no-places": "Файлы {format} по местам не читаются. Выберите выравнивание, bigWig или файл с индексом.",
    "part-gone": "В {name} больше нет части {part}. Загрузите его заново.",
    unreadable:
      "«{place}» — не место. Пишите хромосома:начало-конец, считая с 1 и включая оба конца (chr1:1000-2000), или одну хромосому.",
    empty: "Место {place} кончается раньше, чем начинается. Сначала пишите меньшее число.",
    "no-contig": "В {name} нет последовательности {contig}. Есть: {contigs}.",
    "no-contig-like": "В {name} нет последовательности {contig}; там она называется {like}. Пишите {like}.",
    beyond: "{contig} в {name} кончается на {length}, а место начинается с {start}. Не из другой ли оно сборки генома?",
    "other-build":
      "Место указано в сборке {build}, а {name} в {found}. Возьмите данные той же сборки или переведите места (liftover).",
    "build-unknown": "Сборка генома в {name} неизвестна: не проверено, {build} ли это.",
    "genes-no-places": "В аннотации нет столбцов хромосомы, начала и конца. Выберите таблицу интервалов (GTF, GFF, BED).",
    "genes-no-ids": "В аннотации не найден столбец с названиями генов (gene_id, gene, name). Укажите его.",
    "genes-no-column": "В аннотации нет столбца {column}. Есть: {columns}.",
    "genes-no-rows": "В аннотации нет строк вида {only}. Есть: {types}.",
    "genes-no-strand": "В аннотации нет столбца цепи (+ и -). Считайте прочтения любой цепи.",
    "stays-file":
      "{name} остаётся файлом: его индекс указывает, где какое место, и места читает отдельная ячейка («Прочитать место»).",
    "place-too-large": "В этом месте больше {mb} МБ строк файла {name}. Укажите меньшее.",
    "nothing-there": "На {contig} с {start} по {end} в {name} нет ни одной записи. Укажите большее место.",
    "nothing-along":
      "Файлы {format} не говорят, сколько чего лежит вдоль последовательности. Прочитайте записи места («Прочитать место»).",
    "no-estimate": "Для файлов {format} оценка не нужна: запросите, что лежит вдоль места.",
    clipped: "{contig} кончается на {length}: место прочитано до этого конца.",
  },
});
