// Dosages of sites x samples as they are compared between people: less their mean, divided by the spread that a site of that
// frequency has among people who mate at random, sqrt(2 p (1 - p)), p being the frequency of the counted allele; a missing
// genotype is the mean (Patterson, Price and Reich, PLoS Genetics 2:e190, 2006, equations 1-3). What is here makes Z v and Zᵀ v
// of vectors, Z being sites x samples, without ever writing Z down.

import { type MatrixValues, missingByte } from "../artifacts/artifact.ts";

export interface StandardGenotypes {
  readonly samples: number;
  /** Of those that vary: their numbers among all sites. */
  readonly sites: Int32Array;
  readonly missing: number;
  /** Sites whose calls have unlike numbers of copies (X of men and women), which are left out: no one spread is theirs. */
  readonly mixed: number;
  /** Sum of the squares of all of Z. */
  readonly squares: number;
  /** Of each site that varies: its mean dosage, and 1 / sqrt(c p (1 - p)), c copies. */
  readonly mean: Float64Array;
  readonly weight: Float64Array;
  /** Z v: a number for each site. */
  times(vector: Float64Array): Float64Array;
  /** Zᵀ w: a number for each sample. */
  timesBack(vector: Float64Array): Float64Array;
}

/** Four genotypes of 0, 1, 2 or missing are a byte, and a byte's part of a sum is looked up: each vector makes its own tables. */
const pack = 4;
const codes = 256;
const isMissingCode = 3;

interface Sites {
  readonly sites: Int32Array;
  readonly mean: Float64Array;
  /** 1 / sqrt(c p (1 - p)), c copies. */
  readonly weight: Float64Array;
  readonly missing: number;
  readonly mixed: number;
  readonly squares: number;
}

/** `values`: features x samples, of dosages; `copies` of each call, null: two. Null: there are copies beyond two, or less than none. */
export function standardGenotypes(
  values: MatrixValues,
  features: number,
  samples: number,
  copies: Int8Array | null = null,
): StandardGenotypes | null {
  if (values.layout === "sparse") return null;
  if (values.layout === "bytes") {
    const { data } = values;
    for (let at = 0; at < data.length; at++) {
      const value = data[at] as number;
      if (value > 2 || (value < 0 && value !== missingByte)) return null;
    }
    return packed(
      data,
      samples,
      sitesOf(features, samples, (site) => bytesOfSite(data, site * samples, samples, copies)),
    );
  }
  const { data } = values;
  for (let at = 0; at < data.length; at++) {
    const value = data[at] as number;
    if (value > 2.001 || value < 0) return null;
  }
  return plain(
    data,
    samples,
    sitesOf(features, samples, (site) => numbersOfSite(data, site * samples, samples, copies)),
  );
}

/** Of the samples that are told: how many, their sum, that of their squares, and copies of the one with least and most. */
interface SiteSums {
  readonly told: number;
  readonly sum: number;
  readonly square: number;
  readonly least: number;
  readonly most: number;
}

/** Apart from that of numbers: whole ones are added several times as fast. */
function bytesOfSite(data: Int8Array, from: number, samples: number, copies: Int8Array | null): SiteSums {
  let ones = 0;
  let twos = 0;
  let missing = 0;
  for (let at = from, end = from + samples; at < end; at++) {
    const value = data[at] as number;
    ones += value & 1;
    twos += (value >> 1) & 1;
    missing += value >>> 31;
  }
  const told = { told: samples - missing, sum: ones + 2 * twos, square: ones + 4 * twos };
  if (!copies) return { ...told, least: 2, most: 2 };
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (let at = from; at < from + samples; at++) {
    if (data[at] === missingByte) continue;
    least = Math.min(least, copies[at] as number);
    most = Math.max(most, copies[at] as number);
  }
  return { ...told, least, most };
}

function numbersOfSite(data: Float32Array, from: number, samples: number, copies: Int8Array | null): SiteSums {
  let least = copies ? Number.POSITIVE_INFINITY : 2;
  let most = copies ? 0 : 2;
  let sum = 0;
  let square = 0;
  let told = 0;
  for (let at = from; at < from + samples; at++) {
    const value = data[at] as number;
    if (value !== value) continue;
    sum += value;
    square += value * value;
    told++;
    if (!copies) continue;
    least = Math.min(least, copies[at] as number);
    most = Math.max(most, copies[at] as number);
  }
  return { told, sum, square, least, most };
}

