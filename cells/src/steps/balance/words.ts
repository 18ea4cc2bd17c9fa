// What is said of the step balance.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-balance", {
  en: {
    title: "Balance classes",
    does: "Makes the classes of the training equally frequent; rows that come later, and those of a test, stay as they are",
    says: "balances the classes of {column}: {by} (seed {seed})",
    "by-oversample": "rows of the smaller ones again",
    "by-undersample": "fewer rows of the larger ones",
    "by-smote": "rows made between neighbours (SMOTE)",
    "by-smote-nc": "rows made between neighbours, by numbers and categories (SMOTE-NC)",
    categories: "categories",
    "no-categories": "Step {step}: no column of categories is left. Choose SMOTE, which looks at numbers alone.",
    "named-twice": "Step {step}: {column} stands among the numbers and among the categories. Take it out of one of them.",
    "matrix-numbers": "Step {step}: all features of a matrix are numbers. Choose SMOTE.",
    uncounted:
      "Step {step}: {names} {n|says|say} nothing of which rows are near, since SMOTE looks at numbers alone. Choose SMOTE-NC to have {n|it|them} counted.",
    "penalty-0":
      "Step {step}: half of the numbers or more do not vary among the rows of {class}, so that a category that differs counts as nothing there.",
    column: "classes of",
    how: "by",
    neighbours: "neighbours",
    columns: "near by",
    share: "share of the largest",
    seed: "seed",
    "one-class":
      "Step {step}: {column} has one class in the training, {class}, and nothing is to be balanced. Choose another column.",
    "no-class": "Step {step}: {column} has no value in the training.",
    "many-classes": "Step {step}: {column} has {n} classes in {rows} rows, which are hardly classes. Choose another column.",
    missing:
      "Step {step}: {column} misses a value in {n} {n|row|rows} of the training, and rows are made between whole ones. Fill what is missing in a step before.",
    "single-row":
      "Step {step}: {class} has a single row of the training, and no row is made between one. Take its row again instead, or leave the class out.",
    "no-numbers": "Step {step}: no column of numbers is left between which rows could be made. Take rows again instead.",
    "columns-of-table": "Step {step}: of a matrix all features are taken. Name no columns.",
    "target-named": "Step {step}: {column} is the column of the classes. Take it out of the columns.",
    large:
      "Step {step}: the nearest rows of {rows} rows by {columns} columns take too long to find. Take rows again, or fewer columns.",
    scales:
      "Step {step}: {most} spreads {times} times as widely as {least}, so that it alone says which rows are near. Scale columns in a step before.",
    "few-rows": "Step {step}: a class has fewer rows than neighbours are asked for ({neighbours}): all of its rows are.",
    fractions:
      "Step {step}: in the rows that were made, {n} {n|column|columns} of whole numbers {n|holds|hold} fractions ({names}), and a model could tell these rows by them. Make rows before categories become numbers, or name the columns between which they are made.",
    "no-split":
      "Step {step}: no column says which rows are the training, so all are balanced. To validate, choose these steps as “prepare by” of Train on the data before them, or split before this step.",
    done: "Step {step}: of the training {made} rows were added and {gone} left out.",
    menu: "Balance classes",
    "menu-line": "Of rare and frequent classes equally many rows to learn from",
    "menu-words": "balance imbalance oversample undersample smote class weights rare minority resample",
  },
  ru: {
    title: "Уравнять классы",
    does: "Делает классы обучающей части одинаково частыми; новые строки и строки проверки остаются как есть",
    says: "уравнивает классы {column}: {by} (зерно {seed})",
    "by-oversample": "строки меньших классов повторно",
    "by-undersample": "меньше строк больших классов",
    "by-smote": "строки между соседями (SMOTE)",
    "by-smote-nc": "строки между соседями по числам и категориям (SMOTE-NC)",
    categories: "категории",
    "no-categories": "Шаг {step}: столбцов с категориями не осталось. Возьмите SMOTE: ему нужны одни числа.",
    "named-twice": "Шаг {step}: {column} стоит и среди чисел, и среди категорий. Уберите из одного из списков.",
    "matrix-numbers": "Шаг {step}: все признаки матрицы — числа. Возьмите SMOTE.",
    uncounted:
      "Шаг {step}: {names} — по этим категориям близость строк не судят: SMOTE смотрит только на числа (таких столбцов: {n}). Чтобы учесть их, возьмите SMOTE-NC.",
    "penalty-0": "Шаг {step}: у класса {class} половина чисел или больше не меняется, и различие категорий там ничего не значит.",
    column: "классы из",
    how: "как",
    neighbours: "соседей",
    columns: "близость по",
    share: "доля от наибольшего",
    seed: "зерно",
    "one-class": "Шаг {step}: в обучающей части у {column} один класс, {class}, уравнивать нечего. Выберите другой столбец.",
    "no-class": "Шаг {step}: в обучающей части у {column} нет значений.",
    "many-classes": "Шаг {step}: у {column} классов {n} на {rows} строк — вряд ли это классы. Выберите другой столбец.",
    missing:
      "Шаг {step}: в {column} пропущены значения обучающих строк: {n}, а новые строки делаются между полными. Заполните пропуски шагом раньше.",
    "single-row":
      "Шаг {step}: в классе {class} одна обучающая строка, между одной строкой новых не сделать. Возьмите её повторно или исключите класс.",
    "no-numbers": "Шаг {step}: нет столбца чисел, между которыми можно сделать строки. Возьмите строки повторно.",
    "columns-of-table": "Шаг {step}: у матрицы берутся все признаки. Не называйте столбцов.",
    "target-named": "Шаг {step}: {column} — столбец классов. Уберите его из столбцов.",
    large:
      "Шаг {step}: ближайшие строки среди {rows} по {columns} столбцам искать слишком долго. Возьмите строки повторно или меньше столбцов.",
    scales:
      "Шаг {step}: разброс {most} в {times} раз больше, чем {least}, и близость решает он один. Приведите столбцы к одному масштабу шагом раньше.",
    "few-rows": "Шаг {step}: в классе строк меньше, чем просят соседей ({neighbours}): соседи — все его строки.",
    fractions:
      "Шаг {step}: в сделанных строках есть дроби в столбцах целых чисел ({names}; столбцов: {n}), и модель может узнать такие строки по ним. Делайте строки до того, как категории станут числами, или назовите столбцы, между которыми они делаются.",
    "no-split":
      "Шаг {step}: никакой столбец не говорит, какие строки обучающие, и уравнены все. Для проверки выберите эти шаги как «подготовка» в обучении на данных до них, или разделите данные раньше этого шага.",
    done: "Шаг {step}: в обучающую часть добавлено строк: {made}, убрано: {gone}.",
    menu: "Уравнять классы",
    "menu-line": "Поровну строк редких и частых классов для обучения",
    "menu-words": "баланс классов дисбаланс повторная выборка smote редкий класс веса",
  },
});
