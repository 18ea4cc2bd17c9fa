// Clusters of rows: what is proposed, what is said, what is refused, and the column that other cells take.

import { expect, test } from "vitest";
import type { Artifact, Table } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { numberColumn, tableOf, textColumn, textsOf } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import type { CellRef } from "../../base/refs.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { bodyOf } from "../../contract/report.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import { example } from "../../reports/clusters/example.ts";
import { clustersReport } from "../../reports/clusters/report.ts";
import { seededRandom } from "../../stats/seeded-random.ts";
import { execute } from "./execute.ts";
import { cluster } from "./spec.ts";

const from = { ref: "cell_a" } as unknown as CellRef;

async function run(input: Artifact, spec: JsonObject = {}, signal = new AbortController().signal) {
  const said: string[] = [];
  const context = {
    signal,
    progress: () => undefined,
    log: (line: string) => void said.push(line),
    input: () => input,
    valueOf: (value: unknown) => value,
  } as unknown as ExecuteContext;
  const found = await execute(cluster.schema.parse({ from, ...spec }), context);
  return { found, said };
}
async function done(input: Artifact, spec: JsonObject = {}) {
  const { found, said } = await run(input, spec);
  if (!found.ok) throw new Error(failureSentence(found.error, "en"));
  const report = found.value["report"];
  const body = report?.type === "report" ? bodyOf(clustersReport, { report: report.report, body: report.body }) : null;
  if (!body) throw new Error("no report");
  return { outputs: found.value, out: found.value["out"] as Table, body, said };
}
async function refusal(input: Artifact, spec: JsonObject = {}): Promise<string> {
  const { found } = await run(input, spec);
  return found.ok ? "it answered" : failureSentence(found.error, "en");
}

/** Three clouds of 30, 20 and 10 rows. */
function clouds(more: Partial<{ readonly missing: number }> = {}): Table {
  const random = seededRandom(3);
  const group = Array.from({ length: 60 }, (_, row) => (row < 30 ? 0 : row < 50 ? 1 : 2));
  const x = group.map((g) => 10 * g + random());
  const y = group.map((g) => (g === 1 ? 8 : 0) + random());
  return tableOf(
    textColumn(
      "id",
      group.map((_, row) => `r${row}`),
      { semantic: "sample" },
    ),
    numberColumn("PC1", more.missing ? x.map((value, row) => (row < (more.missing ?? 0) ? null : value)) : x),
    numberColumn("PC2", y),
    numberColumn(
      "age",
      group.map(() => random() * 90),
    ),
    textColumn(
      "truth",
      group.map((g) => `g${g}`),
    ),
  );
}

test("of three clouds three are proposed with the reason; numbers go by size, other columns stay, and the column says what it is", async () => {
  const { out, body, outputs, said } = await done(clouds(), { draws: 8 });
  expect(body).toMatchObject({ value: 3, proposed: true, columns: ["PC1", "PC2"], scaled: false, without: 0 });
  expect(body.clusters.map(({ n }) => n)).toEqual([30, 20, 10]);
  expect(out.columns.map(({ name }) => name)).toEqual(["id", "PC1", "PC2", "age", "truth", "cluster", "cluster_silhouette"]);
  const own = out.columns[5];
  expect(own).toMatchObject({ semantic: "cluster" });
  expect(own && new Set(textsOf(own).map((text, row) => `${text} g${row < 30 ? 0 : row < 50 ? 1 : 2}`)).size).toBe(3);
  expect(Object.keys(outputs).sort()).toEqual(["curves", "map", "out", "report", "silhouettes"]);
  expect(said.join(" ")).toMatch(/3 clusters of 60 rows: 30, 20, 10\./);
  expect(said.join(" ")).toMatch(/gap statistic speaks for 3/);
  expect(body.curves.find(({ value }) => value === 3)?.stability).toBeGreaterThan(0.95);
  expect(body.inR.join("\n")).toContain('x <- as.matrix(d[, c("PC1", "PC2")])');
});

test("every method finds them, the same bytes for one seed; a tree has its picture", async () => {
  for (const type of ["k-means", "hierarchical", "gaussian-mixture", "leiden", "dbscan"]) {
    const method = type === "leiden" ? { type, resolution: 0.1 } : { type };
    const first = await done(clouds(), { method, draws: 2 });
    expect(first.body.clusters.map(({ n }) => n).slice(0, 2), type).toEqual(type === "dbscan" ? [30, 19] : [30, 20]);
    expect((await done(clouds(), { method, draws: 2 })).outputs, type).toEqual(first.outputs);
    expect(first.outputs["tree"] !== undefined).toBe(type === "hierarchical");
  }
});

test("columns of other units are brought to one spread, and that is said", async () => {
  const table = tableOf(
    numberColumn(
      "height",
      Array.from({ length: 20 }, (_, row) => (row < 10 ? 150 : 190) + (row % 3)),
    ),
    numberColumn(
      "weight",
      Array.from({ length: 20 }, (_, row) => (row < 10 ? 0.05 : 0.09) + (row % 4) / 1000),
    ),
  );
  const { body, said } = await done(table);
  expect(body).toMatchObject({ scaled: true, value: 2 });
  expect(said.join(" ")).toMatch(/each over its standard deviation/);
});

test("a column that does not vary is told, and groups nothing", async () => {
  const three = clouds();
  const plain = { scale: "as-is", draws: 0 };
  const more = tableOf(
    ...three.columns,
    numberColumn(
      "same",
      Array.from({ length: 60 }, () => 3),
    ),
  );
  const [without, within] = [
    await done(three, { ...plain, columns: ["PC1", "PC2"] }),
    await done(more, { ...plain, columns: ["PC1", "PC2", "same"] }),
  ];
  expect(within.body.clusters).toEqual(without.body.clusters);
  expect(within.body.doubts.filter(({ key }) => key.endsWith("doubt-same")).map(({ params }) => params)).toEqual([
    { columns: ["same"], n: 1 },
  ]);
});

