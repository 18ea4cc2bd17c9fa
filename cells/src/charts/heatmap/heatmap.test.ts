// A heatmap of a matrix shows samples, and what it tells of them.

import { expect, test } from "vitest";
import type { Assay, Figure, Table } from "../../artifacts/artifact.ts";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { execute } from "../../kinds/chart/execute.ts";
import { chart } from "../../kinds/chart/spec.ts";
import { sentencesIn } from "../../messages/sentence.ts";
import { lightColours } from "../../ui/chart-colours.ts";
import { themeFigure } from "../../ui/theme-figure.ts";

const look = { colours: lightColours, width: 900, height: 360, locale: "en" } as const;

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

async function drawn(samples: number, more: JsonObject, as: Partial<Assay> = {}) {
  const matrix = { ...matrixOf(samples), ...as };
  const spec = chart.schema.parse({ from: { ref: "cell_a" }, chart: { type: "heatmap" }, ...more });
  const context = { input: () => matrix, valueOf: (value: unknown) => value } as unknown as ExecuteContext;
  const result = await execute(spec, context);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const artifact = result.value["out"] as Figure;
  const columns = matrix.samples.columns.map(({ name }) => ({ name }));
  const tells = (figure: Figure) => chart.discloses({ spec, port: "out", artifact: figure, columns, valueOf: () => undefined });
  const readers = chart.forReaders?.(artifact, { spec, labels: false, nameOf: () => null, elsewhere: "" }) as Figure;
  return {
    figure: artifact,
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

test("alike genes and alike samples stand beside each other, with their trees, and bars say what the samples are", async () => {
  const { figure } = await drawn(6, { color: "sex", labels: true });
  const types = figure.data.map((trace) => [trace["type"], (trace["meta"] as JsonObject)["part"] ?? null]);
  expect(types).toEqual([
    ["heatmap", null],
    ["bar", "bar"],
    ["bar", "bar"],
    ["scatter", "tree"],
    ["scatter", "tree"],
  ]);
  expect(figure.data.slice(1, 3).map((trace) => trace["name"])).toEqual(["Female", "Male"]);
  const custom = figure.data[0]?.["customdata"] as unknown as readonly (readonly (readonly string[])[])[];
  expect(new Set(custom.flat().map(([gene]) => gene))).toEqual(new Set(["Xist", "Trp53", "Actb"]));
  expect(new Set(custom[0]?.map(([, sample]) => sample))).toEqual(new Set(["GSM0", "GSM1", "GSM2", "GSM3", "GSM4", "GSM5"]));
  const plain = await drawn(6, { chart: { type: "heatmap", cluster: "none" } });
  expect(plain.figure.data).toHaveLength(1);
});

// R 4.2.2: hclust(dist(t(x), "manhattan"), "centroid") and hclust(as.dist(1 - cor(x)), "average") of the same values.
test("linkage and distance are those that are chosen, inversions among them", async () => {
  const placed = async (more: JsonObject) => {
    const { figure } = await drawn(7, { labels: true, chart: { type: "heatmap", centre: false, cluster: "samples", ...more } });
    const custom = figure.data[0]?.["customdata"] as unknown as readonly (readonly (readonly string[])[])[];
    const strokes = figure.data.find((trace) => (trace["meta"] as JsonObject)["part"] === "tree")?.["y"] as number[];
    return {
      order: (custom[0] ?? []).map(([, sample]) => sample?.slice(3)).join(""),
      heights: strokes.filter((_, at) => at % 5 === 1),
    };
  };
  expect(await placed({ linkage: "centroid", distance: "manhattan" })).toEqual({
    order: "2501436",
    heights: [3, 3, 3, 7.5, 11.375, 11.23],
  });
  const { heights } = await placed({ linkage: "average", distance: "pearson" });
  expect(heights.map((height) => height.toFixed(9)).slice(-3)).toEqual(["0.000000000", "1.155542754", "1.792398873"]);
});

test("a bar of a column that tells samples apart says so, and no picture holds its names unless it is asked for", async () => {
  const { told } = await drawn(6, { chart: { type: "heatmap", bars: ["sample"] } });
  expect(told?.identifying).toEqual(["sample"]);
});

test("readers keep the names of groups", async () => {
  expect((await drawn(6, { x: "sex" })).axis).toEqual(["Female", "Male"]);
  // More samples than columns are means of neighbours, which have no names.
  const many = await drawn(600, { x: "sex", labels: true });
  expect(many.told?.identifying).toEqual([]);
  expect(many.axis).toEqual(["Female", "Male"]);
});

// R 4.2.2: tapply(v, list(b, a), mean)
test("where several rows share a field, it is called the mean of them: on the scale, on hover, in the data and under the picture", async () => {
  const rows = (a: string[], v: number[]): Table =>
    tableOf(
      textColumn("a", a),
      textColumn(
        "b",
        a.map(() => "z"),
      ),
      numberColumn("v", v, { unit: "mm" }),
    );
  const of = async (table: Table) => {
    const spec = chart.schema.parse({ from: { ref: "cell_a" }, chart: { type: "heatmap" }, x: "a", y: "b", color: "v" });
    const context = { input: () => table, valueOf: (value: unknown) => value } as unknown as ExecuteContext;
    const result = await execute(spec, context);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    const figure = result.value["out"] as Figure;
    const data = result.value["data"] as Table;
    const shown = (locale: "en" | "ru") => {
      const [trace] = themeFigure(figure, { ...look, locale }).data as readonly JsonObject[];
      const scale = trace?.["colorbar"] as JsonObject | undefined;
      return (scale?.["title"] as JsonObject | undefined)?.["text"];
    };
    return {
      en: shown("en"),
      ru: shown("ru"),
      hover: figure.data[0]?.["name"],
      columns: data.columns.map(({ name }) => name),
      alt: figure.alt,
    };
  };
  const several = await of(rows(["p", "p", "q"], [1, 4, 7]));
  expect(several).toMatchObject({
    en: "Mean of v, mm",
    ru: "Среднее v, mm",
    hover: "Mean of v, mm",
    columns: ["a", "b", "mean of v", "n"],
  });
  expect(several.alt).toContain("shows the mean of v");
  const one = await of(rows(["p", "q"], [1, 4]));
  expect(one).toMatchObject({ en: "v, mm", hover: "v, mm", columns: ["a", "b", "v", "n"] });
  expect(one.alt).not.toContain("shows the mean");
});

test("z-scores that are centred once more over other samples are told, and those that stay as they are not", async () => {
  const notes = async (values: readonly number[]) => {
    const data = Float32Array.from([...values, ...values, ...values]);
    const { figure } = await drawn(3, {}, { scale: "z-score", values: { layout: "dense", data } });
    return sentencesIn((figure.layout["meta"] as JsonObject)["notes"])
      .filter(({ key }) => key === "chart-heatmap.note-centred-again")
      .map(({ params }) => params);
  };
  expect(await notes([-1, 0, 1])).toEqual([]);
  expect(await notes([0, 1, 2])).toEqual([{ n: 3, rows: 3 }]);
});
