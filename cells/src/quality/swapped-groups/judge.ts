// Nearest centroid by the features that tell the groups apart, chosen and measured without the sample that is looked at
// (Tibshirani et al., PNAS 99:6567-6572, 2002, without shrinking). Only where nearly all samples are nearest to their own group
// does one that is not say anything.

import { sampleIds } from "../../artifacts/assay.ts";
import type { JudgeOf, Verdict } from "../../contract/quality-rule.ts";
import { mostVariableOf } from "../../stats/most-variable.ts";
import { momentsOf, varianceOf } from "../../stats/moments.ts";
import { quantiles } from "../../stats/quantiles.ts";
import { completeRows } from "../parts/complete-rows.ts";
import { type Grouping, groupingOf } from "../parts/quality-data.ts";
import type { swappedGroups } from "./rule.ts";
import { words } from "./words.ts";

/** Features among which those are looked for. */
const candidates = 5000;
/** A group of fewer has no middle without the one that is looked at. */
const fewest = 3;

export const judge: JudgeOf<typeof swappedGroups> = {
  judge(data, settings) {
    const { group } = data.columns;
    if (!group) return { lacks: words.sentence("no-group") };
    const count = data.assay.sampleCount;
    const groups = groupingOf(group, count);
    const sizes = groups.names.map((_, at) => groups.of.filter((one) => one === at).length);
    const large = sizes.flatMap((size, at) => (size >= fewest ? [at] : []));
    if (large.length < 2) return { lacks: words.sentence("small-groups", { column: group.name }) };
    const rows = completeRows(data, data.variable(candidates));
    if ("lacks" in rows) return rows;
    const distances = distancesOf(rows, groups, large, settings.features);
    const ratio = new Float64Array(count).fill(Number.NaN);
    const nearest = new Int32Array(count).fill(-1);
    for (let sample = 0; sample < count; sample++) {
      const own = distances[sample]?.get(groups.of[sample] as number);
      if (own === undefined) continue;
      let other = Number.POSITIVE_INFINITY;
      for (const [at, distance] of distances[sample] ?? [])
        if (at !== groups.of[sample] && distance < other) {
          other = distance;
          nearest[sample] = at;
        }
      // Of equal middles none is nearer.
      ratio[sample] = other > 0 ? own / other : Number.NaN;
    }
    const told = ratio.filter((value) => !Number.isNaN(value));
    const share = told.filter((value) => value < 1).length / Math.max(1, told.length);
    if (!(share >= settings.apart)) return { lacks: words.sentence("not-apart", { column: group.name, share }) };
    const ids = sampleIds(data.assay);
    const verdicts = [...ratio].flatMap((value, sample): Verdict[] => {
      const level = value > settings.fail ? "fail" : value > settings.warn ? "warn" : null;
      if (!level) return [];
      const threshold = settings[level];
      const says = words.sentence("swapped", {
        sample: ids[sample] ?? "",
        group: groups.names[groups.of[sample] as number] ?? "",
        other: groups.names[nearest[sample] as number] ?? "",
        value,
        threshold,
      });
      return [{ level, samples: [sample], value, threshold, says }];
    });
    return { measures: [{ name: "group_distance", values: ratio }], verdicts };
  },
};

/** Of each sample the distances to the middle of each large group, by the features that tell the groups of the others apart. */
function distancesOf(
  rows: readonly Float64Array[],
  groups: Grouping,
  large: readonly number[],
  most: number,
): readonly ReadonlyMap<number, number>[] {
  const sums = rows.map((row) => sumsOf(row, groups, large));
  return Array.from(groups.of, (group, sample) => {
    const own = large.indexOf(group);
    const told = rows.map((row, at) => middlesWithout(row[sample] as number, own, sums[at] as Sums));
    const usual = quantiles(
      Float64Array.from(told, ({ deviation }) => deviation),
      [0.5],
    )[0] as number;
    const scores = Float64Array.from(told, ({ between, deviation }) => between / (deviation + usual) || 0);
    const squares = new Map<number, number>(large.map((at) => [at, 0]));
    for (const place of mostVariableOf(scores, most)) {
      const { middles, deviation } = told[place] as Middles;
      const value = (rows[place] as Float64Array)[sample] as number;
      for (const [k, at] of large.entries())
        squares.set(at, (squares.get(at) as number) + ((value - (middles[k] as number)) / (deviation + usual)) ** 2);
    }
    return new Map([...squares].map(([at, sum]) => [at, Math.sqrt(sum)]));
  });
}

interface Middles {
  /** Of each large group, in their order. */
  readonly middles: Float64Array;
  /** Within the groups. */
  readonly deviation: number;
  /** How far the middles are apart. */
  readonly between: number;
}

/** Of one feature, of each large group; values less the feature's mean, so that squares keep their digits. */
interface Sums {
  readonly mean: number;
  readonly n: Int32Array;
  readonly sum: Float64Array;
  readonly squares: Float64Array;
}

function sumsOf(row: Float64Array, { of }: Grouping, large: readonly number[]): Sums {
  const { mean } = momentsOf(row);
  const n = new Int32Array(large.length);
  const sum = new Float64Array(large.length);
  const squares = new Float64Array(large.length);
  for (let sample = 0; sample < row.length; sample++) {
    const k = large.indexOf(of[sample] as number);
    if (k < 0) continue;
    const value = (row[sample] as number) - mean;
    n[k] = (n[k] as number) + 1;
    sum[k] = (sum[k] as number) + value;
    squares[k] = (squares[k] as number) + value * value;
  }
  return { mean, n, sum, squares };
}

/** The same without a sample of that value in the group at `own`; -1: it is in none of them. */
function middlesWithout(value: number, own: number, { mean, n, sum, squares }: Sums): Middles {
  const middles = new Float64Array(n.length);
  const off = value - mean;
  let within = 0;
  let freedom = 0;
  for (let k = 0; k < n.length; k++) {
    const isOwn = k === own ? 1 : 0;
    const count = (n[k] as number) - isOwn;
    const total = (sum[k] as number) - isOwn * off;
    middles[k] = mean + total / count;
    within += Math.max(0, (squares[k] as number) - isOwn * off * off - (total * total) / count);
    freedom += count - 1;
  }
  return { middles, deviation: Math.sqrt(within / freedom), between: Math.sqrt(varianceOf(middles)) };
}
