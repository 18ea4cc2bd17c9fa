// What tells the outcome by itself: a column (classes: AUC, Cramér's V without bias, correlation ratio; a number: correlations), its
// gaps, the order of the rows, the numbers of names, dates; and names that have several rows. Kaufman et al., Leakage in data mining, ACM
// TKDD 6:15, 2012.

import type { ColumnFacts, JudgeOf, Levels, TableData, TableVerdict } from "../../contract/quality-rule.ts";
import { isMissing } from "../../artifacts/table.ts";
import { isTrainingRow, splitColumn } from "../../artifacts/parts-of-rows.ts";
import { areaUnderCurve } from "../../stats/area-under-curve.ts";
import { averageRanks, contingencyOf, correlationRatio, cramersV, pearson, spearman } from "../../stats/association.ts";
import { classesOf, outcomeOf } from "../parts/outcome.ts";
import { firstEqualRow } from "../parts/equal-rows.ts";
import { allColumns } from "../parts/table-data.ts";
import type { leakage } from "./rule.ts";
import { words } from "./words.ts";

interface Settings {
  readonly auc: number;
  readonly association: number;
  readonly correlation: number;
  readonly order: number;
  readonly rows: number;
}
/** The outcome as classes or as a number. */
type Target = { readonly classes: Levels; readonly numbers: null } | { readonly classes: null; readonly numbers: Float64Array };
type By = "by-auc" | "by-v" | "by-eta" | "by-correlation";
interface Told {
  readonly by: By;
  readonly value: number;
}

export const judge: JudgeOf<typeof leakage> = {
  judge(data, settings) {
    const outcome = outcomeOf(data);
    if (!outcome) return { lacks: words.sentence("no-outcome") };
    const { name } = outcome.column;
    const target = targetOf(outcome);
    if (!target) return { lacks: words.sentence("too-many", { column: name }) };
    if (!isEnough(target, settings.rows)) return { lacks: words.sentence("too-few", { column: name, threshold: settings.rows }) };
    const sides = splitColumn(data.table);
    const others = allColumns(data).filter(({ place, column }) => place !== outcome.place && column !== sides);
    const toldBy = others.map((each) => toldByColumn(each, target, settings.rows));
    const values = new Float64Array(data.table.columns.length).fill(Number.NaN);
    others.forEach(({ place }, at) => (values[place] = Math.abs(toldBy[at]?.value ?? Number.NaN)));
    return {
      measures: [{ name: "tells_outcome", values }],
      verdicts: [
        ...others.flatMap((each, at) => suspect(each, toldBy[at] ?? null, name, settings)),
        ...others.flatMap((each) => toldByGaps(each, target, name, settings)),
        ...byOrder(data, others, target, name, settings.order),
        ...severalRows(data, others),
      ],
    };
  },
};

function targetOf(outcome: ColumnFacts): Target | null {
  const classes = classesOf(outcome);
  if (classes) return { classes, numbers: null };
  const numbers = outcome.numbers();
  return numbers ? { classes: null, numbers } : null;
}

/** Two classes, or numbers, of which chance alone is not told so well. */
const isEnough = ({ classes, numbers }: Target, rows: number): boolean =>
  classes
    ? classes.counts.filter((count) => count >= rows).length >= 2
    : numbers.reduce((n, value) => n + (Number.isFinite(value) ? 1 : 0), 0) >= 2 * rows;

