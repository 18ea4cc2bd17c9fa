// What is said of the format fasta.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-fasta", {
  en: {
    title: "FASTA (sequences)",
    "why-bases": "Titles that begin with “>” (the first: “{first}”), and nothing but letters of bases between them.",
    "why-letters": "Titles that begin with “>” (the first: “{first}”), and nothing but letters of amino acids between them.",
    headless:
      "Line {line} of {name} holds “{found}” before the first title. A sequence of FASTA stands under a line that begins with “>”: write such a line above it.",
    large:
      "{name} holds more than {mb} MB of sequences, which is too much for one table. Load its first records only, or take out those that you need (samtools faidx, seqkit grep).",
    comments: "Lines that begin with “;” ({count}, the first is line {line}) are comments of old files: passed over.",
  },
  ru: {
    title: "FASTA (последовательности)",
    "why-bases": "Заголовки с «>» (первый: «{first}»), между ними только буквы оснований.",
    "why-letters": "Заголовки с «>» (первый: «{first}»), между ними только буквы аминокислот.",
    headless:
      "В строке {line} файла {name} до первого заголовка стоит «{found}». Последовательность FASTA идёт под строкой, которая начинается с «>»: добавьте такую строку над ней.",
    large:
      "В {name} больше {mb} МБ последовательностей, для одной таблицы это слишком много. Загрузите только первые записи или выберите нужные (samtools faidx, seqkit grep).",
    comments: "Строки, начинающиеся с «;» (их {count}, первая — строка {line}), — примечания старых файлов: они пропущены.",
  },
});
