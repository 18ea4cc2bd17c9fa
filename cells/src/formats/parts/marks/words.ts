// How numbers with other marks than a point were read, with the alternative.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("marks", {
  en: {
    comma:
      "{columns} {count|is|are} read with a decimal comma: {value} in line {line} is {number}. If these commas are none, choose the decimal point.",
    thousands:
      "{columns} {count|is|are} read with thousands set apart: {value} in line {line} is {number}. If {count|it is|they are} no such {count|number|numbers}, choose no separator of thousands.",
    contradicts:
      "{value} in line {line} is no number with the marks that are set, so {columns} {count|stays|stay} text. Correct that cell, name it among the words for missing cells where it stands for nothing, or choose other marks.",
    unclear:
      "{value} in {column} of {name} (line {line}) may be {point} or {comma}, and nothing else in the file tells which. Choose whether decimals have a point or a comma (setting decimal).",
    "same-mark": "One mark cannot be both the decimal one and the one between thousands. Choose another separator of thousands.",
  },
  ru: {
    comma:
      "{columns}: {count|столбец прочитан|столбцы прочитаны|столбцы прочитаны} с десятичной запятой, {value} в строке {line} — это {number}. Если запятая здесь не десятичная, выберите десятичную точку.",
    thousands:
      "{columns}: {count|столбец прочитан|столбцы прочитаны|столбцы прочитаны} с разделителем тысяч, {value} в строке {line} — это {number}. Если это не такие числа, выберите, что тысячи не отделены.",
    contradicts:
      "{value} в строке {line} не читается как число с выбранными знаками, поэтому {columns} {count|остаётся|остаются|остаются} текстом. Исправьте эту ячейку, внесите её в слова для пропусков, если она ничего не значит, или выберите другие знаки.",
    unclear:
      "{value} в столбце {column} файла {name} (строка {line}) может значить {point} или {comma}, и по остальному файлу этого не понять. Выберите, точкой или запятой отделены десятичные (настройка decimal).",
    "same-mark": "Один и тот же знак не может отделять и десятичные, и тысячи. Выберите другой разделитель тысяч.",
  },
});
