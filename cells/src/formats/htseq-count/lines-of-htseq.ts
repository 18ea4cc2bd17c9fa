// What tells the counts of htseq-count: what no gene got stands in its last lines, with two underscores before it. Where the end is
// not seen, two columns of Ensembl ids and whole numbers.

import type { FileHead, Sniffed } from "../../contract/format.ts";
import { words } from "../parts/quantified/words.ts";

export const unassigned = ["__no_feature", "__ambiguous", "__too_low_aQual", "__not_aligned", "__alignment_not_unique"];
const ensembl = /^ENS[A-Z]{0,4}[GTE]\d{11}(?:\.\d+)?$/;
const count = /^\d+$/;

export function sniffHtseq({ text, isWhole, lines }: FileHead): Sniffed | null {
  if (text === null) return null;
  const rows = (isWhole ? text.split(/\r?\n/).filter((line) => line !== "") : lines).map((line) => line.split("\t"));
  const [first] = rows;
  const width = first?.length ?? 0;
  // A name where counts stand: a table with a header, which others read.
  if (!first || width < 2 || !count.test(first.at(-1) ?? "") || !rows.every((row) => row.length === width)) return null;
  if (!rows.every((row) => count.test(row.at(-1) ?? ""))) return null;
  const special = rows.filter(([name]) => unassigned.includes(name ?? ""));
  if (special.length > 0) {
    const params = { program: "htseq-count", rows: special.map(([name]) => name ?? "") };
    return { confidence: 1, why: words.key("why-rows"), params };
  }
  const isPlain = width === 2 && rows.length > 2 && rows.every(([name]) => ensembl.test(name ?? ""));
  return isPlain ? { confidence: 0.9, why: words.key("why-ids"), params: { program: "htseq-count" } } : null;
}
