// What is said of the step encode.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-encode", {
  en: {
    title: "Categories as numbers",
    does: "Makes numbers of categories: columns of 0 and 1, places in an order, or shares",
    says: "{columns} as {as}",
    menu: "Categories as numbers",
    "menu-line": "One-hot columns, places in an order, or shares",
    "menu-words": "encode one-hot dummy ordinal frequency label categorical",
    as: "as",
    "by-one-hot": "columns of 0 and 1",
    "by-ordinal": "places in an order",
    "by-frequency": "shares of the rows",
    unseen: "new categories",
    "unseen-refuse": "refuse",
    "unseen-zero": "0 everywhere",
    "unseen-other": "a column “other”",
    "unseen-missing": "missing",
    order: "order, lowest first",
    "order-none": "sorted",
    keep: "keep the columns themselves",
    "new-refused":
      "Step {step}: {column} holds {n} {n|category|categories} that the rows it was learned of have not: {names}. Set what becomes of new categories, or mend the values first.",
    "no-place":
      "Step {step}: {n} {n|category|categories} of {column} {n|has|have} no place in the order that is given: {names}. Add {n|it|them}, or let what has no place be missing.",
    new: "Step {step}: {n} {n|row|rows} of {column} {n|holds|hold} a category that the rows it was learned of have not.",
    many: "Step {step}: {column} has {count} different values, and at most {limit} are made into numbers here. Merge some of them, or take another column.",
  },
  ru: {
    title: "Категории числами",
    does: "Делает из категорий числа: столбцы из 0 и 1, места по порядку или доли",
    says: "{columns} как {as}",
    menu: "Категории числами",
    "menu-line": "Столбцы из 0 и 1, места по порядку или доли",
    "menu-words": "кодировать категории one-hot порядок частота",
    as: "как",
    "by-one-hot": "столбцы из 0 и 1",
    "by-ordinal": "места по порядку",
    "by-frequency": "доли строк",
    unseen: "новые категории",
    "unseen-refuse": "отказать",
    "unseen-zero": "везде 0",
    "unseen-other": "столбец «other»",
    "unseen-missing": "пропуск",
    order: "порядок, от низшей",
    "order-none": "по алфавиту",
    keep: "оставить сами столбцы",
    "new-refused":
      "Шаг {step}: в {column} есть категории, которых не было в строках обучения ({n}): {names}. Задайте, что делать с новыми категориями, или сначала исправьте значения.",
    "no-place":
      "Шаг {step}: категории {column}, которым нет места в заданном порядке ({n}): {names}. Добавьте их или пусть они будут пропуском.",
    new: "Шаг {step}: строк {column} с категорией, которой не было в строках обучения: {n}.",
    many: "Шаг {step}: в {column} разных значений {count}, а в числа превращается не больше {limit}. Объедините некоторые или возьмите другой столбец.",
  },
});
