// A BIOM file of JSON as an assay: rows are features, columns samples, metadata their annotation.

import type { Column } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { booleanColumn, integerColumn, numberColumn, textColumn } from "../../artifacts/table.ts";
import type { FileContent, Read } from "../../contract/format.ts";
import { RowsToMatrix } from "../parts/matrices/rows-to-matrix.ts";
import { scaleOfValues } from "../../artifacts/scale-of-values.ts";
import { contentOf, idColumn, tableWithId } from "../parts/matrices/whole-assay.ts";
import { words } from "./words.ts";

type Found = { readonly [key: string]: unknown };
const isObject = (value: unknown): value is Found => typeof value === "object" && value !== null && !Array.isArray(value);

export const read: Read = async (task): Promise<FileContent> => {
  const found = parsed(await task.bytes());
  const rows = sideOf(found, "rows");
  const columns = sideOf(found, "columns");
  const [features, samples] = [rows.ids.length, columns.ids.length];
  const told = found["shape"];
  if (Array.isArray(told) && (told[0] !== features || told[1] !== samples))
    words.fail("shape-differs", { told: told.slice(0, 2).map(String).join(" x "), found: `${features} x ${samples}` });
  const matrix = new RowsToMatrix(features, samples);
  const data = found["data"];
  if (!Array.isArray(data)) return words.fail("no-field", { field: "data" });
  const isDense = found["matrix_type"] === "dense";
  data.forEach((entry: unknown, place) => {
    const numbers = Array.isArray(entry) && entry.every((each) => typeof each === "number") ? entry : null;
    const isRow = numbers !== null && (isDense ? numbers.length === samples && place < features : numbers.length === 3);
    if (!isRow) return refuseEntry(entry, place, features, samples);
    if (isDense) return numbers.forEach((value, sample) => value !== 0 && matrix.put(place, sample, value));
    const [row = -1, column = -1, value = 0] = numbers;
    const isInside =
      Number.isInteger(row) && Number.isInteger(column) && row >= 0 && row < features && column >= 0 && column < samples;
    if (!isInside) return refuseEntry(entry, place, features, samples);
    if (value !== 0) matrix.put(row, column, value);
  });
  const values = matrix.end();
  const { settings } = task;
  const assay = assayOf({
    values,
    features: tableWithId(idColumn("observation", rows.ids, { noun: "feature", semantic: "identifier" }, settings), rows.columns),
    samples: tableWithId(idColumn("sample", columns.ids, { noun: "sample", semantic: "sample" }, settings), columns.columns),
    scale: scaleOfValues(values),
    featureNoun: "feature",
  });
  return contentOf(assay, []);
};

const refuseEntry = (entry: unknown, place: number, rows: number, columns: number): never =>
  words.fail("not-an-entry", { place: place + 1, found: (JSON.stringify(entry) ?? "").slice(0, 60), rows, columns });

function parsed(bytes: Uint8Array): Found {
  try {
    const found: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/^\ufeff/, ""));
    return isObject(found) ? found : words.fail("no-field", { field: "rows" });
  } catch (error) {
    // Also what is nested too deep for a reader of JSON.
    if (error instanceof SyntaxError || error instanceof RangeError || error instanceof TypeError)
      return words.fail("not-json", { detail: error.message.slice(0, 100) });
    throw error;
  }
}

function sideOf(
  found: Found,
  field: "rows" | "columns",
): { readonly ids: readonly string[]; readonly columns: readonly Column[] } {
  const side = found[field];
  if (!Array.isArray(side) || !side.every(isObject)) return words.fail("no-field", { field });
  const ids = side.map((each) => each["id"]).map((id) => (typeof id === "string" || typeof id === "number" ? String(id) : ""));
  const described = side.map((each) => (isObject(each["metadata"]) ? each["metadata"] : {}));
  const names = [...new Set(described.flatMap((each) => Object.keys(each)))];
  return {
    ids,
    columns: names.map((name) =>
      columnOf(
        name,
        described.map((each) => each[name]),
      ),
    ),
  };
}

/** Numbers and booleans where all are; lists (a taxonomy) one after the other. */
function columnOf(name: string, values: readonly unknown[]): Column {
  const present = values.filter((value) => value !== null && value !== undefined);
  const only = <T>(is: (value: unknown) => value is T): (T | null)[] => values.map((value) => (is(value) ? value : null));
  const isNumber = (value: unknown): value is number => typeof value === "number";
  const isBoolean = (value: unknown): value is boolean => typeof value === "boolean";
  if (present.length > 0 && present.every(isNumber)) {
    const isWhole = present.every((value) => Number.isInteger(value) && Math.abs(value) <= 0x7fff_ffff);
    return (isWhole ? integerColumn : numberColumn)(name, only(isNumber));
  }
  if (present.length > 0 && present.every(isBoolean)) return booleanColumn(name, only(isBoolean));
  return textColumn(
    name,
    values.map((value) => {
      if (value === null || value === undefined) return null;
      if (Array.isArray(value)) return value.map(String).join("; ");
      return typeof value === "string" ? value : JSON.stringify(value);
    }),
  );
}
