// How far the farthest number of a column lies from its median, in MADs, and how many lie far. A column whose middle is skewed is judged
// by its logarithms: amounts, doses and times are. A few far numbers skew no middle (an age of 560 stays one).

import type { ColumnFacts, JudgeOf, TableVerdict } from "../../contract/quality-rule.ts";
import { quantiles } from "../../stats/quantiles.ts";
import { robustZ } from "../../stats/robust-z.ts";
import { allColumns } from "../parts/table-data.ts";
import type { farValues } from "./rule.ts";
import { words } from "./words.ts";

/** Of fewer values no middle is told. */
const fewest = 10;

interface Far {
  readonly n: number;
  /** The farthest, by how much, and where it stands. */
  readonly z: number;
  readonly row: number;
  readonly rows: readonly number[];
}

type Settings = { readonly beyond: number; readonly warn: number; readonly fail: number };

export const judge: JudgeOf<typeof farValues> = {
  judge(data, settings) {
    const all = allColumns(data);
    const judgedOnes = all.map((each) => farIn(each, settings.beyond));
    if (judgedOnes.every((far) => far === null)) return { lacks: words.sentence("none") };
    return {
      measures: [
        { name: "far_values", values: Float64Array.from(judgedOnes, (far) => far?.n ?? Number.NaN) },
        { name: "farthest_mad", values: Float64Array.from(judgedOnes, (far) => far?.z ?? Number.NaN) },
      ],
      verdicts: all.flatMap((each, at) => {
        const far = judgedOnes[at];
        return far ? verdictOf(each, far, settings) : [];
      }),
    };
  },
};

function verdictOf({ column, place, numbers }: ColumnFacts, far: Far & { readonly isLog: boolean }, settings: Settings) {
  const { beyond, warn, fail } = settings;
  const level = far.z > fail ? "fail" : far.z > warn ? "warn" : null;
  if (!level) return [];
  const threshold = settings[level];
  const says = words.sentence(far.isLog ? "far-logs" : "far", {
    column: column.name,
    n: far.n,
    beyond,
    far: numbers()?.[far.row] ?? Number.NaN,
    value: far.z,
    threshold,
  });
  const step = { verb: "outliers", columns: [column.name], rule: { by: "mad", beyond: warn }, action: "flag" };
  const verdict: TableVerdict = { level, columns: [place], rows: far.rows, value: far.z, threshold, says, step };
  return [verdict];
}

/** Null: no numbers that have a spread. Codes, places and names are not far from each other. */
function farIn(each: ColumnFacts, beyond: number): (Far & { readonly isLog: boolean }) | null {
  const { column, isName } = each;
  const values = isName || isCode(each) ? null : each.numbers();
  if (!values || ["position", "start", "end", "chromosome"].includes(column.semantic ?? "")) return null;
  const finite = values.slice();
  let least = Number.POSITIVE_INFINITY;
  for (let row = 0; row < finite.length; row++) {
    const value = finite[row] as number;
    if (!Number.isFinite(value)) finite[row] = Number.NaN;
    else if (value < least) least = value;
  }
  const asTheyAre = farBy(finite, beyond);
  if (!asTheyAre) return null;
  const middle = asTheyAre.n === 0 ? null : octiles(finite);
  const from = middle && middle.skew > skewed ? (least > 0 ? 0 : Math.min(middle.floor, least - middle.step)) : least;
  if (!(from < least)) return { ...asTheyAre, isLog: false };
  const logged = farBy(
    finite.map((value) => Math.log(value - from)),
    beyond,
  );
  return logged && logged.z < asTheyAre.z ? { ...logged, isLog: true } : { ...asTheyAre, isLog: false };
}

/**
 * By which the logarithm of a normal number with a deviation of 0.35 is skewed (tanh(1.15 * 0.35 / 2)). Below it the farthest of
 * thousands of such numbers lies less than 10 MADs from their median.
 */
const skewed = 0.2;

/**
 * Skewness of the middle (Hinkley, Biometrika 62:101-111, 1975, at the octiles: an eighth of the values may be anything), and where the
 * numbers would begin were they lognormal, so that scaled ones are judged as they were before.
 */
function octiles(values: Float64Array): { readonly skew: number; readonly floor: number; readonly step: number } {
  const [low = 0, middle = 0, high = 0] = quantiles(
    values.filter((value) => !Number.isNaN(value)),
    [1 / 8, 1 / 2, 7 / 8],
  );
  const bend = high - middle - (middle - low);
  // No logarithm is taken nearer to the floor than a tenth of what lies between an octile and the median.
  return { skew: bend / (high - low), floor: middle - ((high - middle) * (middle - low)) / bend, step: (middle - low) / 10 };
}

/** Whole numbers of few values. */
const isCode = ({ column, levels }: ColumnFacts): boolean => column.type === "int32" && (levels()?.texts.length ?? 11) <= 10;

function farBy(values: Float64Array, beyond: number): Far | null {
  let there = 0;
  for (const value of values) if (!Number.isNaN(value)) there++;
  if (there < fewest) return null;
  const { z, spread } = robustZ(values);
  if (!(spread > 0) || !Number.isFinite(spread)) return null;
  const rows: number[] = [];
  let [row, most] = [0, 0];
  for (let at = 0; at < z.length; at++) {
    const size = Math.abs(z[at] as number);
    if (size > beyond) rows.push(at);
    if (size > most) [row, most] = [at, size];
  }
  return { n: rows.length, z: most, row, rows };
}
