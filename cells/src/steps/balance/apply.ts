// Rows of the training taken again, left out, or made between two of a class; others stay where they are, and what comes stands
// behind them. A made row stands for nobody: what names individuals is missing in it. One that is taken again is still of whom it
// was of. Which these are a column says.

import type { Assay, Column, Table } from "../../artifacts/artifact.ts";
import { denseData, featureIds, sampleIds } from "../../artifacts/assay.ts";
import { takeSamples } from "../../artifacts/take-samples.ts";
import { booleanColumn, isMissing, moreOf, numberColumn, takeColumnRows, takeRows, textColumn } from "../../artifacts/table.ts";
import type { Apply, OptionsOf, StepScope } from "../../contract/step.ts";
import { type Random, seededRandom, shuffle, streamSeed } from "../../stats/seeded-random.ts";
import { between, madePoints, type MadePoint } from "../../stats/smote.ts";
import { chosenNumbers, needFinite, type Numbers } from "../parts/numbers-of-columns.ts";
import { isNumeric, refuse, tableWith } from "../parts/step-scope.ts";
import { listed } from "../parts/said.ts";
import { unlikeSpreads } from "../parts/unlike-spreads.ts";
import { categoriesFor, nominalOf, sayUncounted, tellsApart, withCommonest } from "./categories.ts";
import { type ClassRows, classesOf } from "./classes.ts";
import type { balance } from "./step.ts";
import { words } from "./words.ts";

type Options = OptionsOf<typeof balance>;
/** Squares of distances between so many rows are looked at, at most. */
const limit = 4e9;

export const apply: Apply<typeof balance> = {
  table(step, table, scope) {
    const classes = classesOf(step, table, scope);
    const { how } = step;
    if (how.by !== "smote" && how.by !== "smote-nc") return marked(table, resampled(step, classes, table.rowCount), step, scope);
    const nominal = how.by === "smote-nc" ? categoriesFor(step, how, table, scope) : [];
    const numbers = numbersFor(step, how.columns, nominal, table, scope);
    if (how.by === "smote" && how.columns.length === 0) sayUncounted(step, table, scope);
    const points = pointsOf(classes, pointsFor(step, how.neighbours, numbers, nominal, scope));
    const origin = [...Array(table.rowCount).keys(), ...points.map(({ base }) => base)];
    sayFractions(numbers, points, scope);
    const byName = new Map(numbers.map((each) => [each.column.name, each]));
    const columns = table.columns.map((column) => {
      const own = byName.get(column.name);
      if (own) return withBetween(column, own.values, points);
      if (column.name === step.column || column.semantic === "split") return takeColumnRows(column, origin);
      return tellsApart(column) ? emptied(column, table.rowCount, origin) : withCommonest(column, points, origin);
    });
    return marked({ ...table, columns, rowCount: origin.length }, { origin, made: points.length, gone: 0 }, step, scope, true);
  },
  assay(step, assay, scope) {
    const { samples } = assay;
    const classes = classesOf(step, samples, scope);
    const isMade = step.how.by === "smote";
    if (step.how.by === "smote-nc") return refuse(scope, words, "matrix-numbers", {}, ["how"]);
    if (step.how.by === "smote" && step.how.columns.length > 0) refuse(scope, words, "columns-of-table", {}, ["how"]);
    const features = isMade ? featuresOf(assay) : [];
    const neighbours = step.how.by === "smote" ? step.how.neighbours : 0;
    const points = isMade ? pointsOf(classes, pointsFor(step, neighbours, features, [], scope)) : [];
    if (isMade) sayFractions(features, points, scope);
    const taken: Taken = isMade
      ? { origin: [...Array(assay.sampleCount).keys(), ...points.map(({ base }) => base)], made: points.length, gone: 0 }
      : resampled(step, classes, assay.sampleCount);
    const kept = taken.origin.length - taken.made;
    const more = takeSamples(assay, Int32Array.from(taken.origin));
    const ids = sampleIds(assay);
    const called = namesOfAll(
      taken.origin.slice(0, kept).map((row) => ids[row] ?? ""),
      taken.origin.slice(kept),
      (row) => (isMade ? "made" : `${ids[row] ?? ""} again`),
    );
    const [first, ...others] = more.samples.columns;
    const annotated = others.map((column, at) => {
      const source = samples.columns[at + 1] as Column;
      return isMade && tellsApart(column) ? emptied(source, assay.sampleCount, taken.origin) : column;
    });
    const columns = first ? [textColumn(first.name, called, moreOf(first)), ...annotated] : annotated;
    const table = marked({ ...more.samples, columns }, taken, step, scope, true);
    if (!isMade) return { ...more, samples: table };
    const { layers: _ofOthers, ...whole } = more;
    return { ...whole, samples: table, values: { layout: "dense", data: betweenSamples(more, features, points) } };
  },
};

