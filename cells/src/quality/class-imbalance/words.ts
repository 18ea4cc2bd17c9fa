// What is said of the rule class-imbalance.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-class-imbalance", {
  en: {
    title: "Class imbalance",
    does: "How often each class of the outcome occurs: where one is rare, accuracy is high for nothing, and a part of a split may lack it",
    "warn-below": "doubtful below, of an equal share",
    "fail-below": "fails below, of an equal share",
    rows: "rows of a class at least",
    "no-outcome": "No column says what a model would tell. Name the outcome, where there is one.",
    number: "{column} is a number or has too many classes: there is nothing to be balanced.",
    one: "{column} has one class only: there is nothing to tell.",
    rare: "{outcome}: {level} has {n} of {all} rows ({percent}; {value} of an equal share, less than {threshold}). Whoever always says {other} is right in {accuracy}: judge by balanced accuracy or the precision-recall curve, and split with {outcome} in each part as in all",
    few: "{outcome}: {labels} {n|has|have} fewer than {threshold} rows: five folds of a validation would have one or two each. Join classes, or leave {n|it|them} out",
  },
  ru: {
    title: "Дисбаланс классов",
    does: "Как часто встречается каждый класс исхода: если один редок, точность высока даром, а в части разбиения его может не быть",
    "warn-below": "сомнительно ниже, от равной доли",
    "fail-below": "не годится ниже, от равной доли",
    rows: "строк в классе не меньше",
    "no-outcome": "Ни один столбец не назван исходом. Укажите его, если он есть.",
    number: "{column} — число или в нём слишком много классов: уравновешивать нечего.",
    one: "В {column} один класс: различать нечего.",
    rare: "{outcome}: у {level} строк {n} из {all} ({percent}; {value} равной доли, меньше {threshold}). Кто всегда говорит {other}, прав в {accuracy}: судите по сбалансированной точности или по кривой точности и полноты, а делите так, чтобы доли {outcome} в частях были как во всех",
    few: "{outcome}: у {n|класса|классов} {labels} меньше {threshold} строк: в пяти частях проверки было бы по одной-две. Объедините классы или уберите {n|его|их}",
  },
});
