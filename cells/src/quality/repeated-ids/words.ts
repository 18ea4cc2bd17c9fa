// What is said of the rule repeated-ids.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-repeated-ids", {
  en: {
    title: "Repeated names",
    does: "Patients, samples and other names that stand in more than one row, where nearly all stand in one: joins double rows, and one person counts twice",
    unique: "names where different from a share of",
    none: "No column names the rows: none has the meaning of a name and different values in most rows.",
    repeated:
      "{column}: {n} {n|name stands|names stand} in several rows: {names} ({rows} rows too many, {percent}; fails above {threshold})",
    missing: "{column}: {n} {n|row has|rows have} no name",
  },
  ru: {
    title: "Повторы имён",
    does: "Пациенты, образцы и другие имена, которые стоят в нескольких строках, хотя почти все — в одной: соединения удваивают строки, а один человек считается дважды",
    unique: "имена, если разных от доли",
    none: "Ни один столбец не называет строки: ни у одного нет смысла имени и разных значений в большинстве строк.",
    repeated: "{column}: имён в нескольких строках {n}: {names} (лишних строк {rows}, {percent}; не годится выше {threshold})",
    missing: "{column}: строк без имени {n}",
  },
});
