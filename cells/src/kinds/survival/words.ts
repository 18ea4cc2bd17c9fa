// What is said of survival cells: what they do, what they refuse, what they found, and their form.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("survival-cell", {
  en: {
    "words-empty": "shows how long it took until an event",
    "words-one": "survival of the rows of {from}",
    "words-groups": "survival in {from}, by {group}",
    "words-model": "survival in {from}, model {formula}",
    "words-both": "survival in {from}, by {group}, model {formula}",
    everyone: "All",
    "no-time": "Choose the column that says how long each was followed. There are: {available}.",
    "no-event": "Choose the column that says whether the event happened (1 or 0, true or false). There are: {available}.",
    "no-column": "The table has no column {column}. There are: {available}. Choose one of them.",
    "column-near": "The table has no column {column}. Near: {near}.",
    "time-not-numbers":
      "{column} holds no numbers, so it is no length of follow-up. Choose another column, or make numbers of it before.",
    "event-many": "{column} holds too many different values for whether an event happened. Choose another column.",
    "event-unknown":
      "{column} holds {unknown}, and nobody said what {unknown} means. Choose the values that mean that the event happened; all others then mean “not yet”. It holds: {values}.",
    "occurred-absent": "{column} never holds {absent}. It holds: {values}. Choose those that mean that the event happened.",
    negative:
      "{column} is below 0 in {n} {n|row|rows}, and nobody is followed for a negative time. Correct {n|it|them}, or filter {n|it|them} out.",
    "no-rows":
      "No row has a length of follow-up in {column} that can be used: each is missing, infinite or 0. Choose another column, correct it, or keep follow-up of 0.",
    "bad-reference": "No row has the reference that was chosen for {column}. Choose another.",
    "group-numbers":
      "{column} holds {n} different {n|number|numbers}. Make groups of it first (a new column, such as above and below the median), or take it as a number into the model.",
    "group-many":
      "{column} has {n} {n|group|groups}, and at most {most} can be told apart in one picture. Choose another, or bring some together.",
    "no-such-group": "{without} is no group of {column}. Its groups are: {levels}.",
    "no-blocks": "A Cox model takes no blocks here. Take {block} as strata: each then has a baseline hazard of its own.",
    "no-intercept": "A Cox model has no intercept to leave out: its baseline hazard is it. Write the formula without 0 and -1.",
    "no-terms": "The formula has no columns. Write one, such as ~ age + stage.",
    "model-no-events": "Nobody had the event, so no hazard can be compared.",
    "model-not-told-apart":
      "{name} says nothing of its own about who is at risk (it follows from the other columns, or is the same within each stratum), so no hazard ratio could be given to it. Leave it out.",
    "model-no-end":
      "The model found no hazard ratios that fit best within 20 steps. Leave columns out, or bring small groups together.",
    "guessed-time": "{column} is taken for the length of follow-up. Choose another column if it is not.",
    "guessed-event": "{column} is taken for whether the event happened. Choose another column if it is not.",
    "guessed-occurred": "In {column} {occurred} is taken for “it happened” and {others} for “not yet”.",
    "guessed-none": "In {column} {others} is taken for “not yet”: nobody had the event.",
    "guessed-all": "In {column} {occurred} is taken for “it happened”: everybody had the event.",
    "time-of-events":
      "{column} has a value only where the event happened by {event}: {n} {n|row|rows} in which it did not, all of them, have none. Without them everybody would have had the event. Make one column with the time of all (days to death or to the last contact), and choose it.",
    "time-of-events-other":
      "{column} has a value only where the event happened by {event}: {n} {n|row|rows} in which it did not, all of them, have none. Without them everybody would have had the event. {other} has a value there: make one column of both (a query: coalesce of the two), and choose it.",
    "time-of-others":
      "{column} has a value only where the event did not happen by {event}: {n} {n|row|rows} in which it did, all of them, have none. Without them nobody would have had the event. Make one column with the time of all (days to death or to the last contact), and choose it.",
    "time-of-others-other":
      "{column} has a value only where the event did not happen by {event}: {n} {n|row|rows} in which it did, all of them, have none. Without them nobody would have had the event. {other} has a value there: make one column of both (a query: coalesce of the two), and choose it.",
    "left-missing": "{n} {n|row has|rows have} no value in {columns} and {n|is|are} left out.",
    "left-infinite":
      "{n} {n|row has|rows have} an infinite {columns} (Inf or -Inf), which is no length of follow-up, and {n|is|are} left out.",
    "left-zero":
      "{n} {n|row has|rows have} a {columns} of 0, so nobody was followed, and {n|is|are} left out. Keep them to count them as R does.",
    "left-strata": "{n} {n|row has|rows have} no value in {columns} and {n|is|are} in no stratum: left out.",
    "left-group": "{n} {n|row has|rows have} no value in {column}: nobody knows the group, so {n|it is|they are} left out.",
    "put-group": "{n} {n|row has|rows have} no value in {column} and {n|counts|count} as {without}, as was chosen.",
    "without-in": "Counted as {without}, log-rank p would be {p}.",
    "without-in-ratio": "Counted as {without}, log-rank p would be {p} and the hazard ratio {ratio}.",
    "without-out": "Without them log-rank p would be {p}.",
    "without-out-ratio": "Without them log-rank p would be {p} and the hazard ratio {ratio}.",
    nobody: "Nobody had the event by {column}: the curves stay at 1, and nothing can be compared.",
    "group-without-events": "Nobody of {name} ({n}) had the event: its curve stays at 1 and its hazard ratio has no end.",
    "few-events-none":
      "{events} {events|event|events} for {coefficients} {coefficients|coefficient|coefficients}: below ten events each, hazard ratios are largely chance, and so few events bear not one coefficient. Read the curves and their intervals instead.",
    "known-later":
      "{columns} {n|sounds|sound} like what is known only some time after follow-up began. Whoever died before could not come into such a group, so its members were immortal until then and seem to live longer. Count follow-up from the day it was known, or compare by what was known at the start.",
    "group-of-one":
      "{names}: {n|a group|groups} of one. A curve of one individual tells of that one alone, and a test between such groups of nothing. Leave {n|it|them} out, or bring groups together.",
    "few-events":
      "{events} {events|event|events} for {coefficients} {coefficients|coefficient|coefficients}: below ten events each, hazard ratios are largely chance. {most} {most|is|are} as many as these events bear.",
    unbounded:
      "{names}: whoever has more of it always (or never) had the event first, so the likelihood grows without end and there is no hazard ratio. The likelihood-ratio test holds; leave it out, or bring groups together.",
    "not-proportional":
      "The hazard ratio of {terms} changes with time (test of proportional hazards, all terms together: p = {p}): one number for all of the follow-up hides that. Stratify by it, or look at shorter spans.",
    "half-not-all": "Of {n} less than half had the event while they were followed.",
    "half-not-group": "{by} {name}: of {n} less than half had the event while they were followed.",
    "half-all": "Half of {n} had the event by {median}{unit}.",
    "half-group": "{by} {name}: half of {n} had the event by {median}{unit}.",
    "half-from-all": "Half of {n} had the event by {median}{unit} ({level} % interval from {lower} on).",
    "half-from-group": "{by} {name}: half of {n} had the event by {median}{unit} ({level} % interval from {lower} on).",
    "half-between-all": "Half of {n} had the event by {median}{unit} ({level} % interval {lower} to {upper}).",
    "half-between-group": "{by} {name}: half of {n} had the event by {median}{unit} ({level} % interval {lower} to {upper}).",
    differ:
      "The {groups} {groups|group|groups} of {by} differ: were they alike, curves this far apart would come by chance with probability {p} (log-rank, {events} {events|event|events} of {n}).",
    "differ-not":
      "Nothing here says that the {groups} {groups|group|groups} of {by} differ: curves this far apart come by chance with probability {p} (log-rank, {events} {events|event|events} of {n}). That is no proof that they are alike.",
    "could-find":
      "With {events} {events|event|events} a hazard ratio of about {more}, or of {less}, would have been found four times in five; one nearer to 1 may be there.",
    "ratio-more": "{name}: at any time the event is {ratio} times as likely ({level} % interval {lower} to {upper}, p = {p}).",
    "ratio-less":
      "{name}: at any time the event is only {ratio} times as likely ({level} % interval {lower} to {upper}, p = {p}).",
    "ratio-not":
      "{name}: that the event is more or less likely is not shown, {ratio} times ({level} % interval {lower} to {upper}, p = {p}).",
    "more-ratios": "{n} more {n|ratio stands|ratios stand} in the table.",
    crossed:
      "Columns work together here (interaction), so none has one ratio of its own: that of a group in the table holds where the other columns are at their reference.",
    proportional: "Nothing says that these ratios change with time (test of proportional hazards: p = {p}).",
    title: "Log-rank p = {p}; {events} {events|event|events} of {n}",
    "title-stratified": "Stratified log-rank p = {p}; {events} {events|event|events} of {n}",
    "axis-time": "{column}",
    "axis-time-unit": "{column}, {unit}",
    "axis-survival": "Share without the event",
    "axis-ratio": "Hazard ratio, {level} % interval (log scale)",
    "note-risk": "Numbers below: under observation at that time. Marks on the curves: follow-up ended without the event.",
    "alt-one": "Survival curve of {n} with {events} {events|event|events}. Median: {medians}.",
    alt: "Survival curves by {by}: {n} with {events} {events|event|events}, log-rank p {p}. Medians: {medians}.",
    "alt-forest": "Hazard ratios with intervals: {ratios}.",
    table: "Follow-up",
    "form-time": "Time",
    "form-event": "Event",
    "form-occurred": "Means the event",
    "form-guessed": "guessed: {column}",
    "form-guess": "by its meaning",
    "form-group": "Groups",
    "form-no-group": "one curve",
    "form-without": "Without a group",
    "form-left-out": "left out",
    "form-strata": "Strata",
    "form-interval": "Interval",
    "form-ties": "Tied events",
    "form-zero": "Keep follow-up of 0",
    "form-model": "Model of the hazard",
    curves: "Curves",
    model: "Hazard ratios",
    "groups-tab": "Groups and tests",
    "in-r": "The same in R",
    result: "Result",
    group: "Group",
    n: "n",
    events: "Events",
    median: "Median",
    interval: "{level} % interval",
    coefficient: "Coefficient",
    ratio: "Hazard ratio",
    p: "p",
    "proportional-p": "Proportional hazards p",
    "caption-model": "{formula}: {events} {events|event|events} of {n}, ties by {ties}",
    "caption-groups": "{by}",
    "caption-pairs": "Log-rank of each two groups",
    pair: "Groups",
    adjusted: "p, adjusted (BH)",
    trend: "Trend over the groups in their order: p = {p}.",
    "all-tests": "All coefficients together: likelihood ratio p = {lr}, Wald p = {wald}, score p = {score}.",
    concordance: "Of two individuals the model tells who has the event first in {value} of pairs (concordance; error {error}).",
    "no-end": "no end",
    "at-zero":
      "A group must be known when follow-up begins: one that is told by what happens later (response, a second treatment) makes its members immortal until then.",
  },
  ru: {
    "words-empty": "показывает, сколько времени прошло до события",
    "words-one": "выживаемость строк {from}",
    "words-groups": "выживаемость в {from}, по {group}",
    "words-model": "выживаемость в {from}, модель {formula}",
    "words-both": "выживаемость в {from}, по {group}, модель {formula}",
    everyone: "Все",
    "no-time": "Выберите столбец с длительностью наблюдения. Есть: {available}.",
    "no-event": "Выберите столбец, где сказано, было ли событие (1 или 0, да или нет). Есть: {available}.",
    "no-column": "В таблице нет столбца {column}. Есть: {available}. Выберите один из них.",
    "column-near": "В таблице нет столбца {column}. Похожий: {near}.",
    "time-not-numbers":
      "В {column} не числа, это не длительность наблюдения. Выберите другой столбец или сделайте из него числа раньше.",
    "event-many": "В {column} слишком много разных значений для того, было ли событие. Выберите другой столбец.",
    "event-unknown":
      "В {column} есть {unknown}, и никто не сказал, что это значит. Выберите значения, означающие событие; все прочие значат «ещё нет». Есть: {values}.",
    "occurred-absent": "В {column} нет {absent}. Есть: {values}. Выберите те, что означают событие.",
    negative:
      "В {column} в {n} {n|строке|строках|строках} время меньше 0, а отрицательным наблюдение не бывает. Исправьте {n|её|их|их} или отфильтруйте.",
    "no-rows":
      "Ни в одной строке {column} нет пригодной длительности наблюдения: везде пусто, бесконечность или 0. Выберите другой столбец, исправьте его или оставьте наблюдение длиной 0.",
    "bad-reference": "Ни в одной строке нет выбранной точки отсчёта для {column}. Выберите другую.",
    "group-numbers":
      "В {column} {n} разных чисел. Сначала сделайте из него группы (новый столбец, например выше и ниже медианы) или возьмите его числом в модель.",
    "group-many":
      "В {column} {n} {n|группа|группы|групп}, а различить на одном рисунке можно не больше {most}. Выберите другой столбец или объедините группы.",
    "no-such-group": "{without} — не группа {column}. Её группы: {levels}.",
    "no-blocks": "Модель Кокса здесь не берёт блоков. Возьмите {block} стратами: у каждой будет свой базовый риск.",
    "no-intercept":
      "У модели Кокса нет свободного члена, который можно убрать: его роль у базового риска. Напишите формулу без 0 и -1.",
    "no-terms": "В формуле нет столбцов. Напишите, например, ~ age + stage.",
    "model-no-events": "События не было ни у кого, и сравнивать риски не на чем.",
    "model-not-told-apart":
      "{name} не говорит ничего своего о том, кто в опасности (следует из прочих столбцов или одинаков внутри каждой страты), и отношения рисков для него нет. Уберите его.",
    "model-no-end": "За 20 шагов модель не нашла лучших отношений рисков. Уберите столбцы или объедините малые группы.",
    "guessed-time": "{column} взят как длительность наблюдения. Если это не так, выберите другой столбец.",
    "guessed-event": "{column} взят как признак события. Если это не так, выберите другой столбец.",
    "guessed-occurred": "В {column} {occurred} понято как «было», {others} как «ещё нет».",
    "guessed-none": "В {column} {others} понято как «ещё нет»: события не было ни у кого.",
    "guessed-all": "В {column} {occurred} понято как «было»: событие было у всех.",
    "time-of-events":
      "{column} заполнен только там, где событие по {event} наступило: во всех строках, где его не было ({n}), значения нет. Без них событие было бы у каждого. Сделайте один столбец со временем всех (дни до смерти или последнего контакта) и выберите его.",
    "time-of-events-other":
      "{column} заполнен только там, где событие по {event} наступило: во всех строках, где его не было ({n}), значения нет. Без них событие было бы у каждого. Там заполнен {other}: сделайте из обоих один столбец (запрос: coalesce) и выберите его.",
    "time-of-others":
      "{column} заполнен только там, где события по {event} не было: во всех строках, где оно наступило ({n}), значения нет. Без них события не было бы ни у кого. Сделайте один столбец со временем всех (дни до смерти или последнего контакта) и выберите его.",
    "time-of-others-other":
      "{column} заполнен только там, где события по {event} не было: во всех строках, где оно наступило ({n}), значения нет. Без них события не было бы ни у кого. Там заполнен {other}: сделайте из обоих один столбец (запрос: coalesce) и выберите его.",
    "left-missing": "{n} {n|строка|строки|строк} без значения в {columns} не {n|учтена|учтены|учтены}.",
    "left-infinite":
      "{n} {n|строка|строки|строк} с бесконечным {columns} (Inf или -Inf), что не длительность наблюдения, не {n|учтена|учтены|учтены}.",
    "left-zero":
      "{n} {n|строка|строки|строк} с {columns}, равным 0, то есть без наблюдения, не {n|учтена|учтены|учтены}. Оставьте их, чтобы считать как R.",
    "left-strata": "{n} {n|строка|строки|строк} без значения в {columns} вне страт и не {n|учтена|учтены|учтены}.",
    "left-group": "{n} {n|строка|строки|строк} без значения в {column}: группа неизвестна, не {n|учтена|учтены|учтены}.",
    "put-group":
      "{n} {n|строка|строки|строк} без значения в {column} {n|считается|считаются|считаются} как {without}, как выбрано.",
    "without-in": "Если считать их {without}, лог-ранговое p было бы {p}.",
    "without-in-ratio": "Если считать их {without}, лог-ранговое p было бы {p}, отношение рисков {ratio}.",
    "without-out": "Без них лог-ранговое p было бы {p}.",
    "without-out-ratio": "Без них лог-ранговое p было бы {p}, отношение рисков {ratio}.",
    nobody: "По {column} события не было ни у кого: кривые остаются на 1, сравнивать нечего.",
    "group-without-events": "Ни у кого из {name} ({n}) события не было: кривая остаётся на 1, отношению рисков нет предела.",
    "few-events-none":
      "{events} {events|событие|события|событий} на {coefficients} {coefficients|коэффициент|коэффициента|коэффициентов}: если на каждый меньше десяти, отношения рисков во многом случайны, а столько событий не выдержат ни одного. Смотрите на кривые и их интервалы.",
    "known-later":
      "{columns}: похоже на {n|то|то|то}, что становится известно лишь через какое-то время после начала наблюдения. Кто умер раньше, в такую группу попасть не мог, так что её члены были до того времени бессмертны и кажутся живущими дольше. Считайте наблюдение с дня, когда это стало известно, или сравнивайте по известному в начале.",
    "group-of-one":
      "{names}: {n|группа|группы|группы} из одной особи. Кривая одной особи говорит лишь о ней, а проверка между такими группами — ни о чём. Оставьте {n|её|их|их} в стороне или объедините группы.",
    "few-events":
      "{events} {events|событие|события|событий} на {coefficients} {coefficients|коэффициент|коэффициента|коэффициентов}: если на каждый меньше десяти, отношения рисков во многом случайны. Столько событий выдержат {most}.",
    unbounded:
      "{names}: событие раньше всегда (или никогда) у тех, у кого его больше, правдоподобие растёт без конца, и отношения рисков нет. Критерий отношения правдоподобий верен; уберите столбец или объедините группы.",
    "not-proportional":
      "Отношение рисков {terms} меняется со временем (критерий пропорциональности рисков, все члены вместе: p = {p}): одно число на всё наблюдение это скрывает. Возьмите его стратой или смотрите более короткие сроки.",
    "half-not-all": "Из {n} событие за время наблюдения было меньше чем у половины.",
    "half-not-group": "{by} {name}: из {n} событие за время наблюдения было меньше чем у половины.",
    "half-all": "У половины из {n} событие было к {median}{unit}.",
    "half-group": "{by} {name}: у половины из {n} событие было к {median}{unit}.",
    "half-from-all": "У половины из {n} событие было к {median}{unit} ({level} % интервал от {lower}).",
    "half-from-group": "{by} {name}: у половины из {n} событие было к {median}{unit} ({level} % интервал от {lower}).",
    "half-between-all": "У половины из {n} событие было к {median}{unit} ({level} % интервал от {lower} до {upper}).",
    "half-between-group":
      "{by} {name}: у половины из {n} событие было к {median}{unit} ({level} % интервал от {lower} до {upper}).",
    differ:
      "Группы {by} ({groups}) различаются: будь они одинаковы, столь далёкие кривые вышли бы случайно с вероятностью {p} (лог-ранг, {events} {events|событие|события|событий} у {n}).",
    "differ-not":
      "Ничто не говорит, что группы {by} ({groups}) различаются: столь далёкие кривые выходят случайно с вероятностью {p} (лог-ранг, {events} {events|событие|события|событий} у {n}). Это не доказывает, что они одинаковы.",
    "could-find":
      "При числе событий {events} отношение рисков около {more} или {less} нашлось бы в четырёх случаях из пяти; более близкое к 1 может быть и не найдено.",
    "ratio-more": "{name}: в любой момент событие вероятнее в {ratio} раза ({level} % интервал от {lower} до {upper}, p = {p}).",
    "ratio-less":
      "{name}: в любой момент вероятность события составляет лишь {ratio} ({level} % интервал от {lower} до {upper}, p = {p}).",
    "ratio-not":
      "{name}: что событие вероятнее или менее вероятно, не показано, отношение {ratio} ({level} % интервал от {lower} до {upper}, p = {p}).",
    "more-ratios": "В таблице ещё {n} {n|отношение|отношения|отношений}.",
    crossed:
      "Столбцы здесь действуют вместе (взаимодействие), и своего отдельного отношения ни у одного нет: отношение группы в таблице верно там, где у остальных столбцов опорная группа.",
    proportional: "Ничто не говорит, что эти отношения меняются со временем (критерий пропорциональности рисков: p = {p}).",
    title: "Лог-ранговое p = {p}; {events} {events|событие|события|событий} у {n}",
    "title-stratified": "Стратифицированное лог-ранговое p = {p}; {events} {events|событие|события|событий} у {n}",
    "axis-time": "{column}",
    "axis-time-unit": "{column}, {unit}",
    "axis-survival": "Доля без события",
    "axis-ratio": "Отношение рисков, {level} % интервал (лог. шкала)",
    "note-risk": "Числа внизу: сколько под наблюдением в это время. Метки на кривых: наблюдение кончилось без события.",
    "alt-one": "Кривая выживаемости: {n}, событий {events}. Медиана: {medians}.",
    alt: "Кривые выживаемости по {by}: {n}, событий {events}, лог-ранговое p {p}. Медианы: {medians}.",
    "alt-forest": "Отношения рисков с интервалами: {ratios}.",
    table: "Наблюдение",
    "form-time": "Время",
    "form-event": "Событие",
    "form-occurred": "Означает событие",
    "form-guessed": "угадано: {column}",
    "form-guess": "по смыслу",
    "form-group": "Группы",
    "form-no-group": "одна кривая",
    "form-without": "Без группы",
    "form-left-out": "не учитывать",
    "form-strata": "Страты",
    "form-interval": "Интервал",
    "form-ties": "Совпавшие события",
    "form-zero": "Оставить наблюдение 0",
    "form-model": "Модель риска",
    curves: "Кривые",
    model: "Отношения рисков",
    "groups-tab": "Группы и критерии",
    "in-r": "То же на R",
    result: "Результат",
    group: "Группа",
    n: "n",
    events: "События",
    median: "Медиана",
    interval: "{level} % интервал",
    coefficient: "Коэффициент",
    ratio: "Отношение рисков",
    p: "p",
    "proportional-p": "Пропорциональность рисков, p",
    "caption-model": "{formula}: {events} {events|событие|события|событий} у {n}, совпадения по {ties}",
    "caption-groups": "{by}",
    "caption-pairs": "Лог-ранг для каждых двух групп",
    pair: "Группы",
    adjusted: "p, поправленное (BH)",
    trend: "Тренд по группам в их порядке: p = {p}.",
    "all-tests": "Все коэффициенты вместе: отношение правдоподобий p = {lr}, Вальд p = {wald}, счёт p = {score}.",
    concordance: "Из двух людей модель верно говорит, у кого событие раньше, в доле пар {value} (согласие; ошибка {error}).",
    "no-end": "без предела",
    "at-zero":
      "Группа должна быть известна в начале наблюдения: та, о которой узнают позже (ответ на лечение, второй курс), делает своих бессмертными до того времени.",
  },
});
