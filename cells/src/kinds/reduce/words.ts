// What is said of components and the columns of the samples that go with them.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("reduce-associations", {
  en: {
    tab: "Driven by",
    "batch-drives":
      "PC{component}, {variance} % of the variance, goes with {column}, which explains {share} % of it: samples may lie apart by where or when they were made. Take {column} into the design of a test, and see whether what is compared is spread over its groups.",
    share: "Share of the component's variance",
    "alt-none": "How much of each component each column of the samples explains: none explains half of one.",
    alt: "How much of each component each column of the samples explains. Most: {parts}.",
    "part-of": "{column} {share} % of PC{component}",
    "says-associations":
      "How much of each component one column explains by itself (R²), with its p value on hover, not adjusted: of numbers by a line, of groups by their means. A column of many small groups explains much by chance: look at its p. Columns that hang together share what they explain.",
    none: "No column of the samples has groups or numbers that could go with a component.",
  },
  ru: {
    tab: "От чего зависит",
    "batch-drives":
      "PC{component}, {variance} % дисперсии, связана с {column}: этот столбец объясняет {share} % её. Образцы могут расходиться из-за того, где и когда их готовили. Возьмите {column} в план проверки и посмотрите, распределено ли сравниваемое по его группам.",
    share: "Доля дисперсии компоненты",
    "alt-none": "Какую долю каждой компоненты объясняет каждый столбец образцов: половины не объясняет ни один.",
    alt: "Какую долю каждой компоненты объясняет каждый столбец образцов. Больше всего: {parts}.",
    "part-of": "{column} {share} % PC{component}",
    "says-associations":
      "Какую долю компоненты объясняет один столбец сам по себе (R²), при наведении p без поправки: у чисел по прямой, у групп по их средним. Столбец со многими малыми группами объясняет много случайно: смотрите на p. Связанные столбцы делят объяснённое.",
    none: "Ни в одном столбце образцов нет групп или чисел, которые могли бы быть связаны с компонентой.",
  },
});
