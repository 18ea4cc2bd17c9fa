// What the screen calls cells of this kind, its tasks in the add menu, and what such a cell waits for.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("kind-test", {
  en: {
    title: "Test",
    test: "Test a difference or a relation",
    "test-line": "Do groups differ, do two columns go together: the test that fits the data, with effect size and p value",
    "test-words":
      "statistical test t-test welch student wilcoxon mann-whitney anova kruskal chi-square fisher mcnemar pearson spearman kendall correlation permutation p value significance compare groups",
    "needs-from": "Choose a table or a matrix.",
    "needs-by": "Choose what the values are compared by.",
  },
  ru: {
    title: "Критерий",
    test: "Проверить различие или связь",
    "test-line": "Различаются ли группы, связаны ли два столбца: подходящий критерий, величина эффекта и p",
    "test-words":
      "статистический критерий тест стьюдента уэлча вилкоксона манна-уитни дисперсионный анализ краскела хи-квадрат фишера макнемара корреляция пирсона спирмена кендалла перестановочный p-значение значимость сравнить группы",
    "needs-from": "Выберите таблицу или матрицу.",
    "needs-by": "Выберите, по чему сравнивать значения.",
  },
});