/** Of names nothing is asked here: each is its own. */
function toldByColumn(each: ColumnFacts, target: Target, least: number): Told | null {
  if (each.isName) return null;
  const levels = each.levels();
  const values = each.numbers();
  // Numbers of few values are as good as classes, and AUC tells them as well.
  if (target.classes) {
    if (values) return numberForClasses(values, target.classes, least);
    if (!levels) return null;
    const { value, n } = cramersV(
      contingencyOf(levels.of, levels.texts.length, target.classes.of, target.classes.texts.length),
      true,
    );
    return n >= 2 * least ? { by: "by-v", value } : null;
  }
  if (values) {
    const [line, ranks] = [pearson(values, target.numbers), spearman(values, target.numbers)];
    const value = Math.abs(line.value) > Math.abs(ranks.value) ? line.value : ranks.value;
    return line.n >= 2 * least ? { by: "by-correlation", value } : null;
  }
  if (!levels || levels.texts.length > target.numbers.length / 5) return null;
  const { value, n } = correlationRatio(levels.of, levels.texts.length, target.numbers);
  return n >= 2 * least ? { by: "by-eta", value } : null;
}

function numberForClasses(values: Float64Array, classes: Levels, least: number): Told | null {
  if (classes.texts.length > 2) {
    const ranks = averageRanks(values);
    const { value, n } = correlationRatio(classes.of, classes.texts.length, ranks);
    return n >= 2 * least ? { by: "by-eta", value } : null;
  }
  const value = aucOf(values, classes.of, least);
  return value === null ? null : { by: "by-auc", value };
}

/** Whichever class has the larger numbers. Null: too few rows of a class have one. */
function aucOf(values: Float64Array, of: Int32Array, least: number): number | null {
  const [there, cases] = [new Float64Array(values.length), new Uint8Array(values.length)];
  let [n, count] = [0, 0];
  for (let row = 0; row < values.length; row++) {
    const [value, level] = [values[row] as number, of[row] as number];
    if (level < 0 || value !== value) continue;
    there[count] = value;
    cases[count++] = level;
    n += level;
  }
  if (n < least || count - n < least) return null;
  const found = areaUnderCurve(there.subarray(0, count), cases.subarray(0, count));
  return found === null ? null : Math.max(found, 1 - found);
}

function suspect(
  { column, place }: ColumnFacts,
  told: Told | null,
  outcome: string,
  settings: Settings,
): readonly TableVerdict[] {
  if (!told) return [];
  const threshold = {
    "by-auc": settings.auc,
    "by-v": settings.association,
    "by-eta": settings.association,
    "by-correlation": settings.correlation,
  }[told.by];
  if (!(Math.abs(told.value) >= threshold)) return [];
  const says = words.sentence(told.by, { column: column.name, outcome, value: told.value, threshold });
  const step = { verb: "select", columns: [column.name], action: "drop" };
  return [{ level: "fail", columns: [place], value: told.value, threshold, says, step }];
}

/** What is there for one class alone (days until a relapse) tells it, whatever it says. */
function toldByGaps(
  { column, place, missing }: ColumnFacts,
  { classes }: Target,
  outcome: string,
  { association: threshold, rows: least }: Settings,
): readonly TableVerdict[] {
  const { valid } = column;
  if (!classes || !valid || missing < least || classes.of.length - missing < least) return [];
  const there = classes.of.map((_, row) => valid[row] as number);
  const { value, n } = cramersV(contingencyOf(there, 2, classes.of, classes.texts.length), true);
  if (n < 2 * least || !(value >= threshold)) return [];
  const says = words.sentence("by-gaps", { column: column.name, outcome, value, threshold });
  const step = { verb: "select", columns: [column.name], action: "drop" };
  return [{ level: "fail", columns: [place], value, threshold, says, step }];
}

