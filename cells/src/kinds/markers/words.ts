// What is said of markers: in the cell's line, its form, its answer and its pictures.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("markers-found", {
  en: {
    "words-empty": "finds what tells each group from all others",
    words: "finds what tells each group of {by} from all others in {from}",
    "no-data": "Choose a matrix.",
    "no-column": "There is no column {name}. Near it: {near}.",
    "no-group-column": "{name} holds numbers with many different values, and no groups. Choose a column of clusters or types.",
    "one-group":
      "{by} has fewer than two groups with samples: there is nothing to tell apart. Choose another column, or give its groups to more samples.",
    infinite: "{feature} has no finite value in {sample}. Where a 0 became a logarithm, add a prior count first.",
    "no-values": "The matrix holds no value at all in samples of these groups. Look at the step before.",
    "all-flat":
      "No feature tells any group from the others: all are even (AUC 0.5), as where all values are the same. Look at the step before.",
    "nothing-first": "{group}: nothing has a value there.",
    "none-matched":
      "None of the samples of the matrix is named in {column} of the table of groups ({example} is not there). Give a table of the same samples.",
    repeated:
      "{value} stands more than once in {column} of the table of groups, so nobody knows of which group it is. Keep one row per sample first.",
    "raw-counts":
      "These are raw counts: samples that were read deeper have more of everything, and would be told by that. Bring them to one scale first.",
    found:
      "Markers of {n} {n|group|groups} of {by}, each against all other samples, among {features} {features|feature|features}, by AUC.",
    "no-p":
      "There are no p values: {by} was found in the values of these very samples, so the groups differ by how they were made, and any test would be far too sure. What ranks is the AUC. To test a difference, compare donors or samples as replicates (pseudobulk, then differential expression), or other samples.",
    "p-of-cells":
      "Each sample counts as a replicate in the p values: that is right only where each is an individual of its own. For cells of few donors, sum them by donor first (pseudobulk).",
    first: "{group}: {names}.",
    "doubt-batch-removed":
      "The effects of {columns} were taken out of this matrix: what tells the groups apart is ranked by what is left, and p values are too small. Take the matrix as it was before that step.",
    "doubt-without": "{n} {n|sample|samples} of {all} have no group and are left out.",
    "doubt-least-unused":
      "0 is a value as any other here (values below it, deviations from a mean, or logarithms with a little added), so no share of samples with a value above 0 is asked for: the least share of {least} was not used, and shares are those of samples with a value at all.",
    "doubt-no-zero":
      "0 is a value as any other here (values below it, deviations from a mean, or logarithms with a little added): shares are those of samples with a value at all.",
    "doubt-small": "{names}: fewer than 3 samples, of which little can be told.",
    "doubt-none": "{names}: no feature reaches AUC 0.7; the group may be a slice of another one.",
    data: "Matrix",
    "groups-from": "Groups from",
    by: "By",
    least: "Least share",
    "first-shown": "In pictures",
    show: "Features shown",
    "first-markers": "the first markers",
    dots: "Dot plot",
    violins: "Violins",
    table: "Markers",
    "in-r": "In R",
    "says-dots":
      "Size: in how many samples of the group it is read. Colour: its mean level, from its lowest to its highest group.",
    "says-violins": "How its values lie in each group.",
    "alt-dots": "Dot plot of {n} {n|feature|features} in {groups} {groups|group|groups} of {by}. {told}",
    "alt-violins": "Stacked violins of {n} {n|feature|features} in {groups} {groups|group|groups} of {by}. Medians: {told}",
    share: "share",
    level: "Mean level, by feature",
  },
  ru: {
    "words-empty": "находит, что отличает каждую группу от прочих",
    words: "находит, что отличает каждую группу {by} от прочих в {from}",
    "no-data": "Выберите матрицу.",
    "no-column": "Столбца {name} нет. Похожие: {near}.",
    "no-group-column": "В {name} числа с многими значениями, а не группы. Выберите столбец кластеров или типов.",
    "one-group":
      "В {by} меньше двух групп с образцами: различать нечего. Выберите другой столбец или дайте группы большему числу образцов.",
    infinite:
      "У {feature} в {sample} нет конечного значения. Если логарифм взят от 0, сначала добавьте априорное число прочтений.",
    "no-values": "У образцов этих групп в матрице нет ни одного значения. Посмотрите на шаг перед этим.",
    "all-flat":
      "Ни один признак не отличает ни одну группу от прочих: везде поровну (AUC 0,5), как при одинаковых значениях. Посмотрите на шаг перед этим.",
    "nothing-first": "{group}: ни у чего там нет значения.",
    "none-matched":
      "Ни один образец матрицы не назван в {column} таблицы групп (например, {example}). Дайте таблицу тех же образцов.",
    repeated:
      "{value} встречается в столбце {column} таблицы групп больше одного раза, и какой он группы, неизвестно. Сначала оставьте по строке на образец.",
    "raw-counts":
      "Это исходные прочтения: в глубже прочитанных образцах всего больше, и отличит их именно это. Сначала приведите их к одной шкале.",
    found:
      "Маркеры {n} {n|группы|групп|групп} {by}, каждая против всех прочих образцов, среди {features} {features|признака|признаков|признаков}, по AUC.",
    "no-p":
      "Значений p нет: {by} найден в значениях этих же образцов, группы различаются уже тем, как сделаны, и любая проверка была бы слишком уверенной. Порядок — по AUC. Чтобы проверить различие, сравнивайте доноров или образцы как повторности (псевдобалк, затем дифференциальная экспрессия) или другие образцы.",
    "p-of-cells":
      "Каждый образец в p — повторность: это верно, лишь если каждый — отдельная особь. Клетки немногих доноров сначала сложите по донорам (псевдобалк).",
    first: "{group}: {names}.",
    "doubt-batch-removed":
      "Из этой матрицы убраны эффекты {columns}: порядок стоит по тому, что осталось, а p слишком малы. Возьмите матрицу до этого шага.",
    "doubt-without": "У {n} из {all} {all|образца|образцов|образцов} нет группы, и они не взяты.",
    "doubt-least-unused":
      "Ноль здесь — значение как любое другое (есть значения ниже, отклонения от среднего или логарифмы с добавкой), и доля образцов со значением выше 0 ничего не говорит: наименьшая доля {least} не взята, а доли — это образцы, где значение вообще есть.",
    "doubt-no-zero":
      "Ноль здесь — значение как любое другое (есть значения ниже, отклонения от среднего или логарифмы с добавкой): доли — это образцы, где значение вообще есть.",
    "doubt-small": "{names}: меньше 3 образцов, сказать о них почти нечего.",
    "doubt-none": "{names}: ни один признак не достигает AUC 0.7; группа может быть ломтем другой.",
    data: "Матрица",
    "groups-from": "Группы из",
    by: "По",
    least: "Наименьшая доля",
    "first-shown": "На картинках",
    show: "Показанные признаки",
    "first-markers": "первые маркеры",
    dots: "Точечная карта",
    violins: "Скрипки",
    table: "Маркеры",
    "in-r": "В R",
    "says-dots": "Размер: в скольких образцах группы он прочитан. Цвет: средний уровень от самой низкой группы до самой высокой.",
    "says-violins": "Как его значения лежат в каждой группе.",
    "alt-dots": "Точечная карта {n} {n|признака|признаков|признаков} в {groups} группах {by}. {told}",
    "alt-violins": "Скрипки {n} {n|признака|признаков|признаков} в {groups} группах {by}. Медианы: {told}",
    share: "доля",
    level: "Средний уровень по признаку",
  },
});
