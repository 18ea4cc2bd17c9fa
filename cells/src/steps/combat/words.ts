// What is said of the step combat.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-combat", {
  en: {
    title: "Take a batch away (ComBat)",
    does: "What a batch adds to each feature and by what it stretches it is taken away (sva's ComBat). For pictures and models, not before a test",
    says: "takes {batch} away by ComBat{kept}{to}",
    "says-means": "takes {batch} away by ComBat, means only{kept}{to}",
    "says-kept": ", keeping {formula}",
    "says-reference": ", towards {reference}",
    batch: "batch",
    keep: "keep",
    prior: "prior",
    "prior-parametric": "parametric",
    "prior-non-parametric": "non-parametric",
    "mean-only": "means only",
    reference: "reference batch",
    "reference-none": "none",
    caption:
      "For pictures and models. Before a test, name the batch in the design of the test instead: values without it look surer than they are.",
    "keep-caption":
      "ComBat that is told the groups makes them differ: where batches hold them in unlike shares, groups fall apart even in noise.",
    "no-test":
      "Step {step}: values without a batch are for pictures and models. A test takes the batch into its design instead, since it would believe these too readily.",
    "no-test-kept":
      "Step {step}: ComBat was told what is to stay, and makes it differ: where batches hold the groups in unlike shares, they fall apart even in noise. The values are for pictures, never for a test between those groups nor for a model that predicts them.",
    left: "Step {step}: {n} of {all} rows ({noun}) {n|does|do} not vary within a batch, or beside what is to stay, and {n|stays|stay} as {n|it is|they are}.",
    "means-alone": "Step {step}: a batch has one sample, which tells nothing of spread: the means alone are adjusted.",
    unsettled:
      "Step {step}: the shrunken shifts and spreads of a batch had not settled after very many turns, and are taken as they were then.",
    "no-reference": "Step {step}: {column} has no value “{reference}”. Choose one that it has as the reference, or none.",
    "reference-alone":
      "Step {step}: the reference “{reference}” has one sample, which tells nothing of spread. Choose a batch of several samples, or none.",
    "keep-missing":
      "Step {step}: {n} of {all} samples have no value in what is to stay, and nobody could say what to keep of them. Leave them out first, or keep less.",
    confounded:
      "Step {step}: {names} cannot be told from {column} and what stands before: taking the batch away would take it along. Keep less, or compare within batches.",
    "nothing-left":
      "Step {step}: {column} has a value for each of {n} samples, so all of their differences would go. Choose a column of batches with several samples.",
    "nothing-left-kept":
      "Step {step}: {column} and what is to stay explain all differences between {n} samples, so nothing is left to measure spread by. Keep less.",
    "few-features":
      "Step {step}: {n} of {all} rows ({noun}) {n|varies|vary} within all batches, and ComBat learns from one what to do to another. Take more, or the step Take known effects away.",
    "few-values":
      "Step {step}: {n} of {all} rows ({noun}) {n|has|have} too few values in a batch, or beside what is to stay, to tell what it does to {n|it|them}. Fill or leave out what is missing first.",
    menu: "Take a batch away (ComBat)",
    "menu-line": "Lab or batch effects out of a matrix of logarithms, for pictures and models",
    "menu-words": "combat sva batch effect correction harmonise harmonize lab adjust",
  },
  ru: {
    title: "Убрать эффект партии (ComBat)",
    does: "Убирает то, что партия прибавляет к признаку и во сколько раз растягивает его (ComBat из sva). Для рисунков и моделей, не перед проверкой гипотез",
    says: "убирает {batch} методом ComBat{kept}{to}",
    "says-means": "убирает {batch} методом ComBat, только средние{kept}{to}",
    "says-kept": ", сохраняя {formula}",
    "says-reference": ", приводя к {reference}",
    batch: "партия",
    keep: "сохранить",
    prior: "априорное распределение",
    "prior-parametric": "параметрическое",
    "prior-non-parametric": "непараметрическое",
    "mean-only": "только средние",
    reference: "опорная партия",
    "reference-none": "нет",
    caption:
      "Для рисунков и моделей. Перед проверкой гипотез вместо этого включите партию в план проверки: без неё значения кажутся надёжнее, чем есть.",
    "keep-caption":
      "Если назвать ComBat группы, он сделает их разными: когда доли групп в партиях неравны, группы расходятся даже в шуме.",
    "no-test":
      "Шаг {step}: значения без партии — для рисунков и моделей. При проверке гипотез партию включают в план: этим значениям проверка поверила бы слишком легко.",
    "no-test-kept":
      "Шаг {step}: ComBat знал, что сохранить, и усиливает эти различия: когда доли групп в партиях неравны, группы расходятся даже в шуме. Значения годятся для рисунков, но не для сравнения этих групп и не для модели, которая их предсказывает.",
    left: "Шаг {step}: строк ({noun}), которые не меняются внутри партии или сверх сохраняемого: {n} из {all}. Они оставлены как есть.",
    "means-alone": "Шаг {step}: в одной из партий один образец, по нему не судят о разбросе: поправлены только средние.",
    unsettled: "Шаг {step}: сжатые сдвиги и разбросы одной из партий не установились за очень много шагов; взяты последние.",
    "no-reference": "Шаг {step}: в {column} нет значения «{reference}». Выберите опорной одну из имеющихся партий или никакую.",
    "reference-alone":
      "Шаг {step}: в опорной партии «{reference}» один образец, по нему не судят о разбросе. Выберите партию из нескольких образцов или никакую.",
    "keep-missing":
      "Шаг {step}: у {n} из {all} образцов нет значений того, что надо сохранить. Сначала уберите эти образцы или сохраняйте меньше.",
    confounded:
      "Шаг {step}: {names} не отделить от {column} и того, что стоит раньше: вместе с партией ушло бы и это. Сохраняйте меньше или сравнивайте внутри партий.",
    "nothing-left":
      "Шаг {step}: в {column} у каждого из {n} образцов своё значение, и ушли бы все различия. Выберите столбец, где в партии несколько образцов.",
    "nothing-left-kept":
      "Шаг {step}: {column} и то, что надо сохранить, объясняют все различия между {n} образцами, и разброс не по чему оценить. Сохраняйте меньше.",
    "few-features":
      "Шаг {step}: строк ({noun}), которые меняются во всех партиях: {n} из {all}, а ComBat учится на одних, что делать с другими. Возьмите больше строк или шаг «Убрать известные эффекты».",
    "few-values":
      "Шаг {step}: строк ({noun}), у которых в партии или сверх сохраняемого слишком мало значений: {n} из {all}. Сначала заполните или уберите пропуски.",
    menu: "Убрать эффект партии (ComBat)",
    "menu-line": "Убирает из матрицы логарифмов эффекты лабораторий и партий, для рисунков и моделей",
    "menu-words": "combat sva партия лаборатория поправка гармонизация пакетный эффект батч",
  },
});
