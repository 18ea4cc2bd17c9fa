// What is doubtful in a file that was read all the same: what was guessed, with its alternative.

import { defineWords } from "../../../messages/define-words.ts";

export const words = defineWords("doubts", {
  en: {
    "chromosomes-mixed":
      "{column} calls chromosomes in two ways: {one}, and {other} in {count} {count|row|rows} (first in line {line}). Joins and overlaps take them for different ones.",
    "rows-twice":
      "{count} {count|row stands|rows stand} there already, letter for letter (first line {line}, as line {other}). Whoever counts rows counts {count|it|them} twice.",
    "rows-filled":
      "{count} {count|row is|rows are} too short and {count|was|were} filled with missing cells at {count|its|their} end (lines {lines}). Where a delimiter is missing further left, values of such a row stand under wrong names: look at these lines.",
    "rows-overfull":
      "{count} {count|row has|rows have} empty fields beyond the last column, which are not read (lines {lines}). Where a delimiter is one too many further left, values of such a row stand under wrong names: look at these lines.",
    "empty-lines":
      "{count} empty {count|line|lines} between the values of the one column (lines {lines}) {count|is no row|are no rows}. If a value is missing there, write NA in {count|it|them}.",
    "rows-put-out":
      "{count} {count|row begins|rows begin} with #, as lines do that were put out of use (lines {lines}; {name}): {count|it is|they are} read as {count|any other row|all others}. If {count|it is|they are} not meant, take {count|it|them} out of the file.",
    "word-kept":
      "{word} in line {line} is kept as a name ({columns}), for a name is in every other row. If it stands for a missing cell, write it among the words for missing cells.",
    "na-missing":
      "NA is read as a missing cell in {columns} ({count} {count|cell|cells}, first in line {line}), though {names} beside it are codes such as NA may be. If it is a name, take it from the words for missing cells, or put it in quotes.",
    "look-alikes":
      "In {column} {n} {n|text is|texts are} written in ways that look alike and differ, such as “{value}” in {ways} (first in line {line}): blanks before, behind or inside, signs of no width, or accents as one letter or two. Groups, joins and classes keep them apart. To make one of them, compute a column by {formula}.",
    "word-kept-quoted":
      "{word} in quotes (line {line}; {count} {count|cell|cells} of {columns}) is kept as a name. If it stands for a missing cell, write it among the words for missing cells.",
    "not-numbers":
      "{value} in line {line} makes {column} text; {numbers} other {numbers|value is a number|values are numbers}. As text it is sorted and ranked letter by letter. Correct that cell, or name it among the words for missing cells, to have numbers.",
    "not-numbers-more":
      "{value} in line {line}, and {more} more {more|cell|cells}, make {column} text; {numbers} other {numbers|value is a number|values are numbers}. As text it is sorted and ranked letter by letter. Correct those cells, or name them among the words for missing cells, to have numbers.",
    "known-not-set":
      "{words} in {column} (first in line {line}) {n|stays|stay} text: usually {n|it stands|they stand} for a missing cell, but the words that are set do not name {n|it|them}.",
    "same-in-columns": "What is said of {column} is so in {count} more {count|column|columns}, too: {columns}.",
    percents:
      "{column} holds {count} {count|percentage|percentages}, such as {value} in line {line}, and stays text: as text 9% comes after 10%. Write plain numbers, and “%” into the name of the column.",
    "units-kept":
      "{column} holds {count} {count|number|numbers} with a unit, such as {value} in line {line}, and stays text, in which 12 comes before 5. Write plain numbers, and the unit into the name of the column.",
    "minus-kept":
      "{column} holds {count} {count|number|numbers} whose minus is no hyphen, such as {value} in line {line}, and stays text. Write - in place of it to have numbers.",
    "parentheses-kept":
      "{column} holds {count} {count|number|numbers} in parentheses, such as {value} in line {line}, and stays text. If {count|it is|they are} below zero, write a minus to have numbers.",
    "currency-kept":
      "{column} holds {count} {count|amount|amounts} of money, such as {value} in line {line}, and stays text: as text $12 comes before $5. Write plain numbers, and the currency into the name of the column.",
    "times-kept":
      "{column} looks like times, such as {value} in line {line}, and stays text ({count} {count|value|values}): as text 9:05 comes after 12:30. To compute with them, write minutes or hours as numbers.",
    "dates-kept":
      "{column} holds {count} {count|date|dates}, such as {value} in line {line}, and stays text, which goes letter by letter and not by time. Write the year first, as in 2023-02-01.",
    "date-odd":
      "{value} in line {line} of {column} is no date; {dates} other {dates|value is one|values are}. Correct it, or name it among the words for missing cells.",
    "dates-odd":
      "{value} in line {line} is no date ({more} more such {more|cell|cells} in {column}); {dates} other {dates|value is one|values are}. Correct it, or name it among the words for missing cells.",
    infinite:
      "{column} holds {count} infinite {count|value|values}, such as {value} in line {line}. Charts and models leave such rows out, and sums and means are infinite. If {count|it means|they mean} that nothing was measured, filter {count|it|them} out or write NA in the source.",
    "too-long":
      "{column} holds {count} whole {count|number|numbers} with more digits than a number keeps, such as {value} in line {line}; the column stays text, letter for letter.",
    thousands:
      "{column} holds numbers in groups of thousands, such as {value} in line {line}; they stay text. To have numbers, choose the separator of thousands.",
    "comma-unclear":
      "{column} holds {count} {count|number|numbers} with a comma, such as {value} in line {line}, which may separate thousands or decimals; they stay text. Correct the cells that have other marks, or choose the marks.",
    exponents:
      "{column} holds values such as {value} in line {line}: names (of wells, of clones) or numbers. They stay text. For numbers, write {number}.",
    "exponents-taken":
      "{column} holds {value} in line {line}: among numbers it is taken as the number {number} ({count} {count|cell|cells} of this kind). If it is a name, put a letter before it in the source.",
    "long-text":
      'The text in quotes that begins in line {line} runs over {lines} lines and holds a character that stands between fields. If its quote is a stray one (5" prime), rows were swallowed: take the quote out, or double it.',
    "long-texts":
      'The text in quotes that begins in line {line} runs over {lines} lines and holds a character that stands between fields; so do {more} more. If a quote is a stray one (5" prime), rows were swallowed: take it out, or double it.',
    "says-delimiter": "The first line says that {delimiter} stands between fields; it is not read as names.",
    "annotation-columns":
      "{columns} {count|describes|describe} the rows and {count|is no sample|are no samples}: {count|it is|they are} kept as what is known of each row. If {count|it is a sample|they are samples}, say so.",
    "computed-sum":
      "{columns} {count|is|are} the sum of the other columns and {count|is no sample|are no samples}: {count|it is|they are} kept as what is known of each row. If {count|it is a sample|they are samples}, say so.",
    "computed-mean":
      "{columns} {count|is|are} the mean of the other columns and {count|is no sample|are no samples}: {count|it is|they are} kept as what is known of each row. If {count|it is a sample|they are samples}, say so.",
    "computed-median":
      "{columns} {count|is|are} the median of the other columns and {count|is no sample|are no samples}: {count|it is|they are} kept as what is known of each row. If {count|it is a sample|they are samples}, say so.",
    "computed-min":
      "{columns} {count|is|are} the least of the other columns and {count|is no sample|are no samples}: {count|it is|they are} kept as what is known of each row. If {count|it is a sample|they are samples}, say so.",
    "computed-max":
      "{columns} {count|is|are} the largest of the other columns and {count|is no sample|are no samples}: {count|it is|they are} kept as what is known of each row. If {count|it is a sample|they are samples}, say so.",
    "computed-sd":
      "{columns} {count|is|are} the standard deviation of the other columns and {count|is no sample|are no samples}: {count|it is|they are} kept as what is known of each row. If {count|it is a sample|they are samples}, say so.",
    "called-computed":
      "{columns} {count|is|are} called as if computed from other columns, and {count|is taken for no sample|are taken for no samples}, though the values do not tell: {count|it is|they are} kept as what is known of each row. If {count|it is a sample|they are samples}, say so.",
    "maybe-annotation":
      "By {count|its name|their names}, {columns} may describe the rows and be no {count|sample|samples}; {count|it is|they are} taken for {count|a sample|samples}. If {count|it describes|they describe} the rows, set {count|it|them} apart.",
    "unlike-chromosomes":
      "{column} holds whole numbers from 1 to 26 at most, unlike the other samples: are they chromosomes? It is taken for a sample. If it describes the rows, set it apart.",
    "unlike-strands":
      "{column} holds 1 and -1 alone, unlike the other samples: are they strands? It is taken for a sample. If it describes the rows, set it apart.",
    "unlike-rising":
      "{column} grows from row to row, unlike the other samples: are they places or numbers of rows? It is taken for a sample. If it describes the rows, set it apart.",
    "unlike-size":
      "The values of {column} are a hundred times larger or smaller than those of all other samples, which resemble each other. It is taken for a sample. If it describes the rows, set it apart.",
    "odd-cells":
      "{count} {count|cell|cells} of {columns} {columns|sample is|samples are} no {count|number|numbers} and {count|is|are} missing, of each sample the first one with its line: {cells}. Correct {count|it|them}, or name such words among those for missing cells. To have texts, read the file as a table.",
    "text-beside":
      "{columns} {count|holds|hold} text and {count|is no sample|are no samples}: {count|it is|they are} kept as what is known of each row.",
    "summary-rows":
      "{count} {count|row|rows} of a program that counts ({rows}) {count|is|are} left out, being no {count|gene|genes}. To keep {count|it|them}, choose so.",
    "computed-rows":
      "{rows} {count|is|are} left out, being computed from the others: {count|its values are their sum, their mean or the like|their values are sums, means or the like of those}. To keep {count|it|them}, choose so.",
    "summary-rows-of-table":
      "{rows} in the first column {count|comes|come} from a program that counts and {count|is no gene|are no genes}; in a table {count|it stays|they stay}. Leave {count|it|them} out before you take sums, or read the file as a matrix.",
    "rows-below":
      "{count} {count|row|rows} at the end (from line {line} on: {rows}) {count|looks|look} like totals or remarks and {count|is a row|are rows} of the table as any other: sums and means count {count|it|them}. If {count|it is no record|they are no records}, leave {count|it|them} out.",
    "sum-in-table":
      "{columns} {count|is|are} the sum of the other columns of numbers: in a table {count|it stays|they stay} a column as any other, and whoever adds columns up counts the values twice. Leave {count|it|them} out (choose columns) before you do.",
    "rows-left-out":
      "{count} {count|row|rows} of totals, of remarks or of a program that counts {count|is|are} left out, as chosen (lines {lines}).",
  },
  ru: {
    "chromosomes-mixed":
      "В {column} хромосомы записаны двумя способами: {one}, а ещё {other} ({count}, сначала в строке {line}). Соединения и пересечения примут их за разные.",
    "rows-twice":
      "Строки, которые уже были, слово в слово: {count} (сначала строка {line} повторяет строку {other}). В подсчётах они учтутся дважды.",
    "rows-filled":
      "{count} {count|строка короче остальных и дополнена|строки короче остальных и дополнены|строк короче остальных и дополнены} пропусками в конце (строки файла {lines}). Если разделителя не хватает левее, значения такой строки стоят не под своими именами: посмотрите на эти строки.",
    "rows-overfull":
      "У {count} {count|строки|строк|строк} есть пустые поля за последним столбцом, они не прочитаны (строки файла {lines}). Если лишний разделитель стоит левее, значения такой строки стоят не под своими именами: посмотрите на эти строки.",
    "empty-lines":
      "Между значениями единственного столбца {count} {count|пустая строка|пустые строки|пустых строк} (строки файла {lines}); {count|она не взята|они не взяты|они не взяты} в таблицу. Если там пропущено значение, напишите в {count|ней|них|них} NA.",
    "rows-put-out":
      "С # {count|начинается|начинаются|начинаются} {count} {count|строка|строки|строк}, как строки, выведенные из употребления (строки файла {lines}; {name}): {count|она прочитана|они прочитаны|они прочитаны} как все другие. Если {count|она лишняя|они лишние|они лишние}, удалите {count|её|их|их} из файла.",
    "word-kept":
      "{word} в строке {line} оставлено как имя ({columns}): в остальных строках там имена. Если это пропуск, впишите его среди слов для пропусков.",
    "na-missing":
      "NA в {columns} прочитано как пропуск ({count} {count|ячейка|ячейки|ячеек}, первая в строке {line}), хотя рядом коды {names}, и NA может быть одним из них. Если это имя, уберите его из слов для пропусков или возьмите в кавычки.",
    "look-alikes":
      "В {column} есть тексты, одинаковые на вид, но разные ({n}), например «{value}», записанный по-разному ({ways}; впервые в строке {line}): пробелы по краям или внутри, знаки нулевой ширины или буква со знаком, записанная одним символом или двумя. Группы, соединения и классы их различают. Чтобы свести их к одному, вычислите столбец по формуле {formula}.",
    "word-kept-quoted":
      "{word} в кавычках (строка {line}; {count} {count|ячейка|ячейки|ячеек} в {columns}) оставлено как имя. Если это пропуск, впишите его среди слов для пропусков.",
    "not-numbers":
      "{value} в строке {line} делает {column} текстом; остальные {numbers} {numbers|значение — число|значения — числа|значений — числа}. Текст сортируется и ранжируется по буквам. Чтобы были числа, исправьте ячейку или впишите её среди слов для пропусков.",
    "not-numbers-more":
      "{value} в строке {line} и ещё {more} {more|ячейка|ячейки|ячеек} делают {column} текстом; остальные {numbers} {numbers|значение — число|значения — числа|значений — числа}. Текст сортируется и ранжируется по буквам. Чтобы были числа, исправьте эти ячейки или впишите их среди слов для пропусков.",
    "known-not-set":
      "{words} в {column} (первая — строка {line}) {n|остаётся|остаются|остаются} текстом: обычно это пропуск, но среди заданных слов {n|его|их|их} нет.",
    "same-in-columns": "То же, что в {column}, ещё в {count} {count|столбце|столбцах|столбцах}: {columns}.",
    percents:
      "В {column} {count} {count|процент|процента|процентов}, например {value} в строке {line}, и столбец остаётся текстом: по буквам 9% идёт после 10%. Пишите просто числа, а «%» — в имени столбца.",
    "units-kept":
      "В {column} {count} {count|число|числа|чисел} с единицей измерения, например {value} в строке {line}, и столбец остаётся текстом, а в нём 12 идёт раньше 5. Пишите просто числа, а единицу — в имени столбца.",
    "minus-kept":
      "В {column} {count} {count|число|числа|чисел} с минусом, который не дефис, например {value} в строке {line}, и столбец остаётся текстом. Чтобы были числа, замените его на -.",
    "parentheses-kept":
      "В {column} {count} {count|число|числа|чисел} в скобках, например {value} в строке {line}, и столбец остаётся текстом. Если они меньше нуля, поставьте минус, чтобы были числа.",
    "currency-kept":
      "В {column} {count} {count|денежная сумма|денежные суммы|денежных сумм}, например {value} в строке {line}, и столбец остаётся текстом: по буквам $12 идёт раньше $5. Пишите просто числа, а валюту — в имени столбца.",
    "times-kept":
      "{column}: похоже на время, например {value} в строке {line}, и столбец остаётся текстом ({count} {count|значение|значения|значений}): по буквам 9:05 идёт после 12:30. Чтобы считать, пишите минуты или часы числом.",
    "dates-kept":
      "В {column} {count} {count|дата|даты|дат}, например {value} в строке {line}; столбец остаётся текстом и упорядочивается по буквам, а не по времени. Пишите год первым: 2023-02-01.",
    "date-odd":
      "{value} в строке {line}, столбец {column}, — не дата; остальные {dates} {dates|значение — дата|значения — даты|значений — даты}. Исправьте или впишите среди слов для пропусков.",
    "dates-odd":
      "{value} в строке {line} — не дата (ещё таких ячеек в {column}: {more}); остальные {dates} {dates|значение — дата|значения — даты|значений — даты}. Исправьте или впишите среди слов для пропусков.",
    infinite:
      "В {column} {count} {count|бесконечное значение|бесконечных значения|бесконечных значений}, например {value} в строке {line}. Графики и модели такие строки не берут, суммы и средние бесконечны. Если это значит, что измерения не было, отфильтруйте их или пишите NA в исходном файле.",
    "too-long":
      "В {column} {count} {count|целое число|целых числа|целых чисел}, например {value} в строке {line}, и столько цифр в числе не сохранить; столбец остаётся текстом, буква в букву.",
    thousands:
      "В {column} числа с разделёнными тысячами, например {value} в строке {line}; они остаются текстом. Чтобы были числа, выберите разделитель тысяч.",
    "comma-unclear":
      "В {column} {count} {count|число|числа|чисел} с запятой, например {value} в строке {line}: она может отделять и тысячи, и дробную часть; они остаются текстом. Исправьте ячейки с другими знаками или выберите знаки.",
    exponents:
      "В {column} значения вроде {value} в строке {line}: это имена (лунок, клонов) или числа. Они остаются текстом. Если это числа, пишите {number}.",
    "exponents-taken":
      "В {column} стоит {value} в строке {line}: среди чисел оно взято как число {number} (таких ячеек: {count}). Если это имя, поставьте перед ним букву в исходном файле.",
    "long-text":
      'Текст в кавычках, который начинается в строке {line}, занимает {lines} {lines|строку|строки|строк} и содержит разделитель полей. Если кавычка случайная (5" конец), строки таблицы потеряны: уберите её или удвойте.',
    "long-texts":
      'Текст в кавычках, который начинается в строке {line}, занимает {lines} {lines|строку|строки|строк} и содержит разделитель полей; таких ещё {more}. Если кавычка случайная (5" конец), строки таблицы потеряны: уберите её или удвойте.',
    "says-delimiter": "Первая строка говорит, что поля разделяет {delimiter}; за имена столбцов она не принята.",
    "annotation-columns":
      "{columns} {count|описывает|описывают|описывают} строки и {count|не образец|не образцы|не образцы}: {count|он сохранён как сведение|они сохранены как сведения|они сохранены как сведения} о каждой строке. Если это образцы, укажите это.",
    "computed-sum":
      "{columns} — сумма по остальным столбцам, {count|а не образец: столбец сохранён как сведение|а не образцы: столбцы сохранены как сведения|а не образцы: столбцы сохранены как сведения} о каждой строке. Если это {count|образец|образцы|образцы}, укажите это.",
    "computed-mean":
      "{columns} — среднее по остальным столбцам, {count|а не образец: столбец сохранён как сведение|а не образцы: столбцы сохранены как сведения|а не образцы: столбцы сохранены как сведения} о каждой строке. Если это {count|образец|образцы|образцы}, укажите это.",
    "computed-median":
      "{columns} — медиана по остальным столбцам, {count|а не образец: столбец сохранён как сведение|а не образцы: столбцы сохранены как сведения|а не образцы: столбцы сохранены как сведения} о каждой строке. Если это {count|образец|образцы|образцы}, укажите это.",
    "computed-min":
      "{columns} — наименьшее по остальным столбцам, {count|а не образец: столбец сохранён как сведение|а не образцы: столбцы сохранены как сведения|а не образцы: столбцы сохранены как сведения} о каждой строке. Если это {count|образец|образцы|образцы}, укажите это.",
    "computed-max":
      "{columns} — наибольшее по остальным столбцам, {count|а не образец: столбец сохранён как сведение|а не образцы: столбцы сохранены как сведения|а не образцы: столбцы сохранены как сведения} о каждой строке. Если это {count|образец|образцы|образцы}, укажите это.",
    "computed-sd":
      "{columns} — стандартное отклонение по остальным столбцам, {count|а не образец: столбец сохранён как сведение|а не образцы: столбцы сохранены как сведения|а не образцы: столбцы сохранены как сведения} о каждой строке. Если это {count|образец|образцы|образцы}, укажите это.",
    "called-computed":
      "{columns}: судя по {count|имени, столбец вычислен|именам, столбцы вычислены|именам, столбцы вычислены} по другим столбцам, хотя по значениям этого не видно. {count|За образец он не взят и сохранён как сведение|За образцы они не взяты и сохранены как сведения|За образцы они не взяты и сохранены как сведения} о каждой строке. Если это {count|образец|образцы|образцы}, укажите это.",
    "maybe-annotation":
      "{columns}: судя по {count|имени, столбец может описывать строки, а взят за образец|именам, столбцы могут описывать строки, а взяты за образцы|именам, столбцы могут описывать строки, а взяты за образцы}. Если {count|он описывает|они описывают|они описывают} строки, отделите {count|его|их|их}.",
    "unlike-chromosomes":
      "В {column} только целые числа от 1 до 26, в отличие от других образцов: это хромосомы? Столбец взят за образец. Если он описывает строки, отделите его.",
    "unlike-strands":
      "В {column} только 1 и -1, в отличие от других образцов: это цепи ДНК? Столбец взят за образец. Если он описывает строки, отделите его.",
    "unlike-rising":
      "В {column} числа растут от строки к строке, в отличие от других образцов: это координаты или номера строк? Столбец взят за образец. Если он описывает строки, отделите его.",
    "unlike-size":
      "Значения {column} в сто раз больше или меньше, чем у всех остальных образцов, а те похожи друг на друга. Столбец взят за образец. Если он описывает строки, отделите его.",
    "odd-cells":
      "Не {count|число|числа|числа} — {count} {count|ячейка|ячейки|ячеек} в {columns} {columns|образце|образцах|образцах}; они взяты как пропуски. Первые по образцам, со строкой файла: {cells}. Исправьте их или впишите такие слова среди слов для пропусков. Чтобы остался текст, прочитайте файл как таблицу.",
    "text-beside":
      "{columns}: {count|текст, а не образец; столбец сохранён как сведение|текст, а не образцы; столбцы сохранены как сведения|текст, а не образцы; столбцы сохранены как сведения} о каждой строке.",
    "summary-rows":
      "{count} {count|строка|строки|строк} программы подсчёта ({rows}) — не гены, и {count|она не взята|они не взяты|они не взяты}. Чтобы оставить, укажите, что они нужны.",
    "computed-rows":
      "{rows}: {count|значения вычислены по остальным (сумма, среднее и тому подобное), и строка не взята|значения вычислены по остальным (суммы, средние и тому подобное), и строки не взяты|значения вычислены по остальным (суммы, средние и тому подобное), и строки не взяты}. Чтобы оставить, укажите, что они нужны.",
    "summary-rows-of-table":
      "{rows} в первом столбце — от программы подсчёта ({count}), это не гены; в таблице они остаются. Исключите их, прежде чем складывать, или прочитайте файл как матрицу.",
    "rows-below":
      "{count} {count|строка|строки|строк} в конце (начиная со строки файла {line}: {rows}) {count|похожа|похожи|похожи} на итоги или примечания, но {count|входит|входят|входят} в таблицу как остальные: суммы и средние {count|её|их|их} учитывают. Если это не данные, исключите {count|её|их|их}.",
    "sum-in-table":
      "{columns} — сумма остальных числовых столбцов: в таблице это {count|обычный столбец|обычные столбцы|обычные столбцы}, и при сложении столбцов значения будут учтены дважды. Прежде чем складывать, уберите {count|его|их|их} (выбором столбцов).",
    "rows-left-out":
      "Как выбрано, {count|не взята|не взяты|не взято} {count} {count|строка|строки|строк} итогов, примечаний или программы подсчёта (строки файла {lines}).",
  },
});
