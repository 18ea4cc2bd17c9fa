// MAF: mutations of tumours, one a line, from 1, [start, end]. (GDC MAF Format v1.0.0, "Introduction" and "Protected MAF File
// Structure"; NCI wiki, MAF 2.4.)

import { defineFormat } from "../../contract/format.ts";
import { namesInHead } from "../parts/intervals/named-columns.ts";
import { placesFormat } from "../parts/intervals/places-format.ts";
import { words } from "./words.ts";

export const maf = defineFormat({
  ...placesFormat,
  version: 2,
  name: "maf",
  endings: [".maf", ".txt", ".tsv"],
  // Many columns of texts that repeat.
  memoryPerByte: 1,
  words,
  sniff: (head) => {
    if (head.text === null) return null;
    const names = namesInHead(head)?.map((name) => name.toLowerCase());
    // A matrix may begin with genes by that name, too; mutations have a class or a place.
    if (names?.[0] !== "hugo_symbol" || !["variant_classification", "start_position"].some((name) => names.includes(name)))
      return null;
    const version = /^#version\s+(\S+)/.exec(head.lines.find((line) => line.startsWith("#version")) ?? "")?.[1];
    return { confidence: 0.95, why: words.key("why"), ...(version ? { version } : {}) };
  },
});
