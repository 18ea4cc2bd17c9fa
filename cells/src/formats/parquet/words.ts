// What is said of the format parquet.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-parquet", {
  en: {
    title: "Parquet",
    cut: "{name} is not whole: a Parquet file ends with a footer, and this one does not. Copy or download it again.",
    decimals:
      "{column} holds decimals of up to {digits} digits; {count} of them ({count|it stands|the first} in row {row}) {count|has|have} more than a number keeps and {count|is|are} rounded to 16. To keep every digit, write the column as text.",
    duration: "{column} is a length of time; its numbers count {unit}.",
  },
  ru: {
    title: "Parquet",
    cut: "Файл {name} неполный: файл Parquet кончается описанием своих данных, а здесь его нет. Скопируйте или скачайте его заново.",
    decimals:
      "В {column} десятичные числа до {digits} цифр; {count} из них (первое в строке {row}) не помещаются в число и округлены до 16 цифр. Чтобы сохранить все цифры, запишите столбец текстом.",
    duration: "{column} — длительность; единица — {unit}.",
  },
});
