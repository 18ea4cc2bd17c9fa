// Markers of groups: the right features, p values only where groups were not found in these samples, and every refusal.

import { expect, test } from "vitest";
import type { Artifact, Assay, Table } from "../../artifacts/artifact.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { numberColumn, tableOf, textColumn, textsOf } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import type { CellRef } from "../../base/refs.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import { locales } from "../../messages/locale.ts";
import { seededRandom } from "../../stats/seeded-random.ts";
import { execute } from "./execute.ts";
import { markers } from "./spec.ts";

const cells = { ref: "cell_a" } as unknown as CellRef;
const other = { ref: "cell_b" } as unknown as CellRef;

async function run(assay: Assay, spec: JsonObject, table?: Table) {
  const said: string[] = [];
  const context = {
    signal: new AbortController().signal,
    progress: () => undefined,
    log: (line: string) => void said.push(line),
    input: (ref: CellRef): Artifact => (ref.ref === other.ref && table ? table : assay),
  } as unknown as ExecuteContext;
  return { found: await execute(markers.schema.parse({ from: cells, ...spec }), context), said };
}
async function done(assay: Assay, spec: JsonObject, table?: Table) {
  const { found, said } = await run(assay, spec, table);
  if (!found.ok) throw new Error(failureSentence(found.error, "en"));
  return { outputs: found.value, out: found.value["out"] as Table, said: said.join(" ") };
}
async function refusal(assay: Assay, spec: JsonObject, table?: Table): Promise<string> {
  const { found } = await run(assay, spec, table);
  if (found.ok) return "it answered";
  for (const locale of locales) expect(failureSentence(found.error, locale)).not.toMatch(/undefined|\{\w+\}/);
  return failureSentence(found.error, "en");
}

const names = (stem: string, n: number) => Array.from({ length: n }, (_, at) => `${stem}${at}`);
/** 60 cells of three groups; gene 0, 1 and 2 are each one group's own. */
function matrix(semantic: "cluster" | "category", scale: Assay["scale"] = "ln"): Assay {
  const random = seededRandom(2);
  const data = Float32Array.from({ length: 10 * 60 }, (_, at) => {
    const [gene, cell] = [Math.floor(at / 60), at % 60];
    const isOwn = gene < 3 && cell % 3 === gene;
    return random() < (isOwn ? 0.9 : 0.2) ? 1 + random() * (isOwn ? 3 : 1) : 0;
  });
  return assayOf({
    values: { layout: "dense", data },
    features: tableOf(textColumn("gene", names("g", 10))),
    samples: tableOf(
      textColumn("cell", names("c", 60), { semantic: "barcode" }),
      textColumn(
        "kind",
        names("", 60).map((_, cell) => `k${cell % 3}`),
        { semantic },
      ),
      numberColumn(
        "depth",
        Float64Array.from({ length: 60 }, (_, at) => at * 1.5),
      ),
    ),
    scale,
    featureNoun: "gene",
  });
}
const column = (table: Table, name: string) => table.columns.find((each) => each.name === name);
const firstOf = ({ columns }: Table, group: string): string | undefined => {
  const [groups, genes] = [columns[0], columns.find(({ name }) => name === "gene")];
  return groups && genes ? textsOf(genes)[textsOf(groups).indexOf(group)] : undefined;
};

test("each group's own gene comes first, with p values where the groups were given, and a word about replicates", async () => {
  const { out, outputs, said } = await done(matrix("category"), { by: "kind" });
  expect(["k0", "k1", "k2"].map((group) => firstOf(out, group))).toEqual(["g0", "g1", "g2"]);
  expect(column(out, "p_value")).toBeDefined();
  expect(column(out, "log2_fold_change")).toMatchObject({ semantic: "log-fold-change" });
  expect(said).toMatch(/counts as a replicate/);
  expect(Object.keys(outputs).sort()).toEqual(["dots", "out", "report", "violins"]);
});

test("groups that were found in these cells get no p value, and it is said why", async () => {
  const { out, said, outputs } = await done(matrix("cluster"), { by: "kind" });
  expect(firstOf(out, "k1")).toBe("g1");
  expect(out.columns.map(({ name }) => name).filter((name) => name.startsWith("p_"))).toEqual([]);
  expect(said).toMatch(/There are no p values: kind was found in the values of these very samples/);
  expect(outputs["report"]).toMatchObject({ body: { p: null } });
});

test("clusters of another cell are found by the names of the cells, and so is that they were found", async () => {
  const table = tableOf(
    textColumn("cell", names("c", 60).toReversed(), { semantic: "barcode" }),
    textColumn(
      "cluster",
      names("", 60).map((_, row) => (row < 6 ? null : `k${(59 - row) % 3}`)),
      { semantic: "cluster" },
    ),
  );
  const { out, said } = await done(matrix("category"), { by: "cluster", groups: other }, table);
  expect(firstOf(out, "k2")).toBe("g2");
  expect(column(out, "p_value")).toBeUndefined();
  expect(said).toMatch(/6 samples of 60 have no group/);
});