/** Rows, numbers of names and dates: where one follows the outcome, a part that was cut off by it has one class. */
function byOrder(
  data: TableData,
  others: readonly ColumnFacts[],
  target: Target,
  outcome: string,
  threshold: number,
): readonly TableVerdict[] {
  const rows = new Float64Array(data.table.rowCount);
  for (let row = 0; row < rows.length; row++) rows[row] = row;
  // Where a column says which rows are learned from, nobody cuts by place.
  const byRows = splitColumn(data.table) ? null : orderOf(rows, target);
  const verdicts: TableVerdict[] = [];
  if (byRows !== null && byRows >= threshold) {
    const says = words.sentence("by-rows", { outcome, value: byRows, threshold });
    const step = { verb: "split", stratify: target.classes ? outcome : "" };
    verdicts.push({ level: "warn", columns: [], value: byRows, threshold, says, step });
  }
  for (const each of others) {
    const time = isTime(each);
    const numbers = time ? timesOf(each) : each.isName ? numbersOfNames(each) : null;
    const value = numbers ? orderOf(numbers, target) : null;
    if (value === null || !numbers || value < threshold || (time && splitColumn(data.table))) continue;
    // Names that were given row by row say what the rows say.
    if (!time && byRows !== null && byRows >= threshold && Math.abs(spearman(numbers, rows).value) > 0.99) continue;
    const { name } = each.column;
    const says = words.sentence(time ? "by-time" : "by-names", { column: name, outcome, value, threshold });
    const step = time ? { verb: "split", after: name } : { verb: "select", columns: [name], action: "drop" };
    verdicts.push({ level: "warn", columns: [each.place], value, threshold, says, step });
  }
  return verdicts;
}

const fewestInOrder = 10;

function orderOf(numbers: Float64Array, { classes, numbers: outcome }: Target): number | null {
  if (outcome) {
    const { value, n } = spearman(numbers, outcome);
    return n >= 2 * fewestInOrder ? Math.abs(value) : null;
  }
  if (classes.texts.length === 2) return aucOf(numbers, classes.of, fewestInOrder);
  const { value, n } = correlationRatio(classes.of, classes.texts.length, averageRanks(numbers));
  return n >= 2 * fewestInOrder ? value : null;
}

const isTime = ({ column }: ColumnFacts): boolean => column.semantic === "date" && column.type === "text";

/** Dates are texts that sort as they follow each other. */
function timesOf(each: ColumnFacts): Float64Array | null {
  const { column } = each;
  if (column.type !== "text") return null;
  return Float64Array.from(column.codes, (code, row) =>
    isMissing(column, row) ? Number.NaN : Date.parse(column.dictionary[code] ?? ""),
  );
}

/** The last number in each name: patient_017 is 17. */
function numbersOfNames(each: ColumnFacts): Float64Array | null {
  const values = each.numbers();
  if (values) return values;
  const { column } = each;
  if (column.type !== "text") return null;
  // Each name once: few of many rows, or as many as there are.
  const ofCode = column.dictionary.map((text) => {
    const digits = /(\d+)\D*$/.exec(text);
    return digits ? Number(digits[1]) : Number.NaN;
  });
  const found = new Float64Array(column.codes.length);
  for (let row = 0; row < found.length; row++)
    found[row] = isMissing(column, row) ? Number.NaN : (ofCode[column.codes[row] as number] as number);
  return found.some((value) => !Number.isNaN(value)) ? found : null;
}

/** Persons with several rows, which are on one side where a column says which rows are learned from, or not at all. */
function severalRows(data: TableData, others: readonly ColumnFacts[]): readonly TableVerdict[] {
  const { rowCount } = data.table;
  const sides = splitColumn(data.table);
  return others.flatMap((each): readonly TableVerdict[] => {
    if (each.column.semantic !== "patient" || each.missing === rowCount) return [];
    const first = firstEqualRow([each.column], rowCount);
    const several = new Set<number>();
    for (let row = 0; row < rowCount; row++) {
      const before = first[row] as number;
      if (before === row || isMissing(each.column, row)) continue;
      if (!sides || isTrainingRow(sides, row) !== isTrainingRow(sides, before)) several.add(before);
    }
    if (several.size === 0) return [];
    const { name } = each.column;
    const says = words.sentence(sides ? "both-sides" : "several", { column: name, n: several.size });
    const step = { verb: "split", together: [name] };
    return [{ level: sides ? "fail" : "warn", columns: [each.place], value: several.size, threshold: 0, says, step }];
  });
}
