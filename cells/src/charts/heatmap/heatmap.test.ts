// A heatmap of a matrix shows samples, and what it tells of them.

import { expect, test } from "vitest";
import type { Assay, Figure } from "../../artifacts/artifact.ts";
import { tableOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { execute } from "../../kinds/chart/execute.ts";
import { chart } from "../../kinds/chart/spec.ts";

const matrixOf = (samples: number): Assay => ({
  type: "assay",
  featureCount: 3,
  sampleCount: samples,
  values: { layout: "dense", data: Float32Array.from({ length: 3 * samples }, (_, i) => (i * 7) % 11) },
  features: tableOf(textColumn("gene", ["Xist", "Trp53", "Actb"])),
  samples: tableOf(
    textColumn(
      "sample",
      Array.from({ length: samples }, (_, i) => `GSM${i}`),
    ),
    textColumn(
      "sex",
      Array.from({ length: samples }, (_, i) => (i % 2 ? "Female" : "Male")),
    ),
  ),
  scale: "log2",
  featureNoun: "gene",
});

async function drawn(samples: number, more: JsonObject) {
  const matrix = matrixOf(samples);
  const spec = chart.schema.parse({ from: { ref: "cell_a" }, chart: { type: "heatmap" }, ...more });
  const context = { input: () => matrix, valueOf: (value: unknown) => value } as unknown as ExecuteContext;
  const result = await execute(spec, context);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const artifact = result.value["out"] as Figure;
  const columns = matrix.samples.columns.map(({ name }) => ({ name }));
  const tells = (figure: Figure) => chart.discloses({ spec, port: "out", artifact: figure, columns, valueOf: () => undefined });
  const readers = chart.forReaders?.(artifact, { spec, labels: false, nameOf: () => null, elsewhere: "" }) as Figure;
  return {
    told: tells(artifact),
    readers,
    toldToReaders: tells(readers),
    axis: (readers.layout["xaxis"] as JsonObject)["ticktext"],
  };
}

test("each column is a sample: individuals, without names until labels are on", async () => {
  expect((await drawn(6, {})).told).toEqual({ identifying: [], behind: { of: "individuals" } });
  const named = await drawn(6, { labels: true });
  expect(named.told?.identifying).toEqual(["sample"]);
  expect(named.toldToReaders?.identifying).toEqual([]);
  expect(JSON.stringify(named.readers)).not.toContain("GSM");
});

test("readers keep the names of groups", async () => {
  expect((await drawn(6, { x: "sex" })).axis).toEqual(["Female", "Male"]);
  // More samples than columns are means of neighbours, which have no names.
  const many = await drawn(600, { x: "sex", labels: true });
  expect(many.told?.identifying).toEqual([]);
  expect(many.axis).toEqual(["Female", "Male"]);
});
