// What is said of the format parquet.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-parquet", {
  en: {
    title: "Parquet",
    cut: "{name} is not whole: a Parquet file ends with a footer, and this one does not. Copy or download it again.",
  },
  ru: {
    title: "Parquet",
    cut: "Файл {name} неполный: файл Parquet кончается описанием своих данных, а здесь его нет. Скопируйте или скачайте его заново.",
  },
});
