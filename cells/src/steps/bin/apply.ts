// Numbers as intervals that hold their left edge. The lowest and the highest are open, so that every number has one. Edges of
// the training: those of scikit-learn's KBinsDiscretizer (uniform, quantile) within its ends, and of its trees of one column.

import { z } from "zod";
import type { Column, Table } from "../../artifacts/artifact.ts";
import { integerColumn, isMissing, textColumn } from "../../artifacts/table.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import { momentsOf } from "../../stats/moments.ts";
import { quantiles } from "../../stats/quantiles.ts";
import { words as shared } from "../words.ts";
import { categoriesOf } from "../parts/categories.ts";
import { fittedOf } from "../parts/fitted.ts";
import { chosenNumbers, moreOfChanged, needFinite, type Numbers, present, withColumnsFor } from "../parts/numbers-of-columns.ts";
import { isNumeric, needColumn, refuse, tableWith } from "../parts/step-scope.ts";
import { binName, type bin } from "./step.ts";
import { treeEdges } from "./tree-edges.ts";
import { words } from "./words.ts";

type Options = OptionsOf<typeof bin>;
type How = Options["how"];
const state = z.strictObject({ columns: z.array(z.strictObject({ column: z.string(), edges: z.array(z.number()) })) });
const take = { key: words.key("title"), params: {} };

export const { fitted, apply } = fittedOf<typeof bin>()({
  keeps: () => "statistics",
  state,
  on: {
    table: {
      fit({ columns, how }, table, scope) {
        const chosen = chosenNumbers(columns, table, scope, take);
        if (how.by === "edges") return { columns: [] };
        return {
          columns: chosen.map((numbers) => ({ column: numbers.column.name, edges: edgesOf(how, numbers, table, scope) })),
        };
      },
      apply(step, table, kept, scope) {
        const given = step.how.by === "edges" ? needEdges(step.how.edges, scope) : [];
        const byName = new Map(kept.columns.map(({ column, edges }) => [column, edges]));
        const made = new Map<string, readonly Column[]>();
        for (const numbers of chosenNumbers(step.columns, table, scope, take)) {
          const { name } = numbers.column;
          made.set(name, [inBins(step, numbers, step.how.by === "edges" ? given : (byName.get(name) ?? []))]);
        }
        return tableWith(scope, withColumnsFor(table, made, step.keep), table.rowCount);
      },
    },
  },
});

function needEdges(edges: readonly number[], scope: StepScope): readonly number[] {
  if (edges.length === 0) return refuse(scope, shared, "nothing-chosen", { field: "edges" }, ["how", "edges"]);
  if (edges.some((edge, at) => at > 0 && !(edge > (edges[at - 1] as number))))
    return refuse(scope, words, "not-ascending", { edges: edges.join(", ") }, ["how", "edges"]);
  return edges;
}

function edgesOf(how: Exclude<How, { by: "edges" }>, numbers: Numbers, table: Table, scope: StepScope): number[] {
  needFinite(numbers, scope);
  const column = numbers.column.name;
  const values = present(numbers.values);
  const edges = how.by === "tree" ? edgesByTarget(how, numbers, table, scope) : evenEdges(how.by, how.count, values);
  if (edges.length === 0) scope.say(words.sentence("no-edges", { step: scope.index + 1, column }));
  else if (how.by !== "tree" && edges.length < how.count - 1)
    scope.say(words.sentence("few-edges", { step: scope.index + 1, column, n: edges.length + 1, count: how.count }));
  return [...edges];
}

/** Those within; two that are equal are one. */
function evenEdges(by: "width" | "quantile", count: number, values: Float64Array): readonly number[] {
  if (values.length === 0 || momentsOf(values).isConstant) return [];
  const shares = Array.from({ length: count + 1 }, (_, at) => at / count);
  const ends = quantiles(values, by === "width" ? [0, 1] : shares);
  const [least = 0, largest = 0] = [ends[0], ends.at(-1)];
  const inner = by === "width" ? shares.map((share) => onLine(least, largest, share)).slice(1, -1) : ends.slice(1, -1);
  const within = [...new Set(inner)].filter((edge) => edge > least && edge < largest);
  if (by === "width") return within;
  return [...new Set([...atLeast(inner, within, values, least), ...within, ...atLargest(inner, within, values, largest)])];
}

