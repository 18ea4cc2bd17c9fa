// What is said of the step drop-missing.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-drop-missing", {
  en: {
    title: "Drop what is missing",
    does: "Drops rows, or columns, where values are missing",
    says: "drops rows where {columns} is missing",
    "says-any": "drops rows where anything is missing",
    "says-rows-any": "drops rows where more than {percent} % is missing",
    "says-rows-some": "drops rows where more than {percent} % of {columns} is missing",
    "says-columns-any": "drops columns of which more than {percent} % is missing",
    "says-columns-some": "drops {columns} where more than {percent} % of the column is missing",
    "missing-in": "missing in",
    drop: "drop",
    "drop-rows": "rows",
    "drop-columns": "columns",
    above: "if more is missing than",
    "dropped-columns": "Step {step}: {n} {n|column is|columns are} dropped: {names}.",
    "no-columns":
      "Step {step}: of every column more than {percent} % is missing, and nothing would be left. Allow a larger share.",
  },
  ru: {
    title: "Убрать пропуски",
    does: "Убирает строки или столбцы с пропусками",
    says: "убирает строки, где нет {columns}",
    "says-any": "убирает строки, где чего-либо нет",
    "says-rows-any": "убирает строки, где пропущено больше {percent} %",
    "says-rows-some": "убирает строки, где в {columns} пропущено больше {percent} %",
    "says-columns-any": "убирает столбцы, где пропущено больше {percent} %",
    "says-columns-some": "убирает {columns}, если в столбце пропущено больше {percent} %",
    "missing-in": "пропуск в",
    drop: "убрать",
    "drop-rows": "строки",
    "drop-columns": "столбцы",
    above: "если пропущено больше",
    "dropped-columns": "Шаг {step}: убрано столбцов: {n} ({names}).",
    "no-columns": "Шаг {step}: в каждом столбце пропущено больше {percent} %, и ничего не осталось бы. Разрешите большую долю.",
  },
});
