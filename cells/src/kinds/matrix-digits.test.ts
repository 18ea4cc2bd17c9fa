// A matrix keeps 32 bits, and whoever reads a number of it reads the number that was written. R 4.2.2: quantile(c(0.1, 0.7, 0.1,
// 0.1)) is 0.1 0.1 0.1 0.25 0.7.

import { expect, test } from "vitest";
import type { Artifact, Assay } from "../artifacts/artifact.ts";
import { artifactTypeOf } from "../artifacts/artifact-types.ts";
import { assayOf, denseData } from "../artifacts/assay.ts";
import { type ExportFormat, exportFormats } from "../artifacts/export-formats.ts";
import { tableOf, textColumn } from "../artifacts/table.ts";
import type { JsonObject } from "../base/json.ts";
import type { ExecuteContext } from "../contract/execute.ts";
import { exportArtifact } from "../formats/write/export-artifact.ts";
import { execute as draw } from "./chart/execute.ts";
import { chart, type ChartSpec } from "./chart/spec.ts";
import { execute as profileOf } from "./profile/execute.ts";
import { execute as steps } from "./transform/execute.ts";
import { transform } from "./transform/spec.ts";

const written = [0.1, 93.16, 93.18, 0.7];
const names = (of: string) => textColumn(of, ["a", "b", "c", "d"]);
const sampleIds = textColumn("sample", ["s1", "s2", "s3", "s4"]);
const dense: Assay = assayOf({
  values: { layout: "dense", data: Float32Array.from([...written, ...[...written].reverse(), ...written, ...written]) },
  features: tableOf(names("gene")),
  samples: tableOf(sampleIds),
});
const sparse: Assay = {
  ...dense,
  values: {
    layout: "sparse",
    offsets: Int32Array.of(0, 4, 8, 12, 16),
    featureIndex: Int32Array.from({ length: 16 }, (_, at) => at % 4),
    data: Float32Array.from({ length: 16 }, (_, at) => dense.values.data[(at % 4) * 4 + Math.floor(at / 4)] as number),
  },
};
/** Nine digits behind the point and more: what 32 bits keep of 0.1 or 93.16. */
const lost = /\d\.\d{9,}/;
const context = (input: Artifact): ExecuteContext =>
  ({
    input: () => input,
    valueOf: (value: unknown) => value,
    progress: () => undefined,
    log: () => undefined,
    signal: new AbortController().signal,
  }) as unknown as ExecuteContext;
const from = { ref: "cell_a" };

const layouts = [
  ["dense", dense],
  ["sparse", sparse],
] as const;

test.each(layouts)("the data of every chart of a %s matrix are the numbers that were written", async (_, matrix) => {
  const drawn = [
    { chart: { type: "point" }, x: "a", y: "b" },
    { chart: { type: "box" }, y: "a" },
    { chart: { type: "line" }, x: "a", y: "b" },
    { chart: { type: "heatmap", centre: false } },
    { chart: { type: "histogram", bins: 2 } },
    { chart: { type: "histogram", bins: 2 }, x: "a" },
    { chart: { type: "bar", measure: "mean" }, x: "sample", y: "a" },
  ];
  for (const spec of drawn) {
    const result = await draw(chart.schema.parse({ from, ...spec }) as ChartSpec, context(matrix));
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const data = result.value["data"] as Artifact;
    const csv = await exportArtifact(data, "csv");
    if (!csv.ok) throw new Error(csv.error.reason);
    const text = new TextDecoder().decode(csv.value);
    expect(text, JSON.stringify(spec)).toMatch(/0\.1\b|93\.1[68]\b/);
    expect(text, JSON.stringify(spec)).not.toMatch(lost);
  }
});

test.each(layouts)("the profile of a %s matrix, its windows and its files hold them, too", async (_, matrix) => {
  const result = await profileOf({ from } as never, context(matrix));
  if (!result.ok) throw new Error(result.error.reason);
  const columns = (result.value["out"] as unknown as { body: { columns: JsonObject[] } }).body.columns;
  const of = (name: string): JsonObject => columns.find((column) => column["name"] === name)?.["histogram"] as JsonObject;
  expect(of("s1")).toMatchObject({ min: 0.1, q1: 0.1, median: 0.1, q3: 0.25, max: 0.7 });
  expect(of("s3")).toMatchObject({ min: 93.16, median: 93.18, max: 93.18 });
  const type = artifactTypeOf(matrix);
  expect(type.window(matrix, { offset: 0, limit: 1 })?.rows[0]).toEqual(["a", ...written]);
  expect(
    type
      .asTable(matrix)
      ?.columns.slice(1)
      .map((column) => (column.type === "float64" ? column.values[0] : null)),
  ).toEqual(written);
  for (const format of (Object.keys(exportFormats) as ExportFormat[]).filter((each) =>
    ["csv", "csv-excel", "tsv", "json"].includes(each),
  )) {
    if (!type.card.exports.includes(format)) continue;
    const file = await exportArtifact(matrix, format);
    if (!file.ok) throw new Error(file.error.reason);
    expect(new TextDecoder().decode(file.value), format).not.toMatch(lost);
  }
});

test("a feature whose values are the bound reaches it, and a refusal quotes the number that was written", async () => {
  const run = (matrix: Assay, verb: JsonObject) =>
    steps(transform.schema.parse({ from, steps: [{ id: "s", ...verb }] }) as never, context(matrix));
  const kept = await run(dense, { verb: "filter-features", rule: { by: "count", min: 93.18, samples: 1 } });
  expect(kept.ok && (kept.value["out"] as Assay).featureCount).toBe(4);
  const none = await run(dense, { verb: "filter-features", rule: { by: "count", min: 0.7, samples: 3 } });
  expect(none.ok && (none.value["out"] as Assay).featureCount).toBe(4);
  const negative: Assay = { ...dense, values: { layout: "dense", data: denseData(dense).map((value) => -value) } };
  expect(await run(negative, { verb: "log", prior: 0.05 })).toMatchObject({ error: { params: { value: -0.1 } } });
});
