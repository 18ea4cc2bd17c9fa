// genes.tsv of 10x Genomics (before Cell Ranger 3) without its matrix: an Ensembl id and a symbol in each line, without names
// above them; of several genomes, the genome before both. (10x Genomics, Cell Ranger 2: Gene-Barcode Matrices, MEX format.)

import { defineFormat, type FileHead, type Sniffed } from "../../contract/format.ts";
import { words } from "./words.ts";

export const tenxGenes = defineFormat({
  name: "10x-genes",
  // 2: stable ids of Ensembl are called so.
  version: 2,
  endings: [".genes", ".tsv", ".txt"],
  isText: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["table"],
  settings: [],
  memoryPerByte: 8,
  words,
  sniff,
});

const gene = /^(?:\w+_)?ENS[A-Z]*G\d{6,}(?:\.\d+)?$/;

function sniff({ text, lines }: FileHead): Sniffed | null {
  if (text === null || lines.length === 0) return null;
  const rows = lines.map((line) => line.split("\t"));
  // Counts of a program have a number there, maps of other names an id.
  const isSymbol = (symbol: string): boolean => symbol !== "" && !/^-?[\d.]+(?:e[+-]?\d+)?$/i.test(symbol);
  if (!rows.every((row) => row.length === 2 && gene.test(row[0] ?? "") && isSymbol(row[1] ?? ""))) return null;
  const symbols = rows.filter(([, symbol = ""]) => !/^(?:\w+_)?(?:ENS[A-Z]*\d{6,}|N[MRP]_\d)/.test(symbol)).length;
  if (symbols * 2 < rows.length) return null;
  return { confidence: 0.95, why: words.key("why-genes"), params: { first: (lines[0] ?? "").slice(0, 60) }, version: "v2" };
}
