// Ranks of each two groups are compared when the groups are read: a contrast looks up its pair. The p value is R's wilcox.test with
// exact = FALSE: normal, with the corrections of ties and of continuity; the change is Seurat's (log2 of means of what logarithms are of,
// 1 added), its error by the delta method.

import type { Assay } from "../../artifacts/artifact.ts";
import { featureRows } from "../../artifacts/feature-rows.ts";
import { hasTrueZero, type MarkerScale, scaleOf } from "../../artifacts/levels-of-scale.ts";
import { rawValues } from "../../artifacts/raw-values.ts";
import type { Failure } from "../../base/failure.ts";
import { invariant } from "../../base/invariant.ts";
import { err, ok } from "../../base/result.ts";
import type { FittedFeatures, WorkOf } from "../../contract/differential-method.ts";
import { adjustedP } from "../../stats/adjusted-p.ts";
import { type CountDesign, countDesign } from "../../stats/deseq/count-design.ts";
import { type FeatureRow, GroupAgainstRest } from "../../stats/markers/group-against-rest.ts";
import { columnInR, factorsInR, leftOutInR } from "../parts/sheet-in-r.ts";
import type { Options } from "./method.ts";
import { words } from "./words.ts";

const mostGroups = 12;
const leastInGroup = 3;
/** Below it the approximation is rough. */
const few = 10;

export const work: WorkOf<Options> = {
  async fit({ assay, columns, pause, say }) {
    const design = countDesign(columns, assay.sampleCount);
    const refused = refusedGroups(assay, design);
    if (refused) return err(refused);
    const smallest = Math.min(...design.sizes);
    say(words.sentence("cells-alone", { n: assay.sampleCount }));
    if (smallest < few) say(words.sentence("few-cells", { n: smallest }));
    const pairs = pairsOf(design.sizes.length);
    const scale = scaleOf(assay);
    const hasZero = hasTrueZero(assay);
    const asked = pairs.map(
      ([of, against]) =>
        new GroupAgainstRest(
          { groupOf: design.cells.map((cell) => (cell === of ? 0 : cell === against ? 1 : -1)), groups: 2 },
          { levelOf: scale.toLevel, hasZero },
        ),
    );
    const rowOf = featureRows(assay);
    const of = (width: number) => new Float64Array(assay.featureCount * width);
    const groups = design.sizes.length;
    const kept = { auc: of(pairs.length), p: of(pairs.length), shares: of(groups), levels: of(groups), errors: of(groups) };
    const level = of(1);
    for (let feature = 0; feature < assay.featureCount; feature++) {
      if (feature % 32 === 0) await pause(feature / assay.featureCount);
      const row = rowOf(feature);
      for (const [at, each] of asked.entries()) {
        const found = each.ask(row);
        kept.auc[feature * pairs.length + at] = found.auc[0] as number;
        kept.p[feature * pairs.length + at] = found.p[0] as number;
      }
      const told = tellGroups(row, design, scale, hasZero);
      kept.shares.set(told.shares, feature * groups);
      kept.levels.set(told.levels, feature * groups);
      kept.errors.set(told.errors, feature * groups);
      level[feature] = told.mean;
    }
    const rows = firstRows(design);
    return ok({
      arrays: { beta: coefficientsOf(kept.levels, design, columns), level, ...kept },
      facts: { rows: rows.map((row) => [...row]), sizes: [...design.sizes] },
    });
  },

  refused({ fitted, weights, least }) {
    if (least > 0) return words.failure("no-least", {}, { at: ["least"], fix: { path: ["least"], value: 0 } });
    return pairIn(fitted, weights) ? null : words.failure("pair-alone", {}, { at: ["contrasts"] });
  },

  contrast({ fitted, features, weights }) {
    const pair = pairIn(fitted, weights);
    invariant(pair, "a contrast is of two groups");
    const [one, other] = pair;
    const { sizes, groups } = groupsIn(fitted);
    const pairs = pairsOf(groups);
    const at = pairs.findIndex(([of, against]) => (of === one && against === other) || (of === other && against === one));
    const isTurned = pairs[at]?.[0] === other;
    const all = Array.from({ length: features }, (_, feature) => feature);
    const each = (value: (feature: number) => number): Float64Array => Float64Array.from(all, value);
    const ofGroup = (name: string, group: number) => (feature: number) =>
      numbers(fitted, name)[feature * groups + group] as number;
    const ofPair = (name: string) => (feature: number) => numbers(fitted, name)[feature * pairs.length + at] as number;
    const [level, error] = [ofGroup.bind(null, "levels"), ofGroup.bind(null, "errors")];
    const auc = each((feature) => (isTurned ? 1 - ofPair("auc")(feature) : ofPair("auc")(feature)));
    const p = each(ofPair("p"));
    const n = (sizes[one] as number) * (sizes[other] as number);
    return {
      level: numbers(fitted, "level"),
      change: each((feature) => level(one)(feature) - level(other)(feature)),
      error: each((feature) => Math.hypot(error(one)(feature), error(other)(feature))),
      statistic: auc.map((value) => value * n),
      p,
      adjusted: adjustedP(p, "bh"),
      more: { auc, shareOf: each(ofGroup("shares", one)), shareAgainst: each(ofGroup("shares", other)) },
      why: new Map(all.filter((feature) => Number.isNaN(p[feature])).map((feature) => [feature, words.key("why-flat")])),
      facts: {},
    };
  },

  inR(_options, asked) {
    const { formula, groups } = asked;
    const [column = "", ...levels] = groups === null ? [] : (JSON.parse(groups.replace(/^c\((.*)\)$/su, "[$1]")) as string[]);
    const lines = [...leftOutInR(asked, "logs"), ...factorsInR(asked)];
    if (groups === null) return [...lines, `# wilcox.test(logs[i, ] ${formula}, sheet, exact = FALSE)`];
    const name = columnInR(column).replace(/^sheet\$/u, "");
    const chosen = `c(${levels.map((level) => JSON.stringify(level)).join(", ")})`;
    return [
      ...lines,
      `two <- sheet$${name} %in% ${chosen}`,
      `p <- apply(logs[, two], 1, function(y) wilcox.test(y ~ ${name}, droplevels(cbind(sheet[two, , drop = FALSE], y = y)), exact = FALSE)$p.value)`,
      'p.adjust(p, "BH")',
    ];
  },
};