/**
 * Where a quantile is the least value, which many rows have (zeros of counts), they are an interval: nothing lies below it, so that it
 * ends at the next larger value. scikit-learn makes one interval of them and what follows.
 */
function atLeast(inner: readonly number[], within: readonly number[], values: Float64Array, least: number): readonly number[] {
  if (!inner.includes(least)) return [];
  const next = values.reduce((low, value) => (value > least && value < low ? value : low), Number.POSITIVE_INFINITY);
  return within.some((edge) => edge <= next) ? [] : [next];
}

/** And so with the largest one. */
function atLargest(
  inner: readonly number[],
  within: readonly number[],
  values: Float64Array,
  largest: number,
): readonly number[] {
  if (!inner.includes(largest)) return [];
  const before = values.reduce((high, value) => (value < largest && value > high ? value : high), Number.NEGATIVE_INFINITY);
  return within.some((edge) => edge > before) ? [] : [largest];
}

/** The ends may lie further apart than a double holds. */
function onLine(least: number, largest: number, share: number): number {
  const step = largest - least;
  return Number.isFinite(step) ? least + share * step : least * (1 - share) + largest * share;
}

function edgesByTarget(how: Extract<How, { by: "tree" }>, numbers: Numbers, table: Table, scope: StepScope): number[] {
  const target = needColumn(scope, table, how.target, ["how", "target"]);
  if (target === numbers.column) return refuse(scope, words, "target-chosen", { column: target.name }, ["how", "target"]);
  const rows = Int32Array.from({ length: table.rowCount }, (_, row) => row).filter(
    (row) => !Number.isNaN(numbers.values[row]) && !isMissing(target, row),
  );
  const values = Float64Array.from(rows, (row) => numbers.values[row] as number);
  if (isNumeric(target) && target.type !== "text") {
    const own = { column: target, values: Float64Array.from(rows, (row) => target.values[row] as number) };
    needFinite(own, scope);
    // Around their mean, so that squares of large numbers cost no digits.
    const { mean } = momentsOf(own.values);
    return treeEdges(
      values,
      own.values.map((value) => value - mean),
      1,
      how,
    );
  }
  const { texts, placeOf } = categoriesOf(target, table.rowCount);
  const targets = new Float64Array(rows.length * texts.length);
  for (const [at, row] of rows.entries()) targets[at * texts.length + (placeOf[row] as number)] = 1;
  return treeEdges(values, targets, texts.length, how);
}

function inBins({ label, keep }: Options, { column, values }: Numbers, edges: readonly number[]): Column {
  const name = keep ? binName(column.name) : column.name;
  const more = moreOfChanged(column);
  const place = (value: number): number => {
    let low = 0;
    let high = edges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((edges[middle] as number) <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const places = Array.from(values, (value) => (Number.isNaN(value) ? null : place(value)));
  if (label === "number") return integerColumn(name, places, more);
  const names = namesOfBins(edges);
  return textColumn(
    name,
    places.map((at) => (at === null ? null : (names[at] ?? null))),
    more,
  );
}

/** As short as they stay apart. */
function namesOfBins(edges: readonly number[]): readonly string[] {
  if (edges.length === 0) return ["all"];
  const short = edges.map((edge) => String(Number(edge.toPrecision(6))));
  const shown = new Set(short).size === edges.length ? short : edges.map(String);
  return [`< ${shown[0]}`, ...shown.slice(1).map((edge, at) => `[${shown[at]}, ${edge})`), `≥ ${shown.at(-1)}`];
}
