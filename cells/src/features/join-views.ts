// Features of several views beside each other: of each row of a list (an entity, and where it says so a moment) what each view knew.
// Without a list, of each entity that any view names. Throws FailureError with the place in a spec of the kind `features`.

import type { Column, Table } from "../artifacts/artifact.ts";
import { nearlyEqualNames } from "../artifacts/nearly-equal-names.ts";
import { takeRowsOrMissing } from "../artifacts/take-rows-or-missing.ts";
import {
  cellString,
  columnOf,
  integerColumn,
  isMissing,
  moreOf,
  numberColumn,
  takeRows,
  textColumn,
  uniquelyNamed,
} from "../artifacts/table.ts";
import type { JsonPath } from "../base/json.ts";
import { nearestNames } from "../base/nearest-name.ts";
import { type Doubt, doubtOf } from "../contract/doubt.ts";
import { words } from "./words.ts";
import { entitiesTwice, type Moments, type PointInTime, pointInTime } from "./point-in-time.ts";
import { areTimes, dayInMicroseconds, type Times, timesOf } from "./read-time.ts";

export interface ViewRows {
  /** What it is called in sentences, and before names that several views share. */
  readonly name: string;
  readonly table: Table;
  readonly entity: string;
  readonly time: string | null;
  /** Null: all columns but those of entity and time. */
  readonly features: readonly string[] | null;
}
export interface ListRows {
  readonly table: Table;
  readonly entity: string;
  readonly time: string | null;
}
export interface JoinOptions {
  readonly strictly: boolean;
  /** Days; of times that are numbers, in their unit. */
  readonly tolerance: number | null;
  readonly keep: "all" | "found";
}

/** What a view knew, in rows of the list. */
export interface ViewTold extends Omit<PointInTime, "rows"> {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** Different ones that it names. */
  readonly entities: number;
}
export interface JoinedViews {
  readonly table: Table;
  /** Rows that were asked for, before `keep` left some out, different entities among them, and rows of which some view knew something. */
  readonly rows: number;
  readonly entities: number;
  readonly found: number;
  readonly views: readonly ViewTold[];
  readonly doubts: readonly Doubt[];
}

/** Cells of the answer at most: they are made in one go. */
const largest = 100_000_000;

export function joinViews(views: readonly ViewRows[], list: ListRows | null, options: JoinOptions): JoinedViews {
  const dictionary = new Map<string, number>();
  const sides = views.map((view, at) => sideOf(view, ["views", at], dictionary));
  const asked = list ? sideOf({ ...list, name: "" }, [], dictionary) : null;
  refuseUnlikeTimes(sides, asked);
  refuseTwice(sides);
  const moments: Moments = asked?.moments ?? {
    entities: Int32Array.from({ length: dictionary.size }, (_, at) => at),
    times: null,
  };
  const joins = sides.map(({ moments: of, times }) =>
    pointInTime(moments, of, { strictly: options.strictly, tolerance: toleranceIn(times, options.tolerance) }),
  );
  const rows = moments.entities.length;
  const width = sides.reduce((sum, { features }) => sum + features.length, 1);
  if (rows * width > largest) words.fail("join-large", { rows, columns: width, most: largest }, { at: ["views"] });
  const base = list ? list.table.columns : [columnOfUnion(sides, [...dictionary.keys()])];
  const { columns, renamed } = featureColumns(sides, joins, base);
  const all: Table = { type: "table", rowCount: rows, columns: uniquelyNamed([...base, ...columns], "_") };
  const some = Int32Array.from({ length: rows }, (_, row) => row).filter((row) =>
    joins.some((join) => (join.rows[row] as number) >= 0),
  );
  const told = sides.map((side, at): ViewTold => {
    const { rows: _rows, ...counts } = joins[at] as PointInTime;
    const { name, table } = side.view;
    const entities = new Set(side.moments.entities.filter((entity) => entity >= 0)).size;
    return { name, columns: table.columns.map((column) => column.name), rows: table.rowCount, entities, ...counts };
  });
  return {
    table: options.keep === "found" ? takeRows(all, some) : all,
    rows,
    entities: new Set(moments.entities.filter((entity) => entity >= 0)).size,
    found: some.length,
    views: told,
    doubts: [
      ...(renamed.length > 0 ? [words.sentence("join-renamed", { n: renamed.length, names: renamed.slice(0, 12) })] : []),
      ...doubtsOf(sides, asked, { told, rows, options }),
    ],
  };
}

