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
  const { data } = values;
  const isBytes = values.layout === "bytes";
  for (let at = 0; at < data.length; at++) {
    const value = data[at] as number;
    if (value > 2.001 || (value < 0 && !(isBytes && value === missingByte))) return null;
  }
  const about = sitesOf(data, features, samples, isBytes, copies);
  return isBytes ? packed(data as Int8Array, samples, about) : plain(data as Float32Array, samples, about);
}

function sitesOf(
  data: Int8Array | Float32Array,
  features: number,
  samples: number,
  isBytes: boolean,
  copies: Int8Array | null,
): Sites {
  const sites: number[] = [];
  const means: number[] = [];
  const weights: number[] = [];
  let missing = 0;
  let squares = 0;
  let mixed = 0;
  for (let site = 0; site < features; site++) {
    let least = copies ? Number.POSITIVE_INFINITY : 2;
    let most = copies ? 0 : 2;
    let sum = 0;
    let square = 0;
    let told = 0;
    for (let at = site * samples; at < (site + 1) * samples; at++) {
      const value = data[at] as number;
      if (isBytes ? value === missingByte : value !== value) continue;
      sum += value;
      square += value * value;
      told++;
      if (!copies) continue;
      const own = copies[at] as number;
      if (own < least) least = own;
      if (own > most) most = own;
    }
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

const codeOf = (value: number): number => (value === missingByte ? isMissingCode : value);

function packed(data: Int8Array, samples: number, { sites, mean, weight, ...about }: Sites): StandardGenotypes {
  const count = sites.length;
  const sampleGroups = Math.ceil(samples / pack);
  const siteGroups = Math.ceil(count / pack);
  /** By groups of samples, a byte for each site; what fills the last group is missing. */
  const bySamples = new Uint8Array(sampleGroups * count);
  /** By groups of sites, a byte for each sample. */
  const bySites = new Uint8Array(siteGroups * samples);
  for (let nth = 0; nth < siteGroups * pack; nth++) {
    const shift = (nth & 3) << 1;
    const row = (nth >> 2) * samples;
    const from = nth < count ? (sites[nth] as number) * samples : -1;
    for (let sample = 0; sample < samples; sample++) {
      const code = from < 0 ? isMissingCode : codeOf(data[from + sample] as number);
      bySites[row + sample] = (bySites[row + sample] as number) | (code << shift);
    }
  }
  for (let nth = 0; nth < count; nth++) {
    const from = (sites[nth] as number) * samples;
    for (let group = 0; group < sampleGroups; group++) {
      let byte = 0;
      for (let k = 0; k < pack; k++) {
        const sample = group * pack + k;
        byte |= (sample < samples ? codeOf(data[from + sample] as number) : isMissingCode) << (k << 1);
      }
      bySamples[group * count + nth] = byte;
    }
  }
  const dosages = new Float64Array(codes);
  const absent = new Float64Array(codes);
  return {
    ...about,
    sites,
    samples,
    // Σ (g - mean) v over the samples that are told, is Σ g v - mean Σ v.
    times: (vector) => {
      const sums = new Float64Array(count);
      const told = new Float64Array(count);
      for (let group = 0; group < sampleGroups; group++) {
        tables(dosages, absent, (k) => vector[group * pack + k] ?? 0);
        const at = group * count;
        for (let nth = 0; nth < count; nth++) {
          const byte = bySamples[at + nth] as number;
          sums[nth] = (sums[nth] as number) + (dosages[byte] as number);
        }
        if (about.missing > 0)
          for (let nth = 0; nth < count; nth++)
            told[nth] = (told[nth] as number) + (absent[bySamples[at + nth] as number] as number);
      }
      const all = vector.reduce((sum, value) => sum + value, 0);
      for (let nth = 0; nth < count; nth++)
        sums[nth] = ((sums[nth] as number) - (mean[nth] as number) * (all - (told[nth] as number))) * (weight[nth] as number);
      return sums;
    },
    timesBack: (vector) => {
      const out = new Float64Array(samples);
      for (let group = 0; group < siteGroups; group++) {
        const of = (k: number): number => {
          const nth = group * pack + k;
          return nth < count ? (vector[nth] as number) * (weight[nth] as number) : 0;
        };
        centred(dosages, of, (k) => mean[group * pack + k] ?? 0);
        const at = group * samples;
        for (let sample = 0; sample < samples; sample++)
          out[sample] = (out[sample] as number) + (dosages[bySites[at + sample] as number] as number);
      }
      return out;
    },
  };
}

/** For each byte the sum of its genotypes times `of`, and the sum of `of` where they are missing. */
function tables(dosages: Float64Array, absent: Float64Array, of: (k: number) => number): void {
  const [a, b, c, d] = [of(0), of(1), of(2), of(3)];
  for (let byte = 0; byte < codes; byte++) {
    const i = byte & 3;
    const j = (byte >> 2) & 3;
    const k = (byte >> 4) & 3;
    const l = byte >> 6;
    dosages[byte] = (i === 3 ? 0 : i * a) + (j === 3 ? 0 : j * b) + (k === 3 ? 0 : k * c) + (l === 3 ? 0 : l * d);
    absent[byte] = (i === 3 ? a : 0) + (j === 3 ? b : 0) + (k === 3 ? c : 0) + (l === 3 ? d : 0);
  }
}

/** For each byte the sum of its genotypes, less their sites' means, times `of`; missing ones are the mean. */
function centred(out: Float64Array, of: (k: number) => number, mean: (k: number) => number): void {
  const [a, b, c, d] = [of(0), of(1), of(2), of(3)];
  const [m, n, o, p] = [mean(0), mean(1), mean(2), mean(3)];
  for (let byte = 0; byte < codes; byte++) {
    const i = byte & 3;
    const j = (byte >> 2) & 3;
    const k = (byte >> 4) & 3;
    const l = byte >> 6;
    out[byte] =
      (i === 3 ? 0 : (i - m) * a) + (j === 3 ? 0 : (j - n) * b) + (k === 3 ? 0 : (k - o) * c) + (l === 3 ? 0 : (l - p) * d);
  }
}
