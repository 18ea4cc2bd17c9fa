// What is said of the step fill-missing.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-fill-missing", {
  en: {
    title: "Fill missing values",
    does: "Puts a value where one is missing",
    "says-value": "fills missing {columns} with {value}",
    "says-mean": "fills missing {columns} with the mean",
    "says-median": "fills missing {columns} with the median",
    "says-mode": "fills missing {columns} with the most frequent value",
    "by-mean": "the mean",
    "by-median": "the median",
    "by-mode": "the commonest value",
    "by-value": "a value",
    "says-half-min": "fills missing {columns} with half the least value",
    "says-forward": "fills missing {columns} with the last value before, along {order}",
    "says-linear": "fills missing {columns} on the line between neighbours, along {order}",
    "says-within": "{said}, within {groups}",
    "by-half-min": "half the least value",
    "by-forward": "the last value before",
    "by-linear": "between neighbours",
    along: "along",
    within: "within",
    indicator: "mark where one was missing",
    "half-min-negative":
      "Step {step}: {column} holds values below 0, and half the least of them is larger than it, not smaller. Half the least value is for amounts, before a logarithm. Choose another way to fill.",
    "new-group":
      "Step {step}: {n} {n|row is|rows are} of no group, or of one that the rows it was taken of have not, or have no value of {column} in: the value of all rows is put in.",
    "no-group":
      "Step {step}: {n} missing {n|value|values} of {column} {n|is|are} in rows that name no group, and {n|stays|stay} missing.",
    "no-order":
      "Step {step}: {column} holds neither numbers nor dates as 2026-03-31 (with a time: 2026-03-31T14:05), and nothing can be put between neighbours along it. Choose another column, or the last value before.",
    "letter-by-letter":
      "Step {step}: {column} is text, and rows go along it letter by letter: “10” before “9”, 01/12 before 13/01. Where it holds times, write them as 2026-03-31, or as numbers.",
    "many-groups": "Step {step}: {count} groups are more than are kept ({limit}). Choose columns with fewer different values.",
    left: "Step {step}: {n} missing {n|value|values} of {column} {n|has|have} nothing before or beside {n|it|them} in the order and {n|stays|stay} missing.",
    type: "Step {step}: {column} holds {type}, and cannot be filled with {value}. Choose another way to fill.",
    "mean-not-finite":
      "Step {step}: {column} has no mean that could stand for a missing value: infinite values are in it. Filter these out first, or fill with the median.",
    "median-not-finite":
      "Step {step}: {column} has no median that could stand for a missing value: infinite values are in it. Filter these out first, or choose another way to fill.",
    nothing:
      "Step {step}: {column} has no value at all, so nothing can be taken of it: it stays missing. Fill it with a value of your own.",
    "ties-within":
      "Step {step}: in {n} {n|group|groups} several values of {column} are the commonest, equally often; of {n|it|each} the one that comes first in the data is put in.",
    ties: "Step {step}: in {column} {n} values are the commonest, equally often; the one that comes first in the data is put in.",
  },
  ru: {
    title: "Заполнить пропуски",
    does: "Ставит значение там, где его нет",
    "says-value": "заполняет пропуски в {columns} значением {value}",
    "says-mean": "заполняет пропуски в {columns} средним",
    "says-median": "заполняет пропуски в {columns} медианой",
    "says-mode": "заполняет пропуски в {columns} самым частым значением",
    "by-mean": "среднее",
    "by-median": "медиана",
    "by-mode": "самое частое",
    "by-value": "значение",
    "says-half-min": "заполняет пропуски в {columns} половиной наименьшего",
    "says-forward": "заполняет пропуски в {columns} последним значением до них, по {order}",
    "says-linear": "заполняет пропуски в {columns} по прямой между соседями, по {order}",
    "says-within": "{said}, внутри {groups}",
    "by-half-min": "половина наименьшего",
    "by-forward": "последнее до него",
    "by-linear": "между соседями",
    along: "по порядку",
    within: "внутри",
    indicator: "отметить, где был пропуск",
    "half-min-negative":
      "Шаг {step}: в {column} есть значения меньше 0, и половина наименьшего из них больше его, а не меньше. Этот способ — для количеств, до логарифма. Выберите другой.",
    "new-group":
      "Шаг {step}: строк без группы или из групп, которых не было в строках обучения или где в {column} не было значений: {n}. В них взято значение по всем строкам.",
    "no-group": "Шаг {step}: пропусков в {column} в строках, где группа не названа: {n}. Они остались.",
    "no-order":
      "Шаг {step}: в {column} нет ни чисел, ни дат вида 2026-03-31 (со временем: 2026-03-31T14:05), поэтому по этому столбцу нечего брать между соседями. Выберите другой столбец или последнее значение до пропуска.",
    "letter-by-letter":
      "Шаг {step}: {column} — текст, и строки идут по буквам: «10» раньше «9», 01/12 раньше 13/01. Если это время, запишите его как 2026-03-31 или числом.",
    "many-groups": "Шаг {step}: групп {count}, а хранится не больше {limit}. Выберите столбцы, где разных значений меньше.",
    left: "Шаг {step}: пропусков в {column}, до которых или рядом с которыми по порядку ничего нет: {n}. Они остались.",
    type: "Шаг {step}: в {column} {type}, заполнить значением {value} нельзя. Выберите другой способ.",
    "mean-not-finite":
      "Шаг {step}: у {column} нет среднего, которым можно заполнить пропуск: в нём есть бесконечные значения. Сначала отберите строки без них или возьмите медиану.",
    "median-not-finite":
      "Шаг {step}: у {column} нет медианы, которой можно заполнить пропуск: в нём есть бесконечные значения. Сначала отберите строки без них или выберите другой способ.",
    nothing: "Шаг {step}: в {column} нет ни одного значения, взять не из чего: пропуски остались. Заполните его своим значением.",
    "ties-within":
      "Шаг {step}: групп, где самых частых значений {column} несколько и все встречаются одинаково часто: {n}; взято то, что стоит в данных первым.",
    ties: "Шаг {step}: в {column} самых частых значений {n}, все встречаются одинаково часто; взято то, что стоит в данных первым.",
  },
  formerly: { "transform.fill-type": "type" },
});
