// Single calls of a record out of its bytes: copies of an allele by a plain genotype, by probabilities, and how many values there are.

import { nthNumber } from "./layers.ts";

const [tab, comma, dot, slash, colon, bar] = [9, 44, 46, 47, 58, 124];

/** How many values a list has; 0: it is missing. */
export function valuesIn(bytes: Uint8Array, start: number, end: number): number {
  if (start >= end || bytes[start] === dot) return 0;
  let values = 1;
  for (let at = start; at < end; at++) if (bytes[at] === comma) values++;
  return values;
}

/** Copies of an allele in a call of two letters and what stands between them; -1: it is another, or no allele is asked for. */
export function copiesOf(bytes: Uint8Array, at: number, end: number, allele: number, alternatives: number): number {
  const between = bytes[at + 1];
  if ((between !== slash && between !== bar) || allele < 0 || at + 3 > end) return -1;
  const behind = bytes[at + 3];
  const one = (bytes[at] as number) - 48;
  const other = (bytes[at + 2] as number) - 48;
  if (behind !== tab && behind !== colon && at + 3 < end) return -1;
  if (one < 0 || one > alternatives || one > 9 || other < 0 || other > alternatives || other > 9) return -1;
  return (one === allele ? 1 : 0) + (other === allele ? 1 : 0);
}

export function tabsIn(bytes: Uint8Array, from: number, end: number): number {
  let found = 0;
  for (let at = from; at < end; at++) if (bytes[at] === tab) found++;
  return found;
}

/** Copies of an allele by the probabilities of genotypes, in the order of the standard; NaN where they do not add to 1. */
export function expected(bytes: Uint8Array, start: number, end: number, allele: number, alternatives: number): number {
  const alleles = alternatives + 1;
  const values: number[] = [];
  for (let nth = 0; nth <= (alleles * (alleles + 1)) / 2 && values.length < 5000; nth++) {
    const value = nthNumber(bytes, start, end, nth);
    if (Number.isNaN(value)) break;
    values.push(value);
  }
  const sum = values.reduce((all, value) => all + value, 0);
  if (Math.abs(sum - 1) > 0.02) return Number.NaN;
  if (values.length === alleles) return values[allele] ?? Number.NaN;
  if (values.length !== (alleles * (alleles + 1)) / 2) return Number.NaN;
  let dosage = 0;
  for (let high = 0, at = 0; high < alleles; high++)
    for (let low = 0; low <= high; low++, at++)
      dosage += ((high === allele ? 1 : 0) + (low === allele ? 1 : 0)) * (values[at] as number);
  return dosage;
}
