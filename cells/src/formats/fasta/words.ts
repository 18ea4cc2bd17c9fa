// What is said of the format fasta.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-fasta", {
  en: {
    title: "FASTA (sequences)",
    "why-bases": "Titles that begin with “>” (the first: “{first}”), and nothing but letters of bases between them.",
    "why-letters": "Titles that begin with “>” (the first: “{first}”), and nothing but letters of amino acids between them.",
    "why-name": "A title that begins with “>” (“{first}”), in a file that is called FASTA.",
    headless:
      "Line {line} of {name} holds “{found}” before the first title. A sequence of FASTA stands under a line that begins with “>”: write such a line above it.",
    large:
      "{name} holds more than {mb} MB of sequences, which is too much for one table. Load its first records only, or take out those that you need (samtools faidx, seqkit grep).",
    comments: "Lines that begin with “;” ({count}, the first is line {line}) are comments of old files: passed over.",
    "rule-headless": "a title (>) before the first sequence",
    "rule-comment": "no lines that begin with “;”, which most programs do not know",
    "rule-blank-line": "no empty line within a record",
    "rule-no-sequence": "a sequence under each title",
    "rule-letter": "letters of bases or amino acids, gaps (-) and stops (*)",
    "rule-blanks": "no blanks among letters",
    "rule-no-id": "a name behind “>”",
    "rule-id-twice": "a name of its own for each sequence",
    "rule-t-and-u": "T or U in one sequence, not both",
    "rule-line-lengths": "lines of one length within a record, but for the last (an index needs it)",
    "rule-line-long": "lines of at most 80 letters",
  },
  ru: {
    title: "FASTA (последовательности)",
    "why-bases": "Заголовки с «>» (первый: «{first}»), между ними только буквы оснований.",
    "why-letters": "Заголовки с «>» (первый: «{first}»), между ними только буквы аминокислот.",
    "why-name": "Заголовок с «>» («{first}») в файле, который назван FASTA.",
    headless:
      "В строке {line} файла {name} до первого заголовка стоит «{found}». Последовательность FASTA идёт под строкой, которая начинается с «>»: добавьте такую строку над ней.",
    large:
      "В {name} больше {mb} МБ последовательностей, для одной таблицы это слишком много. Загрузите только первые записи или выберите нужные (samtools faidx, seqkit grep).",
    comments: "Строки, начинающиеся с «;» (их {count}, первая — строка {line}), — примечания старых файлов: они пропущены.",
    "rule-headless": "заголовок (>) перед первой последовательностью",
    "rule-comment": "без строк, начинающихся с «;»: большинство программ их не знает",
    "rule-blank-line": "без пустых строк внутри записи",
    "rule-no-sequence": "последовательность под каждым заголовком",
    "rule-letter": "буквы оснований или аминокислот, пропуски (-) и стопы (*)",
    "rule-blanks": "без пробелов между буквами",
    "rule-no-id": "имя за «>»",
    "rule-id-twice": "своё имя у каждой последовательности",
    "rule-t-and-u": "в одной последовательности T или U, не вместе",
    "rule-line-lengths": "строки одной длины внутри записи, кроме последней (это нужно индексу)",
    "rule-line-long": "строки не длиннее 80 букв",
  },
});