test("rows with a missing value keep their place without a cluster, and are told", async () => {
  const { out, body, said } = await done(clouds({ missing: 4 }));
  expect(out.rowCount).toBe(60);
  expect(body.rows).toBe(56);
  expect([...(out.columns[5]?.valid ?? [])].slice(0, 5)).toEqual([0, 0, 0, 0, 1]);
  expect(said.join(" ")).toMatch(/4 of 60|4 rows/);
});

test("samples of a matrix are grouped by its most variable features", async () => {
  const random = seededRandom(1);
  const data = Float32Array.from({ length: 40 * 12 }, (_, at) => (Math.floor(at / 12) < 10 && at % 12 < 6 ? 5 : 0) + random());
  const names = (stem: string, n: number) => Array.from({ length: n }, (_, at) => `${stem}${at}`);
  const assay = assayOf({
    values: { layout: "dense", data },
    features: tableOf(textColumn("gene", names("g", 40))),
    samples: tableOf(
      textColumn("sample", names("s", 12)),
      textColumn(
        "sex",
        names("", 12).map((_, at) => (at % 2 ? "f" : "m")),
      ),
    ),
    scale: "log2",
  });
  const { out, body } = await done(assay, { method: { type: "hierarchical" }, topFeatures: 20 });
  expect(body).toMatchObject({ value: 2, rows: 12 });
  expect(body.columns).toHaveLength(20);
  expect(out.columns.map(({ name }) => name).slice(0, 3)).toEqual(["sample", "sex", "cluster"]);
});

test("of components of a file and those of a PCA here the latter are taken", async () => {
  const table = clouds();
  const twice = table.columns.flatMap((column) =>
    column.name.startsWith("PC") ? [{ ...column, name: `pca_${column.name.at(-1)}` }, column] : [column],
  );
  expect((await done({ ...table, columns: twice }, { draws: 0 })).body.columns).toEqual(["PC1", "PC2"]);
});

test("what is doubtful is said: places on a picture, shared names, a name that was taken, too small a range", async () => {
  const table = clouds();
  const columns = table.columns.map((column) =>
    column.name.startsWith("PC") ? { ...column, name: column.name.replace("PC", "UMAP") } : column,
  );
  expect((await done({ ...table, columns }, { draws: 0 })).said.join(" ")).toMatch(/places on a picture \(UMAP1, UMAP2\)/);
  const twice = tableOf(textColumn("id", ["a", "a", "b", "c"], { semantic: "sample" }), numberColumn("x", [1, 2, 8, 9]));
  expect((await done(twice, { draws: 0 })).said.join(" ")).toMatch(/1 row.* share.* name in id/);
  const named = await done(clouds(), { called: "truth", draws: 0 });
  expect(named.out.columns.map(({ name }) => name)).toContain("truth_2");
  expect(named.said.join(" ")).toMatch(/truth was there already/);
  expect((await done(clouds(), { most: 2, draws: 0 })).said.join(" ")).toMatch(/try more/);
});

test("what cannot be is refused with the way on", async () => {
  const row = tableOf(numberColumn("x", [1]), numberColumn("y", [2]));
  expect(await refusal(row)).toMatch(/at least 3 rows/);
  const same = tableOf(numberColumn("x", [1, 1, 1, 1]), numberColumn("y", [2, 2, 2, 2]));
  expect(await refusal(same)).toMatch(/All rows are equal/);
  expect(await refusal(tableOf(textColumn("a", ["x", "y", "z"])))).toMatch(/./);
  expect(await refusal(clouds(), { columns: ["PC9"] })).toMatch(/PC9/);
  expect(await refusal(clouds(), { columns: ["truth"] })).toMatch(/truth/);
  const few = tableOf(numberColumn("x", [1, 1, 2, 2, 5]));
  expect(await refusal(few, { method: { type: "k-means", k: 4 } })).toMatch(/4 clusters were asked for, and only 3 rows differ/);
  const infinite = tableOf(numberColumn("x", [1, 2, Number.POSITIVE_INFINITY, 9, 10]));
  expect((await done(infinite, { draws: 0 })).body.rows).toBe(4);
});

test("a run that is cancelled stops", async () => {
  const stop = new AbortController();
  const random = seededRandom(1);
  const large = tableOf(
    ...["PC1", "PC2", "PC3"].map((name) =>
      numberColumn(
        name,
        Float64Array.from({ length: 3000 }, () => random()),
      ),
    ),
  );
  setTimeout(() => stop.abort(), 60);
  await expect(run(large, { method: { type: "gaussian-mixture" } }, stop.signal)).rejects.toThrow();
});

test("a method that takes fewer rows is called as the reader's language calls it", async () => {
  const many = Array.from({ length: 6_001 }, (_, row) => row);
  const { found } = await run(tableOf(numberColumn("a", many), numberColumn("b", many)), { method: { type: "hierarchical" } });
  if (found.ok) throw new Error("it answered");
  expect(failureSentence(found.error, "en")).toMatch(/^Hierarchical compares/);
  expect(failureSentence(found.error, "ru")).toMatch(/^Иерархическая сравнивает/);
});

test("rows of no cluster are a group of their own to whoever asks what is told", () => {
  const body = { ...clustersReport.schema.parse(example), without: 2 };
  expect(clustersReport.discloses(body)?.behind).toMatchObject({ sizes: [...body.clusters.map(({ n }) => n), 2] });
});
