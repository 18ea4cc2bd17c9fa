// Small multiples: a panel a group, groups, colours, bins and axes alike in all of them, each row in one.

import { expect, test } from "vitest";
import { assayOf } from "../../artifacts/assay.ts";
import { columnOf, numberColumn, tableOf, textColumn, textsOf } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { chartRefused, drawChart } from "../../testing/draw-chart.ts";
import { figureWords } from "../../ui/figure-words.ts";
import { numbersOf } from "./plot-array.ts";

const rows = Array.from({ length: 60 }, (_, at) => at);
const labOf = (at: number) => (at % 20 === 19 ? null : (["Basel", "Kyoto", "Oslo"][at % 3] ?? ""));
// Kyoto has no placebo: the place stays empty there, and colours mean the same.
const armOf = (at: number) => (at % 3 === 1 ? "high" : (["high", "placebo"][at % 2] ?? ""));
const table = tableOf(
  textColumn("lab", rows.map(labOf)),
  textColumn("arm", rows.map(armOf)),
  numberColumn(
    "hb",
    rows.map((at) => 10 + (at % 7) + (at % 3) * 5),
  ),
  numberColumn("age", rows),
);
const drawn = (more: JsonObject) => drawChart(table, { facet: "lab", ...more });
const axisOf = (layout: JsonObject, name: string) => layout[name] as JsonObject;
const inPanel = (traces: readonly JsonObject[], at: number) =>
  traces.filter((trace) => trace["xaxis"] === (at === 0 ? "x" : `x${at + 1}`));

test("boxes: a panel a group, missing ones too, on shared axes with the same groups at the same places", async () => {
  const { out, data } = await drawn({ chart: { type: "box" }, x: "arm", y: "hb", color: "arm" });
  expect(out.layout["meta"]).toMatchObject({ panels: { rows: 2, columns: 2 } });
  expect(axisOf(out.layout, "xaxis2")).toMatchObject({ ticktext: ["high", "placebo"], anchor: "y2" });
  expect(axisOf(out.layout, "yaxis4")).toMatchObject({ matches: "y", showticklabels: false });
  const titles = (out.layout["annotations"] as JsonObject[]).filter(({ meta }) => meta === "panel").map(({ text }) => text);
  expect(titles).toEqual(["Basel", "Kyoto", "Oslo", "(missing)"]);
  // High is the first colour everywhere.
  for (const trace of out.data) {
    const meta = trace["meta"] as JsonObject;
    if (meta["value"] !== undefined) expect(meta["group"]).toBe(meta["value"] === "high" ? 0 : 1);
  }
  const counts = (out.layout["annotations"] as JsonObject[]).filter(({ meta, xref }) => meta === "n" && xref === "x2");
  expect(counts.map(({ x, yref }) => [x, yref])).toEqual([[0, "y2 domain"]]);
  const lab = columnOf(data, "lab");
  expect(lab?.type === "text" && new Set(textsOf(lab)).size).toBe(4);
});

test("histograms have the same bins in all panels, and a group has one line in the legend", async () => {
  const { out, data } = await drawn({ chart: { type: "histogram" }, x: "hb", color: "arm" });
  const edges = [0, 1, 2].map((at) => [...numbersOf(inPanel(out.data, at)[0]?.["x"] as JsonObject)]);
  expect(edges[1]).toEqual(edges[0]);
  expect(edges[2]).toEqual(edges[0]);
  expect(out.data.filter((trace) => trace["showlegend"] === true).map((trace) => trace["name"])).toEqual(["high", "placebo"]);
  const n = columnOf(data, "n");
  expect(n?.type === "float64" && n.values.reduce((a, b) => a + b, 0)).toBe(60);
});

test("colours that stand for numbers have one scale; each on axes of its own where that is chosen, and said", async () => {
  const { out, notes } = await drawn({ chart: { type: "point" }, x: "age", y: "hb", color: "age", axes: "free" });
  const markers = out.data.map((trace) => trace["marker"] as JsonObject);
  expect(markers.map(({ cmin, cmax }) => [cmin, cmax])).toEqual(markers.map(() => [0, 59]));
  expect(markers.filter(({ showscale }) => showscale === true)).toHaveLength(1);
  expect(axisOf(out.layout, "xaxis2")).not.toHaveProperty("matches");
  expect(notes).toContain("chart.note-panels-free");
});

test.each(["line", "bar", "violin", "density", "beeswarm"])("%s has panels", async (type) => {
  const { out } = await drawn({ chart: { type }, x: type === "density" ? "hb" : "arm", y: "hb", color: "arm" });
  expect(new Set(out.data.map((trace) => trace["yaxis"])).size).toBe(4);
});

test("swarms on shared axes go from the least to the most of all panels", async () => {
  const { out } = await drawn({ chart: { type: "beeswarm" }, x: "arm", y: "hb" });
  expect(axisOf(out.layout, "yaxis2")["range"]).toEqual(axisOf(out.layout, "yaxis")["range"]);
});

test("each panel says itself in words, in both languages", async () => {
  const { out } = await drawn({ chart: { type: "box" }, x: "arm", y: "hb" });
  expect(out.alt).toMatch(/^4 panels by lab\. Basel: Boxes of hb by arm, medians: .* Kyoto: Boxes of hb by arm, medians: high/);
  expect(figureWords(out, "ru").alt).toMatch(/^Панели по lab: 4\. Basel: Боксплот hb по arm/);
});

test("of more groups than panels the largest; a group of which nothing can be drawn has none; a family without panels says so", async () => {
  const many = tableOf(
    textColumn(
      "g",
      rows.map((at) => `g${at % 20}`),
    ),
    numberColumn(
      "v",
      rows.map((at) => (at % 20 === 3 ? null : at)),
    ),
  );
  const { out, notes } = await drawChart(many, { facet: "g", y: "v", chart: { type: "box" } });
  expect(notes).toEqual(expect.arrayContaining(["chart.note-panels-most", "chart.note-panels-empty"]));
  expect(new Set(out.data.map((trace) => trace["xaxis"])).size).toBe(11);
  expect(
    (await drawChart(many, { facet: "g", chart: { type: "correlation", columns: ["v", "v"] } }).catch(() => null))?.notes ?? [],
  ).toEqual([]);
  const heat = await drawChart(table, { facet: "lab", x: "arm", y: "lab", chart: { type: "heatmap" } });
  expect(heat.notes).toContain("chart.note-not-drawn");
  expect((await chartRefused(table, { facet: "labs", y: "hb", chart: { type: "box" } })).reason).toBe(
    "chart.column-missing-near",
  );
});

test("samples of a matrix by a column of theirs", async () => {
  const matrix = assayOf({
    values: { layout: "dense", data: Float32Array.of(1, 2, 3, 8, 9, 10) },
    features: tableOf(textColumn("gene", ["Xist"], { semantic: "gene" })),
    samples: tableOf(
      textColumn("sample", ["a", "b", "c", "d", "e", "f"], { semantic: "sample" }),
      textColumn("sex", ["f", "f", "f", "m", "m", "m"]),
    ),
    scale: "log2",
    featureNoun: "gene",
  });
  const { out } = await drawChart(matrix, { facet: "sex", y: "Xist", chart: { type: "beeswarm" } });
  expect([...numbersOf(inPanel(out.data, 1)[0]?.["y"] as JsonObject)]).toEqual([8, 9, 10]);
});
