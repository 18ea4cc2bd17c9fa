// What is said of Gaussian naive Bayes.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("naive-bayes", {
  en: {
    title: "naive Bayes",
    does: "predicts {target} of {from} with Gaussian naive Bayes; {how}",
    importance: "by how far the classes' means lie apart, in standard deviations within classes",
    smoothing: "variance added",
    equal: "Classes equally likely",
  },
  ru: {
    title: "наивный байесовский классификатор",
    does: "предсказывает {target} по {from} наивным байесовским классификатором; {how}",
    importance: "по расстоянию между средними классов в стандартных отклонениях внутри классов",
    smoothing: "добавка к дисперсии",
    equal: "Классы равновероятны",
  },
});
