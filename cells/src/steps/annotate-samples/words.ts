// What is said of the step annotate-samples.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-annotate-samples", {
  en: {
    title: "Annotate samples",
    does: "Adds the columns of a table to the annotation of the samples",
    says: "annotates samples from {with}",
    unmatched:
      "Step {step}: none of the {samples} samples is in {column} of the other table. First sample here: {here}; there: {there}. Choose the column that holds sample names.",
    unfound:
      "Step {step}: {n} of {all} {all|sample|samples} {n|is|are} not in {column} of the other table; what it says is missing for {n|it|them}.",
    replaced: "Step {step}: of the columns of the samples, what stood in {names} gave way to the other table.",
    repeated:
      "Step {step}: {value} stands more than once in {column} of the other table, so samples cannot be annotated from it. Keep one row per sample first.",
    several:
      "Step {step}: {first} and {second} of the other table both hold names of these samples, and give them other rows. Choose the column that names the rows.",
    instead:
      "Step {step}: {column} of the other table holds names of these samples, too, and would give them other rows; {taken} was taken. If {column} is the right one, choose it.",
  },
  ru: {
    title: "Описать образцы",
    does: "Дополняет описание образцов столбцами таблицы",
    says: "дополняет образцы сведениями из {with}",
    unmatched:
      "Шаг {step}: ни одного из {samples} образцов нет в столбце {column} второй таблицы. Первый образец здесь: {here}, там: {there}. Выберите столбец с именами образцов.",
    unfound:
      "Шаг {step}: {n} из {all} {all|образца|образцов|образцов} нет в столбце {column} второй таблицы; у {n|него|них|них} пропуски.",
    replaced: "Шаг {step}: столбцы {names} у образцов уже были; теперь они из второй таблицы.",
    repeated:
      "Шаг {step}: {value} встречается в столбце {column} второй таблицы больше одного раза, поэтому дополнить образцы нельзя. Сначала оставьте по строке на образец.",
    several:
      "Шаг {step}: и в {first}, и в {second} второй таблицы есть имена этих образцов, а строки они дают разные. Выберите столбец, который называет её строки.",
    instead:
      "Шаг {step}: в {column} второй таблицы тоже есть имена этих образцов, но строки он дал бы другие; взят {taken}. Если верен {column}, выберите его.",
  },
  formerly: { "transform.samples-unmatched": "unmatched", "transform.samples-repeated": "repeated" },
});
