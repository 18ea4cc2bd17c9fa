// How many clusters: each value of the turned setting is tried and measured, on all rows or on some that were drawn; the best by the
// method's own criterion or by the silhouette is proposed, and what other measures say stands beside it.

import type { Begun, Clustered, ClusterMethod, ClusterWork, PointRows } from "../../contract/cluster-method.ts";
import type { ClusterSettings } from "../../cluster-methods.ts";
import type { ClustersBody } from "../../reports/clusters/report.ts";
import { betweenAndWithin } from "../../stats/clusters/between-and-within.ts";
import { bySize } from "../../stats/clusters/by-size.ts";
import { gapAtLargest, gapSays, gapStatistic } from "../../stats/clusters/gap.ts";
import { meanSilhouette, silhouettes, sizesOf } from "../../stats/clusters/silhouettes.ts";
import { stabilityOf } from "../../stats/clusters/stability.ts";
import { seededRandom } from "../../stats/seeded-random.ts";

export type Tried = ClustersBody["curves"][number];
export type Pause = (share: number) => Promise<void> | void;

interface Asked {
  readonly method: ClusterMethod;
  readonly options: ClusterSettings;
  readonly work: ClusterWork;
  readonly points: PointRows;
  readonly seed: number;
  readonly most: number;
  readonly draws: number;
  readonly pause: Pause;
}

/** Curves are asked of so many rows, what is drawn again and again of so many. */
export const mostMeasured = 2_000;
const mostDrawn = 400;
const fewStarts = 4;

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

export async function howMany(asked: Asked): Promise<readonly Tried[]> {
  const { method, options, work, seed, most, draws, pause } = asked;
  const points = someOf(asked.points, mostMeasured, seed);
  const begun = await work.begin({
    options: { ...options, [method.turned]: null },
    points,
    seed,
    most,
    pause: (share) => pause(0.3 * share),
  });
  if (!begun.ok) return [];
  const { candidates } = begun.value;
  const found: Clustered[] = [];
  for (const value of candidates) found.push(await begun.value.at(value));
  const labels = found.map((each) => bySize(each.labels));
  const all = Int32Array.from({ length: points.rows }, (_, row) => row);
  const widths = await silhouettes(points, labels, all, (share) => pause(0.3 + 0.2 * share));
  // What is drawn again and again begins from a few places: a worse end of one draw is lost among them.
  const drawn = "starts" in options ? { ...asked, options: { ...options, starts: Math.min(options.starts, fewStarts) } } : asked;
  const gaps = method.turned === "k" && draws > 0 ? await gapsOf(drawn, candidates) : null;
  const stable = draws > 0 ? await stableOf(drawn, candidates) : null;
  return candidates.map((value, at): Tried => {
    const own = labels[at] as Int32Array;
    const { calinskiHarabasz, daviesBouldin } = betweenAndWithin(points, own);
    return {
      value,
      clusters: sizesOf(own).length,
      silhouette: finite(meanSilhouette(widths[at]?.values ?? new Float64Array(0))),
      calinskiHarabasz: finite(calinskiHarabasz),
      daviesBouldin: finite(daviesBouldin),
      criterion: finite(found[at]?.criterion ?? Number.NaN),
      gap: finite(gaps?.[at]?.gap ?? Number.NaN),
      gapError: finite(gaps?.[at]?.error ?? Number.NaN),
      stability: finite(stable?.[at] ?? Number.NaN),
    };
  });
}

async function labelsAt(
  { work, options, seed, most }: Asked,
  points: PointRows,
  value: number,
  pause: Pause,
): Promise<Int32Array> {
  const begun = await work.begin({ options, points, seed, most, pause });
  return begun.ok ? (await begun.value.at(value)).labels : new Int32Array(points.rows);
}

async function gapsOf(asked: Asked, ks: readonly number[]) {
  const points = someOf(asked.points, mostDrawn, asked.seed + 1);
  const still = () => asked.pause(0.5);
  const cluster = (rows: PointRows, k: number) => labelsAt(asked, rows, k, still);
  return gapStatistic(points, { ks, draws: asked.draws, seed: asked.seed, cluster }, (share) => asked.pause(0.5 + 0.3 * share));
}

