// What is said of the rule near-labels.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-near-labels", {
  en: {
    title: "Labels written in several ways",
    does: "Labels that are the same but for case, spaces and signs, or rare ones that differ by a letter: each writing is a group of its own for charts, tests and models",
    rare: "a letter apart: rare beside the other up to",
    labels: "labels at most",
    none: "There is no column of labels.",
    same: "{column}: {groups} {groups|label is|labels are} written in several ways: {labels}",
  },
  ru: {
    title: "Метки, написанные по-разному",
    does: "Метки, одинаковые с точностью до регистра, пробелов и знаков, и редкие, отличные на букву: для графиков, тестов и моделей каждая — отдельная группа",
    rare: "отличие в букву: редкая рядом с другой до",
    labels: "меток не больше",
    none: "Нет столбца с метками.",
    same: "{column}: меток, написанных по-разному, {groups}: {labels}",
  },
});
