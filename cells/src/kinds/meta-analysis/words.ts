// What is said of meta-analyses.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("meta-analysis", {
  en: {
    "words-empty": "Puts estimates of several studies together.",
    words: "{method} of {studies}.",
    "words-one": "{method} of the studies in {study}.",
    "method-reml": "Random effects (REML)",
    "method-dersimonian-laird": "Random effects (DerSimonian-Laird)",
    "method-fixed": "Fixed effects",
    "method-mantel-haenszel": "Mantel-Haenszel",
    "needs-counts":
      "Mantel and Haenszel's method takes events and totals of two arms, and estimates are given. Say which columns count them, or take fixed effects.",
    "counts-of-alleles":
      "The tables say alleles, and effects of alleles are no events of two arms. Give the estimates with their errors instead of counts.",
    "no-guess-events":
      "No column of {study} is called like the events of the first arm (events, ai, event.e). Say which it is. It has: {columns}.",
    "no-guess-total":
      "No column of {study} is called like the size of the first arm (total, n1i, n.e). Say which it is. It has: {columns}.",
    "no-guess-controlEvents":
      "No column of {study} is called like the events of the controls (control_events, ci, event.c). Say which it is. It has: {columns}.",
    "no-guess-controlTotal":
      "No column of {study} is called like the number of controls (control_total, n2i, n.c). Say which it is. It has: {columns}.",
    "guessed-counts":
      "Taken by their names: {events} of {total} in the first arm, {controlEvents} of {controlTotal} among the controls.",
    "guessed-by": "Taken by its name: {by} for what is estimated.",
    "bad-counts":
      "{n} {n|row has|rows have} no counts that can be used (missing, no whole numbers, an empty arm, or more events than people) and {n|is|are} left out.",
    "empty-cells":
      "{n} {n|study has|studies have} an arm without events, or of events alone: one half is added to all four numbers of {n|it|each of them}, and to no other. Mantel and Haenszel's estimate needs none.",
    silent:
      "{n} {n|study has|studies have} no events in both arms, or events alone: {n|it tells|they tell} the arms not apart and {n|counts|count} with one half added, as in metafor. Leave {n|it|them} out by a filter if that is not meant.",
    "no-events":
      "One arm of all studies together has no events, or events alone: a ratio of them is 0 or infinite. Take the difference of risks.",
    "without-events": "{n} {n|thing has|things have} no ratio: one arm of all studies has no events, or events alone.",
    "says-mantel-haenszel":
      "Put together: {n}, each with counts of up to {studies} {studies|study|studies}, as of one effect that is the same in all (Mantel-Haenszel).",
    "says-odds-ratio":
      "As an odds ratio: {ratio} (95 % interval {lower} to {upper}); the numbers above are its natural logarithm.",
    "says-risk-ratio":
      "As a ratio of risks: {ratio} (95 % interval {lower} to {upper}); the numbers above are its natural logarithm.",
    "says-risk-difference": "The effect is a difference of risks: that of the first arm less that of the controls.",
    "axis-odds-ratio": "log odds ratio (95 % interval)",
    "axis-risk-ratio": "log risk ratio (95 % interval)",
    "axis-risk-difference": "difference of risks (95 % interval)",
    given: "studies give",
    "given-estimates": "estimates with errors",
    "given-odds-ratio": "counts: odds ratios",
    "given-risk-ratio": "counts: risk ratios",
    "given-risk-difference": "counts: differences of risks",
    "arm-events": "events",
    "arm-total": "of",
    "arm-controlEvents": "events of controls",
    "arm-controlTotal": "of controls",
    "few-hidden":
      "Who may see results only is not told what was found of single things, nor by which studies: behind an estimate may stand few persons. Whoever owns the data can release it.",
    "no-column": "{study} has no column {name}. It has: {columns}.",
    "no-guess-by": "No column of {study} is called like a gene or a variant. Say which it is. It has: {columns}.",
    "no-guess-effect":
      "No column of {study} is called like an estimate (beta, estimate, effect, log2FoldChange). Say which it is. It has: {columns}.",
    "no-guess-error":
      "No column of {study} is called like a standard error (se, std_error, lfcSE). Say which it is. It has: {columns}.",
    "no-numbers": "{column} of {study} holds texts. Load them as numbers, or choose another column.",
    ratio: "{column} of {study} is a ratio, and ratios do not add up. Take its logarithm, with the error of the logarithm.",
    "one-study": "There is one study alone, and nothing to put together. Add a table, or say which column names the studies.",
    "none-usable":
      "No row of {n} has an estimate and a standard error above 0, both finite. Choose other columns ({effect} and {error} were taken), or correct them.",
    "none-shared":
      "Nothing has an estimate in {least} studies or more: their names ({names}) are not alike. Map ids first, or lower the number.",
    "no-row": "{row} has no estimate here. Leave it empty for the smallest p.",
    "same-table":
      "Study {n} is a table that is already there. Counted twice it would make the estimate surer than it is: remove one, or choose another table.",
    "same-name": "Two studies are called {name}. Give each its own name.",
    alone:
      "{n} {n|estimate says|estimates say} the effect allele alone, and another one than the first study of the same name: whether it is the other allele or the other strand is not known, and {n|it is|they are} left out. Load the tables with both alleles.",
    "unsaid-alleles": "{n} {n|row names|rows name} no effect allele and {n|is|are} left out.",
    program: "{study} has the columns of {program}: effects are of the allele in {column}.",
    "not-additive":
      "{study}: {n} {n|row tests|rows test} something else than copies of the allele (column TEST is not ADD) and {n|is|are} left out.",
    "no-alleles":
      "No table says which allele its effects are of: where two studies count different ones, effects cancel out. Load them with their alleles.",
    "twice-in-study":
      "{name} stands in {study} more than once, so that nobody knows which estimate counts. Keep one row of each first.",
    guessed: "Taken by their names: {by} for what is estimated, {effect} for the estimate, {error} for its standard error.",
    "guessed-one":
      "Each study has one row, so all are taken for one thing: {effect}, with {error} for its standard error. Choose a column “of what” where they are several things.",
    "bad-rows": "{study}: {n} {n|row has|rows have} no estimate, or no standard error above 0, and {n|is|are} left out.",
    aligned:
      "Alleles: {swapped} {swapped|effect was|effects were} turned to the allele of the first study, {strand} read from the other strand.",
    mismatched:
      "{n} {n|estimate has|estimates have} other alleles than the first study of the same name, and {n|is|are} left out.",
    palindromes:
      "{n} {n|estimate|estimates} of A/T or C/G {n|is|are} left out: the strand cannot be told. They are kept where frequencies tell it, or as written, by a setting.",
    "palindromes-written":
      "A/T and C/G are taken as they are written: where a study told the other strand its effects have the wrong sign.",
    "one-sided-alleles":
      "{studies} {n|says|say} no alleles, while others do: which allele an effect is of is not known, and {n|it was|they were} refused. Load them with their alleles.",
    "few-random":
      "{n} {n|study|studies} tell little of how effects differ between studies: τ² is all but a guess, and the interval too short. With fewer than five say so; fixed effects are no way out where effects differ.",
    unfinished: "Where REML did not end ({n}), τ² is that of DerSimonian and Laird.",
    "says-reml":
      "Put together: {n}, each with estimates of up to {studies} {studies|study|studies}, whose effects may differ (random effects, REML).",
    "says-dersimonian-laird":
      "Put together: {n}, each with estimates of up to {studies} {studies|study|studies}, whose effects may differ (random effects, DerSimonian-Laird).",
    "says-fixed":
      "Put together: {n}, each with estimates of up to {studies} {studies|study|studies}, as of one effect that is the same in all (fixed effects).",
    "says-found":
      "{found} of {n} are shown to differ from no effect; at this threshold about {false} of them {false|is|are} expected to be false (adjusted p < 0.05).",
    "says-found-few":
      "{found} of {n} {found|is|are} shown to differ from no effect; at this threshold fewer than one of them is expected to be false (adjusted p < 0.05).",
    "says-none-found":
      "None of {n} is shown to differ from no effect (adjusted p < 0.05). That is no proof that all are without one.",
    "says-row": "{row}: the effect is {estimate} (95 % interval {lower} to {upper}; p = {p}, {studies} {studies|study|studies}).",
    "says-row-not":
      "{row}: no effect is shown, {estimate} (95 % interval {lower} to {upper}; p = {p}, {studies} {studies|study|studies}). That is no proof that there is none.",
    "says-heterogeneity-fixed":
      "Of how much the estimates differ {i2} % is differences between studies, which a fixed effect takes for none, the rest chance (I²; Q {q}, p = {p}).",
    "says-heterogeneity":
      "Of how much the estimates differ {i2} % is differences between studies, the rest chance (I²; τ² {tau2}, Q {q}, p = {p}).",
    "says-prediction":
      "In one more study like these the true effect would lie between {lower} and {upper} (95 % prediction interval, as metafor's predict()).",
    "axis-effect": "estimate (95 % interval)",
    "alt-forest": "{row} in {studies} {studies|study|studies} and together: {parts}.",
    pooled: "together ({method})",
    "pooled-line": "together ({method})  {interval}",
    studies: "study",
    "called-in": "called",
    add: "Add a study",
    remove: "Remove",
    "study-column": "studies in column",
    "no-study-column": "a table each",
    by: "of what",
    effect: "estimate",
    error: "standard error",
    auto: "by its name",
    method: "method",
    palindrome: "A/T and C/G",
    "palindrome-drop": "leave out",
    "palindrome-by-frequency": "by frequency",
    "palindrome-as-written": "as written",
    least: "studies at least",
    row: "drawn",
    "row-first": "the smallest p",
    result: "Result",
    "tab-forest": "Forest plot",
    "tab-out": "Estimates",
    "tab-r": "R",
  },
  ru: {
    "words-empty": "Складывает оценки нескольких исследований.",
    words: "{method}: {studies}.",
    "words-one": "{method} по исследованиям из {study}.",
    "method-reml": "Случайные эффекты (REML)",
    "method-dersimonian-laird": "Случайные эффекты (Дерсимонян — Лэрд)",
    "method-fixed": "Фиксированный эффект",
    "method-mantel-haenszel": "Мантель — Хензель",
    "needs-counts":
      "Метод Мантеля — Хензеля берёт события и размеры двух групп, а даны оценки. Укажите столбцы чисел или возьмите фиксированный эффект.",
    "counts-of-alleles":
      "В таблицах есть аллели, а эффекты аллелей — не события двух групп. Дайте оценки с их ошибками, а не числа событий.",
    "no-guess-events":
      "В {study} ни один столбец не называется как события первой группы (events, ai, event.e). Укажите его. Есть: {columns}.",
    "no-guess-total":
      "В {study} ни один столбец не называется как размер первой группы (total, n1i, n.e). Укажите его. Есть: {columns}.",
    "no-guess-controlEvents":
      "В {study} ни один столбец не называется как события контроля (control_events, ci, event.c). Укажите его. Есть: {columns}.",
    "no-guess-controlTotal":
      "В {study} ни один столбец не называется как размер контроля (control_total, n2i, n.c). Укажите его. Есть: {columns}.",
    "guessed-counts": "Взято по названиям: {events} из {total} в первой группе, {controlEvents} из {controlTotal} в контроле.",
    "guessed-by": "Взято по названию: {by} — что оценено.",
    "bad-counts":
      "Строк, где числа не годятся (пропуск, не целые, пустая группа или событий больше, чем людей): {n}; они оставлены в стороне.",
    "empty-cells":
      "Исследований, где в одной из групп нет событий или одни события: {n}; в них ко всем четырём числам прибавлена половина, к прочим нет. Оценке Мантеля — Хензеля она не нужна.",
    silent:
      "Исследований, где в обеих группах нет событий или одни события: {n}; групп они не различают и взяты с прибавленной половиной, как в metafor. Если это не нужно, уберите их фильтром.",
    "no-events":
      "В одной из групп всех исследований нет событий или одни события: отношение равно 0 или бесконечно. Возьмите разность рисков.",
    "without-events": "Без отношения осталось: {n}; в одной из групп всех исследований нет событий или одни события.",
    "says-mantel-haenszel":
      "Сложено: {n}, чисел не более чем из {studies} {studies|исследования|исследований|исследований}, как об одном и том же эффекте (Мантель — Хензель).",
    "says-odds-ratio":
      "Как отношение шансов: {ratio} (95 % интервал от {lower} до {upper}); числа выше — его натуральный логарифм.",
    "says-risk-ratio":
      "Как отношение рисков: {ratio} (95 % интервал от {lower} до {upper}); числа выше — его натуральный логарифм.",
    "says-risk-difference": "Эффект — разность рисков: первой группы минус контроля.",
    "axis-odds-ratio": "логарифм отношения шансов (95 % интервал)",
    "axis-risk-ratio": "логарифм отношения рисков (95 % интервал)",
    "axis-risk-difference": "разность рисков (95 % интервал)",
    given: "в исследованиях",
    "given-estimates": "оценки с ошибками",
    "given-odds-ratio": "числа: отношения шансов",
    "given-risk-ratio": "числа: отношения рисков",
    "given-risk-difference": "числа: разности рисков",
    "arm-events": "событий",
    "arm-total": "из",
    "arm-controlEvents": "событий в контроле",
    "arm-controlTotal": "из, в контроле",
    "few-hidden":
      "Кому открыты только результаты, не видит ни что найдено по отдельности, ни по каким исследованиям: за оценкой могут стоять немногие люди. Показать это может владелец данных.",
    "no-column": "В {study} нет столбца {name}. Есть: {columns}.",
    "no-guess-by": "В {study} ни один столбец не называется как ген или вариант. Укажите его. Есть: {columns}.",
    "no-guess-effect":
      "В {study} ни один столбец не называется как оценка (beta, estimate, effect, log2FoldChange). Укажите его. Есть: {columns}.",
    "no-guess-error":
      "В {study} ни один столбец не называется как стандартная ошибка (se, std_error, lfcSE). Укажите его. Есть: {columns}.",
    "no-numbers": "В столбце {column} ({study}) тексты. Загрузите их числами или выберите другой столбец.",
    ratio: "{column} ({study}) — отношение, а отношения не складываются. Возьмите его логарифм с ошибкой логарифма.",
    "one-study": "Исследование всего одно, складывать нечего. Добавьте таблицу или укажите столбец исследований.",
    "none-usable":
      "Ни в одной из {n} {n|строки|строк|строк} нет оценки и стандартной ошибки больше 0, обеих конечных. Выберите другие столбцы (взяты {effect} и {error}) или исправьте их.",
    "none-shared":
      "Ни у чего нет оценки в {least} исследованиях и больше: имена ({names}) не совпадают. Сначала приведите имена к одним или снизьте число.",
    "no-row": "Для {row} здесь нет оценки. Оставьте пустым — будет взято наименьшее p.",
    "same-table":
      "Исследование {n} — таблица, которая уже есть. Дважды посчитанная, она сделала бы оценку увереннее, чем она есть: уберите одну или выберите другую таблицу.",
    "same-name": "Два исследования называются {name}. Дайте каждому своё имя.",
    alone:
      "Оценок, у которых назван лишь аллель эффекта, и не тот, что у первого исследования под тем же именем: {n}. Другой это аллель или другая цепь, неизвестно; они оставлены в стороне. Загрузите таблицы с обоими аллелями.",
    "unsaid-alleles": "Строк без аллеля эффекта: {n}; они оставлены в стороне.",
    program: "В {study} столбцы {program}: эффекты относятся к аллелю из {column}.",
    "not-additive": "{study}: строк, которые проверяют не число копий аллеля (в столбце TEST не ADD), {n}; они опущены.",
    "no-alleles":
      "Ни одна таблица не говорит, чьего аллеля её эффекты: если два исследования считают разные, эффекты гасят друг друга. Загрузите таблицы с аллелями.",
    "twice-in-study":
      "{name} стоит в {study} не один раз, и неизвестно, какая оценка считается. Сначала оставьте по одной строке.",
    guessed: "Взято по названиям: {by} — что оценено, {effect} — оценка, {error} — её стандартная ошибка.",
    "guessed-one":
      "У каждого исследования одна строка, и все взяты за одно и то же: {effect}, стандартная ошибка — {error}. Если оценивается разное, выберите столбец «чего».",
    "bad-rows": "{study}: строк без оценки или со стандартной ошибкой не больше 0: {n}; они оставлены в стороне.",
    aligned: "Аллели: эффектов, повёрнутых к аллелю первого исследования: {swapped}; прочитанных с другой цепи: {strand}.",
    mismatched: "Оценок с другими аллелями, чем у первого исследования под тем же именем: {n}; они оставлены в стороне.",
    palindromes:
      "Оценок A/T или C/G оставлено в стороне: {n}; цепь по ним не узнать. Настройка оставляет их там, где её говорят частоты, или как написано.",
    "palindromes-written": "A/T и C/G взяты как написано: если исследование назвало другую цепь, у его эффектов неверный знак.",
    "one-sided-alleles":
      "{studies}: аллелей нет, а у других есть. Чьего аллеля эффект, неизвестно, и сложить их нельзя. Загрузите таблицы с аллелями (без них: {n}).",
    "few-random":
      "{n} исследования мало говорят о различиях между исследованиями: τ² почти угадана, и интервал слишком короток. При числе меньше пяти скажите об этом; фиксированный эффект не выход, если эффекты различаются.",
    unfinished: "REML не сошёлся: {n}; там τ² — Дерсимоняна и Лэрда.",
    "says-reml":
      "Сложено: {n}, оценок не более чем из {studies} {studies|исследования|исследований|исследований}, эффекты которых могут различаться (случайные эффекты, REML).",
    "says-dersimonian-laird":
      "Сложено: {n}, оценок не более чем из {studies} {studies|исследования|исследований|исследований}, эффекты которых могут различаться (случайные эффекты, Дерсимонян — Лэрд).",
    "says-fixed":
      "Сложено: {n}, оценок не более чем из {studies} {studies|исследования|исследований|исследований}, как об одном и том же эффекте (фиксированный эффект).",
    "says-found":
      "Отличие от отсутствия эффекта показано у {found} из {n}; при этом пороге около {false} из них, вероятно, ложные (поправленное p < 0,05).",
    "says-found-few":
      "Отличие от отсутствия эффекта показано у {found} из {n}; при этом пороге ложных из них ожидается меньше одного (поправленное p < 0,05).",
    "says-none-found":
      "Отличие от отсутствия эффекта не показано ни у одного из {n} (поправленное p < 0,05). Это не доказывает, что эффектов нет.",
    "says-row": "{row}: эффект {estimate} (95 % интервал от {lower} до {upper}; p = {p}, исследований: {studies}).",
    "says-row-not":
      "{row}: эффект не показан, {estimate} (95 % интервал от {lower} до {upper}; p = {p}, исследований: {studies}). Это не доказывает, что его нет.",
    "says-heterogeneity-fixed":
      "Из того, насколько различаются оценки, {i2} % — различия между исследованиями, которых фиксированный эффект не предполагает, остальное случайность (I²; Q {q}, p = {p}).",
    "says-heterogeneity":
      "Из того, насколько различаются оценки, {i2} % — различия между исследованиями, остальное случайность (I²; τ² {tau2}, Q {q}, p = {p}).",
    "says-prediction":
      "В ещё одном таком же исследовании истинный эффект лежал бы между {lower} и {upper} (95 % интервал предсказания, как у predict() из metafor).",
    "axis-effect": "оценка (95 % интервал)",
    "alt-forest": "{row} в исследованиях ({studies}) и вместе: {parts}.",
    pooled: "вместе ({method})",
    "pooled-line": "вместе ({method})  {interval}",
    studies: "исследование",
    "called-in": "название",
    add: "Добавить исследование",
    remove: "Убрать",
    "study-column": "исследования в столбце",
    "no-study-column": "по таблице на каждое",
    by: "что оценено",
    effect: "оценка",
    error: "стандартная ошибка",
    auto: "по названию",
    method: "метод",
    palindrome: "A/T и C/G",
    "palindrome-drop": "не брать",
    "palindrome-by-frequency": "по частоте",
    "palindrome-as-written": "как написано",
    least: "исследований не меньше",
    row: "нарисовано",
    "row-first": "с наименьшим p",
    result: "Результат",
    "tab-forest": "Лесной график",
    "tab-out": "Оценки",
    "tab-r": "R",
  },
});
