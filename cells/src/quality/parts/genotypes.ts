// Genotypes as rules of quality look at them, and the alleles of their sites.

import type { Assay } from "../../artifacts/artifact.ts";
import { autosomalSites, genotypeCalls } from "../../artifacts/genotype-calls.ts";
import { columnOf } from "../../artifacts/table.ts";
import type { Genotypes } from "../../contract/quality-rule.ts";

export function genotypesOf(assay: Assay): Genotypes | null {
  if (assay.scale !== "dosage") return null;
  let calls: Int8Array | null = null;
  return { calls: () => (calls ??= genotypeCalls(assay)), autosomal: autosomalSites(assay), alleles: allelesOf(assay) };
}

/** VCF: copies of `alt`; PLINK: copies of `a1`, which is either. */
function allelesOf({ features }: Assay): Genotypes["alleles"] {
  for (const [counted, other, countedIs] of [
    ["alt", "ref", "alternative"],
    ["a1", "a2", "either"],
  ] as const) {
    const [one, two] = [columnOf(features, counted), columnOf(features, other)];
    if (one?.type === "text" && two?.type === "text") return { counted: one, other: two, countedIs };
  }
  return null;
}
