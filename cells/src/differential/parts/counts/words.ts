// Why a matrix is none of counts.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("differential-counts", {
  en: {
    "not-counts":
      "{method} fits counts, and the matrix holds {scale}. Take the counts as they were before that step, or choose limma-trend for logarithms.",
    "not-whole":
      "{method} fits counts, and {feature} has {value} in {sample}. Estimates of Salmon, kallisto or RSEM are loaded as such; other numbers are for limma, as logarithms.",
    "estimates-not-whole":
      "{method} fits counts, and {feature} has {value} in {sample}: these are estimates with lengths, and the settings of the method leave the lengths out. Take them along; the estimates are rounded then.",
    "below-zero":
      "A count is at least 0, and {feature} has {value} in {sample}. Take the counts as they were counted: what is below 0 was centred, corrected or is a logarithm.",
    "missing-count":
      "{feature} has no count in {sample}, and a model of counts takes every value. Leave such features out first.",
    "infinite-count": "{feature} has no finite count in {sample}. Correct it, or leave such features out first.",
  },
  ru: {
    "not-counts":
      "{method} описывает прочтения, а в матрице {scale}. Возьмите прочтения до этого шага или выберите limma-trend для логарифмов.",
    "not-whole":
      "{method} описывает прочтения, а у {feature} в {sample} стоит {value}. Оценки Salmon, kallisto и RSEM загружаются как таковые; прочие числа — для limma, в логарифмах.",
    "estimates-not-whole":
      "{method} описывает прочтения, а у {feature} в {sample} стоит {value}: это оценки с длинами, а настройки метода длин не берут. Включите их, и оценки будут округлены.",
    "below-zero":
      "Прочтений не бывает меньше 0, а у {feature} в {sample} стоит {value}. Возьмите исходные прочтения: ниже 0 бывает лишь то, что центрировали, поправили или прологарифмировали.",
    "missing-count": "У {feature} нет значения в {sample}, а модели прочтений нужны все. Сначала уберите такие признаки.",
    "infinite-count": "У {feature} в {sample} нет конечного значения. Исправьте его или сначала уберите такие признаки.",
  },
});
