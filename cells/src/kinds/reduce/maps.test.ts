// Maps of rows, and rows that are placed on the axes of others.

import { expect, test } from "vitest";
import type { Artifact, Assay, Report, Table } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { CellId } from "../../base/ids.ts";
import type { JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { seededRandom } from "../../stats/seeded-random.ts";
import { discloses } from "./discloses.ts";
import { execute } from "./execute.ts";
import { reduce } from "./spec.ts";

const features = 12;
/** Of samples from..until: two groups that differ in the first features. */
function cells(from: number, until: number, names = (f: number): string => `g${f}`): Assay {
  const samples = until - from;
  const data = new Float32Array(features * samples);
  for (let sample = 0; sample < samples; sample++) {
    const random = seededRandom(from + sample);
    for (let f = 0; f < features; f++) data[f * samples + sample] = random() + ((from + sample) % 2 && f < 4 ? 5 : 0);
  }
  return assayOf({
    values: { layout: "dense", data },
    features: tableOf(
      textColumn(
        "gene",
        Array.from({ length: features }, (_, f) => names(f)),
      ),
    ),
    samples: tableOf(
      textColumn(
        "cell",
        Array.from({ length: samples }, (_, at) => `c${from + at}`),
        { semantic: "sample" },
      ),
      textColumn(
        "group",
        Array.from({ length: samples }, (_, at) => ((from + at) % 2 ? "b" : "a")),
      ),
    ),
    scale: "log2",
  });
}

const [dataCell, axesCell] = ["cell_data" as CellId, "cell_axes" as CellId];
async function run(spec: JsonObject, data: Artifact, axes?: Artifact) {
  const context = {
    input: (ref: { readonly ref: string }) => (ref.ref === axesCell ? axes : data),
    log: () => undefined,
    progress: () => undefined,
    signal: new AbortController().signal,
  } as unknown as ExecuteContext;
  return execute(reduce.schema.parse({ from: { ref: dataCell }, ...(axes ? {} : { topFeatures: 0 }), ...spec }), context);
}
async function made(spec: JsonObject, data: Artifact, axes?: Artifact) {
  const done = await run(spec, data, axes);
  if (!done.ok) throw new Error(done.error.reason);
  return done.value;
}
async function refused(spec: JsonObject, data: Artifact, axes?: Artifact) {
  const done = await run(spec, data, axes);
  if (done.ok) throw new Error("it was done");
  return done.error;
}
const onto = { onto: { ref: axesCell, port: "axes" } };
const numbers = (table: Artifact | undefined, name: string): number[] => {
  const column = (table as Table).columns.find((each) => each.name === name);
  if (column?.type !== "float64") throw new Error(`no ${name}`);
  return [...column.values];
};

test("a map stands before the components that it was drawn of, says how far it can be trusted, and has its call of R", async () => {
  const { out, report } = await made({ map: { type: "umap", neighbours: 5 }, components: 5 }, cells(0, 30));
  expect((out as Table).columns.map(({ name }) => name)).toEqual([
    ...["cell", "group", "UMAP1", "UMAP2"],
    ...["PC1", "PC2", "PC3", "PC4", "PC5"],
  ]);
  const { map } = (report as Report).body as { readonly map: { readonly trust: number; readonly inR: string } };
  expect(map.trust).toBeGreaterThan(0.6);
  expect(map.inR).toContain("uwot::umap(x, n_neighbors = 5");
});

test("rows placed on the axes of others, which hold them too, stand where they stood", async () => {
  const before = await made({ components: 4 }, cells(0, 30));
  const after = await made({ components: 4, ...onto }, cells(10, 20), before["axes"]);
  numbers(after["out"], "PC1").forEach((value, at) =>
    expect(value).toBeCloseTo(numbers(before["out"], "PC1")[10 + at] as number, 4),
  );
  expect(((after["report"] as Report).body as { readonly onto: unknown }).onto).toEqual({ rows: 30, missing: 0 });
});

test("of a table, too; what it lacks counts as the mean and is said with its weight", async () => {
  const people = tableOf(
    textColumn("id", ["a", "b", "c", "d", "e"]),
    ...[0, 1, 2, 3].map((f) =>
      numberColumn(
        `x${f}`,
        [1, 4, 2, 8, 5].map((value, at) => value * (f + 1) + ((at * f) % 3)),
      ),
    ),
  );
  const before = await made({ components: 2 }, people);
  const fewer = { ...people, columns: people.columns.filter(({ name }) => name !== "x0") };
  const after = await made({ components: 2, ...onto }, fewer, before["axes"]);
  const said = JSON.stringify((after["report"] as Report).body["doubts"]);
  expect(said).toMatch(/placed-missing.*"n":1,"of":4/);
  expect(numbers(after["out"], "PC1")).toHaveLength(5);
});

test("new rows come to their group on a UMAP; a t-SNE has no place for them, which is said", async () => {
  const map = { type: "umap", neighbours: 8 };
  const before = await made({ map, components: 5 }, cells(0, 40));
  const after = await made({ ...onto }, cells(40, 44), before["axes"]);
  const [known, placed] = [numbers(before["out"], "UMAP1"), numbers(after["out"], "UMAP1")];
  const [knownY, placedY] = [numbers(before["out"], "UMAP2"), numbers(after["out"], "UMAP2")];
  placed.forEach((x, at) => {
    const y = placedY[at] as number;
    const far = known.map((other, row) => Math.hypot(other - x, (knownY[row] as number) - y));
    expect(far.indexOf(Math.min(...far)) % 2).toBe(at % 2);
  });
  const tsne = await made({ map: { type: "tsne", perplexity: 5, iterations: 300 }, components: 5 }, cells(0, 20));
  const beside = await made({ ...onto }, cells(40, 44), tsne["axes"]);
  expect(JSON.stringify((beside["report"] as Report).body["doubts"])).toContain("axes-no-new");
  expect((beside["out"] as Table).columns.some(({ name }) => name.startsWith("tSNE"))).toBe(false);
});

test("what cannot be placed is refused: other features, another scale, a map of one's own, another report", async () => {
  const { axes } = await made({ components: 4 }, cells(0, 30));
  expect(
    (
      await refused(
        onto,
        cells(0, 5, (f) => `h${f}`),
        axes,
      )
    ).reason,
  ).toBe("reduce.axes-none-shared");
  expect(
    (
      await refused(
        onto,
        cells(0, 5, (f) => (f < 5 ? `g${f}` : `h${f}`)),
        axes,
      )
    ).reason,
  ).toBe("reduce.axes-few-shared");
  expect((await refused(onto, { ...cells(0, 5), scale: "counts" }, axes)).reason).toBe("reduce.axes-other-scale");
  expect(await refused({ ...onto, map: { type: "umap" } }, cells(0, 5), axes)).toMatchObject({
    reason: "reduce.axes-and-map",
    fix: { path: ["map"], value: { type: "none" } },
  });
  expect(await refused({ ...onto, scale: true }, cells(0, 5), axes)).toMatchObject({
    reason: "reduce.axes-own-setting",
    fix: { path: ["scale"], value: false },
  });
  expect((await refused(onto, cells(0, 5), { type: "report", report: "quality", body: {} } as Artifact)).reason).toBe(
    "reduce.axes-unread",
  );
});

test("more neighbours than rows, and too large a perplexity, are refused with what would do", async () => {
  expect(await refused({ map: { type: "umap" } }, cells(0, 10))).toMatchObject({
    reason: "embedding-umap.too-many-neighbours",
    fix: { path: ["map", "neighbours"], value: 10 },
  });
  expect(await refused({ map: { type: "tsne" } }, cells(0, 31))).toMatchObject({
    reason: "embedding-tsne.perplexity-too-large",
    fix: { path: ["map", "perplexity"], value: 10 },
  });
});

test("a run that is cancelled while a map is drawn ends", async () => {
  const controller = new AbortController();
  const context = {
    input: () => cells(0, 400),
    log: () => undefined,
    progress: (_share: number, sentence?: { readonly key: string }) =>
      sentence?.key === "reduce.progress-map" && controller.abort(),
    signal: controller.signal,
  } as unknown as ExecuteContext;
  const spec = reduce.schema.parse({ from: { ref: dataCell }, map: { type: "tsne", iterations: 10_000 } });
  await expect(execute(spec, context)).rejects.toThrow(/abort/i);
});

test("axes that hold a map hold its rows, and tell of individuals; those without tell of all rows together", async () => {
  const asked = { spec: {}, port: "axes", columns: null, valueOf: () => undefined };
  const { axes } = await made({ components: 3 }, cells(0, 30));
  expect(discloses({ ...asked, artifact: axes as Artifact })?.behind).toEqual({
    of: "groups",
    sizes: [30],
    statistics: ["mean"],
  });
  const drawn = await made({ components: 3, map: { type: "umap", neighbours: 5 } }, cells(0, 30));
  expect(discloses({ ...asked, artifact: drawn["axes"] as Artifact })?.behind).toEqual({ of: "individuals" });
});

test("a row that misses most of the features has no place, one that misses some is said", async () => {
  const before = await made({ components: 3 }, cells(0, 30));
  const data = cells(30, 34);
  const { values } = data;
  if (values.layout !== "dense") throw new Error("dense");
  const gaps = values.data.slice();
  for (let f = 0; f < features; f++) gaps[f * 4 + 1] = Number.NaN;
  gaps[2] = Number.NaN;
  const after = await made(onto, { ...data, values: { layout: "dense", data: gaps } }, before["axes"]);
  const column = (after["out"] as Table).columns.find(({ name }) => name === "PC1");
  expect([...(column?.valid ?? [])]).toEqual([1, 0, 1, 1]);
  const said = JSON.stringify((after["report"] as Report).body["doubts"]);
  expect(said).toContain('"reduce.placed-without","params":{"n":1}');
  expect(said).toContain('"reduce.placed-partly","params":{"n":1}');
});
