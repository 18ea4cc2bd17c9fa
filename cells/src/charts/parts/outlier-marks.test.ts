// Points of rows that a column flags are ringed, with a line in the legend; not where it is switched off, where the flag is of another
// column, or where it would tell individuals apart.

import { describe, expect, test } from "vitest";
import type { Artifact, Figure } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { booleanColumn, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { isCellRef } from "../../base/refs.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { keySpec } from "../../contract/result-key.ts";
import { execute } from "../../kinds/chart/execute.ts";
import { chart } from "../../kinds/chart/spec.ts";
import { aCell } from "../../testing/describe-kind.ts";
import { figureWords } from "../../ui/figure-words.ts";
import { themeFigure } from "../../ui/theme-figure.ts";
import { lightColours } from "../../ui/chart-colours.ts";
import { valuesOnAxis } from "./outlier-marks.ts";

const rows = [...Array(20).keys()];
const flag =
  (at: readonly number[], more: object = {}) =>
  (name: string) =>
    booleanColumn(
      name,
      rows.map((row) => (row === 0 ? null : at.includes(row))),
      { semantic: "outlier", ...more },
    );
const table = (...flags: ReturnType<ReturnType<typeof flag>>[]) =>
  tableOf(
    numberColumn(
      "a",
      rows.map((row) => row * row),
    ),
    numberColumn(
      "b",
      rows.map((row) => 50 - row),
    ),
    textColumn(
      "g",
      rows.map((row) => `g${row % 2}`),
    ),
    ...flags,
  );
async function drawn(data: Artifact, fields: JsonObject): Promise<Figure> {
  const spec = chart.schema.parse({ from: aCell(), ...fields });
  const found = await execute(spec, {
    input: () => data,
    valueOf: (value: unknown) => (isCellRef(value) ? null : value),
  } as unknown as ExecuteContext);
  if (!found.ok) throw new Error(found.error.reason);
  return (found.value as unknown as { out: Figure }).out;
}
const ringsOf = ({ data }: Figure) => data.filter((trace) => (trace["meta"] as JsonObject)["role"] === "outlier");
const placesOf = (trace: JsonObject | undefined, axis: "x" | "y") => valuesOnAxis(trace?.[axis] ?? null);

describe("points and boxes", () => {
  const point = { chart: { type: "point" }, x: "a", y: "b" };
  test("flagged rows are ringed where they are drawn, with a line in the legend, and coloured beside it", async () => {
    const figure = await drawn(table(flag([3, 7])("outlier")), { ...point, color: "g" });
    const [rings, ...others] = ringsOf(figure);
    expect(others).toEqual([]);
    expect([placesOf(rings, "x"), placesOf(rings, "y")]).toEqual([
      [9, 49],
      [47, 43],
    ]);
    expect(rings).toMatchObject({ showlegend: true, name: "outliers (2)", hoverinfo: "skip" });
    expect(figure.layout["showlegend"]).toBe(true);
    expect(figure.marks).toBe(20);
    const look = { colours: lightColours, locale: "ru", width: 800, height: 400 } as const;
    const themed = themeFigure(figure, look).data.at(-1);
    expect(themed).toMatchObject({ name: "выбросы (2)", marker: { symbol: "circle-open" } });
    expect(figureWords(figure, "en").alt).toMatch(/20 points/);
  });
  test("points of groups beside each other, and boxes: the ring stands where the point does", async () => {
    for (const fields of [
      { chart: { type: "point" }, x: "g", y: "b" },
      { chart: { type: "box" }, x: "g", y: "b" },
    ]) {
      const figure = await drawn(table(flag([3, 8])("outlier")), fields);
      const [rings] = ringsOf(figure);
      const points = figure.data.filter((trace) => (trace["meta"] as JsonObject)["part"] === "points");
      const all = points.flatMap((trace) => placesOf(trace, "x").map((x, at) => `${x} ${placesOf(trace, "y")[at]}`));
      const found = placesOf(rings, "x").map((x, at) => `${x} ${placesOf(rings, "y")[at]}`);
      expect(found).toHaveLength(2);
      expect(all).toEqual(expect.arrayContaining(found));
    }
  });
  test("a flag of one column marks charts of that column alone", async () => {
    const data = table(flag([5])("a_outlier"));
    expect(ringsOf(await drawn(data, point))).toHaveLength(1);
    expect(ringsOf(await drawn(data, { chart: { type: "box" }, y: "b", x: "g" }))).toEqual([]);
    expect(ringsOf(await drawn(data, { chart: { type: "box" }, y: "a", x: "g" }))).toHaveLength(1);
  });
  test("switched off, coloured by the flag, closed, or none flagged: no rings", async () => {
    const data = table(flag([5])("outlier"));
    expect(ringsOf(await drawn(data, { ...point, chart: { type: "point", markOutliers: false } }))).toEqual([]);
    expect(ringsOf(await drawn(data, { ...point, color: "outlier" }))).toEqual([]);
    expect(ringsOf(await drawn(table(flag([5], { closed: true })("outlier")), point))).toEqual([]);
    const none = await drawn(table(flag([])("outlier")), point);
    expect(none.data).toEqual((await drawn(table(), point)).data);
  });
  test("flags of samples mark the samples of a matrix", async () => {
    const samples = tableOf(
      textColumn(
        "sample",
        rows.map((row) => `s${row}`),
      ),
      flag([4])("outlier"),
    );
    const features = tableOf(textColumn("gene", ["x", "y"]));
    const values = { layout: "dense", data: Float32Array.from({ length: 40 }, (_, at) => at % 20) } as const;
    const matrix = assayOf({ values, features, samples, scale: "log2", featureNoun: "gene" });
    expect(placesOf(ringsOf(await drawn(matrix, { ...point, x: "x", y: "y" }))[0], "x")).toEqual([4]);
  });
  test("the setting leaves no trace in the key where it is as usual", () => {
    const spec = chart.schema.parse({ chart: { type: "box", markOutliers: true }, y: "b" });
    expect(JSON.stringify(keySpec(chart as never, spec as never))).not.toMatch(/markOutliers/);
  });
});
