// What is said of the step impute-neighbours.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-impute-neighbours", {
  en: {
    title: "Fill gaps from nearest rows",
    does: "Fills gaps with the mean of the rows that are nearest in the other columns",
    says: "fills gaps of {columns} from the {n} nearest {n|row|rows}",
    menu: "Fill gaps from nearest rows",
    "menu-line": "k nearest neighbours, on columns of one scale",
    "menu-words": "impute knn missing neighbours nan",
    neighbours: "rows",
    weights: "weights",
    "weights-uniform": "all alike",
    "weights-distance": "nearer ones more",
    "no-value": "Step {step}: {column} has no value in the rows that gaps are filled from: its gaps stay.",
    large:
      "Step {step}: {cells} values would be kept to fill gaps from, and at most {limit} are. Choose fewer columns, or train on a part of the rows.",
    scales:
      "Step {step}: {most} varies {times} times as much as {least}, so that rows are near each other by {most} alone. Scale the columns before this step.",
  },
  ru: {
    title: "Заполнить пропуски по ближайшим строкам",
    does: "Заполняет пропуски средним строк, ближайших по остальным столбцам",
    says: "заполняет пропуски {columns} по ближайшим строкам ({n})",
    menu: "Заполнить пропуски по ближайшим строкам",
    "menu-line": "k ближайших соседей, по столбцам одного масштаба",
    "menu-words": "пропуски соседи knn импутация",
    neighbours: "строк",
    weights: "веса",
    "weights-uniform": "все одинаково",
    "weights-distance": "ближние больше",
    "no-value": "Шаг {step}: в {column} нет значений в строках, по которым заполняются пропуски: они остались.",
    large:
      "Шаг {step}: пришлось бы хранить значений: {cells}, а можно не больше {limit}. Выберите меньше столбцов или обучите на части строк.",
    scales:
      "Шаг {step}: {most} меняется сильнее, чем {least}, в {times} раз, и близость строк решает один {most}. Сначала приведите столбцы к одному масштабу.",
  },
});