function sitesOf(features: number, samples: number, sumsOf: (site: number) => SiteSums): Sites {
  const sites: number[] = [];
  const means: number[] = [];
  const weights: number[] = [];
  let missing = 0;
  let squares = 0;
  let mixed = 0;
  for (let site = 0; site < features; site++) {
    const { told, sum, square, least, most } = sumsOf(site);
    if (least < most) {
      mixed++;
      continue;
    }
    missing += samples - told;
    const mean = sum / told;
    const spread = mean * (1 - mean / most);
    const deviations = square - told * mean * mean;
    // Sites that do not vary tell nothing; nor do those that everybody carries in one copy.
    if (!(spread > 0) || deviations <= 1e-9 * square) continue;
    sites.push(site);
    means.push(mean);
    weights.push(1 / Math.sqrt(spread));
    squares += deviations / spread;
  }
  return {
    sites: Int32Array.from(sites),
    mean: Float64Array.from(means),
    weight: Float64Array.from(weights),
    missing,
    mixed,
    squares,
  };
}

/** Of imputed dosages: any number from 0 to 2. */
function plain(data: Float32Array, samples: number, { sites, mean, weight, ...about }: Sites): StandardGenotypes {
  return {
    ...about,
    sites,
    mean,
    weight,
    samples,
    times: (vector) =>
      Float64Array.from(sites, (site, nth) => {
        let sum = 0;
        for (let sample = 0; sample < samples; sample++) {
          const value = data[site * samples + sample] as number;
          if (value === value) sum += (value - (mean[nth] as number)) * (vector[sample] as number);
        }
        return sum * (weight[nth] as number);
      }),
    timesBack: (vector) => {
      const out = new Float64Array(samples);
      sites.forEach((site, nth) => {
        const times = (vector[nth] as number) * (weight[nth] as number);
        for (let sample = 0; sample < samples; sample++) {
          const value = data[site * samples + sample] as number;
          if (value === value) out[sample] = (out[sample] as number) + (value - (mean[nth] as number)) * times;
        }
      });
      return out;
    },
  };
}

/** 0, 1, 2, and 3 for a missing one, which is the only one below 0. */
function codesOf(row: Uint8Array, data: Int8Array, from: number, samples: number): void {
  for (let sample = 0, at = from; sample < samples; sample++, at++) {
    const value = data[at] as number;
    row[sample] = (value | (value >> 7)) & isMissingCode;
  }
}

/** Four codes, a byte each, as one byte, into every `step`th from `first`. */
function packRow(row: Uint8Array, out: Uint8Array, first: number, step: number): void {
  const fours = new Uint32Array(row.buffer);
  for (let group = 0, at = first; group < fours.length; group++, at += step) {
    const four = fours[group] as number;
    out[at] = four | (four >> 6) | (four >> 12) | (four >> 18);
  }
}

/** Groups whose tables are looked up together: their sums are read and written once for all. */
const together = 4;
const groupsOf = (count: number): number => Math.ceil(count / (pack * together)) * together;

