// What is said of cells that fit a model of expression.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("differential", {
  en: {
    "words-empty": "fits a model of what each feature goes with",
    "words-no-design": "fits a model to {from} with {method}; the design is not written yet",
    words: "fits {formula} to {from} with {method}",
    "no-data": "Choose a matrix.",
    "blocks-not-taken":
      "{method} does not take samples of one {block} as alike, and would count each as new evidence. Add {block} to the formula, or choose limma-voom, which takes blocks.",
    "batch-removed":
      "The effects of {columns} were taken out of this matrix: for pictures that is right, but a test would count as known what was estimated, and find too much. Take the matrix as it was before that step, and {columns} into the formula.",
    "features-twice":
      "{n} {n|name stands|names stand} for several rows of the matrix ({names}): each row is fitted and counted by itself, and who looks for the name finds several. Bring them together first where they are one (Collapse probes).",
    "samples-twice":
      "{n} {n|name stands|names stand} for several samples ({names}). If one of them came twice, it counts as new evidence and p values are too small: look at the samples.",
    aliased: "The design cannot tell {names} from the other columns, and no number could be given to {n|it|them}.",
    "perhaps-repeated":
      "{n} of {column} {n|has|have} several samples. If these are individuals (or cages, litters, plates), their samples are no independent evidence: add {column} to the formula, take it as blocks, or bring samples of one together (pseudobulk).",
    "repeated-donors":
      "{column} stands for individuals that come several times ({n} of {all}), and the design does not take it: samples of one individual are no independent evidence (pseudo-replication). Add {column} to the formula, take it as blocks, or bring samples of one individual together (pseudobulk).",
    matrix: "Matrix",
    method: "Method",
    contrasts: "Compare",
    features: "Features",
    dispersions: "Dispersions",
    result: "Result",
    settings: "Settings of {method}",
    fewer: "Fewer settings",
    "compare-says":
      "The model is fitted once; each comparison asks it anew and fits nothing. A click adds a cell below: fold changes, p values and pictures of {features}.",
    "compare-of": "By {column}",
    "compare-all": "all of these in one cell",
    "compare-none": "This design has no groups to compare. Take a column of groups into the formula.",
    "closed-design": "What can be compared is told by the samples: it is for those who may see rows.",
    trend: "Mean and variance",
    each: "each ({n})",
    "prior-trend": "trend",
    "axis-log-level": "Mean log2",
    "axis-log-counts": "Mean log2 of counts",
    "axis-root": "Root of the standard deviation",
    "says-trend":
      "How much samples of one group differ, by the level: each point is left over by the model. The curve is what is taken as usual there; where it falls and the cloud follows it, small counts vary more. Points that leave the curve at the left are too few counts: filter them.",
    "alt-trend":
      "Roots of the standard deviations of {n} {n|row|rows} against their level: the trend goes from {from} at {low} to {to} at {high}.",
    own: "each alone ({n})",
    final: "taken ({n})",
    outliers: "outliers ({n})",
    "axis-mean": "Mean of normalised counts",
    "axis-dispersion": "Dispersion",
    "says-dispersions":
      "How much counts of samples of one group differ beyond chance, by how many there are. Each is drawn from its own value towards the trend, but for outliers, which keep their own; a cloud that does not follow the trend says that the model does not fit.",
    "alt-dispersions":
      "Dispersions of {n} {n|row|rows} against their mean, both axes logarithmic: the trend goes from {from} at a mean of {low} to {to} at {high}. {outliers} {outliers|lies|lie} far from it and {outliers|keeps its|keep their} own.",
  },
  ru: {
    "words-empty": "подбирает модель того, с чем связан каждый признак",
    "words-no-design": "подбирает модель к {from}, метод {method}; план ещё не написан",
    words: "подбирает {formula} к {from}, метод {method}",
    "no-data": "Выберите матрицу.",
    "blocks-not-taken":
      "{method} не считает образцы с одним {block} связанными и примет каждый за новое свидетельство. Добавьте {block} в формулу или выберите limma-voom, который берёт блоки.",
    "batch-removed":
      "Из этой матрицы убраны эффекты {columns}: для рисунков это верно, но проверка приняла бы оценённое за известное и нашла бы слишком много. Возьмите матрицу до этого шага, а {columns} — в формулу.",
    "features-twice":
      "Одно имя у нескольких строк матрицы, таких имён {n} ({names}): каждая строка подбирается и считается сама по себе, и кто ищет по имени, найдёт несколько. Если это одно и то же, сначала сведите их вместе («Свести зонды»).",
    "samples-twice":
      "Одно имя у нескольких образцов, таких имён {n} ({names}). Если образец пришёл дважды, он считается новым свидетельством и p-значения занижены: посмотрите на образцы.",
    aliased: "План не отличает {names} от прочих столбцов, и чисел для {n|него|них|них} не получить.",
    "perhaps-repeated":
      "{column}: у {n} по нескольку образцов. Если это особи (или клетки, помёты, планшеты), их образцы не независимы: добавьте {column} в формулу, возьмите блоками или сложите образцы одной (pseudobulk).",
    "repeated-donors":
      "{column} означает людей или животных, которые встречаются по нескольку раз ({n} из {all}), а план его не берёт: образцы одной особи — не независимые свидетельства (псевдорепликация). Добавьте {column} в формулу, возьмите его блоками или сведите образцы одной особи вместе (псевдобалк).",
    matrix: "Матрица",
    method: "Метод",
    contrasts: "Сравнить",
    features: "Признаки",
    dispersions: "Дисперсии",
    result: "Результат",
    settings: "Настройки: {method}",
    fewer: "Меньше настроек",
    "compare-says":
      "Модель подобрана один раз; каждое сравнение спрашивает её и ничего не подбирает. Щелчок добавит ячейку ниже: кратности, p и рисунки, {features}.",
    "compare-of": "По {column}",
    "compare-all": "все эти в одной ячейке",
    "compare-none": "В этом плане нет групп для сравнения. Возьмите в формулу столбец групп.",
    "closed-design": "Что можно сравнить, сказано образцами: это для тех, кому видны строки.",
    trend: "Среднее и дисперсия",
    each: "каждый ({n})",
    "prior-trend": "тренд",
    "axis-log-level": "Среднее log2",
    "axis-log-counts": "Среднее log2 прочтений",
    "axis-root": "Корень из стандартного отклонения",
    "says-trend":
      "Насколько различаются образцы одной группы при разном уровне: каждая точка — то, чего не объяснила модель. Кривая — то, что считается там обычным; где она падает и облако следует за ней, малые числа изменчивее. Точки, которые слева отходят от кривой, — слишком мало прочтений: уберите их фильтром.",
    "alt-trend":
      "Корни из стандартных отклонений {n} {n|строки|строк|строк} по их уровню: тренд идёт от {from} при {low} до {to} при {high}.",
    own: "по отдельности ({n})",
    final: "взято ({n})",
    outliers: "выбросы ({n})",
    "axis-mean": "Среднее нормированных прочтений",
    "axis-dispersion": "Дисперсия",
    "says-dispersions":
      "Насколько прочтения образцов одной группы различаются сверх случайного, по их числу. Каждая дисперсия сдвинута от своей к тренду, кроме выбросов, которые остаются при своей; облако, которое не следует тренду, говорит, что модель не подходит.",
    "alt-dispersions":
      "Дисперсии {n} {n|строки|строк|строк} по их среднему, обе оси логарифмические: тренд идёт от {from} при среднем {low} до {to} при {high}. {outliers} {outliers|лежит|лежат|лежат} далеко от него и {outliers|остаётся при своей|остаются при своей|остаются при своей}.",
  },
});
