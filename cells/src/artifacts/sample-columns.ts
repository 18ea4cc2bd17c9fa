// Which column of a table holds the names of samples: by how many of them stand in it, then by what it is called. Where
// two columns would each give the samples other rows (sample, mate), the name decides and that is told; where the name
// does not decide, nobody does. Called by loading and by the step that annotates samples.

import { type AlikeNames, alikeNames } from "./alike-names.ts";
import type { Column, Table } from "./artifact.ts";
import { isMissing, textsOf } from "./table.ts";

export interface SampleColumn {
  readonly column: string;
  /** How many of the names stand in it. */
  readonly matched: number;
  /** Row of the table for each name, -1 where there is none; the first one of a name that is there twice. */
  readonly rowOf: Int32Array;
  readonly onlyInTable: readonly string[];
  /** Names among the matched that are not equal to those of the table, and how those are written. */
  readonly alike: readonly AlikeNames[];
  /** A name that stands in several rows, from 0. */
  readonly repeated: { readonly name: string; readonly rows: readonly number[] } | null;
}

export type SampleColumnChoice =
  /** `instead`: columns that match as well and would give other rows. */
  | { readonly found: "one"; readonly match: SampleColumn; readonly instead: readonly SampleColumn[] }
  | { readonly found: "several"; readonly columns: readonly [SampleColumn, SampleColumn] }
  | { readonly found: "repeated"; readonly match: SampleColumn };

export const saysSample = (header: string): boolean =>
  /(?:^|[^a-z])(?:sample|specimen|patient|barcode|cell)s?(?:[^a-z]|id|name|$)/i.test(header);

/** "sample" itself comes before "patient" and "sample_barcode". */
const weightOf = (header: string): number =>
  /^samples?(?:[._ -]?(?:id|name)s?)?$/i.test(header.trim()) ? 2 : saysSample(header) ? 1 : 0;

export interface SampleColumnOptions {
  /** Share of the names, or of the rows where those are fewer, that must be found. */
  readonly enough: number;
  /** This column, whatever the others hold. */
  readonly column?: string | null;
  /** Also names that differ only as programs write them (alike-names.ts). */
  readonly alike?: boolean;
}

/** Null: no column holds the names. They are compared letter for letter, blanks around them aside, unless alike ones are wanted, too. */
export function sampleColumn(names: readonly string[], table: Table, options: SampleColumnOptions): SampleColumnChoice | null {
  const { enough, column: wanted = null, alike = false } = options;
  const placeOf = new Map<string, number>();
  names.forEach((name, at) => {
    if (!placeOf.has(name.trim())) placeOf.set(name.trim(), at);
  });
  const found = table.columns.flatMap((column) => {
    const isOfNames = column.type === "text" || column.type === "int32" || (alike && isWhole(column));
    if (wanted === null ? !isOfNames : column.name !== wanted) return [];
    // Numbers of rows are like the names that R makes where there are none (X1, X2 …).
    const isAny = wanted !== null || column.type === "text" || weightOf(column.name) > 0;
    const isAlike = alike ? (isAny ? "any" : "numbers") : null;
    const match = matchOf(column, names, placeOf, isAlike);
    // A column that says one name in every row holds no names of rows.
    const values = match.repeated ? table.rowCount : match.matched + match.onlyInTable.length;
    const isEnough = wanted !== null || match.matched >= Math.min(names.length, values) * enough;
    return match.matched > 0 && isEnough ? [match] : [];
  });
  const order = found
    .map((match, at) => ({ match, at, weight: weightOf(match.column) }))
    .sort(
      (a, b) =>
        b.match.matched - a.match.matched ||
        a.match.alike.length - b.match.alike.length ||
        b.weight - a.weight ||
        Number(a.match.repeated !== null) - Number(b.match.repeated !== null) ||
        a.at - b.at,
    );
  const [first, ...others] = order;
  if (!first) return null;
  const against = others.filter(({ match }) => contradicts(first.match, match));
  const rival = against.find(({ match, weight }) =>
    match.matched === first.match.matched && match.alike.length === first.match.alike.length
      ? weight === first.weight
      : weight === 2 && first.weight < 2,
  );
  if (rival) return { found: "several", columns: [first.match, rival.match] };
  if (first.match.repeated) return { found: "repeated", match: first.match };
  return { found: "one", match: first.match, instead: against.map(({ match }) => match) };
}

/** Whole numbers that were made fractions, as pandas does where one is missing. */
const isWhole = (column: Column): boolean =>
  column.type === "float64" &&
  column.values.every((value, row) => isMissing(column, row) || (Number.isInteger(value) && value >= 0));

/** 101.0 is how such a number stands in the file. */
export const idsOf = (column: Column, isAlike: boolean): readonly string[] => {
  const areFractions = isAlike && isWhole(column);
  return textsOf(column).map((text) => (areFractions && /^\d+$/.test(text) ? `${text}.0` : text.trim()));
};

const isNumber = (name: string): boolean => /^\d+(?:\.0)?$/.test(name);

/** `alike`: names that differ as programs write them are the same; or those that are whole numbers alone. */
function matchOf(
  column: Column,
  names: readonly string[],
  placeOf: ReadonlyMap<string, number>,
  isAlike: "any" | "numbers" | null,
): SampleColumn {
  const rowOf = new Int32Array(names.length).fill(-1);
  const onlyInTable = new Set<string>();
  let again: string | null = null;
  let matched = 0;
  const ids = idsOf(column, isAlike !== null);
  const known = new Set(ids);
  ids.forEach((id, row) => {
    if (id === "" || isMissing(column, row)) return;
    const at = placeOf.get(id);
    if (at === undefined) onlyInTable.add(id);
    else if (rowOf[at] === -1) {
      rowOf[at] = row;
      matched++;
    } else again ??= id;
  });
  const missed =
    isAlike !== null && matched < placeOf.size ? names.filter((name, at) => rowOf[at] === -1 && !known.has(name.trim())) : [];
  const found = missed.length > 0 && onlyInTable.size > 0 ? alikeNames(missed, [...onlyInTable]) : [];
  const pairs = isAlike === "any" ? found : found.filter(({ name, other }) => isNumber(name) && isNumber(other));
  // A gene A and a group a: one pair is chance.
  const alike = matched + pairs.length > 1 ? pairs : [];
  const nameOf = new Map(alike.map(({ name, other }) => [other, name]));
  ids.forEach((id, row) => {
    const at = placeOf.get(nameOf.get(id) ?? "");
    if (at === undefined || isMissing(column, row)) return;
    onlyInTable.delete(id);
    if (rowOf[at] === -1) {
      rowOf[at] = row;
      matched++;
    } else again ??= id;
  });
  const repeated = again === null ? null : { name: again, rows: [...ids.keys()].filter((row) => ids[row] === again) };
  return { column: column.name, matched, rowOf, onlyInTable: [...onlyInTable], alike, repeated };
}

/** Some sample would get another row. */
const contradicts = (a: SampleColumn, b: SampleColumn): boolean =>
  a.rowOf.some((row, at) => row >= 0 && (b.rowOf[at] as number) >= 0 && row !== b.rowOf[at]);
