// What is said of the format geo-series-matrix.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-geo-series-matrix", {
  en: {
    title: "GEO series matrix",
    cut: "{name} ends at line {line}, before its table does (!series_matrix_table_end). Download it again.",
    "no-table":
      "{name} has no table of values (!series_matrix_table_begin) and tells of no samples. Download the series matrix again.",
    "fields-differ":
      "Line {line} of {name} has {found} {found|field|fields} where {expected} are expected. Download it again, or correct that line.",
    "no-number": "Line {line} of {name} holds “{found}” under {sample}, which is no number. Correct it, or leave it empty.",
    "samples-differ": "Line {line} of {name} describes {found} samples, and the table has {expected}. Download it again.",
    "no-values":
      "The series has no values in this file (as of sequencing): what is said of its samples is read, as a table. The counts are among the supplementary files of the series.",
    "scale-unsaid":
      "GEO does not say whether the values are logarithms: see what {field} says of the processing, or their range.",
    "several-values": "{keys} {count|stands|stand} several times for a sample: the values stand one behind the other.",
    "log-read": "Series {series}, platform {platform}: {features} features, {samples} samples.",
    "log-read-alone": "{features} features, {samples} samples; the file does not name its series and platform.",
  },
  ru: {
    title: "Матрица серии GEO",
    cut: "{name} заканчивается на строке {line}, раньше конца таблицы (!series_matrix_table_end). Скачайте файл заново.",
    "no-table": "В {name} нет таблицы значений (!series_matrix_table_begin) и ничего об образцах. Скачайте матрицу серии заново.",
    "fields-differ":
      "В строке {line} файла {name} полей {found}, а ожидается {expected}. Скачайте файл заново или исправьте строку.",
    "no-number": "В строке {line} файла {name}, образец {sample}, стоит «{found}» — не число. Исправьте или оставьте пустым.",
    "samples-differ": "Строка {line} файла {name} описывает образцов {found}, а в таблице их {expected}. Скачайте файл заново.",
    "no-values":
      "Значений в файле серии нет (как бывает у секвенирования): прочитано описание образцов, таблицей. Счётчики — в дополнительных файлах серии.",
    "scale-unsaid": "GEO не говорит, логарифмы ли значения: смотрите {field} об обработке или размах чисел.",
    "several-values": "{keys}: у образца {count|это значение|эти значения|эти значения} по нескольку раз, они стоят подряд.",
    "log-read": "Серия {series}, платформа {platform}: признаков {features}, образцов {samples}.",
    "log-read-alone": "Признаков {features}, образцов {samples}; серия и платформа в файле не названы.",
  },
});
