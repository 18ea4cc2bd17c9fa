// What is said of the format arrow.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-arrow", {
  en: {
    title: "Arrow, Feather",
    "why-stream": "The file begins with the schema of an Arrow stream.",
    cut: "{name} is not whole: an Arrow file ends with a footer, and this one does not. Copy or download it again.",
    broken: "{name} is damaged: what it says of its columns does not fit what is in it ({detail}). Copy or download it again.",
    "no-end":
      "The stream has no mark at its end. Some programs write none; if it was cut between two batches, rows are missing: compare their number ({rows}).",
    decimals:
      "{column} holds decimals of up to {digits} digits; {count} of them ({count|it stands|the first} in row {row}) {count|has|have} more than a number keeps and {count|is|are} rounded to 16. To keep every digit, write the column as text.",
    "long-numbers": "{column} holds whole numbers beyond 2^53 (the first in row {row}): it is kept as text, letter for letter.",
    duration: "{column} is a length of time; its numbers count {unit}.",
    zone: "{column} holds moments of time; they are written in UTC (the file shows them in {zone}).",
    bytes: "{column} holds bytes, which are written as pairs of hexadecimal digits.",
    nested: "{column} holds nested values, which are written as JSON.",
  },
  ru: {
    title: "Arrow, Feather",
    "why-stream": "Файл начинается со схемы потока Arrow.",
    cut: "Файл {name} неполный: файл Arrow кончается описанием своих данных, а здесь его нет. Скопируйте или скачайте его заново.",
    broken:
      "{name} повреждён: то, что он говорит о своих столбцах, не подходит к его содержимому ({detail}). Скопируйте или скачайте его заново.",
    "no-end":
      "У потока нет знака конца. Некоторые программы его не пишут; но если поток обрезан между частями, строк не хватает: сверьте их число ({rows}).",
    decimals:
      "В {column} десятичные числа до {digits} цифр; {count} из них (первое в строке {row}) не помещаются в число и округлены до 16 цифр. Чтобы сохранить все цифры, запишите столбец текстом.",
    "long-numbers": "В {column} целые числа больше 2^53 (первое в строке {row}): столбец оставлен текстом, знак в знак.",
    duration: "{column} — длительность; единица — {unit}.",
    zone: "В {column} моменты времени; они записаны по UTC (в файле — {zone}).",
    bytes: "В {column} байты; они записаны парами шестнадцатеричных цифр.",
    nested: "В {column} вложенные значения; они записаны как JSON.",
  },
});
