// What is said of the format biom-json.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-biom-json", {
  en: {
    title: "BIOM 1 (JSON)",
    "not-json": "{name} is no whole JSON: {detail}. Was it cut? Copy it again, or write it again with biom convert.",
    "no-field": "{name} has no {field} of the kind that BIOM 1.0 asks for. Write it again with biom convert.",
    "shape-differs": "{name} tells of {told} observations and samples, and names {found}. Write it again with biom convert.",
    "not-an-entry":
      "Entry {place} of data in {name} is {found}; a row, a column and a number within {rows} x {columns} are expected. Write it again with biom convert.",
  },
  ru: {
    title: "BIOM 1 (JSON)",
    "not-json": "{name} — не целый JSON: {detail}. Файл обрезан? Скопируйте его заново или запишите снова через biom convert.",
    "no-field": "В {name} нет {field} такого вида, как требует BIOM 1.0. Запишите снова через biom convert.",
    "shape-differs": "По {name} наблюдений и образцов {told}, а названо {found}. Запишите снова через biom convert.",
    "not-an-entry":
      "Запись {place} в data файла {name}: {found}; ожидаются строка, столбец и число в пределах {rows} x {columns}. Запишите снова через biom convert.",
  },
});
