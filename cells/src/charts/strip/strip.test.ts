// Strips of several genes: one place each, groups beside each other, medians as strokes.

import { expect, test } from "vitest";
import { assayOf } from "../../artifacts/assay.ts";
import type { Assay, Figure, Table } from "../../artifacts/artifact.ts";
import { columnOf, tableOf, textColumn, textsOf } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { execute } from "../../kinds/chart/execute.ts";
import { chart } from "../../kinds/chart/spec.ts";
import { figureWords, inWords } from "../../ui/figure-words.ts";
import { numbersOf } from "../parts/plot-array.ts";

const matrix = assayOf({
  values: { layout: "dense", data: Float32Array.of(1, 2, 3, 8, 9, 10, 5, 5, 5, 6, 6, 6, 0, 0, 0, 0, 0, 1) },
  features: tableOf(textColumn("gene", ["Xist", "Actb", "Low"], { semantic: "gene" })),
  samples: tableOf(
    textColumn("sample", ["a", "b", "c", "d", "e", "f"], { semantic: "sample" }),
    textColumn("sex", ["f", "f", "f", "m", "m", "m"]),
  ),
  scale: "log2",
  featureNoun: "gene",
});

async function drawn(more: JsonObject, of: Assay = matrix) {
  const { chart: own, ...fields } = more;
  const spec = chart.schema.parse({
    from: { ref: "cell_a" },
    x: "sex",
    ...fields,
    chart: { type: "strip", ...(own as JsonObject) },
  });
  const context = { input: () => of, valueOf: (value: unknown) => value } as unknown as ExecuteContext;
  const result = await execute(spec, context);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return { spec, ...(result.value as unknown as { out: Figure; data: Table }) };
}

test("genes in the order in which they were chosen, each group a colour, its median a stroke", async () => {
  const { out, data } = await drawn({ chart: { features: ["Xist", "Actb"] } });
  expect((out.layout["xaxis"] as JsonObject)["ticktext"]).toEqual(["Xist", "Actb"]);
  const [points, medians] = out.data;
  expect([points?.["name"], points?.["mode"], medians?.["mode"]]).toEqual(["f", "markers", "lines"]);
  expect([...numbersOf(points?.["y"] as JsonObject)]).toEqual([1, 2, 3, 5, 5, 5]);
  expect([...numbersOf(medians?.["y"] as JsonObject)]).toEqual([2, 2, Number.NaN, 5, 5, Number.NaN]);
  const gene = columnOf(data, "gene");
  expect(gene?.type === "text" && textsOf(gene).slice(0, 3)).toEqual(["Xist", "Xist", "Xist"]);
  expect(data.rowCount).toBe(12);
  expect(out.alt).toMatch(/^Strips of 12 points of log₂ by gene, medians: Xist f 2 \(n = 3\), Xist m 9 \(n = 3\)/);
});

test("the most variable ones where none are named; of more than fit the first, and said", async () => {
  const { out } = await drawn({ chart: { top: 2 } });
  expect((out.layout["xaxis"] as JsonObject)["ticktext"]).toEqual(["Xist", "Actb"]);
  const some = await drawn({ chart: { features: ["Low", "Actb", "Xist"], top: 2 } });
  expect((some.out.layout["xaxis"] as JsonObject)["ticktext"]).toEqual(["Low", "Actb"]);
  expect(some.out.alt).toContain("Of 3 chosen rows the first 2 are drawn.");
});

test("samples are named on hover with labels on alone", async () => {
  expect((await drawn({ labels: true })).out.data[0]?.["text"]).toContain("a");
  expect((await drawn({})).out.data[0]).not.toHaveProperty("text");
});

test("a matrix of no known scale has values and rows in the reader's language", async () => {
  const { scale: _, ...bare } = matrix;
  const { out } = await drawn({ chart: { features: ["Xist"] } }, { ...bare, scale: "unknown", featureNoun: "feature" });
  const words = (out.layout["meta"] as { words: JsonObject[] }).words;
  expect(words.map((word) => inWords(word, "ru"))).toContain("Значение");
  expect(figureWords(out, "ru").alt).toMatch(/^Полоски 6 значений, по горизонтали признак, медианы/);
});
