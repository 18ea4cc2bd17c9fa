// What is said of a design: formulas that cannot be read, effects that cannot be told apart, and what mends each.

import { defineWords } from "../messages/define-words.ts";

export const words = defineWords("model-design", {
  en: {
    "formula-empty": "No design yet. Choose columns, or write a formula such as ~ batch + condition.",
    "formula-no-tilde": "A design begins with ~, as in ~ batch + condition.",
    "formula-left-side": "“{found}” stands before the ~. What is measured is the data itself: the design begins with ~.",
    "formula-character":
      "“{found}” (character {at}) is no sign of a formula. There are + - * / : ^ ( ); a name with other signs stands in backticks: `cell line`.",
    "formula-name-open": "The name from character {at} on has no closing backtick. Close it, as in `cell line`.",
    "formula-bracket-open": "The bracket at character {at} is not closed. Close it, or take it away.",
    "formula-unexpected":
      "“{found}” (character {at}) does not go on from what stands before it. Put + or : between columns; a name with spaces stands in backticks.",
    "formula-unfinished": "The formula ends where a column should follow. Write one, or take the last sign away.",
    "formula-number": "“{found}” (character {at}): in a sum 1 and 0 stand for the intercept, and no other number has a meaning.",
    "formula-power":
      "“{found}” (character {at}): behind ^ stands a whole number from 1, as in (a + b)^2. For the square of a column make a new column first.",
    "formula-name-bare":
      "The name of the column {name} has blanks or other signs: in a formula it stands between backticks, {quoted}.",
    "formula-function":
      "“{found}…” (character {at}): functions are not taken. Say below whether a column is groups or a number; for another value make a new column before.",
    "formula-dot": "“.” (character {at}) would take every column, names of samples too. Choose the columns.",
    "formula-too-much": "There are more columns or terms in this formula than a design can have. Leave some out.",
    "column-missing": "The samples have no column {column}. There are: {available}. Choose one of them.",
    "column-near": "The samples have no column {column}. Near: {near}.",
    "not-numbers": "{column} holds text and cannot be taken as a number. Take it as groups.",
    "no-level": "No sample has {level} in {column}, so nothing can be compared with it. Choose another reference.",
    "found-one-level": "All samples have {level} in {column}: there is nothing to compare. Leave {column} out.",
    "found-constant": "{column} is {value} in all samples: it says nothing. Leave it out.",
    "found-level-lost": "No sample that is left has {levels} in {column}: {n|it gets|they get} no coefficient.",
    "found-same":
      "{first} and {second} tell the same samples apart ({pairs}): what one does cannot be told from what the other does. Keep one of them.",
    "found-follows":
      "{column} follows from {from} ({pairs}): each of {from} has one {column}, so the effect of {column} cannot be told from that of {from}. Keep one of them.",
    "found-apart":
      "{firstLevels} of {first} and {secondLevels} of {second} stand with each other alone: no sample links them with the rest, so what one does cannot be told from what the other does. Leave those samples out, or one of the columns.",
    "found-together":
      "{term} follows from {others}: once {others} are in the design, it says nothing of its own, and its effect cannot be told. Leave it out.",
    "found-nested":
      "{inner} lies within {outer}: each {inner} is of one {outer}, so most combinations of the two have no samples. Keep {inner} for comparisons within {outer}, or {outer} alone.",
    "found-cells-empty":
      "{n} {n|combination|combinations} of {term} {n|has|have} no samples ({cells}): the effect there cannot be told. Leave the interaction out, or add samples.",
    "found-with-intercept":
      "{term} alone has a column for each combination, and the intercept is their sum: one too many. Take the intercept out, so that each combination has its own mean.",
    "found-no-residual":
      "{samples} {samples|sample|samples} and {coefficients} {coefficients|coefficient|coefficients}: nothing is left to tell how samples differ by chance, so no test is possible. Leave a column out.",
    "found-few-residual":
      "{samples} {samples|sample|samples} and {coefficients} {coefficients|coefficient|coefficients}: only {n} {n|degree|degrees} of freedom {n|is|are} left to tell how samples differ by chance. Tests will find little.",
    "found-one-sample":
      "In {column} {n|the group|the groups} {levels} {n|is|are} of one sample: no test can tell what is usual in {n|it|them}. Leave {n|it|them} out of comparisons, or add samples.",
    "found-one-cell":
      "{n} {n|combination|combinations} of {term} {n|has|have} one sample only ({cells}): no test can tell what is usual there.",
    "found-missing":
      "{n} of {samples} {samples|sample|samples} {n|has|have} no value in {columns}. Fill it in, leave those samples out, or leave the column out.",
    "found-missing-dropped":
      "{n} of {samples} {samples|sample|samples} {n|has|have} no value in {columns} and {n|is|are} left out.",
    "found-looks-grouped":
      "{column} is taken as a number: its effect is a straight line over {values}. If these are names of groups, take them as groups.",
    "found-infinite": "{column} holds infinite values, with which nothing can be computed. Leave it out, or correct the sheet.",
    "found-nothing": "This design has no coefficient at all. Write ~ 1 for one mean, or choose columns.",
    "found-no-samples": "There are no samples to make a design of.",
    "found-too-wide":
      "The design would have {columns} {columns|column|columns}; at most {most} are made. {column} has too many values: leave it out.",
    "found-block-one": "All samples are of one block ({block} {level}): blocks say nothing then. Take none.",
    "found-block-single": "Each sample is a block of its own in {block}: blocks say nothing then. Take none, or another column.",
    "found-block-in-formula": "{block} is in the formula and is the block, too. It can be one of the two.",
    "found-block-confounded":
      "In {column} {n|the group|the groups} {levels} {n|comes|come} from one block of {block} each, which holds no other group: what {column} does cannot be told from what {block} does.",
    "own-clusters":
      "{by} holds clusters that were found in the values of these very rows: they were parted so that their values differ, so p values would be far too small whatever is true. Find markers, which are ranked by effect without p values; compare other rows, or donors within one cluster (keep it, sum cells by donor, leave {by} out); or, where the groups were made of quite other values, say so: that {by} is a group (in the load, the meaning of the column; in the cell of clusters, by what they are compared).",
    "bare-constant": "{column} is the same in all samples: it says nothing. Leave it out.",
    "bare-level-lost": "No sample that is left has some of the values of {column}: they get no coefficient.",
    "bare-same":
      "{first} and {second} tell the same samples apart: what one does cannot be told from what the other does. Keep one of them.",
    "bare-follows":
      "{column} follows from {from}: each of {from} has one {column}, so the effect of {column} cannot be told from that of {from}. Keep one of them.",
    "bare-apart":
      "Some groups of {first} and of {second} stand with each other alone, so what one does cannot be told from what the other does. Leave those samples out, or one of the columns.",
    "bare-cells-empty":
      "Some combinations of {term} have no samples: the effect there cannot be told. Leave the interaction out.",
    "bare-one-sample": "{column} has a group of one sample: no test can tell what is usual in it.",
    "bare-looks-grouped":
      "{column} is taken as a number: its effect is a straight line over its values. If these are names of groups, take them as groups.",
    "bare-one-cell": "{term} has combinations of one sample: no test can tell what is usual there.",
    "bare-block-one": "All samples are of one block of {block}: blocks say nothing then. Take none.",
    "bare-block-confounded":
      "A group of {column} comes from one block of {block}, which holds no other group: what {column} does cannot be told from what {block} does.",
    "fix-leave-out": "Leave {what} out",
    "fix-write": "Write {formula}",
    "fix-column": "Take {column}",
    "fix-as-factor": "Take {column} as groups",
    "fix-as-number": "Take {column} as a number",
    "fix-drop-missing": "Leave those samples out",
    "fix-no-block": "No blocks",
    "fix-reference": "Compare with {level}",
    "fix-first": "Compare with the first group of {column}",
    "form-formula": "design",
    "form-columns": "columns",
    "form-add-column": "+ column",
    "form-add-interaction": "+ interaction",
    "form-remove": "Leave {what} out of the design",
    "form-intercept": "intercept",
    "form-intercept-title":
      "With it each coefficient is the difference from the reference; without it each group has its own mean",
    "form-as": "{column} as",
    "form-factor": "groups",
    "form-number": "number",
    "form-reference": "compared with",
    "form-block": "blocks",
    "form-no-block": "none",
    "form-missing": "Leave out samples without a value",
    "form-error": "Problem",
    "form-warning": "Doubtful",
    "form-note": "Note",
    "form-size":
      "{samples} {samples|sample|samples}, {columns} {columns|coefficient|coefficients}, rank {rank}, {residual} {residual|degree|degrees} of freedom left",
    "form-matrix": "Model matrix",
    "form-sample": "sample",
    "form-more-samples": "and {n} more {n|sample|samples}",
    "form-more-columns": "and {n} more {n|coefficient|coefficients}",
    "form-aliased": "cannot be told: it follows from the others",
    "form-loading": "Reading the samples…",
    "form-closed": "The samples are not for you to see, so the design is checked when the cell runs.",
    "form-failed": "The samples could not be read; the design is checked when the cell runs.",
    "form-changed": "A step before this one changes the samples, so the design is checked when the cell runs.",
    "form-none": "The design is checked as soon as the data are there.",
    "form-large": "There are too many samples to show the design here; it is checked when the cell runs.",
  },
  ru: {
    "formula-empty": "Плана ещё нет. Выберите столбцы или напишите формулу, например ~ batch + condition.",
    "formula-no-tilde": "План начинается со знака ~, например ~ batch + condition.",
    "formula-left-side": "Перед ~ стоит «{found}». Измерены сами данные: план начинается со знака ~.",
    "formula-character":
      "«{found}» (знак {at}) не бывает в формуле. Бывают + - * / : ^ ( ); имя с другими знаками стоит в обратных кавычках: `cell line`.",
    "formula-name-open": "У имени со знака {at} нет закрывающей обратной кавычки. Закройте его, например `cell line`.",
    "formula-bracket-open": "Скобка (знак {at}) не закрыта. Закройте её или уберите.",
    "formula-unexpected":
      "«{found}» (знак {at}) не продолжает того, что стоит перед ним. Между столбцами ставьте + или :; имя с пробелами стоит в обратных кавычках.",
    "formula-unfinished": "Формула кончается там, где ждёт столбца. Напишите его или уберите последний знак.",
    "formula-number": "«{found}» (знак {at}): в сумме 1 и 0 значат свободный член, другие числа не значат ничего.",
    "formula-power":
      "«{found}» (знак {at}): после ^ стоит целое число от 1, например (a + b)^2. Для квадрата столбца сначала сделайте новый столбец.",
    "formula-name-bare":
      "В названии столбца {name} есть пробелы или другие знаки: в формуле он стоит в обратных кавычках, {quoted}.",
    "formula-function":
      "«{found}…» (знак {at}): функции не берутся. Ниже скажите, группы в столбце или число; для другого значения сделайте раньше новый столбец.",
    "formula-dot": "«.» (знак {at}) взяла бы все столбцы, и имена образцов тоже. Выберите столбцы.",
    "formula-too-much": "В формуле больше столбцов или членов, чем может быть в плане. Уберите часть.",
    "column-missing": "У образцов нет столбца {column}. Есть: {available}. Выберите один из них.",
    "column-near": "У образцов нет столбца {column}. Похожие: {near}.",
    "not-numbers": "В {column} текст, числом его не взять. Возьмите его как группы.",
    "no-level": "В {column} ни у одного образца нет {level}, сравнивать не с чем. Выберите другую опору.",
    "found-one-level": "У всех образцов в {column} стоит {level}: сравнивать нечего. Уберите {column}.",
    "found-constant": "{column} у всех образцов равно {value}: это ничего не говорит. Уберите его.",
    "found-level-lost": "Из оставшихся образцов ни у одного нет {levels} в {column}: коэффициента у {n|него|них|них} не будет.",
    "found-same":
      "{first} и {second} делят образцы одинаково ({pairs}): действие одного нельзя отделить от действия другого. Оставьте одно из них.",
    "found-follows":
      "{column} следует из {from} ({pairs}): каждому значению {from} отвечает одно {column}, и действие {column} нельзя отделить от действия {from}. Оставьте одно из них.",
    "found-apart":
      "{firstLevels} столбца {first} и {secondLevels} столбца {second} встречаются лишь друг с другом: ни один образец не связывает их с остальными, и действие одного нельзя отделить от действия другого. Уберите эти образцы или один из столбцов.",
    "found-together":
      "{term} следует из {others}: когда {others} уже в плане, своего он ничего не добавляет, и действие его узнать нельзя. Уберите его.",
    "found-nested":
      "{inner} лежит внутри {outer}: каждому {inner} отвечает одно {outer}, и для большинства их сочетаний образцов нет. Оставьте {inner} для сравнений внутри {outer} или одно {outer}.",
    "found-cells-empty":
      "Для {n} {n|сочетания|сочетаний|сочетаний} {term} нет образцов ({cells}): действие там узнать нельзя. Уберите взаимодействие или добавьте образцы.",
    "found-with-intercept":
      "У {term} есть столбец на каждое сочетание, а свободный член равен их сумме: один лишний. Уберите свободный член, и у каждого сочетания будет своё среднее.",
    "found-no-residual":
      "{samples} {samples|образец|образца|образцов} и {coefficients} {coefficients|коэффициент|коэффициента|коэффициентов}: нечем узнать, как образцы различаются случайно, и никакой критерий невозможен. Уберите столбец.",
    "found-few-residual":
      "{samples} {samples|образец|образца|образцов} и {coefficients} {coefficients|коэффициент|коэффициента|коэффициентов}: чтобы узнать, как образцы различаются случайно, {n|осталась|остались|осталось} лишь {n} {n|степень|степени|степеней} свободы. Критерии найдут мало.",
    "found-one-sample":
      "В {column} {n|группа|группы|группы} {levels} {n|состоит|состоят|состоят} из одного образца: никакой критерий не скажет, что в {n|ней|них|них} обычно. Не сравнивайте {n|её|их|их} или добавьте образцы.",
    "found-one-cell":
      "В {n} {n|сочетании|сочетаниях|сочетаниях} {term} лишь по одному образцу ({cells}): никакой критерий не скажет, что там обычно.",
    "found-missing":
      "У {n} из {samples} {samples|образца|образцов|образцов} нет значения в {columns}. Впишите его, уберите эти образцы или столбец.",
    "found-missing-dropped": "У {n} из {samples} {samples|образца|образцов|образцов} нет значения в {columns}, они не взяты.",
    "found-looks-grouped":
      "{column} берётся как число: его действие — прямая по {values}. Если это имена групп, возьмите их как группы.",
    "found-infinite": "В {column} есть бесконечные значения, с ними ничего не вычислить. Уберите столбец или исправьте таблицу.",
    "found-nothing": "В этом плане нет ни одного коэффициента. Напишите ~ 1 для одного среднего или выберите столбцы.",
    "found-no-samples": "Нет образцов, для которых делать план.",
    "found-too-wide":
      "В плане было бы {columns} {columns|столбец|столбца|столбцов}; делается не больше {most}. В {column} слишком много значений: уберите его.",
    "found-block-one": "Все образцы из одного блока ({block} {level}): блоки тогда ничего не говорят. Не берите их.",
    "found-block-single":
      "В {block} каждый образец — свой блок: блоки тогда ничего не говорят. Не берите их или возьмите другой столбец.",
    "found-block-in-formula": "{block} стоит и в формуле, и в блоках. Может быть одно из двух.",
    "found-block-confounded":
      "В {column} {n|группа|группы|группы} {levels} {n|взята|взяты|взяты} из одного блока {block}, где нет других групп: действие {column} нельзя отделить от действия {block}.",
    "own-clusters":
      "В {by} — кластеры, найденные в значениях этих же строк: их делили так, чтобы значения различались, и p вышли бы слишком малыми, что бы ни было верно. Ищите маркеры, где порядок по величине эффекта без p; сравнивайте другие строки или доноров внутри одного кластера (оставьте его, сложите клетки по донорам, уберите {by}); а если группы сделаны из совсем других значений, скажите это: что {by} — группа (в загрузке — смысл столбца; в ячейке кластеров — по чему их сравнивают).",
    "bare-constant": "{column} у всех образцов одно и то же: это ничего не говорит. Уберите его.",
    "bare-level-lost": "Из оставшихся образцов ни у одного нет части значений {column}: коэффициента у них не будет.",
    "bare-same":
      "{first} и {second} делят образцы одинаково: действие одного нельзя отделить от действия другого. Оставьте одно из них.",
    "bare-follows":
      "{column} следует из {from}: каждому значению {from} отвечает одно {column}, и действие {column} нельзя отделить от действия {from}. Оставьте одно из них.",
    "bare-apart":
      "Некоторые группы {first} и {second} встречаются лишь друг с другом, и действие одного нельзя отделить от действия другого. Уберите эти образцы или один из столбцов.",
    "bare-cells-empty": "Для некоторых сочетаний {term} нет образцов: действие там узнать нельзя. Уберите взаимодействие.",
    "bare-one-sample": "В {column} есть группа из одного образца: никакой критерий не скажет, что в ней обычно.",
    "bare-looks-grouped":
      "{column} взят как число: его действие — прямая по его значениям. Если это названия групп, возьмите их как группы.",
    "bare-one-cell": "В {term} есть сочетания из одного образца: никакой критерий не скажет, что там обычно.",
    "bare-block-one": "Все образцы из одного блока {block}: блоки тогда ничего не говорят. Не берите их.",
    "bare-block-confounded":
      "Одна из групп {column} взята из одного блока {block}, где нет других групп: действие {column} нельзя отделить от действия {block}.",
    "fix-leave-out": "Убрать {what}",
    "fix-write": "Написать {formula}",
    "fix-column": "Взять {column}",
    "fix-as-factor": "Взять {column} как группы",
    "fix-as-number": "Взять {column} как число",
    "fix-drop-missing": "Не брать эти образцы",
    "fix-no-block": "Без блоков",
    "fix-reference": "Сравнивать с {level}",
    "fix-first": "Сравнивать с первой группой {column}",
    "form-formula": "план",
    "form-columns": "столбцы",
    "form-add-column": "+ столбец",
    "form-add-interaction": "+ взаимодействие",
    "form-remove": "Убрать {what} из плана",
    "form-intercept": "свободный член",
    "form-intercept-title": "С ним каждый коэффициент — отличие от опоры, без него у каждой группы своё среднее",
    "form-as": "{column} как",
    "form-factor": "группы",
    "form-number": "число",
    "form-reference": "сравнивать с",
    "form-block": "блоки",
    "form-no-block": "нет",
    "form-missing": "Не брать образцы без значения",
    "form-error": "Ошибка",
    "form-warning": "Сомнительно",
    "form-note": "К сведению",
    "form-size":
      "{samples} {samples|образец|образца|образцов}, {columns} {columns|коэффициент|коэффициента|коэффициентов}, ранг {rank}, степеней свободы осталось: {residual}",
    "form-matrix": "Матрица плана",
    "form-sample": "образец",
    "form-more-samples": "и ещё {n} {n|образец|образца|образцов}",
    "form-more-columns": "и ещё {n} {n|коэффициент|коэффициента|коэффициентов}",
    "form-aliased": "узнать нельзя: следует из остальных",
    "form-loading": "Читаются образцы…",
    "form-closed": "Образцы вам не видны, поэтому план проверяется, когда ячейка выполняется.",
    "form-failed": "Образцы прочитать не удалось; план проверяется, когда ячейка выполняется.",
    "form-changed": "Один из шагов раньше меняет образцы, поэтому план проверяется, когда ячейка выполняется.",
    "form-none": "План будет проверен, как только появятся данные.",
    "form-large": "Образцов слишком много, чтобы показать план здесь; он проверяется, когда ячейка выполняется.",
  },
  formerly: { "test-cell.found-groups": "own-clusters", "differential.found-groups": "own-clusters" },
});
