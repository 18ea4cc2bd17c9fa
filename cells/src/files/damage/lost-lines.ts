// Texts whose first line is not there at all: what follows it tells which it was.

import type { FirstLine } from "./first-line.ts";

/** None, or one. */
export function lostLines(text: string, isWhole: boolean): readonly FirstLine[] {
  const lost = bannerOf(text, isWhole) ?? versionOfGct(text);
  if (lost !== null) return [{ line: 1, found: null, expected: lost, text: `${lost}\n${text}` }];
  const form = headOf(text, isWhole);
  return form ? [{ line: 1, found: null, expected: form.expected, isForm: true, text: `${form.as}\n${text}` }] : [];
}

interface Form {
  readonly expected: string;
  /** A line that has that form. */
  readonly as: string;
}

/** Of formats whose second line is their own as well. */
function headOf(text: string, isWhole: boolean): Form | null {
  const first = text.split(/[\r\n]/, 1)[0] ?? "";
  if (/^\s*begin\s+(?:data|taxa|characters|trees|distances|sets|assumptions)\s*;/i.test(first))
    return { expected: "#NEXUS", as: "#NEXUS" };
  if (/^@(?:SQ|RG|PG)\t/.test(first)) return { expected: "@HD\tVN:…", as: "@HD\tVN:1.6" };
  if (/^DEFINITION {2}\S/.test(first) && /^ACCESSION {3}/m.test(text))
    return { expected: "LOCUS …", as: "LOCUS       lost 1 bp    DNA     linear   UNK 01-JAN-1980" };
  const isAlignment = /^[^\s#]+ +[A-Za-z.*~-]{5,}\s*$/m.test(text);
  if (isAlignment && (/^#=G[FCSR] /m.test(text) || (isWhole && /\n\/\/\s*$/.test(text))))
    return { expected: "# STOCKHOLM 1.0", as: "# STOCKHOLM 1.0" };
  if (isAlignment && /^ {6,}[*:. ]*[*:.][*:. ]*$/m.test(text))
    return { expected: "CLUSTAL …", as: "CLUSTAL multiple sequence alignment\n" };
  return null;
}

const three = /^\s*(\d{1,10})\s+(\d{1,10})\s+(\S+)\s*$/;

/** Sizes and then so many entries within them, as no other three numbers a line are. */
function bannerOf(text: string, isWhole: boolean): string | null {
  const lines = text.split(/\r\n|\n|\r/);
  const at = lines.findIndex((line) => line.trim() !== "" && !line.startsWith("%"));
  const sizes = three.exec(lines[at] ?? "");
  if (!sizes) return null;
  const [rows = 0, columns = 0, entries = 0] = sizes.slice(1).map(Number);
  const below = (isWhole ? lines.slice(at + 1) : lines.slice(at + 1, -1)).filter((line) => line.trim() !== "");
  const isOf = (line: string): boolean => {
    const [, row = 0, column = 0, value] = (three.exec(line) ?? []).map(Number);
    return row >= 1 && row <= rows && column >= 1 && column <= columns && value === value;
  };
  const isCount = isWhole ? below.length === entries : below.length < entries;
  if (below.length < 3 || !isCount || !below.every(isOf)) return null;
  const isInteger = below.every((line) => /\s\d+\s*$/.test(line));
  return `%%MatrixMarket matrix coordinate ${isInteger ? "integer" : "real"} general`;
}

/** Numbers of rows and samples, and then the names of as many columns. */
function versionOfGct(text: string): string | null {
  const [, samples = "", names = ""] = /^\d+\t(\d+)\s*[\r\n]+(Name\tDescription\t[^\r\n]*)/i.exec(text) ?? [];
  return names !== "" && names.trimEnd().split("\t").length === Number(samples) + 2 ? "#1.2" : null;
}
