// What is said of random forests.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("forest", {
  en: {
    title: "random forest",
    does: "predicts {target} of {from} with a forest of {trees} {trees|tree|trees}; {how}",
    importance: "by how much a feature's splits lower the Gini impurity",
    trees: "trees",
    depth: "depth at most",
    leaf: "rows in a leaf",
    "no-limit": "no limit",
  },
  ru: {
    title: "случайный лес",
    does: "предсказывает {target} по {from} случайным лесом из {trees} {trees|дерева|деревьев|деревьев}; {how}",
    importance: "по тому, насколько деления по признаку уменьшают неоднородность Джини",
    trees: "деревьев",
    depth: "глубина не больше",
    leaf: "строк в листе",
    "no-limit": "любая",
  },
});
