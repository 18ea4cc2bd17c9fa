// What is said of the step impute-iterative.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-impute-iterative", {
  en: {
    title: "Fill gaps by regression",
    does: "Fills gaps of each column by a regression on the others, round after round",
    says: "fills gaps of {columns} by regression on each other",
    menu: "Fill gaps by regression",
    "menu-line": "Each column from the others, in rounds (Bayesian ridge)",
    "menu-words": "impute iterative mice chained equations missing ridge",
    rounds: "rounds at most",
    "no-value":
      "Step {step}: {column} has no value in the rows that the regressions are taken of: its gaps stay, and it tells nothing of others.",
    unsettled:
      "Step {step}: after {n} rounds the filled values still change by more than a thousandth of the largest value. Allow more rounds, or scale the columns before.",
    beyond:
      "Step {step}: of the values put into {column} {below} lie below all and {above} above all that stand there, since a line has no end. Where the numbers have one (no amount is below 0), fill from nearest rows.",
    large:
      "Step {step}: {columns} columns of {rows} rows are more than is worked on here. Choose fewer columns, or fill from nearest rows.",
  },
  ru: {
    title: "Заполнить пропуски регрессией",
    does: "Заполняет пропуски каждого столбца регрессией по остальным, круг за кругом",
    says: "заполняет пропуски {columns} регрессией друг по другу",
    menu: "Заполнить пропуски регрессией",
    "menu-line": "Каждый столбец по остальным, кругами (байесовская гребневая)",
    "menu-words": "пропуски импутация регрессия итеративно mice",
    rounds: "кругов не больше",
    "no-value":
      "Шаг {step}: в {column} нет значений в строках, по которым берутся регрессии: его пропуски остались, о других он ничего не говорит.",
    unsettled:
      "Шаг {step}: кругов пройдено {n}, а заполненные значения всё ещё меняются больше чем на тысячную наибольшего. Разрешите больше кругов или сначала масштабируйте столбцы.",
    beyond:
      "Шаг {step}: среди значений, поставленных в {column}, ниже всех, что там есть: {below}, выше всех: {above}. У прямой нет конца. Если у чисел он есть (количество не бывает меньше 0), заполните по ближайшим строкам.",
    large:
      "Шаг {step}: столбцов {columns} и строк {rows} — больше, чем здесь считается. Выберите меньше столбцов или заполните по ближайшим строкам.",
  },
});
