// What is said of contrasts.

import { defineWords } from "../messages/define-words.ts";

export const words = defineWords("contrast", {
  en: {
    "of-against": "{of} against {against}",
    "of-against-within": "{of} against {against} within {within}",
    difference: "({of} against {against}) within {within} less the same within {less}",
    "mean-of": "the mean of {levels}",
    "no-factor": "Choose the factor whose groups are compared. The model has {available}.",
    "factor-missing": "The model has no factor {factor}. It has {available}.",
    "number-column": "{factor} is a number in this model: its coefficient is the change a unit. Ask for it by its coefficient.",
    "level-missing": "{factor} has no group {level} in this model. It has {available}.",
    "no-groups": "Choose at least one group of {factor} on either side.",
    "same-group": "{level} stands on both sides, so it is not compared with anything. Take it out of one.",
    "within-itself": "{factor} is what is compared; it cannot be held at one group as well.",
    "nothing-compared":
      "Both differences are the same in this model: without an interaction of the two factors it takes them to be equal. Fit the interaction first.",
    "too-many": "The groups of the design have too many combinations to average over.",
    "coefficient-missing": "The model has no coefficient {coefficient}. It has {available}.",
    "any-effect": "any effect of {terms}",
    "no-terms": "Choose at least one term that the smaller model leaves out. The model has {available}.",
    "term-missing": "The formula has no term {term}. It has {available}.",
    "term-in-others": "{others} cannot stay without {terms}: it would stand for what is left out. Leave {others} out as well.",
    "no-intercept":
      "A formula without an intercept has no smaller one without {terms}: what is left would stand for both. Fit the model with an intercept (without 0 + or - 1), and ask again.",
    "no-weights": "Give at least one coefficient a weight that is not 0. The model has {available}.",
  },
  ru: {
    "of-against": "{of} против {against}",
    "of-against-within": "{of} против {against} при {within}",
    difference: "({of} против {against}) при {within} минус то же при {less}",
    "mean-of": "среднее {levels}",
    "no-factor": "Выберите фактор, группы которого сравниваются. В модели есть {available}.",
    "factor-missing": "В модели нет фактора {factor}. Есть {available}.",
    "number-column": "{factor} в этой модели — число: его коэффициент есть изменение на единицу. Спросите о нём по коэффициенту.",
    "level-missing": "У {factor} в этой модели нет группы {level}. Есть {available}.",
    "no-groups": "Выберите хотя бы по одной группе {factor} с каждой стороны.",
    "same-group": "{level} стоит с обеих сторон и ни с чем не сравнивается. Уберите с одной.",
    "within-itself": "{factor} и есть то, что сравнивается; держать его на одной группе нельзя.",
    "nothing-compared":
      "Обе разности в этой модели равны: без взаимодействия двух факторов она считает их одинаковыми. Сначала включите взаимодействие.",
    "too-many": "У плана слишком много сочетаний групп, чтобы по ним усреднять.",
    "coefficient-missing": "В модели нет коэффициента {coefficient}. Есть {available}.",
    "any-effect": "влияние {terms}",
    "no-terms": "Выберите хотя бы один член, без которого меньшая модель обходится. В модели есть {available}.",
    "term-missing": "В формуле нет члена {term}. Есть {available}.",
    "term-in-others": "{others} не может остаться без {terms}: он заменил бы то, что убрано. Уберите и {others}.",
    "no-intercept":
      "Формулу без свободного члена нельзя сравнить с меньшей без {terms}: оставшееся заменило бы его. Подберите модель со свободным членом (без 0 + и - 1) и спросите снова.",
    "no-weights": "Дайте хотя бы одному коэффициенту вес, отличный от 0. В модели есть {available}.",
  },
});
