// What is said of the step remove-batch.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-remove-batch", {
  en: {
    title: "Take known effects away",
    does: "What batches and numbers of the samples do to each feature is fitted beside what is to stay, and taken away (limma's removeBatchEffect). For pictures and models, not before a test",
    says: "takes {columns} away{kept}",
    "says-kept": ", keeping {formula}",
    batch: "batch",
    batch2: "second batch",
    "no-batch": "none",
    covariates: "numbers",
    level: "numbers brought to",
    "level-zero": "0 (limma)",
    "level-mean": "their mean",
    keep: "keep",
    caption:
      "For pictures and models. Before a test, name the batch in the design of the test instead: values without it look surer than they are.",
    "no-test":
      "Step {step}: values without known effects are for pictures and models. A test takes them into its design instead, since it would believe these too readily.",
    tied: "Step {step}: what {names} does cannot be told wholly from what stands before it or is to stay, and what cannot be told is not taken away. Keep less, or leave one of them out.",
    partly:
      "Step {step}: {n} of {all} rows ({noun}) {n|has|have} values in too few samples to tell all effects, and what cannot be told of {n|it|them} is not taken away.",
    "number-missing":
      "Step {step}: {n} of {all} samples have no value in {column}, and nobody could say what to take away from them. Fill them or leave them out first.",
    "keep-missing":
      "Step {step}: {n} of {all} samples have no value in what is to stay, and nobody could say what to keep of them. Leave them out first, or keep less.",
    "nothing-left":
      "Step {step}: what is taken away and what is to stay explain all differences between {n} samples, so nothing else would be left. Take less away.",
    menu: "Take known effects away",
    "menu-line": "Batch, lab, age out of a matrix of logarithms, for pictures and models",
    "menu-words": "removebatcheffect limma batch effect correction lab covariate regress out adjust",
  },
  ru: {
    title: "Убрать известные эффекты",
    does: "Оценивает, что партии и числа образцов делают с признаком, рядом с тем, что надо сохранить, и убирает это (removeBatchEffect из limma). Для рисунков и моделей, не перед проверкой гипотез",
    says: "убирает {columns}{kept}",
    "says-kept": ", сохраняя {formula}",
    batch: "партия",
    batch2: "вторая партия",
    "no-batch": "нет",
    covariates: "числа",
    level: "числа привести к",
    "level-zero": "0 (limma)",
    "level-mean": "их среднему",
    keep: "сохранить",
    caption:
      "Для рисунков и моделей. Перед проверкой гипотез вместо этого включите партию в план проверки: без неё значения кажутся надёжнее, чем есть.",
    "no-test":
      "Шаг {step}: значения без известных эффектов — для рисунков и моделей. При проверке гипотез эти эффекты включают в план: таким значениям проверка поверила бы слишком легко.",
    tied: "Шаг {step}: то, что делает {names}, не отделить полностью от стоящего раньше или сохраняемого; что не отделить, не убрано. Сохраняйте меньше или уберите один из столбцов.",
    partly:
      "Шаг {step}: строк ({noun}), у которых слишком мало значений, чтобы оценить все эффекты: {n} из {all}. Что оценить нельзя, у них не убрано.",
    "number-missing":
      "Шаг {step}: у {n} из {all} образцов нет значения в {column}, и неизвестно, что у них убирать. Сначала заполните или уберите их.",
    "keep-missing":
      "Шаг {step}: у {n} из {all} образцов нет значений того, что надо сохранить. Сначала уберите эти образцы или сохраняйте меньше.",
    "nothing-left":
      "Шаг {step}: то, что убирают и сохраняют, объясняет все различия между {n} образцами, и больше ничего не останется. Убирайте меньше.",
    menu: "Убрать известные эффекты",
    "menu-line": "Убирает из матрицы логарифмов партию, лабораторию, возраст — для рисунков и моделей",
    "menu-words": "removebatcheffect limma партия лаборатория поправка ковариата пакетный эффект батч",
  },
});
