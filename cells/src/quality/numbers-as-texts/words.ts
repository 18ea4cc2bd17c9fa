// What is said of the rule numbers-as-texts.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-numbers-as-texts", {
  en: {
    title: "Numbers as texts",
    does: "Columns of texts that were meant as numbers, which one word or sign kept from it: sorted and drawn as texts they stand in an order that nobody means",
    "warn-from": "doubtful from a share of",
    none: "There is no column of texts.",
    words: "{column}: {percent} of its texts are numbers; in the way {n|stands|stand} {words}",
    signs:
      "{column}: {percent} of its texts read as numbers with signs around them, such as {example}: say where the file is loaded what the signs mean",
    limits: "{column}: its texts are numbers and limits, {example}. As a number a limit becomes the value that it names",
    "limits-and-words":
      "{column}: {percent} of its texts are numbers and limits, {example}. As a number a limit becomes the value that it names, and {words} becomes missing",
    plain: "{column}: all its texts are numbers",
  },
  ru: {
    title: "Числа как тексты",
    does: "Столбцы текстов, которые должны быть числами, но помешало слово или знак: отсортированные как тексты, они стоят в порядке, которого никто не хотел",
    "warn-from": "сомнительно от доли",
    none: "Нет столбца текстов.",
    words: "{column}: {percent} текстов — числа; {n|мешает|мешают} {words}",
    signs:
      "{column}: {percent} текстов читаются как числа со знаками вокруг, например {example}: укажите при загрузке файла, что значат знаки",
    limits: "{column}: тексты — числа и пределы, {example}. Как число предел становится значением, которое он называет",
    "limits-and-words":
      "{column}: {percent} текстов — числа и пределы, {example}. Как число предел становится значением, которое он называет, а {words} — пропуском",
    plain: "{column}: все тексты — числа",
  },
});