interface Side {
  readonly view: ViewRows;
  readonly entity: Column;
  readonly times: Times | null;
  readonly moments: Moments;
  readonly features: readonly Column[];
  readonly at: JsonPath;
}

function sideOf(
  given: Omit<ViewRows, "features"> & { readonly features?: readonly string[] | null },
  at: JsonPath,
  dictionary: Map<string, number>,
): Side {
  const { table, name, time } = given;
  const view: ViewRows = { ...given, features: given.features ?? null };
  const entity = needColumn(view, view.entity, [...at, "entity"]);
  const ofTime = time === null ? null : needColumn(view, time, [...at, "time"]);
  const times = ofTime && timesOf(ofTime, table.rowCount);
  if (times && !areTimes(times)) {
    const { why, rows, of } = times;
    return words.fail(`join-${why}`, { view: name, column: time ?? "", rows, of }, { at: [...at, "time"] });
  }
  const wanted =
    view.features ?? table.columns.map((column) => column.name).filter((each) => each !== view.entity && each !== time);
  const gone = wanted.filter((each) => columnOf(table, each) === null);
  if (gone.length > 0) {
    const available = table.columns.slice(0, 20).map((column) => column.name);
    words.fail(
      "join-features-gone",
      { view: name, n: gone.length, names: gone.slice(0, 20), available },
      { at: [...at, "features"] },
    );
  }
  return {
    view,
    entity,
    times,
    moments: { entities: numbersOf(entity, table.rowCount, dictionary), times: times?.values ?? null },
    features: [...new Set(wanted)].flatMap((each) => columnOf(table, each) ?? []),
    at,
  };
}

function needColumn({ table, name }: ViewRows, wanted: string, at: JsonPath): Column {
  const found = columnOf(table, wanted);
  if (found) return found;
  const names = table.columns.map((column) => column.name);
  const near = nearestNames(wanted, names);
  const fix = near[0] === undefined ? {} : { fix: { path: at, value: near[0] } };
  return words.fail(
    name === "" ? "join-list-column-gone" : "join-column-gone",
    { view: name, column: wanted, available: names.slice(0, 20) },
    { at, ...fix },
  );
}

/** Equal names are one entity on all sides, whatever type their columns have. A missing or an empty one is none. */
function numbersOf(column: Column, rows: number, dictionary: Map<string, number>): Int32Array {
  const numberOf = (text: string): number => {
    if (text === "") return -1;
    const known = dictionary.get(text) ?? dictionary.size;
    dictionary.set(text, known);
    return known;
  };
  const ofCode = column.type === "text" ? new Int32Array(column.dictionary.length).fill(-2) : null;
  return Int32Array.from({ length: rows }, (_, row) => {
    if (isMissing(column, row)) return -1;
    if (column.type !== "text" || !ofCode) return numberOf(cellString(column, row));
    const code = column.codes[row] as number;
    if (ofCode[code] === -2) ofCode[code] = numberOf(column.dictionary[code] as string);
    return ofCode[code] as number;
  });
}

/** Where there are moments, all times that are held against them are of one sort and unit. */
function refuseUnlikeTimes(sides: readonly Side[], asked: Side | null): void {
  const moment = asked?.times;
  if (!moment) return;
  for (const { view, times, at } of sides) {
    if (!times) continue;
    const params = { view: view.name, column: view.time ?? "", here: { key: words.key(`join-sort-${times.sort}`), params: {} } };
    if (times.sort !== moment.sort)
      words.fail(
        "join-unlike-times",
        { ...params, there: { key: words.key(`join-sort-${moment.sort}`), params: {} } },
        { at: [...at, "time"] },
      );
    if ((times.unit ?? moment.unit) !== (moment.unit ?? times.unit))
      words.fail("join-unlike-units", { ...params, unit: times.unit, other: moment.unit }, { at: [...at, "time"] });
  }
}

/** Without a time nothing says which of several rows counts. */
function refuseTwice(sides: readonly Side[]): void {
  for (const { view, moments, at } of sides) {
    const twice = view.time === null ? entitiesTwice(moments) : null;
    if (!twice) continue;
    const path = [...at, "time"];
    const dated = view.table.columns.find((column) => column.name !== view.entity && holdsDates(column, view.table.rowCount));
    const fix = dated ? { fix: { path, value: dated.name } } : {};
    words.fail("join-entity-twice", { view: view.name, n: twice.n, column: view.entity }, { at: path, ...fix });
  }
}

