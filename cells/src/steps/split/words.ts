// What is said of the step split.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-split", {
  en: {
    title: "Split training and test",
    does: "Says of each row whether it is learned from or kept aside: steps after it take what they learn of the training alone",
    says: "keeps {test} % for the test and {validation} % for validation, learns from {rest} %,",
    "how-chance": "by chance (seed {seed})",
    "how-stratified": "with {column} in each part as in all (seed {seed})",
    "how-after": "the latest by {column}",
    "and-together": ", rows of one {columns} together",
    test: "test",
    validation: "validation",
    stratify: "each part like all in",
    together: "keep together",
    after: "the test is",
    duplicates: "equal rows together",
    "new-column": "new column",
    seed: "seed",
    "by-chance": "by chance",
    "latest-by": "the latest by {column}",
    "not-stratified": "nothing",
    "no-share":
      "Step {step}: test and validation take {all} % of the rows, and none are left to learn from. Enter smaller shares.",
    "many-strata":
      "Step {step}: {column} has {n} different values in {rows} rows, too many for each part to have them all. Choose a column of few values.",
    "time-and-strata":
      "Step {step}: rows are parted by time, so they cannot be like all in another column as well. Choose one of the two.",
    "no-time":
      "Step {step}: {column} holds no times that can be compared. Choose a column of numbers, or of dates that are all written alike (2024-05-31; 2024-05-31T14:05; 2024-05-31T14:05+02:00).",
    "no-training": "Step {step}: there are too few rows, or too few that may be divided: none is left to learn from.",
    "no-test": "Step {step}: no row is in the test: there are too few that may be divided.",
    "no-validation": "Step {step}: no row is in the validation: there are too few that may be divided.",
    "other-training":
      "Step {step}: {got} % of the rows are the training, where {asked} % were asked: rows that stay together are not divided.",
    "other-validation":
      "Step {step}: {got} % of the rows are the validation, where {asked} % were asked: rows that stay together are not divided.",
    "other-test":
      "Step {step}: {got} % of the rows are the test, where {asked} % were asked: rows that stay together are not divided.",
    lacking:
      "Step {step}: {n} {n|value|values} of {column} {n|is|are} not in every part, for {n|it has|they have} too few rows, or rows that stay together: {names}. What the training has not is not learned, and what the test has not is not tried.",
    "together-missing": "Step {step}: where {columns} is missing, rows are taken to be of nobody else.",
    "time-missing": "Step {step}: {n} {n|row has|rows have} no {column} and {n|is|are} unused.",
    purged: "Step {step}: {n} {n|row is|rows are} unused, since what is kept together ({columns}) lies on both sides of the cut.",
    second: "Step {step}: another column said the parts already. Steps after this one go by the new one.",
    menu: "Split training and test",
    "menu-line": "Keeps rows aside that nothing learns from",
    "menu-words": "split train test validation holdout stratified group leakage fold",
  },
  ru: {
    title: "Разделить на обучение и тест",
    does: "Указывает для каждой строки, учатся на ней или откладывают её: следующие шаги берут всё только из обучающей части",
    says: "откладывает {test} % в тест и {validation} % на валидацию, учится на {rest} %,",
    "how-chance": "случайно (зерно {seed})",
    "how-stratified": "с долями {column} в каждой части, как во всех строках (зерно {seed})",
    "how-after": "самые поздние по {column}",
    "and-together": ", строки с одним {columns} вместе",
    test: "тест",
    validation: "валидация",
    stratify: "доли в частях как у всех по",
    together: "держать вместе",
    after: "в тест —",
    duplicates: "равные строки вместе",
    "new-column": "новый столбец",
    seed: "зерно",
    "by-chance": "случайно",
    "latest-by": "поздние по {column}",
    "not-stratified": "ничему",
    "no-share": "Шаг {step}: тест и валидация забирают {all} % строк, учиться не на чем. Укажите меньшие доли.",
    "many-strata":
      "Шаг {step}: в {column} разных значений {n} на {rows} строк — слишком много, чтобы все были в каждой части. Выберите столбец с немногими значениями.",
    "time-and-strata":
      "Шаг {step}: строки делятся по времени, поэтому доли другого столбца сохранить нельзя. Выберите одно из двух.",
    "no-time":
      "Шаг {step}: в {column} нет времени, которое можно сравнить. Выберите столбец чисел или дат, записанных одинаково (2024-05-31; 2024-05-31T14:05; 2024-05-31T14:05+02:00).",
    "no-training": "Шаг {step}: строк, которые можно делить, слишком мало: учиться не на чем.",
    "no-test": "Шаг {step}: в тесте нет ни одной строки: делимых строк слишком мало.",
    "no-validation": "Шаг {step}: для валидации нет ни одной строки: делимых строк слишком мало.",
    "other-training":
      "Шаг {step}: обучению досталось {got} % строк, а просили {asked} %: строки, которые держатся вместе, не делятся.",
    "other-validation":
      "Шаг {step}: валидации досталось {got} % строк, а просили {asked} %: строки, которые держатся вместе, не делятся.",
    "other-test": "Шаг {step}: тесту досталось {got} % строк, а просили {asked} %: строки, которые держатся вместе, не делятся.",
    lacking:
      "Шаг {step}: значений {column}, которых нет в какой-то из частей (мало строк, или они держатся вместе): {n} — {names}. Чего нет в обучении, тому не научатся; чего нет в тесте, того не проверят.",
    "together-missing": "Шаг {step}: где нет значения {columns}, строка считается ничьей больше.",
    "time-missing": "Шаг {step}: нет {column} и не используются строки: {n}.",
    purged:
      "Шаг {step}: не используются строки ({n}), потому что то, что держится вместе ({columns}), лежит по обе стороны границы.",
    second: "Шаг {step}: части уже указывал другой столбец. Следующие шаги смотрят на новый.",
    menu: "Разделить на обучение и тест",
    "menu-line": "Откладывает строки, на которых ничто не учится",
    "menu-words": "разделение обучение проверка тест отложенная выборка стратификация группы утечка",
  },
});
