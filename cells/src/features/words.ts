// What is said of recipes as files, of what has to hold of what they make, and of features that have moved since a snapshot.

import { defineWords } from "../messages/define-words.ts";

export const words = defineWords("features", {
  en: {
    "recipe-large":
      "{name} has {bytes} bytes, and a recipe has {most} at most. Take a file that “Save as recipe” made; where its steps keep rows (nearest neighbours), fit them on fewer.",
    "recipe-write-large":
      "This recipe would have {bytes} bytes, and {most} are kept at most. Its steps keep rows or very many features: fit them on fewer rows, or choose features before.",
    "recipe-write-whole":
      "The step {verb} depends on which other rows there are, and nothing of it can be kept for others. Switch it off, or put it into a cell of its own before these steps.",
    "recipe-write-number":
      "The step {verb} of this recipe keeps a number that is infinite or none, which no file holds. Look what it was fitted on, and fit it anew.",
    "recipe-not-utf8":
      "{name} holds no text, and a recipe is one (JSON). Take a file that “Save as recipe” made; unpack it where it is packed.",
    "recipe-cut":
      "{name} ends in the middle: it is the beginning of a recipe. Take it anew from where it came: the copy here was cut.",
    "recipe-broken": "{name} cannot be read as JSON: {detail}. Take it anew from where it came, unchanged.",
    "recipe-nested": "{name} nests deeper than {most} levels, which no recipe does. Take a file that “Save as recipe” made.",
    "recipe-wide":
      "{name} holds more than {values} values, or {groups} lists and records, and a recipe holds no more. Take a file that “Save as recipe” made; where its steps keep rows, fit them on fewer.",
    "recipe-write-wide":
      "This recipe would hold more than {values} values, or {groups} lists and records, and no more are kept. Its steps keep rows or very many features: fit them on fewer rows, or choose features before.",
    "recipe-other": "{name} holds JSON and no recipe. Take a file that “Save as recipe” made (its name ends in .recipe.json).",
    "recipe-key-twice": "{name} says “{key}” twice in one place, so that it has two meanings. Take it anew from where it came.",
    "recipe-newer":
      "{name} is a recipe of form {form}, and this release reads form {known}. Take a newer release, or save the recipe anew by this one.",
    "recipe-damaged":
      "{name} is a recipe, but what it says at {at} is none of its form: {detail}. It was changed by hand or damaged: take it anew from where it came.",
    "test-column": "“{column}” is not there, and this recipe promises {rule}",
    "test-range": "{column}: {n} of {of} values lie outside {range}",
    "test-range-text": "{column} holds no numbers, and this recipe promises values of {range}",
    "test-unique": "{column}: {n} of {of} values stand there more than once, and it promises each once",
    "test-missing": "{column}: {n} of {of} are missing, {share} %, and it promises {most} % at most",
    "test-levels": "{column}: {n} of {of} values are none of the {levels} that it promises",
    "test-fresh": "{column}: none of its {of} times lies within {within} before {at}, as it promises",
    "test-fresh-ahead":
      "{column}: none of its {of} times lies within {within} before {at}, as it promises; {ahead} of them lie ahead of it",
    "test-fresh-none": "{column} holds no times of a calendar, and this recipe promises one within {within} before {at}",
    "fresh-hours": "{n} {n|hour|hours}",
    "fresh-days": "{n} {n|day|days}",
    "range-both": "{least} to {most}",
    "range-least": "{least} and above",
    "range-most": "up to {most}",
    "range-any": "any number",
    "rule-range": "its numbers",
    "rule-unique": "each value once",
    "rule-missing": "few missing values",
    "rule-levels": "certain values",
    "rule-fresh": "times that are fresh",
    "drift-column-gone": "{column} is not there any more. Whatever reads it fails: look what its data set lost.",
    "drift-column-new": "{column} is new.",
    "drift-type":
      "{column} held numbers and holds texts now, or the other way round: look at its data set, where a word may stand among the numbers.",
    "drift-unit": "{column} was in {before} and is in {now}. Bring it back to the unit of the snapshot.",
    "drift-psi": "{column} is distributed otherwise than in the snapshot (stability index {psi}).",
    "drift-ks": "{column}: the two distributions lie {d} apart at most (Kolmogorov and Smirnov, p = {p}).",
    "drift-missing": "{column}: {now} % are missing, and {before} % were.",
    "drift-new-levels": "{column} has {n} {n|category|categories} that the snapshot had not ({share} % of its values).",
    "drift-lost-levels": "{column} has lost {n} {n|category|categories} of the snapshot.",
    "drift-fewer": "There are {now}, and there were {before}.",
    "where-column": "The rows have no column {column}. They have: {available}.",
    "where-value": "{column} {is} wants {wants} as its value.",
    "where-none": "nothing",
    "where-one": "one text, number, or true or false",
    "where-two": "two, [lowest, highest]",
    "where-list": "a list",
    "where-number": "{column} holds numbers, and “{value}” is none. Write it without quotes, as 40 or 4e-3.",
    "where-boolean": "{column} holds true and false, and “{value}” is neither. Write true or false without quotes.",
    "where-text": "{column} holds texts, and {value} is none. Write it in quotes.",
    "where-order-boolean": "{column} holds true and false, of which none is the greater: ask with = or != instead of {is}.",
    "where-no-times":
      "{column} {is} asks for an order, and {rows} of {of} values of it are texts that are no times. Ask with =, !=, in, not-in or missing.",
    "where-moment":
      "{column} holds times, and “{value}” is none. Write it as 2026-11-30, 2026-11-30T14:05 or 2026-11-30T14:05:00Z, as the column writes them.",
    "where-unlike":
      "{column} holds {here}, and what it is compared with is of the sort {value}: which is before which is not known. Write it as the column does.",
    "join-large":
      "{rows} rows of {columns} columns are more than the {most} cells that an answer holds. Choose fewer features, or fewer entities.",
    "join-list-column-gone": "The table of entities has no column {column}. It has: {available}. Choose one of them.",
    "join-column-gone": "{view} has no column {column}. It has: {available}. Choose one of them.",
    "join-features-gone":
      "{view} has no longer {n} {n|column that is|columns that are} chosen: {names}. It has: {available}. Choose others, or take the version of the view that has them.",
    "join-no-time":
      "{view} {column}: {rows} of {of} values are no times. They are dates (2026-11-30), dates with a time (2026-11-30T14:05, with a zone or without) or numbers. Bring them to one of these before, or choose another column.",
    "join-several-sorts":
      "{view} {column} holds times of several sorts: {rows} of {of} are others than most (a date, a time without a zone, a time with one). Write them alike before, so that one is before the other for certain.",
    "join-too-fine":
      "{view} {column}: {rows} of {of} times are finer than a microsecond, and would be cut. Round them before the view is made.",
    "join-unlike-times":
      "{view}: {column} holds {here}, and the moments are {there}: which is before which is not known. Bring both to the same.",
    "join-unlike-units": "{view}: {column} is in {unit}, and the moments are in {other}. Bring both to the same unit.",
    "join-sort-date": "dates",
    "join-sort-clock": "times without a zone",
    "join-sort-instant": "times with a zone",
    "join-sort-number": "numbers",
    "join-entity-twice":
      "{view} has several rows for {n} {n|value|values} of {column}, and no column of times: which of them counts is not known. Choose the column of times, or make the view anew with one row for each (group the rows).",
    "join-renamed":
      "{n} {n|feature has a name|features have names} that another view or the table has, too, and {n|is|are} called by the view: {names}.",
    "join-unasked": "{n} of {rows} rows name no entity, or no moment: nothing is known of them.",
    "join-texts-and-numbers":
      "The entities of {view} are numbers here and texts there. They are compared as they are written: 7 and 007 are two.",
    "join-nearly":
      "{view}: {n} of {rows} rows name an entity that is written there with other spaces or in another case, and nothing is found for {n|it|them}. Bring the names into order first (Clean texts).",
    "join-nobody": "{view} knows none of the entities. Are their names written alike, and is the right column chosen?",
    "join-timeless": "{view} has no times: what it says may have become known after the moment.",
    "join-unused": "{view}: {n} of {rows} rows have no entity or no time, and are never found.",
    "join-ties":
      "{view}: for {n} {n|row|rows} several rows of the same entity and time were the newest, and the last of them was taken.",
    "join-same-day":
      "{view}: for {n} {n|row|rows} what is of the very day was taken, which may be later on it. Choose “before the moment only” to leave it out.",
    "join-times-unused":
      "“Before the moment only” and “not older than” change nothing: no moments are held against times of a view.",
  },
  ru: {
    "recipe-large":
      "В {name} {bytes} байт, а рецепт занимает не больше {most}. Возьмите файл, который создало «Сохранить как рецепт»; если его шаги хранят строки (ближайшие соседи), обучите их на меньшем числе строк.",
    "recipe-write-large":
      "Этот рецепт занял бы {bytes} байт, а хранится не больше {most}. Его шаги хранят строки или очень много признаков: обучите их на меньшем числе строк или сначала отберите признаки.",
    "recipe-write-whole":
      "Шаг {verb} зависит от того, какие ещё есть строки, и для других строк от него нечего сохранить. Выключите его или вынесите в отдельную ячейку перед этими шагами.",
    "recipe-write-number":
      "Шаг {verb} этого рецепта хранит бесконечное число или не число, которое файл не удержит. Посмотрите, на чём он обучен, и обучите заново.",
    "recipe-not-utf8":
      "В {name} не текст, а рецепт — это текст (JSON). Возьмите файл, который создало «Сохранить как рецепт»; если он упакован, распакуйте.",
    "recipe-cut": "{name} обрывается на середине: это начало рецепта. Возьмите файл заново: здесь обрезанная копия.",
    "recipe-broken": "{name} не читается как JSON: {detail}. Возьмите файл заново, без изменений.",
    "recipe-nested":
      "В {name} больше {most} уровней вложенности, у рецепта столько не бывает. Возьмите файл, который создало «Сохранить как рецепт».",
    "recipe-wide":
      "В {name} больше {values} значений или {groups} списков и записей, столько в рецепте не бывает. Возьмите файл, который создало «Сохранить как рецепт»; если его шаги хранят строки, обучите их на меньшем числе строк.",
    "recipe-write-wide":
      "В этом рецепте было бы больше {values} значений или {groups} списков и записей, столько не хранится. Его шаги хранят строки или очень много признаков: обучите их на меньшем числе строк или сначала отберите признаки.",
    "recipe-other":
      "В {name} JSON, но не рецепт. Возьмите файл, который создало «Сохранить как рецепт» (имя кончается на .recipe.json).",
    "recipe-key-twice": "В {name} в одном месте дважды стоит «{key}», так что смысл двоякий. Возьмите файл заново.",
    "recipe-newer":
      "{name} — рецепт формы {form}, а этот выпуск читает форму {known}. Возьмите выпуск новее или сохраните рецепт заново этим.",
    "recipe-damaged":
      "{name} — рецепт, но в месте {at} стоит то, чего в его форме нет: {detail}. Его правили вручную или повредили: возьмите файл заново.",
    "test-column": "столбца «{column}» нет, а рецепт обещает {rule}",
    "test-range": "{column}: вне пределов {range} значений {n} из {of}",
    "test-range-text": "в {column} не числа, а рецепт обещает значения {range}",
    "test-unique": "{column}: не один раз встречаются значения: {n} из {of}, а обещано каждое по разу",
    "test-missing": "{column}: пропущено {n} из {of}, {share} %, а обещано не больше {most} %",
    "test-levels": "{column}: значений, которых нет среди {levels} обещанных: {n} из {of}",
    "test-fresh": "{column}: ни одно из {of} значений времени не лежит в обещанных пределах ({within} до {at})",
    "test-fresh-ahead":
      "{column}: ни одно из {of} значений времени не лежит в обещанных пределах ({within} до {at}); позже него: {ahead}",
    "test-fresh-none": "в {column} нет времени по календарю, а рецепт обещает его не дальше {within} до {at}",
    "fresh-hours": "{n} ч",
    "fresh-days": "{n} дн.",
    "range-both": "от {least} до {most}",
    "range-least": "от {least}",
    "range-most": "до {most}",
    "range-any": "любые",
    "rule-range": "его числа",
    "rule-unique": "каждое значение по разу",
    "rule-missing": "мало пропусков",
    "rule-levels": "определённые значения",
    "rule-fresh": "свежее время",
    "drift-column-gone": "Столбца {column} больше нет. Всё, что его читает, откажет: посмотрите, что потерял набор данных.",
    "drift-column-new": "{column} — новый столбец.",
    "drift-type":
      "В {column} были числа, а теперь тексты, или наоборот: посмотрите на набор данных, среди чисел могло оказаться слово.",
    "drift-unit": "{column} был в {before}, а теперь в {now}. Верните единицу снимка.",
    "drift-psi": "{column} распределён иначе, чем в снимке (индекс стабильности {psi}).",
    "drift-ks": "{column}: распределения расходятся не больше чем на {d} (Колмогоров — Смирнов, p = {p}).",
    "drift-missing": "{column}: пропущено {now} %, а было {before} %.",
    "drift-new-levels": "В {column} новых категорий, которых не было в снимке: {n} ({share} % значений).",
    "drift-lost-levels": "Из {column} исчезло категорий снимка: {n}.",
    "drift-fewer": "Сейчас {now}, а было {before}.",
    "where-column": "В строках нет столбца {column}. Есть: {available}.",
    "where-value": "Для {column} {is} значение — {wants}.",
    "where-none": "ничего",
    "where-one": "один текст, число, true или false",
    "where-two": "два значения, [наименьшее, наибольшее]",
    "where-list": "список",
    "where-number": "В {column} числа, а «{value}» не число. Напишите его без кавычек, например 40 или 4e-3.",
    "where-boolean": "В {column} только true и false, а «{value}» ни то ни другое. Напишите true или false без кавычек.",
    "where-text": "В {column} тексты, а {value} не текст. Напишите его в кавычках.",
    "where-order-boolean": "В {column} true и false, из которых ни одно не больше: спросите через = или != вместо {is}.",
    "where-no-times":
      "{column} {is} спрашивает о порядке, а {rows} из {of} значений — тексты, а не время. Спросите через =, !=, in, not-in или missing.",
    "where-moment":
      "В {column} время, а «{value}» не время. Напишите 2026-11-30, 2026-11-30T14:05 или 2026-11-30T14:05:00Z, как в столбце.",
    "where-unlike":
      "В {column} стоят {here}, а сравнивается с видом «{value}»: что раньше, неизвестно. Напишите так же, как в столбце.",
    "join-large":
      "{rows} строк по {columns} столбцов больше, чем {most} ячеек, которые держит ответ. Выберите меньше признаков или сущностей.",
    "join-list-column-gone": "В таблице сущностей нет столбца {column}. Есть: {available}. Выберите один из них.",
    "join-column-gone": "В {view} нет столбца {column}. Есть: {available}. Выберите один из них.",
    "join-features-gone":
      "В {view} больше нет выбранных столбцов ({n}): {names}. Есть: {available}. Выберите другие или возьмите версию представления, где они есть.",
    "join-no-time":
      "{view} {column}: {rows} из {of} значений не время. Время — это дата (2026-11-30), дата со временем (2026-11-30T14:05, с поясом или без) или число. Приведите их заранее к одному из этих видов или выберите другой столбец.",
    "join-several-sorts":
      "В {view} {column} время разных видов: {rows} из {of} не такие, как большинство (дата, время без пояса, время с поясом). Запишите их заранее одинаково, чтобы было ясно, что раньше.",
    "join-too-fine":
      "{view} {column}: {rows} из {of} значений времени точнее микросекунды, и их пришлось бы обрезать. Округлите их до создания представления.",
    "join-unlike-times":
      "{view}: в {column} стоят {here}, а моменты — {there}: что раньше, неизвестно. Приведите их к одному виду.",
    "join-unlike-units": "{view}: {column} в {unit}, а моменты в {other}. Приведите к одной единице.",
    "join-sort-date": "даты",
    "join-sort-clock": "время без пояса",
    "join-sort-instant": "время с поясом",
    "join-sort-number": "числа",
    "join-entity-twice":
      "В {view} для значений {column} ({n}) несколько строк, а столбца времени нет: какая из них верна, неизвестно. Выберите столбец времени или создайте представление заново по одной строке на каждое (сгруппируйте строки).",
    "join-renamed":
      "Имена признаков, которые есть и в другом представлении или в таблице ({n}), дополнены именем представления: {names}.",
    "join-unasked": "В {n} из {rows} строк нет сущности или момента: о них ничего не известно.",
    "join-texts-and-numbers": "Сущности {view} где-то числа, а где-то тексты. Они сравниваются как записаны: 7 и 007 — разные.",
    "join-nearly":
      "{view}: строк, чьё имя записано там с другими пробелами или в другом регистре: {n} из {rows}. Для них ничего не найдено. Сначала приведите имена в порядок (шаг «Почистить тексты»).",
    "join-nobody": "{view} не знает ни одной из сущностей. Одинаково ли записаны имена и тот ли столбец выбран?",
    "join-timeless": "В {view} нет времени: сказанное могло стать известно после момента.",
    "join-unused": "{view}: в {n} из {rows} строк нет сущности или времени, их нельзя найти.",
    "join-ties":
      "{view}: строк, для которых самыми новыми были несколько строк той же сущности и того же времени: {n}; взята последняя.",
    "join-same-day":
      "{view}: строк, для которых взято сказанное в тот же день, возможно позже: {n}. Выберите «только до момента», чтобы его не брать.",
    "join-times-unused":
      "«Только до момента» и «не старше» ничего не меняют: моментов, с которыми сравнивалось бы время представления, нет.",
  },
});
