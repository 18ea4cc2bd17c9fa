// Values that are far from what trend and season of the others of their series make expect: rows in the order of a column of times, of each group a
// series of its own. What is far is told of what is left, by its median absolute deviation.

import type { Table } from "../../artifacts/artifact.ts";
import type { OptionsOf, StepScope } from "../../contract/step.ts";
import { type Period, periodsOf } from "../../stats/period.ts";
import { robustZ } from "../../stats/robust-z.ts";
import { expectedOf } from "../../stats/stl.ts";
import { needFinite, type Numbers } from "../parts/numbers-of-columns.ts";
import { needColumn, refuse } from "../parts/step-scope.ts";
import { acted, type Judged } from "./acted.ts";
import { groupsBy } from "../parts/row-groups.ts";
import type { outliers, Rule } from "./step.ts";
import { placesInTime, timesOf } from "./times.ts";
import { words } from "./words.ts";

type Options = OptionsOf<typeof outliers>;
type SeasonalRule = Extract<Rule, { readonly by: "seasonal" }>;

interface Line {
  readonly rows: readonly number[];
  readonly places: Int32Array;
  readonly length: number;
}

export function bySeasons(step: Options, rule: SeasonalRule, chosen: readonly Numbers[], table: Table, scope: StepScope): Table {
  const lines = linesOf(step, rule, table, scope);
  return acted(
    step,
    table,
    chosen.map((numbers) => judgedIn(rule, numbers, lines, table, scope)),
    scope,
  );
}

/** Each series' rows and their places; where there is one alone, why it has none ends the step. */
function linesOf({ group }: Options, rule: SeasonalRule, table: Table, scope: StepScope): readonly Line[] {
  const column = needColumn(scope, table, rule.time, ["rule", "time"]);
  const { values: times, unread } = timesOf(column, table.rowCount);
  const missing = times.filter(Number.isNaN).length;
  if (unread === table.rowCount && unread > 0) return refuse(scope, words, "no-times", { column: column.name }, ["rule", "time"]);
  if (missing > 0) scope.say(words.sentence("timeless", { step: scope.index + 1, column: column.name, n: missing }));
  const { texts, placeOf } = groupsBy(group, table, scope);
  const rowsOf: number[][] = texts.map(() => []);
  for (const [row, time] of times.entries()) if (!Number.isNaN(time)) rowsOf[placeOf[row] as number]?.push(row);
  const lines: Line[] = [];
  const without = { few: 0, twice: 0, uneven: 0, sparse: 0 };
  for (const rows of rowsOf) {
    if (rows.length === 0 && group !== "") continue;
    const found = placesInTime(rows.map((row) => times[row] as number));
    if (typeof found !== "string") lines.push({ rows, ...found });
    else if (group === "")
      return refuse(scope, words, `times-${found}`, { column: column.name, n: rows.length }, ["rule", "time"]);
    else without[found]++;
  }
  const n = without.few + without.twice + without.uneven + without.sparse;
  if (n > 0)
    scope.say(
      words.sentence("times-groups", { step: scope.index + 1, column: column.name, n, of: lines.length + n, ...without }),
    );
  return lines;
}

function judgedIn(rule: SeasonalRule, numbers: Numbers, lines: readonly Line[], table: Table, scope: StepScope): Judged {
  needFinite(numbers, scope);
  const column = numbers.column.name;
  const far = new Float64Array(table.rowCount).fill(Number.NaN);
  const verdict = new Uint8Array(table.rowCount).fill(2);
  const [low, high] = [new Float64Array(table.rowCount), new Float64Array(table.rowCount)];
  const period = rule.period === 0 ? guessed(rule, numbers, lines, scope) : rule.period;
  const left = { short: 0, flat: 0 };
  for (const line of lines) {
    const series = seriesOf(numbers, line);
    const present = series.filter((value) => !Number.isNaN(value)).length;
    // Of two periods each phase has two values, of which none is the odd one.
    if (period < 2 || present < 3 * period) {
      left.short++;
      continue;
    }
    const expected = expectedOf(series, period, () => scope.signal.throwIfAborted());
    const { z, median, spread } = robustZ(series.map((value, at) => value - (expected[at] as number)));
    // What rounding leaves of a series that repeats to the last digit is no spread.
    const size = series.reduce((most, value) => Math.max(most, Math.abs(value) || 0), 0);
    if (!(spread > size * 1e-9)) {
      left.flat++;
      continue;
    }
    for (const [nth, row] of line.rows.entries()) {
      const at = line.places[nth] as number;
      if (Number.isNaN(series[at])) continue;
      far[row] = z[at] as number;
      verdict[row] = Math.abs(z[at] as number) > rule.beyond ? 1 : 0;
      const middle = (expected[at] as number) + median;
      [low[row], high[row]] = [middle - rule.beyond * spread, middle + rule.beyond * spread];
    }
  }
  for (const why of ["short", "flat"] as const)
    if (left[why] > 0)
      scope.say(words.sentence(`series-${why}`, { step: scope.index + 1, column, n: left[why], of: lines.length, period }));
  return {
    numbers,
    measures: [{ far, beyond: () => rule.beyond }],
    verdict,
    bound: (row) => Math.min(Math.max(numbers.values[row] as number, low[row] as number), high[row] as number),
  };
}

function seriesOf({ values }: Numbers, { rows, places, length }: Line): Float64Array {
  const series = new Float64Array(length).fill(Number.NaN);
  for (const [nth, row] of rows.entries()) series[places[nth] as number] = values[row] as number;
  return series;
}

/** That of the longest series; what else it may be is told. */
function guessed(rule: SeasonalRule, numbers: Numbers, lines: readonly Line[], scope: StepScope): number {
  const column = numbers.column.name;
  const longest = lines.toSorted((a, b) => b.rows.length - a.rows.length)[0];
  const found: readonly Period[] = longest ? periodsOf(seriesOf(numbers, longest)) : [];
  const [first, next] = found;
  if (!first) return longest ? refuse(scope, words, "no-period", { column, time: rule.time }, ["rule", "period"]) : 0;
  const told = { step: scope.index + 1, column, n: first.period, share: shown(first.correlation) };
  scope.say(
    next
      ? words.sentence("period-guessed-of-two", { ...told, other: next.period, otherShare: shown(next.correlation) })
      : words.sentence("period-guessed", told),
  );
  return first.period;
}

const shown = (value: number): number => Number(value.toPrecision(2));
