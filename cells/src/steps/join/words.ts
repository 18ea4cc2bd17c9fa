// What is said of the step join.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-join", {
  en: {
    title: "Join a table",
    does: "Adds the columns of another table where values are equal",
    "says-inner": "joins {with} by {on}, matching rows only",
    "says-left": "joins {with} by {on}",
    "says-full": "joins {with} by {on}, all rows of both",
    "says-anti": "keeps rows without a match in {with} by {on}",
    "says-semi": "keeps rows with a match in {with} by {on}",
    "rows-kept": "rows kept",
    "how-inner": "only those that match",
    "how-left": "all of these",
    "how-full": "all of both",
    "how-anti": "those without a match",
    "how-semi": "those with a match, unchanged",
    repeated:
      "Step {step}: {rows} of {all} rows {rows|has|have} several matches in the other table and {rows|stands|stand} several times now: {more} {more|row|rows} more. If each should stand once, keep one row of each key there first, or join by more columns.",
    types:
      "Step {step}: {left} and {right} hold different types ({leftType}, {rightType}), so no row can match. Choose other columns.",
    "types-but-words":
      "Step {step}: {left} and {right} are to match, one holds numbers, and {column} is text for “{missingWords}” alone. Name {n|that word|those words} among the words for missing cells where the file is loaded, or choose other columns.",
    nearly:
      "Step {step}: {rows} of {all} rows match nothing, though {left} is the same there as {right} but for spaces or case. Bring both into order first (Clean texts).",
    menu: "Join",
    "menu-line": "Brings two tables together by a common column",
    "menu-words": "merge combine vlookup lookup annotate",
  },
  ru: {
    title: "Присоединить таблицу",
    does: "Добавляет столбцы другой таблицы там, где значения равны",
    "says-inner": "присоединяет {with} по {on}, только совпавшие строки",
    "says-left": "присоединяет {with} по {on}",
    "says-full": "присоединяет {with} по {on}, все строки обеих таблиц",
    "says-anti": "оставляет строки без пары в {with} по {on}",
    "says-semi": "оставляет строки с парой в {with} по {on}",
    "rows-kept": "остаются строки",
    "how-inner": "только совпавшие",
    "how-left": "все отсюда",
    "how-full": "все из обеих",
    "how-anti": "без пары",
    "how-semi": "с парой, без изменений",
    repeated:
      "Шаг {step}: у {rows} из {all} строк в другой таблице несколько пар, и теперь они стоят по нескольку раз: на {more} {more|строку|строки|строк} больше. Если каждая нужна один раз, сначала оставьте там по одной строке на ключ или соединяйте по большему числу столбцов.",
    types:
      "Шаг {step}: в {left} и {right} данные разных типов ({leftType}, {rightType}), совпадений не будет. Выберите другие столбцы.",
    "types-but-words":
      "Шаг {step}: {left} и {right} должны совпадать, в одном числа, а {column} — текст только из-за «{missingWords}». Внесите {n|это слово|эти слова|эти слова} в слова для пропусков там, где загружается файл, или выберите другие столбцы.",
    nearly:
      "Шаг {step}: {rows} из {all} строк ни с чем не совпали, хотя {left} отличается от {right} только пробелами или регистром. Сначала приведите оба столбца в порядок (шаг «Почистить тексты»).",
    menu: "Соединить",
    "menu-line": "Объединяет две таблицы по общему столбцу",
    "menu-words": "присоединить таблицу объединить слить впр",
  },
  formerly: { "transform.join-types": "types" },
});
