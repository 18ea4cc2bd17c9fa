// Messages of the document: why an operation was refused, what is wrong in the graph, on which line a file is wrong, and
// the words for states.

import { defineWords } from "../messages/define-words.ts";

export const words = defineWords("notebook", {
  en: {
    "cell-unknown": "This cell is not in the notebook any more. Look in the bin.",
    "cell-exists": "There is a cell with this id already ({cell}). Add it under another id.",
    "cell-in-bin": "{name} is in the bin. Restore it first.",
    "cell-not-in-bin": "{name} is not in the bin. Somebody has restored it already.",
    "kind-unknown": "This version of GenomeCraft knows no cell of the kind {kind}. Open the notebook in a newer version.",
    "kind-coming": "The page is still loading what a cell of the kind {kind} is. Try again in a moment.",
    "name-refused": "{name} cannot be a name. Use letters, digits and _, and begin with a letter: {suggestion}.",
    "name-taken": "Another cell is called {name}. Choose another name: {suggestion} is free.",
    "name-ambiguous": "Two cells are called {name}. Rename one of them.",
    "order-refused": "{order} is not a place in a notebook. Move the cell again.",
    "path-missing": "There is no setting {path} in this cell. Open the cell as text and look.",
    "value-not-storable":
      "The value of {path} cannot be kept: it has to be text, a finite number, true, false, or a list of these.",
    "batch-large":
      "These operations are too much at once: only the first {done} could be done together. Send them in several requests.",
    "notebook-full": "A notebook holds {most} cells at most, and this one has them. Remove some, or begin another notebook.",
    "cell-beyond":
      "A notebook holds {most} cells at most, and this one stands behind them: it is kept and runs no more. Move it to another notebook, or remove others.",
    "list-long":
      "{field} of this cell has {count} items, and {most} at most are looked into. Split them over several cells, or open the cell as text and take some out.",
    "code-long":
      "{field} of this cell has {count} letters, and {most} at most are looked into. Load long lists of values as a table and join it, or split the code over several cells.",
    "names-many":
      "{field} of this cell names other cells more than {most} times, and no more are followed. Split it over several cells, or name fewer.",
    "names-beyond":
      "The cells of a notebook name others {most} times at most, and the cells before this one already do: it is kept and runs no more. Move it to another notebook, or split the notebook.",
    "value-too-deep":
      "{field} of this cell held a value that nests deeper than 64 levels, which is more than a notebook keeps; it was left out. Set it anew, or open the cell as text and remove it.",
    "not-text": "{field} of this cell is not text. Open the cell as text and correct it.",
    "title-unseen": "Nothing of this title can be seen. Give it letters, digits or other signs.",
    "not-a-list": "{field} of this cell is not a list. Open the cell as text and correct it.",
    "splice-outside": "The text of {field} has changed meanwhile (it has {length} characters now). Make the edit again.",
    "list-full": "{field} would have {count} items, and a cell takes {most} at most. Split them over several cells.",
    "text-too-long": "The text of {field} would be longer than {limit} characters. Load long text as a file.",
    "item-unknown": "The step {item} is gone: somebody has removed it. Add it again if you need it.",
    "item-exists": "There is a step {item} already. Add it under another id.",
    "tile-refused": "The tile of {cell} does not fit: 12 columns, whole numbers, at least 1 by 1, and a cell of this notebook.",
    cycle: "{name} depends on itself: {members} read each other. Choose another input for one of them.",
    "cycle-self": "{name} reads itself. Choose another input.",
    "name-unknown": "There is no cell called {name}. Write the name of a cell of this notebook.",
    "name-unknown-near": "There is no cell called {name}. Do you mean {near}?",
    "input-gone": "The cell that {field} referred to does not exist. Choose another.",
    "input-in-bin": "{name} is in the bin. Restore it, or choose another input.",
    "no-output": "{name} is a text and has no result. Choose another cell.",
    "spec-newer": "This {kind} cell was written by a newer version of GenomeCraft. Reload the page, or update.",
    "spec-key-unknown": "{field} has no setting called {key}. Remove it, or correct its name.",
    "spec-key-missing": "{field} is missing. It has to be: {expected}.",
    "spec-type-wrong": "{field} has to be of another type ({expected}); it is {found}. Correct it.",
    "spec-not-one-of": "{field} is {found}. It can be: {allowed}.",
    "spec-at-most": "{field} is {found}. It can be {bound} at most.",
    "spec-at-least": "{field} is {found}. It has to be {bound} at least.",
    "spec-above": "{field} is {found}. It has to be above {bound}.",
    "spec-string-at-most": "{field} is longer than {bound} {bound|letter|letters}. Shorten it.",
    "spec-string-at-least": "{field} has to have {bound} {bound|letter|letters} at least. Fill it in.",
    "spec-array-at-most": "{field} holds more than {bound} {bound|item|items}. Take some out.",
    "spec-array-at-least": "{field} needs {bound} {bound|item|items} at least. Add some.",
    "file-front-missing": "A notebook file begins with a line ---, then format: 1 and title, then a line ---. Add these lines.",
    "file-front-key": "The head of the file has no key {key}; it knows format, title and id. Remove it.",
    "file-front-text": "{key} in the head of the file has to be text. Put it in quotes.",
    "file-format": "The head of the file says format {format}; this version reads format 1. Write format: 1.",
    "file-format-missing": "The head of the file does not say its format. Add a line format: 1.",
    "file-format-newer":
      "The file has format {format}, and this version of GenomeCraft reads format 1. Open it with a newer version, or export it again from there.",
    "file-line-ends":
      "This line ends with CR LF, and the first line of the file with LF. Save the file with one kind of line end throughout.",
    "file-fence-place":
      "The block that begins here ({info}) would be a cell if ``` stood at the beginning of the line. Move it there; to show code inside a note, begin its block with ```text.",
    "file-fence-open": "The block that begins here ({info}) is never closed. Add a line of ``` at its end.",
    "file-kind-unknown":
      "There is no kind of cell called {kind}. `genomecraft kinds` lists them; to show code inside a note, begin its block with ```text.",
    "file-kind-near": "There is no kind of cell called {kind}. Do you mean {near}?",
    "file-name-missing": "A {kind} cell needs a name: ```{kind} its_name.",
    "file-name-refused": "{name} cannot be a name of a cell. Use letters, digits and _, and begin with a letter.",
    "file-name-twice": "Two cells are called {name}: the other is on line {line}. Rename one.",
    "file-id-twice": "Two cells have the id {id}: the other is on line {line}. Remove one of the ids.",
    "file-option-unreadable":
      "{option} in the first line of this block cannot be read. Write key=value, text with spaces in double quotes.",
    "file-option-unknown":
      "The first line of this block knows id, mode, spec and was, not {option}. Write settings inside the block.",
    "file-indent":
      "The lines are not indented as YAML needs it: {detail}. Indent by two spaces, never by tabs, equal fields equally.",
    "file-key-twice": "This setting stands twice in the block. Remove one.",
    "file-yaml": "This line is not YAML: {detail}. Put text with special characters in double quotes.",
    "file-long":
      "The settings of this cell have {count} lines and values, and {most} at most are read. Split it over several cells.",
    "file-nested":
      "What this line says nests deeper than 64 levels, which is more than a notebook keeps. Take it apart, or remove it.",
    "file-anchor": "Anchors and aliases (& and *) are not read. Write the value out.",
    "file-key-refused": "{field}: nothing may be called __proto__. Remove it, or correct its name.",
    "file-value":
      "{field} holds a value that cannot be kept, such as an infinite number. Write a finite number, text, true or false.",
    "file-not-fields": "The block has to hold settings, one to a line: name: value.",
    "file-ref-unknown":
      "={name} leads to no cell of this file. Write = and the name of a cell; text that begins with = is written ==.",
    "file-ref-near": "={name} leads to no cell of this file. Do you mean ={near}?",
    "file-data-missing": "There is no file {path} beside the notebook. Put it there, or correct the path.",
    "file-dashboard": "There can be one dashboard block: a list of tiles, each with cell, x, y, w and h.",
    "file-tile-key": "A tile has no {key}; it has cell, x, y, w and h.",
    "file-tile-place": "The tile of {name} does not fit 12 columns, is not in whole numbers, or stands twice.",
    reused: "Computed before, by {by} {when}; not computed again.",
  },
  ru: {
    "cell-unknown": "Этой ячейки больше нет в блокноте. Посмотрите в корзине.",
    "cell-exists": "Ячейка с таким идентификатором уже есть ({cell}). Добавьте её под другим.",
    "cell-in-bin": "{name} в корзине. Сначала восстановите.",
    "cell-not-in-bin": "{name} не в корзине: её уже восстановили.",
    "kind-unknown": "Эта версия GenomeCraft не знает ячеек вида {kind}. Откройте блокнот в более новой версии.",
    "kind-coming": "Страница ещё загружает вид ячеек {kind}. Повторите через мгновение.",
    "name-refused": "{name} не может быть именем. Используйте буквы, цифры и _, начинайте с буквы: {suggestion}.",
    "name-taken": "Другая ячейка уже называется {name}. Выберите другое имя: {suggestion} свободно.",
    "name-ambiguous": "Две ячейки называются {name}. Переименуйте одну из них.",
    "order-refused": "{order} — не место в блокноте. Переместите ячейку ещё раз.",
    "path-missing": "В этой ячейке нет настройки {path}. Откройте ячейку как текст и посмотрите.",
    "value-not-storable": "Значение {path} нельзя сохранить: нужен текст, конечное число, true, false или их список.",
    "batch-large":
      "Этих операций слишком много для одного раза: вместе можно выполнить только первые {done}. Отправьте их несколькими запросами.",
    "notebook-full": "В блокноте не больше {most} ячеек, и они уже есть. Удалите лишние или начните другой блокнот.",
    "cell-beyond":
      "В блокноте не больше {most} ячеек, а эта стоит за ними: она хранится, но не выполняется. Перенесите её в другой блокнот или удалите лишние.",
    "list-long":
      "В {field} этой ячейки {count} элементов, а просматривается не больше {most}. Разделите их на несколько ячеек или откройте ячейку как текст и удалите часть.",
    "code-long":
      "В {field} этой ячейки {count} знаков, а просматривается не больше {most}. Загрузите длинные списки значений таблицей и соедините с ней или разделите код на несколько ячеек.",
    "names-many":
      "В {field} этой ячейки другие ячейки названы больше {most} раз; больше не учитывается. Разделите её на несколько ячеек или уберите часть имён.",
    "names-beyond":
      "Ячейки блокнота называют другие не больше {most} раз, а до этой ячейки столько уже набралось: она хранится, но не выполняется. Перенесите её в другой блокнот или разделите блокнот.",
    "value-too-deep":
      "В {field} этой ячейки было значение с вложенностью больше 64 уровней — столько блокнот не хранит, и оно опущено. Задайте его заново или откройте ячейку как текст и удалите его.",
    "not-text": "{field} этой ячейки — не текст. Откройте ячейку как текст и исправьте.",
    "title-unseen": "В этом названии нет ничего видимого. Задайте буквы, цифры или другие знаки.",
    "not-a-list": "{field} этой ячейки — не список. Откройте ячейку как текст и исправьте.",
    "splice-outside": "Текст {field} тем временем изменился (знаков: {length}). Повторите правку.",
    "list-full": "В {field} стало бы {count} элементов, а в ячейке их не больше {most}. Разделите их на несколько ячеек.",
    "text-too-long": "Текст {field} станет длиннее {limit} знаков. Загрузите длинный текст файлом.",
    "item-unknown": "Шага {item} больше нет: его удалили. Добавьте его снова, если нужен.",
    "item-exists": "Шаг {item} уже есть. Добавьте его под другим идентификатором.",
    "tile-refused": "Плитка {cell} не помещается: 12 колонок, целые числа, не меньше 1 на 1, и ячейка этого блокнота.",
    cycle: "{name} зависит от себя: {members} читают друг друга. Выберите другой вход одной из них.",
    "cycle-self": "{name} читает саму себя. Выберите другой вход.",
    "name-unknown": "Нет ячейки с именем {name}. Напишите имя ячейки этого блокнота.",
    "name-unknown-near": "Нет ячейки с именем {name}. Может быть, {near}?",
    "input-gone": "Ячейки, на которую указывало {field}, нет. Выберите другую.",
    "input-in-bin": "{name} в корзине. Восстановите её или выберите другой вход.",
    "no-output": "{name} — текст, результата у него нет. Выберите другую ячейку.",
    "spec-newer": "Ячейка {kind} записана более новой версией GenomeCraft. Обновите страницу или программу.",
    "spec-key-unknown": "У {field} нет настройки {key}. Удалите её или исправьте имя.",
    "spec-key-missing": "Не хватает {field}. Здесь нужно: {expected}.",
    "spec-type-wrong": "{field} должно быть другого типа ({expected}), а сейчас {found}. Исправьте.",
    "spec-not-one-of": "{field} сейчас {found}. Возможно: {allowed}.",
    "spec-at-most": "{field} сейчас {found}. Можно не больше {bound}.",
    "spec-at-least": "{field} сейчас {found}. Нужно не меньше {bound}.",
    "spec-above": "{field} сейчас {found}. Нужно больше {bound}.",
    "spec-string-at-most": "{field} длиннее, чем {bound} {bound|знак|знака|знаков}. Сократите.",
    "spec-string-at-least": "В {field} нужно не меньше {bound} {bound|знака|знаков|знаков}. Заполните.",
    "spec-array-at-most": "В {field} больше {bound} {bound|значения|значений|значений}. Уберите лишние.",
    "spec-array-at-least": "В {field} нужно не меньше {bound} {bound|значения|значений|значений}. Добавьте.",
    "file-front-missing": "Файл блокнота начинается строкой ---, затем format: 1 и title, затем снова ---. Добавьте эти строки.",
    "file-front-key": "В заголовке файла нет ключа {key}; есть format, title и id. Удалите его.",
    "file-front-text": "{key} в заголовке файла должно быть текстом. Возьмите его в кавычки.",
    "file-format": "В заголовке файла указан format {format}; эта версия читает format 1. Напишите format: 1.",
    "file-format-missing": "В заголовке файла не указан формат. Добавьте строку format: 1.",
    "file-format-newer":
      "Формат файла — {format}, а эта версия GenomeCraft читает формат 1. Откройте его в более новой версии или экспортируйте оттуда заново.",
    "file-line-ends":
      "Эта строка заканчивается на CR LF, а первая строка файла — на LF. Сохраните файл с одинаковыми концами строк.",
    "file-fence-place":
      "Блок, который начинается здесь ({info}), был бы ячейкой, если бы ``` стояли в начале строки. Передвиньте их; чтобы показать код в заметке, начните его блок с ```text.",
    "file-fence-open": "Блок, который начинается здесь ({info}), не закрыт. Добавьте в конце строку ```.",
    "file-kind-unknown":
      "Нет вида ячеек {kind}. Список выводит `genomecraft kinds`; чтобы показать код в заметке, начните его блок с ```text.",
    "file-kind-near": "Нет вида ячеек {kind}. Может быть, {near}?",
    "file-name-missing": "Ячейке {kind} нужно имя: ```{kind} имя.",
    "file-name-refused": "{name} не может быть именем ячейки. Используйте буквы, цифры и _, начинайте с буквы.",
    "file-name-twice": "Две ячейки называются {name}: другая на строке {line}. Переименуйте одну.",
    "file-id-twice": "У двух ячеек идентификатор {id}: другая на строке {line}. Удалите один из них.",
    "file-option-unreadable":
      "{option} в первой строке блока не читается. Пишите ключ=значение, текст с пробелами — в двойных кавычках.",
    "file-option-unknown": "Первая строка блока знает id, mode, spec и was, но не {option}. Настройки пишите внутри блока.",
    "file-indent":
      "Отступы не такие, каких требует YAML: {detail}. Отступайте на два пробела, без табуляции, одинаковые поля одинаково.",
    "file-key-twice": "Эта настройка стоит в блоке дважды. Удалите одну.",
    "file-yaml": "Эта строка — не YAML: {detail}. Текст с особыми знаками берите в двойные кавычки.",
    "file-long":
      "В настройках этой ячейки {count} строк и значений, а читается не больше {most}. Разделите её на несколько ячеек.",
    "file-nested": "Вложенность в этой строке больше 64 уровней — столько блокнот не хранит. Упростите её или уберите.",
    "file-anchor": "Якоря и ссылки YAML (& и *) не читаются. Напишите значение целиком.",
    "file-key-refused": "{field}: имя __proto__ запрещено. Удалите его или исправьте.",
    "file-value":
      "{field} содержит значение, которое нельзя сохранить, например бесконечность. Напишите конечное число, текст, true или false.",
    "file-not-fields": "В блоке должны стоять настройки, по одной на строке: имя: значение.",
    "file-ref-unknown":
      "={name} не ведёт ни к одной ячейке файла. Напишите = и имя ячейки; текст, начинающийся с =, пишется с ==.",
    "file-ref-near": "={name} не ведёт ни к одной ячейке файла. Может быть, ={near}?",
    "file-data-missing": "Рядом с блокнотом нет файла {path}. Положите его туда или исправьте путь.",
    "file-dashboard": "Блок dashboard может быть один: список плиток, у каждой cell, x, y, w и h.",
    "file-tile-key": "У плитки нет {key}; есть cell, x, y, w и h.",
    "file-tile-place": "Плитка {name} не помещается в 12 колонок, задана не целыми числами или стоит дважды.",
    reused: "Посчитано раньше, {by}, {when}; заново не считалось.",
  },
});
