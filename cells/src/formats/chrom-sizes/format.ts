// chrom.sizes: names of sequences and their lengths, as UCSC's fetchChromSizes and bedtools' -g have them. Any two columns of a
// name and a number look so: names of chromosomes with the lengths of a build, or the name of the file, tell.

import { buildOfContigs, styleOfChromosome } from "../../artifacts/builds.ts";
import { defineFormat, type FileHead, type Sniffed } from "../../contract/format.ts";
import { headRows } from "../parts/intervals/head-rows.ts";
import { placesFormat } from "../parts/intervals/places-format.ts";
import { words } from "./words.ts";

export const chromSizes = defineFormat({
  ...placesFormat,
  name: "chrom-sizes",
  endings: [".sizes", ".genome", ".chromsizes", ".txt"],
  words,
  sniff,
});

function sniff(head: FileHead): Sniffed | null {
  if (head.text === null) return null;
  const { rows, track } = headRows(head);
  if (track || rows.length === 0) return null;
  const isLength = (row: readonly string[]): boolean => row.length === 2 && /^[1-9]\d{0,9}$/.test(row[1] ?? "");
  const fitting = rows.filter(isLength);
  if (fitting.length < rows.length * 0.8 || !isLength(rows[0] ?? [])) return null;
  const names = fitting.map(([name = ""]) => name);
  if (new Set(names).size !== names.length) return null;
  if (/(?:\.|^)(?:chrom[._]?sizes|sizes|genome)$/.test(head.name)) return { confidence: 0.95, why: words.key("why-name") };
  const build = buildOfContigs(fitting.map(([name = "", length]) => ({ name, length: Number(length) })));
  if (build !== null) return { confidence: 0.95, why: words.key("why-lengths") };
  const areChromosomes = names.every((name) => styleOfChromosome(name) === "chr" || styleOfChromosome(name) === "accession");
  return areChromosomes ? { confidence: 0.5, why: words.key("why-names") } : { confidence: 0, why: words.key("why-names") };
}