/** Samples have names of their own: a stem, and the first number with which there is none of that name. */
function namesOfAll(kept: readonly string[], added: readonly number[], stemOf: (row: number) => string): readonly string[] {
  const known = new Set(kept);
  const next = new Map<string, number>();
  const more = added.map((row) => {
    const stem = stemOf(row);
    let n = next.get(stem) ?? 1;
    while (known.has(`${stem} ${n}`)) n++;
    next.set(stem, n + 1);
    known.add(`${stem} ${n}`);
    return `${stem} ${n}`;
  });
  return [...kept, ...more];
}

interface Taken {
  /** Row of the data behind each row of the answer. */
  readonly origin: readonly number[];
  /** The last so many were added. */
  readonly made: number;
  readonly gone: number;
}

/** By chance: rows taken again, each class as often as it can be before one is taken twice more; or rows left out. */
function resampled(step: Options, classes: readonly ClassRows[], rowCount: number): Taken {
  const gone = new Set<number>();
  const again: number[] = [];
  for (const [at, { rows, more }] of classes.entries()) {
    const random = seededRandom(streamSeed(step.seed, at));
    if (more < 0) for (const row of shuffle([...rows], random).slice(0, -more)) gone.add(row);
    for (let n = 0; n < more; n++) again.push(rows[Math.floor(random() * rows.length)] as number);
  }
  const kept = [...Array(rowCount).keys()].filter((row) => !gone.has(row));
  return { origin: [...kept, ...again], made: again.length, gone: gone.size };
}

/** The rows behind each other, and the column that says which were added. `isTaken`: they stand there already. */
function marked(table: Table, { origin, made, gone }: Taken, step: Options, scope: StepScope, isTaken = false): Table {
  scope.say(words.sentence("done", { step: scope.index + 1, made, gone }));
  const taken = isTaken ? table : takeRows(table, origin);
  if (made === 0) return taken;
  const before = taken.columns.find(({ name, semantic }) => name === step.mark && semantic === "made");
  const wasMade = (row: number): boolean => before?.type === "boolean" && !isMissing(before, row) && before.values[row] === 1;
  const mark = booleanColumn(
    step.mark,
    origin.map((_, row) => row >= origin.length - made || wasMade(row)),
    { semantic: "made" },
  );
  return tableWith(scope, [...taken.columns.filter((column) => column !== before), mark], origin.length, ["mark"]);
}

function numbersFor(
  step: Options,
  chosen: readonly string[],
  nominal: readonly Column[],
  table: Table,
  scope: StepScope,
): readonly Numbers[] {
  if (chosen.includes(step.column)) refuse(scope, words, "target-named", { column: step.column }, ["how"]);
  const all = table.columns.filter(
    (column) => isNumeric(column) && column.name !== step.column && !tellsApart(column) && !nominal.includes(column),
  );
  const wanted = chosen.length > 0 ? chosen : all.map(({ name }) => name);
  if (wanted.length === 0) return refuse(scope, words, "no-numbers", {}, ["how"]);
  return chosenNumbers(wanted, table, scope, { key: words.key("title"), params: {} });
}

const featuresOf = (assay: Assay): readonly Numbers[] => {
  const data = denseData(assay);
  return featureIds(assay).map((name, feature) => ({
    column: numberColumn(name, []),
    values: Float64Array.from(data.subarray(feature * assay.sampleCount, (feature + 1) * assay.sampleCount)),
  }));
};
type PointsOfClass = (own: ClassRows, at: number) => readonly MadePoint[];

