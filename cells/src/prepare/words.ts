// Why each step of a proposed chain is there, and what is not done.

import { defineWords } from "../messages/define-words.ts";

export const words = defineWords("prepare", {
  en: {
    twice: "Rows that stand twice count twice, and may be learned from and tested on at once: the first of each stays.",
    "twice-but-names": "Rows that differ in their names alone are copies: the first of each stays.",
    ids: "Nearly every {columns} stands in one row alone, so that more look like slips: the first row of each stays. Where the others are further visits, switch this off.",
    without: "Rows without {columns} cannot be told apart, compared or learned from.",
    "empty-rows": "Rows that lack most of their values would be made of filled ones.",
    "rare-classes":
      "Too few rows to learn these classes from. Switch this on if they are not to be told; joining them with others is the other way.",
    "as-found": "As the report proposes.",
    labels: "{column}: several writings of one label would be groups of their own.",
    infinite: "{column}: infinite numbers have no mean and no spread. They become missing.",
    sentinel: "{column}: numbers that stand for “no value” would be computed with. They become missing.",
    limits:
      "{column}: numbers that are kept as texts are neither sorted nor computed with. A limit is taken at the number that it names (a share of it is usual, too: change the formula); what is no number becomes missing.",
    numbers: "{column}: numbers that are kept as texts are neither sorted nor computed with. What is no number becomes missing.",
    "empty-columns": "What is mostly missing says little, and filled it would say what was filled in: {columns}.",
    "same-columns": "They do not vary, or say what another column says: {columns}.",
    "none-left": "Without {columns} no column would be left, so they stay.",
    leaks:
      "They tell {outcome} almost by themselves: {columns}. Whether they are known before it, the data do not say. Switch this on if they are not.",
    "split-strata": "A fifth is kept aside before anything is learned of the rest; {outcome} is in each part as in all.",
    "split-chance": "A fifth, by chance, is kept aside before anything is learned of the rest.",
    "split-time": "The outcome follows {column}: the latest rows are the test, as they would be in use.",
    "split-there": "{column} says already which rows are learned from, so nothing is split anew.",
    together: "All rows of one {columns} are in one part: otherwise a person is learned from and tested on.",
    "outliers-flag": "What lies far is marked and stays: whether it is an error, the data do not say. {columns}.",
    "outliers-missing":
      "A few values so far off are most often slips of typing or of a unit, and would outweigh all others: they become missing. Where they are true, switch this off. {columns}.",
    "outliers-keep": "What lies far is counted and stays; marks beside it would be learned from. {columns}.",
    "outcomes-stay":
      "What came of it is not filled, since it would be made up: {columns}. Steps that take complete rows leave such rows out.",
    "fill-explore": "Components, clusters and many pictures take complete rows only: {columns}.",
    "fill-compare":
      "Filled values make spreads too small, and a test leaves out rows that lack one. Switch this on for a method that takes no gaps: {columns}.",
    "fill-predict":
      "Models take complete rows. Medians and most frequent values are those of the training, also for rows that come later: {columns}.",
    marked: "That a value was missing stays to be seen, since it goes with something else.",
    "encode-two": "Models take numbers; of two groups one is 0 and the other 1: {columns}.",
    "encode-more": "Models take numbers; each group becomes a column of 0 and 1, since they have no order: {columns}.",
    scale:
      "Models that weigh or measure distances take {n} {n|number|numbers} on one scale; mean and spread are those of the training.",
    balance:
      "{outcome} has a rare class. Rows of it are taken again in the training alone; class weights of the model are the other way, so this is off.",
    wide: "{listed} of {all} columns are listed here: making numbers of them alone is off, and others would stay as they are.",
    "no-outcome": "Choose what is predicted: the split and the steps that learn depend on it.",
    "no-group": "No column says which groups are compared. Name it in the form of this cell.",
    samples: "{n} of {all} samples fail. Of those that are one sample the first stays.",
    "too-few-left": "{n} of {all} samples fail: too many to be left out. Look at the verdicts first.",
    "hard-stay":
      "Samples that look like another {outcome} than the one they are called stay: without them a model would seem better than it is. Look at their labels.",
    sites: "Sites that fail are left out for all samples, and for those that come later.",
    log: "The values are skewed and reach far: on the scale of logarithms differences are ratios.",
    "features-group": "Features with too few counts for any group of {column} tell nothing, and cost corrections for many tests.",
    "features-all": "Features with too few counts tell nothing, and cost corrections for many tests.",
    "counts-stay":
      "The counts stay counts: methods that compare groups of them (DESeq2, edgeR, limma-voom) take them as they are and see to depth themselves.",
    "log-cpm-explore": "Counts per million take the depth of each library away, logarithms what the largest genes outweigh.",
    "log-cpm-predict":
      "Counts per million take the depth of each library away, each sample by itself, so that it is the same for samples that come later.",
    cells: "Cells differ in depth: counts are brought to one sum, and logarithms taken of them.",
    "cells-compare": "Cells of one person are no independent samples: sum them first (step “pseudobulk”), and compare those.",
  },
  ru: {
    twice: "Строки, стоящие дважды, считаются дважды и могут попасть и в обучение, и в проверку: из одинаковых остаётся первая.",
    "twice-but-names": "Строки, которые различаются только именами, — копии: из одинаковых остаётся первая.",
    ids: "Почти каждое значение {columns} стоит в одной строке, так что лишние похожи на описки: остаётся первая строка каждого. Если остальные — это повторные визиты, выключите.",
    without: "Строки без {columns} нельзя ни различить, ни сравнить, ни взять в обучение.",
    "empty-rows": "Строки, в которых нет большинства значений, состояли бы из заполненных.",
    "rare-classes":
      "По этим классам слишком мало строк для обучения. Включите, если предсказывать их не нужно; другой путь — объединить их с другими.",
    "as-found": "Как предлагает отчёт.",
    labels: "{column}: разные написания одной метки были бы отдельными группами.",
    infinite: "{column}: у бесконечных чисел нет ни среднего, ни разброса. Они становятся пропусками.",
    sentinel: "{column}: числа, которые значат «нет значения», вошли бы в расчёты. Они становятся пропусками.",
    limits:
      "{column}: числа, записанные текстом, не сортируются и не считаются. Предел берётся как число, которое он называет (принято и брать его долю: измените формулу); что не число, становится пропуском.",
    numbers: "{column}: числа, записанные текстом, не сортируются и не считаются. Что не число, становится пропуском.",
    "empty-columns": "Почти пустое мало о чём говорит, а заполненное говорило бы о том, чем заполнено: {columns}.",
    "same-columns": "Не меняются или повторяют другой столбец: {columns}.",
    "none-left": "Без {columns} не осталось бы ни одного столбца, поэтому они остаются.",
    leaks:
      "Почти сами по себе говорят, каков {outcome}: {columns}. Известны ли они до него, по данным не видно. Включите, если нет.",
    "split-strata": "Пятая часть строк откладывается прежде, чем по ним чему-либо учатся; {outcome} в каждой части как во всех.",
    "split-chance": "Пятая часть строк, выбранная случайно, откладывается прежде, чем по ним чему-либо учатся.",
    "split-time": "Исход идёт вслед за {column}: проверка — на самых поздних строках, как будет и в работе.",
    "split-there": "{column} уже говорит, по каким строкам учатся, поэтому заново ничего не делится.",
    together: "Все строки с одним значением {columns} — в одной части: иначе по человеку и учатся, и проверяют.",
    "outliers-flag": "Далёкое помечается и остаётся: ошибка ли это, по данным не видно. {columns}.",
    "outliers-missing":
      "Немногие столь далёкие значения — чаще всего описки или другие единицы, и они перевесили бы остальные: они становятся пропусками. Если они верны, выключите это. {columns}.",
    "outliers-keep": "Далёкое считается и остаётся; пометки рядом стали бы признаками. {columns}.",
    "outcomes-stay":
      "Исход не заполняется: он был бы выдуман ({columns}). Шаги, которым нужны полные строки, такие строки пропускают.",
    "fill-explore": "Компоненты, кластеры и многие графики берут только полные строки: {columns}.",
    "fill-compare":
      "Заполненное занижает разброс, а тест и сам опускает строки без значения. Включите для метода, который не терпит пропусков: {columns}.",
    "fill-predict":
      "Модели берут полные строки. Медианы и самые частые значения — по обучению, и для будущих строк тоже: {columns}.",
    marked: "Что значения не было, остаётся видно: это связано с чем-то ещё.",
    "encode-two": "Модели берут числа; из двух групп одна становится 0, другая 1: {columns}.",
    "encode-more": "Модели берут числа; каждая группа становится столбцом из 0 и 1, ведь порядка у них нет: {columns}.",
    scale:
      "Модели, которые взвешивают или меряют расстояния, берут числа в одной шкале (столбцов: {n}); среднее и разброс — по обучению.",
    balance:
      "В {outcome} есть редкий класс. Его строки берутся повторно только в обучении; другой путь — веса классов в модели, поэтому это выключено.",
    wide: "Здесь перечислено столбцов {listed} из {all}: превращать в числа только их выключено, остальные остались бы как есть.",
    "no-outcome": "Выберите, что предсказывается: от этого зависят разбиение и шаги, которые учатся.",
    "no-group": "Ни один столбец не называет сравниваемые группы. Укажите его в форме этой ячейки.",
    samples: "Не годится образцов: {n} из {all}. Из тех, что суть один образец, остаётся первый.",
    "too-few-left": "Не годится образцов: {n} из {all} — слишком много, чтобы их исключить. Сначала посмотрите на выводы.",
    "hard-stay":
      "Образцы, похожие не на свой {outcome}, остаются: без них модель казалась бы лучше, чем она есть. Проверьте их метки.",
    sites: "Негодные сайты исключаются для всех образцов, и для будущих тоже.",
    log: "Значения скошены и далеко разбросаны: в логарифмах разности — это отношения.",
    "features-group":
      "Признаки, у которых ни в одной группе {column} не хватает прочтений, ни о чём не говорят и стоят поправок на множество тестов.",
    "features-all": "Признаки, у которых не хватает прочтений, ни о чём не говорят и стоят поправок на множество тестов.",
    "counts-stay":
      "Счётчики остаются счётчиками: методы сравнения групп (DESeq2, edgeR, limma-voom) берут их как есть и сами учитывают глубину.",
    "log-cpm-explore": "Доли на миллион убирают глубину библиотек, логарифмы — перевес самых больших генов.",
    "log-cpm-predict":
      "Доли на миллион убирают глубину библиотек, каждый образец сам по себе, поэтому для будущих образцов это то же самое.",
    cells: "Клетки различаются глубиной: счётчики приводятся к одной сумме, и от них берутся логарифмы.",
    "cells-compare":
      "Клетки одного человека — не независимые образцы: сначала сложите их (шаг «псевдобалк»), и сравнивайте суммы.",
  },
});
