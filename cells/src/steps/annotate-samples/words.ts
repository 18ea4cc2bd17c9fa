// What is said of the step annotate-samples.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-annotate-samples", {
  en: {
    title: "Annotate samples",
    does: "Adds the columns of a table to the annotation of the samples",
    says: "annotates samples from {with}",
    unmatched:
      "Step {step}: none of the {samples} samples is in {column} of the other table. First sample here: {here}; there: {there}. Choose the column that holds sample names.",
    repeated:
      "Step {step}: {value} stands more than once in {column} of the other table, so samples cannot be annotated from it. Keep one row per sample first.",
  },
  ru: {
    title: "Описать образцы",
    does: "Дополняет описание образцов столбцами таблицы",
    says: "дополняет образцы сведениями из {with}",
    unmatched:
      "Шаг {step}: ни одного из {samples} образцов нет в столбце {column} второй таблицы. Первый образец здесь: {here}, там: {there}. Выберите столбец с именами образцов.",
    repeated:
      "Шаг {step}: {value} встречается в столбце {column} второй таблицы больше одного раза, поэтому дополнить образцы нельзя. Сначала оставьте по строке на образец.",
  },
  formerly: { "transform.samples-unmatched": "unmatched", "transform.samples-repeated": "repeated" },
});
