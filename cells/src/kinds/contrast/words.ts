// What is said of contrasts, and of what they found.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("contrast-cell", {
  en: {
    "words-empty": "compares groups of an expression model",
    "words-none": "compares groups of {model}; nothing is chosen yet",
    words: "{contrasts}, by {model}",
    "asked-of-model":
      "This notebook asks {n} {n|contrast|contrasts} of {model}, in {cells} {cells|cell|cells}, each adjusted by itself. Whoever shows one of them says how many were tried.",
    "no-model": "Choose an expression model.",
    "not-a-fit": "What is chosen is no fitted expression model. Choose the output “Fitted model” of one (=name.fit).",
    "no-contrasts": "Choose what is compared.",
    "same-name": "Two contrasts are called {name}. Give one another name.",
    "bad-alpha": "The share of false discoveries lies between 0 and 1, and is {value}.",
    averaged:
      "{contrast}: by this model the difference depends on {columns}, and it is the mean over that: each group alike, numbers at their mean. Choose a group under “Within” for the difference there.",
    "any-of": "any of the {n} {n|contrast|contrasts}",
    "found-any": "{contrast}: {found}. At this threshold about {false} of them {false|is|are} expected to be false.",
    "found-any-few": "{contrast}: {found}. At this threshold fewer than one of them is expected to be false.",
    "together-one": "Several contrasts are tested together, and there is one. Add another.",
    "together-not-asked":
      "What {method} keeps of a fit does not tell whether any of several contrasts differs. Choose a method of limma, or test each by itself.",
    "together-least":
      "Whether any of several contrasts differs is tested against no change at all, not against a least one. Set the least change to 0.",
    "without-not-asked": "{method} has no test of terms that are left out. Compare groups, or choose another method.",
    "without-least":
      "Whether terms matter is tested against no effect at all, not against a least change. Set the least change to 0, or ask in a cell of its own.",
    "bad-least": "The least change is a number of at least 0 (log2), and is {value}.",
    "found-none": "{contrast}: none of {tested} passes at a false discovery rate of {alpha}.",
    found:
      "{contrast}: {higher} higher, {lower} lower. At this threshold about {false} of them {false|is|are} expected to be false (false discovery rate {alpha}).",
    "found-few":
      "{contrast}: {higher} higher, {lower} lower. At this threshold fewer than one of them is expected to be false (false discovery rate {alpha}).",
    "left-out": "{n} of {all} {n|has|have} no adjusted p value and {n|is|are} not counted as unchanged: {reasons}.",
    "why-untested": "Nothing could be tested: look at the matrix and the design.",
    "why-smallest":
      "The smallest p value is {smallest}. To pass at {alpha} among {tested} {tested|test|tests}, the first has to be below about {needed}.",
    "why-fold": "With this spread and these samples, a typical {feature} would have to change about {fold} times to pass.",
    "why-samples":
      "To show a doubling of a typical {feature} four times in five, about {n} {n|sample|samples} on either side would be needed, were they as unlike as these.",
    "why-replicates":
      "{of} {of|sample|samples} {of|is|are} compared with {against}: with so few, only large and steady changes pass. Further replicates help most.",
    "why-signal":
      "{share} % of the p values are below 0.05, where chance alone gives 5 %: there seem to be differences that more samples could show.",
    "why-wide":
      "Only {share} % of the p values are below 0.05, where chance alone gives 5 %: many rows may have too few counts to tell, or something that the design does not take (a batch, unlike samples in a group) widens the spread. Look at the samples.",
    "why-chance": "{share} % of the p values are below 0.05, as chance alone gives: nothing here says that the groups differ.",
    "highlight-no-names": "No column of that table says what its rows are called. Choose another table, or type the names.",
    "highlight-not-names": "What is to be pointed out are names, and the parameter holds {value}. Choose another.",
    "highlight-absent":
      "{n} of {all} that are to be pointed out {n|is|are} not among what was compared: {names}. Check how {n|it is|they are} written.",
    "first-pages": "The first {shown} of {n} {n|contrast|contrasts} are in this picture.",
    highlight: "Point out",
    names: "Names in the picture",
    chosen: "pointed out ({n})",
    "shape-uniform": "The heights are alike: as chance alone would have it, nothing here says that the groups differ.",
    "shape-differences":
      "A peak at the left above a flat rest: as it should be where some differ. The height of the rest tells how many do not.",
    "shape-u-shaped":
      "Peaks at both ends: p values near 1 are too many. That is usual of rows with few counts, which a filter takes out; else one-sided tests or a model that does not fit make it.",
    "shape-conservative":
      "Small p values are too few, or large ones too many: the tests are more careful than they should be, and differences are missed. Look for a batch or for unlike samples that the design does not take, and for rows with few counts.",
    "shape-hill":
      "A hill in the middle: these are no p values of a model that fits. Look for a batch that the design does not take, or for samples that depend on each other.",
    model: "Model",
    alpha: "False discovery rate",
    "tested-least": "Tested against a change of (log2)",
    together: "Also whether any differs (F)",
    "contrast-n": "Contrast {n}",
    by: "Compare",
    "by-groups": "groups",
    "by-coefficients": "coefficients",
    "by-terms": "without terms",
    without: "Leave out",
    "without-says": "Whether these terms matter at all: the model is compared with the smaller one without them.",
    add: "Add a contrast",
    remove: "Remove {name}",
    factor: "Factor",
    of: "Groups",
    against: "Against",
    within: "Within {factor}",
    less: "Less the same within {factor}",
    name: "Name",
    "no-within": "all, each alike",
    "no-less": "nothing",
    "by-hand": "The groups of this model are not shown to you, or it has not run yet: type their names.",
    "type-names": "names, with commas",
    "type-weights": "timeDay8: 1, timeDay4: -1",
    weights: "Weights",
    "shown-contrast": "Contrast",
    "in-r": "R",
    "columns-say":
      "{level}: how much there is of it; {change}: log2 of the change; {error}: its standard error; {statistic}: what is tested; {p}: p; {adjusted}: p adjusted for all tests; why: why there is none.",
    "in-r-says": "The same in R: counts is the matrix, sheet its samples.",
    features: "Table",
    volcano: "Volcano",
    ma: "MA",
    "p-values": "P values",
    "which-sets": "Which gene sets?",
    result: "Result",
    least: "At least this change (log2)",
    "closed-picture": "This picture names each row of the matrix: it is for those who may see rows.",
    change: "log2 fold change",
    "change-apeglm": "log2 fold change, shrunken (apeglm)",
    "change-normal": "log2 fold change, shrunken (normal prior)",
    shrink: "Shrink changes",
    "shrink-none": "no",
    "shrink-apeglm": "apeglm",
    "shrink-normal": "normal prior",
    "no-shrinkage": "{method} draws no changes towards 0 by a prior ({by}). Leave them as they are, or fit the counts by DESeq2.",
    "shrink-no-change":
      "Terms that are left out have no change that could be shrunken. Shrink nothing, or compare groups as well.",
    "not-shrunken":
      "{contrasts}: terms that are left out have no change, so that nothing of {n|it|them} is shrunken or drawn as a volcano.",
    drawn: "Changes drawn",
    "drawn-shrunken": "shrunken",
    "drawn-estimated": "as estimated",
    "says-apeglm":
      "Changes are drawn as apeglm shrinks them (Cauchy prior, scale {scale} on log2): noisy ones go to 0, large ones stay. What passes is told by p values of the unshrunken changes.",
    "says-normal":
      "Changes are drawn as a normal prior shrinks them (standard deviation {scale} on log2), large ones as well. What passes is told by p values of the unshrunken changes.",
    surprise: "−log10 p",
    level: "Mean of normalised counts",
    "level-log": "Mean log2",
    "p-value": "p value",
    number: "Number",
    higher: "higher ({n})",
    lower: "lower ({n})",
    others: "others ({n})",
    "by-chance": "as chance alone",
    "alt-volcano":
      "Volcano of {contrast}: the change of {n} {n|row|rows} across, how unlikely by chance upwards. Higher: {up}, lower: {down}. First by p: {first}.",
    "alt-ma":
      "MA plot of {contrast}: the mean of {n} {n|row|rows} across, the change upwards. Higher: {up}, lower: {down}. First by p: {first}.",
    "alt-p-values":
      "Histogram of {n} {n|p value|p values} of {contrast}: {below} % are below 0.05, where chance alone gives 5 %.",
    "says-volcano":
      "A line marks p at which the false discovery rate is {alpha}. Click and drag to come closer; the names are those of the smallest p values.",
    "says-volcano-none": "No p value passes at a false discovery rate of {alpha}, so no line is drawn.",
    "says-ma": "Changes of rows with few counts spread most: there, only large ones pass.",
    "says-p-values":
      "Where nothing differs all heights are alike, as the line. A peak at the left are differences; a peak at the right or a hill in the middle says that the model does not fit.",
  },
  ru: {
    "words-empty": "сравнивает группы по модели экспрессии",
    "words-none": "сравнивает группы по {model}; пока ничего не выбрано",
    words: "{contrasts}, по {model}",
    "asked-of-model":
      "В этом блокноте {n} {n|контраст|контраста|контрастов} модели {model}, ячеек: {cells}; каждый поправлен сам по себе. Показывая один, скажите, сколько их было.",
    "no-model": "Выберите модель экспрессии.",
    "not-a-fit": "Выбрана не подобранная модель экспрессии. Выберите выход «Подобранная модель» (=name.fit).",
    "no-contrasts": "Выберите, что сравнивается.",
    "same-name": "Два контраста называются {name}. Назовите один иначе.",
    "bad-alpha": "Доля ложных находок лежит между 0 и 1, а стоит {value}.",
    averaged:
      "{contrast}: по этой модели разность зависит от {columns}, и взято среднее: группы поровну, числа при их среднем. Чтобы узнать разность в одной группе, выберите её под «При».",
    "any-of": "хотя бы один из контрастов ({n})",
    "found-any": "{contrast}: {found}. При этом пороге около {false} из них, вероятно, ложные.",
    "found-any-few": "{contrast}: {found}. При этом пороге ложных из них ожидается меньше одного.",
    "together-one": "Вместе проверяют несколько контрастов, а здесь один. Добавьте другой.",
    "together-not-asked":
      "По тому, что хранит {method}, нельзя узнать, отличается ли хотя бы один из контрастов. Выберите метод limma или проверьте каждый отдельно.",
    "together-least":
      "Отличается ли хотя бы один из контрастов, проверяют против отсутствия изменений, а не против наименьшего. Поставьте наименьшее изменение 0.",
    "without-not-asked": "У {method} нет проверки без отдельных членов. Сравните группы или выберите другой метод.",
    "without-least":
      "Важны ли члены формулы, проверяют против отсутствия влияния, а не против наименьшего изменения. Поставьте наименьшее изменение 0 или спросите в отдельной ячейке.",
    "bad-least": "Наименьшее изменение — число не меньше 0 (log2), а стоит {value}.",
    "found-none": "{contrast}: из {tested} ничто не проходит при доле ложных находок {alpha}.",
    found:
      "{contrast}: выше {higher}, ниже {lower}. При этом пороге около {false} из них, вероятно, ложные (доля ложных находок {alpha}).",
    "found-few":
      "{contrast}: выше {higher}, ниже {lower}. При этом пороге ложных из них ожидается меньше одного (доля ложных находок {alpha}).",
    "left-out": "У {n} из {all} нет поправленного p, и неизменными они не считаются: {reasons}.",
    "why-untested": "Проверить не удалось ничего: посмотрите на матрицу и план.",
    "why-smallest":
      "Наименьшее p равно {smallest}. Чтобы пройти при {alpha} среди {tested} {tested|проверки|проверок|проверок}, первое должно быть меньше примерно {needed}.",
    "why-fold": "При таком разбросе и таких образцах обычный {feature} проходит, если меняется примерно в {fold} раз.",
    "why-samples":
      "Чтобы удвоение обычного признака ({feature}) было видно в четырёх случаях из пяти, нужно около {n} таких же образцов с каждой стороны.",
    "why-replicates":
      "Сравниваются {of} и {against} {against|образец|образца|образцов}: при таком числе проходят лишь большие и устойчивые изменения. Больше всего помогут новые повторности.",
    "why-signal":
      "Меньше 0,05 оказались {share} % p-значений, а случайно было бы 5 %: различия, похоже, есть, и больше образцов могли бы их показать.",
    "why-wide":
      "Меньше 0,05 оказались лишь {share} % p-значений, а случайно было бы 5 %: во многих строках может быть слишком мало прочтений, или разброс увеличивает то, чего нет в плане (партия, непохожие образцы в группе). Посмотрите на образцы.",
    "why-chance":
      "Меньше 0,05 оказались {share} % p-значений, как и было бы случайно: ничто не говорит о том, что группы различаются.",
    "highlight-no-names": "Ни один столбец этой таблицы не говорит, как называются её строки. Выберите другую или впишите имена.",
    "highlight-not-names": "Выделяют по именам, а в параметре {value}. Выберите другой.",
    "highlight-absent": "Среди сравниваемого нет {n} из {all}, которые надо выделить: {names}. Проверьте, как они написаны.",
    "first-pages": "На этом рисунке первые {shown} {shown|контраст|контраста|контрастов} из {n}.",
    highlight: "Выделить",
    names: "Имён на рисунке",
    chosen: "выделено ({n})",
    "shape-uniform": "Столбцы одной высоты: так было бы случайно, и ничто не говорит о том, что группы различаются.",
    "shape-differences":
      "Пик слева над ровной остальной частью: так и должно быть, когда некоторые различаются. Высота ровной части говорит, сколько не различается.",
    "shape-u-shaped":
      "Пики с обеих сторон: слишком много p около 1. Так бывает из-за строк с малым числом прочтений, которые убирает фильтр; иначе — из-за односторонних проверок или модели, которая не подходит.",
    "shape-conservative":
      "Малых p слишком мало или больших слишком много: проверки осторожнее, чем надо, и различия упущены. Поищите партию или непохожие образцы, которых нет в плане, и строки с малым числом прочтений.",
    "shape-hill":
      "Горб посередине: это не p подходящей модели. Поищите партию, которой нет в плане, или образцы, зависящие друг от друга.",
    model: "Модель",
    alpha: "Доля ложных находок",
    "tested-least": "Проверять против изменения (log2)",
    together: "И отличается ли хоть один (F)",
    "contrast-n": "Контраст {n}",
    by: "Сравнить",
    "by-groups": "группы",
    "by-coefficients": "коэффициенты",
    "by-terms": "без членов",
    without: "Убрать",
    "without-says": "Важны ли эти члены вообще: модель сравнивается с меньшей, без них.",
    add: "Добавить контраст",
    remove: "Убрать {name}",
    factor: "Фактор",
    of: "Группы",
    against: "Против",
    within: "При {factor}",
    less: "Минус то же при {factor}",
    name: "Имя",
    "no-within": "все, поровну",
    "no-less": "ничего",
    "by-hand": "Группы этой модели вам не показаны, или она ещё не запускалась: впишите их имена.",
    "type-names": "имена через запятую",
    "type-weights": "timeDay8: 1, timeDay4: -1",
    weights: "Веса",
    "shown-contrast": "Контраст",
    "in-r": "R",
    "columns-say":
      "{level} — сколько его; {change} — log2 изменения; {error} — его стандартная ошибка; {statistic} — статистика критерия; {p} — p; {adjusted} — p с поправкой на все проверки; why — почему p нет.",
    "in-r-says": "То же на R: counts — матрица, sheet — её образцы.",
    features: "Таблица",
    volcano: "Вулкан",
    ma: "MA",
    "p-values": "P-значения",
    "which-sets": "Какие наборы генов?",
    result: "Результат",
    least: "Изменение не меньше (log2)",
    "closed-picture": "На этом рисунке названа каждая строка матрицы: он для тех, кому видны строки.",
    change: "log2 кратности",
    "change-apeglm": "log2 кратности, сжатый (apeglm)",
    "change-normal": "log2 кратности, сжатый (нормальное априорное)",
    shrink: "Сжимать изменения",
    "shrink-none": "нет",
    "shrink-apeglm": "apeglm",
    "shrink-normal": "нормальное априорное",
    "no-shrinkage": "{method} не сжимает изменений к 0 ({by}). Оставьте их как есть или подберите прочтения методом DESeq2.",
    "shrink-no-change":
      "У проверки без членов формулы нет изменений, которые можно сжать. Не сжимайте ничего или сравните и группы.",
    "not-shrunken":
      "{contrasts}: у проверки без членов формулы нет изменений, поэтому сжимать и показывать вулканом в {n|ней|них|них} нечего.",
    drawn: "Изменения на рисунке",
    "drawn-shrunken": "сжатые",
    "drawn-estimated": "как оценены",
    "says-apeglm":
      "Изменения показаны сжатыми по apeglm (распределение Коши, масштаб {scale} по log2): шумные уходят к 0, большие остаются. Что проходит порог, решают p-значения несжатых изменений.",
    "says-normal":
      "Изменения показаны сжатыми нормальным априорным распределением (стандартное отклонение {scale} по log2), большие тоже. Что проходит порог, решают p-значения несжатых изменений.",
    surprise: "−log10 p",
    level: "Среднее нормированных прочтений",
    "level-log": "Среднее log2",
    "p-value": "p-значение",
    number: "Число",
    higher: "выше ({n})",
    lower: "ниже ({n})",
    others: "прочие ({n})",
    "by-chance": "как случайно",
    "alt-volcano":
      "Вулкан, {contrast}: по горизонтали изменение {n} {n|строки|строк|строк}, вверх — насколько оно неслучайно. Выше: {up}, ниже: {down}. Первые по p: {first}.",
    "alt-ma":
      "MA, {contrast}: по горизонтали среднее {n} {n|строки|строк|строк}, вверх — изменение. Выше: {up}, ниже: {down}. Первые по p: {first}.",
    "alt-p-values":
      "Гистограмма {n} {n|p-значения|p-значений|p-значений}, {contrast}: {below} % меньше 0,05, а случайно было бы 5 %.",
    "says-volcano":
      "Линия стоит на p, при котором доля ложных находок {alpha}. Обведите мышью, чтобы приблизить; подписаны наименьшие p.",
    "says-volcano-none": "При доле ложных находок {alpha} не проходит ни одно p, и линии нет.",
    "says-ma": "Сильнее всего разбросаны изменения там, где прочтений мало: проходят лишь большие.",
    "says-p-values":
      "Где ничто не различается, все столбцы одной высоты, как линия. Пик слева — различия; пик справа или горб посередине говорят, что модель не подходит.",
  },
});
