// Sentences of the server: refusals, limits, what to do next.

import { defineWords } from "../define-words.ts";

export const words = defineWords("server", {
  en: {
    "kernel-token-unknown":
      "This kernel's token is not known here, or it has expired. Make a new one and start the kernel with it.",
    "kernel-engine":
      "This kernel computes with {engine} {has}; this server's results are made with {version}. Update the kernel.",
    "lease-lost": "This run is no longer held by this kernel: it was given to another one, or it was cancelled.",
    "step-unknown": "Step {step} is not one that this run can report now.",
    "step-other-key": "The result of step {step} does not belong to the plan of this run.",
    "step-other-content":
      "What step {step} reports at its output {port} is not what stands under its fingerprint: content, type and summary must agree. Update the kernel and run again.",
    "put-other-content":
      "The bytes that were sent are not those of the result: their content has another fingerprint. Nothing of them is kept. Update the kernel and run again.",
    "put-other-type":
      "The bytes that were sent hold a {type}, and another type was reported. Nothing of them is kept. Update the kernel and run again.",
    "file-not-granted":
      "The file {name} is not among this notebook's files. Add it under Data, or ask somebody of the lab that owns it to.",
    "signed-out": "You are not signed in. Sign in and try again.",
    "key-unknown": "This key is not known here, or it has expired. Make a new one under Account, Keys.",
    "no-right": "Your role here ({role}) does not allow this. Ask an owner of {what} for more rights.",
    "not-found": "There is no {what} here that you may see. Check the address, or ask whoever sent it for access.",
    "route-unknown": "The server knows no {method} {path}. See /api/docs for what it knows.",
    "bad-field": "The field {field} cannot be used: {detail}. Correct it; /api/docs says what is expected.",
    "bad-character":
      "The field {field} holds a character that no text can hold (NUL, or half of a character). Take it out and try again.",
    "key-twice":
      "What was sent names {key} twice in one object: two values, of which only one can be meant. Send it with one of them.",
    "query-unknown": "There is no parameter {name} at this address. There are: {available}. Take it out, or use one of these.",
    "query-none": "This address takes no parameters, and {name} was given. Take it out.",
    "query-twice": "The parameter {name} stands twice in the address. Give it once.",
    "query-values":
      "The parameter values is to be an object of JSON, with the id of a tile before each value. Write it so, or leave it out.",
    "desc-alone": "Descending by what? Say a column in sort, or leave desc out.",
    "part-missing": "A {type} has no part {part}. Leave part out.",
    "field-missing": "The field {field} is missing. /api/docs says what is expected.",
    "field-unknown": "There is no field {field} here. /api/docs says which there are.",
    "password-length": "A password has {least} to {most} characters. Take several words that do not belong together.",
    "password-weak":
      "This password is easy to guess. Take several words that do not belong together, or let a password manager make one.",
    "password-same": "This is the password that you have already. Choose another one, or leave it as it is.",
    "password-wrong": "The present password is another one. Type it as you do when you sign in.",
    "password-by-session": "A key for programs cannot change the password. Sign in and change it under Account, Profile.",
    "email-fixed": "The address is chosen with the first password, and stays.",
    "email-taken": "Somebody else signs in here with this address. Take another one.",
    "sign-up-invited":
      "Accounts here are made by invitation. Open the invitation or the link that you were sent, and make the account there.",
    "sign-up-by-mail": "Accounts here are made with a link that is mailed to your address: ask for it at POST /api/v1/sign-up.",
    "no-mail": "No mail is set up on this server, so that nothing can be mailed. Ask whoever runs it (GENOMECRAFT_SMTP_URL).",
    "email-unproved":
      "Your address is not confirmed yet. A link was mailed to it, at most five in an hour: open it, then sign in.",
    "mailed-link-gone": "This link was used, is too old, or was taken back. Ask for a new one on the page where one signs in.",
    "mailed-has-account":
      "There is an account with this address already. Sign in, or ask for a new password on the page where one signs in.",
    "head-unreadable":
      "This is no head of a record. Give the whole line that the record's page or genomecraft audit head gave you.",
    "head-other-lab": "This head is of another lab's record, not of that of {lab}.",
    "no-cell": "The notebook has no cell {cell}. Its document lists the cells that it has.",
    "bad-body": "The request is not readable JSON. Send a JSON document.",
    "foreign-origin": "This request comes from another site ({origin}), so it was not carried out. Open GenomeCraft at {url}.",
    "foreign-host": "This server does not answer under the name {host}. Open it at {url}, or set PUBLIC_URL.",
    "too-many": "Too many requests from you. Wait {seconds} {seconds|second|seconds} and try again.",
    "own-values-many":
      "You wait for {n} answers to values of your own already, as many as one person may at a time. Wait until one is there, or take one back.",
    "body-keys": "What was sent names more than {most} keys. Send it in several requests.",
    "body-nested": "What was sent nests deeper than {most} levels. Send it flatter.",
    "body-large": "The request is larger than {limit}. Upload files through the upload address instead.",
    "database-gone":
      "The database does not answer at the moment. What was saved is safe; the server goes on as soon as it is back. Try again in a few seconds.",
    "disk-full":
      "The disk of the server is full, so nothing could be written. What was saved is safe. Ask your administrator to make room, then try again.",
    internal:
      "GenomeCraft made a mistake here. Nothing was lost. Try again, and report the number of this request if it happens again.",
    "sign-in-link-used":
      "This sign-in address was used already or is too old. Start GenomeCraft again for a new one, or sign in with your password.",
    "last-owner": "{lab} needs at least one owner. Make somebody else an owner first.",
    "invitation-gone": "This invitation was used, taken back or is too old. Ask {lab} for a new one.",
    "invitation-other-email":
      "This invitation is for another e-mail address. Sign in as that person, or ask for an invitation without an address.",
    "link-gone": "This link was taken back or is too old. Ask an owner of the notebook for a new one.",
    "own-access": "You cannot take away your own rights as the last owner. Make somebody else an owner first.",
    "in-bin": "The notebook {title} is in the bin. Restore it first.",
    "notebook-full":
      "This notebook is full: with all that was ever written in it, it has reached {mb} MB or {records} separate changes. Duplicate it and go on in the copy, which holds only what stands there now.",
    "upload-unfinished": "The upload of {name} is not finished: {have} of {size} bytes are here. Resume it first.",
    "upload-used": "The upload of {name} was already made into a data set.",
    "upload-lab": "Say in the upload's metadata which lab the file is for (lab), and how it is called (filename).",
    "dataset-other-lab": "{name} belongs to another lab. Add the file as a data set of its own.",
    "dataset-in-use": "{name} is behind published dashboards ({dashboards}). Withdraw them first.",
    "dataset-in-use-unseen":
      "{name} is behind {n} published {n|dashboard|dashboards} that you cannot see. Ask those who publish from the notebooks that use it to withdraw {n|it|them} first.",
    "dataset-in-use-also-unseen":
      "{name} is behind published dashboards ({dashboards}), and {n} more that you cannot see. Withdraw them first; ask those who publish from the notebooks that use it about the others.",
    "dataset-in-bin": "{name} is in the bin; its results can be taken back and shown to nobody. Restore it first.",
    "grant-own-lab": "The lab that owns a data set has all rights on it already.",
    "notebook-text": "The notebook's text cannot be read: {detail}",
    "format-unknown": "This file could not be looked at: {detail}. Check that it is whole, or export it again.",
    "intake-no-kernel":
      "Your lab has no compute connected, so {name} was not looked into yet. The file is kept, under Data. Start compute (genomecraft kernel, with a token of your lab), and this goes on by itself.",
    "intake-queued": "All compute of your lab is busy. {name} is looked into next.",
    "intake-running": "Looking into {name}.",
    "intake-long": "Looking into {name} took longer than a minute and was stopped. The file is kept; add it to read all of it.",
    "intake-lost":
      "{name} made the program that looked into it fail. The file is kept; check that it is whole, or export it again.",
    "along-no-kernel":
      "Your lab has no compute connected, so {place} waits. Start compute (genomecraft kernel, with a token of your lab), and this goes on by itself.",
    "along-queued": "All compute of your lab is busy. {place} is read next.",
    "along-running": "Reading {place}.",
    "along-long": "Reading {place} took longer than 20 minutes and was stopped. Write a smaller place, or add a cell (Coverage).",
    "along-lost": "The program that read {place} failed. Ask again; if it fails again, check that the file is whole.",
    "along-no-file": "A {type} is no file that is read by place. Choose the output of a load that stays a file.",
    "intake-report": "What came back about this file cannot be read. Update the kernel, then look again.",
    restricted: "This result is made from data that you may not see. Ask the lab that owns them.",
    undeclared:
      "What this result tells of single persons is not known, and of these data you may see results only. Ask the lab that owns them for more.",
    "restricted-rows": "You may see results made from these data, but not their rows. Ask the lab that owns them for more.",
    unreleased:
      "Of these data you may see results only, and this one waits until the lab that owns them releases it. Ask for the release at the cell.",
    "failed-unseen": "It failed. Of these data you may see results only, so what it says is told to those who may see rows.",
    "ask-changed":
      "Whoever asked has come in another way since: others would see the results than was said. Look at the question again, then answer.",
    "ask-answered": "{name} has answered this already. What is shown to whom is changed under Share.",
    "ask-over": "This was answered already, or is open by another act: who asked sees the results.",
    "release-answered": "{name} has answered this already. Look at the cell again, then decide.",
    "asked-in-bin":
      "The data of this cell lie in the bin of {labs}, and nothing of them can be shown from there. Ask again when they are restored.",
    "rows-not-released":
      "This cell shows rows, and rows are not released cell by cell: they are seen by whom {labs} gives the right “rows” to the data, under Share.",
    "release-changed": "This cell reads otherwise by now, or is not up to date. Look at it again, then decide.",
    "nothing-to-ask":
      "There is nobody to ask: no data set of this notebook keeps this cell from you. Load the page again; if its file is not among the data of the notebook, an editor adds it.",
    "release-not-yours": "Nothing behind this cell is for you to release. Ask somebody who may share the data.",
    "result-not-kept": "This result was not kept. Run the cell again.",
    "result-damaged":
      "What is kept of this result is not what was stored: it was changed or damaged, is not shown, and was set aside. Run the cell again, and tell whoever runs this server.",
    "blob-damaged":
      "Stored bytes were changed or damaged since they were written, and are not shown. A result: run its cell again. A file: upload it again. Tell whoever runs this server.",
    "blob-missing":
      "Stored bytes are gone. A result: run its cell again. A file: upload it again. Tell whoever runs this server.",
    "not-json": "A {type} is no JSON document. Read it by rows, or download it.",
    "no-rows-in": "A {type} has no rows. Choose a table or a matrix.",
    "sort-missing": "There is no column {column} to sort by. There are: {available}. Sort by one of them, or not at all.",
    "sort-near": "There is no column {column} to sort by. Near: {near}. Sort by one that is there, or not at all.",
    "no-names-in": "A {type} has no {what} to choose from. Choose a table or a matrix.",
  },
  ru: {
    "kernel-token-unknown": "Этот токен вычислительного узла здесь неизвестен или истёк. Создайте новый и запустите узел с ним.",
    "kernel-engine": "Этот узел считает с {engine} {has}, а результаты сервера получены с {version}. Обновите узел.",
    "lease-lost": "Это задание больше не закреплено за этим узлом: его передали другому или отменили.",
    "step-unknown": "Об этапе {step} это задание сейчас сообщить не может.",
    "step-other-key": "Результат этапа {step} не относится к плану этого задания.",
    "step-other-content":
      "То, что этап {step} сообщает на выходе {port}, не соответствует отпечатку: содержимое, тип и сводка должны совпадать. Обновите вычислитель и запустите ещё раз.",
    "put-other-content":
      "Присланы не те данные: у их содержимого другой отпечаток, чем у результата. Они не сохранены. Обновите вычислитель и запустите ещё раз.",
    "put-other-type":
      "В присланных данных тип {type}, а сообщён был другой. Они не сохранены. Обновите вычислитель и запустите ещё раз.",
    "file-not-granted":
      "Файла {name} нет среди файлов этого блокнота. Добавьте его в разделе «Данные» или попросите об этом лабораторию-владельца.",
    "signed-out": "Вы не вошли. Войдите и повторите.",
    "key-unknown": "Этот ключ здесь неизвестен или истёк. Создайте новый в разделе «Учётная запись», «Ключи».",
    "no-right": "Ваша роль здесь ({role}) этого не позволяет. Попросите прав у владельца: {what}.",
    "not-found": "Здесь нет доступного вам объекта ({what}). Проверьте адрес или попросите доступ у того, кто его прислал.",
    "route-unknown": "Сервер не знает {method} {path}. Что он знает, см. в /api/docs.",
    "bad-field": "Поле {field} нельзя использовать: {detail}. Исправьте; что ожидается, сказано в /api/docs.",
    "bad-character": "В поле {field} есть знак, которого не бывает в тексте (NUL или половина символа). Уберите его и повторите.",
    "query-unknown": "Параметра {name} у этого адреса нет. Есть: {available}. Уберите его или возьмите один из них.",
    "query-none": "У этого адреса нет параметров, а {name} указан. Уберите его.",
    "key-twice":
      "В присланном {key} названо дважды в одном объекте: два значения, из которых верно лишь одно. Оставьте одно из них.",
    "query-twice": "Параметр {name} указан в адресе дважды. Укажите его один раз.",
    "query-values":
      "Параметр values должен быть объектом JSON: перед каждым значением — идентификатор плитки. Запишите его так или уберите.",
    "desc-alone": "По убыванию чего? Укажите столбец в sort или уберите desc.",
    "part-missing": "У артефакта типа {type} нет части {part}. Уберите part.",
    "field-missing": "Не хватает поля {field}. Что ожидается, сказано в /api/docs.",
    "field-unknown": "Поля {field} здесь нет. Какие есть, сказано в /api/docs.",
    "password-length": "В пароле должно быть от {least} до {most} знаков. Возьмите несколько слов, не связанных между собой.",
    "password-weak":
      "Этот пароль легко подобрать. Возьмите несколько слов, не связанных между собой, или доверьте это менеджеру паролей.",
    "password-same": "Это и есть ваш нынешний пароль. Придумайте другой или оставьте всё как есть.",
    "password-wrong": "Сейчас у вас другой пароль. Введите его так же, как при входе.",
    "password-by-session":
      "Ключ для программ не может сменить пароль. Войдите и смените его в учётной записи, в разделе «Профиль».",
    "email-fixed": "Адрес выбирают вместе с первым паролем, потом он не меняется.",
    "email-taken": "С этим адресом здесь входит кто-то другой. Укажите другой адрес.",
    "sign-up-invited":
      "Учётные записи здесь создаются по приглашению. Откройте приглашение или ссылку, которые вам прислали, и создайте запись там.",
    "sign-up-by-mail":
      "Учётные записи здесь создаются по ссылке, которая приходит на вашу почту: запросите её через POST /api/v1/sign-up.",
    "no-mail":
      "На этом сервере почта не настроена, поэтому письмо не отправить. Обратитесь к тому, кто им управляет (GENOMECRAFT_SMTP_URL).",
    "email-unproved":
      "Ваш адрес ещё не подтверждён. На него отправлена ссылка (не более пяти в час): откройте её, затем войдите.",
    "mailed-link-gone": "Эта ссылка уже использована, устарела или отозвана. Запросите новую на странице входа.",
    "mailed-has-account": "Учётная запись с этим адресом уже есть. Войдите или запросите новый пароль на странице входа.",
    "head-unreadable":
      "Это не отметка журнала. Укажите всю строку, которую дала страница журнала или команда genomecraft audit head.",
    "head-other-lab": "Это отметка журнала другой лаборатории, а не лаборатории {lab}.",
    "no-cell": "В блокноте нет ячейки {cell}. Какие есть, сказано в его документе.",
    "bad-body": "Запрос не является читаемым JSON. Пришлите документ JSON.",
    "foreign-origin": "Этот запрос пришёл с другого сайта ({origin}) и не был выполнен. Откройте GenomeCraft по адресу {url}.",
    "foreign-host": "Сервер не отвечает под именем {host}. Откройте его по адресу {url} или задайте PUBLIC_URL.",
    "too-many": "Слишком много запросов. Подождите {seconds} {seconds|секунду|секунды|секунд} и повторите.",
    "own-values-many":
      "Вы уже ждёте ответов на свои значения: {n}, больше одному человеку сразу нельзя. Дождитесь одного из них или отмените его.",
    "body-keys": "В присланном больше {most} {most|ключа|ключей|ключей}. Отправьте его несколькими запросами.",
    "body-nested": "Присланное вложено глубже {most} {most|уровня|уровней|уровней}. Пришлите его с меньшей вложенностью.",
    "body-large": "Запрос больше {limit}. Файлы загружайте через адрес загрузки.",
    "database-gone":
      "База данных сейчас не отвечает. Сохранённое в безопасности; сервер продолжит, как только она вернётся. Повторите через несколько секунд.",
    "disk-full":
      "Диск сервера заполнен, ничего не записано. Сохранённое в безопасности. Попросите администратора освободить место и повторите.",
    internal: "Ошибка GenomeCraft. Ничего не потеряно. Повторите и, если случится снова, сообщите номер этого запроса.",
    "sign-in-link-used":
      "Этот адрес входа уже использован или устарел. Запустите GenomeCraft заново, чтобы получить новый, или войдите с паролем.",
    "last-owner": "У лаборатории {lab} должен быть хотя бы один владелец. Сначала назначьте другого.",
    "invitation-gone": "Приглашение использовано, отозвано или устарело. Попросите новое: {lab}.",
    "invitation-other-email":
      "Приглашение выписано на другой адрес почты. Войдите как этот человек или попросите приглашение без адреса.",
    "link-gone": "Ссылка отозвана или устарела. Попросите новую у владельца блокнота.",
    "own-access": "Нельзя снять права с последнего владельца. Сначала назначьте другого.",
    "in-bin": "Блокнот {title} в корзине. Сначала восстановите его.",
    "notebook-full":
      "Блокнот заполнен: вместе со всем, что в нём когда-либо писали, он достиг предела ({mb} МБ или {records} отдельных правок). Сделайте копию и продолжайте в ней: в копию войдёт только то, что есть сейчас.",
    "upload-unfinished": "Загрузка {name} не завершена: есть {have} из {size} байт. Сначала продолжите её.",
    "upload-used": "Из загрузки {name} уже сделан набор данных.",
    "upload-lab": "Укажите в метаданных загрузки, для какой лаборатории файл (lab) и как он называется (filename).",
    "dataset-other-lab": "{name} принадлежит другой лаборатории. Добавьте файл как отдельный набор данных.",
    "dataset-in-use": "{name} лежит в основе опубликованных дашбордов ({dashboards}). Сначала отзовите их.",
    "dataset-in-use-unseen":
      "{name} лежит в основе опубликованных дашбордов, которые вам не видны ({n}). Сначала попросите отозвать их тех, кто публикует из блокнотов с этими данными.",
    "dataset-in-use-also-unseen":
      "{name} лежит в основе опубликованных дашбордов ({dashboards}) и других, которые вам не видны ({n}). Сначала отзовите эти, а отозвать остальные попросите тех, кто публикует из блокнотов с этими данными.",
    "dataset-in-bin": "{name} в корзине: его результаты можно только перестать показывать. Сначала восстановите.",
    "grant-own-lab": "У лаборатории, владеющей набором данных, уже есть все права на него.",
    "notebook-text": "Текст блокнота не читается: {detail}",
    "format-unknown": "Не удалось рассмотреть файл: {detail}. Проверьте, что он цел, или экспортируйте его заново.",
    "intake-no-kernel":
      "К вашей лаборатории не подключены вычисления, поэтому файл {name} ещё не просмотрен. Он сохранён в разделе «Данные». Запустите вычисления (genomecraft kernel с ключом вашей лаборатории), и всё продолжится само.",
    "intake-queued": "Все вычисления вашей лаборатории заняты. Файл {name} будет просмотрен следующим.",
    "intake-running": "Просматриваем {name}.",
    "intake-long":
      "Просмотр файла {name} занял больше минуты и был остановлен. Файл сохранён; добавьте его, чтобы прочитать целиком.",
    "intake-lost":
      "На файле {name} программа просмотра завершилась со сбоем. Файл сохранён; проверьте, что он цел, или экспортируйте его заново.",
    "along-no-kernel":
      "К вашей лаборатории не подключены вычисления, поэтому {place} ждёт. Запустите вычисления (genomecraft kernel с ключом вашей лаборатории), и всё продолжится само.",
    "along-queued": "Все вычисления вашей лаборатории заняты. {place} будет прочитано следующим.",
    "along-running": "Читаем {place}.",
    "along-long":
      "Чтение {place} заняло больше 20 минут и было остановлено. Укажите меньшее место или добавьте ячейку («Покрытие»).",
    "along-lost":
      "Программа, читавшая {place}, завершилась со сбоем. Спросите ещё раз; если повторится, проверьте, что файл цел.",
    "along-no-file": "{type} — не файл, который читается по местам. Выберите выход загрузки, который остаётся файлом.",
    "intake-report": "Ответ о файле не удалось прочитать. Обновите вычислитель и посмотрите ещё раз.",
    restricted: "Этот результат сделан из данных, которых вам не видно. Попросите лабораторию, которой они принадлежат.",
    undeclared:
      "Неизвестно, что этот результат сообщает об отдельных людях, а по этим данным вам видны только результаты. Попросите прав у лаборатории, которой они принадлежат.",
    "restricted-rows":
      "Вам видны результаты по этим данным, но не их строки. Попросите прав у лаборатории, которой они принадлежат.",
    unreleased:
      "По этим данным вам видны только результаты, а этот ждёт, пока его откроет лаборатория, которой они принадлежат. Попросите об этом у ячейки.",
    "failed-unseen":
      "Не удалось вычислить. По этим данным вам видны только результаты, поэтому причину видят те, кому открыты строки.",
    "ask-changed":
      "С тех пор доступ у спросившего другой: результаты увидели бы не те, о ком говорилось. Посмотрите на вопрос ещё раз и ответьте.",
    "ask-answered": "На эту просьбу уже ответили ({name}). Кому что показано, меняется по кнопке «Поделиться».",
    "ask-over": "На эту просьбу уже ответили, или результаты открыты иначе: спросившему они видны.",
    "release-answered": "На эту просьбу уже ответили ({name}). Посмотрите на ячейку ещё раз и решите.",
    "asked-in-bin":
      "Данные этой ячейки лежат в корзине: {labs}. Оттуда по ним ничего показать нельзя. Попросите ещё раз, когда их восстановят.",
    "rows-not-released":
      "Эта ячейка показывает строки, а строки не открываются по одной ячейке: их видит тот, кому {labs} даёт право «строки» на данные в окне «Доступ».",
    "release-changed": "Ячейка с тех пор изменилась или не обновлена. Посмотрите на неё ещё раз и решите.",
    "nothing-to-ask":
      "Спросить некого: ни один набор данных этого блокнота не закрывает от вас эту ячейку. Обновите страницу; если её файла нет среди данных блокнота, его добавляет редактор.",
    "release-not-yours": "Для этой ячейки от вас ничего не требуется. Решает тот, кто вправе открывать доступ к данным.",
    "result-not-kept": "Этот результат не сохранён. Запустите ячейку ещё раз.",
    "result-damaged":
      "Сохранено не то, что было записано: результат изменён или повреждён, не показывается и больше не используется. Вычислите ячейку заново и сообщите тому, кто ведёт этот сервер.",
    "blob-damaged":
      "Сохранённые данные изменены или повреждены после записи и не показываются. Результат вычислите заново, файл загрузите ещё раз. Сообщите тому, кто ведёт этот сервер.",
    "blob-missing":
      "Сохранённые данные пропали. Результат вычислите заново, файл загрузите ещё раз. Сообщите тому, кто ведёт этот сервер.",
    "not-json": "{type} — не документ JSON. Читайте по строкам или скачайте.",
    "no-rows-in": "У {type} нет строк. Выберите таблицу или матрицу.",
    "sort-missing":
      "Столбца {column} нет, сортировать по нему нельзя. Есть: {available}. Выберите один из них или уберите сортировку.",
    "sort-near":
      "Столбца {column} нет, сортировать по нему нельзя. Похоже на: {near}. Выберите существующий столбец или уберите сортировку.",
    "no-names-in": "В {type} нет {what}. Выберите таблицу или матрицу.",
  },
});
