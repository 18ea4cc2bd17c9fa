// Orders, clusters and distances of a heatmap are R's (heatmap-order.R).

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { assayOf } from "../../artifacts/assay.ts";
import type { Figure, Table } from "../../artifacts/artifact.ts";
import { columnOf, integerColumn, numberColumn, tableOf, textColumn, textsOf } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { execute } from "../../kinds/chart/execute.ts";
import { chart } from "../../kinds/chart/spec.ts";
import { figureWords } from "../../ui/figure-words.ts";
import { numbersOf } from "../parts/plot-array.ts";

interface Answer {
  readonly distance: string;
  readonly linkage: string;
  /** Numbers from 1. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly three: readonly number[];
  readonly two: readonly number[];
}
const ofR = JSON.parse(readFileSync(path.join(import.meta.dirname, "heatmap-order.json"), "utf8")) as {
  readonly values: readonly (readonly number[])[];
  readonly answers: readonly Answer[];
  readonly distances: { readonly order: readonly number[]; readonly first: readonly number[] };
};
const [genes, samples] = [ofR.values.length, ofR.values[0]?.length ?? 0];
const matrix = assayOf({
  values: { layout: "dense", data: Float32Array.from(ofR.values.flat()) },
  features: tableOf(
    textColumn(
      "gene",
      ofR.values.map((_, at) => `g${at + 1}`),
      { semantic: "gene" },
    ),
  ),
  samples: tableOf(
    textColumn(
      "sample",
      Array.from({ length: samples }, (_, at) => `s${at + 1}`),
      { semantic: "sample" },
    ),
    textColumn(
      "arm",
      Array.from({ length: samples }, (_, at) => (at < samples / 2 ? "a" : "b")),
    ),
    numberColumn(
      "weight",
      Array.from({ length: samples }, (_, at) => 20 + at / 4),
      { unit: "g" },
    ),
  ),
  scale: "log2",
  featureNoun: "gene",
});

async function answer(more: JsonObject, table?: Table) {
  const { chart: own, ...fields } = more;
  // In the order of the matrix, as R has them: of the most variable ones the first would stand first.
  const features = ofR.values.map((_, at) => `g${at + 1}`);
  const options = { type: "heatmap", features, ...(own as JsonObject) };
  const spec = chart.schema.parse({ from: { ref: "cell_a" }, labels: true, ...fields, chart: options });
  const context = {
    input: ({ ref }: { ref: string }) => (ref === "cell_a" ? matrix : table),
    valueOf: (value: unknown) => value,
  } as unknown as ExecuteContext;
  return { spec, result: await execute(spec, context) };
}
async function drawn(more: JsonObject, table?: Table) {
  const { spec, result } = await answer(more, table);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const { out, data } = result.value as unknown as { out: Figure; data: Table };
  const texts = (name: string): readonly string[] => {
    const column = columnOf(data, name);
    return column?.type === "text" ? textsOf(column) : [];
  };
  const numbers = (name: string): readonly number[] => {
    const column = columnOf(data, name);
    return column && column.type !== "text" ? [...column.values] : [];
  };
  return { spec, figure: out, data, texts, numbers };
}
/** Groups without their names. */
const parts = (of: readonly number[]): string =>
  JSON.stringify([...new Set(of)].map((group) => of.flatMap((each, at) => (each === group ? [at] : []))));

test.each(ofR.answers)(
  "by $distance and $linkage: rows, samples and clusters",
  async ({ distance, linkage, rows, columns, three, two }) => {
    const of = linkage === "ward.D2" ? "ward" : linkage;
    const { texts, numbers } = await drawn({ chart: { distance, linkage: of, cutFeatures: 3, cutSamples: 2 } });
    const [gene, sample] = [texts("gene"), texts("sample")];
    expect(rows.map((row) => `g${row}`)).toEqual(rows.map((_, at) => gene[at * samples]));
    expect(columns.map((column) => `s${column}`)).toEqual(sample.slice(0, samples));
    const [clusters, ofSamples] = [numbers("cluster"), numbers("sample_cluster")];
    // Numbered from the first in the picture, where cutree begins with the first in the data.
    expect(clusters[0]).toBe(1);
    const found = Array.from({ length: genes }, (_, at) => clusters[gene.indexOf(`g${at + 1}`)] as number);
    expect(parts(found)).toBe(parts(three));
    const samplesFound = Array.from({ length: samples }, (_, at) => ofSamples[sample.indexOf(`s${at + 1}`)] as number);
    expect(parts(samplesFound)).toBe(parts(two));
  },
);

test("clusters stand apart by empty fields, each with its number, and nothing is lost", async () => {
  const { figure, data } = await drawn({ chart: { cutFeatures: 3 } });
  const z = figure.data[0]?.["z"] as JsonObject;
  expect(z["shape"]).toBe(`${genes + 2},${samples}`);
  const values = numbersOf(z);
  expect(values.filter((value) => !Number.isNaN(value))).toHaveLength(data.rowCount);
  const notes = figure.layout["annotations"] as readonly JsonObject[];
  expect(notes.map(({ text }) => text)).toEqual(["1", "2", "3"]);
  expect((figure.layout["yaxis"] as JsonObject)["tickvals"]).toHaveLength(genes);
});

test("more clusters than rows are refused with the most there can be; a cut without a tree is told", async () => {
  const { result } = await answer({ chart: { features: ["g1", "g2", "g3"], cutFeatures: 5 } });
  expect(result).toMatchObject({
    ok: false,
    error: { reason: "chart-heatmap.cut-into-more", fix: { path: ["chart", "cutFeatures"], value: 3 } },
  });
  const { figure } = await drawn({ chart: { cluster: "samples", cutFeatures: 2 } });
  expect(figureWords(figure, "en").notes.join(" ")).toContain("the rows have no tree to cut");
});

test("distances of samples: those of dist over all rows, in the order of the tree, and names only with labels on", async () => {
  const { figure, numbers, texts, spec } = await drawn({ chart: { shows: "distances", features: null } });
  const { order, first } = ofR.distances;
  expect(texts("other").slice(0, samples)).toEqual(order.map((at) => `s${at}`));
  numbers("distance")
    .slice(0, samples)
    .forEach((value, at) => expect(value).toBeCloseTo(first[at] as number, 5));
  expect(figureWords(figure, "en").alt).toMatch(/^Heatmap of the distances of 12 samples over 30 gene rows/);
  const told = chart.discloses({
    spec,
    port: "out",
    artifact: figure,
    columns: [{ name: "sample", semantic: "sample" }],
    valueOf: () => undefined,
  });
  expect(told).toEqual({ identifying: ["sample"], behind: { of: "individuals" } });
  const readers = chart.forReaders?.(figure, { spec, labels: false, nameOf: () => null, elsewhere: "" }) as Figure;
  expect(JSON.stringify(readers)).not.toMatch(/"s\d+"/);
  expect(
    chart.discloses({
      spec,
      port: "out",
      artifact: readers,
      columns: [{ name: "sample", semantic: "sample" }],
      valueOf: () => undefined,
    })?.identifying,
  ).toEqual([]);
  const bare = await drawn({ labels: false, chart: { shows: "distances" } });
  expect(JSON.stringify(bare.figure)).not.toMatch(/"s\d+"/);
});

test("rows are those of a table, in its order; without names it is refused", async () => {
  const best = tableOf(
    textColumn("gene", ["g7", "g3", "g21", "g3"], { semantic: "gene" }),
    numberColumn("padj", [0.1, 0.2, 0.3, 0.4]),
  );
  const { texts } = await drawn({ chart: { cluster: "none", features: { ref: "cell_best" } } }, best);
  expect([...new Set(texts("gene"))]).toEqual(["g7", "g3", "g21"]);
  const { result } = await answer({ chart: { features: { ref: "cell_best" } } }, tableOf(integerColumn("n", [1, 2])));
  expect(result).toMatchObject({ ok: false, error: { reason: "chart.no-names" } });
});

test("numbers of the samples are a bar of shades with their range in the legend, few of them groups", async () => {
  const { figure } = await drawn({ chart: { bars: ["arm", "weight"] } });
  const bars = figure.data.filter(({ meta }) => (meta as JsonObject)["part"] === "bar");
  expect(bars.map(({ type, name }) => [type, name ?? ""])).toEqual([
    ["bar", "a"],
    ["bar", "b"],
    ["heatmap", ""],
    ["bar", "20"],
    ["bar", "21.4"],
    ["bar", "22.8"],
  ]);
  expect(bars[2]).toMatchObject({ y: [0, 1], showscale: false });
});
