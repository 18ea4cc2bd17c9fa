// Genotypes as they are counted: 0, 1 or 2 copies of two, or none. An imputed dosage is a genotype where it is within a tenth of a
// whole number (plink2's --hard-call-threshold); farther off it is known, and no genotype.

import { type Assay, missingByte } from "./artifact.ts";
import { denseData } from "./assay.ts";
import { isSexOrMitochondrion } from "./builds.ts";
import { copiesOfCalls } from "./ploidy.ts";
import { cellString, isMissing } from "./table.ts";

/** A genotype that nobody knows, and one that is known and counts in nothing that takes two copies: of one copy, or between two. */
export const noCall = -1;
export const notDiploid = -2;

/** Half of one copy, and rounding of float32. */
const hardCall = 0.1 + 1e-6;

/** Sites x samples, row-major: 0, 1 or 2 copies, `noCall` or `notDiploid`. */
export function genotypeCalls(assay: Assay): Int8Array {
  const { values } = assay;
  const data = values.layout === "bytes" ? values.data : denseData(assay);
  const copies = copiesOfCalls(assay);
  const calls = new Int8Array(data.length);
  if (values.layout === "bytes" && !copies) {
    // What most files hold, in a sixth of the time.
    const { data: bytes } = values;
    for (let at = 0; at < bytes.length; at++) {
      const value = bytes[at] as number;
      calls[at] = value >= 0 && value <= 2 ? value : value === missingByte ? noCall : notDiploid;
    }
    return calls;
  }
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

/** The same of some sites where males have one copy: one of the other allele is 2, as PLINK reads a single letter. */
export function callsOfOneOrTwo(assay: Assay, sites: readonly number[]): Int8Array {
  const { values, sampleCount } = assay;
  const data = values.layout === "bytes" ? values.data : denseData(assay);
  const copies = copiesOfCalls(assay);
  const calls = new Int8Array(sites.length * sampleCount).fill(noCall);
  sites.forEach((site, nth) => {
    for (let sample = 0, at = site * sampleCount, to = nth * sampleCount; sample < sampleCount; sample++, at++, to++) {
      const value = data[at] as number;
      if (value !== value || (values.layout === "bytes" && value === missingByte)) continue;
      const isOne = copies?.[at] === 1;
      const call = Math.round(value) * (isOne ? 2 : 1);
      const isCall = Math.abs(value - Math.round(value)) <= hardCall && (isOne || !copies || copies[at] === 2);
      calls[to] = isCall && call >= 0 && call <= 2 ? call : notDiploid;
    }
  });
  return calls;
}

/** Of each site 1, but 0 on sex chromosomes and in mitochondria. Without a column of chromosomes all are taken to be autosomal. */
export function autosomalSites({ features, featureCount }: Assay): Uint8Array {
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
