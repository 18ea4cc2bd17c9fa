// Columns that say the same: in every row equal, each value of one with one value of the other (a coding), or numbers that differ by
// their unit. Names of rows go with everything one to one, and count only where they are equal.

import type { Column } from "../../artifacts/artifact.ts";
import { cellString, isMissing } from "../../artifacts/table.ts";
import type { ColumnFacts, JudgeOf, Levels, TableVerdict } from "../../contract/quality-rule.ts";
import { pearson, spearman } from "../../stats/association.ts";
import { listed } from "../parts/said-of-columns.ts";
import { allColumns } from "../parts/table-data.ts";
import type { duplicateColumns } from "./rule.ts";
import { words } from "./words.ts";

/** Pairs whose numbers are looked at; more columns take too long. */
const mostNumbers = 4000;
/** Of fewer rows columns are equal by chance. */
const fewestRows = 5;
/** Of fewer numbers a line is drawn through anything. */
const fewestOnLine = 10;
/** Numbers of more values are no codes; whether two of them are one in another unit is asked after that. */
const mostCodes = 20;
/** Rows by which most pairs are told to differ. */
const glance = 200;

export const judge: JudgeOf<typeof duplicateColumns> = {
  judge(data, { linear }) {
    const { rowCount } = data.table;
    // The outcome stays, whatever says the same: it comes first.
    const isOutcome = ({ column }: ColumnFacts): boolean => column === data.columns.outcome;
    const varied = allColumns(data)
      .filter((each) => varies(each))
      .sort((a, b) => Number(isOutcome(b)) - Number(isOutcome(a)));
    if (varied.length < 2 || rowCount < fewestRows) return { lacks: words.sentence("too-few") };
    const verdicts: TableVerdict[] = [];
    const told = new Set<number>();
    const tell = (other: ColumnFacts, level: "warn" | "fail", value: number, says: TableVerdict["says"]): void => {
      if (told.has(other.place)) return;
      told.add(other.place);
      const step = { verb: "select", columns: [other.column.name], action: "drop" };
      verdicts.push({ level, columns: [other.place], value, threshold: Math.abs(value) < 1 ? linear : 1, says, step });
    };
    for (const [column, other] of alikeBy(varied, (each) => markOfValues(each.column, rowCount)))
      if (areEqual(column.column, other.column, rowCount))
        // Of two names of the rows one is as good as the other.
        tell(
          other,
          other.isName ? "warn" : "fail",
          1,
          words.sentence("equal", { column: column.column.name, other: other.column.name }),
        );
    const levelled = varied.flatMap((each) => {
      const found = told.has(each.place) ? null : each.levels();
      const isCode = found && found.texts.length <= (each.numbers() ? mostCodes : rowCount / 2);
      return found && isCode && found.texts.length >= 2 ? [{ ...each, found }] : [];
    });
    for (const [column, other] of alikeBy(levelled, ({ found }) => markOfNumbers(found.of)))
      if (column.found.of.every((level, row) => level === other.found.of[row])) {
        const labels = listed(column.found.texts.map((text, at) => `${text} = ${other.found.texts[at]}`));
        const named = { column: column.column.name, other: other.column.name, labels };
        tell(other, "warn", 1, words.sentence("coding", named));
      }
    const numbers = varied.flatMap((each) => {
      const values = told.has(each.place) || each.isName || isPlace(each) ? null : each.numbers();
      return values ? [{ ...each, values, some: glanceAt(values) }] : [];
    });
    if (numbers.length > mostNumbers) {
      const says = words.sentence("too-many", { n: numbers.length, most: mostNumbers });
      verdicts.push({ level: "warn", columns: [], value: numbers.length, threshold: mostNumbers, says });
    } else
      for (const [at, column] of numbers.entries())
        for (const other of numbers.slice(at + 1)) {
          const value = told.has(other.place) || told.has(column.place) ? 0 : correlationOf(column, other, linear);
          if (Math.abs(value) < linear) continue;
          const named = {
            column: column.column.name,
            other: other.column.name,
            value: String(Number(value.toPrecision(7))),
            threshold: String(linear),
          };
          tell(other, "warn", value, words.sentence("unit", named));
        }
    return { measures: [], verdicts };
  },
};

/** Where something begins and ends: both follow the chromosome. */
const isPlace = ({ column }: ColumnFacts): boolean => ["start", "end", "position"].includes(column.semantic ?? "");

/** Two different values: what is constant is another rule's. */
function varies({ column, missing, levels }: ColumnFacts): boolean {
  const found = levels();
  return found ? found.texts.length > 1 : missing < (column.type === "text" ? column.codes : column.values).length;
}

/** Each with the first one before it that has the same mark. */
function alikeBy<C extends ColumnFacts>(columns: readonly C[], markOf: (column: C) => string): readonly (readonly [C, C])[] {
  const first = new Map<string, C>();
  return columns.flatMap((column) => {
    const mark = markOf(column);
    const before = first.get(mark);
    if (!before) first.set(mark, column);
    return before ? [[before, column] as const] : [];
  });
}

/** Equal values, whatever their type, have equal marks; of texts numbers are no texts. */
function markOfValues(column: Column, rows: number): string {
  const step = Math.max(1, Math.floor(rows / glance));
  let text = "";
  for (let row = 0; row < rows; row += step) text += `${isMissing(column, row) ? "-" : cellString(column, row)}|`;
  return text;
}

function areEqual(a: Column, b: Column, rows: number): boolean {
  for (let row = 0; row < rows; row++) {
    if (isMissing(a, row) !== isMissing(b, row)) return false;
    if (a.type === "text" || b.type === "text") {
      if (cellString(a, row) !== cellString(b, row)) return false;
    } else if (a.values[row] !== b.values[row]) return false;
  }
  return true;
}

/** Levels are numbered as they come: a coding has the same numbers. */
function markOfNumbers(of: Levels["of"]): string {
  let [left, right] = [0, 0];
  for (const place of of) {
    left = (Math.imul(left, 31) + place) | 0;
    right = Math.imul(right ^ (place + 1), 0x9e3779b1);
  }
  return `${left} ${right}`;
}

interface Numbers {
  readonly values: Float64Array;
  readonly some: Float64Array;
}

/** Some rows, evenly spread. */
function glanceAt(values: Float64Array): Float64Array {
  const step = Math.max(1, Math.floor(values.length / glance));
  return Float64Array.from({ length: Math.ceil(values.length / step) }, (_, at) => values[at * step] as number);
}

/** 0 where a glance tells that it is less. */
function correlationOf(x: Numbers, y: Numbers, least: number): number {
  // Most of the spread may lie in rows that were not looked at.
  if (Math.abs(pearson(x.some, y.some).value) < Math.min(least, 0.999)) return 0;
  const { value, n } = pearson(x.values, y.values);
  // One number that is far from all others makes a line of any cloud; ranks do not follow it.
  const isLine = n >= fewestOnLine && Math.abs(value) >= least && Math.abs(spearman(x.values, y.values).value) >= least;
  return isLine ? value : 0;
}
