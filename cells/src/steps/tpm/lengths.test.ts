// TPM and FPKM beside R and edgeR's rpkm, lengths of genes beside bedtools merge (oracle.R wrote oracle.gtf and oracle.json).

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Assay, Table } from "../../artifacts/artifact.ts";
import { assayOf, denseData, featureIds } from "../../artifacts/assay.ts";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { loadText } from "../../testing/load-text.ts";
import { laterOnMatrix, stepOnMatrix } from "../../testing/step-on-table.ts";

type Rows = readonly (readonly number[])[];
interface Oracle {
  readonly ids: readonly string[];
  readonly lengths: readonly number[];
  readonly counts: Rows;
  readonly tpm: Rows;
  readonly fpkm: Rows;
}
const here = (name: string): string => readFileSync(path.join(import.meta.dirname, name), "utf8");
const oracle = JSON.parse(here("oracle.json")) as Oracle;
const gtf = async (text = here("oracle.gtf")): Promise<Table> => (await loadText("genes.gtf", text)).out as Table;
const matrixOf = (ids: readonly string[], rows: Rows, lengths: readonly (number | null)[] = []): Assay =>
  assayOf({
    values: { layout: "dense", data: Float32Array.from(rows.flat()) },
    features: tableOf(textColumn("gene", ids), ...(lengths.length > 0 ? [numberColumn("Length", lengths)] : [])),
    samples: tableOf(
      textColumn(
        "sample",
        (rows[0] ?? []).map((_, at) => `s${at}`),
      ),
    ),
    scale: "counts",
    featureNoun: "gene",
  });
const onGtf = async (verb: string, assay: Assay, more: JsonObject = {}, text?: string) =>
  stepOnMatrix(assay, { verb, with: { ref: "cell_gtf" }, ...more }, { cell_gtf: await gtf(text) });
const expectClose = (assay: Assay, rows: Rows): void => {
  const found = denseData(assay);
  for (const [at, value] of rows.flat().entries())
    expect(Math.abs((found[at] as number) / (value || 1) - (value ? 1 : 0))).toBeLessThan(1e-6);
};

describe.each(["tpm", "fpkm"] as const)("%s", (verb) => {
  test("with lengths from a GTF, versions or none, is R's", async () => {
    const exact = await onGtf(verb, matrixOf(oracle.ids, oracle.counts));
    expectClose(exact.assay, oracle[verb]);
    expect(exact).toMatchObject({ assay: { scale: verb }, said: [], kept: { freezes: "each", fitted: { keeps: "statistics" } } });
    // Of later samples with some of the genes, where the annotation is not.
    const rows = [3, 0, 17];
    const some = (all: Rows): Rows => rows.map((row) => all[row] ?? []);
    const names = rows.map((row) => oracle.ids[row] ?? "");
    const later = await laterOnMatrix(exact.kept, matrixOf(names, some(oracle.counts)));
    const direct = await stepOnMatrix(
      matrixOf(
        names,
        some(oracle.counts),
        rows.map((row) => oracle.lengths[row] ?? null),
      ),
      { verb, length: "Length" },
    );
    expect(denseData(later.assay)).toEqual(denseData(direct.assay));
    const bare = oracle.ids.map((id) => id.replace(/\..*/, ""));
    const stripped = await onGtf(verb, matrixOf(bare, oracle.counts));
    expectClose(stripped.assay, oracle[verb]);
    expect(stripped.said).toEqual([expect.stringContaining("40 ids were found without their versions only")]);
    const named = await onGtf(
      verb,
      matrixOf(
        bare.map((id) => `N${Number(id.slice(4))}`),
        oracle.counts,
      ),
      { key: "gene_name" },
    );
    expectClose(named.assay, oracle[verb]);
  });
  test("with lengths in a column is R's, and each sample is its own", async () => {
    const { assay, kept } = await stepOnMatrix(matrixOf(oracle.ids, oracle.counts, oracle.lengths), { verb, length: "Length" });
    expectClose(assay, oracle[verb]);
    expect(kept.freezes).toBe("each");
  });
});

test("features without a length are refused, or dropped; their reads still count in the library of FPKM", async () => {
  const given = matrixOf(["a", "b", "c", "d"], [[10], [20], [60], [10]], [1000, 500, null, 0]);
  await expect(stepOnMatrix(given, { verb: "tpm", length: "Length" })).rejects.toThrow(
    /of 2 of the 4 genes no length is known: c, d\./,
  );
  const tpm = await stepOnMatrix(given, { verb: "tpm", length: "Length", lost: "drop" });
  expect(featureIds(tpm.assay)).toEqual(["a", "b"]);
  expect([...denseData(tpm.assay)]).toEqual([200000, 800000]);
  expect(tpm.said).toEqual(["Step 1: 2 of the 4 genes have no length and were left out: c, d."]);
  const fpkm = await stepOnMatrix(given, { verb: "fpkm", length: "Length", lost: "drop" });
  // 10 reads of 100, 1 kb: 10 / 1e-4.
  expect([...denseData(fpkm.assay)]).toEqual([100000, 400000]);
});

test("copies on X and Y are one gene; touching exons make one", async () => {
  const line = (chr: string, from: number, to: number) =>
    `${chr}\tt\texon\t${from}\t${to}\t.\t+\t.\tgene_id "G"; transcript_id "T";\n`;
  const text = line("chrX", 1, 100) + line("chrX", 101, 150) + line("chrX", 120, 130) + line("chrY", 1, 100);
  const { assay, said } = await onGtf("fpkm", matrixOf(["G"], [[15]]), {}, text);
  expect(denseData(assay)[0]).toBe(Math.fround(1e9 / 150));
  expect(said).toEqual([expect.stringContaining("1 id lies on several chromosomes (G)")]);
});

test("what cannot be is refused", async () => {
  const one = matrixOf(["TP53"], [[1]]);
  await expect(onGtf("tpm", one)).rejects.toThrow(/none of the 1 ids stands in gene_id .* here: TP53; there: ENSG/);
  await expect(onGtf("tpm", one, { key: "gene" })).rejects.toThrow(/no column gene/);
  await expect(
    stepOnMatrix(one, { verb: "tpm", with: { ref: "cell_x" } }, { cell_x: tableOf(textColumn("gene_id", ["TP53"])) }),
  ).rejects.toThrow(/no GTF/);
  await expect(stepOnMatrix({ ...one, scale: "log2" }, { verb: "tpm", length: "Length" })).rejects.toThrow(/log2/);
  await expect(stepOnMatrix(matrixOf(["a"], [[0]], [5]), { verb: "tpm", length: "Length" })).rejects.toThrow(/no counts/);
  await expect(
    stepOnMatrix(matrixOf(["a", "b"], [[5], [0]], [null, 5]), { verb: "tpm", length: "Length", lost: "drop" }),
  ).rejects.toThrow(/no counts in what has a length/);
});