/** Mean over clusters, of each value; of one cluster nothing is told. */
async function stableOf(asked: Asked, values: readonly number[]): Promise<readonly number[]> {
  const points = someOf(asked.points, mostDrawn, asked.seed + 1);
  const means: number[] = [];
  for (const [at, value] of values.entries()) {
    const pause: Pause = (share) => asked.pause(0.8 + (0.2 * (at + share)) / values.length);
    const labels = bySize(await labelsAt(asked, points, value, () => pause(0)));
    if (sizesOf(labels).length < 2) {
      means.push(Number.NaN);
      continue;
    }
    const cluster = (rows: PointRows) => labelsAt(asked, rows, value, () => pause(0));
    const found = await stabilityOf(points, { labels, draws: asked.draws, seed: asked.seed, cluster }, pause);
    means.push(found.reduce((sum, mean) => sum + mean, 0) / found.length);
  }
  return means;
}

/** Rows drawn evenly without replacement, in their order; all of them where there are no more. */
export function someOf(points: PointRows, most: number, seed: number): PointRows {
  const { values, rows, width } = points;
  if (rows <= most) return points;
  const chosen = drawnRows(rows, most, seed);
  const part = new Float64Array(most * width);
  chosen.forEach((row, at) => part.set(values.subarray(row * width, (row + 1) * width), at * width));
  return { values: part, rows: most, width };
}

export function drawnRows(rows: number, most: number, seed: number): Int32Array {
  const random = seededRandom(seed);
  const order = Int32Array.from({ length: rows }, (_, row) => row);
  for (let at = 0; at < most; at++) {
    const other = at + Math.floor(random() * (rows - at));
    const held = order[at] as number;
    order[at] = order[other] as number;
    order[other] = held;
  }
  return order.slice(0, most).sort();
}

export interface Proposal {
  readonly value: number;
  readonly why: "criterion" | "silhouette" | "usual";
  /** What other measures would choose. */
  readonly others: readonly { readonly value: number; readonly clusters: number; readonly by: readonly string[] }[];
  readonly gap: number | null | undefined;
  /** Where it is largest, within an error; null: it was not measured. */
  readonly gapAtLargest: number | null;
}

/** Measures that choose a value by themselves. */
const measures = [
  ["silhouette", 1],
  ["calinskiHarabasz", 1],
  ["daviesBouldin", -1],
  ["criterion", -1],
  ["stability", 1],
] as const;

export function propose(begun: Begun, tried: readonly Tried[], given: number | null): Proposal {
  const bestBy = (measure: (typeof measures)[number][0], sign: number): Tried | null => {
    let best: Tried | null = null;
    for (const each of tried) {
      const [value, most] = [each[measure], best?.[measure] ?? null];
      if (value === null || (measure !== "criterion" && each.clusters < 2)) continue;
      if (most === null || sign * value > sign * most) best = each;
    }
    return best;
  };
  const isMeasured = tried.some(({ gap }) => gap !== null);
  const gaps = tried.flatMap(({ value, gap: own, gapError }) =>
    own === null ? [] : [{ k: value, gap: own, error: gapError ?? 0 }],
  );
  const gap = isMeasured ? gapSays(gaps) : undefined;
  const byCriterion = bestBy("criterion", -1);
  const bySilhouette = bestBy("silhouette", 1);
  const why = begun.usual !== null ? "usual" : byCriterion ? "criterion" : "silhouette";
  const value = given ?? begun.usual ?? byCriterion?.value ?? bySilhouette?.value ?? begun.candidates[0] ?? 1;
  const others = new Map<number, { clusters: number; by: string[] }>();
  const add = (at: Tried | null | undefined, by: string): void => {
    if (!at || at.value === value) return;
    const held = others.get(at.value) ?? { clusters: at.clusters, by: [] };
    held.by.push(by);
    others.set(at.value, held);
  };
  for (const [measure, sign] of measures) add(bestBy(measure, sign), measure);
  if (gap !== undefined && gap !== null)
    add(
      tried.find((each) => each.value === gap),
      "gap",
    );
  return {
    value,
    why,
    gap,
    gapAtLargest: gapAtLargest(gaps),
    others: [...others].map(([at, rest]) => ({ value: at, ...rest })).sort((a, b) => a.value - b.value),
  };
}
