// GCT against base R 4.2.2: the small files by read.delim and type.convert (na.strings NA, na, -666, empty), the 38
// leukaemias of Golub et al. 1999 by read.delim(skip = 2).

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Artifact, Assay, Table } from "../../artifacts/artifact.ts";
import { denseData, featureIds, sampleIds, valueAt } from "../../artifacts/assay.ts";
import { cellJson, columnOf, tableOf, textColumn } from "../../artifacts/table.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import type { JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { execute } from "../../kinds/load/execute.ts";
import { load } from "../../kinds/load/spec.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import { hasReference, referenceFile } from "../../testing/reference-data.ts";
import { small12, small13 } from "./gct.fixture.ts";

async function loaded(name: string, content: string | Uint8Array, spec: JsonObject = {}, sheet?: Table) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const log: string[] = [];
  const context = {
    signal: new AbortController().signal,
    progress: () => undefined,
    log: (line: string) => log.push(line),
    input: () => sheet,
    file: () => bytesAsSource(bytes),
    engines: { sql: null, onnx: null },
  } as unknown as ExecuteContext;
  const samples = sheet ? { samples: { ref: "cell_sheet" } } : {};
  const file = { digest: "0".repeat(64), name, size: bytes.length };
  const result = await execute(load.schema.parse({ file, ...samples, ...spec }), context);
  if (!result.ok) throw new Error(failureSentence(result.error, "en"));
  return { out: result.value["out"] as Artifact, log: log.join("\n") };
}
const rowsOf = (table: Table) =>
  Array.from({ length: table.rowCount }, (_, row) => table.columns.map((column) => cellJson(column, row)));

test("1.2: values, missing ones, the description beside the names", async () => {
  const assay = (await loaded("x.gct", small12)).out as Assay;
  expect(sampleIds(assay)).toEqual(["A03", "A04", "B05"]);
  expect(rowsOf(assay.features)).toEqual([
    ["200814_at", "PSME1"],
    ["218597_s_at", "CISD1"],
    ["217140_s_at", "VDAC1"],
    ["209253_at", "SORBS3"],
  ]);
  expect([...denseData(assay)]).toEqual(
    [11.3819, 11.3336, 11.4486, 10.445, Number.NaN, 10.3658, 6.3682, Number.NaN, -6.0089, 8.1372, 8.2499, 84_592].map(
      Math.fround,
    ),
  );
});

test("1.3: what describes features and samples are their tables; na and -666 are missing there, and it is said", async () => {
  const { out, log } = await loaded("x.gct", small13);
  const assay = out as Assay;
  expect(assay.features.columns.map(({ name, type }) => [name, type])).toEqual([
    ["id", "text"],
    ["pr_gene_symbol", "text"],
    ["pr_num", "int32"],
  ]);
  expect(rowsOf(assay.features)).toEqual([
    ["200814_at", "PSME1", 1],
    ["218597_s_at", "CISD1", 2],
    ["217140_s_at", null, 3],
    ["209253_at", "SORBS3", null],
  ]);
  expect(assay.samples.columns.map(({ name, type }) => [name, type])).toEqual([
    ["sample", "text"],
    ["cell_id", "text"],
    ["pert_dose", "float64"],
    ["pert_time", "int32"],
  ]);
  expect(rowsOf(assay.samples)).toEqual([
    ["A03", "A375", 10, 24],
    ["A04", "A375", null, 6],
    ["B05", "MCF7", 0.5, 24],
  ]);
  expect(valueAt(assay, 0, 2)).toBe(100);
  expect([valueAt(assay, 1, 1), valueAt(assay, 2, 0)]).toEqual([Number.NaN, Number.NaN]);
  expect(log).toMatch(/1 whole number above 16 777 216 lost last digits/);
});

test("as a table it keeps every digit, and says that what describes its samples is not there", async () => {
  const { out, log } = await loaded("x.gct", small13, { read: "table" });
  const table = out as Table;
  expect(table.columns.map(({ name }) => name)).toEqual(["id", "pr_gene_symbol", "pr_num", "A03", "A04", "B05"]);
  const last = columnOf(table, "B05");
  expect(last && [0, 1, 2, 3].map((row) => cellJson(last, row))).toEqual([100, -0.25, 6.0089, 16_777_217]);
  expect(log).toMatch(/\(cell_id, pert_dose, pert_time\) is no part of a table/);
});

