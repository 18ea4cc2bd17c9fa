// barcodes.tsv of 10x Genomics without its matrix: a barcode and the number of its library in each line, and nothing else. (10x
// Genomics, Cell Ranger: Feature-Barcode Matrices, MEX format.)

import { defineFormat, type FileHead, type Sniffed } from "../../contract/format.ts";
import { words } from "./words.ts";

export const tenxBarcodes = defineFormat({
  name: "10x-barcodes",
  version: 1,
  endings: [".barcodes", ".tsv", ".txt"],
  isText: true,
  isStreamed: false,
  givesWhole: true,
  yields: ["table"],
  settings: [],
  memoryPerByte: 8,
  words,
  sniff,
});

const barcode = /^[ACGTN]{8,}-\d{1,4}$/;
/** STARsolo and older programs number no libraries: then the name has to say what such letters are. */
const letters = /^[ACGTN]{8,}$/;
const named = /barcodes?\.(?:tsv|txt|csv)$/;

function sniff({ text, lines, name }: FileHead): Sniffed | null {
  if (text === null || lines.length === 0) return null;
  const is = lines.every((line) => barcode.test(line)) || (named.test(name) && lines.every((line) => letters.test(line)));
  return is ? { confidence: 0.95, why: words.key("why-barcodes"), params: { first: (lines[0] ?? "").slice(0, 60) } } : null;
}
