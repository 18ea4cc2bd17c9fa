// Windows as bedtools makewindows cuts them, the last of a chromosome shorter, and in each what bedtools intersect -c and coverage
// find. A place of no length lies between two bases and is counted where it touches.

import type { Table } from "../../artifacts/artifact.ts";
import { buildNamed, chromosomesOf, plainChromosome, styleOfChromosome } from "../../artifacts/builds.ts";
import { type Place, placeAt, type PlaceColumns } from "../../artifacts/places.ts";
import { cellString, columnOf, integerColumn, isMissing, numberColumn } from "../../artifacts/table.ts";
import type { Apply, OptionsOf, StepScope } from "../../contract/step.ts";
import { named } from "../parts/listed-names.ts";
import { needPlaces, sayOrigin } from "../parts/place-sides.ts";
import { words as sideWords } from "../parts/place-sides/words.ts";
import { namesUsed, refuseOtherBuild, refuseOtherNames } from "../parts/same-genome.ts";
import { refuse, tableWith } from "../parts/step-scope.ts";
import { words as shared } from "../words.ts";
import type { countByWindow } from "./step.ts";
import { words } from "./words.ts";

type Options = OptionsOf<typeof countByWindow>;

const mostWindows = 20_000_000;

export const apply: Apply<typeof countByWindow> = {
  table(step, table, scope) {
    const places = needPlaces(scope, table, "no-places-here");
    sayOrigin(scope, places);
    const byChromosome = placesOf(table, places, scope);
    const lengths = lengthsFor(step, places, byChromosome, scope);
    const every = step.step ?? step.size;
    let windows = 0;
    for (const length of lengths.values()) windows += Math.ceil(length / every);
    if (windows > mostWindows) return refuse(scope, words, "many", { n: windows, limit: mostWindows }, ["size"]);
    sayOutside(byChromosome, lengths, scope);
    const codes = new Int32Array(windows);
    const starts = new Int32Array(windows);
    const ends = new Int32Array(windows);
    const found = new Float64Array(windows);
    let at = 0;
    for (const [code, [name, length]] of [...lengths].entries()) {
      const own = byChromosome.get(name) ?? [];
      const count = Math.ceil(length / every);
      for (let nth = 0; nth < count; nth++) {
        codes[at + nth] = code;
        starts[at + nth] = nth * every;
        ends[at + nth] = Math.min(length, nth * every + step.size);
      }
      const into = found.subarray(at, at + count);
      if (step.measure === "count") countInto(into, own, length, step.size, every);
      else coverInto(into, own, length, step.size, every);
      at += count;
    }
    const { chromosome } = places;
    const build = chromosome.build === undefined ? {} : { build: chromosome.build };
    const answer =
      step.measure === "count" ? integerColumn(step.column, found, { semantic: "count" }) : numberColumn(step.column, found);
    return tableWith(
      scope,
      [
        {
          name: "chromosome",
          type: "text",
          semantic: "chromosome",
          ...build,
          valid: null,
          codes,
          dictionary: [...lengths.keys()],
        },
        { name: "start", type: "int32", semantic: "start", origin: 0, valid: null, values: starts },
        { name: "end", type: "int32", semantic: "end", valid: null, values: ends },
        answer,
      ],
      windows,
      ["column"],
    );
  },
};

function placesOf(table: Table, places: PlaceColumns, scope: StepScope): ReadonlyMap<string, Place[]> {
  const found = new Map<string, Place[]>();
  let without = 0;
  for (let row = 0; row < table.rowCount; row++) {
    const place = placeAt(places, row);
    if (!place) {
      without++;
      continue;
    }
    const there = found.get(place.chromosome);
    if (there) there.push(place);
    else found.set(place.chromosome, [place]);
  }
  if (without > 0) scope.say(sideWords.sentence("without-place", { step: scope.index + 1, rows: without }));
  return found;
}

/** Chromosomes with their lengths, called as in the data. */
function lengthsFor(
  step: Options,
  places: PlaceColumns,
  byChromosome: ReadonlyMap<string, readonly Place[]>,
  scope: StepScope,
): ReadonlyMap<string, number> {
  if (step.lengths) return ofTable(step, places, scope);
  const build = places.build === null ? null : (buildNamed(places.build) ?? places.build);
  const known = build === null ? null : chromosomesOf(build);
  const used = [...namesUsed(places.chromosome)];
  const styles = new Set(used.map(styleOfChromosome).filter((style) => style !== null));
  if (!known || styles.has("accession")) {
    scope.say(words.sentence("guessed", { step: scope.index + 1 }));
    return new Map([...byChromosome].map(([name, own]) => [name, own.reduce((most, { end }) => Math.max(most, end), 1)]));
  }
  const isChr = styles.has("chr");
  // Of M and MT, which some builds have with two sequences, the one that the data name, or that of the style.
  const mitochondrion = used.map(plainChromosome).find((name) => name === "M" || name === "MT") ?? (isChr ? "M" : "MT");
  const isOther = (plain: string): boolean =>
    (plain === "M" || plain === "MT") && plain !== mitochondrion && known.has(mitochondrion);
  return new Map(
    [...known].filter(([plain]) => !isOther(plain)).map(([plain, length]) => [isChr ? `chr${plain}` : plain, length] as const),
  );
}

