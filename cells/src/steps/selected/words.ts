// What is said of the step selected.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-selected", {
  en: {
    title: "Selected rows",
    does: "Keeps or drops the rows that a selection in a picture holds; of a matrix samples",
    menu: "Selected rows",
    "menu-line": "Rows that were surrounded or clicked in a chart",
    "menu-words": "lasso brush box selection click gate gating subset points",
    "says-keep": "keeps what is selected in {of}",
    "says-drop": "drops what is selected in {of}",
    "says-keep-along": "keeps what is selected in {of}, along {along}",
    "says-drop-along": "drops what is selected in {of}, along {along}",
    written: "the picture",
    selection: "selection",
    x: "x",
    y: "y",
    names: "names in",
    parts: "parts by",
    lacks: "choose a selection",
    take: "lies in the selection",
    "own-names": "column of names",
    "nothing-selected": "Step {step}: nothing is selected yet. Draw a lasso or a box in the picture, or click points.",
    "no-selection":
      "Step {step}: that parameter holds no selection: a box, a lasso of 3 to {mostCorners} corners, or at most {mostNames} points, or names of at most {longestName} letters, or at most {mostAreas} areas of these. Choose a parameter in which something is selected.",
    "no-parts":
      "Step {step}: the selection lies in one part of its picture ({part}). Choose the column that parts it: of the panels, of the groups along the axis, or of the chromosomes.",
    moments: "Step {step}: the selection lies along dates, and rows are found by numbers alone. Filter by the dates instead.",
    "axis-not-numbers":
      "Step {step}: {column} holds no numbers, so nothing lies along it. Choose the column that stands on the axis.",
    "none-within": "Step {step}: no row lies in the selection.",
    "without-place": "Step {step}: {n} {n|row has|rows have} no number on an axis and {n|lies|lie} in no selection.",
    "names-absent": "Step {step}: {n} of {of} selected names {n|is|are} not in {column}.",
  },
  ru: {
    title: "Выделенные строки",
    does: "Оставляет или убирает строки, выделенные на графике, в матрице — образцы",
    menu: "Выделенные строки",
    "menu-line": "Строки, которые обведены или отмечены на графике",
    "menu-words": "лассо выделение рамка клик гейт подмножество точки",
    "says-keep": "оставляет выделенное в {of}",
    "says-drop": "убирает выделенное в {of}",
    "says-keep-along": "оставляет выделенное в {of} по осям {along}",
    "says-drop-along": "убирает выделенное в {of} по осям {along}",
    written: "графике",
    selection: "выделение",
    x: "x",
    y: "y",
    names: "имена в",
    parts: "части по",
    lacks: "выберите выделение",
    take: "лежит в выделенном",
    "own-names": "столбец имён",
    "nothing-selected": "Шаг {step}: ещё ничего не выделено. Обведите точки лассо или рамкой или щёлкните по ним.",
    "no-selection":
      "Шаг {step}: в этом параметре нет выделения: рамки, лассо из 3–{mostCorners} вершин или не более {mostNames} точек или имён (до {longestName} букв), или не более {mostAreas} таких областей. Выберите параметр, в котором что-то выделено.",
    "no-parts":
      "Шаг {step}: выделенное лежит в одной части графика ({part}). Выберите столбец, который делит его: на панели, на группы вдоль оси или на хромосомы.",
    moments: "Шаг {step}: выделено по датам, а строки находят только по числам. Отберите строки по датам.",
    "axis-not-numbers": "Шаг {step}: в {column} не числа, вдоль него ничего не лежит. Выберите столбец, который стоит на оси.",
    "none-within": "Шаг {step}: в выделенном нет ни одной строки.",
    "without-place": "Шаг {step}: строк без числа на оси: {n}. Они не лежат ни в каком выделении.",
    "names-absent": "Шаг {step}: имён, которых нет в {column}: {n} из {of}.",
  },
});
