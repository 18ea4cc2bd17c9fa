// Which tables an object of R holds: a data frame (tibble, data.table), a matrix with its names, a vector, or a list of these.

import type { Column } from "../../../artifacts/artifact.ts";
import { booleanColumn, integerColumn, numberColumn, textColumn } from "../../../artifacts/table.ts";
import { attributesOf, classesOf, missingInteger, type RValue, textsOf } from "./values.ts";

export interface RTable {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly header: readonly string[];
  /** Columns of it that are of a kind that is no column, with the kind. */
  readonly left: readonly string[];
}

/** What it is, in R's own words. */
export function kindOf(value: RValue): string {
  const [own] = classesOf(value);
  if (own !== undefined) return own;
  return value.kind === "other" ? value.what : value.kind;
}

/** Null: no table. `name`: of the object. */
export function tablesOf(value: RValue, name: string): readonly RTable[] {
  const one = tableOf(value, name);
  if (one) return [one];
  if (value.kind !== "list") return [];
  const names = textsOf(value.attributes.get("names"));
  return value.values.flatMap((each, at) => {
    const table = tableOf(each, names[at] || `${name}[[${at + 1}]]`);
    return table ? [table] : [];
  });
}

function tableOf(value: RValue, name: string): RTable | null {
  const attributes = attributesOf(value);
  if (value.kind === "list" && classesOf(value).includes("data.frame"))
    return frame(value.values, textsOf(attributes.get("names")), attributes.get("row.names"), name);
  // DataFrame of Bioconductor (S4Vectors): its columns are a slot.
  const list = attributes.get("listData");
  if (value.kind === "other" && list?.kind === "list")
    return frame(list.values, textsOf(list.attributes.get("names")), attributes.get("rownames"), name);
  const size = attributes.get("dim");
  if (size?.kind === "integer" && size.values.length === 2) return matrix(value, size.values, attributes.get("dimnames"), name);
  const column = columnOf("value", value);
  if (!column) return null;
  const names = textsOf(attributes.get("names"));
  const columns = names.length > 0 ? [textColumn("name", names), column] : [column];
  return { name, columns, header: columns.map((each) => each.name), left: [] };
}

function frame(values: readonly RValue[], names: readonly (string | null)[], rowNames: RValue | undefined, name: string): RTable {
  const columns: Column[] = [];
  const left: string[] = [];
  values.forEach((each, at) => {
    const own = names[at] ?? "";
    const column = columnOf(own, each);
    if (column) columns.push(column);
    else left.push(`${own} (${kindOf(each)})`);
  });
  // Names that R counts by itself are whole numbers.
  const rows = textsOf(rowNames);
  const length = columns[0] ? lengthOf(columns[0]) : 0;
  const withNames = rows.length === length && length > 0 ? [textColumn("row", rows), ...columns] : columns;
  return { name, columns: withNames, header: withNames.map((column) => column.name), left };
}

const lengthOf = (column: Column): number => (column.type === "text" ? column.codes.length : column.values.length);

function matrix(value: RValue, [rows = 0, columns = 0]: Int32Array, dimnames: RValue | undefined, name: string): RTable | null {
  if (value.kind !== "double" && value.kind !== "integer" && value.kind !== "logical" && value.kind !== "character") return null;
  if (rows < 0 || columns < 0 || rows * columns !== value.values.length) return null;
  const [ofRows, ofColumns] = dimnames?.kind === "list" ? dimnames.values : [];
  const names = textsOf(ofColumns);
  const made = Array.from({ length: columns }, (_, at) => {
    const own = names[at] ?? `V${at + 1}`;
    const part = { ...value, values: value.values.slice(at * rows, (at + 1) * rows), attributes: new Map() } as RValue;
    return columnOf(own, part) as Column;
  });
  const rowNames = textsOf(ofRows);
  const all = rowNames.length === rows && rows > 0 ? [textColumn("row", rowNames), ...made] : made;
  return { name, columns: all, header: all.map((column) => column.name), left: [] };
}

const day = 86_400_000;

/** Null: of a kind that is no column. */
function columnOf(name: string, value: RValue): Column | null {
  const classes = classesOf(value);
  switch (value.kind) {
    case "character":
      return textColumn(name, value.values);
    case "logical":
      return booleanColumn(
        name,
        Array.from(value.values, (cell) => (cell === missingInteger ? null : cell !== 0)),
      );
    case "integer": {
      const cells = Array.from(value.values, (cell) => (cell === missingInteger ? null : cell));
      if (classes.includes("factor")) {
        const levels = textsOf(value.attributes.get("levels"));
        return textColumn(
          name,
          cells.map((cell) => (cell === null ? null : (levels[cell - 1] ?? null))),
        );
      }
      return classes.includes("Date") || classes.includes("POSIXct") ? moments(name, cells, classes) : integerColumn(name, cells);
    }
    case "double": {
      if (classes.includes("integer64")) return longNumbers(name, value.values);
      const cells = Array.from(value.values, (cell) => (Number.isNaN(cell) ? null : cell));
      if (classes.includes("Date") || classes.includes("POSIXct")) return moments(name, cells, classes);
      const unit = textsOf(value.attributes.get("units"))[0];
      return numberColumn(name, cells, classes.includes("difftime") && unit ? { unit } : {});
    }
    default:
      return null;
  }
}

/** Date counts days, POSIXct seconds, both from 1970 in UTC. */
function moments(name: string, cells: readonly (number | null)[], classes: readonly string[]): Column {
  const isDate = classes.includes("Date");
  return textColumn(
    name,
    cells.map((cell) => {
      if (cell === null) return null;
      const date = new Date(isDate ? Math.floor(cell) * day : Math.round(cell * 1000));
      if (Number.isNaN(date.getTime())) return String(cell);
      const text = date.toISOString();
      return isDate ? text.slice(0, text.indexOf("T")) : text.replace(/\.000Z$/, "Z");
    }),
  );
}

/** bit64: whole numbers of 64 bits in the bytes of doubles. */
function longNumbers(name: string, values: Float64Array): Column {
  const longs = new BigInt64Array(values.slice().buffer);
  const missing = -(2n ** 63n);
  const isSafe = longs.every((value) => value === missing || Number.isSafeInteger(Number(value)));
  const cells = Array.from(longs, (value) => (value === missing ? null : value));
  return isSafe
    ? numberColumn(
        name,
        cells.map((cell) => (cell === null ? null : Number(cell))),
      )
    : textColumn(
        name,
        cells.map((cell) => (cell === null ? null : String(cell))),
      );
}
