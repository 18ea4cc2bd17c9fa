// Gene sets, a column a set: its name, its description, its genes down the column (GSEA-MSigDB documentation, Data formats: GMX). Its
// content looks as any table, so that its ending alone tells it.

import { defineFormat } from "../../contract/format.ts";
import { words as loadWords } from "../parts/words.ts";
import { words } from "./words.ts";

export const gmx = defineFormat({
  name: "gmx",
  version: 1,
  endings: [".gmx"],
  isText: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["table"],
  settings: [],
  memoryPerByte: 12,
  words,
  sniff: ({ name, text, lines }) =>
    (name.endsWith(".gmx") && lines.length > 1 && (text ?? "").includes("\t")) || isNa(lines)
      ? { confidence: 0.95, why: loadWords.key("why-content") }
      : null,
});

/** A second line of nothing but "na" stands in no other table. */
function isNa(lines: readonly string[]): boolean {
  const second = (lines[1] ?? "").split("\t");
  return lines.length > 1 && second.length > 1 && second.every((cell) => /^\s*na\s*$/.test(cell));
}
