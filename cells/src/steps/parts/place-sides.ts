// The places of two tables beside each other: of one build, with chromosomes called in one way, numbered alike.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { plainChromosome } from "../../artifacts/builds.ts";
import { placeAt, type PlaceColumns, placeColumns } from "../../artifacts/places.ts";
import { cellString, isMissing } from "../../artifacts/table.ts";
import type { CellRef } from "../../base/refs.ts";
import type { StepScope } from "../../contract/step.ts";
import { words as shared } from "../words.ts";
import type { Overlaps, PlaceList } from "./overlapping.ts";
import { words } from "./place-sides/words.ts";
import { refuseOtherBuild, refuseOtherNames } from "./same-genome.ts";
import { refuse, tableWith } from "./step-scope.ts";
import { takeRowsOrMissing } from "../../artifacts/take-rows-or-missing.ts";

/** Rows that an answer has at most. */
export const mostPairs = 20_000_000;

export interface PlaceSides {
  readonly other: Table;
  readonly here: PlaceList;
  readonly there: PlaceList;
}

interface Options {
  readonly with: CellRef | null;
  readonly chromosomes: "exact" | "alike";
  readonly strand: "any" | "same" | "opposite";
}

/** Of two tables that may not be compared it is refused, with what to do. */
export function placeSides(step: Options, table: Table, scope: StepScope): PlaceSides {
  if (!step.with) return refuse(scope, shared, "nothing-chosen", { field: "with" }, ["with"]);
  const other = scope.input(step.with);
  if (other.type !== "table") return refuse(scope, shared, "not-a-table", {}, ["with"]);
  const here = needPlaces(scope, table, "no-places-here");
  const there = needPlaces(scope, other, "no-places-there");
  const sides = { here: here.chromosome, there: there.chromosome };
  refuseOtherBuild(scope, sides, ["with"]);
  for (const places of [here, there]) sayOrigin(scope, places);
  const isAlike = step.chromosomes === "alike";
  if (!isAlike) {
    const fix = { path: ["steps", scope.index, "chromosomes"], value: "alike" };
    refuseOtherNames(scope, sides, ["chromosomes"], { fix });
  }
  if (step.strand !== "any") {
    needStrand(scope, here, "no-strand-here", ["strand"]);
    needStrand(scope, there, "no-strand-there", ["strand"]);
  }
  const numbers = new Map<string, number>();
  const a = placeList(here, table.rowCount, numbers, isAlike);
  const known = numbers.size;
  const b = placeList(there, other.rowCount, numbers, isAlike);
  sayApart(scope, a, b, known);
  return { other, here: a, there: b };
}

export function needPlaces(scope: StepScope, table: Table, reason: "no-places-here" | "no-places-there"): PlaceColumns {
  return placeColumns(table) ?? refuse(scope, words, reason, {}, ["with"]);
}

export function needStrand(
  scope: StepScope,
  places: PlaceColumns | null,
  reason: "no-strand-here" | "no-strand-there",
  path: readonly (string | number)[],
): void {
  if (!places?.strand) refuse(scope, words, reason, {}, path);
}

/** How starts count is guessed where nothing says so. */
export function sayOrigin(scope: StepScope, { start }: PlaceColumns): void {
  if (start.semantic === "start" && start.origin === undefined)
    scope.say(words.sentence("from-one", { step: scope.index + 1, column: start.name }));
}

/** `numbers`: of chromosomes, by their names. */
export function placeList(places: PlaceColumns, rows: number, numbers: Map<string, number>, isAlike: boolean): PlaceList {
  const list = {
    chromosomes: new Int32Array(rows),
    starts: new Float64Array(rows),
    ends: new Float64Array(rows),
    strands: new Int8Array(rows),
  };
  const { strand } = places;
  for (let row = 0; row < rows; row++) {
    const place = placeAt(places, row);
    if (!place) {
      list.chromosomes[row] = -1;
      continue;
    }
    const name = isAlike ? alike(place.chromosome) : place.chromosome;
    let number = numbers.get(name);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(name, number);
    }
    list.chromosomes[row] = number;
    list.starts[row] = place.start;
    list.ends[row] = place.end;
    if (strand && !isMissing(strand, row)) {
      const written = cellString(strand, row);
      list.strands[row] = written === "+" ? 1 : written === "-" ? -1 : 0;
    }
  }
  return list;
}

/** chr1 and 1; chrM and MT. */
function alike(name: string): string {
  const plain = plainChromosome(name);
  return plain === "M" ? "MT" : plain;
}

/** Rows without places, and tables that have no chromosome in common. */
function sayApart(scope: StepScope, a: PlaceList, b: PlaceList, known: number): void {
  const none = a.chromosomes.reduce((count, number) => count + (number < 0 ? 1 : 0), 0);
  if (none > 0) scope.say(words.sentence("without-place", { step: scope.index + 1, rows: none }));
  if (a.chromosomes.length > none && b.chromosomes.length > 0 && !b.chromosomes.some((number) => number >= 0 && number < known))
    scope.say(words.sentence("nothing-common", { step: scope.index + 1 }));
}

/** Rows of here beside each of their partners there; `keepsAll`: those without one, too. `more`: columns behind those of both. */
export function besidePartners(
  scope: StepScope,
  table: Table,
  other: Table,
  { offsets, partners }: Overlaps,
  keepsAll: boolean,
  more?: (leftRows: Int32Array, rightRows: Int32Array) => readonly Column[],
): Table {
  const left: number[] = [];
  const right: number[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    const from = offsets[row] as number;
    const to = offsets[row + 1] as number;
    for (let at = from; at < to; at++) {
      left.push(row);
      right.push(partners[at] as number);
    }
    if (from === to && keepsAll) {
      left.push(row);
      right.push(-1);
    }
  }
  const leftRows = Int32Array.from(left);
  const rightRows = Int32Array.from(right);
  const columns: Column[] = table.columns.map((column) => takeRowsOrMissing(column, leftRows));
  const taken = new Set(columns.map(({ name }) => name));
  for (const column of other.columns) {
    let name = column.name;
    for (let number = 2; taken.has(name); number++) name = `${column.name}_${number}`;
    taken.add(name);
    columns.push({ ...takeRowsOrMissing(column, rightRows), name });
  }
  for (const column of more?.(leftRows, rightRows) ?? []) columns.push(column);
  return tableWith(scope, columns, leftRows.length, ["column"]);
}
