// Gene sets, a line a set: name, description, genes, with tabs between them (GSEA-MSigDB documentation, Data formats: GMT).

import { defineFormat, type FileHead } from "../../contract/format.ts";
import { words as loadWords } from "../parts/words.ts";
import { hasWeight } from "./weights.ts";
import { words } from "./words.ts";

/** As libraries of Enrichr: no description, and behind each gene its weight (TP53,1.0). */
const isWeighted = ([, second = "", ...genes]: readonly string[]): boolean =>
  second.trim() === "" &&
  genes.every((gene) => gene.trim() === "" || (/^[A-Za-z][\w.@/:-]*,\d/.test(gene.trim()) && hasWeight(gene)));

/** Rows of different lengths: names alone tell a table of three columns from it. */
function isGmt({ lines, name, text, isWhole }: FileHead): boolean {
  // A file may be two lines: its last counts, too.
  const seen = isWhole && text !== null ? text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "") : lines;
  const rows = seen.slice(0, 50).map((line) => line.split("\t"));
  const full = rows.filter((row) => row.length >= 3);
  if (full.length === 0) return false;
  // Of this ending there is nothing else: what stands in its cells is for whoever reads it to say.
  if (name.endsWith(".gmt")) return true;
  if (full.every(isWeighted) && full.some((row) => row.length > 3)) return true;
  const isGene = (cell: string): boolean => /^[\w.@/:-]*$/.test(cell.trim());
  if (!full.every((row) => row.slice(2).every(isGene))) return false;
  const isLink = ({ 1: second = "" }: readonly string[]): boolean => /^(?:https?:|>|na$)/i.test(second);
  const differs = new Set(rows.map((row) => row.length)).size > 1;
  const saysWhat = full.every((row) => isLink(row) || (row[1] ?? "").includes(" "));
  const areNumbers = full.some((row) => row.slice(2).some((cell) => /^-?\d+(?:\.\d+)?$/.test(cell)));
  const areAll = rows.every((row) => row.length >= 3 || (row.length === 2 && isLink(row)));
  return areAll && differs && rows.length > 1 && saysWhat && (!areNumbers || full.every(isLink));
}

export const gmt = defineFormat({
  name: "gmt",
  version: 2,
  endings: [".gmt"],
  isText: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["table"],
  settings: [],
  memoryPerByte: 12,
  words,
  sniff: (head) => (isGmt(head) ? { confidence: 0.95, why: loadWords.key("why-content") } : null),
});
