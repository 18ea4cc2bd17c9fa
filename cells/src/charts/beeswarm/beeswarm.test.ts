// Beeswarms: every value a point at the middle of its group, which the screen moves apart; of too many their density spreads them.

import { expect, test } from "vitest";
import { assayOf } from "../../artifacts/assay.ts";
import type { Artifact, Figure, Table } from "../../artifacts/artifact.ts";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { execute } from "../../kinds/chart/execute.ts";
import { chart } from "../../kinds/chart/spec.ts";
import { lightColours } from "../../ui/chart-colours.ts";
import { themeFigure } from "../../ui/theme-figure.ts";
import { numbersOf } from "../parts/plot-array.ts";
import { mostSwarm } from "./draw.ts";

async function swarms(input: Artifact, more: JsonObject): Promise<{ readonly out: Figure; readonly data: Table }> {
  const { chart: own, ...fields } = more;
  const spec = chart.schema.parse({ from: { ref: "cell_a" }, ...fields, chart: { type: "beeswarm", ...(own as JsonObject) } });
  const context = { input: () => input, valueOf: (value: unknown) => value } as unknown as ExecuteContext;
  const result = await execute(spec, context);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value as unknown as { out: Figure; data: Table };
}
const table = (n: number): Table =>
  tableOf(
    textColumn(
      "g",
      Array.from({ length: n }, (_, at) => (at % 2 ? "b" : "a")),
    ),
    numberColumn(
      "v",
      Array.from({ length: n }, (_, at) => 5 + Math.sin(at * 12.9898) * 2),
    ),
  );
const notes = (figure: Figure): string => JSON.stringify((figure.layout["meta"] as JsonObject)["notes"]);

test("the figure holds the middle of each group, the screen moves points apart, the median has its stroke", async () => {
  const { out, data } = await swarms(table(300), { x: "g", y: "v", chart: { brackets: { pairs: "all" } } });
  const x = numbersOf(out.data[0]?.["x"] as JsonObject);
  expect(new Set(x)).toEqual(new Set([0, 1]));
  expect(out.data[1]?.["meta"]).toMatchObject({ part: "median" });
  expect(notes(out)).toMatch(/note-swarm.*chart-brackets/);
  expect(data.rowCount).toBe(300);
  const { data: drawn } = themeFigure(out, { colours: lightColours, locale: "en", width: 800, height: 360 });
  expect(new Set(numbersOf(drawn[0]?.["x"] as JsonObject)).size).toBeGreaterThan(10);
});

test("of more values than there is room for each is spread within the density, and that is said", async () => {
  const { out } = await swarms(table(mostSwarm + 2), { x: "g", y: "v" });
  const x = numbersOf(out.data[0]?.["x"] as JsonObject);
  expect(x.every((place) => Math.abs(place - Math.round(place)) < 0.45)).toBe(true);
  expect(new Set(x).size).toBeGreaterThan(mostSwarm / 2);
  expect(notes(out)).toContain("chart-beeswarm.note-quasirandom");
  expect(out.data[0]?.["meta"]).not.toHaveProperty("swarm");
});

test("a gene of a matrix by a column of its samples; equal values stand in a row", async () => {
  const matrix = assayOf({
    values: { layout: "dense", data: Float32Array.of(1, 2, 3, 8, 9, 10, 4, 4, 4, 4, 4, 4) },
    features: tableOf(textColumn("gene", ["Xist", "Actb"], { semantic: "gene" })),
    samples: tableOf(
      textColumn("sample", ["a", "b", "c", "d", "e", "f"], { semantic: "sample" }),
      textColumn("sex", ["f", "f", "f", "m", "m", "m"]),
    ),
    scale: "log2",
    featureNoun: "gene",
  });
  const { out } = await swarms(matrix, { x: "sex", y: "Xist" });
  expect(out.alt).toMatch(/^Beeswarms of 6 points of Xist by sex, medians: f 2 \(n = 3\), m 9 \(n = 3\)/);
  expect((await swarms(matrix, { y: "Actb" })).out.layout["yaxis"]).toMatchObject({ range: [3.8, 4.2] });
});
