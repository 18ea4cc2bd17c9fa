// collapse-probes beside limma's avereps and WGCNA's collapseRows (oracle.R wrote oracle.json), and what it says.

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Assay } from "../../artifacts/artifact.ts";
import { assayOf, denseData, featureIds } from "../../artifacts/assay.ts";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { takeSamples } from "../../artifacts/take-samples.ts";
import { laterOnMatrix, stepOnMatrix, valuesOf } from "../../testing/step-on-table.ts";

type Rows = readonly (readonly (number | null)[])[];
interface Oracle {
  readonly values: Rows;
  readonly genes: readonly string[];
  readonly ids: readonly string[];
  readonly mean: Rows;
  readonly "max-mean": readonly string[];
  readonly "max-variance": readonly string[];
  readonly counts: Rows;
  readonly sum: Rows;
}
const oracle = JSON.parse(readFileSync(path.join(import.meta.dirname, "oracle.json"), "utf8")) as Oracle;
function matrixOf(rows: Rows, genes: readonly (string | null)[], scale: Assay["scale"] = "log2"): Assay {
  const width = rows[0]?.length ?? 0;
  return assayOf({
    values: { layout: "dense", data: Float32Array.from(rows.flat(), (value) => value ?? Number.NaN) },
    features: tableOf(
      textColumn(
        "probe",
        rows.map((_, at) => `p${at + 1}`),
      ),
      textColumn("gene", genes, { semantic: "gene" }),
      numberColumn(
        "length",
        rows.map(() => 25),
      ),
      numberColumn(
        "place",
        rows.map((_, at) => at),
      ),
    ),
    samples: tableOf(
      textColumn(
        "sample",
        Array.from({ length: width }, (_, at) => `s${at + 1}`),
      ),
    ),
    scale,
    featureNoun: "probe",
  });
}
const flat = (rows: Rows): number[] => rows.flat().map((value) => Math.fround(value ?? Number.NaN));

test("means are those of avereps, in the order of the first probe of each gene", async () => {
  const { assay, said } = await stepOnMatrix(matrixOf(oracle.values, oracle.genes), { verb: "collapse-probes", by: "gene" });
  expect(featureIds(assay)).toEqual(oracle.ids);
  expect([...denseData(assay)]).toEqual(flat(oracle.mean));
  expect(said).toEqual([]);
  expect(assay).toMatchObject({ scale: "log2", featureNoun: "gene" });
  // What all probes of a gene say of themselves stays, with how many there were.
  expect(assay.features.columns.map(({ name }) => name)).toEqual(["gene", "length", "collapsed"]);
  expect(valuesOf(assay.features, "collapsed").reduce((sum: number, n) => sum + Number(n), 0)).toBe(120);
});

test.each(["max-mean", "max-variance"] as const)(
  "%s chooses the probes of collapseRows, and keeps them for later samples",
  async (how) => {
    const all = matrixOf(oracle.values, oracle.genes);
    const { assay, kept } = await stepOnMatrix(all, { verb: "collapse-probes", by: "gene", how });
    expect(featureIds(assay)).toEqual(oracle.ids);
    expect(valuesOf(assay.features, "probe")).toEqual(oracle[how]);
    const some = takeSamples(all, Int32Array.of(4));
    expect(valuesOf((await laterOnMatrix(kept, some)).assay.features, "probe")).toEqual(oracle[how]);
    // Of that sample alone others would be chosen.
    const alone = await stepOnMatrix(some, { verb: "collapse-probes", by: "gene", how: "max-mean" });
    expect(valuesOf(alone.assay.features, "probe")).not.toEqual(oracle[how]);
  },
);

test("sums are those of rowsum, and stay counts", async () => {
  const { assay, said } = await stepOnMatrix(matrixOf(oracle.counts, oracle.genes, "counts"), {
    verb: "collapse-probes",
    by: "gene",
    how: "sum",
  });
  expect([...denseData(assay)]).toEqual(flat(oracle.sum));
  expect(assay.scale).toBe("counts");
  expect(said).toEqual([]);
});

test("probes without a gene go, several genes in one are told, all missing stays missing", async () => {
  const given = matrixOf(
    [
      [1, null],
      [2, null],
      [3, 4],
      [5, 6],
      [7, 8],
    ],
    ["A", "A", "---", null, "B /// C"],
  );
  const { assay, said } = await stepOnMatrix(given, { verb: "collapse-probes", by: "gene" });
  expect(featureIds(assay)).toEqual(["A", "B /// C"]);
  expect([...denseData(assay)]).toEqual([1.5, Number.NaN, 7, 8]);
  expect(said).toEqual([
    "Step 1: 2 of 5 probes have no gene and were left out (p3, p4).",
    expect.stringContaining("1 value of gene names several genes at once (B /// C)"),
  ]);
});

test("what cannot be is refused, what is doubtful is said", async () => {
  const rows: Rows = [
    [1, 2],
    [3, 4],
  ];
  const on = (scale: Assay["scale"], how: string, genes: readonly (string | null)[] = ["A", "A"]) =>
    stepOnMatrix(matrixOf(rows, genes, scale), { verb: "collapse-probes", by: "gene", how });
  await expect(on("log2", "sum")).rejects.toThrow(/holds log2, and a sum of these means nothing/);
  await expect(on("log2", "mean", [null, ""])).rejects.toThrow(/gene has no value in any row/);
  expect((await on("counts", "mean")).said).toEqual([expect.stringContaining("a mean of counts is none")]);
  expect((await on("counts", "mean")).assay.scale).toBe("unknown");
  expect((await on("unknown", "sum")).said).toEqual([expect.stringContaining("nothing says that the matrix holds counts")]);
  expect([...denseData((await on("tpm", "sum")).assay)]).toEqual([4, 6]);
});
