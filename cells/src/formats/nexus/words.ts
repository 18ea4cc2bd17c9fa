// What is said of the format nexus.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-nexus", {
  en: {
    title: "NEXUS (alignments, trees)",
    "why-blocks": "The first line says #NEXUS, and blocks of commands follow ({block}).",
    "other-table": "The file holds two tables, {sheet} and {other}; {sheet} are read.",
    cut: "{name} ends (line {line}) within {command}: it was cut short. Copy or download it again.",
    nothing: "{name} holds neither an alignment nor trees, only {blocks}. Export what you need as FASTA or Newick.",
    datatype:
      "The matrix of {name} (line {line}) holds characters of the type {datatype}, which are no sequences. Export it as a table (CSV) to read it.",
    dimensions:
      "{name} does not say before its matrix (line {line}) how many letters a row has (NCHAR). Save the alignment again.",
    rows: "The matrix of {name} (line {line}) holds {found} {found|row|rows}, and {expected} are said (NTAX). Was the file cut or edited?",
    "name-twice":
      "Line {line} of {name} begins the row {row} for the second time: a row has too few letters, or two have one name.",
    tree: "Line {line} of {name} holds a tree without “=”: “{found}”. Correct it.",
  },
  ru: {
    title: "NEXUS (выравнивания, деревья)",
    "why-blocks": "В первой строке #NEXUS, за ней блоки команд ({block}).",
    "other-table": "В файле две таблицы, {sheet} и {other}; прочитана {sheet}.",
    cut: "{name} кончается (строка {line}) внутри {command}: файл обрезан. Скопируйте или скачайте его заново.",
    nothing: "В {name} нет ни выравнивания, ни деревьев, только {blocks}. Экспортируйте нужное как FASTA или Newick.",
    datatype:
      "В матрице файла {name} (строка {line}) признаки типа {datatype}, это не последовательности. Чтобы их прочитать, экспортируйте их таблицей (CSV).",
    dimensions: "В {name} перед матрицей (строка {line}) не сказано, сколько в ряду букв (NCHAR). Сохраните выравнивание заново.",
    rows: "В матрице файла {name} (строка {line}) рядов {found}, а заявлено {expected} (NTAX). Не обрезан ли файл?",
    "name-twice":
      "В строке {line} файла {name} ряд {row} начинается второй раз: в каком-то ряду не хватает букв или имя носят два ряда.",
    tree: "В строке {line} файла {name} дерево без «=»: «{found}». Исправьте его.",
  },
});
