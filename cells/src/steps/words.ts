// Sentences of chains of steps that no single step owns: conditions in words, shared refusals, formulas.

import { defineWords } from "../messages/define-words.ts";

export const words = defineWords("transform", {
  en: {
    "words-none": "passes the data on unchanged",
    unfilled: "{title}: {lacks}",
    "components-taken":
      "Step {step}: {n} {n|component|components} of {of} {n|is|are} taken, which hold {percent} % of the variance.",
    "components-all":
      "Step {step}: {n} {n|component|components} hold all of the variance: no row is far from them, and only how far out along them is judged.",
    "many-groups": "{column} has {count} groups; at most {limit} can have bounds of their own. Choose a column with fewer.",
    "lacks-column": "choose a column",
    "lacks-columns": "choose columns",
    "lacks-pairs": "choose the columns to join by",
    "lacks-table": "choose a table",
    "lacks-value": "enter a value",
    "lacks-formula": "write a formula",
    "lacks-new-name": "name the new column",
    "lacks-values": "choose what is taken",
    "lacks-features": "choose {noun}",
    "lacks-lengths": "choose where the lengths of genes are",
    "lacks-matrix": "choose a matrix",
    "of-numbers": "numbers",
    "of-text": "text",
    "of-boolean": "yes or no",
    and: "and",
    or: "or",
    "is-between": "{column} between {value}",
    "is-in": "{column} one of {value}",
    "is-not-in": "{column} none of {value}",
    "is-contains": "{column} contains {value}",
    "is-starts-with": "{column} starts with {value}",
    "is-ends-with": "{column} ends with {value}",
    "is-missing": "{column} is missing",
    "is-not-missing": "{column} is not missing",
    "no-data": "Nothing to transform yet. Choose the data.",
    "column-missing": "Step {step}: there is no column {column}. There are: {available}. Choose one of them.",
    "column-near": "Step {step}: there is no column {column}. Near: {near}.",
    "text-like-numbers":
      "Step {step}: {column} is text, although most of its values are numbers, so it goes letter by letter: 10 before 9. The cell that loads it says what makes it text.",
    "column-taken": "Step {step}: there are two columns called {column} then. Choose another name.",
    "column-not-number": "Step {step}: column {column} holds text, and “{take}” needs numbers. Choose another column.",
    "column-empty":
      "Step {step}: column {column} has no value in any row, and “{take}” needs numbers. Leave it out, or look at the cell that loads it.",
    "column-but-words":
      "Step {step}: {column} is text for “{missingWords}” alone, and “{take}” needs numbers. Name {n|that word|those words} among the words for missing cells where the file is loaded, or choose another column.",
    "infinite-in":
      "Step {step}: {column} holds infinite values, of which nothing can be taken that others could be measured by. Filter them out first.",
    "column-not-text": "Step {step}: column {column} holds no texts, and this step works on texts. Choose another column.",
    "too-extreme":
      "Step {step}: its numbers are so large, or so small, that what this step takes of them is no number any more. Divide or multiply them by a power of ten first, with the step New column.",
    "nothing-chosen": "Step {step}: “{field}” is empty. Fill it in, or switch the step off.",
    "needs-table": "Step {step} (“{verb}”) works on a table, and here is a matrix. Put the step “as a table” before it.",
    "needs-assay":
      "Step {step} (“{verb}”) works on a matrix, and here is a table. Load the data as a matrix, or remove the step.",
    "no-training-rows":
      "Step {step}: no row of {column} says “train”, and what this step takes of the data it takes of the training alone. Mark rows of the training there, or give the column another meaning where it is loaded.",
    "all-parts":
      "Step {step}: what it makes of a row depends on all rows, those of {column} that are no training among them: a model knows something of them by it.",
    "other-scale":
      "Step {step}: those steps were fitted on values of the scale “{there}”, and these are “{here}”. Bring the data to the same scale first.",
    "other-scale-perhaps":
      "Step {step}: those steps were fitted on values of the scale “{there}”, and these are “{here}”: whether they are of the same scale is not known.",
    "other-unit":
      "Step {step}: {column} was in {there} where those steps were fitted, and is in {here}. Bring it to the same unit first.",
    "other-type":
      "Step {step}: {column} held {there} where those steps were fitted, and holds text here. Look at the cell that loads it.",
    "frozen-unknown":
      "Step {step}: step {inner} of the recipe (“{verb}”) is not known here: another release made it. Fit the steps anew in the notebook that they come from.",
    "frozen-whole":
      "Step {step}: step {inner} of the recipe, {title}, has no form for new data: {why}. Take it out of the chain that the recipe comes from, or switch it off there and do it in this notebook.",
    "why-others": "what it makes of a row depends on which others there are",
    "why-cell": "it reads another cell, which is not carried along",
    "frozen-older":
      "Step {step}: step {inner} of the recipe, {title}, was fitted by another release, in which it may have answered differently. Fit it anew in the notebook that it comes from.",
    "refit-whole":
      "Step {inner} of the steps, {title}, has no form for rows that a model is tried on: {why}. Take it out, or put it into a cell before.",
    "refit-split":
      "Step {inner} of the steps, {title}, says which rows are learned from, and within folds the folds do. Put it into a cell before.",
    "too-large-to-keep":
      "Step {step}: what it needs of the other cell is too large to be kept ({bytes} bytes, at most {most}), so that these steps cannot be carried over to other data. Filter the other table down to what is needed here.",
    "refit-inner":
      "Step {inner} of the steps, {title}, does steps that were fitted elsewhere, perhaps on rows that are tried here: within folds these are fitted anew, as the others are.",
    "refit-as-fitted":
      "Step {inner} of the steps, {title}, is done in each fold as it was fitted elsewhere. Where rows that are tried here were among those that it was fitted on, the validation looks better than it is.",
    "later-rows":
      "The steps make other rows of those that a model is to answer, so that none of these can be found again. Put the step that does into a cell before.",
    "frozen-columns":
      "Step {step}: {n} columns that the recipe needs are not in these data: {names}. Take data that have them, rename what is called otherwise before this step, or fit the steps without them.",
    "frozen-failed": "Step {step}, within the recipe: {what}",
    "frozen-state":
      "Step {step}: what {title} kept of its data was kept by another release and cannot be read here. Fit the steps anew in the notebook that they come from.",
    "frozen-lacks":
      "Step {step}: {n} of the {all} {noun} that were kept when this was fitted {n|is|are} not in the data: {names}. Take data that have them, or fit the steps without them.",
    "not-a-table": "Step {step}: what is to be joined is not a table. Choose a cell that answers a table.",
    "builds-differ":
      "Step {step}: the places here are those of {here}, those of the other table of {there}: the same numbers are other places there. Take data of one build; where a build is wrong, set it where the file is loaded.",
    "names-differ":
      "Step {step}: chromosomes are called as {here} here and as {there} in the other table, so that none would match. Add the step Rename chromosomes to one of the two.",
    "join-large":
      "Step {step}: joining gives more than {limit} rows. The columns match too many rows of each other; name more columns to join by.",
    "pivot-wide":
      "Step {step}: {column} has {count} different values, which would become as many columns; at most {limit} are made. Choose a column with fewer values.",
    "value-number":
      'Step {step}: {column} holds text, and is compared with the number {value}. Write the text in quotes as it stands in the column, such as "007".',
    "value-type": "Step {step}: {column} holds {type}, and is compared with {value}. Write a value of that type.",
    "between-reversed":
      "Step {step}: nothing lies between {low} and {high}, for the first is the larger one. Write {high} before {low}.",
    "value-missing": "Step {step}: nothing to compare {column} with. Enter a value.",
    "number-needed": "Step {step}: “{field}” needs a number; it is {value}. Enter a number.",
    "number-range": "Step {step}: “{field}” is {value}; it must be at least {min}. Enter a larger number.",
    "number-whole": "Step {step}: “{field}” is {value}; it must be a whole number. Enter one.",
    "all-zero-sample":
      "Step {step}: sample {sample} has no counts, so counts per million do not exist for it. Leave that sample out first.",
    "negative-counts":
      "Step {step}: the matrix has negative numbers ({feature}, {sample}: {value}), so they are no counts. Take this step away if the data are normalised already.",
    "infinite-counts":
      "Step {step}: {count} {count|value|values} of the matrix {count|is|are} infinite, the first {value} ({feature}, {sample}), so counts per million do not exist. Write NA in the source where nothing was measured, or leave that sample out first.",
    "logs-of-counts":
      "Step {step}: the matrix holds counts, and this step is for values that can be compared between samples by their differences. Put the step Log-CPM before it.",
    "logs-of-dosage":
      "Step {step}: the matrix holds genotypes, and this step is for measured values such as logarithms of expression. Take another matrix, or switch the step off.",
    "infinite-values":
      "Step {step}: {count} {count|value|values} of the matrix {count|is|are} infinite, the first {value} ({feature}, {sample}), and whatever is taken of {count|it|them} would be, too. Write NA in the source where nothing was measured, or leave the feature out first.",
    "batch-missing":
      "Step {step}: {n} of {all} samples have no value in {column}, and nobody knows of which batch they are. Leave them out first, or choose another column.",
    "factors-undone":
      "Step {step}: the values were divided by factors ({column}), and this step divides by the sums of what it finds, which undoes them. Put the step Logarithm in its place.",
    "batch-one":
      "Step {step}: all samples have the same value in {column}, so there is no batch to take away. Choose another column.",
    "batch-before-after":
      "Step {step}: of the first two principal components {column} explained {one} % and {two} % before, and {oneAfter} % and {twoAfter} % after.",
    "missing-counts":
      "Step {step}: {count} {count|count is|counts are} missing, in {samples} {samples|sample|samples}; the library size of {samples|that sample|those samples} is the sum of the others.",
    "perhaps-logs":
      "Step {step}: most of these numbers are not whole and none is above {most}, as it is with logarithms, and this step is for what was measured. If they are logarithms, switch it off.",
    "scale-log":
      "Step {step}: the matrix holds {scale} already, and a logarithm of that means nothing. Switch this step off, or the one that made {scale}.",
    "scale-cpm":
      "Step {step}: the matrix holds {scale}, and counts per million are of reads. Put this step before the one that made {scale}, or switch it off.",
    "scale-filter":
      "Step {step}: the matrix holds {scale}, and this step counts reads. Put it before the step that made {scale}, or switch it off.",
    "no-logical": "Step {step}: the formula answers {type}; to keep or drop rows it has to answer yes or no, such as {example}.",
    "formula-empty": "Step {step}: the formula is empty. Write for instance log2(counts + 1).",
    "formula-syntax": "Step {step}: the formula cannot be read at “{found}”: “{expected}” was expected there.",
    "formula-end": "Step {step}: the formula stops too early: “{expected}” is missing.",
    "formula-syntax-operand":
      "Step {step}: the formula cannot be read at “{found}”: a column, a number, a text or a function should stand there.",
    "formula-syntax-operator":
      "Step {step}: the formula cannot be read at “{found}”: a sign such as + or = should stand before it, or it should go.",
    "formula-end-operand": "Step {step}: the formula stops too early: a column, a number, a text or a function should follow.",
    "formula-text-open": "Step {step}: a text in the formula has no closing quote. Add it.",
    "formula-character":
      "Step {step}: “{found}” has no meaning in a formula. Column names with signs in them go into backticks: `{example}`.",
    "formula-function": "Step {step}: there is no function {name} in formulas. There are: {available}.",
    "formula-function-near": "Step {step}: there is no function {name} in formulas. Near: {near}.",
    "formula-arguments": "Step {step}: {name} takes {takes}, and has {got}.",
    "formula-text-column":
      "Step {step}: {name} is of numbers here, and {column} is text: {rows} {rows|cell|cells} of it {rows|is no number|are no numbers} ({values}{more}). {example} makes numbers of it; what is no number then is missing.",
    "formula-type": "Step {step}: {name} needs {needs} here, and gets {got}.",
    "formula-but-words":
      "Step {step}: {column} is text for “{missingWords}” alone, and {name} needs numbers. Name {n|that word|those words} among the words for missing cells where the file is loaded, or write {example}, which takes what is no number for missing.",
    "formula-number-large":
      "Step {step}: {found} is larger than a number can be (1.8e308 at most). For an infinite value write 1/0.",
    "formula-number-digits":
      "Step {step}: {found} has more digits than a number keeps, and would become another one. A column of such numbers is text: write it in quotes.",
    neither:
      "Step {step}: of {n} {n|row|rows} it is not known whether {n|it is|they are} meant, for what the condition asks is missing there; {n|it goes|they go}. To keep {n|it|them}, ask for “is missing” as well, or drop what is not wanted.",
    "value-absent":
      "Step {step}: {n} of {of} {of|value|values} that {of|is|are} asked for in {column} {n|stands|stand} in no row. Check how {n|it is|they are} written there.",
    "number-unread":
      "Step {step}: {n} {n|text|texts} that number() was to read {n|is|are} no number, and {n|is|are} missing in its answer. Look at them with is_missing, or correct them first with replace.",
    "formula-missing-compared":
      "Step {step}: “{name}” never holds for a missing value, so no row could answer yes. Write {example}, or not {example}.",
    "formula-deep":
      "Step {step}: the formula is nested too deeply: brackets may stand in each other {most} times. Split it into several steps.",
    "formula-long":
      "Step {step}: the formula is too long: at most {most} signs or functions may follow one another. Split it into several steps.",
  },
  ru: {
    "words-none": "передаёт данные без изменений",
    unfilled: "{title}: {lacks}",
    "components-taken": "Шаг {step}: взято компонент: {n} из {of}, в них {percent} % дисперсии.",
    "components-all":
      "Шаг {step}: компоненты ({n}) содержат всю дисперсию: вне их строк нет, судят только о том, как далеко вдоль них.",
    "many-groups": "В {column} групп {count}; своих границ может быть не больше чем у {limit}. Выберите столбец, где их меньше.",
    "lacks-column": "выберите столбец",
    "lacks-columns": "выберите столбцы",
    "lacks-pairs": "выберите столбцы для соединения",
    "lacks-table": "выберите таблицу",
    "lacks-value": "введите значение",
    "lacks-formula": "напишите формулу",
    "lacks-new-name": "назовите новый столбец",
    "lacks-values": "выберите, что считать",
    "lacks-features": "выберите {noun}",
    "lacks-lengths": "выберите, где длины генов",
    "lacks-matrix": "выберите матрицу",
    "of-numbers": "числа",
    "of-text": "текст",
    "of-boolean": "«да» или «нет»",
    and: "и",
    or: "или",
    "is-between": "{column} между {value}",
    "is-in": "{column} из списка {value}",
    "is-not-in": "{column} не из списка {value}",
    "is-contains": "{column} содержит {value}",
    "is-starts-with": "{column} начинается с {value}",
    "is-ends-with": "{column} заканчивается на {value}",
    "is-missing": "{column}: нет значения",
    "is-not-missing": "{column}: есть значение",
    "no-data": "Пока нечего преобразовывать. Выберите данные.",
    "column-missing": "Шаг {step}: столбца {column} нет. Есть: {available}. Выберите один из них.",
    "column-near": "Шаг {step}: столбца {column} нет. Похоже на: {near}.",
    "text-like-numbers":
      "Шаг {step}: {column} — текст, хотя большинство его значений числа, и порядок идёт по буквам: 10 раньше 9. Что делает его текстом, говорит ячейка, которая его загружает.",
    "column-taken": "Шаг {step}: получаются два столбца с именем {column}. Выберите другое имя.",
    "column-not-number": "Шаг {step}: в столбце {column} текст, а для «{take}» нужны числа. Выберите другой столбец.",
    "column-empty":
      "Шаг {step}: в столбце {column} нет ни одного значения, а для «{take}» нужны числа. Не берите его или посмотрите на ячейку, которая его загружает.",
    "column-but-words":
      "Шаг {step}: {column} — текст только из-за «{missingWords}», а для «{take}» нужны числа. Внесите {n|это слово|эти слова|эти слова} в слова для пропусков там, где загружается файл, или выберите другой столбец.",
    "infinite-in":
      "Шаг {step}: в {column} есть бесконечные значения, по ним ничего измерить нельзя. Сначала отберите строки без них.",
    "column-not-text": "Шаг {step}: в столбце {column} не тексты, а этот шаг работает с текстами. Выберите другой столбец.",
    "too-extreme":
      "Шаг {step}: числа так велики или так малы, что взятое по ним уже не число. Сначала разделите или умножьте их на степень десяти шагом «Новый столбец».",
    "nothing-chosen": "Шаг {step}: не заполнено поле «{field}». Заполните его или выключите шаг.",
    "needs-table": "Шаг {step} («{verb}») работает с таблицей, а здесь матрица. Поставьте перед ним шаг «в виде таблицы».",
    "needs-assay": "Шаг {step} («{verb}») работает с матрицей, а здесь таблица. Загрузите данные как матрицу или уберите шаг.",
    "no-training-rows":
      "Шаг {step}: ни в одной строке столбца {column} не стоит «train», а всё, что этот шаг берёт из данных, он берёт только из обучающей части. Отметьте в столбце строки обучения или задайте ему другой смысл там, где он загружается.",
    "all-parts":
      "Шаг {step}: что он делает со строкой, зависит от всех строк, и от тех, что по {column} не относятся к обучению: через него модель кое-что о них знает.",
    "other-scale":
      "Шаг {step}: эти шаги обучены на значениях шкалы «{there}», а здесь «{here}». Сначала приведите данные к той же шкале.",
    "other-scale-perhaps":
      "Шаг {step}: эти шаги обучены на значениях шкалы «{there}», а здесь «{here}»: одна ли это шкала, неизвестно.",
    "other-unit":
      "Шаг {step}: там, где эти шаги обучены, {column} в {there}, а здесь в {here}. Сначала приведите к одной единице.",
    "other-type":
      "Шаг {step}: там, где эти шаги подбирались, в {column} были {there}, а здесь текст. Посмотрите на ячейку, которая его загружает.",
    "frozen-unknown":
      "Шаг {step}: шаг {inner} рецепта («{verb}») здесь неизвестен: его сделал другой выпуск. Обучите шаги заново в том блокноте, откуда они.",
    "frozen-whole":
      "Шаг {step}: у шага {inner} рецепта, «{title}», нет формы для новых данных: {why}. Уберите его из цепочки, из которой сделан рецепт, или выключите его там и выполните в этом блокноте.",
    "why-others": "что он делает со строкой, зависит от остальных строк",
    "why-cell": "он читает другую ячейку, а она с шагами не переносится",
    "frozen-older":
      "Шаг {step}: шаг {inner} рецепта, «{title}», обучен другим выпуском, в котором он мог отвечать иначе. Обучите его заново в том блокноте, откуда он.",
    "refit-whole":
      "У шага {inner}, «{title}», нет формы для строк, на которых проверяется модель: {why}. Уберите его или вынесите в ячейку выше.",
    "refit-split":
      "Шаг {inner}, {title}, говорит, на каких строках учиться, а внутри блоков это решают блоки. Вынесите его в ячейку выше.",
    "too-large-to-keep":
      "Шаг {step}: нужное ему из другой ячейки слишком велико, чтобы его хранить (байт: {bytes}, можно не больше {most}), и перенести эти шаги на другие данные нельзя. Оставьте в другой таблице только то, что нужно здесь.",
    "refit-inner":
      "Шаг {inner}, {title}, выполняет шаги, обученные в другом месте, возможно, на строках, которые здесь проверяются: внутри блоков они обучаются заново, как и остальные.",
    "refit-as-fitted":
      "Шаг {inner}, {title}, в каждом блоке выполняется так, как обучен в другом месте. Если среди строк, на которых он обучен, были те, что проверяются здесь, проверка выглядит лучше, чем есть.",
    "later-rows":
      "Шаги делают другие строки из тех, для которых нужен ответ модели, и найти их снова нельзя. Вынесите такой шаг в ячейку выше.",
    "frozen-columns":
      "Шаг {step}: в этих данных нет столбцов, нужных рецепту ({n}): {names}. Возьмите данные, где они есть, переименуйте до этого шага то, что называется иначе, или обучите шаги без них.",
    "frozen-failed": "Шаг {step}, внутри рецепта: {what}",
    "frozen-state":
      "Шаг {step}: то, что шаг «{title}» сохранил о данных, сохранил другой выпуск, и здесь это не читается. Обучите шаги заново в том блокноте, откуда они.",
    "frozen-lacks":
      "Шаг {step}: из {all} {noun}, сохранённых при обучении, в данных нет {n}: {names}. Возьмите данные, где они есть, или обучите шаги без них.",
    "not-a-table": "Шаг {step}: присоединяемое не таблица. Выберите ячейку с таблицей.",
    "builds-differ":
      "Шаг {step}: участки здесь — по сборке {here}, а в другой таблице — по {there}: те же числа там означают другие места. Возьмите данные одной сборки; если сборка указана неверно, задайте её там, где загружается файл.",
    "names-differ":
      "Шаг {step}: хромосомы здесь называются как {here}, а в другой таблице как {there}, поэтому ни одна не совпадёт. Добавьте к одной из таблиц шаг «Переименовать хромосомы».",
    "join-large":
      "Шаг {step}: соединение даёт больше {limit} строк. Столбцы совпадают слишком часто; укажите больше столбцов для соединения.",
    "pivot-wide":
      "Шаг {step}: в {column} {count} разных значений, столько же получилось бы столбцов; можно не больше {limit}. Выберите столбец, где значений меньше.",
    "value-number":
      'Шаг {step}: в {column} текст, а сравнивается он с числом {value}. Запишите текст в кавычках так, как он стоит в столбце, например "007".',
    "value-type": "Шаг {step}: в {column} {type}, а сравнивается с {value}. Введите значение того же типа.",
    "between-reversed": "Шаг {step}: между {low} и {high} ничего нет: первое больше второго. Поставьте {high} перед {low}.",
    "value-missing": "Шаг {step}: не с чем сравнивать {column}. Введите значение.",
    "number-needed": "Шаг {step}: в поле «{field}» нужно число, а там {value}. Введите число.",
    "number-range": "Шаг {step}: в поле «{field}» {value}; нужно не меньше {min}. Введите число побольше.",
    "number-whole": "Шаг {step}: в поле «{field}» {value}, а нужно целое число. Введите целое.",
    "all-zero-sample":
      "Шаг {step}: в образце {sample} нет прочтений, поэтому CPM для него не существует. Сначала уберите этот образец.",
    "negative-counts":
      "Шаг {step}: в матрице есть отрицательные числа ({feature}, {sample}: {value}), значит, это не прочтения. Если данные уже нормированы, уберите этот шаг.",
    "infinite-counts":
      "Шаг {step}: в матрице {count} {count|бесконечное значение|бесконечных значения|бесконечных значений}, первое — {value} ({feature}, {sample}), поэтому CPM не существует. Пишите NA в исходном файле там, где измерения не было, или сначала уберите этот образец.",
    "logs-of-counts":
      "Шаг {step}: в матрице прочтения, а этот шаг — для значений, которые сравнивают между образцами по разности. Поставьте перед ним шаг Log-CPM.",
    "logs-of-dosage":
      "Шаг {step}: в матрице генотипы, а этот шаг — для измеренных значений, например логарифмов экспрессии. Возьмите другую матрицу или выключите шаг.",
    "infinite-values":
      "Шаг {step}: бесконечных значений в матрице: {count}, первое — {value} ({feature}, {sample}); таким же станет всё, что из них считают. Поставьте NA в источнике там, где ничего не измерено, или сначала уберите этот признак.",
    "batch-missing":
      "Шаг {step}: у {n} из {all} образцов нет значения в {column}, и неизвестно, из какой они партии. Сначала уберите их или выберите другой столбец.",
    "factors-undone":
      "Шаг {step}: значения уже поделены на коэффициенты ({column}), а этот шаг делит на суммы того, что есть, и это отменяет коэффициенты. Поставьте вместо него шаг «Логарифм».",
    "batch-one":
      "Шаг {step}: в {column} у всех образцов одно значение, так что партию не от чего отделить. Выберите другой столбец.",
    "batch-before-after":
      "Шаг {step}: в первых двух главных компонентах {column} объяснял {one} % и {two} % до шага и {oneAfter} % и {twoAfter} % после.",
    "missing-counts":
      "Шаг {step}: пропущено {count} {count|значение|значения|значений} ({samples} {samples|образец|образца|образцов}); размер библиотеки такого образца — сумма остальных.",
    "perhaps-logs":
      "Шаг {step}: большинство этих чисел не целые, и нет больше {most}: так бывает с логарифмами, а этот шаг — для измеренных величин. Если это логарифмы, выключите его.",
    "scale-log":
      "Шаг {step}: в матрице уже {scale}, и логарифм от этого ничего не значит. Выключите этот шаг или тот, который дал {scale}.",
    "scale-cpm":
      "Шаг {step}: в матрице {scale}, а CPM считают по прочтениям. Поставьте этот шаг раньше того, который дал {scale}, или выключите его.",
    "scale-filter":
      "Шаг {step}: в матрице {scale}, а этот шаг считает прочтения. Поставьте его раньше того, который дал {scale}, или выключите.",
    "no-logical":
      "Шаг {step}: формула даёт {type}; чтобы отбирать строки, она должна отвечать «да» или «нет», например {example}.",
    "formula-empty": "Шаг {step}: формула пуста. Напишите, например, log2(counts + 1).",
    "formula-syntax": "Шаг {step}: формулу не удаётся прочитать на «{found}»: там должно быть «{expected}».",
    "formula-end": "Шаг {step}: формула обрывается: не хватает «{expected}».",
    "formula-syntax-operand":
      "Шаг {step}: формулу не удаётся прочитать на «{found}»: там должен быть столбец, число, текст или функция.",
    "formula-syntax-operator":
      "Шаг {step}: формулу не удаётся прочитать на «{found}»: перед ним нужен знак, например + или =, или уберите его.",
    "formula-end-operand": "Шаг {step}: формула обрывается: дальше должен идти столбец, число, текст или функция.",
    "formula-text-open": "Шаг {step}: у текста в формуле нет закрывающей кавычки. Добавьте её.",
    "formula-character":
      "Шаг {step}: «{found}» в формуле ничего не значит. Имена столбцов со знаками пишут в обратных кавычках: `{example}`.",
    "formula-function": "Шаг {step}: функции {name} в формулах нет. Есть: {available}.",
    "formula-function-near": "Шаг {step}: функции {name} в формулах нет. Похоже на: {near}.",
    "formula-arguments": "Шаг {step}: {name} принимает {takes}, а получает {got}.",
    "formula-text-column":
      "Шаг {step}: {name} здесь для чисел, а {column} — текст: не число {rows} {rows|ячейка|ячейки|ячеек} ({values}{more}). Числа из него сделает {example}; что останется не числом, станет пропуском.",
    "formula-type": "Шаг {step}: для {name} здесь нужно: {needs}, а получено: {got}.",
    "formula-but-words":
      "Шаг {step}: {column} — текст только из-за «{missingWords}», а для {name} нужны числа. Внесите {n|это слово|эти слова|эти слова} в слова для пропусков там, где загружается файл, или напишите {example}: всё, что не число, станет пропуском.",
    "formula-number-large":
      "Шаг {step}: {found} больше, чем может быть число (не более 1.8e308). Для бесконечности напишите 1/0.",
    "formula-number-digits":
      "Шаг {step}: в {found} больше цифр, чем хранит число, и получилось бы другое. Столбец таких чисел — текст: запишите его в кавычках.",
    neither:
      "Шаг {step}: строк, о которых неизвестно, подходят ли они (то, о чём спрашивает условие, пропущено): {n}. Они убраны. Чтобы их оставить, спросите ещё «пропущено» или убирайте ненужное.",
    "value-absent":
      "Шаг {step}: {n} {n|значения|значений|значений} из {of}, выбранных для {column}, нет ни в одной строке. Проверьте, как там написано.",
    "number-unread":
      "Шаг {step}: number() не удалось прочитать {n} {n|текст|текста|текстов}: это не числа, и в ответе там пропуски. Найдите их через is_missing или сначала исправьте через replace.",
    "formula-missing-compared":
      "Шаг {step}: «{name}» с отсутствующим значением (missing) не выполняется ни для одной строки. Напишите {example} или not {example}.",
    "formula-deep":
      "Шаг {step}: слишком много вложенных скобок: допускается {most} уровней. Разделите формулу на несколько шагов.",
    "formula-long":
      "Шаг {step}: формула слишком длинная: подряд может стоять не больше {most} знаков или функций. Разделите её на несколько шагов.",
  },
});
