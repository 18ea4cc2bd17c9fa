// Pass, warn or fail of what reads are like, module by module as FastQC 0.11.9 judges them, by its own thresholds (its limits.txt and its
// help, "Analysis Modules").

import type { ReadModule } from "../../../contract/read-modules.ts";
import { adapterLength, adapters, mostPositions, type ReadModules } from "./read-modules.ts";
import { type PositionGroup, positionGroups } from "./position-groups.ts";
import { percentileOf } from "./percentile-of-letters.ts";
import { bases, type QualitySummary } from "./quality-summary.ts";

export type ReadLevel = "pass" | "warn" | "fail";

export interface ReadVerdict {
  readonly module: ReadModule;
  readonly level: ReadLevel;
  /** The worst, and what it is held against; null: there is no number. */
  readonly value: number | null;
  readonly threshold: number | null;
  /** Where the worst is, from 1, `to` included; 0: nowhere in particular. */
  readonly from: number;
  readonly to: number;
  /** An adapter. */
  readonly name: string;
  /** How many reads are behind the value at least. */
  readonly reads: number;
}

interface Limits {
  readonly warn: number;
  readonly fail: number;
}
const letterStride = 128;
/** Of fewer bases at a position FastQC takes no percentile. */
const fewestBases = 100;

interface Worst extends Partial<PositionGroup> {
  readonly value: number;
  readonly name?: string;
  readonly reads: number;
}

/** `offset`: of the letters of the qualities. Null where a module has nothing to look at. */
export function readVerdicts(summary: QualitySummary, modules: ReadModules, offset: number): readonly ReadVerdict[] {
  if (summary.bases === 0) return [];
  const groups = positionGroups(modules.longest);
  const over = { isWorse: (value: number, limit: number) => value > limit };
  const gc = gcDeviation(modules.gc);
  const tile = worstTile(modules, groups);
  const longest = Math.min(modules.longest, mostPositions);
  return [
    baseQuality(summary, groups, offset),
    ...(tile ? [judged("tile-quality", tile, { warn: 5, fail: 10 }, over)] : []),
    judged(
      "read-quality",
      mostFrequent(summary.meanQualities, offset),
      { warn: 27, fail: 20 },
      {
        isWorse: (value, limit) => value <= limit,
      },
    ),
    judged("base-content", baseContent(summary, groups), { warn: 10, fail: 20 }, over),
    judged("gc-content", { value: gc, reads: modules.reads }, { warn: 15, fail: 30 }, over),
    judged("n-content", nContent(summary, groups), { warn: 5, fail: 20 }, over),
    lengthsOf(summary),
    judged(
      "duplication",
      { value: shareThatDiffers(modules), reads: modules.reads },
      { warn: 70, fail: 50 },
      {
        isWorse: (value, limit) => value < limit,
      },
    ),
    judged(
      "overrepresented", // One alone repeats nothing.
      { value: (100 * modules.most) / modules.reads, reads: modules.most > 1 ? modules.most : 0 },
      { warn: 0.1, fail: 1 },
      over,
    ),
    ...(longest > adapterLength ? [judged("adapters", adapterContent(modules, longest), { warn: 5, fail: 10 }, over)] : []),
  ];
}

function judged(
  module: ReadModule,
  { value, start = -1, end = 0, name = "", reads }: Worst,
  { warn, fail }: Limits,
  { isWorse }: { isWorse(value: number, limit: number): boolean },
): ReadVerdict {
  const level = isWorse(value, fail) ? "fail" : isWorse(value, warn) ? "warn" : "pass";
  return { module, level, value, threshold: level === "fail" ? fail : warn, from: start + 1, to: end, name, reads };
}

