// Position frequency matrices as JASPAR writes them raw ("Raw PFM"): four rows of counts in the order A, C, G, T, with or without a
// title before them.

import { defineFormat, type Sniffed } from "../../contract/format.ts";
import { words } from "./words.ts";

export const jasparPfm = defineFormat({
  name: "jaspar-pfm",
  version: 1,
  endings: [".pfm"],
  isText: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["table"],
  settings: ["encoding"],
  memoryPerByte: 8,
  words,
  sniff: ({ text, isWhole, name }): Sniffed | null => {
    if (text === null) return null;
    const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== "");
    const isTitled = lines[0]?.startsWith(">") ?? false;
    const rows = lines.slice(isTitled ? 1 : 0, isTitled ? 5 : 4).map(numbers);
    const width = rows[0]?.length ?? 0;
    const isCut = !isWhole && lines.length < 6;
    if (width === 0 || rows.some((row) => row === null) || isCut) return null;
    if (isTitled) {
      // HOMER's motifs have a row for each position, and qualities of reads are whole numbers in lines of many lengths.
      const isNext = lines[5] === undefined || lines[5].startsWith(">");
      return rows.length === 4 && isNext && rows.every((row) => row?.length === width)
        ? { confidence: 0.95, why: words.key("why-rows"), params: { width } }
        : null;
    }
    if (lines.length !== 4 || width < 4 || rows.some((row) => row?.length !== width)) return null;
    const sums = Array.from({ length: width }, (_, at) => rows.reduce((sum, row) => sum + (row?.[at] ?? 0), 0));
    const most = sums.reduce((a, b) => Math.max(a, b), 0);
    // Every site has one letter at each position.
    const areEven = most > 0 && sums.every((sum) => sum * 20 >= most * 19);
    return areEven || name.endsWith(".pfm") ? { confidence: 0.95, why: words.key("why-sums"), params: { width } } : null;
  },
});

/** Null: they are not all numbers from 0 up. */
function numbers(line: string): readonly number[] | null {
  const values = line
    .trim()
    .split(/[ \t]+/)
    .map((field) => (/^\d+(?:\.\d+)?$/.test(field) ? Number(field) : Number.NaN));
  return values.some((value) => Number.isNaN(value)) ? null : values;
}