function packed(data: Int8Array, samples: number, { sites, mean, weight, ...about }: Sites): StandardGenotypes {
  const count = sites.length;
  const sampleGroups = groupsOf(samples);
  const siteGroups = groupsOf(count);
  /** By groups of samples, a byte for each site. */
  const bySamples = new Uint8Array(sampleGroups * count);
  /** By groups of sites, a byte for each sample. */
  const bySites = new Uint8Array(siteGroups * samples);
  /** Of four sites; what fills the last groups, of samples and of sites, is missing. */
  const rows = [0, 1, 2, 3].map(() => new Uint8Array(sampleGroups * pack).fill(isMissingCode));
  const [a, b, c, d] = rows as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  for (let group = 0; group < siteGroups; group++) {
    for (const [k, row] of rows.entries()) {
      const nth = group * pack + k;
      if (nth >= count) row.fill(isMissingCode);
      else {
        codesOf(row, data, (sites[nth] as number) * samples, samples);
        packRow(row, bySamples, nth, count);
      }
    }
    for (let sample = 0, at = group * samples; sample < samples; sample++, at++)
      bySites[at] =
        (a[sample] as number) | ((b[sample] as number) << 2) | ((c[sample] as number) << 4) | ((d[sample] as number) << 6);
  }
  const tables = Array.from({ length: together }, () => new Float64Array(codes));
  const nothing = new Float64Array(Math.max(sampleGroups, siteGroups) * pack);
  const filled = (group: number, places: Places): readonly Float64Array[] => {
    for (const [nth, table] of tables.entries()) fill(table, (group + nth) * pack, places);
    return tables;
  };
  return {
    ...about,
    sites,
    mean,
    weight,
    samples,
    // Σ (g - mean) v over the samples that are told, is Σ g v - mean Σ v.
    times: (vector) => {
      const sums = new Float64Array(count);
      const told = new Float64Array(count);
      const step = new Float64Array(sampleGroups * pack);
      step.set(vector);
      const [dosages, absent] = [
        { zero: nothing, step, missing: nothing },
        { zero: nothing, step: nothing, missing: step },
      ];
      for (let group = 0; group < sampleGroups; group += together) {
        addLooked(sums, bySamples, group * count, filled(group, dosages));
        if (about.missing > 0) addLooked(told, bySamples, group * count, filled(group, absent));
      }
      const all = vector.reduce((sum, value) => sum + value, 0);
      for (let nth = 0; nth < count; nth++)
        sums[nth] = ((sums[nth] as number) - (mean[nth] as number) * (all - (told[nth] as number))) * (weight[nth] as number);
      return sums;
    },
    // A missing genotype is the mean of its site.
    timesBack: (vector) => {
      const out = new Float64Array(samples);
      const step = new Float64Array(siteGroups * pack);
      const zero = new Float64Array(siteGroups * pack);
      for (let nth = 0; nth < count; nth++) {
        step[nth] = (vector[nth] as number) * (weight[nth] as number);
        zero[nth] = -(mean[nth] as number) * (step[nth] as number);
      }
      const places = { zero, step, missing: nothing };
      for (let group = 0; group < siteGroups; group += together) addLooked(out, bySites, group * samples, filled(group, places));
      return out;
    },
  };
}

/** By place: what no copy stands for, how much more each copy, and what a missing genotype does. */
interface Places {
  readonly zero: Float64Array;
  readonly step: Float64Array;
  readonly missing: Float64Array;
}

/** What the two genotypes of four bits stand for, and the two others of the byte. */
const halves = [new Float64Array(16), new Float64Array(16)] as const;

/** For each byte the sum of what its four genotypes stand for at the places from `at`. */
function fill(table: Float64Array, at: number, { zero, step, missing }: Places): void {
  const [low, high] = halves;
  for (let half = 0; half < 2; half++) {
    const values = half === 0 ? low : high;
    const place = at + half * 2;
    const [a, more, none] = [zero[place] as number, step[place] as number, missing[place] as number];
    const [b, moreOfNext, noneOfNext] = [zero[place + 1] as number, step[place + 1] as number, missing[place + 1] as number];
    for (let code = 0; code < 16; code++) {
      const [one, next] = [code & 3, code >> 2];
      values[code] =
        (one === isMissingCode ? none : a + one * more) + (next === isMissingCode ? noneOfNext : b + next * moreOfNext);
    }
  }
  for (let byte = 0; byte < codes; byte++) table[byte] = (low[byte & 15] as number) + (high[byte >> 4] as number);
}

/** To each sum what four bytes stand for: each in a row of its own, from `at`, with a table of its own. */
function addLooked(sums: Float64Array, bytes: Uint8Array, at: number, tables: readonly Float64Array[]): void {
  const [a, b, c, d] = tables as readonly [Float64Array, Float64Array, Float64Array, Float64Array];
  const width = sums.length;
  const [from, next, third] = [at + width, at + 2 * width, at + 3 * width];
  for (let nth = 0; nth < width; nth++)
    sums[nth] =
      (sums[nth] as number) +
      ((a[bytes[at + nth] as number] as number) + (b[bytes[from + nth] as number] as number)) +
      ((c[bytes[next + nth] as number] as number) + (d[bytes[third + nth] as number] as number));
}
