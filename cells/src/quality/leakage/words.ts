// What is said of the rule leakage.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-leakage", {
  en: {
    title: "Leakage",
    does: "Columns that tell the outcome by themselves, rows in its order, and patients in several rows: a model that is given them is right for a reason that is not there tomorrow",
    auc: "AUC from",
    association: "V and η from",
    correlation: "correlation from",
    order: "order: AUC or correlation from",
    rows: "rows of a class at least",
    "no-outcome": "No column says what a model would tell. Name the outcome, where there is one.",
    "too-few":
      "{column} has fewer than {threshold} rows in all but one of its classes, or does not vary: what tells it by chance cannot be told.",
    "too-many": "{column} has too many classes, and is no number.",
    "by-auc": "{column} tells {outcome} by itself: AUC {value}, at least {threshold}",
    "by-v": "{column} tells {outcome} by itself: Cramér's V {value} (without bias), at least {threshold}",
    "by-eta": "{column} tells {outcome} by itself: correlation ratio {value}, at least {threshold}",
    "by-correlation": "{column} tells {outcome} by itself: correlation {value}, at least {threshold}",
    "by-gaps":
      "Whether {column} is there tells {outcome} by itself: Cramér's V {value} (without bias), at least {threshold}; it is known once {outcome} is",
    "by-rows": "Rows stand in the order of {outcome} ({value}, at least {threshold}): split by chance, never by place",
    "by-names": "Numbers in {column} follow {outcome} ({value}, at least {threshold}): leave it out of models",
    "by-time": "{outcome} follows {column} ({value}, at least {threshold}): a split by chance knows the future",
    several: "{column}: {n} {n|name has|names have} several rows; a split by rows would put one on both sides",
    "both-sides": "{column}: {n} {n|name has|names have} rows on both sides of the split",
  },
  ru: {
    title: "Утечка",
    does: "Столбцы, которые сами говорят исход, строки в его порядке и пациенты в нескольких строках: модель с ними права по причине, которой завтра не будет",
    auc: "AUC от",
    association: "V и η от",
    correlation: "корреляция от",
    order: "порядок: AUC или корреляция от",
    rows: "строк в классе не меньше",
    "no-outcome": "Ни один столбец не назван исходом. Укажите его, если он есть.",
    "too-few":
      "В {column} у всех классов, кроме одного, меньше {threshold} строк, или он не меняется: случайное от неслучайного не отличить.",
    "too-many": "В {column} слишком много классов, и это не число.",
    "by-auc": "{column} сам говорит {outcome}: AUC {value}, не меньше {threshold}",
    "by-v": "{column} сам говорит {outcome}: V Крамера {value} (без смещения), не меньше {threshold}",
    "by-eta": "{column} сам говорит {outcome}: корреляционное отношение {value}, не меньше {threshold}",
    "by-correlation": "{column} сам говорит {outcome}: корреляция {value}, не меньше {threshold}",
    "by-gaps":
      "То, есть ли {column}, само говорит {outcome}: V Крамера {value} (без смещения), не меньше {threshold}; оно известно, когда известно {outcome}",
    "by-rows": "Строки стоят в порядке {outcome} ({value}, не меньше {threshold}): делите случайно, а не по месту",
    "by-names": "Номера в {column} следуют за {outcome} ({value}, не меньше {threshold}): не давайте его моделям",
    "by-time": "{outcome} следует за {column} ({value}, не меньше {threshold}): при случайном разбиении известно будущее",
    several: "{column}: имён в нескольких строках {n}; при разбиении по строкам они попадут в обе части",
    "both-sides": "{column}: имён со строками в обеих частях разбиения {n}",
  },
});
