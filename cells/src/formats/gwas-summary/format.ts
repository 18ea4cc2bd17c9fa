// Summary statistics of genome-wide association: a variant a line with its effect and p. There is no one standard: the file is told
// by the names of its columns (programs.ts).

import { defineFormat, type FileHead } from "../../contract/format.ts";
import { wholeLines } from "../parts/intervals/head-rows.ts";
import { placesFormat } from "../parts/intervals/places-format.ts";
import { programOf } from "./programs.ts";
import { words } from "./words.ts";

export const gwasSummary = defineFormat({
  ...placesFormat,
  version: 3,
  name: "gwas-summary",
  endings: [".sumstats", ".assoc", ".ma", ".fastgwa", ".mlma", ".regenie", ".tbl", ".qassoc", ".txt", ".tsv", ".csv"],
  settings: ["delimiter", "ragged", "encoding", "missing", "build"],
  words,
  sniff: (head) => {
    if (head.text === null) return null;
    const names = namesOfHead(head);
    const program = names.length < 4 ? null : programOf(names);
    return program
      ? { confidence: 0.95, why: words.key(program.title === "" ? "why" : "why-program"), params: { program: program.title } }
      : null;
  },
});

/** Names of the columns in small letters, by tabs, commas or blanks. */
function namesOfHead(head: FileHead): readonly string[] {
  const line = wholeLines(head).find((one) => !one.startsWith("##") && one.trim() !== "") ?? "";
  const cells = line.includes("\t") ? line.split("\t") : line.split(",").length > 3 ? line.split(",") : line.trim().split(/\s+/);
  return cells.map(plainName);
}

export const plainName = (name: string): string => name.trim().replaceAll('"', "").replace(/^#/, "").toLowerCase();