function ofTable(step: Options, places: PlaceColumns, scope: StepScope): ReadonlyMap<string, number> {
  const table = step.lengths ? scope.input(step.lengths) : null;
  if (table?.type !== "table") return refuse(scope, shared, "not-a-table", {}, ["lengths"]);
  const chromosome = table.columns.find(({ semantic }) => semantic === "chromosome") ?? table.columns[0];
  const length = columnOf(table, "length") ?? table.columns[1];
  if (!chromosome || (length?.type !== "int32" && length?.type !== "float64"))
    return refuse(scope, words, "no-lengths", {}, ["lengths"]);
  refuseOtherBuild(scope, { here: places.chromosome, there: chromosome }, ["lengths"]);
  refuseOtherNames(scope, { here: places.chromosome, there: chromosome }, ["lengths"]);
  const lengths = new Map<string, number>();
  for (let row = 0; row < table.rowCount; row++) {
    const value = length.values[row] as number;
    if (isMissing(chromosome, row) || isMissing(length, row) || !(value >= 1 && value <= 0x7fffffff) || value % 1 !== 0)
      return refuse(scope, words, "no-lengths", {}, ["lengths"]);
    const name = cellString(chromosome, row);
    if (lengths.has(name)) return refuse(scope, words, "twice", { name }, ["lengths"]);
    lengths.set(name, value);
  }
  return lengths;
}

function sayOutside(
  byChromosome: ReadonlyMap<string, readonly Place[]>,
  lengths: ReadonlyMap<string, number>,
  scope: StepScope,
): void {
  let n = 0;
  const names: string[] = [];
  for (const [name, own] of byChromosome) {
    const length = lengths.get(name) ?? 0;
    const outside = own.filter(({ start, end }) => start < 0 || end > length).length;
    if (outside > 0) names.push(name);
    n += outside;
  }
  if (n > 0) scope.say(words.sentence("outside", { step: scope.index + 1, n, ...named(names) }));
}

/** First and last window that [start, end) meets, of those that there are. */
function windowsOf(start: number, end: number, size: number, every: number, count: number): readonly [number, number] {
  return [Math.max(0, Math.floor((start - size) / every) + 1), Math.min(count - 1, Math.ceil(end / every) - 1)];
}

/** A place is counted up where its first window is and down behind its last, so that wide windows in small steps cost no more. */
function countInto(into: Float64Array, places: readonly Place[], length: number, size: number, every: number): void {
  const changes = new Float64Array(into.length + 1);
  for (const place of places) {
    // Between two bases: it touches the one before and the one behind.
    const reach = place.start === place.end ? 1 : 0;
    const start = place.start - reach;
    if (start >= length) continue;
    const [first, last] = windowsOf(start, place.end + reach, size, every, into.length);
    if (last < first) continue;
    changes[first] = (changes[first] as number) + 1;
    changes[last + 1] = (changes[last + 1] as number) - 1;
  }
  let open = 0;
  for (let at = 0; at < into.length; at++) {
    open += changes[at] as number;
    into[at] = open;
  }
}

/** Share of each window that places cover together. */
function coverInto(into: Float64Array, places: readonly Place[], length: number, size: number, every: number): void {
  const starts: number[] = [];
  const ends: number[] = [];
  // Bases covered before each stretch.
  const before: number[] = [];
  let bases = 0;
  for (const place of [...places].sort((a, b) => a.start - b.start)) {
    const start = Math.max(ends.at(-1) ?? 0, place.start);
    const end = Math.min(place.end, length);
    if (end <= start) continue;
    starts.push(start);
    ends.push(end);
    before.push(bases);
    bases += end - start;
  }
  const coveredUpTo = (position: number): number => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) < position) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return 0;
    return (before[low - 1] as number) + Math.min(position, ends[low - 1] as number) - (starts[low - 1] as number);
  };
  for (let at = 0; at < into.length; at++) {
    const from = at * every;
    const to = Math.min(length, from + size);
    into[at] = (coveredUpTo(to) - coveredUpTo(from)) / (to - from);
  }
}
