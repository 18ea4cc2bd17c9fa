// Which group each sample of a matrix is of: by its own column, or by that of a table of the same samples.

import type { Assay, Column, Table } from "../../artifacts/artifact.ts";
import { sampleIds } from "../../artifacts/assay.ts";
import { namesOfRows } from "../../artifacts/semantics.ts";
import { cellString, columnOf, isMissing, textsOf } from "../../artifacts/table.ts";
import type { Failure } from "../../base/failure.ts";
import { nearestNames } from "../../base/nearest-name.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { words } from "./words.ts";

export interface SampleGroups {
  /** By sample; -1: of none. */
  readonly groupOf: Int32Array;
  readonly names: readonly string[];
  readonly sizes: readonly number[];
  /** They were found in the values of these samples. */
  readonly areFound: boolean;
}

/** More are names, not groups. */
const mostGroups = 200;

export function groupsOf(assay: Assay, table: Table | null, by: string): Result<SampleGroups, Failure> {
  const sheet = table ?? assay.samples;
  const column = columnOf(sheet, by);
  if (!column) {
    const near = nearestNames(
      by,
      sheet.columns.map(({ name }) => name),
    );
    const mend = near[0] === undefined ? {} : { fix: { path: ["by"], value: near[0] } };
    return err(words.failure("no-column", { name: by, near }, { at: ["by"], ...mend }));
  }
  const rows = table ? rowsByName(assay, table, column) : ok(null);
  if (!rows.ok) return rows;
  const textAt = (sample: number): string | null => {
    const row = rows.value ? (rows.value[sample] as number) : sample;
    return row < 0 || isMissing(column, row) ? null : cellString(column, row);
  };
  const texts = Array.from({ length: assay.sampleCount }, (_, sample) => textAt(sample));
  const names = [...new Set(texts.filter((text): text is string => text !== null))].sort((a, b) =>
    a.localeCompare(b, "en", { numeric: true }),
  );
  if (names.length > mostGroups) return err(words.failure("no-group-column", { name: by }, { at: ["by"] }));
  if (names.length < 2) return err(words.failure("one-group", { by }, { at: ["by"] }));
  const places = new Map(names.map((name, at) => [name, at]));
  const groupOf = Int32Array.from(texts, (text) => (text === null ? -1 : (places.get(text) ?? -1)));
  const sizes = names.map(() => 0);
  for (const group of groupOf) if (group >= 0) sizes[group] = (sizes[group] ?? 0) + 1;
  return ok({ groupOf, names, sizes, areFound: column.semantic === "cluster" });
}

function rowsByName(assay: Assay, table: Table, by: Column): Result<Int32Array, Failure> {
  const ids = sampleIds(assay);
  // The column that is called as the samples are, else the one that names rows.
  const own = assay.samples.columns[0]?.name;
  const named =
    table.columns.find(({ name, type }) => name === own && type === "text") ?? namesOfRows(table.columns) ?? table.columns[0];
  const place = new Map<string, number>();
  const wanted = new Set(ids);
  if (named && named !== by)
    for (const [row, text] of textsOf(named).entries()) {
      if (isMissing(named, row) || !wanted.has(text)) continue;
      if (place.has(text)) return err(words.failure("repeated", { value: text, column: named.name }, { at: ["groups"] }));
      place.set(text, row);
    }
  const rows = Int32Array.from(ids, (id) => place.get(id) ?? -1);
  if (!rows.some((row) => row >= 0))
    return err(words.failure("none-matched", { column: named?.name ?? "", example: ids[0] ?? "" }, { at: ["groups"] }));
  return ok(rows);
}
