// What users of other programs reported of reading genomics files, rebuilt small: the report, the file, and what is right. For tests only.

import { expect, test } from "vitest";
import type { Table } from "../artifacts/artifact.ts";
import { denseData, featureIds, sampleIds } from "../artifacts/assay.ts";
import { cellJson, columnOf } from "../artifacts/table.ts";
import type { Json, JsonObject } from "../base/json.ts";
import { loadText } from "./load-text.ts";
import { setOf } from "./set-of.ts";

export interface Reported {
  /** Owner, repository and number at GitHub. */
  readonly issue: string;
  readonly rule: string;
  readonly name: string;
  /** A text, or the files of a folder. */
  readonly file: string | { readonly [name: string]: string };
  readonly spec?: JsonObject;
  /** Columns of the table, or of the samples or features of a matrix, with every cell. */
  readonly holds?: { readonly [column: string]: readonly Json[] };
  readonly features?: readonly string[];
  readonly samples?: readonly string[];
  /** By features; NaN is missing. */
  readonly values?: readonly number[];
  readonly says?: readonly RegExp[];
  /** The reason, and what its sentence is given. */
  readonly refused?: readonly [reason: string, params?: JsonObject];
}

export function testReported(list: readonly Reported[]): void {
  test.each(list.map((one) => [one.issue, one.rule, one] as const))("%s: %s", async (_issue, _rule, reported) => {
    const { name, file, spec = {}, refused, holds = {}, features, samples, values, says = [] } = reported;
    const { out, failure, logged } = await loadText(name, typeof file === "string" ? file : setOf(file), spec);
    if (refused) {
      expect(failure?.reason).toBe(refused[0]);
      expect(failure?.params).toMatchObject(refused[1] ?? {});
      return;
    }
    expect(failure).toBeNull();
    for (const [column, cells] of Object.entries(holds))
      expect([column, cellsOf(tablesOf(out), column)]).toEqual([column, cells]);
    for (const said of says) expect(logged).toMatch(said);
    if (!features && !samples && !values) return;
    if (out?.type !== "assay") return expect.fail(`${out?.type} is no matrix`);
    if (features) expect(featureIds(out)).toEqual(features);
    if (samples) expect(sampleIds(out)).toEqual(samples);
    if (values) expect([...denseData(out)]).toEqual(values);
  });
}

const tablesOf = (out: Awaited<ReturnType<typeof loadText>>["out"]): readonly Table[] =>
  out?.type === "table" ? [out] : out?.type === "assay" ? [out.features, out.samples] : [];

function cellsOf(tables: readonly Table[], name: string): readonly Json[] | null {
  const table = tables.find((each) => columnOf(each, name));
  const column = table && columnOf(table, name);
  return table && column ? Array.from({ length: table.rowCount }, (_, row) => cellJson(column, row)) : null;
}
