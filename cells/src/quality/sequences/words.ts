// What is said of the rule sequences.

import { defineWords } from "../../messages/define-words.ts";

export const words = defineWords("quality-sequences", {
  en: {
    title: "Sequences",
    does: "Copies (of either strand), unknown letters, codes for several, letters that the alphabet has not, empty sequences, and a share of G and C unlike that of the others",
    "unknown-above": "unknown letters: doubtful above",
    "codes-above": "codes for several: doubtful above",
    "letters-least": "letters at least",
    "gc-beyond": "G and C: doubtful beyond (MAD)",
    "gc-apart": "G and C: least difference",
    "copies-above": "copies: doubtful above",
    "no-sequences": "No column holds sequences.",
    reads: "These are reads: what they are like stands with the cell that loads them.",
    none: "No row has a sequence.",
    outside: "{n} of {all} {all|sequence|sequences} {n|has|have} letters that the alphabet has not (rows {rows}; up to {value})",
    short: "{n} of {all} {all|sequence|sequences} {n|has|have} fewer than {threshold} letters (rows {rows})",
    unknown:
      "{n} of {all} {all|sequence|sequences} {n|has|have} more than {threshold} unknown letters (rows {rows}; up to {value})",
    codes:
      "{n} of {all} {all|sequence|sequences} {n|has|have} more than {threshold} letters that stand for several (rows {rows}; up to {value})",
    composed:
      "{n} {n|sequence has|sequences have} a share of G and C far from the usual {median} (rows {rows}; up to {z} deviations, more than {threshold})",
    copies:
      "{n} {n|sequence equals|sequences equal} an earlier one, {reversed} {reversed|is|are} the other strand of one (rows {rows}; {value}, above {threshold})",
    lengths: "{n} {n|sequence|sequences} with {letters} letters: from {least} to {most}, median {median}, N50 {n50}.",
    gc: "Share of G and C of {n} {n|sequence|sequences} of 100 letters and more: from {low} to {high}, median {middle}.",
  },
  ru: {
    title: "Последовательности",
    does: "Копии (и на другой цепи), неизвестные буквы, коды нескольких букв, буквы не из алфавита, пустые последовательности и доля G и C, непохожая на остальные",
    "unknown-above": "неизвестные буквы: сомнительно выше",
    "codes-above": "коды нескольких: сомнительно выше",
    "letters-least": "букв не меньше",
    "gc-beyond": "G и C: сомнительно дальше (MAD)",
    "gc-apart": "G и C: наименьшее отличие",
    "copies-above": "копии: сомнительно выше",
    "no-sequences": "Ни в одном столбце нет последовательностей.",
    reads: "Это прочтения: какие они, сказано в ячейке, которая их загружает.",
    none: "Ни в одной строке нет последовательности.",
    outside: "Последовательностей с буквами не из алфавита: {n} из {all} (строки {rows}; до {value})",
    short: "Последовательностей короче {threshold} букв: {n} из {all} (строки {rows})",
    unknown: "Последовательностей, где неизвестных букв больше {threshold}: {n} из {all} (строки {rows}; до {value})",
    codes: "Последовательностей, где кодов нескольких букв больше {threshold}: {n} из {all} (строки {rows}; до {value})",
    composed:
      "Последовательностей, где доля G и C далека от обычной {median}: {n} (строки {rows}; до {z} отклонений, больше {threshold})",
    copies: "Последовательностей, равных более ранней: {n}, с другой цепи: {reversed} (строки {rows}; {value}, выше {threshold})",
    lengths: "Последовательностей {n}, букв {letters}: от {least} до {most}, медиана {median}, N50 {n50}.",
    gc: "Доля G и C последовательностей от 100 букв ({n}): от {low} до {high}, медиана {middle}.",
  },
});
