// A row a tested column or feature: sizes, means or medians of groups, what was estimated, the statistic, p values, the effect, and why
// there is none: as a code, which the screen says in the reader's language (called-in-tests.ts).

import type { Column, Table } from "../../artifacts/artifact.ts";
import { integerColumn, numberColumn, textColumn, uniquelyNamed } from "../../artifacts/table.ts";
import type { ComparedData, StatisticalTest, TestAnswer } from "../../contract/statistical-test.ts";
import { assertNever } from "../../base/invariant.ts";
import { quantileOfSorted } from "../../stats/quantiles.ts";
import { meanOf } from "../../stats/sums.ts";
import type { NotTested } from "../../statistical-tests/say-no-answer.ts";

export interface Tested {
  readonly name: string;
  readonly summary: Summary | null;
  readonly answer: TestAnswer | null;
  readonly none: NotTested | null;
}

export interface Summary {
  readonly n: number;
  /** Of each group, where there are groups. */
  readonly sizes: readonly number[];
  /** Means, or medians where the test goes by ranks. */
  readonly middles: readonly number[];
  /** Of two by two counts which odds are over which. */
  readonly odds?: { readonly value: string; readonly other: string; readonly of: string; readonly against: string };
}

export const whyColumn = "why";
const byRanks: ReadonlySet<string> = new Set(["mann-whitney", "signed-rank", "kruskal-wallis"]);
const sizeOf = "n_";

export function tableOfTests(
  tested: readonly Tested[],
  {
    test,
    levels,
    nameColumn,
    adjusted,
  }: { test: StatisticalTest; levels: readonly string[]; nameColumn: string; adjusted: Float64Array | null },
): Table {
  const of = (name: string, at: (each: Tested, place: number) => number | undefined): Column =>
    numberColumn(
      name,
      tested.map((each, place) => {
        const value = at(each, place);
        return value === undefined || Number.isNaN(value) ? null : value;
      }),
      { semantic: "number" },
    );
  const some = (at: (answer: TestAnswer) => unknown): boolean => tested.some(({ answer }) => answer && at(answer) !== undefined);
  const dfs = Math.max(0, ...tested.map(({ answer }) => answer?.df.length ?? 0));
  const middle = goesByRanks(test) ? "median" : "mean";
  const means = tested.some(({ summary }) => summary !== null && summary.middles.length > 0);
  const effect = (test.effect ?? "").replaceAll("-", "_");
  const columns: (Column | false)[] = [
    textColumn(
      nameColumn,
      tested.map(({ name }) => name),
    ),
    integerColumn(
      "n",
      tested.map(({ summary }) => summary?.n ?? null),
    ),
    ...levels.map((level, at) =>
      integerColumn(
        `${sizeOf}${level}`,
        tested.map(({ summary }) => summary?.sizes[at] ?? null),
      ),
    ),
    ...(means ? levels.map((level, at) => of(`${middle}_${level}`, ({ summary }) => summary?.middles[at])) : []),
    some(({ estimate }) => estimate) && of(test.estimates ?? "estimate", ({ answer }) => answer?.estimate),
    some(({ interval }) => interval) && of("low", ({ answer }) => answer?.interval?.[0]),
    some(({ interval }) => interval) && of("high", ({ answer }) => answer?.interval?.[1]),
    // Where the statistic is the effect itself, as Fisher's odds ratio is, it stands once, beside its interval.
    !(effect === test.statistic && some((answer) => answer.effect)) && of(test.statistic, ({ answer }) => answer?.statistic),
    ...Array.from({ length: dfs }, (_, at) => of(dfs === 1 ? "df" : `df${at + 1}`, ({ answer }) => answer?.df[at])),
    of("pvalue", ({ answer }) => answer?.p),
    adjusted !== null && of("padj", (_, place) => adjusted[place]),
    some((answer) => answer.effect) && test.effect !== null && of(effect, ({ answer }) => answer?.effect),
    some((answer) => answer.effectInterval) && of(`${effect}_low`, ({ answer }) => answer?.effectInterval?.[0]),
    some((answer) => answer.effectInterval) && of(`${effect}_high`, ({ answer }) => answer?.effectInterval?.[1]),
    tested.some(({ none }) => none) &&
      textColumn(
        whyColumn,
        tested.map(({ none }) => none),
        { semantic: "category" },
      ),
  ];
  return {
    type: "table",
    rowCount: tested.length,
    columns: uniquelyNamed(
      columns.filter((column) => column !== false),
      "_",
    ),
  };
}

export const goesByRanks = ({ name }: StatisticalTest): boolean => byRanks.has(name);

export function summaryOf(data: ComparedData, test: StatisticalTest): Summary {
  switch (data.shape) {
    case "groups": {
      const sizes = data.groups.map(({ length }) => length);
      return { n: sum(sizes), sizes, middles: data.groups.map((values) => middleOf(values, test)) };
    }
    case "repeats": {
      const { x, y } = data;
      return { n: x.length, sizes: [x.length, y.length], middles: [middleOf(x, test), middleOf(y, test)] };
    }
    case "columns":
      return { n: data.x.length, sizes: [], middles: [] };
    case "counts": {
      const sizes = (data.counts[0] ?? []).map((_, at) => sum(data.counts.map((row) => row[at] ?? 0)));
      const [[value, other, ...values], [of, against, ...groups]] = [data.rows, data.columns];
      const isTwoByTwo = values.length === 0 && groups.length === 0;
      const odds =
        isTwoByTwo && value && other && of && against && test.effect === "odds-ratio" ? { value, other, of, against } : null;
      return { n: sum(sizes), sizes, middles: [], ...(odds ? { odds } : {}) };
    }
    case "repeated-counts": {
      const n = sum(data.counts.flat());
      return { n, sizes: [n, n], middles: [] };
    }
    default:
      return assertNever(data);
  }
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const middleOf = (values: Float64Array, test: StatisticalTest): number =>
  values.length === 0 ? Number.NaN : goesByRanks(test) ? quantileOfSorted(Float64Array.from(values).sort(), 0.5) : meanOf(values);

/** The fewest values of each group that anything is told of, whichever column or feature has so few; of two columns the fewest rows. */
export function fewestTested(tested: readonly Tested[]): readonly number[] {
  const fewest: number[] = [];
  for (const { summary } of tested) {
    const sizes = summary === null || summary.sizes.length > 0 ? (summary?.sizes ?? []) : [summary.n];
    sizes.forEach((size, at) => {
      if (size > 0) fewest[at] = Math.min(fewest[at] ?? size, size);
    });
  }
  return fewest.filter((size) => size > 0);
}

/** How many rows stand behind what such a table tells. */
export function sizesIn({ columns }: Table): readonly number[] {
  const sizes = columns.filter(({ name, type }) => type === "int32" && (name === "n" || name.startsWith(sizeOf)));
  const found = sizes.flatMap((column) => (column.type === "int32" ? [...column.values] : []));
  return [...new Set(found)].filter((size) => size > 0);
}
