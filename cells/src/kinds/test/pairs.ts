// Each two groups after a test of more than two: a row a pair, p values adjusted within each tested value, and what is said of them.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { integerColumn, numberColumn, textColumn } from "../../artifacts/table.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import type { PairAnswer, StatisticalTest, TestWork } from "../../contract/statistical-test.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { type Adjustment, adjustedP } from "../../stats/adjusted-p.ts";
import type { TestSettings } from "../../statistical-tests.ts";
import type { Compared } from "./compare.ts";
import { pTold } from "./p-told.ts";
import { words } from "./words.ts";

interface Pair extends PairAnswer {
  readonly name: string;
  readonly adjusted: number;
}

export interface AskedPairs {
  readonly compared: Compared;
  readonly test: StatisticalTest;
  readonly work: TestWork;
  readonly options: TestSettings;
  readonly alpha: number;
  readonly adjust: Adjustment;
  /** Places of the tested values whose groups are compared, with their names. */
  readonly values: readonly { readonly at: number; readonly name: string }[];
}

export async function pairsOf(asked: AskedPairs, context: ExecuteContext): Promise<readonly Pair[]> {
  const { compared, test, work, options, alpha, adjust } = asked;
  if (compared.levels.length < 3 || !test.pairs || !work.pairs) return [];
  const pairs: Pair[] = [];
  let turn = performance.now();
  for (const [place, { at, name }] of asked.values.entries()) {
    if (performance.now() - turn > 50) {
      context.progress(place / asked.values.length);
      await new Promise((next) => setTimeout(next, 0));
      context.signal.throwIfAborted();
      turn = performance.now();
    }
    const data = compared.data(at);
    if (typeof data === "string") continue;
    const found = work.pairs({ options, data, confidence: 1 - alpha });
    const p = found.map((pair) => pair.p);
    const adjusted = test.pairs.together ? p : adjustedP(p, adjust);
    found.forEach((pair, of) => pairs.push({ ...pair, name, adjusted: adjusted[of] ?? Number.NaN }));
  }
  return pairs;
}

export function tableOfPairs(
  pairs: readonly Pair[],
  {
    test,
    levels,
    nameColumn,
  }: { readonly test: StatisticalTest; readonly levels: readonly string[]; readonly nameColumn: string },
): Table {
  const of = (name: string, at: (pair: Pair) => number | undefined): Column =>
    numberColumn(
      name,
      pairs.map((pair) => {
        const value = at(pair);
        return value === undefined || Number.isNaN(value) ? null : value;
      }),
      { semantic: "number" },
    );
  const group = (name: string, side: "first" | "second"): Column =>
    textColumn(
      name,
      pairs.map((pair) => levels[pair[side]] ?? ""),
      { semantic: "category" },
    );
  const card = test.pairs;
  const some = (at: (pair: Pair) => unknown): boolean => pairs.some((pair) => at(pair) !== undefined);
  const columns: (Column | false)[] = [
    textColumn(
      nameColumn,
      pairs.map(({ name }) => name),
    ),
    group("group", "first"),
    group("against", "second"),
    integerColumn(
      "n_group",
      pairs.map(({ sizes }) => sizes[0]),
    ),
    integerColumn(
      "n_against",
      pairs.map(({ sizes }) => sizes[1]),
    ),
    some(({ estimate }) => estimate) && of(card?.estimates ?? "estimate", ({ estimate }) => estimate),
    some(({ interval }) => interval) && of("low", ({ interval }) => interval?.[0]),
    some(({ interval }) => interval) && of("high", ({ interval }) => interval?.[1]),
    of(card?.statistic ?? "statistic", ({ statistic }) => statistic),
    some(({ df }) => df) && of("df", ({ df }) => df),
    !card?.together && of("pvalue", ({ p }) => p),
    of("padj", ({ adjusted }) => adjusted),
  ];
  return { type: "table", rowCount: pairs.length, columns: columns.filter((column) => column !== false) };
}

/** What the comparison of each two is called. */
export function methodOfPairs(options: TestSettings): "tukey" | "games-howell" | "dunn" | "chi-square" | "fisher" | null {
  switch (options.type) {
    case "anova":
      return options.variances === "equal" ? "tukey" : "games-howell";
    case "kruskal-wallis":
      return "dunn";
    case "chi-square":
    case "fisher":
      return options.type;
    default:
      return null;
  }
}

const mostTold = 6;

/** Of one value which groups differ; of several that they are compared. */
export function sayPairs(
  pairs: readonly Pair[],
  { options, levels, alpha, several }: { options: TestSettings; levels: readonly string[]; alpha: number; several: number },
): readonly Sentence[] {
  const method = methodOfPairs(options);
  if (pairs.length === 0 || method === null) return [];
  const by = words.sentence(`pairs-${method}`);
  const called = { key: by.key, params: {} };
  if (several > 1) return [words.sentence("pairs-of-several", { n: several, method: called })];
  const found = pairs.filter(({ adjusted }) => adjusted < alpha).sort((a, b) => a.adjusted - b.adjusted);
  const told = found
    .slice(0, mostTold)
    .map(
      ({ first, second, adjusted }) =>
        `${levels[first] ?? ""} – ${levels[second] ?? ""} (p = ${pTold(adjusted, Math.log(adjusted))})`,
    );
  const more = found.length > mostTold ? ["…"] : [];
  return found.length === 0
    ? [words.sentence("pairs-none", { n: pairs.length, method: called })]
    : [words.sentence("pairs-found", { n: pairs.length, found: found.length, pairs: [...told, ...more], method: called })];
}
