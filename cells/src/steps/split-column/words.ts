// What is said of the step split-column.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-split-column", {
  en: {
    title: "Split a column",
    does: "Makes several columns of one, at a sign between the pieces",
    says: "splits {column} at “{at}” into {into}",
    menu: "Split a column",
    "menu-line": "Several columns of one, at a sign",
    "menu-words": "split separate delimiter pieces",
    at: "at",
    into: "into columns",
    rest: "further pieces",
    "rest-last": "stay in the last",
    "rest-refuse": "refuse",
    keep: "keep the column",
    fewer: "Step {step}: {n} {n|row|rows} of {column} {n|has|have} fewer than {count} pieces: what is lacking is missing.",
    more: "Step {step}: {n} {n|row|rows} of {column} {n|has|have} more than {count} pieces: the further ones stay in the last column.",
    "too-many":
      "Step {step}: {n} {n|row|rows} of {column} {n|has|have} more than {count} pieces. Name more columns, or let the further ones stay in the last.",
  },
  ru: {
    title: "Разделить столбец",
    does: "Делает из одного столбца несколько по знаку между частями",
    says: "делит {column} по «{at}» на {into}",
    menu: "Разделить столбец",
    "menu-line": "Несколько столбцов из одного по знаку",
    "menu-words": "разделить разбить разделитель части",
    at: "по",
    into: "на столбцы",
    rest: "лишние части",
    "rest-last": "остаются в последнем",
    "rest-refuse": "отказать",
    keep: "оставить столбец",
    fewer: "Шаг {step}: строк {column}, где частей меньше {count}: {n}. Недостающее пропущено.",
    more: "Шаг {step}: строк {column}, где частей больше {count}: {n}. Лишние остались в последнем столбце.",
    "too-many":
      "Шаг {step}: строк {column}, где частей больше {count}: {n}. Назовите больше столбцов или оставьте лишние части в последнем.",
  },
});
