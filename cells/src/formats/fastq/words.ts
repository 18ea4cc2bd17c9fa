// What is said of the format fastq.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("format-fastq", {
  en: {
    title: "FASTQ (reads)",
    "why-read": "A title with “@” (“{first}”), bases under it, then a line with “+”: a read.",
    "why-begun": "A title with “@” (“{first}”) and bases under it: a read whose qualities do not follow yet.",
    "rule-title": "the title of a read (@…)",
    "rule-no-sequence": "bases under the title",
    "rule-no-plus": "a line with + behind the bases",
    "rule-plus-title": "nothing behind the +, or the title again",
    "rule-quality-length": "a quality for each base",
    "rule-cut": "a whole read at the end of the file",
    "rule-letter": "letters of bases, without blanks",
    "rule-letter-code": "bases and IUPAC codes for several of them",
    "rule-quality-letter": "letters from ! to ~",
    "rule-no-id": "a name behind the @",
    "rule-blank-line": "no empty lines between reads",
    "rule-wrapped": "sequence and qualities in one line each",
    "rule-no-bases": "reads with bases",
    "rule-encoding": "qualities whose range tells their encoding",
  },
  ru: {
    title: "FASTQ (прочтения)",
    "why-read": "Заголовок с «@» («{first}»), под ним основания, затем строка с «+»: прочтение.",
    "why-begun": "Заголовок с «@» («{first}»), под ним основания: прочтение, качество которого ещё не идёт.",
    "rule-title": "заголовок прочтения (@…)",
    "rule-no-sequence": "основания под заголовком",
    "rule-no-plus": "строка с + за основаниями",
    "rule-plus-title": "за + ничего или тот же заголовок",
    "rule-quality-length": "по значению качества на основание",
    "rule-cut": "целое прочтение в конце файла",
    "rule-letter": "буквы оснований, без пробелов",
    "rule-letter-code": "основания и коды IUPAC для нескольких из них",
    "rule-quality-letter": "буквы от ! до ~",
    "rule-no-id": "имя за @",
    "rule-blank-line": "без пустых строк между прочтениями",
    "rule-wrapped": "последовательность и качество по одной строке",
    "rule-no-bases": "прочтения с основаниями",
    "rule-encoding": "качество, по диапазону которого ясна кодировка",
  },
});
