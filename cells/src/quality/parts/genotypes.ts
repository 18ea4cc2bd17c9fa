// Genotypes as rules of quality count them: 0, 1 or 2 copies of two, or none. An imputed dosage is a genotype where it is within
// a tenth of a whole number (plink2's --hard-call-threshold); farther off it is known, and no genotype.

import { type Assay, missingByte } from "../../artifacts/artifact.ts";
import { isSexOrMitochondrion } from "../../artifacts/builds.ts";
import { denseData } from "../../artifacts/assay.ts";
import { copiesOfCalls } from "../../artifacts/ploidy.ts";
import { cellString, columnOf, isMissing } from "../../artifacts/table.ts";
import { type Genotypes, noCall, notDiploid } from "../../contract/quality-rule.ts";

/** Half of one copy, and rounding of float32. */
const hardCall = 0.1 + 1e-6;

export function genotypesOf(assay: Assay): Genotypes | null {
  if (assay.scale !== "dosage") return null;
  let calls: Int8Array | null = null;
  return { calls: () => (calls ??= callsOf(assay)), autosomal: autosomalSites(assay), alleles: allelesOf(assay) };
}

function callsOf(assay: Assay): Int8Array {
  const { values } = assay;
  const data = values.layout === "bytes" ? values.data : denseData(assay);
  const copies = copiesOfCalls(assay);
  const calls = new Int8Array(data.length);
  for (let at = 0; at < data.length; at++) {
    const value = data[at] as number;
    if (value !== value || (values.layout === "bytes" && value === missingByte)) {
      calls[at] = noCall;
      continue;
    }
    const whole = Math.round(value);
    const isCall = Math.abs(value - whole) <= hardCall && whole >= 0 && whole <= 2;
    calls[at] = isCall && (!copies || copies[at] === 2) ? whole : notDiploid;
  }
  return calls;
}

/** Without a column of chromosomes all are taken to be autosomal. */
function autosomalSites({ features, featureCount }: Assay): Uint8Array {
  const column = features.columns.find(({ semantic }) => semantic === "chromosome");
  const autosomal = new Uint8Array(featureCount).fill(1);
  if (!column) return autosomal;
  const known = new Map<string, 0 | 1>();
  for (let site = 0; site < featureCount; site++) {
    if (isMissing(column, site)) continue;
    const name = cellString(column, site);
    let is = known.get(name);
    if (is === undefined) {
      is = isSexOrMitochondrion(name) ? 0 : 1;
      known.set(name, is);
    }
    autosomal[site] = is;
  }
  return autosomal;
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
