// What limma's methods say alike.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("differential-limma-parts", {
  en: {
    counts:
      "limma takes logarithms here, and the matrix holds counts. Choose limma-voom for counts, or take log CPM of them first (log-cpm).",
    linear: "limma takes logarithms, and the matrix holds {scale}. Take log2 of it first (log).",
    "other-log": "Changes are told in log2, and the matrix holds {scale}. Take log2 of the values that were before that step.",
    "z-score":
      "limma compares how features vary, and as z-scores all vary alike. Take the logarithms as they were before that step.",
    dosage: "The matrix holds genotypes. Which of them go with a trait is asked by an association, not by an expression model.",
    "not-logs":
      "limma takes logarithms, and these values look like none: they reach {most}. Take log2 of them first (log), or choose limma-voom where they are counts.",
    infinite: "{feature} has no finite value in {sample}. Where a 0 became a logarithm, add a prior count first.",
    "no-rest":
      "There are {samples} {samples|sample|samples} and {coefficients} {coefficients|coefficient|coefficients}: nothing is left by which chance could be told. Take fewer columns into the design, or more samples.",
    "no-values-at-all": "No feature has values enough to be fitted. Take a matrix that holds some, or fill missing ones first.",
    "all-flat":
      "No feature varies between samples that the design takes as alike: nothing tells how much chance does. Are these samples copies of each other, or all values the same?",
    "blocks-nothing":
      "Either no block has two samples, or the design tells the blocks apart already: samples were taken as independent.",
    "blocks-alike": "Values of one block correlate by {correlation} (duplicateCorrelation), which is taken into account.",
    "blocks-apart":
      "Values of one block are less alike than those of different blocks (correlation {correlation}). Do the blocks name what belongs together?",
    "blocks-impossible":
      "No samples can be correlated as these blocks seem to be ({correlation}). Take the blocks into the formula instead.",
    "no-variance":
      "The features vary so little beyond their level that one variance was taken for all (infinite prior degrees of freedom).",
    "no-values": "In {n} {n|feature|features} a coefficient has no values to be told from.",
    "why-few-counts": "too few counts",
    "why-no-values": "no values to compare",
    "why-no-rest": "no values left over to tell chance by",
    "why-flat": "all values equal",
  },
  ru: {
    counts:
      "Здесь limma берёт логарифмы, а в матрице прочтения. Для прочтений выберите limma-voom или сначала возьмите log CPM (log-cpm).",
    linear: "limma берёт логарифмы, а в матрице {scale}. Сначала возьмите log2 (log).",
    "other-log": "Изменения выражаются в log2, а в матрице {scale}. Возьмите log2 от значений до этого шага.",
    "z-score":
      "limma сравнивает, насколько варьируют признаки, а z-оценки варьируют одинаково. Возьмите логарифмы до этого шага.",
    dosage: "В матрице генотипы. Связаны ли они с признаком, спрашивает ассоциация, а не модель экспрессии.",
    "not-logs":
      "limma берёт логарифмы, а эти значения на них не похожи: они доходят до {most}. Сначала возьмите log2 (log) или, если это прочтения, выберите limma-voom.",
    infinite:
      "У {feature} в {sample} нет конечного значения. Если логарифм взят от 0, сначала добавьте априорное число прочтений.",
    "no-rest":
      "Образцов {samples}, коэффициентов {coefficients}: не остаётся ничего, по чему судить о случайном разбросе. Возьмите в план меньше столбцов или больше образцов.",
    "no-values-at-all":
      "Ни у одного признака нет значений, которых хватило бы для модели. Возьмите матрицу, где они есть, или сначала заполните пропуски.",
    "all-flat":
      "Ни один признак не различается у образцов, одинаковых по плану: нечем измерить случайный разброс. Не копии ли это одного образца, не одинаковы ли все значения?",
    "blocks-nothing": "Либо ни в одном блоке нет двух образцов, либо план уже различает блоки: образцы считались независимыми.",
    "blocks-alike": "Значения одного блока коррелируют на {correlation} (duplicateCorrelation), и это учтено.",
    "blocks-apart":
      "Значения одного блока похожи меньше, чем значения разных (корреляция {correlation}). Действительно ли блоки означают связанные образцы?",
    "blocks-impossible":
      "Образцы не могут коррелировать так, как кажется по этим блокам ({correlation}). Возьмите блоки в формулу.",
    "no-variance":
      "Разброс признаков почти не отличается сверх их уровня, и для всех взята одна дисперсия (бесконечные априорные степени свободы).",
    "no-values": "У {n} {n|признака|признаков|признаков} для одного из коэффициентов нет значений.",
    "why-few-counts": "слишком мало прочтений",
    "why-no-values": "нет значений для сравнения",
    "why-no-rest": "не осталось значений, чтобы судить о случайном разбросе",
    "why-flat": "все значения равны",
  },
});
