// features.tsv of 10x Genomics without its matrix: id, symbol and type of each feature, and of Cell Ranger ARC its place. (10x
// Genomics, Cell Ranger: Feature-Barcode Matrices, MEX format.)

import { defineFormat, type FileHead, type Sniffed } from "../../contract/format.ts";
import { typesOf10x } from "../parts/matrices/names-of-10x.ts";
import { words } from "./words.ts";

export const tenxFeatures = defineFormat({
  name: "10x-features",
  // 2: stable ids of Ensembl are called so.
  version: 2,
  endings: [".features", ".tsv", ".txt"],
  isText: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["table"],
  settings: [],
  memoryPerByte: 8,
  words,
  sniff,
});

function sniff({ text, lines }: FileHead): Sniffed | null {
  if (text === null || lines.length === 0) return null;
  const rows = lines.map((line) => line.split("\t"));
  const is = rows.every((row) => (row.length === 3 || row.length === 6) && row[0] !== "" && typesOf10x.has(row[2] ?? ""));
  const type = rows[0]?.[2] ?? "";
  return is ? { confidence: 0.95, why: words.key("why-features"), params: { type }, version: "v3" } : null;
}
