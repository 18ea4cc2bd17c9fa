// Overlaps of the places of two tables. Rows stay in the order of here; the partners of each come in that of there. A row without
// a place overlaps nothing.

import { wholesBy } from "../../base/filled-arrays.ts";
import type { Column, Table } from "../../artifacts/artifact.ts";
import { plainChromosome } from "../../artifacts/builds.ts";
import { placeAt, type PlaceColumns, placeColumns } from "../../artifacts/places.ts";
import { cellString, integerColumn, isMissing, takeRows } from "../../artifacts/table.ts";
import type { Apply, StepScope } from "../../contract/step.ts";
import { type Overlaps, overlapping, type PlaceList } from "../parts/overlapping.ts";
import { refuseOtherBuild, refuseOtherNames } from "../parts/same-genome.ts";
import { refuse, tableWith } from "../parts/step-scope.ts";
import { takeRowsOrMissing } from "../../artifacts/take-rows-or-missing.ts";
import { words as shared } from "../words.ts";
import type { overlap } from "./step.ts";
import { words } from "./words.ts";

const largest = 20_000_000;

export const apply: Apply<typeof overlap> = {
  table(step, table, scope) {
    if (!step.with) return refuse(scope, shared, "nothing-chosen", { field: "with" }, ["with"]);
    const other = scope.input(step.with);
    if (other.type !== "table") return refuse(scope, shared, "not-a-table", {}, ["with"]);
    const here = needPlaces(scope, table, "no-places-here");
    const there = needPlaces(scope, other, "no-places-there");
    const sides = { here: here.chromosome, there: there.chromosome };
    refuseOtherBuild(scope, sides, ["with"]);
    for (const { start } of [here, there])
      if (start.semantic === "start" && start.origin === undefined)
        scope.say(words.sentence("from-one", { step: scope.index + 1, column: start.name }));
    const isAlike = step.chromosomes === "alike";
    if (!isAlike) {
      const fix = { path: ["steps", scope.index, "chromosomes"], value: "alike" };
      refuseOtherNames(scope, sides, ["chromosomes"], { fix });
    }
    if (step.strand !== "any") {
      if (!here.strand) return refuse(scope, words, "no-strand-here", {}, ["strand"]);
      if (!there.strand) return refuse(scope, words, "no-strand-there", {}, ["strand"]);
    }
    const numbers = new Map<string, number>();
    const a = placeList(here, table.rowCount, numbers, isAlike);
    const known = numbers.size;
    const b = placeList(there, other.rowCount, numbers, isAlike);
    sayApart(scope, a, b, known);
    const found = overlapping(a, b, { least: step.least, strand: step.strand }, largest);
    if (!found) return refuse(scope, shared, "join-large", { limit: largest }, ["how"]);
    const countOf = (row: number): number => (found.offsets[row + 1] as number) - (found.offsets[row] as number);
    switch (step.how) {
      case "overlapping":
      case "not-overlapping": {
        const isWanted = step.how === "overlapping";
        const rows = wholesBy(table.rowCount, (row) => row);
        return takeRows(
          table,
          rows.filter((row) => countOf(row) > 0 === isWanted),
        );
      }
      case "count": {
        const counts = wholesBy(table.rowCount, countOf);
        return tableWith(scope, [...table.columns, integerColumn(step.column, counts, { semantic: "count" })], table.rowCount, [
          "column",
        ]);
      }
      default:
        return annotated(scope, table, other, found, step.how === "annotate");
    }
  },
};

function needPlaces(scope: StepScope, table: Table, reason: "no-places-here" | "no-places-there"): PlaceColumns {
  return placeColumns(table) ?? refuse(scope, words, reason, {}, ["with"]);
}

/** `numbers`: of chromosomes, by their names. */
function placeList(places: PlaceColumns, rows: number, numbers: Map<string, number>, isAlike: boolean): PlaceList {
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

/** Rows of here beside each of there that they overlap; `keepsAll`: those without one, too. */
function annotated(scope: StepScope, table: Table, other: Table, { offsets, partners }: Overlaps, keepsAll: boolean): Table {
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
  return tableWith(scope, columns, leftRows.length);
}
