// What is said of the format cls.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-cls", {
  en: {
    title: "CLS (GSEA classes)",
    cut: "{name} ends before its classes (line {line}). Was it cut? Export or copy it again.",
    "count-differs": "Line 1 of {name} tells of {told} {what}, and line {line} holds {found}. Correct the one that is wrong.",
    "class-unknown": "Line {line} of {name} holds more classes than line 2 names: {label}. Correct the one that is wrong.",
    "no-number": "Line {line} of {name} holds “{found}”, which is no number. Correct it.",
    samples: "samples",
    classes: "classes",
    "by-position": "Classes go by position: row 1 is the first sample of the matrix that the file belongs to.",
  },
  ru: {
    title: "CLS (классы для GSEA)",
    cut: "{name} заканчивается раньше классов (строка {line}). Файл обрезан? Экспортируйте или скопируйте его заново.",
    "count-differs": "По строке 1 файла {name} {what}: {told}, а в строке {line} — {found}. Исправьте ту, что неверна.",
    "class-unknown": "В строке {line} файла {name} классов больше, чем названо в строке 2: {label}. Исправьте ту, что неверна.",
    "no-number": "В строке {line} файла {name} стоит «{found}» — не число. Исправьте.",
    samples: "образцов",
    classes: "классов",
    "by-position": "Классы идут по порядку: строка 1 — первый образец матрицы, к которой относится файл.",
  },
});
