// What tells the counts of featureCounts: the names of its first six columns.

import type { FileHead, Sniffed } from "../../contract/format.ts";
import { words } from "../parts/quantified/words.ts";

export const before = ["Geneid", "Chr", "Start", "End", "Strand", "Length"] as const;

export function sniffFeatureCounts({ text }: FileHead): Sniffed | null {
  const found =
    /^\ufeff?(?:#\s*Program:featureCounts\s+v([\d.]+)[^\n]*\r?\n)?(Geneid\tChr\tStart\tEnd\tStrand\tLength\t[^\n]*\S)/.exec(
      text ?? "",
    );
  if (!found) return null;
  const [, version] = found;
  const why = words.key("why-header");
  return { confidence: 1, why, params: { program: "featureCounts", columns: [...before] }, ...(version ? { version } : {}) };
}