/** The groups of a summary's positions that make up such a group; beyond its single positions what begins in it. */
function within(summary: QualitySummary, { start, end }: PositionGroup): readonly number[] {
  const found: number[] = [];
  for (
    let at = lowerBound(summary.positions, start);
    at < summary.positions.length - 1 && (summary.positions[at] as number) < end;
    at++
  )
    found.push(at);
  return found;
}
function lowerBound(sorted: Uint32Array, wanted: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of each group the mean of the percentiles of its positions. */
function baseQuality(summary: QualitySummary, groups: readonly PositionGroup[], offset: number): ReadVerdict {
  let found: ReadVerdict = {
    module: "base-quality",
    level: "pass",
    value: null,
    threshold: null,
    from: 0,
    to: 0,
    name: "",
    reads: 0,
  };
  const rank = { pass: 0, warn: 1, fail: 2 };
  for (const group of groups) {
    const of = within(summary, group).flatMap((at) => {
      const letters = summary.qualities.subarray(at * letterStride, (at + 1) * letterStride);
      const count = letters.reduce((sum, each) => sum + each, 0);
      return count > fewestBases ? [[25, 50].map((percent) => percentileOf(letters, count, percent) - offset)] : [];
    });
    if (of.length === 0) continue;
    const [lower, median] = [0, 1].map((nth) => of.reduce((sum, pair) => sum + (pair[nth] as number), 0) / of.length) as [
      number,
      number,
    ];
    const below = { isWorse: (value: number, limit: number) => value < limit };
    for (const [value, limits] of [
      [median, { warn: 25, fail: 20 }],
      [lower, { warn: 10, fail: 5 }],
    ] as const) {
      const one = judged("base-quality", { value, ...group, reads: fewestBases }, limits, below);
      const isLower = limits.warn === 25 && one.level === found.level && (found.value === null || value < found.value);
      if (rank[one.level] > rank[found.level] || (found.level === "pass" && isLower)) found = one;
    }
  }
  return found;
}

/** The mean letter of most reads; of several the first. */
function mostFrequent(counts: Float64Array, offset: number): Worst {
  const reads = counts.reduce((most, one) => Math.max(most, one), 0);
  return { value: counts.indexOf(reads) - offset, reads };
}

const contentOf = (summary: QualitySummary, group: PositionGroup): readonly number[] => {
  const sums = bases.map(() => 0);
  for (const at of within(summary, group))
    for (let base = 0; base < bases.length; base++)
      sums[base] = (sums[base] as number) + (summary.content[at * bases.length + base] as number);
  return sums;
};

/** How far A and T, or C and G, are apart. */
function baseContent(summary: QualitySummary, groups: readonly PositionGroup[]): Worst {
  return worst(
    groups.map((group) => {
      const [a = 0, c = 0, g = 0, t = 0] = contentOf(summary, group);
      const all = a + c + g + t;
      // Of shares in per cent the difference, rounded where FastQC's is.
      const apart = (one: number, other: number): number => Math.abs((one * 100) / all - (other * 100) / all);
      return { value: all === 0 ? 0 : Math.max(apart(a, t), apart(g, c)), ...group, reads: perPosition(all, group) };
    }),
  );
}

function nContent(summary: QualitySummary, groups: readonly PositionGroup[]): Worst {
  return worst(
    groups.map((group) => {
      const sums = contentOf(summary, group);
      const all = sums.reduce((sum, one) => sum + one, 0);
      return { value: all === 0 ? 0 : (100 * (sums[4] as number)) / all, ...group, reads: perPosition(all, group) };
    }),
  );
}

const worst = (all: readonly Worst[]): Worst =>
  all.reduce((most, one) => (one.value > most.value ? one : most), all[0] ?? { value: 0, reads: 0 });

/** Several positions of one read may stand together. */
const perPosition = (count: number, { start, end }: PositionGroup): number => Math.floor(count / (end - start));

function lengthsOf({ emptyReads, lengths }: QualitySummary): ReadVerdict {
  const differ = lengths.filter((count) => count > 0).length > 1;
  const level = emptyReads > 0 ? "fail" : differ ? "warn" : "pass";
  return { module: "lengths", level, value: emptyReads, threshold: null, from: 0, to: 0, name: "", reads: emptyReads };
}

/**
 * Per cent that would be left of all reads without copies. Where not all that differ were kept, each size of a set stands for so many
 * more sets as would have been missed by the reads that had come (FastQC, "Duplicate Sequences").
 */
export function shareThatDiffers({ copies, reads, seenWhenFull }: ReadModules): number {
  let [left, all] = [0, 0];
  for (const [size, sets] of copies) {
    const corrected = sets / chanceOfSeeing(size, sets, reads, seenWhenFull);
    left += corrected;
    all += corrected * size;
  }
  return all === 0 ? 100 : (100 * left) / all;
}

function chanceOfSeeing(size: number, sets: number, reads: number, seen: number): number {
  if (seen === reads || reads - sets < seen) return 1;
  let missed = 1;
  // Beyond, a hundredth of a set is not changed.
  const nothing = 1 - sets / (sets + 0.01);
  for (let at = 0; at < seen; at++) {
    missed *= (reads - at - size) / (reads - at);
    if (missed < nothing) return 1;
  }
  return 1 - missed;
}

/** How far shares of G and C are from a bell around the commonest, in per cent of the reads. */
function gcDeviation(gc: Float64Array): number {
  const total = gc.reduce((sum, one) => sum + one, 0);
  const peak = gc.indexOf(gc.reduce((most, one) => Math.max(most, one), 0));
  const mode = middleOfTop(gc, peak);
  const variance = gc.reduce((sum, one, share) => sum + one * (share - mode) ** 2, 0) / (total - 1);
  // Where all reads have one share there is no bell.
  if (!(variance > 0)) return 0;
  const height = total / Math.sqrt(2 * Math.PI * variance);
  const bell = (share: number): number => height * Math.exp(-((share - mode) ** 2) / (2 * variance));
  return (100 * gc.reduce((sum, one, share) => sum + Math.abs(one - bell(share)), 0)) / total;
}

/** Of neighbours that are nearly as common as the commonest the middle; where they reach an end, the commonest. */
function middleOfTop(gc: Float64Array, peak: number): number {
  const enough = (gc[peak] as number) * 0.9;
  let [low, high] = [peak, peak];
  while (low > 0 && (gc[low - 1] as number) > enough) low--;
  while (high < gc.length - 1 && (gc[high + 1] as number) > enough) high++;
  return low === 0 || high === gc.length - 1 ? peak : (low + high) / 2;
}

/** Per cent of the reads in which an adapter begins up to there. */
function adapterContent({ adapters: starts, reads }: ReadModules, longest: number): Worst {
  const positions = longest - adapterLength + 1;
  const groups = positionGroups(positions);
  return worst(
    adapters.flatMap(({ name }, which) => {
      const sums = new Float64Array(positions);
      let sum = 0;
      for (let at = 0; at < positions; at++) sums[at] = sum += starts[which]?.[at] ?? 0;
      return groups.map((group) => {
        const of = sums.subarray(group.start, group.end);
        const began = of.at(-1) as number;
        return { value: (100 * of.reduce((all, one) => all + one, 0)) / of.length / reads, ...group, name, reads: began };
      });
    }),
  );
}

/** How far the mean quality of a tile is from that of all of them. */
function worstTile({ tiles }: ReadModules, groups: readonly PositionGroup[]): Worst | null {
  if (!tiles) return null;
  let found: Worst = { value: 0, reads: 0 };
  for (const group of groups) {
    const means = [...tiles.values()].flatMap(({ counts, sums, used }) => {
      let [sum, n, reads] = [0, 0, 0];
      for (let at = group.start; at < Math.min(group.end, used); at++) {
        const count = counts[at] as number;
        if (count === 0) continue;
        sum += (sums[at] as number) / count;
        n += 1;
        reads = n === 1 ? count : Math.min(reads, count);
      }
      return n > 0 ? [{ mean: sum / n, reads }] : [];
    });
    const all = means.reduce((sum, { mean }) => sum + mean, 0) / means.length;
    for (const { mean, reads } of means) {
      const value = Math.abs(all - mean);
      if (value > found.value) found = { value, ...group, reads };
    }
  }
  return found;
}