test("a sample sheet comes before what the file says of its samples, which stays under other names", async () => {
  const sheet = tableOf(textColumn("well", ["B05", "A03"]), textColumn("cell_id", ["b", "a"]), textColumn("sex", ["F", "M"]));
  const { out, log } = await loaded("x.gct", small13, {}, sheet);
  const { samples, sampleCount } = out as Assay;
  expect(sampleCount).toBe(2);
  expect(samples.columns.map(({ name }) => name)).toEqual(["well", "cell_id", "sex", "pert_dose", "pert_time"]);
  expect(rowsOf(samples)).toEqual([
    ["A03", "a", "M", 10, 24],
    ["B05", "b", "F", 0.5, 24],
  ]);
  expect(log).toMatch(/1 sample is in the file only and left out: A04/);
});

test("samples of one name are refused with their columns, or numbered", async () => {
  const twice = small13.replace("A04", "A03");
  await expect(loaded("x.gct", twice)).rejects.toThrow(/more than one column of x\.gct: A03 \(4, 5\)/);
  expect(sampleIds((await loaded("x.gct", twice, { duplicates: "suffix" })).out as Assay)).toEqual(["A03", "A03_2", "B05"]);
});

const golub = "format_zoo/all_aml_train.gct.gz";
describe("the leukaemias of Golub et al.", () => {
  test("every 146th probe: the sums that R makes", async () => {
    const assay = (await loaded("golub_49.gct", readFileSync(referenceFile("golub/golub_49.gct")))).out as Assay;
    expect([assay.featureCount, assay.sampleCount]).toEqual([49, 38]);
    const data = denseData(assay);
    expect(data.reduce((sum, value) => sum + value, 0)).toBe(1_016_150);
    expect([data.reduce((a, b) => Math.min(a, b)), data.reduce((a, b) => Math.max(a, b))]).toEqual([-4941, 21_570]);
    const rowSum = (row: number): number => data.subarray(row * 38, (row + 1) * 38).reduce((sum, value) => sum + value, 0);
    expect([0, 24, 48].map((row) => [featureIds(assay)[row], rowSum(row)])).toEqual([
      ["AFFX-BioB-5_at", -4593],
      ["U61849_at", 2689],
      ["X80878_at", 6932],
    ]);
    const columnSum = (at: number): number =>
      Array.from({ length: 49 }, (_, row) => valueAt(assay, row, at)).reduce((sum, value) => sum + value, 0);
    expect([0, 19, 37].map(columnSum)).toEqual([27_220, 34_824, 27_629]);
  });
  test.skipIf(!hasReference(golub))("are the numbers that R reads; -666 is a value there like any other", async () => {
    const assay = (await loaded("all_aml_train.gct.gz", readFileSync(referenceFile(golub)))).out as Assay;
    expect([assay.featureCount, assay.sampleCount]).toEqual([7129, 38]);
    const data = denseData(assay);
    expect(data.reduce((sum, value) => sum + value, 0)).toBe(172_753_664);
    expect(data.reduce((a, b) => Math.min(a, b))).toBe(-28_400);
    expect(data.reduce((a, b) => Math.max(a, b))).toBe(61_228);
    expect(data.filter((value) => value === -666)).toHaveLength(18);
    expect([valueAt(assay, 0, 0), valueAt(assay, 7128, 37)]).toEqual([-214, 0]);
    const row = data.subarray(2999 * 38, 3000 * 38);
    expect([featureIds(assay)[2999], row.reduce((sum, value) => sum + value, 0)]).toEqual(["U29343_at", 5609]);
    let twentieth = 0;
    for (let feature = 0; feature < 7129; feature++) twentieth += valueAt(assay, feature, 19);
    expect(twentieth).toBe(6_804_082);
    expect(assay.features.columns[1]?.valid?.reduce((sum, flag) => sum + flag, 0)).toBe(3051);
  });
});
