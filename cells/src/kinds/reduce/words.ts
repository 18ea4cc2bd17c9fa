// What reductions say beside what all learning says: maps, rows that are placed on axes of others, and columns of
// the samples that go with components.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("reduce", {
  en: {
    "words-map": "{map} of {from}, from {n} principal {n|component|components} at most",
    "words-map-features": "{map} of {from}",
    "words-onto": "places {from} on the axes of {axes}",
    map: "map",
    "map-none": "none",
    onto: "axes of",
    "onto-none": "its own",
    of: "compared by",
    "of-components": "components",
    "of-features": "features",
    axes: "axes",
    settings: "Settings of {map}",
    fewer: "Fewer settings",
    across: "across",
    upwards: "upwards",
    drivers: "Drivers",
    "drivers-of": "of",
    "drivers-alt": "Bars of the {n} largest {n|loading|loadings} of {component}: {parts}.",
    loading: "Loading",
    "in-r": "The same in R",
    outweighs:
      "{column} has {share} % of all variance, so the first component is little else. Where columns are of different units, divide each by its spread (scale).",
    trust: "Of the {k} nearest on the map {share} % are near in the data too (trustworthiness {value}).",
    divergence: "Kullback-Leibler divergence {value}.",
    stress: "Stress {value}: 0 would be a map without distortion; above .2 it is a poor one.",
    "mds-share": "The axes hold {share} % of the squared distances.",
    "approximate-neighbours": "Neighbours were searched, not compared one by one: nearly all of them are the nearest.",
    "start-components":
      "The neighbours make several groups that nothing joins. Where these lie beside each other is from the principal components.",
    randomised: "The components are found by random directions, as the data are large: the last ones may be off by a little.",
    placed: "{rows} {rows|row|rows} placed on axes that were found of {of} other ones.",
    "placed-missing":
      "{n} of {of} {of|feature|features} of the axes {n|is|are} not in these data and {n|counts|count} as their mean there ({share} % of the weight of the first component): {names}{more}.",
    "placed-without":
      "{n} {n|row misses|rows miss} more than half of the features and {n|has|have} no place: it would be that of the mean.",
    "placed-partly": "{n} {n|row misses|rows miss} some values, which count as their mean.",
    "axes-no-rows":
      "Each of the {rows} {rows|row|rows} misses more than half of the features of the axes: none can be placed. Fill what is missing first.",
    "axes-none-shared":
      "None of the {of} {of|feature|features} of the axes is in these data ({names} there, {mine} here). Choose data with the same features.",
    "axes-few-shared":
      "Only {n} of {of} {of|feature|features} of the axes are in these data: places on them would say more of what is missing than of the rows. Choose data with the same features.",
    "axes-other-scale":
      "The axes were found of values on the scale {theirs}, and these are on {mine}. Bring them to the same scale by the same steps first.",
    "axes-unread": "The axes were kept by another release, or the cell is no reduction. Run it again, or choose another.",
    "axes-own-setting":
      "{setting} is a setting of the axes that rows are placed on, and does nothing here. Leave it as it comes, or find axes of these data.",
    "axes-fewer":
      "{asked} {asked|component|components} {asked|is|are} asked for, and the axes hold {there}: all of them are given.",
    solver: "solver",
    "solver-auto": "by the size of the data",
    "solver-exact": "exact",
    "solver-randomised": "randomised",
    "genotypes-solver":
      "Components of genotypes are found by Lanczos' steps, to eight digits: the solver that is chosen is for other data.",
    "axes-and-map":
      "The rows are placed on the map of the axes where there is one; another map cannot be drawn beside. Take the map away, or the axes.",
    "axes-no-new":
      "{map} has no place for rows that were not there when it was drawn. They are placed on the principal components below it.",
    "features-for-genotypes": "A map of genotypes is drawn of their principal components. Compare by components.",
    "progress-map": "Map: {map}",
    tab: "Driven by",
    "batch-drives":
      "PC{component}, {variance} % of the variance, goes with {column}, which explains {share} % of it: samples may lie apart by where or when they were made. Take {column} into the design of a test, and see whether what is compared is spread over its groups.",
    share: "Share of the component's variance",
    "alt-none": "How much of each component each column of the samples explains: none explains half of one.",
    alt: "How much of each component each column of the samples explains. Most: {parts}.",
    "part-of": "{column} {share} % of PC{component}",
    "says-associations":
      "How much of each component one column explains by itself (R²), with its p value on hover, not adjusted: of numbers by a line, of groups by their means. A column of many small groups explains much by chance: look at its p. Columns that hang together share what they explain.",
    none: "No column of the samples has groups or numbers that could go with a component.",
  },
  ru: {
    "words-map": "{map} по {from}, из главных компонент (не больше {n})",
    "words-map-features": "{map} по {from}",
    "words-onto": "размещает {from} на осях {axes}",
    map: "карта",
    "map-none": "нет",
    onto: "оси от",
    "onto-none": "свои",
    of: "сравнивать по",
    "of-components": "компонентам",
    "of-features": "признакам",
    axes: "осей",
    settings: "Настройки: {map}",
    fewer: "Меньше настроек",
    across: "по горизонтали",
    upwards: "по вертикали",
    drivers: "Вклад признаков",
    "drivers-of": "в",
    "drivers-alt": "Столбцы {n} наибольших нагрузок {component}: {parts}.",
    loading: "Нагрузка",
    "in-r": "То же в R",
    outweighs:
      "На {column} приходится {share} % всей дисперсии: первая компонента — почти она одна. Если столбцы в разных единицах, разделите каждый на его разброс (масштабировать).",
    trust: "Из {k} ближайших на карте и в данных близки {share} % (trustworthiness {value}).",
    divergence: "Расхождение Кульбака — Лейблера {value}.",
    stress: "Стресс {value}: 0 — карта без искажений, больше 0,2 — плохая.",
    "mds-share": "Оси передают {share} % квадратов расстояний.",
    "approximate-neighbours": "Соседи найдены поиском, без сравнения всех пар: почти все они ближайшие.",
    "start-components":
      "Соседи образуют несколько групп, между которыми связей нет. Их взаимное расположение взято из главных компонент.",
    randomised: "Данные велики, и компоненты найдены по случайным направлениям: последние могут немного отличаться.",
    placed: "Размещено строк: {rows}. Оси найдены по другим ({of}).",
    "placed-missing":
      "Признаков осей, которых нет в этих данных: {n} из {of}; вместо них взято среднее ({share} % веса первой компоненты): {names}{more}.",
    "placed-without": "Строк, где нет больше половины признаков: {n}. Места у них нет: это было бы место среднего.",
    "placed-partly": "Строк с пропусками: {n}, вместо пропусков взято среднее.",
    "axes-no-rows": "Во всех строках ({rows}) нет больше половины признаков осей, разместить нечего. Сначала заполните пропуски.",
    "axes-none-shared":
      "Ни одного из признаков осей ({of}) нет в этих данных (там {names}, здесь {mine}). Выберите данные с теми же признаками.",
    "axes-few-shared":
      "В этих данных есть только {n} из {of} {of|признака|признаков|признаков} осей: место на осях говорило бы больше о пропусках, чем о строках. Выберите данные с теми же признаками.",
    "axes-other-scale":
      "Оси найдены по значениям в шкале {theirs}, а здесь шкала {mine}. Сначала приведите данные к той же шкале теми же шагами.",
    "axes-unread": "Оси сохранены другой версией, или это не снижение размерности. Запустите ячейку снова или выберите другую.",
    "axes-own-setting":
      "{setting} — настройка осей, на которых размещаются строки, здесь она ничего не меняет. Оставьте её как есть или найдите оси по этим данным.",
    "axes-fewer": "Запрошено компонент: {asked}, а на осях их {there}; даны все.",
    solver: "решение",
    "solver-auto": "по размеру данных",
    "solver-exact": "точное",
    "solver-randomised": "случайными направлениями",
    "genotypes-solver": "Компоненты генотипов находятся шагами Ланцоша, до восьми знаков: выбранное решение — для других данных.",
    "axes-and-map":
      "Строки размещаются на карте, которая построена на осях; другой карты рядом быть не может. Уберите карту или оси.",
    "axes-no-new": "{map} не даёт места строкам, которых при построении не было. Они размещены на главных компонентах под ней.",
    "features-for-genotypes": "Карта генотипов строится по их главным компонентам. Сравнивайте по компонентам.",
    "progress-map": "Карта: {map}",
    tab: "От чего зависит",
    "batch-drives":
      "PC{component}, {variance} % дисперсии, связана с {column}: этот столбец объясняет {share} % её. Образцы могут расходиться из-за того, где и когда их готовили. Возьмите {column} в план проверки и посмотрите, распределено ли сравниваемое по его группам.",
    share: "Доля дисперсии компоненты",
    "alt-none": "Какую долю каждой компоненты объясняет каждый столбец образцов: половины не объясняет ни один.",
    alt: "Какую долю каждой компоненты объясняет каждый столбец образцов. Больше всего: {parts}.",
    "part-of": "{column} {share} % PC{component}",
    "says-associations":
      "Какую долю компоненты объясняет один столбец сам по себе (R²), при наведении p без поправки: у чисел по прямой, у групп по их средним. Столбец со многими малыми группами объясняет много случайно: смотрите на p. Связанные столбцы делят объяснённое.",
    none: "Ни в одном столбце образцов нет групп или чисел, которые могли бы быть связаны с компонентой.",
  },
});