/** Points as rows of the data. Missing and infinite values are refused before, scales that are unlike said. */
function pointsFor(
  step: Options,
  neighbours: number,
  numbers: readonly Numbers[],
  nominal: readonly Column[],
  scope: StepScope,
): PointsOfClass {
  let isSaid = false;
  const width = numbers.length + nominal.length;
  return ({ name, rows, more }, at) => {
    if (!isSaid) {
      isSaid = true;
      for (const each of numbers) needFinite(each, scope);
      const found = unlikeSpreads(numbers);
      if (found) scope.say(words.sentence("scales", { step: scope.index + 1, ...found }));
    }
    if (more <= 0) return [];
    for (const { column, values } of numbers) {
      const n = rows.reduce((sum, row) => sum + (Number.isNaN(values[row]) ? 1 : 0), 0);
      if (n > 0) refuse(scope, words, "missing", { column: column.name, n }, ["how"]);
    }
    if (rows.length === 1) refuse(scope, words, "single-row", { class: name }, ["how"]);
    if (Math.min(more, rows.length) * rows.length * width > limit)
      refuse(scope, words, "large", { rows: rows.length, columns: width }, ["how"]);
    if (rows.length <= neighbours) scope.say(words.sentence("few-rows", { step: scope.index + 1, neighbours }));
    const values = new Float64Array(rows.length * numbers.length);
    for (const [place, row] of rows.entries())
      for (const [f, each] of numbers.entries()) values[place * numbers.length + f] = each.values[row] as number;
    const categories = nominal.length > 0 ? nominalOf(values, numbers.length, nominal, rows) : null;
    if (categories?.penalty === 0) scope.say(words.sentence("penalty-0", { step: scope.index + 1, class: name }));
    const random: Random = seededRandom(streamSeed(step.seed, at));
    const rowOf = (place: number): number => rows[place] as number;
    return madePoints(
      values,
      numbers.length,
      { points: more, count: neighbours, ...(categories ? { nominal: categories } : {}) },
      random,
    ).map((point) => ({
      base: rowOf(point.base),
      neighbour: rowOf(point.neighbour),
      gap: point.gap,
      nearest: point.nearest.map(rowOf),
    }));
  };
}

/** Between grades, counts and columns of 0 and 1 lies what none of them is, and a model could tell made rows by it. */
function sayFractions(numbers: readonly Numbers[], points: readonly MadePoint[], scope: StepScope): void {
  const found = numbers.filter(
    ({ values }) =>
      values.every((value) => Number.isNaN(value) || Number.isInteger(value)) &&
      points.some(
        ({ base, neighbour, gap }) => !Number.isInteger(between(values[base] as number, values[neighbour] as number, gap)),
      ),
  );
  const names = listed(found.map(({ column }) => column.name));
  if (found.length > 0) scope.say(words.sentence("fractions", { step: scope.index + 1, n: found.length, names }));
}

const pointsOf = (classes: readonly ClassRows[], points: PointsOfClass): readonly MadePoint[] => classes.flatMap(points);

/** Whole numbers are none between. */
const withBetween = (column: Column, values: Float64Array, points: readonly MadePoint[]): Column =>
  numberColumn(
    column.name,
    [...values, ...points.map(({ base, neighbour, gap }) => between(values[base] as number, values[neighbour] as number, gap))],
    moreOf(column),
  );

function betweenSamples(taken: Assay, features: readonly Numbers[], points: readonly MadePoint[]): Float32Array {
  const data = Float32Array.from(denseData(taken));
  const first = taken.sampleCount - points.length;
  for (const [feature, { values }] of features.entries())
    for (const [at, { base, neighbour, gap }] of points.entries())
      data[feature * taken.sampleCount + first + at] = between(values[base] as number, values[neighbour] as number, gap);
  return data;
}

/** Missing in the rows that were added. */
function emptied(column: Column, before: number, origin: readonly number[]): Column {
  const taken = takeColumnRows(column, origin);
  const valid = Uint8Array.from(origin, (row, at) => (at < before && !isMissing(column, row) ? 1 : 0));
  if (taken.type === "text") {
    const empty = taken.dictionary.length;
    return {
      ...taken,
      valid,
      codes: taken.codes.map((code, at) => (at < before ? code : empty)),
      dictionary: [...taken.dictionary, ""],
    };
  }
  const clear = <T extends Float64Array | Int32Array | Uint8Array>(values: T): T => {
    values.fill(0, before);
    return values;
  };
  if (taken.type === "float64") return { ...taken, valid, values: clear(taken.values) };
  return taken.type === "int32"
    ? { ...taken, valid, values: clear(taken.values) }
    : { ...taken, valid, values: clear(taken.values) };
}
