// What is said of the rule missing-values.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-missing-values", {
  en: {
    title: "Missing values",
    does: "Values that are missing, of each column and of each row: what is mostly empty says nothing, and models leave out rows with gaps",
    rows: "rows: doubtful above",
    empty: "{n} {n|column lacks|columns lack} more than {percent} of {n|its|their} values: {columns}",
    gaps: "{n} {n|column|columns} of numbers {n|lacks|lack} more than {percent} of {n|its|their} values: {columns}",
    "gaps-others": "{n} {n|column|columns} of categories {n|lacks|lack} more than {percent} of {n|its|their} values: {columns}",
    outcome: "{n} {n|row has|rows have} no {column} ({percent}), which is the outcome: nothing is learned of {n|it|them}",
    "empty-rows": "{n} {n|row lacks|rows lack} more than {percent} of {n|its|their} values: {rows}",
  },
  ru: {
    title: "Пропуски",
    does: "Пропущенные значения в столбцах и строках: почти пустое ничего не говорит, а строки с пропусками модели пропускают",
    rows: "строки: сомнительно выше",
    empty: "Столбцы, где пропущено больше {percent} значений ({n}): {columns}",
    gaps: "Столбцы чисел, где пропущено больше {percent} значений ({n}): {columns}",
    "gaps-others": "Столбцы категорий, где пропущено больше {percent} значений ({n}): {columns}",
    outcome: "Строк без исхода {column}: {n} ({percent}); учиться на них нельзя",
    "empty-rows": "Строки, где пропущено больше {percent} значений ({n}): {rows}",
  },
});
