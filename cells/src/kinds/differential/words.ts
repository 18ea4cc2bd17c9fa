// What is said of cells that fit a model of expression.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("differential", {
  en: {
    "words-empty": "fits a model of what each feature goes with",
    "words-no-design": "fits a model to {from} with {method}; the design is not written yet",
    words: "fits {formula} to {from} with {method}",
    "no-data": "Choose a matrix.",
    "blocks-not-taken":
      "{method} does not take samples of one {block} as alike, and would count each as new evidence. Add {block} to the formula, or choose limma-voom, which takes blocks.",
    "batch-removed":
      "The effects of {columns} were taken out of this matrix: for pictures that is right, but a test would count as known what was estimated, and find too much. Take the matrix as it was before that step, and {columns} into the formula.",
    aliased: "The design cannot tell {names} from the other columns, and no number could be given to {n|it|them}.",
    "repeated-donors":
      "{column} stands for individuals that come several times ({n} of {all}), and the design does not take it: samples of one individual are no independent evidence (pseudo-replication). Add {column} to the formula, take it as blocks, or bring samples of one individual together (pseudobulk).",
    matrix: "Matrix",
    method: "Method",
    design: "Design",
    "no-coefficient": "no coefficient",
    contrasts: "Compare",
    "compare-pair": "{of} against {against}",
    features: "Features",
    dispersions: "Dispersions",
    result: "Result",
  },
  ru: {
    "words-empty": "подбирает модель того, с чем связан каждый признак",
    "words-no-design": "подбирает модель к {from}, метод {method}; план ещё не написан",
    words: "подбирает {formula} к {from}, метод {method}",
    "no-data": "Выберите матрицу.",
    "blocks-not-taken":
      "{method} не считает образцы с одним {block} связанными и примет каждый за новое свидетельство. Добавьте {block} в формулу или выберите limma-voom, который берёт блоки.",
    "batch-removed":
      "Из этой матрицы убраны эффекты {columns}: для рисунков это верно, но проверка приняла бы оценённое за известное и нашла бы слишком много. Возьмите матрицу до этого шага, а {columns} — в формулу.",
    aliased: "План не отличает {names} от прочих столбцов, и чисел для {n|него|них|них} не получить.",
    "repeated-donors":
      "{column} означает людей или животных, которые встречаются по нескольку раз ({n} из {all}), а план его не берёт: образцы одной особи — не независимые свидетельства (псевдорепликация). Добавьте {column} в формулу, возьмите его блоками или сведите образцы одной особи вместе (псевдобалк).",
    matrix: "Матрица",
    method: "Метод",
    design: "План",
    "no-coefficient": "нет коэффициента",
    contrasts: "Сравнить",
    "compare-pair": "{of} против {against}",
    features: "Признаки",
    dispersions: "Дисперсии",
    result: "Результат",
  },
});
