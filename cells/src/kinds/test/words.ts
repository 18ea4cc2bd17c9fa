// What is said of tests, and of what they found.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("test-cell", {
  en: {
    "words-empty": "tests whether groups differ, or two columns go together",
    words: "tests {values} of {from} by {by}",
    "words-many": "tests {n} {n|value|values} of {from} by {by}",
    "words-all": "tests all numbers of {from} by {by}",
    "words-by-test": "{said} ({test})",
    "no-data": "Choose a table or a matrix.",
    "bad-alpha": "The threshold lies between 0 and 1, and is {value}.",
    "no-value": "There is no {name} to test. Near: {near}.",
    "no-numbers": "No column holds numbers. Choose the values to test, or turn texts into numbers first (Clean data).",
    "no-column": "There is no column {name}. Near: {near}.",
    "no-group": "No row of {by} holds {group}. Near: {near}.",
    "one-group": "{by} has fewer than two groups, and nothing can be compared.",
    "many-groups":
      "{by} has {n} different {n|value|values}: names rather than groups. Choose another column, the groups to compare, or take it as a number.",
    "many-values": "{name} has more than 50 different texts: names rather than answers. Choose a column of few values.",
    mixed: "Some of the values are numbers and some are texts, and no one test is for both. Make two cells of it.",
    "texts-by-number":
      "The values are texts and {by} holds numbers. Choose the numbers as values and the texts as what they are compared by, or take {by} as groups.",
    "group-of-one":
      "{n} {n|group|groups} of {by} {n|has|have} fewer than two rows, and the spread within {n|it|them} is not known. Choose the groups to compare without {n|it|them}.",
    "pairs-of-two": "Values of the same individuals are compared between two groups, and {by} has {n}. Choose two of them.",
    "several-of-one":
      "Some individuals of {pairs} have several values in one group ({n} too many). Bring them together first (Summarise: the mean of each individual and group).",
    "no-pairs": "{n} {n|individual|individuals} of {pairs} {n|has|have} values in both groups of {by}, and two are the least.",
    "perhaps-repeated":
      "{n} of {column} {n|has|have} several rows. If these are individuals (or cages, litters, plates), their rows are no independent evidence, and p values are too small: compare within them where each is in both groups, else take one mean of each, or a regression with {column} as blocks.",
    "repeated-individuals":
      "{column} stands for individuals that come several times ({n} of {all}): their rows are no independent evidence (pseudo-replication). Compare within them (Individuals: {column}), or bring the rows of each together first.",
    "repeated-individuals-number":
      "{column} stands for individuals that come several times ({n} of {all}): their rows are no independent evidence (pseudo-replication). Fit a mixed regression (Regression, Blocks: {column}), or bring the rows of each together first (Summarise).",
    "repeated-individuals-several":
      "{column} stands for individuals that come several times ({n} of {all}): their rows are no independent evidence (pseudo-replication). Fit a mixed regression (Regression, Blocks: {column}), choose two groups and compare them within individuals, or bring the rows of each together first (Summarise).",
    "groups-by-number":
      "{by} is taken as a number, and groups to compare have no meaning then. Choose none, or take {by} as groups.",
    "pairs-by-number":
      "{by} is taken as a number, and values are not related within individuals by these tests. Choose no individuals; where they have several rows each, fit a mixed regression.",
    "exact-fit":
      "The p value is 0 because the values follow without any rest: look whether one is the other written in another way.",
    "not-for-groups":
      "{test} does not compare numbers between groups, and {by} says groups. Choose t test, Mann-Whitney, analysis of variance or Kruskal-Wallis.",
    "not-for-repeats":
      "{test} takes all rows for other individuals, and here are two values of each. Choose the paired t test or Wilcoxon's signed rank test.",
    "not-for-columns":
      "{test} does not relate two columns of numbers. Choose a correlation, take {by} as groups, or a test of pairs.",
    "not-for-counts":
      "{test} takes numbers, and the values are texts or true and false. Choose chi-squared or Fisher's test, or turn the values into numbers first.",
    "not-for-repeated-counts": "{test} is not for two answers of the same individuals. Choose McNemar's test.",
    "two-groups-alone":
      "{test} compares two groups, and {by} has {n}. Choose two of them, or analysis of variance or Kruskal-Wallis.",
    "batch-removed":
      "The effects of {columns} were taken out of this matrix: for pictures that is right, but a test would count as known what was estimated, and its p values are too small. Take the matrix as it was before that step, and {columns} into the design of an expression model.",
    "no-answer": "Nothing could be tested ({n} asked). {why} Choose other values or another test, or correct these.",
    "numbers-as-groups": "{by} holds numbers, of which there are {n}: they are taken as groups.",
    "not-in-groups": "{n} {n|row|rows} without a group that is compared in {by} {n|is|are} left out.",
    "without-partner": "{n} {n|individual|individuals} of {pairs} with a value in one group alone {n|is|are} left out.",
    "raw-counts":
      "These are raw counts: samples that were read deeper have more of everything, and a difference may be no other. Bring them to one scale first (log CPM), or fit an expression model, which is made for counts.",
    "how-many": "{n} {n|test|tests} {n|was|were} made, and p values are adjusted for that. Tests in other cells are not counted.",
    "why-t": "Numbers in two groups of {by}, near enough to normal for means to be compared.",
    "why-mann-whitney":
      "Numbers in two groups of {by} that are far from normal: ranks are compared, which far values do not pull.",
    "why-anova": "Numbers in several groups of {by}, near enough to normal for means to be compared.",
    "why-kruskal-wallis":
      "Numbers in several groups of {by} that are far from normal: ranks are compared, which far values do not pull.",
    "why-paired-t": "Two numbers of each individual, with differences near enough to normal.",
    "why-no-spread": "Within a group the values do not vary, so a test of means has no spread to go by: ranks are compared.",
    "why-signed-rank": "Two numbers of each individual, with differences far from normal: their ranks are taken.",
    "why-pearson": "Two columns of numbers, near enough to normal for a straight line.",
    "why-spearman": "Two columns of numbers, of which one is far from normal: their ranks are related.",
    "why-chi-square": "Counts of two columns, of which at least 5 are expected everywhere.",
    "why-fisher": "Counts of two columns, of which fewer than 5 are expected somewhere: they are counted exactly.",
    "why-mcnemar": "Two answers of each individual.",
    differs: "{value} differs between the groups of {by} (p = {p}, n = {n}).",
    "not-differs":
      "No difference of {value} between the groups of {by} was shown (p = {p}, n = {n}). That is no proof that there is none.",
    "differs-from": "{value} differs from {by} within rows (p = {p}, n = {n}).",
    "not-from":
      "No difference of {value} from {by} within rows was shown (p = {p}, n = {n}). That is no proof that there is none.",
    changed: "More changed one way than the other: {value} by {by} (p = {p}, n = {n}).",
    "not-changed":
      "That more changed one way than the other was not shown: {value} by {by} (p = {p}, n = {n}). That is no proof that none did.",
    "goes-with": "{value} goes with {by} (p = {p}, n = {n}).",
    "not-with": "No relation of {value} to {by} was shown (p = {p}, n = {n}). That is no proof that there is none.",
    means: "Means: {middles}.",
    "groups-without": "{n|Group|Groups} without a value of {value}, and so not compared: {groups}.",
    medians: "Medians: {middles}.",
    difference:
      "The difference of the means, {of} less {against}, is {value}; with {percent} % confidence it lies between {low} and {high}.",
    shift:
      "Values lie typically {value} apart, {of} less {against} (median of all differences, Hodges-Lehmann); with {percent} % confidence between {low} and {high}.",
    "difference-alone": "The difference of the means, {of} less {against}, is {value}.",
    "shift-alone":
      "Values lie typically {value} apart, {of} less {against} (median of all differences, Hodges-Lehmann); they are too few for an interval of {percent} % confidence.",
    "pairs-tukey": "Tukey's test, which holds for all pairs together",
    "pairs-games-howell": "Games-Howell, which holds for all pairs together and lets spreads differ",
    "pairs-dunn": "Dunn's test, adjusted for so many pairs",
    "pairs-chi-square": "chi-squared of each two, adjusted for so many pairs",
    "pairs-fisher": "Fisher's test of each two, adjusted for so many pairs",
    "pairs-found": "{found} of {n} {n|pair|pairs} of groups {found|differs|differ} ({method}): {pairs}.",
    "pairs-none": "Of no pair of groups among {n} a difference was shown ({method}).",
    "pairs-of-several": "Of the {n} that pass each two groups are compared ({method}).",
    "each-two": "Each two groups",
    "effect-g": "In standard deviations (Hedges' g) it is {value}.",
    "effect-g-between": "In standard deviations (Hedges' g) it is {value} ({percent} %: {low} to {high}).",
    "effect-g-of-pairs": "In standard deviations of the differences (Hedges' g) it is {value}.",
    "effect-g-of-pairs-between":
      "In standard deviations of the differences (Hedges' g) it is {value} ({percent} %: {low} to {high}).",
    "effect-rank-biserial": "The rank-biserial correlation is {value}.",
    "effect-rank-biserial-between": "The rank-biserial correlation is {value} ({percent} %: {low} to {high}).",
    "effect-eta-squared": "The groups explain a share of {value} of the spread (eta squared).",
    "effect-eta-squared-between":
      "The groups explain a share of {value} of the spread (eta squared; {percent} %: {low} to {high}).",
    "effect-epsilon-squared": "The groups explain a share of {value} of the spread of ranks (epsilon squared).",
    "effect-epsilon-squared-between":
      "The groups explain a share of {value} of the spread of ranks (epsilon squared; {percent} %: {low} to {high}).",
    "effect-v": "Cramér's V, from 0 to 1, is {value}.",
    "effect-v-between": "Cramér's V, from 0 to 1, is {value} ({percent} %: {low} to {high}).",
    "effect-odds-ratio": "The odds ratio is {value}.",
    "effect-odds-ratio-between": "The odds ratio is {value} ({percent} %: {low} to {high}).",
    "odds-of": "Those are the odds of {value} rather than {other} in {of}, over the same odds in {against}.",
    "effect-r": "The correlation, from -1 to 1, is {value}.",
    "effect-r-between": "The correlation, from -1 to 1, is {value} ({percent} %: {low} to {high}).",
    "size-0": "By the usual bounds that is next to nothing.",
    "size-1": "By the usual bounds that is a small effect.",
    "size-2": "By the usual bounds that is a medium effect.",
    "size-3": "By the usual bounds that is a large effect.",
    exact: "The p value is exact.",
    approximate: "The p value is approximate: there are ties, or many values.",
    drawn: "The p value is of permutations drawn by chance; another seed gives a little another one.",
    "none-of-columns": "None of {tested} {tested|column|columns} passes by {by} at {alpha}, adjusted for so many tests.",
    "none-of-features": "None of {tested} {tested|feature|features} passes by {by} at {alpha}, adjusted for so many tests.",
    "some-columns":
      "{found} of {tested} {tested|column|columns} {found|passes|pass} by {by}; at this threshold about {false} of them {false|is|are} expected to be false.",
    "some-columns-sure":
      "{found} of {tested} {tested|column|columns} {found|passes|pass} by {by}, with a chance of at most {alpha} that any of them is false.",
    "some-features":
      "{found} of {tested} {tested|feature|features} {found|differs|differ} by {by}; at this threshold about {false} of them {false|is|are} expected to be false.",
    "some-features-relate":
      "{found} of {tested} {tested|feature|features} {found|goes|go} with {by}; at this threshold about {false} of them {false|is|are} expected to be false.",
    "some-features-sure":
      "{found} of {tested} {tested|feature|features} {found|passes|pass} by {by}, with a chance of at most {alpha} that any of them is false.",
    "some-columns-few":
      "{found} of {tested} {tested|column|columns} {found|passes|pass} by {by}; at this threshold fewer than one of them is expected to be false.",
    "some-features-few":
      "{found} of {tested} {tested|feature|features} {found|differs|differ} by {by}; at this threshold fewer than one of them is expected to be false.",
    "some-features-relate-few":
      "{found} of {tested} {tested|feature|features} {found|goes|go} with {by}; at this threshold fewer than one of them is expected to be false.",
    "could-find":
      "With so many values and this spread a difference of about {value} would have been found four times in five; smaller ones may be there.",
    "first-ones": "Smallest p values: {names}.",
    normal: "Nothing speaks against normal values (Shapiro-Wilk, least p = {p}).",
    "not-normal": "Values are not normal (Shapiro-Wilk, least p = {p}): of few values a test of ranks is safer.",
    "not-quite-normal":
      "Values are not quite normal (Shapiro-Wilk, least p = {p}), but not so far from it, or not so few, that it matters to this test.",
    "spreads-alike": "Nothing speaks against equal spreads (Brown-Forsythe p = {p}).",
    "spreads-differ": "Spreads differ between groups (Brown-Forsythe p = {p}): tests that take them as equal mislead.",
    "few-expected": "The least count that is expected is {n}: below 5 this test is not to be relied on. Fisher's is.",
    "enough-expected": "The least count that is expected is {n}, and 5 is enough.",
    data: "Data",
    values: "Values",
    all: "all numbers",
    by: "By",
    "by-is": "It says",
    "by-auto": "as it looks",
    "by-groups": "groups",
    "by-number": "a number",
    groups: "Groups",
    "all-groups": "all",
    pairs: "Individuals",
    "no-individuals": "each row is another",
    test: "Test",
    auto: "chosen by the data",
    adjust: "Adjusted by",
    "adjust-bh": "false discoveries (Benjamini-Hochberg)",
    "adjust-holm": "Holm",
    "adjust-bonferroni": "Bonferroni",
    "adjust-by": "false discoveries, whatever depends (Benjamini-Yekutieli)",
    alpha: "Threshold",
    chosen: "Chosen: {test}.",
    taken: "{test}.",
    or: "Or: {test}",
    assumptions: "What it takes for given",
    "in-r": "The same in R",
  },
  ru: {
    "words-empty": "проверяет, различаются ли группы или связаны ли два столбца",
    words: "проверяет {values} из {from} по {by}",
    "words-many": "проверяет {n} {n|величину|величины|величин} из {from} по {by}",
    "words-all": "проверяет все числа {from} по {by}",
    "words-by-test": "{said} ({test})",
    "no-data": "Выберите таблицу или матрицу.",
    "bad-alpha": "Порог лежит между 0 и 1, а стоит {value}.",
    "no-value": "Величины {name} нет. Похожие: {near}.",
    "no-numbers": "Ни в одном столбце нет чисел. Выберите величины или сначала сделайте из текстов числа (очистка данных).",
    "no-column": "Столбца {name} нет. Похожие: {near}.",
    "no-group": "В {by} нет строк со значением {group}. Похожие: {near}.",
    "one-group": "В {by} меньше двух групп, и сравнивать нечего.",
    "many-groups":
      "В {by} разных значений {n}: это скорее имена, чем группы. Выберите другой столбец, группы для сравнения или возьмите его числом.",
    "many-values": "В {name} больше 50 разных текстов: это скорее имена, чем ответы. Выберите столбец с немногими значениями.",
    mixed: "Часть величин — числа, часть — тексты, и одного критерия для тех и других нет. Сделайте две ячейки.",
    "texts-by-number":
      "Величины — тексты, а в {by} числа. Выберите числа величинами, а тексты — тем, по чему сравнивать, или возьмите {by} группами.",
    "group-of-one":
      "В {n} {n|группе|группах|группах} {by} меньше двух строк, и разброс внутри неизвестен. Выберите группы для сравнения без {n|неё|них|них}.",
    "pairs-of-two": "Значения одних и тех же особей сравниваются между двумя группами, а в {by} их {n}. Выберите две.",
    "several-of-one":
      "У некоторых особей из {pairs} несколько значений в одной группе (лишних {n}). Сначала сведите их (сводка: среднее по особи и группе).",
    "no-pairs": "Значения в обеих группах {by} есть у {n} {n|особи|особей|особей} из {pairs}, а нужно хотя бы две.",
    "perhaps-repeated":
      "{column}: у {n} по нескольку строк. Если это особи (или клетки, помёты, планшеты), их строки не независимы, и p занижены: сравните внутри них, если каждая есть в обеих группах, иначе возьмите по одному среднему или регрессию, где {column} — блоки.",
    "repeated-individuals":
      "{column} означает особей, которые встречаются по нескольку раз ({n} из {all}): их строки — не независимые свидетельства (псевдорепликация). Сравнивайте внутри них (особи: {column}) или сначала сведите строки каждой вместе.",
    "repeated-individuals-number":
      "{column} означает особей, которые встречаются по нескольку раз ({n} из {all}): их строки — не независимые свидетельства (псевдорепликация). Постройте смешанную регрессию (регрессия, блоки: {column}) или сначала сведите строки каждой вместе (сводка).",
    "repeated-individuals-several":
      "{column} означает особей, которые встречаются по нескольку раз ({n} из {all}): их строки — не независимые свидетельства (псевдорепликация). Постройте смешанную регрессию (регрессия, блоки: {column}), выберите две группы и сравните их внутри особей или сначала сведите строки каждой вместе (сводка).",
    "groups-by-number": "{by} взят числом, и группы для сравнения ничего не значат. Не выбирайте их или возьмите {by} группами.",
    "pairs-by-number":
      "{by} взят числом, и внутри особей эти критерии величины не связывают. Не выбирайте особей; если у них по нескольку строк, постройте смешанную регрессию.",
    "exact-fit": "p равно 0, потому что значения согласуются без остатка: проверьте, не записано ли одно через другое.",
    "not-for-groups":
      "{test} не сравнивает числа между группами, а {by} задаёт группы. Выберите t-критерий, Манна — Уитни, дисперсионный анализ или Краскела — Уоллиса.",
    "not-for-repeats":
      "{test} считает все строки разными особями, а здесь по два значения у каждой. Выберите парный t-критерий или критерий Уилкоксона.",
    "not-for-columns":
      "{test} не связывает два столбца чисел. Выберите корреляцию, возьмите {by} группами или выберите парный критерий.",
    "not-for-counts":
      "{test} берёт числа, а величины — тексты или да и нет. Выберите хи-квадрат или критерий Фишера или сначала сделайте из них числа.",
    "not-for-repeated-counts": "{test} не подходит для двух ответов одних и тех же особей. Выберите критерий Макнемара.",
    "two-groups-alone":
      "{test} сравнивает две группы, а в {by} их {n}. Выберите две из них, дисперсионный анализ или критерий Краскела — Уоллиса.",
    "batch-removed":
      "Из этой матрицы убраны эффекты {columns}: для рисунков это верно, но проверка приняла бы оценённое за известное, и p вышли бы слишком малы. Возьмите матрицу до этого шага, а {columns} — в план модели экспрессии.",
    "no-answer":
      "Проверить не удалось ничего (величин: {n}). {why} Выберите другие величины или другую проверку или исправьте эти.",
    "numbers-as-groups": "В {by} стоят числа, разных {n}: они взяты группами.",
    "not-in-groups": "{n} {n|строка|строки|строк} без сравниваемой группы в {by} не {n|взята|взяты|взято}.",
    "without-partner": "{n} {n|особь|особи|особей} из {pairs} со значением лишь в одной группе не {n|взята|взяты|взято}.",
    "raw-counts":
      "Это исходные прочтения: в глубже прочитанных образцах всего больше, и различие может быть лишь в этом. Сначала приведите их к одной шкале (log CPM) или подберите модель экспрессии, которая для них и сделана.",
    "how-many": "Проверок {n}, и p поправлены на их число. Проверки в других ячейках не посчитаны.",
    "why-t": "Числа в двух группах {by}, достаточно близкие к нормальным, чтобы сравнивать средние.",
    "why-mann-whitney":
      "Числа в двух группах {by}, далёкие от нормальных: сравниваются ранги, на которые далёкие значения не влияют.",
    "why-anova": "Числа в нескольких группах {by}, достаточно близкие к нормальным, чтобы сравнивать средние.",
    "why-kruskal-wallis":
      "Числа в нескольких группах {by}, далёкие от нормальных: сравниваются ранги, на которые далёкие значения не влияют.",
    "why-paired-t": "Два числа у каждой особи, разности достаточно близки к нормальным.",
    "why-no-spread": "Внутри группы значения не меняются, и критерию средних не на что опереться: сравниваются ранги.",
    "why-signed-rank": "Два числа у каждой особи, разности далеки от нормальных: берутся их ранги.",
    "why-pearson": "Два столбца чисел, достаточно близких к нормальным для прямой.",
    "why-spearman": "Два столбца чисел, из которых один далёк от нормального: связываются ранги.",
    "why-chi-square": "Частоты двух столбцов, ожидаемые везде не меньше 5.",
    "why-fisher": "Частоты двух столбцов, где-то ожидается меньше 5: считается точно.",
    "why-mcnemar": "Два ответа у каждой особи.",
    differs: "{value} различается между группами {by} (p = {p}, n = {n}).",
    "not-differs": "Различие {value} между группами {by} не показано (p = {p}, n = {n}). Это не доказывает, что его нет.",
    "differs-from": "{value} отличается от {by} внутри строк (p = {p}, n = {n}).",
    "not-from": "Отличие {value} от {by} внутри строк не показано (p = {p}, n = {n}). Это не доказывает, что его нет.",
    changed: "В одну сторону сменили ответ чаще, чем в другую: {value} по {by} (p = {p}, n = {n}).",
    "not-changed":
      "Что в одну сторону ответ сменили чаще, чем в другую, не показано: {value} по {by} (p = {p}, n = {n}). Это не доказывает обратного.",
    "goes-with": "{value} связано с {by} (p = {p}, n = {n}).",
    "not-with": "Связь {value} с {by} не показана (p = {p}, n = {n}). Это не доказывает, что её нет.",
    means: "Средние: {middles}.",
    "groups-without": "{n|Группа|Группы|Группы} без значений {value}, в сравнении не участвуют: {groups}.",
    medians: "Медианы: {middles}.",
    difference: "Разность средних, {of} минус {against}: {value}; с уверенностью {percent} % она лежит между {low} и {high}.",
    shift:
      "Значения обычно расходятся на {value}, {of} минус {against} (медиана всех разностей, Ходжес — Леман); с уверенностью {percent} % — от {low} до {high}.",
    "difference-alone": "Разность средних, {of} минус {against}: {value}.",
    "shift-alone":
      "Значения обычно расходятся на {value}, {of} минус {against} (медиана всех разностей, Ходжес — Леман); для интервала с уверенностью {percent} % их слишком мало.",
    "pairs-tukey": "критерий Тьюки, верен для всех пар сразу",
    "pairs-games-howell": "Геймс — Хоуэлл, верен для всех пар сразу и при разном разбросе",
    "pairs-dunn": "критерий Данна с поправкой на число пар",
    "pairs-chi-square": "хи-квадрат для каждых двух с поправкой на число пар",
    "pairs-fisher": "критерий Фишера для каждых двух с поправкой на число пар",
    "pairs-found": "{found|Различается|Различаются|Различаются} {found} из {n} {n|пары|пар|пар} групп ({method}): {pairs}.",
    "pairs-none": "Ни для одной из {n} {n|пары|пар|пар} групп различие не показано ({method}).",
    "pairs-of-several": "Для прошедших ({n}) сравнены каждые две группы ({method}).",
    "each-two": "Каждые две группы",
    "effect-g": "В стандартных отклонениях (g Хеджеса) это {value}.",
    "effect-g-between": "В стандартных отклонениях (g Хеджеса) это {value} ({percent} %: от {low} до {high}).",
    "effect-g-of-pairs": "В стандартных отклонениях разностей (g Хеджеса) это {value}.",
    "effect-g-of-pairs-between": "В стандартных отклонениях разностей (g Хеджеса) это {value} ({percent} %: от {low} до {high}).",
    "effect-rank-biserial": "Рангово-бисериальная корреляция {value}.",
    "effect-rank-biserial-between": "Рангово-бисериальная корреляция {value} ({percent} %: от {low} до {high}).",
    "effect-eta-squared": "Группы объясняют долю разброса {value} (эта-квадрат).",
    "effect-eta-squared-between": "Группы объясняют долю разброса {value} (эта-квадрат; {percent} %: от {low} до {high}).",
    "effect-epsilon-squared": "Группы объясняют долю разброса рангов {value} (эпсилон-квадрат).",
    "effect-epsilon-squared-between":
      "Группы объясняют долю разброса рангов {value} (эпсилон-квадрат; {percent} %: от {low} до {high}).",
    "effect-v": "V Крамера, от 0 до 1, равно {value}.",
    "effect-v-between": "V Крамера, от 0 до 1, равно {value} ({percent} %: от {low} до {high}).",
    "effect-odds-ratio": "Отношение шансов {value}.",
    "effect-odds-ratio-between": "Отношение шансов {value} ({percent} %: от {low} до {high}).",
    "odds-of": "Это шансы {value} против {other} в группе {of}, делённые на те же шансы в группе {against}.",
    "effect-r": "Корреляция, от -1 до 1, равна {value}.",
    "effect-r-between": "Корреляция, от -1 до 1, равна {value} ({percent} %: от {low} до {high}).",
    "size-0": "По обычным меркам это почти ничего.",
    "size-1": "По обычным меркам это малый эффект.",
    "size-2": "По обычным меркам это средний эффект.",
    "size-3": "По обычным меркам это большой эффект.",
    exact: "Значение p точное.",
    approximate: "Значение p приближённое: есть совпадения или значений много.",
    drawn: "Значение p — по случайным перестановкам; с другим зерном оно немного другое.",
    "none-of-columns":
      "Из {tested} {tested|столбца|столбцов|столбцов} ни один не проходит по {by} при {alpha} с поправкой на число проверок.",
    "none-of-features":
      "Из {tested} {tested|признака|признаков|признаков} ни один не проходит по {by} при {alpha} с поправкой на число проверок.",
    "some-columns":
      "По {by} {found|проходит|проходят|проходят} {found} из {tested} {tested|столбца|столбцов|столбцов}; около {false} из них, вероятно, ложные.",
    "some-columns-sure":
      "По {by} {found|проходит|проходят|проходят} {found} из {tested} {tested|столбца|столбцов|столбцов}; вероятность, что хоть один ложный, не больше {alpha}.",
    "some-features":
      "По {by} {found|различается|различаются|различаются} {found} из {tested} {tested|признака|признаков|признаков}; около {false} из них, вероятно, ложные.",
    "some-features-relate":
      "С {by} {found|связан|связаны|связаны} {found} из {tested} {tested|признака|признаков|признаков}; около {false} из них, вероятно, ложные.",
    "some-features-sure":
      "По {by} {found|проходит|проходят|проходят} {found} из {tested} {tested|признака|признаков|признаков}; вероятность, что хоть один ложный, не больше {alpha}.",
    "some-columns-few":
      "По {by} {found|проходит|проходят|проходят} {found} из {tested} {tested|столбца|столбцов|столбцов}; ложных из них ожидается меньше одного.",
    "some-features-few":
      "По {by} {found|различается|различаются|различаются} {found} из {tested} {tested|признака|признаков|признаков}; ложных из них ожидается меньше одного.",
    "some-features-relate-few":
      "С {by} {found|связан|связаны|связаны} {found} из {tested} {tested|признака|признаков|признаков}; ложных из них ожидается меньше одного.",
    "could-find":
      "При таком числе значений и таком разбросе различие около {value} нашлось бы в четырёх случаях из пяти; меньшее может быть и не найдено.",
    "first-ones": "Наименьшие p: {names}.",
    normal: "Ничто не говорит против нормальности (Шапиро — Уилк, наименьшее p = {p}).",
    "not-normal":
      "Значения не нормальны (Шапиро — Уилк, наименьшее p = {p}): при немногих значениях надёжнее критерий по рангам.",
    "not-quite-normal":
      "Значения не вполне нормальны (Шапиро — Уилк, наименьшее p = {p}), но не настолько далеки от этого или не настолько малочисленны, чтобы это было важно для этого критерия.",
    "spreads-alike": "Ничто не говорит против равного разброса (Браун — Форсайт, p = {p}).",
    "spreads-differ": "Разброс в группах различается (Браун — Форсайт, p = {p}): критерии, считающие его равным, обманут.",
    "few-expected":
      "Наименьшая ожидаемая частота {n}: при меньшей 5 на этот критерий полагаться нельзя. На критерий Фишера можно.",
    "enough-expected": "Наименьшая ожидаемая частота {n}, достаточно 5.",
    data: "Данные",
    values: "Величины",
    all: "все числа",
    by: "По",
    "by-is": "Это",
    "by-auto": "как выглядит",
    "by-groups": "группы",
    "by-number": "число",
    groups: "Группы",
    "all-groups": "все",
    pairs: "Особи",
    "no-individuals": "каждая строка — другая",
    test: "Критерий",
    auto: "выбрать по данным",
    adjust: "Поправка",
    "adjust-bh": "ложные находки (Бенджамини — Хохберг)",
    "adjust-holm": "Холм",
    "adjust-bonferroni": "Бонферрони",
    "adjust-by": "ложные находки при любой зависимости (Бенджамини — Екутиели)",
    alpha: "Порог",
    chosen: "Выбран: {test}.",
    taken: "{test}.",
    or: "Или: {test}",
    assumptions: "Что принято на веру",
    "in-r": "То же на R",
  },
});
