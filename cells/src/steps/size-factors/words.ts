// What is said of the step size-factors.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-size-factors", {
  en: {
    title: "Size factors",
    does: "Counts over the size factor of their sample, kept as a column of the samples",
    says: "counts normalised by {by}; adds {column} to the samples",
    by: "By",
    "by-ratio": "median of ratios (DESeq2)",
    "by-poscounts": "median of ratios of positive counts (DESeq2 poscounts)",
    "by-tmm": "TMM (edgeR)",
    "by-upper-quartile": "upper quartile (edgeR)",
    menu: "Size factors",
    "menu-line": "Counts made comparable between samples: median of ratios, TMM, upper quartile",
    "menu-words": "normalise normalize deseq2 edger tmm median of ratios library size",
    "missing-count":
      "{feature} has no count in {sample}, and size factors take every count. Fill or drop missing values before this step.",
    "no-common":
      "No row ({noun}) has a count above 0 in every sample, so there is nothing to compare samples by. Choose poscounts, or leave out samples that are nearly empty.",
    "no-factor":
      "{sample} has no factor by this rule: too few of its counts are above 0. Leave the sample out, or choose another rule.",
  },
  ru: {
    title: "Размерные коэффициенты",
    does: "Делит прочтения на размерный коэффициент образца и хранит его столбцом образцов",
    says: "прочтения нормированы: {by}; к образцам добавлен столбец {column}",
    by: "Способ",
    "by-ratio": "медиана отношений (DESeq2)",
    "by-poscounts": "медиана отношений по ненулевым прочтениям (DESeq2 poscounts)",
    "by-tmm": "TMM (edgeR)",
    "by-upper-quartile": "верхний квартиль (edgeR)",
    menu: "Размерные коэффициенты",
    "menu-line": "Делает прочтения сравнимыми между образцами: медиана отношений, TMM, верхний квартиль",
    "menu-words": "нормализация deseq2 edger tmm размер библиотеки",
    "missing-count":
      "У {feature} нет прочтений в {sample}, а размерные коэффициенты берут все прочтения. Заполните или уберите пропуски до этого шага.",
    "no-common":
      "Нет ни одной строки ({noun}), где прочтения есть в каждом образце, поэтому образцы не по чему сравнить. Выберите poscounts или уберите почти пустые образцы.",
    "no-factor":
      "Для {sample} этим способом коэффициент не определён: слишком мало ненулевых прочтений. Уберите образец или выберите другой способ.",
  },
});
