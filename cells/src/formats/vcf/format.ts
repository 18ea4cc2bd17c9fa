// VCF 4.0-4.5 and gVCF: variants of a reference and the genotypes of samples, as text (samtools.github.io/hts-specs, VCFv4.5).

import { defineFormat, type FileHead, type Sniffed } from "../../contract/format.ts";
import { words } from "./words.ts";

const firstLine = /^##fileformat=VCFv?(\d+(?:\.\d+)?)/i;
const fileformat = /^##\s*fileformat=VCFv?(\d+(?:\.\d+)?)/i;
const names = /^#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO(?:\t|\r?$)/m;
const blankNames = /^#CHROM +POS +ID +REF +ALT +QUAL +FILTER +INFO\b/m;
const meta = /^##(?:INFO|FORMAT|FILTER|contig|ALT)=<ID=/;
/** Lines above the first that are none of a VCF: of comment, or empty. */
const mostBefore = 20;

/** A log that mentions a header holds other lines: each line up to that of the names begins with #. */
function sniff({ text, lines, parts }: FileHead): Sniffed | null {
  if (parts !== null || text === null || lines[0] === undefined) return null;
  if (!lines[0].startsWith("#")) return afterStrayLines(lines);
  const first = firstLine.exec(lines[0])?.[1];
  if (first !== undefined) return { confidence: 1, why: words.key("why-first-line"), params: { version: first }, version: first };
  const end = lines.findIndex((line) => /^#CHROM\b/i.test(line));
  const above = end < 0 ? lines.filter((line, at) => at < lines.length - 1 || line.startsWith("#")) : lines.slice(0, end);
  if (above.some((line) => !line.startsWith("#"))) return null;
  const at = above.findIndex((line) => fileformat.test(line));
  if (at >= 0 && at <= mostBefore) {
    const version = fileformat.exec(above[at] as string)?.[1] ?? "";
    return { confidence: 0.95, why: words.key("why-version"), params: { version }, version };
  }
  if (names.test(text)) return { confidence: 0.95, why: words.key("why-names") };
  if (above.some((line) => meta.test(line)) && (end >= 0 || above.length === lines.length) && (end < 0 || blankNames.test(text)))
    return { confidence: 0.9, why: words.key("why-meta") };
  return null;
}

/** A program's words above a whole header: all lines from the one with the version to that of the names are its own. */
function afterStrayLines(lines: readonly string[]): Sniffed | null {
  const at = lines.slice(0, mostBefore).findIndex((line) => line.startsWith("##"));
  const version = at < 0 ? undefined : firstLine.exec(lines[at] as string)?.[1];
  const end = lines.findIndex((line) => names.test(line));
  const isHeader = version !== undefined && end > at && lines.slice(at, end).every((line) => line.startsWith("##"));
  return isHeader ? { confidence: 0.9, why: words.key("why-version"), params: { version }, version } : null;
}

export const vcf = defineFormat({
  name: "vcf",
  version: 3,
  endings: [".vcf", ".gvcf"],
  isText: true,
  isStreamed: true,
  givesWhole: true,
  yields: ["assay", "table"],
  settings: ["layers", "blocks", "build", "encoding"],
  // A genotype of four letters is a byte; texts of INFO take twice their letters.
  memoryPerByte: 1.5,
  words,
  sniff,
});
