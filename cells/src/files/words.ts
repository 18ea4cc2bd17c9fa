// What is said of a file before it is loaded, beside what its format says.

import { defineWords } from "../messages/define-words.ts";

export const words = defineWords("files", {
  en: {
    "more-sheets": "{count} more {count|sheet is|sheets are} not shown here: {sheets}. A load cell reads each by its name.",
    "or-else": "Or else: {value}.",
    aside:
      "{part} is free text beside the data, and not part of the set: nothing has to be mended. It can be added as plain text.",
    broken: "{rule} ({section}), {count} {count|time|times}. Expected: {expected}",
    "broken-again": "{rule} ({section}): the same {count} more {count|time|times}. Expected: {expected}",
    "broken-line": "{rule} ({section}), {count} {count|time|times}, first in line {line}. Expected: {expected}",
    "broken-line-part":
      "{rule} ({section}), {count} {count|time|times} in the first 16 MB, first in line {line}. Expected: {expected}",
  },
  ru: {
    "more-sheets": "Здесь не показано ещё {count} {count|лист|листа|листов}: {sheets}. Ячейка загрузки прочитает любой по имени.",
    "or-else": "Или иначе: {value}.",
    aside: "{part} — текст рядом с данными, а не часть набора: исправлять нечего. Его можно добавить как простой текст.",
    broken: "{rule} ({section}), {count} {count|раз|раза|раз}. Нужно: {expected}",
    "broken-again": "{rule} ({section}): то же ещё {count} {count|раз|раза|раз}. Нужно: {expected}",
    "broken-line": "{rule} ({section}), {count} {count|раз|раза|раз}, сначала в строке {line}. Нужно: {expected}",
    "broken-line-part":
      "{rule} ({section}), {count} {count|раз|раза|раз} в первых 16 МБ, сначала в строке {line}. Нужно: {expected}",
  },
});
