// Where on the axis of the Manhattan plot each chromosome lies, and in which rows of the table of variants: by it the screen asks for
// the rows of a stretch alone, and draws their points. Written beside the figure, in `meta`; of rows that are not in the order of their
// places there is none.

import type { Figure } from "../../artifacts/artifact.ts";
import { isJsonObject } from "../../base/json.ts";
import { genomeAxis } from "../../charts/parts/along-genome.ts";

export type GenomeIndex = {
  /** Rows between two of `positions`. */
  readonly step: number;
  readonly chromosomes: readonly IndexedChromosome[];
  readonly trait: string;
  /** p of a hit. */
  readonly threshold: number;
};

export type IndexedChromosome = {
  readonly name: string;
  /** Of its first base on the axis of the whole genome, and of its last. */
  readonly start: number;
  readonly end: number;
  /** Rows [from, to) of the table. */
  readonly from: number;
  readonly to: number;
  /** Of every `step`-th row from the first one on. */
  readonly positions: readonly number[];
};

/** [start, end] in bases of one chromosome. */
export interface Stretch {
  readonly chromosome: IndexedChromosome;
  readonly start: number;
  readonly end: number;
}

/** Places that are kept of a table at most, about. */
const mostKept = 4096;

export interface IndexedRows {
  readonly names: readonly string[];
  /** Of each row. */
  readonly codes: Int32Array;
  readonly positions: Float64Array;
  readonly trait: string;
  readonly threshold: number;
}

export function genomeIndex({ names, codes, positions, trait, threshold }: IndexedRows): GenomeIndex | null {
  const rows = codes.length;
  const step = Math.max(64, Math.ceil(rows / mostKept));
  const axis = genomeAxis(names, codes, positions);
  const found: IndexedChromosome[] = [];
  const seen = new Set<number>();
  for (let from = 0; from < rows; ) {
    const code = codes[from] as number;
    if (code < 0 || seen.has(code)) return null;
    seen.add(code);
    let to = from;
    const kept: number[] = [];
    for (; to < rows && codes[to] === code; to++) {
      const here = positions[to] as number;
      if (!(here >= (to === from ? 0 : (positions[to - 1] as number)))) return null;
      if ((to - from) % step === 0) kept.push(here);
    }
    const [start, end] = [axis.starts[code] as number, axis.ends[code] as number];
    found.push({ name: names[code] as string, start, end, from, to, positions: kept });
    from = to;
  }
  return { step, chromosomes: found, trait, threshold };
}

/** What `genomeIndex` wrote beside a figure. */
export function genomeIndexOf({ layout }: Figure): GenomeIndex | null {
  const { meta } = layout;
  const index = isJsonObject(meta) ? meta["genome"] : undefined;
  return isJsonObject(index) && Array.isArray(index["chromosomes"]) ? (index as GenomeIndex) : null;
}

/** Of a stretch of the axis of the whole genome that of the chromosome on which most of it lies; null: it lies between two. */
export function stretchOfAxis({ chromosomes }: GenomeIndex, from: number, to: number): Stretch | null {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const shared = ({ start, end }: IndexedChromosome): number => Math.min(high, end) - Math.max(low, start);
  const best = chromosomes.reduce<IndexedChromosome | null>(
    (most, each) => (shared(each) > (most ? shared(most) : 0) ? each : most),
    null,
  );
  return best && within(best, low - best.start, high - best.start);
}

export function within(chromosome: IndexedChromosome, from: number, to: number): Stretch {
  // Places on the axis are sums, and differ from whole numbers by rounding.
  const length = Math.round(chromosome.end - chromosome.start);
  const start = Math.max(0, Math.min(Math.floor(Math.min(from, to)), length - 1));
  return { chromosome, start, end: Math.max(start + 1, Math.min(Math.ceil(Math.max(from, to)), length)) };
}

/** "7", "chr7:20000000-25000000", with commas or without; null: it names no place here. */
export function stretchNamed({ chromosomes }: GenomeIndex, text: string): Stretch | null {
  const [, name = "", start, end] = /^\s*(.*?)(?::\s*([\d,\s]+)\s*[-–]\s*([\d,\s]+))?\s*$/.exec(text) ?? [];
  const plain = (each: string): string => each.replace(/^chr/i, "").toUpperCase();
  const chromosome = chromosomes.find((each) => plain(each.name) === plain(name));
  if (!chromosome) return null;
  if (start === undefined || end === undefined) return within(chromosome, 0, chromosome.end - chromosome.start);
  const number = (digits: string): number => Number(digits.replace(/[,\s]/g, ""));
  return number(end) > number(start) ? within(chromosome, number(start), number(end)) : null;
}

export const stretchText = ({ chromosome, start, end }: Stretch): string => `${chromosome.name}:${start}-${end}`;

/** Rows [from, to) among which all of the stretch are, and up to two steps of others. */
export function rowsOfStretch({ step }: GenomeIndex, { chromosome, start, end }: Stretch): { from: number; to: number } {
  const { from, to, positions } = chromosome;
  // The last kept place before the stretch, and the first one beyond it.
  let before = 0;
  while (before + 1 < positions.length && (positions[before + 1] as number) < start) before++;
  const beyond = positions.findIndex((position) => position > end);
  return { from: from + before * step, to: beyond < 0 ? to : Math.min(to, from + beyond * step) };
}