/** 8 samples of two groups; g0 lies below 0 in all, and tells them apart wholly. */
function deviations(scale: Assay["scale"]): Assay {
  return assayOf({
    values: {
      layout: "dense",
      data: Float32Array.of(-0.5, -0.4, -0.3, -0.2, -1.5, -1.4, -1.3, -1.2, 1, -1, 0.5, -0.5, 1, -1, 0.4, -0.4),
    },
    features: tableOf(textColumn("gene", ["g0", "g1"])),
    samples: tableOf(textColumn("cell", names("c", 8)), textColumn("kind", [..."aaaabbbb"], { semantic: "category" })),
    scale,
    featureNoun: "gene",
  });
}

test.each(["z-score", "log2-cpm", "log2", "unknown"] as const)(
  "values below 0 (%s): a feature that tells a group apart is its marker, and the least share is said to be unused",
  async (scale) => {
    const { out, said } = await done(deviations(scale), { by: "kind" });
    expect(firstOf(out, "a")).toBe("g0");
    expect(column(out, "auc")).toMatchObject({ values: Float64Array.of(1, 0.5, 0.5, 0) });
    expect(column(out, "share_in")).toMatchObject({ values: Float64Array.of(1, 1, 1, 1) });
    expect(said).toMatch(/the least share of 0.1 was not used/);
    expect((await done(deviations(scale), { by: "kind", least: 0 })).said).toMatch(/0 is a value as any other here/);
  },
);

test("where 0 means nothing, the least share is obeyed", async () => {
  const { out, said } = await done(matrix("category"), { by: "kind", least: 0.6 });
  const [groups, genes] = [out.columns[0], column(out, "gene")];
  expect(groups && genes && textsOf(groups).map((group, at) => group + textsOf(genes)[at])).toEqual(["k0g0", "k1g1", "k2g2"]);
  expect(said).not.toMatch(/least share/);
});

test("how many samples stand behind each group goes with the table, and says what may be told of it", async () => {
  const lone = matrix("category");
  const kinds = names("", 60).map((_, cell) => (cell === 0 ? "alone" : `k${cell % 2}`));
  const assay = { ...lone, samples: tableOf(textColumn("cell", names("c", 60)), textColumn("kind", kinds)) };
  const { out } = await done(assay, { by: "kind", least: 0 });
  const told = markers.discloses({
    spec: { by: "kind" },
    port: "out",
    artifact: out,
    columns: null,
    valueOf: () => undefined,
  } as never);
  expect(told).toEqual({ identifying: [], behind: { of: "groups", sizes: [1, 29, 30], statistics: ["count", "mean", "share"] } });
});

test("a sparse matrix answers as the dense one", async () => {
  const dense = matrix("cluster");
  const data = dense.values.data as Float32Array;
  const [offsets, featureIndex, values]: [number[], number[], number[]] = [[0], [], []];
  for (let cell = 0; cell < 60; cell++) {
    for (let gene = 0; gene < 10; gene++) {
      const value = data[gene * 60 + cell] as number;
      if (value === 0) continue;
      featureIndex.push(gene);
      values.push(value);
    }
    offsets.push(values.length);
  }
  const sparse: Assay = {
    ...dense,
    values: {
      layout: "sparse",
      offsets: Int32Array.from(offsets),
      featureIndex: Int32Array.from(featureIndex),
      data: Float32Array.from(values),
    },
  };
  expect((await done(sparse, { by: "kind" })).outputs).toEqual((await done(dense, { by: "kind" })).outputs);
});

test("features that are asked for are drawn in their order", async () => {
  const { outputs } = await done(matrix("cluster"), { by: "kind", show: ["g7", "g1"] });
  expect(outputs["report"]).toMatchObject({ body: { dots: [{ feature: "g7" }, { feature: "g1" }] } });
});

test("what cannot be is refused with the way on", async () => {
  expect(await refusal(matrix("cluster"), { by: "kid" })).toMatch(/no column kid.*kind/);
  expect(await refusal(matrix("cluster"), { by: "kind", show: ["G1"] })).toMatch(/no column G1/);
  const counts = matrix("category", "counts");
  const raw = {
    ...counts,
    values: { layout: "dense" as const, data: (counts.values.data as Float32Array).map((value) => Math.round(value * 90)) },
  };
  expect(await refusal(raw, { by: "kind" })).toMatch(/raw counts/);
  const twice = tableOf(textColumn("cell", ["c0", "c1", "c2", "c1"]), textColumn("cluster", ["1", "2", "1", "1"]));
  expect(await refusal(matrix("cluster"), { by: "cluster", groups: other }, twice)).toMatch(/c1 stands more than once in cell/);
  const strangers = tableOf(textColumn("cell", ["x", "y"]), textColumn("cluster", ["1", "2"]));
  expect(await refusal(matrix("cluster"), { by: "cluster", groups: other }, strangers)).toMatch(/None of the samples/);
  const one = tableOf(
    textColumn("cell", names("c", 60)),
    textColumn(
      "cluster",
      names("", 60).map(() => "1"),
    ),
  );
  expect(await refusal(matrix("cluster"), { by: "cluster", groups: other }, one)).toMatch(/fewer than two groups/);
});
