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
    clipped: "{contig} кончается на {length}: место прочитано до этого конца.",
  },
});