function refusedGroups(assay: Assay, { sizes, width }: CountDesign): Failure | null {
  if (assay.scale === "z-score") return words.failure("z-scores", {}, { at: ["from"] });
  if (assay.scale === "counts" && rawValues(assay) === "counts") return words.failure("raw-counts", {}, { at: ["from"] });
  const groups = sizes.length;
  if (groups !== width || groups < 2)
    return words.failure("groups-alone", { coefficients: width, groups }, { at: ["design", "formula"] });
  if (groups > mostGroups) return words.failure("many-groups", { groups }, { at: ["design", "formula"] });
  const n = Math.min(...sizes);
  return n < leastInGroup ? words.failure("small-group", { n }, { at: ["design"] }) : null;
}

/** Each two groups once. */
function pairsOf(groups: number): readonly (readonly [number, number])[] {
  return Array.from({ length: groups }, (_, of) => of).flatMap((of) =>
    Array.from({ length: groups - of - 1 }, (_, at): readonly [number, number] => [of, of + at + 1]),
  );
}

interface Told {
  readonly shares: Float64Array;
  /** log2, or the mean where the scale has no fold change; and the error of it. */
  readonly levels: Float64Array;
  readonly errors: Float64Array;
  readonly mean: number;
}

function tellGroups({ samples, values, count }: FeatureRow, design: CountDesign, scale: MarkerScale, hasZero: boolean): Told {
  const groups = design.sizes.length;
  const sizes = Float64Array.from(design.sizes);
  const [sums, squares, above] = [new Float64Array(groups), new Float64Array(groups), new Float64Array(groups)];
  const add = (into: Float64Array, group: number, by: number): void => {
    into[group] = (into[group] as number) + by;
  };
  for (let at = 0; at < count; at++) {
    const group = design.cells[samples[at] as number] as number;
    const value = values[at] as number;
    if (Number.isNaN(value)) {
      add(sizes, group, -1);
      continue;
    }
    const level = scale.toLevel(value);
    add(sums, group, level);
    add(squares, group, level * level);
    if (value > 0) add(above, group, 1);
  }
  const means = sums.map((sum, group) => sum / (sizes[group] as number));
  const isLog = scale.change === "log2_fold_change";
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return {
    shares: above.map(
      (n, group) =>
        (hasZero ? n : (sizes[group] as number)) / (hasZero ? (sizes[group] as number) : (design.sizes[group] as number)),
    ),
    levels: means.map((mean) => (isLog ? Math.log2(mean + 1) : mean)),
    errors: means.map((mean, group) => {
      const n = sizes[group] as number;
      const variance = Math.max(0, (squares[group] as number) - n * mean * mean) / (n - 1);
      return Math.sqrt(variance / n) / (isLog ? (mean + 1) * Math.LN2 : 1);
    }),
    mean: scale.toShown(sums.reduce((sum, each) => sum + each, 0) / all),
  };
}

/** Of as many groups as coefficients: what these say of the levels. */
function coefficientsOf(levels: Float64Array, design: CountDesign, columns: readonly Float64Array[]): Float64Array {
  const width = columns.length;
  const beta = new Float64Array(levels.length);
  for (let feature = 0; feature * width < levels.length; feature++) {
    const values = Float64Array.from(design.cells, (cell) => levels[feature * width + cell] as number);
    beta.set(design.straight.coefficients(values, new Float64Array(width)), feature * width);
  }
  return beta;
}

function firstRows({ cells, sizes, width, x }: CountDesign): readonly Float64Array[] {
  return Array.from(sizes, (_, cell) => {
    const sample = cells.indexOf(cell);
    return x.slice(sample * width, (sample + 1) * width);
  });
}

function groupsIn({ facts }: FittedFeatures): {
  readonly rows: readonly number[][];
  readonly sizes: readonly number[];
  readonly groups: number;
} {
  const { rows, sizes } = facts as unknown as { readonly rows: readonly number[][]; readonly sizes: readonly number[] };
  return { rows, sizes, groups: sizes.length };
}

/** The two groups whose difference it is; null: it is of no two. */
function pairIn(fitted: FittedFeatures, weights: Float64Array): readonly [number, number] | null {
  const { rows } = groupsIn(fitted);
  for (const [one, of] of rows.entries())
    for (const [other, against] of rows.entries())
      if (one !== other && weights.every((weight, at) => Math.abs((of[at] as number) - (against[at] as number) - weight) < 1e-9))
        return [one, other];
  return null;
}

function numbers({ arrays }: FittedFeatures, name: string): Float64Array {
  const found = arrays[name];
  invariant(found, `a fit holds ${name}`);
  return found;
}
