// What is said of the format gwas-summary.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-gwas-summary", {
  en: {
    title: "GWAS summary statistics",
    why: "Its columns are those of association statistics: a variant, its alleles, an effect and a p.",
    "why-program": "Its columns are called as programs for association call them.",
    program: "The columns are those of {program}.",
    "effect-allele": "Effects are those of the allele in {column}.",
    texts:
      "{column} should hold numbers, and {count} of its values {count|is none|are none}, the first in line {line} (“{value}”): the column stays text, and nothing can be computed of it. If {count|it is|they are} missing, name the word among those for missing cells; a comma for a point is a decimal mark only where the whole file has it.",
    "effect-unsaid":
      "The names of the columns do not tell which allele effects are counted for ({columns}): look it up where the file comes from before signs are compared.",
    "p-zero":
      "{count} {count|value|values} of {column} {count|is|are} 0, the first in line {line}: {count|a p|ps} too small for the program that wrote {count|it|them}, or below 5e-324. Their order is lost; a column of −log10 p keeps it.",
  },
  ru: {
    title: "Сводная статистика GWAS",
    why: "Столбцы — как в статистике ассоциаций: вариант, его аллели, эффект и p.",
    "why-program": "Столбцы называются так, как их называют программы поиска ассоциаций.",
    program: "Столбцы — как у {program}.",
    "effect-allele": "Эффекты указаны для аллеля из столбца {column}.",
    texts:
      "В столбце {column} должны быть числа, а значений другого вида {count}, первое в строке {line} («{value}»): столбец остаётся текстом, считать по нему нельзя. Если это пропуск, назовите это слово среди слов для пропусков; запятая считается десятичной, только если она такова во всём файле.",
    "effect-unsaid":
      "Имена столбцов не говорят, для какого аллеля указаны эффекты ({columns}): узнайте это у источника файла, прежде чем сравнивать знаки.",
    "p-zero":
      "{count} {count|значение|значения|значений} столбца {column} {count|равно|равны|равны} 0, первое в строке {line}: p слишком мало для программы, которая его записала, или меньше 5e-324. Порядок таких значений потерян; его сохраняет столбец −log10 p.",
  },
});
