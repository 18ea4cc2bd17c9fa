// Messages of reduce, train and predict: what they do in words, and what keeps them from doing it.

import { defineWords } from "../messages/define-words.ts";

export const words = defineWords("learn", {
  en: {
    "words-pca": "{components} principal {components|component|components} of {from}, without a selection of {features}",
    "words-pca-top":
      "{components} principal {components|component|components} of {from}, from its {top} most variable {features}",
    "words-pca-most":
      "up to {components} principal {components|component|components} of {from}, without a selection of {features}",
    "words-pca-most-top":
      "up to {components} principal {components|component|components} of {from}, from its {top} most variable {features}",
    "words-k-fold": "validated in {folds} stratified folds",
    "words-leave-out": "validated by leaving out one {column} at a time",
    "words-predict": "runs {model} on {from}",
    "words-pca-empty": "finds the principal components of a matrix or a table",
    "words-train-empty": "trains a model that predicts a column",
    "words-predict-empty": "runs a model on data",
    "progress-components": "Principal components",
    "progress-fold": "Fold {fold} of {folds}",
    "progress-final": "Training on all rows",
    "progress-permutation": "Permutation {at} of {of}",
    "genotypes-table":
      "The scaling by allele frequency is for a matrix of dosages, and this is a table. Read its columns as numbers, or choose a matrix.",
    "genotypes-none":
      "The scaling by allele frequency is for dosages from 0 to 2, and the matrix holds other values (more than two copies, or no dosages). Read them as numbers.",
    "genotypes-scaled":
      "Genotypes of {sites} {sites|site|sites}: less the mean, divided by sqrt(2 p (1 - p)), p the frequency of the alternative allele (Patterson et al. 2006).",
    "genotypes-missing": "{n} {n|genotype is|genotypes are} missing ({share} %) and taken as the mean of {n|its|their} sites.",
    "genotypes-constant": "{n} {n|site does|sites do} not vary among these samples and {n|is|are} left out; {left} are used.",
    "genotypes-mixed":
      "{n} {n|site has|sites have} calls of one copy beside calls of two (X and Y of men, mitochondria) and {n|is|are} left out, as PLINK and smartpca leave out what is not on autosomes.",
    "genotypes-all-mixed":
      "Of {n} {n|site|sites} none can be scaled by allele frequency: each has calls of one copy beside calls of two, as X has of men and women. Take sites of autosomes, or read the dosages as numbers.",
    "genotypes-scale": "Sites are scaled by allele frequency already; they are not divided by their standard deviation, too.",
    "genotypes-top": "All sites that vary are used: the {n} most variable ones are chosen of other matrices only.",
    "same-cell": "The data are what those steps made already, and they would be done twice. Choose the data that the steps read.",
    "no-chain":
      "What is chosen to prepare holds no steps. Choose the output “Fitted steps” of a cell that filters or transforms (=name.fitted).",
    "prepare-failed": "Preparing: {what}",
    "prepare-said": "Preparing: {what}",
    "prepare-form": "The steps that prepare work on {there}, and the data are {here}. Choose others.",
    "prepare-target":
      "The steps that prepare change {target}, which is what is predicted. Put these steps into a cell before, and choose its answer as the data.",
    "prepare-made":
      "Rows of the data were made to balance the classes ({column} says which), and a validation would try models on rows made of those that they learned of. Choose the data before that step, and the steps as “prepare by”: then classes are balanced within each fold.",
    "doubt-unanswered":
      "{n} of {rows} rows have no prediction, since the steps of their fold leave them out, or a value is missing in them behind these: they are in no number here.",
    "doubt-steps-leave":
      "{n} of {rows} rows {n|is|are} left out by the steps: {n|it gets|they get} no prediction and {n|is|are} in no number here, and such rows get none later either.",
    "doubt-steps-thin":
      "{what} leaves {n} of {rows} rows out of what is learned from, within folds those that it finds there. Rows that a model is tried on, or meets later, stay whatever they are.",
    "doubt-steps-unanswered":
      "{n} of {rows} rows {n|gets|get} no prediction, because the steps of the model leave such rows out, as they did where it was tried.",
    "prepare-by-target":
      "The steps that prepare leave rows out by {target}, which is not known of rows to come. Name their columns without it, or put these steps into a cell before.",
    "doubt-balanced":
      "Classes were made equally frequent in what was learned of; probabilities are given back for the shares that classes had before.",
    "other-form": "The model prepares {there} by its own steps, and these data are {here}. Choose such data.",
    "prepare-unread": "The steps of the model were kept by another release and cannot be read. Train it again.",
    "a-table": "a table",
    "a-matrix": "a matrix",
    "no-data": "Nothing to learn from yet. Choose the data.",
    "column-missing": "There is no column {column}. There are: {available}. Choose one of them.",
    "column-near": "There is no column {column}. Near: {near}.",
    "feature-missing": "No {noun} {feature} in the data. Check its name.",
    "feature-near": "No {noun} {feature} in the data. Near: {near}.",
    "feature-but-words":
      "{column} is text for “{missingWords}” alone. Name {n|that word|those words} among the words for missing cells where the file is loaded, or choose other features.",
    "feature-not-numeric":
      "Column {column} holds text, and a model needs numbers. Take it out of the features, or turn it into numbers first.",
    "feature-empty": "Column {column} has no value in any row. Take it out of the features.",
    "feature-twice": "{feature} stands twice among the features. Name it once.",
    "feature-left-out": "{feature} stands among the features and among those to leave out. Take it out of one of them.",
    "doubt-top-unused":
      "The {n} most variable features are not chosen here: that is done of a matrix whose features are not named. All that are named, or all numeric columns of the table, are used.",
    "feature-is-target": "{target} is what is to be predicted, and stands among the features. Take it out of them.",
    "except-of-matrix":
      "Features of a matrix are not left out by name here. Drop them by a step (keep or drop features), or name the ones that are wanted.",
    "features-of-model": "The model of a cell knows its features by name, and takes no others. Leave the features empty.",
    "no-rows": "There are no rows to work on. Open the filter of the cell that the data come from.",
    "no-features": "No numeric columns are left to learn from. Load the data as a matrix, or turn columns into numbers.",
    "no-complete-rows":
      "None of the {rows} rows is complete: each has a missing value in a feature, the target or the lab. Fill or drop missing values first.",
    "too-few-rows": "There {rows|is|are} only {rows} {rows|row|rows}; at least {needed} are needed.",
    "log-fold": "Fold {fold}: {note}",
    "log-constant":
      "{count} {count|feature has|features have} the same value in every row, {count|tells|tell} nothing and {count|is|are} left out: {names}.",
    "log-constant-fold":
      "fold {fold}: {count} more {count|feature has|features have} the same value in all rows that it learns from and {count|is|are} left out there: {names}.",
    "log-by-order":
      "The file names no features: it was fed with the {n} numeric columns in their order ({names}{more}). If its order is another, name the features in this cell.",
    "log-left-out": "Left out: {names}{more}.",
    "doubt-not-predicted":
      "{n} of {rows} rows {n|gets|get} no prediction, because a value is missing or infinite: {columns}{more}. Fill what is missing first to have all of them answered.",
    "no-training-rows":
      "No row of {column} says “train”, and a model learns of the training alone where a column says the parts. Mark rows of the training there, or give the column another meaning where it is loaded.",
    "doubt-kept-aside": "{n} of {rows} rows are no training by {columns}: nothing was learned of them.",
    "doubt-all-parts":
      "{n} of {rows} rows are no training by {columns}, and what is shown here is of all rows: a model that is trained on it knows something of them.",
    "doubt-left-out":
      "{n} of {rows} rows {n|is|are} left out, because a value is missing or infinite: {columns}{more}. If that is not meant, fill or drop what is missing first.",
    "doubt-nearly-numbers":
      "{names} {n|is|are} not among the features, although most of {n|its|their} values are numbers: a few words make {n|it|them} text. Name these words among those for missing cells where the file is loaded.",
    "doubt-passed-over":
      "No features are named: all columns of numbers are taken ({taken}). Not taken, because {n|it holds|they hold} no numbers or {n|is an identifier|are identifiers}: {names}.",
    "doubt-incomplete":
      "{n} {n|feature misses a value in some sample and is|features miss a value in some sample and are} left out: {names}{more}. Fill missing values first to have {n|it|them} considered.",
    "doubt-identifiers":
      "{names} {n|looks like an identifier or a row number|look like identifiers or row numbers}: such features tell rows apart, not classes, and a model may learn the order of the file. Leave {n|it|them} out (under More: but not).",
    "doubt-target-again":
      "{names} {n|has|have} one value for each class of {target}, so that nothing is left to predict. If {n|it is|they are} {target} under another name, leave {n|it|them} out (under More: but not).",
    "doubt-copies":
      "{n} of {rows} rows {n|repeats|repeat} another row in all features, and {split} {split|row has|rows have} the like in another fold, so that models are tried on rows that they know. Drop repeated rows first.",
    "doubt-small-class":
      "{class} has {n} rows, and there are {folds} folds: {without} of them {without|has|have} none of it, where sensitivity and AUC are not defined. Take {n} folds, or leave {class} out.",
    "doubt-small-classes":
      "{n} classes have fewer rows than there are folds ({folds}): {classes}{more}. Where a fold has none of a class, its sensitivity and AUC are not defined. Take no more folds than the smallest class has rows ({least}), or leave these classes out.",
    "doubt-numbers":
      "{target} holds numbers, {n} different ones, and each is taken for a class of its own that has nothing to do with the next. Make groups of them first (a new column with if({target} > …)), or choose another column.",
    "doubt-small-parts":
      "{rows} rows in {folds} folds: a model is tried on {least} {least|row|rows} at least and {most} at most, so that what is told of one fold says little, and folds differ by chance alone. Take {fewer} folds, or read the values over all rows.",
    "doubt-small-class-parts":
      "{class} has {n} rows in {folds} folds: one or two of them in each, where sensitivity is all or nothing. Take {fewer} {fewer|fold|folds}, or read the values over all rows.",
    "doubt-single-row":
      "{class} has a single row: the model that is tried on it has never seen its class. Leave {class} out, or get more rows of it.",
    "doubt-confounded":
      "{column} nearly tells {target}: by {column} alone {hits} of {rows} rows are right, by the commonest class {commonest}. A model may learn {column} instead of {target}. Leave out {column} in turn, and get data in which each {column} has all classes.",
    "doubt-groups":
      "Rows of one {column} stand in several folds ({n} of {groups}), so that models are tried on a {column} that they know. Validate by leaving {column} out in turn.",
    "doubt-chosen-before":
      "{cells} {n|computes|compute} with {target} before the rows are split into folds. If features were chosen by it there, the rows that validate have helped to choose them, and the validation is too good: choose features inside the folds (the most variable ones), or on rows of their own.",
    "doubt-baseline":
      "The accuracy, {accuracy}, is not above {baseline}, which whoever always says the commonest class has. Look at balanced accuracy and the curve instead, have it compared with permuted labels (permutations, under More), or try other features or another model.",
    "doubt-positive":
      "{classes} are equally frequent, so sensitivity, specificity, F1 and the curve are told of {class}. Choose the positive class if it is the other one.",
    "doubt-trained-on":
      "These {rows} rows are the ones that the model was trained on: what it says of them tells nothing of new rows. How good it is stands in its validation.",
    "doubt-trained-on-part":
      "{n} of these {rows} rows are the ones that the model was trained on: what it says of them tells nothing of new rows. How good it is stands in its validation.",
    "doubt-other-scale":
      "The values of {names}{more} lie far from those that the model was trained on ({n} of {of} features): in another unit, on another scale (logarithms or not) or from another column, as it seems. What the model says of them cannot be relied on. Bring them to the unit of the training.",
    "doubt-classes-unknown":
      "The file does not name its classes: what it answers in {outputs} is counted from 0, in the order that the model was trained with. Look there which is which, or export it with the names of its classes.",
    "doubt-float32":
      "The file takes float32, which keeps about seven digits: {names}{more} {n|loses|lose} digits that tell rows apart. Train the model on values with a constant subtracted, or export it with a double input.",
    "no-such-class": "{target} has no class {class}. There are: {classes}. Choose one of them, or none.",
    "positive-of-many":
      "{target} has more than two classes, and each is compared with the others: none of them is the positive one. Leave the field empty.",
    "feature-huge":
      "{column} holds {value}, which is too large to compute with (1e150 at most). Take logarithms, or divide by a constant.",
    "log-probability-taken":
      "In {n} of {rows} rows the file's own label is not the class of its largest probability, a known fault of two-class forests in ONNX Runtime: the class of largest probability was taken.",
    "log-label-taken":
      "In {n} of {rows} rows the file's own label is not the class of its largest probability: predicted is the label that the file gives.",
    "no-variance": "All {features} features are constant: there is nothing to tell rows apart. Check the step before.",
    "one-class":
      "Every row has {target} = {value} ({rows} rows): there is nothing to tell apart. Choose another column to predict, or keep rows of at least two classes.",
    "too-many-classes":
      "{target} has {classes} different values; a classifier takes at most 50. Is it an identifier? Choose a column with few values.",
    "more-folds-than-rows": "{folds} folds need at least {folds} rows, and there are {rows}. Use fewer folds.",
    "one-lab": "Every row has {column} = {value}: no lab can be left out. Choose another column, or validate in folds.",
    "too-many-labs":
      "{column} has {count} different values; at most 500 can be left out in turn. Choose a column of labs or studies.",
    "lab-is-target": "{column} is what is predicted, so it cannot be left out in turn as well. Choose another column.",
    "no-onnx": "This kernel cannot run ONNX models. Run genomecraft doctor there to see why.",
    "model-too-large": "{name} has {bytes} bytes; models up to 512 MB can be run.",
    "not-onnx":
      "{name} is not an ONNX model that can be read: {detail}. Export the model to ONNX again, for instance with skl2onnx or torch.onnx.",
    "onnx-shape":
      "{name} does not take one table of float32 or double numbers; it takes {inputs}. Export it with a single input [rows, features].",
    "onnx-failed": "The model could not be run: {detail}. Check that the data have the features that it was trained on.",
    "width-differs": "The model takes {expected} features and the data give {got}. Name its features in its order.",
  },
  ru: {
    "words-pca":
      "{components} {components|главная компонента|главные компоненты|главных компонент} по {from}, без отбора {features}",
    "words-pca-top":
      "{components} {components|главная компонента|главные компоненты|главных компонент} по {from}, {top} самых изменчивых {features}",
    "words-pca-most": "до {components} {components|главной компоненты|главных компонент} по {from}, без отбора {features}",
    "words-pca-most-top":
      "до {components} {components|главной компоненты|главных компонент} по {from}, {top} самых изменчивых {features}",
    "words-k-fold": "проверка на {folds} стратифицированных блоках",
    "words-leave-out": "проверка с исключением по одному значению {column}",
    "words-predict": "применяет {model} к {from}",
    "words-pca-empty": "находит главные компоненты матрицы или таблицы",
    "words-train-empty": "обучает модель, которая предсказывает столбец",
    "words-predict-empty": "применяет модель к данным",
    "progress-components": "Главные компоненты",
    "progress-fold": "Блок {fold} из {folds}",
    "progress-final": "Обучение на всех строках",
    "progress-permutation": "Перестановка {at} из {of}",
    "genotypes-table":
      "Масштаб по частоте аллеля — для матрицы доз, а это таблица. Читайте столбцы как числа или выберите матрицу.",
    "genotypes-none":
      "Масштаб по частоте аллеля — для доз от 0 до 2, а в матрице другие значения (больше двух копий или не дозы). Читайте их как числа.",
    "genotypes-scaled":
      "Генотипы, сайтов {sites}: за вычетом среднего, делены на sqrt(2 p (1 - p)), p — частота альтернативного аллеля (Patterson et al. 2006).",
    "genotypes-missing": "Пропущено генотипов: {n} ({share} %); вместо них взято среднее по сайту.",
    "genotypes-constant":
      "{n} {n|сайт не меняется|сайта не меняются|сайтов не меняются} у этих образцов и {n|пропущен|пропущены|пропущены}; использовано {left}.",
    "genotypes-mixed":
      "{n} {n|сайт, где|сайта, где|сайтов, где} у одних образцов одна копия, а у других две (X и Y у мужчин, митохондрии), {n|пропущен|пропущены|пропущены}: PLINK и smartpca тоже берут только аутосомы.",
    "genotypes-all-mixed":
      "Ни один из сайтов ({n}) нельзя масштабировать по частоте аллеля: у одних образцов там одна копия, у других две, как на X у мужчин и женщин. Возьмите сайты аутосом или читайте дозы как числа.",
    "genotypes-scale": "Сайты уже масштабированы по частоте аллеля; на стандартное отклонение они не делятся.",
    "genotypes-top": "Использованы все меняющиеся сайты: отбор самых изменчивых ({n}) — для других матриц.",
    "same-cell": "Эти данные уже сделаны теми же шагами, и шаги были бы выполнены дважды. Выберите данные, которые читают шаги.",
    "no-chain":
      "В выбранном для подготовки нет шагов. Выберите вывод «Обученные шаги» ячейки, которая фильтрует или преобразует (=имя.fitted).",
    "prepare-failed": "Подготовка: {what}",
    "prepare-said": "Подготовка: {what}",
    "prepare-form": "Шаги подготовки работают с таким видом данных: {there}, а здесь {here}. Выберите другие.",
    "prepare-target":
      "Шаги подготовки меняют {target}, а это то, что предсказывается. Вынесите эти шаги в ячейку выше и выберите её ответ как данные.",
    "prepare-made":
      "Часть строк данных сделана для уравнивания классов (какие, говорит {column}), и модели проверялись бы на строках, сделанных из тех, на которых учились. Выберите данные до этого шага, а шаги как «подготовка»: тогда классы уравниваются внутри каждого блока.",
    "doubt-unanswered":
      "У {n} из {rows} строк нет предсказания: шаги в их блоке их убирают, или после этих шагов в них пропущено значение. Они не входят ни в одно число.",
    "doubt-steps-leave":
      "Шаги убирают {n} из {rows} строк: предсказания для них нет, ни в одно число они не входят, и для таких строк его не будет и потом.",
    "doubt-steps-thin":
      "{what}: {n} из {rows} строк не участвуют в обучении (внутри блоков — те, что найдены там). Строки, на которых модель проверяется или которые она увидит потом, остаются, какими бы они ни были.",
    "doubt-steps-unanswered":
      "Для {n} из {rows} строк предсказания нет: шаги модели такие строки убирают, как и там, где она проверялась.",
    "prepare-by-target":
      "Шаги подготовки убирают строки по {target}, а для новых строк оно неизвестно. Назовите их столбцы без него или вынесите эти шаги в ячейку выше.",
    "doubt-balanced":
      "При обучении классы сделаны одинаково частыми; вероятности пересчитаны для долей, которые были у классов до этого.",
    "other-form": "Модель готовит данные своими шагами, и нужен вид данных: {there}, а здесь {here}. Выберите такие данные.",
    "prepare-unread": "Шаги модели сохранены другой версией программы и не читаются. Обучите её заново.",
    "a-table": "таблица",
    "a-matrix": "матрица",
    "no-data": "Пока не на чем учиться. Выберите данные.",
    "column-missing": "Столбца {column} нет. Есть: {available}. Выберите один из них.",
    "column-near": "Столбца {column} нет. Похоже на: {near}.",
    "feature-missing": "В данных нет признака {feature}. Проверьте название.",
    "feature-near": "В данных нет признака {feature}. Похоже на: {near}.",
    "feature-but-words":
      "{column} — текст только из-за «{missingWords}». Внесите {n|это слово|эти слова|эти слова} в слова для пропусков там, где загружается файл, или выберите другие признаки.",
    "feature-not-numeric":
      "В столбце {column} текст, а модели нужны числа. Уберите его из признаков или сначала переведите в числа.",
    "feature-empty": "В столбце {column} нет ни одного значения. Уберите его из признаков.",
    "feature-twice": "{feature} стоит среди признаков дважды. Назовите его один раз.",
    "feature-left-out": "{feature} стоит и среди признаков, и среди исключённых. Уберите из одного из списков.",
    "doubt-top-unused":
      "Самые изменчивые признаки ({n}) здесь не выбираются: это делается для матрицы, признаки которой не названы. Взяты все названные или все числовые столбцы таблицы.",
    "feature-is-target": "{target} — то, что надо предсказать, и стоит среди признаков. Уберите его оттуда.",
    "except-of-matrix":
      "Признаки матрицы здесь по именам не убирают. Уберите их шагом (оставить или убрать признаки) или назовите нужные.",
    "features-of-model": "Модель из ячейки знает свои признаки по именам и других не берёт. Оставьте признаки пустыми.",
    "no-rows": "Нет ни одной строки. Откройте фильтр ячейки, из которой приходят данные.",
    "log-by-order":
      "Файл не называет признаков: поданы числовые столбцы ({n}) в их порядке ({names}{more}). Если у файла порядок другой, назовите признаки в этой ячейке.",
    "log-left-out": "Не вошли: {names}{more}.",
    "doubt-not-predicted":
      "Без предсказания {n} {n|строка|строки|строк} из {rows}: значение пропущено или бесконечно. Где: {columns}{more}. Чтобы получить ответ для всех, сначала заполните пропуски.",
    "no-training-rows":
      "Ни в одной строке столбца {column} не стоит «train», а модель учится только на обучающей части, если столбец называет части. Отметьте в нём строки обучения или задайте ему другой смысл там, где он загружается.",
    "doubt-kept-aside": "По столбцу {columns} не относятся к обучению строки: {n} из {rows}. На них ничему не учились.",
    "doubt-all-parts":
      "По столбцу {columns} не относятся к обучению строки: {n} из {rows}, а показанное здесь взято по всем: модель, обученная на этом, кое-что о них знает.",
    "doubt-left-out":
      "{n|Не вошла|Не вошли|Не вошло} {n} {n|строка|строки|строк} из {rows}: значение пропущено или бесконечно. Где: {columns}{more}. Если так не задумано, сначала заполните или уберите пропуски.",
    "doubt-nearly-numbers":
      "{n|Столбец|Столбцы|Столбцы} {names} не среди признаков, хотя большинство значений там — числа: текстом {n|его|их|их} делают несколько слов. Внесите их в слова для пропусков там, где загружается файл.",
    "doubt-passed-over":
      "Признаки не названы: взяты все столбцы с числами ({taken}). Не {n|взят, потому что чисел в нём нет или это идентификатор|взяты, потому что чисел в них нет или это идентификаторы|взяты, потому что чисел в них нет или это идентификаторы}: {names}.",
    "doubt-incomplete":
      "В {n} {n|признаке|признаках|признаках} у некоторых образцов нет значения, и {n|он не рассматривается|они не рассматриваются|они не рассматриваются}: {names}{more}. Чтобы учесть {n|его|их|их}, сначала заполните пропуски.",
    "doubt-identifiers":
      "{names}: похоже на идентификаторы или номера строк ({n}). Такие признаки различают строки, а не классы, и модель может выучить порядок файла. Исключите их (в поле «кроме» под «Ещё»).",
    "doubt-target-again":
      "{names}: каждому классу {target} отвечает ровно одно значение ({n|признак|признака|признаков}: {n}), предсказывать нечего. Если это {target} под другим именем, исключите (в поле «кроме» под «Ещё»).",
    "doubt-copies":
      "{n} {n|строка|строки|строк} из {rows} {n|повторяет|повторяют|повторяют} другую строку по всем признакам, и у {split} {split|строки|строк|строк} такая же есть в другом блоке: модели проверяются на том, что уже видели. Сначала уберите повторы.",
    "doubt-small-class":
      "В классе {class} строк: {n}, а блоков {folds}: в {without} {without|блоке|блоках|блоках} его нет, и чувствительность и AUC там не определены. Возьмите блоков: {n}, или исключите {class}.",
    "doubt-small-classes":
      "В {n} классах строк меньше, чем блоков ({folds}): {classes}{more}. Если класса в блоке нет, его чувствительность и AUC там не определены. Возьмите меньше блоков, не больше строк в самом малом классе ({least}), или исключите эти классы.",
    "doubt-numbers":
      "В {target} числа, {n} разных, и каждое принимается за отдельный класс, который с соседним никак не связан. Сначала сделайте из них группы (новый столбец с if({target} > …)) или выберите другой столбец.",
    "doubt-small-parts":
      "Строк {rows}, а блоков {folds}: модель проверяется не меньше чем на {least} и не больше чем на {most} {most|строке|строках|строках}, и показатели одного блока мало что значат: блоки различаются случайно. Возьмите блоков: {fewer}, или смотрите значения по всем строкам.",
    "doubt-small-class-parts":
      "В классе {class} строк: {n}, а блоков {folds}: в каждом одна или две, и чувствительность там — всё или ничего. Возьмите блоков: {fewer}, или смотрите значения по всем строкам.",
    "doubt-single-row":
      "В классе {class} одна строка: модель, которую на ней проверяют, этого класса не видела. Исключите {class} или добавьте его строк.",
    "doubt-confounded":
      "{column} почти определяет {target}: по одному {column} верно {hits} из {rows} строк, по самому частому классу {commonest}. Модель может выучить {column} вместо {target}. Исключайте {column} по одному значению и возьмите данные, где в каждом {column} есть все классы.",
    "doubt-groups":
      "Строки с одним {column} попали в разные блоки ({n} из {groups}), и модели проверяются на {column}, которые уже видели. Проверяйте с исключением по одному значению {column}.",
    "doubt-chosen-before":
      "{cells}: здесь в вычислениях участвует {target}, ещё до разделения строк на блоки ({n}). Если по нему выбирали признаки, проверочные строки помогли выбрать их и проверка завышена: выбирайте признаки внутри блоков (самые изменчивые) или на отдельных строках.",
    "doubt-baseline":
      "Доля верных ответов {accuracy} не выше {baseline}: столько даёт для всех ответ «самый частый класс». Смотрите вместо неё на сбалансированную долю верных ответов и кривую, сравните с перестановками меток (поле «перестановок» под «Ещё») или возьмите другие признаки или другую модель.",
    "doubt-positive":
      "Классы {classes} встречаются одинаково часто; чувствительность, специфичность, F1 и кривая даны для {class}. Если положительный класс другой, выберите его.",
    "doubt-trained-on":
      "Это те самые строки ({rows}), на которых модель обучена: её ответы на них ничего не говорят о новых строках. Насколько она хороша, показывает её проверка.",
    "doubt-trained-on-part":
      "На {n} из этих {rows} {rows|строки|строк|строк} модель и училась: её ответы о них ничего не говорят о новых строках. Насколько она хороша, сказано в её проверке.",
    "doubt-other-scale":
      "Значения {names}{more} далеки от тех, на которых модель обучена ({n} из {of} {of|признака|признаков|признаков}): похоже, другая единица, другая шкала (логарифмы или нет) или другой столбец. Ответам модели для таких строк доверять нельзя. Приведите значения к тем единицам, в которых обучена модель.",
    "doubt-classes-unknown":
      "Классы в файле не названы: ответы в {outputs} пронумерованы с 0, в порядке, с которым модель обучали. Посмотрите там, где какой, или экспортируйте её с именами классов.",
    "doubt-float32":
      "Файл принимает числа float32, в них около семи цифр: {names}{more} ({n}) {n|теряет|теряют|теряют} цифры, по которым различаются строки. Обучите модель на значениях, из которых вычтена константа, или экспортируйте её со входом double.",
    "no-such-class": "В {target} нет класса {class}. Есть: {classes}. Выберите один из них или оставьте поле пустым.",
    "positive-of-many":
      "В {target} больше двух классов, каждый сравнивается с остальными, и положительного среди них нет. Оставьте поле пустым.",
    "feature-huge":
      "В {column} есть {value}: с такими большими числами считать нельзя (не больше 1e150). Возьмите логарифм или разделите на константу.",
    "no-features": "Не осталось числовых столбцов для обучения. Загрузите данные как матрицу или переведите столбцы в числа.",
    "no-complete-rows":
      "Ни одна из {rows} строк не полна: в каждой пропуск в признаке, цели или лаборатории. Сначала заполните или удалите пропуски.",
    "too-few-rows": "Строк: {rows}; нужно не меньше {needed}.",
    "log-fold": "Блок {fold}: {note}",
    "log-constant":
      "{count} {count|признак имеет|признака имеют|признаков имеют} одно значение во всех строках и не {count|используется|используются|используются}: {names}.",
    "log-constant-fold":
      "Блок {fold}: ещё {count} {count|признак имеет|признака имеют|признаков имеют} одно значение во всех обучающих строках и там не {count|используется|используются|используются}: {names}.",
    "log-probability-taken":
      "В {n} из {rows} строк метка из файла не совпадает с классом наибольшей вероятности — известная ошибка лесов с двумя классами в ONNX Runtime: взят класс наибольшей вероятности.",
    "log-label-taken":
      "В {n} из {rows} строк метка из файла не совпадает с классом наибольшей вероятности: в predicted стоит метка из файла.",
    "no-variance": "Все признаки ({features}) постоянны: строки не различить. Проверьте предыдущий шаг.",
    "one-class":
      "Во всех строках {target} = {value} ({rows}): различать нечего. Выберите другой столбец или оставьте строки хотя бы двух классов.",
    "too-many-classes":
      "В {target} {classes} разных значений; допустимо не больше 50. Это идентификатор? Выберите столбец с немногими значениями.",
    "more-folds-than-rows": "Для {folds} блоков нужно не меньше {folds} строк, а их {rows}. Возьмите меньше блоков.",
    "one-lab": "Во всех строках {column} = {value}: исключать нечего. Выберите другой столбец или проверку по блокам.",
    "too-many-labs":
      "В {column} {count} разных значений; по очереди можно исключить не больше 500. Выберите столбец лабораторий или исследований.",
    "lab-is-target": "{column} — то, что предсказывается, его нельзя ещё и исключать по очереди. Выберите другой столбец.",
    "no-onnx":
      "Этот сервер вычислений не умеет запускать модели ONNX. Выполните на нём genomecraft doctor, чтобы узнать причину.",
    "model-too-large": "В {name} {bytes} байт; запускаются модели до 512 МБ.",
    "not-onnx":
      "{name} не читается как модель ONNX: {detail}. Экспортируйте модель заново, например с помощью skl2onnx или torch.onnx.",
    "onnx-shape":
      "{name} принимает не одну таблицу чисел float32 или double, а {inputs}. Экспортируйте модель с одним входом [строки, признаки].",
    "onnx-failed": "Модель не удалось запустить: {detail}. Проверьте, что в данных есть признаки, на которых она обучена.",
    "width-differs": "Модель принимает {expected} признаков, а в данных {got}. Перечислите признаки в её порядке.",
  },
});
