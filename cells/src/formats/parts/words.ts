// Messages of loading: what a file is, what keeps it from being read, what was done on the way.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("load", {
  en: {
    "words-empty": "loads a file",
    words: "loads {file}",
    "words-table": "loads {file} as a table",
    "words-matrix": "loads {file} as a matrix",
    "words-samples": "loads {file}, its samples described by {samples}",
    "words-matrix-samples": "loads {file} as a matrix, its samples described by {samples}",
    "words-table-samples": "loads {file} as a table",
    "progress-reading": "Reading",
    "no-file": "No file yet. Drop one on the page or choose it here.",
    empty: "{name} is empty. Export it again from where it came, and drop it here once more.",
    "header-only":
      "{name} holds a header of {columns} {columns|column|columns} and no rows below it. Check that the export was complete.",
    "widths-by-delimiter":
      "Row {row} of {name} (line {line}) has {found} {found|field|fields} where the header has {expected}, cut at the delimiter that is set. Let the delimiter be found, set another one, or correct that line.",
    "widths-by-skip":
      "Row {row} of {name} (line {line}) has {found} {found|field|fields} where the header has {expected}. It is set how many lines stand above the table: let them be found, set another number, or correct that line.",
    "widths-by-header":
      "Row {row} of {name} (line {line}) has {found} {found|field|fields} where the first row has {expected}. It is set whether the first row names the columns: let it be found, or set how many lines stand above the table, or correct that line.",
    "skip-all":
      "{name}: no table is found below the {skip} {skip|line|lines} that {skip|is|are} set to stand above it. Set fewer, or let them be found.",
    "rows-unequal":
      "Row {row} of {name} (line {line}) has {found} {found|field|fields} where the header has {expected}. Correct that line, or let short rows be filled with missing cells.",
    "row-too-long":
      "Row {row} of {name} (line {line}) has {found} fields where the header has {expected}. Is a text with a delimiter not in quotes? Correct that line, or choose another delimiter.",
    "row-surplus":
      "Row {row} of {name} (line {line}) has {found} fields, the last of them empty, where the others have {expected}: a delimiter is one too many, perhaps in its middle. Correct that line, or let such fields be passed over.",
    "row-names-unclear":
      "The names in line {line} of {name} ({names}, from {first} on) are one less than the fields of the rows ({fields}), of which the last is empty everywhere: either the first column holds names of rows, or a delimiter is missing among the names. Choose whether the first column has no name, or correct that line.",
    "no-table":
      "The lines of {name} have no number of fields in common, so it seems to be no table. Is it the file that you meant? If it is one, choose the delimiter and how many lines stand above the table.",
    "two-tables":
      "Another table begins in line {line} of {name} ({first}). Put each table into a file of its own, or take that line out.",
    "quote-open":
      "The quote that opens on line {line} of {name} is never closed. Close it, or, where quotes are letters of the texts, choose no quotes.",
    "quote-inside":
      "Line {line} of {name}: behind a closing quote stands more text ({behind}). The quote opens on line {opens}. Double the quotes inside of a text, or, where quotes are letters of the texts, choose no quotes.",
    "bgzf-cut":
      "{name} was cut short: it is packed in blocks (bgzip), and the block that ends such a file is missing. Copy or download it again.",
    "encoding-wrong":
      "{name} is not {encoding}: it holds bytes that are none of its letters. Choose another encoding, or let it be found.",
    "not-utf8":
      "Line {line} of {name} holds letters that are not UTF-8 (column {column}), though others are. Choose its encoding, or save the file as UTF-8: in Excel, “CSV UTF-8”.",
    "header-not-utf8":
      "The header of {name} (line {line}) holds letters that are not UTF-8, though others are. Choose its encoding, or save the file as UTF-8: in Excel, “CSV UTF-8”.",
    "line-ends-mixed":
      "Line {line} of {name} holds a line end of another system in its middle: the file mixes CR and LF. Save it again with one kind of line ends (in most editors: LF).",
    "zero-byte":
      "Line {line} of {name} holds a zero byte, which no text has: the file was damaged while it was written or copied. Export or copy it again.",
    utf16: "{name} seems to be UTF-16, and is damaged: some of its bytes are no letters. Copy it again, or save it as UTF-8.",
    binary:
      "{name} is not text: it holds bytes that no table has. If it was packed or renamed, unpack it or give it its own ending again.",
    "gzip-broken": "{name} is damaged or was cut short: its gzip stream does not end as it should. Copy or download it again.",
    "packed-twice": "{name} was packed with gzip twice. Unpack it once (gunzip) and drop what comes out.",
    "packed-again": "{name} is packed with {format} inside of another packing. Unpack it once and drop what comes out.",
    "packed-otherwise":
      "{name} is packed with {format}, which is not unpacked here. Unpack it and drop what comes out, or pack it with gzip, zstd, bzip2, xz or zip.",
    "zip-broken":
      "{name} is a zip archive that was cut short or damaged: its list of files cannot be read. Copy or download it again.",
    "zip-part-broken":
      "{part} in {name} is damaged: what comes out of it is not what was packed. Copy or download the archive again.",
    "zip-many":
      "{name} holds {count} files; at most {most} are looked into. Pack those that belong together into archives of their own.",
    "zip-bomb": "{part} in {name} unpacks to more than a thousand times its size, which no data do. It is not opened.",
    "zip-path": "{part} in {name} names a place outside of the archive. It is not opened; pack the files again.",
    "zip-twice": "{name} holds two files of the name {part}. Pack them again under two names.",
    "zip-encrypted": "{part} in {name} is locked with a password. Unpack the archive with it, and drop the files.",
    "zip-method":
      "{part} in {name} is packed by method {method}, which is not unpacked here. Pack it again as an ordinary zip, or drop the file itself.",
    "zip-large":
      "{part} in {name} is read by place, which is possible up to {mb} MB where it is packed. Drop the files unpacked, or pack them without compression.",
    "zip-empty": "{name} holds no files.",
    "part-missing": "{name} holds no file {part}. It holds: {parts}.",
    "index-alone":
      "{name} is an index without the file that it belongs to. Drop both together, or put both into one folder or zip.",
    cram: "{name} is a CRAM, whose reads are kept as differences from a reference. Make it a BAM with that reference and load it with its index: samtools view -b -T reference.fa -o x.bam {name}, samtools index x.bam.",
    "tar-broken":
      "{name} is a tar archive that was cut or changed: what should begin at byte {byte} is no file of it, or is longer than the archive. Copy or download it again.",
    "tar-many":
      "{name} holds more than {most} files, more than are looked through. Pack what belongs together into archives of its own.",
    "tar-path": "{part} in {name} names a place outside of the archive. It is not opened; pack the files again.",
    "tar-link":
      "{part} in {name} is a link ({to}) and no file; links are not followed. Pack the files themselves (tar -h), or drop them or their folder.",
    "tar-kind": "{part} in {name} is no ordinary file ({kind}). Pack the data alone again, or drop the files or their folder.",
    "tar-large":
      "{name} unpacks to more than {mb} MB, which are held to find files in it. Unpack it (tar -xf) and drop the folder, or pack it as zip or as tar without packing the whole.",
    zip: "{name} holds several files, none of which is loaded as it is, alone or together with others. Unpack it and drop the file that you mean: its own card says more.",
    tie: "{name} may be {format} as well as {other}: nothing in it tells them apart. Choose what it is (format: {format} or format: {other}).",
    "first-line-damaged":
      "{name} is {format} but for line {line}, which holds “{found}” where “{expected}” is expected. Correct that line, or export or copy the file again. As it is, it could only be read as a table or text that means nothing of that.",
    "first-line-lost":
      "{name} is {format} but for line {line}, which is lost: “{expected}” is expected above what stands there. Add that line, or export or copy the file again. As it is, it could only be read as a table or text that means nothing of that.",
    "why-archive": "an archive of several files",
    "collection-open":
      "{name} holds {count} {count|thing|things} that can be read by {count|itself|themselves}; this is {open}. The others: {others}. Choose one as “sheet or file”.",
    markup:
      "{name} holds {format}, as some programs write for Excel, and no table. Open it in Excel or LibreOffice and save it as .xlsx or CSV.",
    "pointer-lfs":
      "{name} is a pointer of Git LFS, a few lines in the place of the file itself. Fetch the file (git lfs pull) and drop that.",
    "pointer-annex":
      "{name} is a pointer of git-annex, a line in the place of the file itself. Fetch the file (git annex get) and drop that.",
    "web-error":
      "{name} is what a server answered in the place of the file: an error. Open it to read the reason, and download the file again.",
    zarr: "{name} is a store of Zarr, which is not read yet. Write it as h5ad: anndata.read_zarr(…).write_h5ad(…), and drop that file.",
    numpy:
      "{name} is an array of NumPy ({format}). Its names are not in it: write it as a table, with pandas.DataFrame(numpy.load(…)).to_csv(…), or as Arrow or Parquet.",
    pickle:
      "{name} is a pickle of Python. Reading one runs what is in it, so none is read here. Open it where it was made, and write a table: .to_csv(…), .to_parquet(…), or .write_h5ad(…).",
    statistics:
      "{name} is a file of {format}. Save it as CSV there, or read it in R (haven::read_…) or Python (pandas.read_…, pyreadstat) and write CSV or Parquet.",
    database: "{name} is a database of {format}. Write the table that you mean: COPY … TO 'x.parquet'.",
    model: "{name} is a model ({format}), and no data. A model that GenomeCraft trained is used in its notebook.",
    program: "{name} is a program, and no data.",
    "tree-xml": "{name} is a tree in phyloXML. Write it as Newick (Bio.Phylo.convert) and drop that.",
    "old-sheet":
      "{name} is a sheet in {format}, which programs wrote for others. Open it in Excel or LibreOffice and save it as .xlsx or CSV.",
    samplesheet:
      "{name} is a sample sheet of a sequencer: several parts, of which [Data] is a table. Save the lines below [Data] as a CSV of their own and drop that.",
    structure: "{name} is the structure of a molecule ({format}), and no table.",
    chain:
      "{name} is a chain file, by which places are moved from one reference build to another (liftOver, CrossMap). Use it there, and drop what comes out.",
    profile: "{name} is a profile or a motif ({format}), and is not loaded. Motifs are loaded in JASPAR and MEME formats.",
    "tool-report":
      "{name} is what a tool reports ({format}): several tables in one file. Save the one that you mean as a file of its own, or use MultiQC's tables (multiqc_data).",
    "no-data":
      "{name} is {format}, a text for people or programs, and no data. If it holds a table, save that as a file of its own; if it is the table that you meant, choose its format.",
    script:
      "{name} is a program text ({format}), and no data. Run it where it belongs and drop what it writes; if it is the table that you meant, choose its format.",
    log: "{name} is a log: what a program said while it ran. Drop what the program wrote; if it is the table that you meant, choose its format.",
    "key-value":
      "{name} holds settings (a name and its value in each line), and no table. If it is the table that you meant, choose its format.",
    "text-inside":
      "{name} ends in {ending} but holds text, and the text is no table. If it should be a workbook, save or download it again; if it is text, rename it to .txt to see what keeps it from being a table.",
    "feather-1":
      "{name} is Feather of version 1, which Arrow gave up in 2020. Write it again: pyarrow.feather.write_feather(pyarrow.feather.read_table(…), …) in Python, arrow::write_feather(arrow::read_feather(…), …) in R.",
    "excel-damaged":
      "{name} is called a workbook of Excel and is damaged: no sheets are found in it. Open it in Excel or LibreOffice, which may repair it, save it again and drop that; or copy or download it once more.",
    "excel-encrypted": "{name} is protected by a password. Save a copy without one (File, Info, Protect Workbook) and drop that.",
    "excel-unreadable":
      "{name} cannot be read as a workbook: {detail}. Open it in the program that it is of, save it again, or save it as CSV.",
    "formulas-without-value":
      "{count} {count|cell|cells} of the sheet {sheet} in {name} {count|holds a formula whose value is|hold formulas whose values are} not stored ({cells}): the program that wrote the file does not calculate. Open it in Excel or LibreOffice, save it, and drop that file.",
    "sheet-missing": "{name} has no sheet {sheet}. It has: {sheets}. Choose one of them.",
    "sheet-row-twice":
      "Row {line} stands more than once in the sheet {sheet} of {name}: which one is meant cannot be told. Open it in Excel or LibreOffice, which may repair it, save it, and drop that file.",
    "sheet-empty": "The sheet {sheet} of {name} is empty. Its sheets: {sheets}. Choose another one.",
    "sheet-unpacked":
      "The sheet {sheet} of {name} is {mb} MB when it is unpacked, and at most {most} MB of a sheet are read. Save the sheet as CSV in Excel and drop that, or leave only what you need in it.",
    "sheet-broken":
      "The workbook {name} lists a sheet {sheet}, and what it holds is missing or damaged. Open it in Excel, save it again, and drop that; or save the sheet as CSV.",
    "sheet-large":
      "The sheet {sheet} of {name} is filled up to the cell {cell}: that is {fields} fields, rows times columns, and at most {most} are read. Where a cell far out is filled by mistake, delete its row and column in Excel, save, and drop the file again; else save the sheet as CSV.",
    "json-line": "Line {line} of {name} is not a JSON object: {detail}. Each line must be one object.",
    "json-key-twice":
      "Line {line} of {name} names {key} twice in one object: two values, of which only one can be kept. Give each a name of its own, or make a list of them.",
    "json-hollow":
      "The {rows} objects of {name} share hardly any of their {columns} keys: of the cells of a table of them fewer than one in a hundred would hold anything. Write a row of key and value for each, or an object with the same keys in every one.",
    "json-nested":
      "Line {line} of {name} nests deeper than {most} levels, which is more than is read. Flatten its values, or leave out the field that holds them.",
    "no-engine": "{name} is {format}, and this kernel has no engine that reads it. Run genomecraft doctor there to see why.",
    "not-loaded-yet":
      "{name} is recognised as {format}, which GenomeCraft does not load yet. Export a table from it as CSV, TSV, Excel or Parquet.",
    "other-format": "{name} is to be read as {format}, and cannot be: it is {found}. Choose that, or let the format be found.",
    "log-settings-unused": "{settings}: not a setting of {format} files, so it changes nothing.",
    "file-too-large": "{name} is larger than 1 GB, and {format} files are read whole. Export it as CSV (also gzip) or split it.",
    "too-many-columns":
      "{name} has {columns} columns, and a table has at most {most}. Where all of them but the first are numbers, load it as a matrix; else turn it round, so that rows become columns, or leave out what you do not need.",
    "column-too-large": "One column of {name} holds more than 1 GB of different texts. Take that column out, or split the file.",
    "matrix-too-large": "A matrix with {columns} columns of {name} would need more than 8 GB. Split the file, or leave rows out.",
    "matrix-no-numbers": "{name} has no numeric columns beside its first, so it is no matrix. Read it as a table.",
    "duplicate-names":
      "{count} {noun} {count|name stands|names stand} in more than one row of {name}: {names}, by line. Make them unique in the file, let GenomeCraft number them, or read the file as a table.",
    "duplicate-columns":
      "{count} {noun} {count|name stands|names stand} over more than one column of {name}: {names}, by column. Make them unique in the file, let GenomeCraft number them, or read the file as a table.",
    "names-missing":
      "{count} {count|row or column|rows or columns} of {name} {count|has|have} no {noun} name (first: {where}). Name them in the file, or let GenomeCraft number them.",
    "samples-none":
      "No sample of {name} is in the sample sheet. The file begins with {inFile}; the sheet with {inSheet} (columns {columns}). Check that both use the same names.",
    "samples-almost":
      "No sample of {name} is written as in the sample sheet, though they look alike (in the file / in the column {column} of the sheet): {pairs}. Write them in one way in both files.",
    "log-samples": "{matched} of {of} samples match on {column}.",
    "log-only-file": "{count} {count|sample is|samples are} in the file only and left out: {names}.",
    "log-only-sheet": "{count} {count|sample is|samples are} in the sample sheet only: {names}.",
    "log-rounded":
      "{count} whole {count|number|numbers} above 16 777 216 lost last digits: a matrix keeps 32-bit numbers. Read it as a table to keep them.",
    "log-too-close":
      "In {count} {count|feature|features} ({names}{more}) the values lie so close together for their size that a matrix, which keeps about seven digits, tells them apart badly. Subtract a constant first, or read the file as a table, which keeps all digits.",
    "infinite-in-matrix":
      "{count} {count|value|values} of the matrix {count|is|are} infinite, the first {value} ({feature}, {sample}). No sum, mean or count per million of such a gene or sample exists. If {count|it means|they mean} that nothing was measured, write NA in the source.",
    "log-comments": "{count} {count|line|lines} of comment (#) before the header were passed over.",
    "log-sheet": "Read sheet {sheet} of: {sheets}.",
    "log-dates-of":
      "{count} {count|cell looks|cells look} like names that Excel turned into dates, by row: {cells}. They may have been: {genes}. Format that column as text in the source, write the names again, and export.",
    "log-dates":
      "{count} {count|cell looks|cells look} like names that Excel turned into dates, by row: {cells}. Format that column as text in the source and export again.",
    "why-signature": "The file begins as files of this format do.",
    "why-content": "Its first lines are those of this format.",
    "why-columns": "Delimited text: its first lines have the same number of fields.",
    "why-most-columns": "Delimited text: most of its first lines have the same number of fields.",
    "why-name": "Told by its name; nothing in it contradicts.",
    "why-no-columns": "Its lines have no common delimiter.",
    "why-declared": "Matrix: the format says so.",
    "why-identifiers": "Matrix: the first column holds unique identifiers and all others are numeric.",
    "why-header-matches": "The header matches the sample sheet.",
    "why-rows-match": "The first column matches the sample sheet.",
    "why-many-numeric": "{columns} numeric columns.",
    "why-counts": "{columns} columns and {rows} rows of whole numbers.",
    "why-one-column": "Table: there is nothing beside the first column.",
    "why-no-identifiers": "A table and not a matrix: the first column does not name the rows.",
    "why-text-columns": "Table: {columns} {columns|column|columns} beside the first {columns|holds|hold} text.",
    "why-few-numbers":
      "A table and not a matrix: {columns} numeric {columns|column|columns} and {rows} {rows|row|rows} are too few to be samples and features.",
    "side-columns-by-names":
      "Samples are the columns ({samples} …) and features the rows ({features} …), as their names look. If it is the other way round, choose that samples are in rows.",
    "side-rows-by-names":
      "Samples are the rows ({samples} …) and features the columns ({features} …), as their names look. If it is the other way round, choose that samples are in columns.",
    "small-matrix":
      "Read as a table: {columns} columns of numbers ({names} …) and {rows} rows are few for samples and genes. If that is what they are, a matrix can be normalised, reduced and paired with a sheet of samples.",
    "side-columns-by-size":
      "Names do not tell which side holds the samples: the shorter one is taken, the columns ({samples} …). If the rows ({features} …) are the samples, choose that samples are in rows.",
    "side-rows-by-size":
      "Names do not tell which side holds the samples: the shorter one is taken, the rows ({samples} …). If the columns ({features} …) are the samples, choose that samples are in columns.",
    "why-repeated-identifiers": "Table: the first column has {distinct} different values in {rows} rows.",
    "issue-lines": "No delimiter divides its lines alike: each line is a row.",
    "issue-excel-date-of":
      "{shown}: a name that Excel turned into a date? It may have been {genes}. Format the column as text in the source, write the name again, and export.",
    "issue-excel-date":
      "{shown}: a name that Excel turned into a date? Format the column as text in the source and export again.",
    "issue-excel-numbers-as-dates":
      "{column} has {count} {count|cell|cells} with a date format that {count|holds a number|hold numbers}, such as {value}; {count|it is|they are} read as {count|a number|numbers}. If they are dates, correct those that are none.",
    "issue-excel-no-date":
      "{column} has {count} {count|cell|cells} with a date format that {count|is no date|are no dates}, such as {value}; {count|it stays the number that it is|they stay the numbers that they are}. Correct them in the sheet, or leave them empty.",
    "issue-excel-leap-day":
      "{column} has {count} {count|cell|cells} with the day 1900-02-29, which never was: Excel takes 1900 for a leap year. Correct the date in the sheet.",
    "issue-repeated-column": "The column name {name} stands more than once (columns {columns}); the later ones get a number.",
    "issue-decimal-comma":
      "{column} holds numbers with a decimal comma, such as {value}; they stay text, for other cells of the column are none, or other columns have a decimal point. To have numbers, correct those cells, or choose the decimal comma.",
    "issue-too-large":
      "{column} holds {value}, which is too large for a number; the column stays text. Correct that cell, or leave it empty.",
    "issue-leading-zeros": "{column} looks like numbers with leading zeros; kept as text, letter for letter.",
    "issue-repeated-identifiers":
      "{count} {count|name stands|names stand} in more than one row ({names}). Make them unique in the file; or choose to have them numbered, or to read the file as a table.",
    "issue-empty-column": "{column} is empty.",
    "issue-ending":
      "{name} ends in {ending}, but what is in it is {format}; it is read as that. Rename it, so that others are not misled.",
    "issue-part": "Only the beginning was looked at.",
  },
  ru: {
    "words-empty": "загружает файл",
    words: "загружает {file}",
    "words-table": "загружает {file} как таблицу",
    "words-matrix": "загружает {file} как матрицу",
    "words-samples": "загружает {file}, образцы описаны в {samples}",
    "words-matrix-samples": "загружает {file} как матрицу, образцы описаны в {samples}",
    "words-table-samples": "загружает {file} как таблицу",
    "progress-reading": "Чтение",
    "no-file": "Файла пока нет. Перетащите его на страницу или выберите здесь.",
    empty: "{name} пуст. Экспортируйте его заново и перетащите сюда ещё раз.",
    "header-only":
      "В {name} есть заголовок из {columns} {columns|столбца|столбцов|столбцов}, а строк под ним нет. Проверьте, что экспорт завершился.",
    "widths-by-delimiter":
      "В строке данных {row} файла {name} (строка файла {line}) {found} {found|поле|поля|полей}, а в заголовке {expected}: так делит заданный разделитель. Пусть он определится сам, или задайте другой, или исправьте эту строку.",
    "widths-by-skip":
      "В строке данных {row} файла {name} (строка файла {line}) {found} {found|поле|поля|полей}, а в заголовке {expected}. Число строк над таблицей задано: пусть оно определится само, или задайте другое, или исправьте эту строку.",
    "widths-by-header":
      "В строке данных {row} файла {name} (строка файла {line}) {found} {found|поле|поля|полей}, а в первой строке {expected}. Задано, есть ли в первой строке имена столбцов: пусть это определится само, или укажите, сколько строк стоит над таблицей, или исправьте эту строку.",
    "skip-all":
      "{name}: под {skip} {skip|строкой|строками|строками}, которые заданы как стоящие над таблицей, таблицы нет. Задайте меньше, или пусть их число определится само.",
    "rows-unequal":
      "В строке данных {row} файла {name} (строка файла {line}) {found} {found|поле|поля|полей}, а в заголовке {expected}. Исправьте её или разрешите дополнять короткие строки пропусками.",
    "row-too-long":
      "В строке данных {row} файла {name} (строка файла {line}) {found} {found|поле|поля|полей}, а в заголовке {expected}. Возможно, текст с разделителем не взят в кавычки. Исправьте строку или выберите другой разделитель.",
    "row-surplus":
      "В строке данных {row} файла {name} (строка файла {line}) {found} {found|поле|поля|полей}, последние пусты, а в остальных {expected}: где-то, возможно в середине, лишний разделитель. Исправьте её или разрешите не читать лишние пустые поля.",
    "row-names-unclear":
      "Имён в строке {line} файла {name} ({names}, начиная с {first}) на одно меньше, чем полей в строках ({fields}), и последнее поле везде пусто: либо в первом столбце имена строк, либо среди имён не хватает разделителя. Выберите, есть ли имя у первого столбца, или исправьте эту строку.",
    "no-table":
      "В строках {name} разное число полей: похоже, это не таблица. Тот ли это файл? Если таблица, выберите разделитель и сколько строк стоит над ней.",
    "two-tables":
      "В строке {line} файла {name} начинается другая таблица ({first}). Разнесите таблицы по разным файлам или уберите эту строку.",
    "quote-open":
      "Кавычка, открытая в строке {line} файла {name}, не закрыта. Закройте её или, если кавычки — часть текста, выберите «без кавычек».",
    "quote-inside":
      "Строка {line} файла {name}: за закрывающей кавычкой стоит ещё текст ({behind}). Кавычка открыта в строке {opens}. Удвойте кавычки внутри текста или, если кавычки — часть текста, выберите «без кавычек».",
    "bgzf-cut":
      "{name} обрезан: он упакован блоками (bgzip), а блока, которым такой файл кончается, нет. Скопируйте или скачайте его заново.",
    "encoding-wrong":
      "{name} — не {encoding}: в нём есть байты, которым там не соответствуют буквы. Выберите другую кодировку или позвольте её найти.",
    "not-utf8":
      "В строке {line} файла {name} есть символы не в UTF-8 (столбец {column}), хотя другие — в UTF-8. Выберите кодировку или сохраните файл в UTF-8: в Excel — «CSV UTF-8».",
    "header-not-utf8":
      "В заголовке {name} (строка {line}) есть символы не в UTF-8, хотя другие — в UTF-8. Выберите кодировку или сохраните файл в UTF-8: в Excel — «CSV UTF-8».",
    "line-ends-mixed":
      "В середине строки {line} файла {name} стоит конец строки другой системы: в файле смешаны CR и LF. Сохраните его с одним видом концов строк (в большинстве редакторов — LF).",
    "zero-byte":
      "В строке {line} файла {name} есть нулевой байт, какого в тексте не бывает: файл повреждён при записи или копировании. Экспортируйте или скопируйте его заново.",
    utf16: "{name}, похоже, в UTF-16 и повреждён: часть байтов — не буквы. Скопируйте его заново или сохраните в UTF-8.",
    binary:
      "{name} — не текст: в нём есть байты, каких в таблице не бывает. Если файл упакован или переименован, распакуйте его или верните прежнее расширение.",
    "gzip-broken":
      "{name} повреждён или обрезан: поток gzip заканчивается не так, как должен. Скопируйте или скачайте файл заново.",
    "packed-twice": "{name} упакован gzip дважды. Распакуйте его один раз (gunzip) и перетащите то, что получится.",
    "packed-again": "{name} упакован {format} внутри другой упаковки. Распакуйте его один раз и перетащите то, что получится.",
    "packed-otherwise":
      "{name} упакован {format}, здесь это не распаковывается. Распакуйте его и перетащите то, что получится, или упакуйте gzip, zstd, bzip2, xz или zip.",
    "zip-broken":
      "{name} — zip-архив, обрезанный или повреждённый: список его файлов не читается. Скопируйте или скачайте его заново.",
    "zip-part-broken":
      "Файл {part} в {name} повреждён: распаковывается не то, что было упаковано. Скопируйте или скачайте архив заново.",
    "zip-many": "В {name} файлов: {count}; просматривается не больше {most}. Упакуйте связанные файлы в отдельные архивы.",
    "zip-bomb": "{part} в {name} при распаковке вырастает больше чем в тысячу раз: так не бывает с данными. Файл не открыт.",
    "zip-path": "{part} в {name} указывает на место вне архива. Файл не открыт; упакуйте файлы заново.",
    "zip-twice": "В {name} два файла с именем {part}. Упакуйте их заново под разными именами.",
    "zip-encrypted": "{part} в {name} закрыт паролем. Распакуйте архив и перетащите файлы.",
    "zip-method":
      "{part} в {name} упакован методом {method}, который здесь не распаковывается. Упакуйте обычным zip или перетащите сам файл.",
    "zip-large":
      "{part} в {name} читается по частям; упакованный — только до {mb} МБ. Перетащите файлы распакованными или упакуйте без сжатия.",
    "zip-empty": "В {name} нет файлов.",
    "part-missing": "В {name} нет файла {part}. Есть: {parts}.",
    "index-alone":
      "{name} — индекс без файла, которому он принадлежит. Перетащите оба вместе или положите оба в одну папку или zip.",
    cram: "{name} — CRAM, прочтения в нём записаны отличиями от референса. Сделайте из него BAM с этим референсом и загрузите вместе с индексом: samtools view -b -T reference.fa -o x.bam {name}, samtools index x.bam.",
    "tar-broken":
      "{name} — архив tar, обрезанный или изменённый: то, что должно начинаться с байта {byte}, не файл архива или длиннее его. Скопируйте или скачайте его заново.",
    "tar-many": "В {name} больше {most} файлов: столько не просматривается. Упакуйте связанные файлы в отдельные архивы.",
    "tar-path": "{part} в {name} указывает на место вне архива. Файл не открыт; упакуйте файлы заново.",
    "tar-link":
      "{part} в {name} — ссылка ({to}), а не файл; по ссылкам мы не ходим. Упакуйте сами файлы (tar -h) или перетащите их или их папку.",
    "tar-kind": "{part} в {name} — не обычный файл ({kind}). Упакуйте только данные или перетащите файлы или их папку.",
    "tar-large":
      "{name} при распаковке больше {mb} МБ, а чтобы найти в нём файлы, он держится в памяти целиком. Распакуйте его (tar -xf) и перетащите папку либо упакуйте в zip или в tar без общего сжатия.",
    zip: "В {name} несколько файлов, и ни один, отдельно или вместе с другими, не загружается как есть. Распакуйте архив и перетащите нужный файл: о нём скажет его карточка.",
    tie: "{name} может быть и {format}, и {other}: по содержимому их не различить. Выберите, что это (format: {format} или format: {other}).",
    "first-line-damaged":
      "{name} — это {format}, кроме строки {line}: в ней «{found}», а ожидается «{expected}». Исправьте строку, экспортируйте или скопируйте файл заново. Как есть, его можно прочитать только таблицей или текстом без этого смысла.",
    "first-line-lost":
      "{name} — это {format}, но строка {line} потеряна: над тем, что там стоит, ожидается «{expected}». Добавьте её, экспортируйте или скопируйте файл заново. Как есть, его можно прочитать только таблицей или текстом без этого смысла.",
    "why-archive": "архив из нескольких файлов",
    "collection-open":
      "В {name} {count|часть, читаемая отдельно|части, читаемые отдельно|частей, читаемых отдельно}: {count}; открыта {open}. Остальные: {others}. Выберите нужную в поле «лист или файл».",
    markup:
      "В {name} не таблица, а {format}: так некоторые программы пишут для Excel. Откройте его в Excel или LibreOffice и сохраните как .xlsx или CSV.",
    "pointer-lfs":
      "{name} — указатель Git LFS: несколько строк вместо самого файла. Получите файл (git lfs pull) и перетащите его.",
    "pointer-annex": "{name} — указатель git-annex: строка вместо самого файла. Получите файл (git annex get) и перетащите его.",
    "web-error":
      "{name} — ответ сервера вместо файла: сообщение об ошибке. Откройте его, чтобы узнать причину, и скачайте файл заново.",
    zarr: "{name} — хранилище Zarr, оно пока не читается. Запишите его как h5ad: anndata.read_zarr(…).write_h5ad(…), и бросьте тот файл.",
    numpy:
      "{name} — массив NumPy ({format}). Имён в нём нет: запишите его таблицей, pandas.DataFrame(numpy.load(…)).to_csv(…), или как Arrow или Parquet.",
    pickle:
      "{name} — pickle из Python. Чтение такого файла выполняет то, что в нём записано, поэтому здесь они не читаются. Откройте его там, где он создан, и запишите таблицу: .to_csv(…), .to_parquet(…) или .write_h5ad(…).",
    statistics:
      "{name} — файл {format}. Сохраните его там как CSV или прочитайте в R (haven::read_…) или Python (pandas.read_…, pyreadstat) и запишите CSV или Parquet.",
    database: "{name} — база {format}. Запишите нужную таблицу: COPY … TO 'x.parquet'.",
    model: "{name} — модель ({format}), а не данные. Модель, обученная в GenomeCraft, используется в своём блокноте.",
    program: "{name} — программа, а не данные.",
    "tree-xml": "{name} — дерево в phyloXML. Запишите его как Newick (Bio.Phylo.convert) и перетащите результат.",
    "old-sheet":
      "{name} — таблица в формате {format}, которым программы обменивались раньше. Откройте её в Excel или LibreOffice и сохраните как .xlsx или CSV.",
    samplesheet:
      "{name} — лист образцов секвенатора: несколько частей, из которых таблица — [Data]. Сохраните строки под [Data] отдельным CSV и перетащите его.",
    structure: "{name} — структура молекулы ({format}), а не таблица.",
    chain:
      "{name} — файл chain, по которому места переводят из одной сборки генома в другую (liftOver, CrossMap). Примените его там и перетащите результат.",
    profile: "{name} — профиль или мотив ({format}), он не загружается. Мотивы загружаются в форматах JASPAR и MEME.",
    "tool-report":
      "{name} — отчёт программы ({format}): несколько таблиц в одном файле. Сохраните нужную отдельным файлом или возьмите таблицы MultiQC (multiqc_data).",
    "no-data":
      "{name} — {format}, текст для людей или программ, а не данные. Если в нём есть таблица, сохраните её отдельным файлом; если это и есть нужная таблица, выберите её формат.",
    script:
      "{name} — текст программы ({format}), а не данные. Запустите её там, где следует, и перетащите то, что она запишет; если это и есть нужная таблица, выберите её формат.",
    log: "{name} — журнал: то, что программа сообщала при работе. Перетащите то, что она записала; если это и есть нужная таблица, выберите её формат.",
    "key-value":
      "В {name} настройки (в каждой строке имя и значение), а не таблица. Если это всё же нужная таблица, выберите её формат.",
    "text-inside":
      "{name} оканчивается на {ending}, но внутри текст, и таблицы в нём нет. Если это должна быть книга, сохраните или скачайте её заново; если это текст, переименуйте файл в .txt — тогда будет видно, что мешает прочитать таблицу.",
    "feather-1":
      "{name} — Feather версии 1, от которой Arrow отказался в 2020 году. Запишите его заново: pyarrow.feather.write_feather(pyarrow.feather.read_table(…), …) в Python, arrow::write_feather(arrow::read_feather(…), …) в R.",
    "excel-damaged":
      "{name} назван книгой Excel, но повреждён: листов в нём не найдено. Откройте его в Excel или LibreOffice — они могут его восстановить, — сохраните заново и перетащите; или скопируйте либо скачайте его ещё раз.",
    "excel-encrypted": "{name} защищён паролем. Сохраните копию без пароля (Файл, Сведения, Защита книги) и перетащите её.",
    "excel-unreadable":
      "{name} не читается как книга: {detail}. Откройте её в программе, которой она записана, и сохраните заново или как CSV.",
    "formulas-without-value":
      "На листе {sheet} файла {name} {count} {count|ячейка|ячейки|ячеек} с формулами без сохранённых значений ({cells}): программа, записавшая файл, их не вычисляет. Откройте его в Excel или LibreOffice, сохраните и перетащите сохранённый.",
    "sheet-missing": "В {name} нет листа {sheet}. Есть: {sheets}. Выберите один из них.",
    "sheet-row-twice":
      "Строка {line} стоит на листе {sheet} в {name} больше одного раза, и какая из них верна, неизвестно. Откройте файл в Excel или LibreOffice (они могут его исправить), сохраните и перетащите сюда.",
    "sheet-empty": "Лист {sheet} файла {name} пуст. Листы: {sheets}. Выберите другой.",
    "sheet-unpacked":
      "Лист {sheet} файла {name} в распакованном виде занимает {mb} МБ, а читается не больше {most} МБ. Сохраните лист в Excel как CSV и перетащите его или оставьте на листе только нужное.",
    "sheet-broken":
      "В книге {name} указан лист {sheet}, но его содержимое отсутствует или повреждено. Откройте книгу в Excel, сохраните заново и перетащите снова либо сохраните лист как CSV.",
    "sheet-large":
      "Лист {sheet} файла {name} заполнен до ячейки {cell}: это {fields} полей (строки на столбцы), а читается не больше {most}. Если ячейка вдалеке заполнена по ошибке, удалите в Excel её строку и столбец, сохраните и перетащите файл снова; иначе сохраните лист как CSV.",
    "json-line": "Строка {line} файла {name} — не объект JSON: {detail}. В каждой строке должен быть один объект.",
    "json-key-twice":
      "Строка {line} файла {name} дважды называет {key} в одном объекте: два значения, а сохранить можно одно. Дайте каждому своё имя или сделайте из них список.",
    "json-hollow":
      "У объектов файла {name} ({rows}) почти нет общих ключей (всего ключей {columns}): в таблице из них заполнена была бы меньше чем одна ячейка из ста. Запишите каждую пару как строку «ключ, значение» или дайте всем объектам одинаковые ключи.",
    "json-nested":
      "Строка {line} файла {name} вложена глубже {most} уровней, больше не читается. Упростите её значения или уберите поле, в котором они стоят.",
    "no-engine":
      "{name} — это {format}, а на этом сервере вычислений нет движка, который его читает. Запустите там genomecraft doctor.",
    "not-loaded-yet":
      "{name} распознан как {format}; GenomeCraft его пока не загружает. Экспортируйте из него таблицу как CSV, TSV, Excel или Parquet.",
    "other-format":
      "{name} нужно прочитать как {format}, но это невозможно: внутри {found}. Выберите это или не задавайте формат.",
    "log-settings-unused": "{settings}: у файлов {format} такой настройки нет, она ничего не меняет.",
    "file-too-large":
      "{name} больше 1 ГБ, а файлы {format} читаются целиком. Экспортируйте его как CSV (можно gzip) или разделите.",
    "too-many-columns":
      "В {name} столбцов {columns}, а в таблице их не больше {most}. Если все они, кроме первого, — числа, загрузите его как матрицу; иначе поменяйте местами строки и столбцы или уберите лишнее.",
    "column-too-large": "В одном столбце {name} больше 1 ГБ разных текстов. Уберите этот столбец или разделите файл.",
    "matrix-too-large": "Матрице из {columns} столбцов файла {name} нужно больше 8 ГБ. Разделите файл или уберите часть строк.",
    "matrix-no-numbers": "В {name} кроме первого столбца нет числовых, это не матрица. Прочитайте файл как таблицу.",
    "duplicate-names":
      "В {name} {count} {count|имя|имени|имён} ({noun}) {count|стоит|стоят|стоят} больше чем в одной строке: {names}, по строкам файла. Сделайте имена разными, разрешите GenomeCraft их пронумеровать или прочитайте файл как таблицу.",
    "duplicate-columns":
      "В {name} {count} {count|имя|имени|имён} ({noun}) {count|стоит|стоят|стоят} больше чем над одним столбцом: {names}, по столбцам. Сделайте имена разными, разрешите GenomeCraft их пронумеровать или прочитайте файл как таблицу.",
    "names-missing":
      "У {count} {count|строки или столбца|строк или столбцов|строк или столбцов} файла {name} нет имени ({noun}; первые: {where}). Назовите их в файле или разрешите GenomeCraft их пронумеровать.",
    "samples-none":
      "Ни одного образца из {name} нет в таблице образцов. В файле: {inFile}…; в таблице: {inSheet}… (столбцы {columns}). Проверьте, что имена одинаковы.",
    "samples-almost":
      "Образцы в {name} и в таблице образцов похожи, но записаны по-разному (в файле / в столбце {column} таблицы): {pairs}. Запишите их одинаково в обоих файлах.",
    "log-samples": "Совпало {matched} из {of} образцов по столбцу {column}.",
    "log-only-file": "Только в файле, не взяты ({count}): {names}.",
    "log-only-sheet": "Только в таблице образцов ({count}): {names}.",
    "log-rounded":
      "У {count} целых чисел больше 16 777 216 потеряны последние цифры: матрица хранит 32-битные числа. Чтобы сохранить их, прочитайте файл как таблицу.",
    "log-too-close":
      "У признаков ({count}: {names}{more}) значения для своей величины так близки, что матрица, которая хранит около семи цифр, плохо их различает. Сначала вычтите константу или прочитайте файл как таблицу: она хранит все цифры.",
    "infinite-in-matrix":
      "В матрице {count} {count|бесконечное значение|бесконечных значения|бесконечных значений}, первое — {value} ({feature}, {sample}). У такого гена или образца нет ни суммы, ни среднего, ни CPM. Если это значит, что измерения не было, пишите NA в исходном файле.",
    "log-comments": "Пропущено {count} {count|строка|строки|строк} комментария (#) перед заголовком.",
    "log-sheet": "Прочитан лист {sheet} из: {sheets}.",
    "log-dates-of":
      "Похоже, Excel превратил имена в даты ({count}), по строкам: {cells}. Это могли быть: {genes}. Задайте этому столбцу текстовый формат в исходном файле, впишите имена снова и экспортируйте.",
    "log-dates":
      "Похоже, Excel превратил имена в даты ({count}), по строкам: {cells}. Задайте этому столбцу текстовый формат в исходном файле и экспортируйте заново.",
    "why-signature": "Файл начинается как файлы этого формата.",
    "why-content": "Первые строки — как в этом формате.",
    "why-columns": "Текст с разделителями: в первых строках поровну полей.",
    "why-most-columns": "Текст с разделителями: в большинстве первых строк поровну полей.",
    "why-name": "Определено по имени; содержимое не противоречит.",
    "why-no-columns": "У строк нет общего разделителя.",
    "why-declared": "Матрица: так говорит сам формат.",
    "why-identifiers": "Матрица: в первом столбце уникальные идентификаторы, остальные числовые.",
    "why-header-matches": "Заголовок совпадает с таблицей образцов.",
    "why-rows-match": "Первый столбец совпадает с таблицей образцов.",
    "why-many-numeric": "Числовых столбцов: {columns}.",
    "why-counts": "{columns} {columns|столбец|столбца|столбцов} и {rows} {rows|строка|строки|строк} целых чисел.",
    "why-one-column": "Таблица: кроме первого столбца ничего нет.",
    "why-no-identifiers": "Таблица, а не матрица: первый столбец не называет строки.",
    "why-text-columns": "Таблица: кроме первого есть столбцы с текстом ({columns}).",
    "why-few-numbers":
      "Таблица, а не матрица: {columns} {columns|числовой столбец|числовых столбца|числовых столбцов} и {rows} {rows|строка|строки|строк} — слишком мало для образцов и признаков.",
    "side-columns-by-names":
      "Судя по именам, образцы — столбцы ({samples} …), а признаки — строки ({features} …). Если наоборот, укажите, что образцы в строках.",
    "side-rows-by-names":
      "Судя по именам, образцы — строки ({samples} …), а признаки — столбцы ({features} …). Если наоборот, укажите, что образцы в столбцах.",
    "small-matrix":
      "Прочитано как таблица: для образцов и генов мало столбцов с числами ({columns}: {names} …) и строк ({rows}). Если это они, то матрицу можно нормализовать, снизить её размерность и связать с описанием образцов.",
    "side-columns-by-size":
      "По именам не понять, где образцы; взята меньшая сторона — столбцы ({samples} …). Если образцы — строки ({features} …), укажите, что образцы в строках.",
    "side-rows-by-size":
      "По именам не понять, где образцы; взята меньшая сторона — строки ({samples} …). Если образцы — столбцы ({features} …), укажите, что образцы в столбцах.",
    "why-repeated-identifiers": "Таблица: в первом столбце {distinct} разных значений на {rows} {rows|строку|строки|строк}.",
    "issue-lines": "Ни один разделитель не делит строки одинаково: каждая строка текста стала строкой таблицы.",
    "issue-excel-date-of":
      "{shown}: имя, которое Excel превратил в дату? Это мог быть {genes}. Задайте столбцу текстовый формат в исходном файле, впишите имя снова и экспортируйте.",
    "issue-excel-date":
      "{shown}: имя, которое Excel превратил в дату? Задайте столбцу текстовый формат в исходном файле и экспортируйте заново.",
    "issue-excel-numbers-as-dates":
      "В столбце {column} {count} {count|ячейка|ячейки|ячеек} в формате даты, но с числами, например {value}; они прочитаны как числа. Если это даты, исправьте те, что датами не являются.",
    "issue-excel-no-date":
      "В столбце {column} {count} {count|ячейка|ячейки|ячеек} в формате даты, но без даты, например {value}; они остались числами. Исправьте их на листе или оставьте пустыми.",
    "issue-excel-leap-day":
      "В столбце {column} {count} {count|ячейка|ячейки|ячеек} с днём 1900-02-29, которого не было: Excel считает 1900 год високосным. Исправьте дату на листе.",
    "issue-repeated-column":
      "Имя столбца {name} встречается больше одного раза (столбцы {columns}); следующим добавляется номер.",
    "issue-decimal-comma":
      "В {column} числа с десятичной запятой, например {value}; они остаются текстом: другие ячейки столбца — не такие числа или в других столбцах стоит десятичная точка. Чтобы были числа, исправьте те ячейки или выберите десятичную запятую.",
    "issue-too-large": "В {column} есть {value} — слишком большое число; столбец остаётся текстом.",
    "issue-leading-zeros": "{column} похож на числа с ведущими нулями; оставлен текстом, буква в букву.",
    "issue-repeated-identifiers":
      "{count} {count|имя встречается|имени встречаются|имён встречаются} больше чем в одной строке ({names}). Сделайте их уникальными в файле; или выберите нумерацию либо чтение как таблицы.",
    "issue-ending":
      "{name} оканчивается на {ending}, но внутри — {format}; так он и читается. Переименуйте его, чтобы не вводить других в заблуждение.",
    "issue-empty-column": "Столбец {column} пуст.",
    "issue-part": "Просмотрено только начало файла.",
  },
});