/** Numbers may be times, and nobody would guess which. */
function holdsDates(column: Column, rows: number): boolean {
  const times = column.type === "text" ? timesOf(column, rows) : null;
  return times !== null && areTimes(times) && times.values.some((time) => time === time);
}

const toleranceIn = (times: Times | null, tolerance: number | null): number | null =>
  tolerance === null || !times ? null : times.sort === "number" ? tolerance : tolerance * dayInMicroseconds;

/** All entities, in the order in which the views name them; of the type of their columns where these are alike. */
function columnOfUnion(sides: readonly Side[], names: readonly string[]): Column {
  const [first] = sides;
  const name = first?.entity.name ?? "entity";
  const more = first ? moreOf(first.entity) : {};
  const types = new Set(sides.map(({ entity }) => entity.type));
  if (types.size === 1 && types.has("int32")) return integerColumn(name, names.map(Number), more);
  if ([...types].every((type) => type === "int32" || type === "float64")) return numberColumn(name, names.map(Number), more);
  return textColumn(name, names, more);
}

interface FeatureColumns {
  readonly columns: readonly Column[];
  readonly renamed: readonly string[];
}

/** A name that several views have, or a column of the list, is put behind that of its view. */
function featureColumns(sides: readonly Side[], joins: readonly PointInTime[], base: readonly Column[]): FeatureColumns {
  const uses = new Map<string, number>();
  for (const { name } of [...base, ...sides.flatMap(({ features }) => features)]) uses.set(name, (uses.get(name) ?? 0) + 1);
  const renamed: string[] = [];
  const columns = sides.flatMap(({ view, features }, at) => {
    const { rows } = joins[at] as PointInTime;
    return features.map((column): Column => {
      const taken = takeRowsOrMissing(column, rows);
      if ((uses.get(column.name) ?? 0) < 2) return taken;
      const name = `${view.name}_${column.name}`;
      renamed.push(name);
      return { ...taken, name };
    });
  });
  return { columns, renamed };
}

interface Told {
  readonly told: readonly ViewTold[];
  readonly rows: number;
  readonly options: JoinOptions;
}

function doubtsOf(sides: readonly Side[], asked: Side | null, { told, rows, options }: Told): readonly Doubt[] {
  const doubts: Doubt[] = [];
  const isNumber = ({ type }: Column): boolean => type === "int32" || type === "float64";
  const first = asked ?? sides[0];
  const withTimes = sides.some(({ times }) => times !== null);
  const unasked = told.reduce((most, each) => Math.max(most, each.unasked), 0);
  if (unasked > 0) doubts.push(doubtOf(words.sentence("join-unasked", { n: unasked, rows }), [unasked, rows - unasked]));
  for (const [at, { view, entity, times }] of sides.entries()) {
    const of = told[at] as ViewTold;
    const params = { view: view.name };
    if (first && isNumber(entity) !== isNumber(first.entity)) doubts.push(words.sentence("join-texts-and-numbers", params));
    if (asked && of.known === 0 && rows > unasked && of.rows > 0) doubts.push(words.sentence("join-nobody", params));
    const nearly = asked ? nearlyEqualNames(asked.entity, entity) : 0;
    if (nearly > 0) doubts.push(doubtOf(words.sentence("join-nearly", { ...params, n: nearly, rows }), [nearly, rows - nearly]));
    if (asked?.times && !times) doubts.push(words.sentence("join-timeless", params));
    if (of.unused > 0)
      doubts.push(
        doubtOf(words.sentence("join-unused", { ...params, n: of.unused, rows: of.rows }), [of.unused, of.rows - of.unused]),
      );
    if (of.ties > 0) doubts.push(doubtOf(words.sentence("join-ties", { ...params, n: of.ties }), [of.ties, rows - of.ties]));
    if (asked?.times?.sort === "date" && of.atMoment > 0)
      doubts.push(doubtOf(words.sentence("join-same-day", { ...params, n: of.atMoment }), [of.atMoment, rows - of.atMoment]));
  }
  if ((options.strictly || options.tolerance !== null) && !(asked?.times && withTimes))
    doubts.push(words.sentence("join-times-unused"));
  return doubts;
}
