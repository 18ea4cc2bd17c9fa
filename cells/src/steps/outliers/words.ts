// What is said of the step outliers.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("step-outliers", {
  en: {
    title: "Outliers",
    does: "Flags values far from the others of their column, sets them missing, draws them in to the bound, or drops their rows",
    "says-flag": "flags outliers of {columns}: {rule}{within}",
    "says-keep": "counts outliers of {columns} and keeps them: {rule}{within}",
    "says-missing": "sets outliers of {columns} missing: {rule}{within}",
    "says-winsorise": "draws outliers of {columns} in to the bound: {rule}{within}",
    "says-drop": "drops rows with outliers of {columns}: {rule}{within}",
    within: ", within each {group}",
    menu: "Outliers",
    "menu-line":
      "Flag, set missing, draw in or drop: by MAD, quartiles, z, Rosner's test, trend and season, robust distance, components, LOF or forest",
    "menu-words":
      "outlier extreme winsorize winsorise clip mad iqr tukey z-score grubbs rosner esd anomaly lof isolation forest mahalanobis mcd pca",
    rule: "far is",
    "by-mad": "MAD from the median",
    "by-iqr": "quartiles (IQR)",
    "by-z": "deviations from the mean (z)",
    "by-esd": "Rosner's test (ESD)",
    "by-seasonal": "trend and season in time",
    "by-mcd": "robust distance (MCD)",
    "by-components": "distance in components (PCA)",
    "by-lof": "local outlier factor",
    "by-forest": "isolation forest",
    "rule-mad": "beyond {beyond} MAD from the median",
    "rule-iqr": "beyond {beyond} interquartile ranges from the quartiles",
    "rule-z": "beyond {beyond} standard deviations from the mean",
    "rule-esd": "outlying by Rosner's test at level {alpha}, at most {most}",
    "rule-seasonal": "beyond {beyond} MAD from trend and season along {time}",
    "rule-mcd": "beyond the {quantile} quantile of robust distances (minimum covariance determinant, seed {seed})",
    "rule-components": "beyond the {quantile} quantile of distances in principal components",
    "rule-lof": "with a local outlier factor above {beyond} ({neighbours} neighbours)",
    "rule-forest": "with an isolation score above {beyond} ({trees} trees, seed {seed})",
    time: "along the time",
    period: "period (0: from the data)",
    "period-guessed":
      "Step {step}: {column} repeats after {n} steps of time (autocorrelation {share}). Where it does not, give the period.",
    "period-guessed-of-two":
      "Step {step}: {column} repeats after {n} steps of time (autocorrelation {share}); after {other} ({otherShare}) is the next likely. Give the period where it is that, or another.",
    "no-period":
      "{column} along {time} repeats after no number of steps that stands out. Give the period, or measure by MAD from the median.",
    "no-times":
      "{column} holds no times: numbers, or dates as 2024-05-31 or 2024-05-31 14:30. Choose another column, or read its dates first.",
    timeless: "Step {step}: {n} {n|row has|rows have} no time in {column} and {n|is|are} not judged.",
    "times-few": "{n} {n|row|rows} with a time in {column} are no series. Choose another rule.",
    "times-twice": "The same time stands in several rows of {column}. Name under Within the column that tells the series apart.",
    "times-uneven":
      "The times in {column} do not lie in even steps, so that no season can be told. Choose another rule, or take means of equal stretches first.",
    "times-sparse":
      "Most steps of the times in {column} have no row: the usual step is much shorter than the stretch that they cover. Name under Within the column that tells the series apart, or choose another rule.",
    "times-groups":
      "Step {step}: {n} of {of} series have no even steps in {column} and are not judged: too few rows ({few}), the same time twice ({twice}), uneven ({uneven}), mostly empty ({sparse}).",
    "series-short":
      "Step {step}: {n} of {of} series of {column} {n|is|are} shorter than three periods of {period}, and {n|is|are} not judged.",
    "series-flat":
      "Step {step}: {n} of {of} series of {column} {n|leaves|leave} nothing beside trend and season: no deviation to measure by, and nothing is judged.",
    quantile: "quantile",
    components: "components (0: 80 %)",
    "few-rows":
      "{rows} {rows|row|rows} without gaps are too few for the scatter of {columns} {columns|column|columns}: it takes {needs}. Choose fewer columns.",
    "few-rows-groups":
      "Step {step}: {n} {n|group|groups} of {of} {n|has|have} too few rows for the scatter of these columns, and {n|is|are} not judged.",
    "flat-rows":
      "{column} has one value in half of the rows or more, so that the bulk of them has no scatter in it. Leave it out, or choose another rule.",
    "flat-rows-groups":
      "Step {step}: in {n} {n|group|groups} of {of} the bulk of the rows has no scatter in {column}, or it follows from the other columns there; these rows are not judged.",
    "follows-rows":
      "{column} follows from the columns before it in half of the rows or more, so that their scatter has no direction of its own for it. Leave it out, or take the distance in components.",
    "scant-rows": "Step {step}: fewer than five rows for each column: the bulk of so few is told with doubt.",
    wide: "{n} columns are too many; {limit} are the most. Choose fewer.",
    placeless: "Step {step}: {n} {n|row is|rows are} in no group of {group} that was judged before, and {n|is|are} not judged.",
    neighbours: "neighbours",
    trees: "trees",
    seed: "seed",
    gaps: "Step {step}: {n} {n|row has|rows have} a missing value in these columns and {n|is|are} not judged. Fill these first.",
    "equal-rows":
      "Step {step}: {n} rows are equal in these columns, and {neighbours} {neighbours|neighbour counts|neighbours count}: nothing is as dense as they are, and rows near them get huge factors without being far. Keep one of equal rows in a step before (Drop repeated rows), or take many more neighbours.",
    scales:
      "Step {step}: {most} varies {times} times as much as {least} and decides nearly alone which rows are near each other. Scale the columns first.",
    together: "By {by} rows are far as a whole: no value can be set missing or drawn in. Flag, keep or drop them.",
    large: "{rows} rows are too many for the local outlier factor; {limit} are the most. Take the isolation forest.",
    beyond: "beyond",
    alpha: "level",
    most: "at most",
    group: "within",
    "no-group": "all rows",
    action: "then",
    "action-flag": "flag",
    "action-keep": "keep, and say how many",
    "action-missing": "set missing",
    "action-winsorise": "draw in to the bound",
    "action-drop": "drop the row",
    "none-found": "Step {step}: none of {of} {of|row|rows}: {column} {rule}.",
    "found-flag": "Step {step}: {n} of {of} {of|row|rows}: {column} {rule}. Flagged.",
    "found-keep": "Step {step}: {n} of {of} {of|row|rows}: {column} {rule}. Kept.",
    "found-missing": "Step {step}: {n} of {of} {of|row|rows}: {column} {rule}. Set missing.",
    "found-winsorise": "Step {step}: {n} of {of} {of|row|rows}: {column} {rule}. Drawn in to the bound.",
    "found-drop": "Step {step}: {n} of {of} {of|row|rows}: {column} {rule}.",
    dropped: "Step {step}: {n} of {of} {of|row|rows} {n|is|are} dropped.",
    "dropped-aside":
      "Step {step}: {n} of the dropped rows {n|is|are} not of the training ({column}), so that a test on the others looks better than it would on all. Flag outliers instead, or set them missing.",
    alone: "Step {step}: {n} {n|row has|rows have} no others to be compared with, and {n|is|are} not judged.",
    empty: "Step {step}: {column} has no value in the rows that the bounds are taken of: none of it can be judged.",
    flat: "Step {step}: too many values of {column} are equal for a spread (by MAD or quartiles half of them are enough), or there is one alone: none can be judged. Choose another rule.",
    "flat-groups":
      "Step {step}: in {n} of {of} groups too many values of {column} are equal for a spread, or there is one alone: none of {n|its|their} values can be judged.",
    few: "Step {step}: {column} has so few values that none of them can lie that many standard deviations from their mean. Measure by MAD, or lower the bound.",
    "few-groups":
      "Step {step}: in {n} of {of} groups {column} has so few values that none of them can lie that many standard deviations from their mean. Measure by MAD, or lower the bound.",
    small:
      "Step {step}: {column} has fewer than {enough} values ({n} {n|group|groups}); Rosner's test is exact enough from there on, and of fewer than 3 nothing is tested.",
    "all-parts":
      "Step {step}: what is an outlier by this rule ({by}) depends on all rows, those of the test too, and cannot be carried over to others. For a model choose a rule with bounds (MAD, quartiles, z).",
    nowhere:
      "Step {step}: {n} {n|value|values} of {column} {n|is|are} in no group of {group} that has bounds, and {n|is|are} not judged.",
    "yes-no": "{column} holds yes and no, of which none is far from the other. Choose columns of numbers.",
  },
  ru: {
    title: "Выбросы",
    does: "Помечает значения, далёкие от остальных в столбце, делает их пропусками, подтягивает к границе или убирает их строки",
    "says-flag": "помечает выбросы в {columns}: {rule}{within}",
    "says-keep": "считает выбросы в {columns} и оставляет их: {rule}{within}",
    "says-missing": "делает выбросы в {columns} пропусками: {rule}{within}",
    "says-winsorise": "подтягивает выбросы в {columns} к границе: {rule}{within}",
    "says-drop": "убирает строки с выбросами в {columns}: {rule}{within}",
    within: ", внутри каждой группы {group}",
    menu: "Выбросы",
    "menu-line":
      "Пометить, сделать пропусками, подтянуть или убрать: по MAD, квартилям, z, критерию Рознера, тренду и сезону, робастному расстоянию, компонентам, LOF или лесу",
    "menu-words": "выброс аномалия винсоризация обрезать межквартильный граббс рознер отклонение лес lof махаланобис компоненты",
    rule: "далеко — это",
    "by-mad": "MAD от медианы",
    "by-iqr": "квартили (IQR)",
    "by-z": "отклонения от среднего (z)",
    "by-esd": "критерий Рознера (ESD)",
    "by-seasonal": "тренд и сезон во времени",
    "by-mcd": "робастное расстояние (MCD)",
    "by-components": "расстояние в главных компонентах",
    "by-lof": "локальный фактор выброса (LOF)",
    "by-forest": "изолирующий лес",
    "rule-mad": "дальше {beyond} MAD от медианы",
    "rule-iqr": "дальше {beyond} межквартильного размаха от квартилей",
    "rule-z": "дальше {beyond} стандартного отклонения от среднего",
    "rule-esd": "выброс по критерию Рознера, уровень {alpha}, не более {most}",
    "rule-seasonal": "дальше {beyond} MAD от тренда и сезона по {time}",
    "rule-mcd": "робастное расстояние (минимальный определитель ковариации, зерно {seed}) дальше квантиля {quantile}",
    "rule-components": "расстояние в главных компонентах дальше квантиля {quantile}",
    "rule-lof": "локальный фактор выброса больше {beyond} (соседей: {neighbours})",
    "rule-forest": "оценка изолирующего леса больше {beyond} (деревьев: {trees}, зерно {seed})",
    time: "по времени",
    period: "период (0 — по данным)",
    "period-guessed":
      "Шаг {step}: {column} повторяется через столько шагов времени: {n} (автокорреляция {share}). Если это не так, укажите период.",
    "period-guessed-of-two":
      "Шаг {step}: {column} повторяется через столько шагов времени: {n} (автокорреляция {share}); следующий вероятный период {other} ({otherShare}). Если верен он или другой, укажите его.",
    "no-period": "{column} по {time}: ни один период не выделяется. Укажите период или возьмите MAD от медианы.",
    "no-times":
      "В {column} нет времени: ни чисел, ни дат вида 2024-05-31 или 2024-05-31 14:30. Выберите другой столбец или сначала разберите даты.",
    timeless: "Шаг {step}: строк без времени в {column}: {n}. О них не судили.",
    "times-few": "Строк со временем в {column}: {n}. Это не ряд. Выберите другое правило.",
    "times-twice":
      "Одно и то же время в {column} стоит в нескольких строках. Выберите в поле «внутри» столбец, который различает ряды.",
    "times-uneven":
      "Время в {column} идёт неровными шагами, и сезона не определить. Выберите другое правило или сначала усредните по равным отрезкам.",
    "times-sparse":
      "У большинства шагов времени в {column} нет строк: обычный шаг много короче всего отрезка. Выберите в поле «внутри» столбец, который различает ряды, или другое правило.",
    "times-groups":
      "Шаг {step}: рядов без ровных шагов в {column}: {n} из {of}, о них не судили: мало строк ({few}), время повторяется ({twice}), шаги неровные ({uneven}), почти пусто ({sparse}).",
    "series-short": "Шаг {step}: рядов {column} короче трёх периодов ({period}): {n} из {of}. О них не судили.",
    "series-flat":
      "Шаг {step}: рядов {column}, где кроме тренда и сезона ничего не остаётся: {n} из {of}. Мерить нечем, о них не судили.",
    quantile: "квантиль",
    components: "компонент (0 — 80 %)",
    "few-rows":
      "Строк без пропусков {rows}: для разброса столько столбцов ({columns}) этого мало, нужно {needs}. Выберите меньше столбцов.",
    "few-rows-groups": "Шаг {step}: групп, где строк мало для разброса этих столбцов: {n} из {of}. О них не судили.",
    "flat-rows":
      "В {column} у половины строк или больше одно и то же значение: у основной массы строк нет в нём разброса. Уберите этот столбец или выберите другое правило.",
    "flat-rows-groups":
      "Шаг {step}: групп, где у основной массы строк нет разброса в {column} или он следует из других столбцов: {n} из {of}. О них не судили.",
    "follows-rows":
      "{column} у половины строк или больше следует из столбцов перед ним, и своего направления разброса у него нет. Уберите его или возьмите расстояние в главных компонентах.",
    "scant-rows": "Шаг {step}: строк меньше пяти на столбец: об основной массе так малого числа судят с сомнением.",
    wide: "Столбцов {n} — слишком много, можно не больше {limit}. Выберите меньше.",
    placeless: "Шаг {step}: строк вне групп столбца {group}, о которых судили раньше: {n}. О них не судили.",
    neighbours: "соседей",
    trees: "деревьев",
    seed: "зерно",
    gaps: "Шаг {step}: строк с пропуском в этих столбцах: {n}. О них не судили. Сначала заполните пропуски.",
    "equal-rows":
      "Шаг {step}: строк, одинаковых в этих столбцах: {n}, а соседей считается {neighbours}. Плотнее их нет ничего, и строки рядом с ними получают огромный фактор, не будучи далеко. Сначала оставьте по одной из равных строк (шаг «Убрать повторы») или возьмите соседей намного больше.",
    scales:
      "Шаг {step}: разброс {most} больше разброса {least} в {times} раз, и какие строки близки, решает почти он один. Сначала масштабируйте столбцы.",
    together:
      "Правило «{by}» судит о строке целиком: отдельное значение нельзя ни убрать, ни подтянуть. Пометьте, оставьте или уберите строки.",
    large: "Строк {rows} — слишком много для локального фактора выброса, можно не больше {limit}. Возьмите изолирующий лес.",
    beyond: "дальше",
    alpha: "уровень",
    most: "не более",
    group: "внутри",
    "no-group": "все строки",
    action: "тогда",
    "action-flag": "пометить",
    "action-keep": "оставить и сказать сколько",
    "action-missing": "сделать пропуском",
    "action-winsorise": "подтянуть к границе",
    "action-drop": "убрать строку",
    "none-found": "Шаг {step}: {column} {rule}: таких строк нет (из {of}).",
    "found-flag": "Шаг {step}: {column} {rule}: строк {n} из {of}. Помечены.",
    "found-keep": "Шаг {step}: {column} {rule}: строк {n} из {of}. Оставлены.",
    "found-missing": "Шаг {step}: {column} {rule}: строк {n} из {of}. Значения стали пропусками.",
    "found-winsorise": "Шаг {step}: {column} {rule}: строк {n} из {of}. Значения подтянуты к границе.",
    "found-drop": "Шаг {step}: {column} {rule}: строк {n} из {of}.",
    dropped: "Шаг {step}: убрано строк: {n} из {of}.",
    "dropped-aside":
      "Шаг {step}: среди убранных строк не из обучающей части ({column}): {n}. Проверка на остальных выглядит лучше, чем была бы на всех. Лучше пометить выбросы или сделать их пропусками.",
    alone: "Шаг {step}: строк, которые не с чем сравнить: {n}. О них не судили.",
    empty: "Шаг {step}: в {column} нет значений в строках, по которым берутся границы: судить не о чем.",
    flat: "Шаг {step}: в {column} слишком много равных значений, разброса нет (для MAD и квартилей достаточно половины), или значение всего одно: судить нельзя. Выберите другое правило.",
    "flat-groups":
      "Шаг {step}: групп, где в {column} слишком много равных значений для разброса или значение всего одно: {n} из {of}. О значениях в них судить нельзя.",
    few: "Шаг {step}: в {column} так мало значений, что ни одно не может отстоять от их среднего на столько стандартных отклонений. Возьмите MAD или снизьте границу.",
    "few-groups":
      "Шаг {step}: групп, где в {column} так мало значений, что ни одно не может отстоять от их среднего на столько стандартных отклонений: {n} из {of}. Возьмите MAD или снизьте границу.",
    small:
      "Шаг {step}: в {column} меньше {enough} значений (групп таких: {n}). Критерий Рознера достаточно точен, начиная с этого числа, а если значений меньше 3, ничего не проверяется.",
    "all-parts":
      "Шаг {step}: что выброс по этому правилу ({by}), зависит от всех строк, в том числе проверочных, и к другим данным это не переносится. Для модели выберите правило с границами (MAD, квартили, z).",
    nowhere: "Шаг {step}: значений {column} вне групп столбца {group}, у которых есть границы: {n}. О них не судили.",
    "yes-no": "В {column} «да» и «нет», одно от другого не далеко. Выберите столбцы чисел.",
  },
});
