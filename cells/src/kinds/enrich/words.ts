// What is said of gene sets: what they ask, what stands in the way, what was found, and the form.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("enrich-cell", {
  en: {
    "words-empty": "asks which sets of genes stand behind what was found",
    words: "asks the sets of {sets} about the genes of {from}: {method}",
    "no-table": "Choose a table of tested genes.",
    "no-sets": "Choose gene sets: a GMT file that is loaded, or a table of sets and genes.",
    "bad-alpha": "The share of false discoveries lies between 0 and 1, and {value} stands there.",
    "bad-list": "The list is no list of genes. Give names of genes.",
    "list-not-ranked": "A ranking takes all genes and no list. Leave the list empty, or choose over-representation.",
    "no-column": "There is no column {name}. Near: {near}.",
    "no-numbers": "There is no column of numbers called {name}. Near: {near}.",
    "no-genes": "No column names genes: {names}. Choose the one that does.",
    "no-contrasts": "The table is of one contrast, and {contrast} is asked. Leave it empty.",
    "no-contrast": "There is no contrast {contrast}. There are: {names}.",
    "not-sets": "The gene sets are no table of sets and genes: it takes a column of sets and one of their genes. Choose them.",
    "one-column": "{name} cannot be both the set and its gene. Choose two columns.",
    "no-shown": "There is no running sum of {set} among the first sets. Choose another one.",
    "no-running": "Over-representation has no running sum, so that none of {set} is shown. Leave it empty, or rank all genes.",
    "no-sets-left":
      "None of {n} {n|set|sets} has between {smallest} and {largest} genes among the tested ones. Set other bounds, or load sets of this species.",
    "other-ids":
      "The genes of the sets are {sets} ({one}), those of the table {table} ({other}): {percent} % of them are the same. Bring them to one kind first: the step “Map ids” with a table of both, or sets in the ids of the table.",
    "other-letters":
      "Only {percent} % of the genes of the sets ({one}) are among the tested ones ({other}), but {anyway} % without regard to capital letters. Is it another species?",
    "few-matched":
      "Only {percent} % of the genes of the sets ({one}) are among the tested ones ({other}). Are the sets of this species, and is this the column of genes?",
    "ids-ensembl": "Ensembl ids",
    "ids-entrez": "numbers of NCBI Gene",
    "ids-symbol": "symbols",
    "species-human": "human",
    "species-mouse": "mouse or rat",
    "other-species":
      "The sets are written as those of {sets}, the genes as those of {table}: they are matched without regard to capital letters ({percent} % of the sets' genes; with regard {exact} %). Genes whose names differ more are lost: sets of the same species are better.",
    "any-case-taken":
      "Genes are matched without regard to capital letters: that finds {percent} % of the sets' genes, with regard {exact} %.",
    "without-versions": "Versions of ids (.18) are left out: that finds {percent} % of the sets' genes.",
    "first-contrast": "The table is of several contrasts. {contrast} is asked; the others are {others}.",
    "gene-column": "{name} names the genes: most genes of the sets are found in it. It could be {others}.",
    "set-columns": "{set} is taken as the set and {gene} as its gene.",
    nameless: "{n} {n|row has|rows have} no gene and {n|is|are} left out.",
    "several-rows": "{n} further {n|row tells|rows tell} of a gene again: of each gene the row with the smallest p value counts.",
    "list-lost":
      "{n} of {all} {all|gene|genes} of the list {n|is|are} not among the tested ones and {n|counts|count} for nothing: {names}.",
    smaller: "Of some sets the p value is only known to be smaller than the one that stands there (p_by: below).",
    counted:
      "{asked} {asked|set was|sets were} asked, of {universe} tested {universe|gene|genes}; {percent} % of the sets' genes are among them.",
    "not-asked":
      "{n} {n|set was|sets were} not asked: {small} with fewer than {smallest} tested genes, {large} with more than {largest}, {absent} with none.",
    "none-up":
      "Among {listed} {listed|gene|genes} that are higher no set stands out, of {asked} asked. That is no proof that none changes.",
    "none-down":
      "Among {listed} {listed|gene|genes} that are lower no set stands out, of {asked} asked. That is no proof that none changes.",
    "none-either":
      "Among {listed} {listed|gene|genes} that differ no set stands out, of {asked} asked. That is no proof that none changes.",
    "none-list":
      "Among {listed} {listed|gene|genes} of the list no set stands out, of {asked} asked. That is no proof that none does.",
    "some-up":
      "{n} of {asked} {asked|set|sets} {n|holds|hold} more of the {listed} {listed|gene|genes} that are higher than chance puts there. First: {sets}.",
    "some-down":
      "{n} of {asked} {asked|set|sets} {n|holds|hold} more of the {listed} {listed|gene|genes} that are lower than chance puts there. First: {sets}.",
    "some-either":
      "{n} of {asked} {asked|set|sets} {n|holds|hold} more of the {listed} {listed|gene|genes} that differ than chance puts there. First: {sets}.",
    "some-list":
      "{n} of {asked} {asked|set|sets} {n|holds|hold} more of the {listed} {listed|gene|genes} of the list than chance puts there. First: {sets}.",
    "some-up-false":
      "{n} of {asked} {asked|set|sets} {n|holds|hold} more of the {listed} {listed|gene|genes} that are higher than chance puts there; about {false} of them {false|is|are} expected to be false. First: {sets}.",
    "some-down-false":
      "{n} of {asked} {asked|set|sets} {n|holds|hold} more of the {listed} {listed|gene|genes} that are lower than chance puts there; about {false} of them {false|is|are} expected to be false. First: {sets}.",
    "some-either-false":
      "{n} of {asked} {asked|set|sets} {n|holds|hold} more of the {listed} {listed|gene|genes} that differ than chance puts there; about {false} of them {false|is|are} expected to be false. First: {sets}.",
    "some-list-false":
      "{n} of {asked} {asked|set|sets} {n|holds|hold} more of the {listed} {listed|gene|genes} of the list than chance puts there; about {false} of them {false|is|are} expected to be false. First: {sets}.",
    "none-ranked": "No set of {asked} gathers at either end of the ranking. That is no proof that none changes.",
    "ranked-up": "{n} of {asked} {asked|set|sets} {n|gathers|gather} among the genes that are higher. First: {sets}.",
    "ranked-down": "{n} of {asked} {asked|set|sets} {n|gathers|gather} among the genes that are lower. First: {sets}.",
    "ranked-false": "Of these {n}, about {false} {false|is|are} expected to be false.",
    "axis-nes": "normalised enrichment score",
    "axis-ratio": "gene ratio: share of the list",
    "axis-rank": "genes by rank, the highest first",
    "axis-sum": "running sum",
    surprise: "−log10 adjusted p",
    "alt-dots": "{n} {n|set|sets} with the smallest p values as dots, {found} below the threshold in all. First: {first}.",
    "note-dots": "Dots grow with the number of genes, which stands in brackets; the brighter, the smaller the adjusted p value.",
    "alt-running":
      "Running sum of {set} along {genes} ranked genes: {n} {n|gene|genes} of the set, farthest from zero at {score}, normalised {nes}, adjusted p {p}.",
    "note-running": "{set}: normalised score {nes}, adjusted p {p}. Strokes: its genes; below: what genes are ranked by.",
    from: "Tested genes",
    sets: "Gene sets",
    method: "Method",
    contrast: "Contrast",
    "first-of-them": "the first",
    gene: "Genes",
    "by-name": "told by its name",
    "best-match": "what matches best",
    set: "Set",
    member: "Gene of the set",
    change: "Change",
    statistic: "Statistic",
    p: "P value",
    adjusted: "Adjusted p",
    list: "List",
    "by-threshold": "what passes the threshold",
    letters: "Letters",
    "letters-auto": "as it matches",
    "letters-exact": "as they stand",
    "letters-any-case": "large or small",
    smallest: "Smallest set",
    largest: "Largest set",
    alpha: "False discoveries",
    "no-column-chosen": "adjusted p",
    more: "Columns and matching",
    result: "Result",
    dots: "Dot plot",
    running: "Running sum",
    table: "Sets",
    "in-r": "In R",
    shown: "Set",
    "in-r-says": "genes is the table of genes, sets that of sets, set the genes of one set.",
  },
  ru: {
    "words-empty": "спрашивает, какие наборы генов стоят за найденным",
    words: "спрашивает наборы {sets} о генах {from}: {method}",
    "no-table": "Выберите таблицу проверенных генов.",
    "no-sets": "Выберите наборы генов: загруженный файл GMT или таблицу с наборами и генами.",
    "bad-alpha": "Доля ложных находок лежит между 0 и 1, а стоит {value}.",
    "bad-list": "Список — не список генов. Дайте имена генов.",
    "list-not-ranked": "По рангу берутся все гены, а не список. Оставьте список пустым или выберите перепредставленность.",
    "no-column": "Столбца {name} нет. Похожие: {near}.",
    "no-numbers": "Столбца чисел {name} нет. Похожие: {near}.",
    "no-genes": "Ни один столбец не называет генов: {names}. Выберите тот, что называет.",
    "no-contrasts": "В таблице один контраст, а спрошен {contrast}. Оставьте поле пустым.",
    "no-contrast": "Контраста {contrast} нет. Есть: {names}.",
    "not-sets": "Это не таблица наборов и генов: нужны столбец наборов и столбец их генов. Выберите их.",
    "one-column": "{name} не может быть и набором, и его геном. Выберите два столбца.",
    "no-shown": "Среди первых наборов нет {set}. Выберите другой.",
    "no-running":
      "У перепредставленности нет текущей суммы, и для {set} её не показать. Оставьте пустым или возьмите ранжирование.",
    "no-sets-left":
      "Ни в одном из наборов ({n}) нет от {smallest} до {largest} проверенных генов. Измените границы или загрузите наборы этого вида.",
    "other-ids":
      "Гены наборов — {sets} ({one}), гены таблицы — {table} ({other}): общих {percent} %. Сначала приведите их к одному виду: шаг «Перевод номеров» с таблицей тех и других или наборы с номерами, как в таблице.",
    "other-letters":
      "Среди проверенных ({other}) лишь {percent} % генов наборов ({one}), но без различия больших и малых букв — {anyway} %. Это другой вид?",
    "few-matched":
      "Среди проверенных ({other}) лишь {percent} % генов наборов ({one}). Того ли вида наборы и тот ли это столбец генов?",
    "ids-ensembl": "номера Ensembl",
    "ids-entrez": "номера NCBI Gene",
    "ids-symbol": "символы",
    "species-human": "человека",
    "species-mouse": "мыши или крысы",
    "other-species":
      "Наборы записаны как у {sets}, гены — как у {table}: буквы сравниваются без различия больших и малых ({percent} % генов наборов; с различием {exact} %). Гены, чьи имена различаются сильнее, потеряны: наборы того же вида лучше.",
    "any-case-taken":
      "Буквы сравниваются без различия больших и малых: так находится {percent} % генов наборов, иначе {exact} %.",
    "without-versions": "Версии номеров (.18) отброшены: так находится {percent} % генов наборов.",
    "first-contrast": "В таблице несколько контрастов. Взят {contrast}; остальные: {others}.",
    "gene-column": "Гены называет {name}: в нём нашлось больше всего генов наборов. Могло быть: {others}.",
    "set-columns": "Наборы взяты из {set}, их гены — из {gene}.",
    nameless: "{n} {n|строка без гена пропущена|строки без гена пропущены|строк без гена пропущены}.",
    "several-rows": "Строк о том же гене ещё {n}: у каждого гена считается строка с наименьшим p.",
    "list-lost": "Среди проверенных нет генов списка: {n} из {all}, они не считаются: {names}.",
    smaller: "О некоторых наборах известно лишь, что p меньше указанного (p_by: below).",
    counted: "Спрошено {asked} {asked|набор|набора|наборов}, проверенных генов {universe}; среди них {percent} % генов наборов.",
    "not-asked":
      "Не {n|спрошен|спрошены|спрошены} {n} {n|набор|набора|наборов}: меньше {smallest} проверенных генов у {small}, больше {largest} у {large}, ни одного у {absent}.",
    "none-up":
      "Среди {listed} {listed|гена|генов|генов}, которые выше, ни один из {asked} {asked|набора|наборов|наборов} не выделяется. Это не доказывает, что ни один не меняется.",
    "none-down":
      "Среди {listed} {listed|гена|генов|генов}, которые ниже, ни один из {asked} {asked|набора|наборов|наборов} не выделяется. Это не доказывает, что ни один не меняется.",
    "none-either":
      "Среди {listed} различающихся генов ни один из {asked} {asked|набора|наборов|наборов} не выделяется. Это не доказывает, что ни один не меняется.",
    "none-list":
      "Среди {listed} {listed|гена|генов|генов} списка ни один из {asked} {asked|набора|наборов|наборов} не выделяется. Это не доказывает обратного.",
    "some-up":
      "В {n} из {asked} {asked|набора|наборов|наборов} больше генов из {listed} повысившихся, чем дал бы случай. Первые: {sets}.",
    "some-down":
      "В {n} из {asked} {asked|набора|наборов|наборов} больше генов из {listed} понизившихся, чем дал бы случай. Первые: {sets}.",
    "some-either":
      "В {n} из {asked} {asked|набора|наборов|наборов} больше генов из {listed} различающихся, чем дал бы случай. Первые: {sets}.",
    "some-list":
      "В {n} из {asked} {asked|набора|наборов|наборов} больше генов из {listed} в списке, чем дал бы случай. Первые: {sets}.",
    "some-up-false":
      "В {n} из {asked} {asked|набора|наборов|наборов} больше генов из {listed} повысившихся, чем дал бы случай; около {false} из них, вероятно, ложные. Первые: {sets}.",
    "some-down-false":
      "В {n} из {asked} {asked|набора|наборов|наборов} больше генов из {listed} понизившихся, чем дал бы случай; около {false} из них, вероятно, ложные. Первые: {sets}.",
    "some-either-false":
      "В {n} из {asked} {asked|набора|наборов|наборов} больше генов из {listed} различающихся, чем дал бы случай; около {false} из них, вероятно, ложные. Первые: {sets}.",
    "some-list-false":
      "В {n} из {asked} {asked|набора|наборов|наборов} больше генов из {listed} в списке, чем дал бы случай; около {false} из них, вероятно, ложные. Первые: {sets}.",
    "none-ranked":
      "Ни один из {asked} {asked|набора|наборов|наборов} не собирается у края. Это не доказывает, что ни один не меняется.",
    "ranked-up": "Среди повысившихся генов собираются {n} из {asked} {asked|набора|наборов|наборов}. Первые: {sets}.",
    "ranked-down": "Среди понизившихся генов собираются {n} из {asked} {asked|набора|наборов|наборов}. Первые: {sets}.",
    "ranked-false": "Из этих {n} около {false}, вероятно, ложные.",
    "axis-nes": "нормированная оценка обогащения",
    "axis-ratio": "доля списка",
    "axis-rank": "гены по рангу, сначала высшие",
    "axis-sum": "текущая сумма",
    surprise: "−log10 поправленного p",
    "alt-dots": "Наборы с наименьшими p точками: {n}, ниже порога всего {found}. Первые: {first}.",
    "note-dots": "Точка тем больше, чем больше генов (число в скобках), и тем ярче, чем меньше поправленное p.",
    "alt-running":
      "Текущая сумма {set} вдоль {genes} {genes|гена|генов|генов} по рангу: генов набора {n}, дальше всего от нуля {score}, нормированная {nes}, поправленное p {p}.",
    "note-running": "{set}: нормированная оценка {nes}, поправленное p {p}. Штрихи — его гены, ниже — то, по чему стоят гены.",
    from: "Проверенные гены",
    sets: "Наборы генов",
    method: "Метод",
    contrast: "Контраст",
    "first-of-them": "первый",
    gene: "Гены",
    "by-name": "по имени",
    "best-match": "что лучше совпадает",
    set: "Набор",
    member: "Ген набора",
    change: "Изменение",
    statistic: "Статистика",
    p: "p",
    adjusted: "Поправленное p",
    list: "Список",
    "by-threshold": "прошедшие порог",
    letters: "Буквы",
    "letters-auto": "как совпадает",
    "letters-exact": "как стоят",
    "letters-any-case": "большие и малые",
    smallest: "Наименьший набор",
    largest: "Наибольший набор",
    alpha: "Ложные находки",
    "no-column-chosen": "поправленное p",
    more: "Столбцы и совпадение",
    result: "Результат",
    dots: "Точки",
    running: "Текущая сумма",
    table: "Наборы",
    "in-r": "На R",
    shown: "Набор",
    "in-r-says": "genes — таблица генов, sets — таблица наборов, set — гены одного набора.",
  },
});
