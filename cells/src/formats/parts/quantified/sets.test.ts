// Quantifications of several samples, one file each, become one matrix by name of feature. The lines are cut from files of Salmon
// 1.10.1, STAR 2.7.10b, htseq-count 1.99.2 and featureCounts 2.0.3.

import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Assay } from "../../../artifacts/artifact.ts";
import { denseValues, featureIds, sampleIds } from "../../../artifacts/assay.ts";
import { columnOf } from "../../../artifacts/table.ts";
import { loadText } from "../../../testing/load-text.ts";
import { matrixFile, zipOf } from "../../../testing/reference-matrices.ts";
import { inspectFile } from "../../../files/inspect.ts";
import { bytesAsSource } from "../../../testing/bytes-as-source.ts";
import { sampleNames } from "./sample-names.ts";

const salmon = (rows: readonly string[]): string => `Name\tLength\tEffectiveLength\tTPM\tNumReads\n${rows.join("\n")}\n`;
const first = ["ENST1\t624\t443.132\t53196.442868\t73.000", "ENST2\t1263\t1082.132\t26291.996311\t88.107"];
const second = ["ENST1\t624\t443.329\t121104.935919\t187.000", "ENST2\t1263\t1082.329\t25414.046131\t95.805"];
const numbers = (assay: Assay, values = assay.values) => [...denseValues(values, assay.featureCount, assay.sampleCount)];
async function joined(files: { readonly [name: string]: string | Uint8Array }, spec = {}) {
  const { out, logged, failure } = await loadText("run.zip", zipOf(files), spec);
  if (out?.type !== "assay") throw new Error(failure?.reason ?? "no matrix");
  return { assay: out, logged };
}

test("quant.sf of two folders: samples are called after the folders, TPM and lengths are layers", async () => {
  const files = { "S0/quant.sf": salmon(first), "S1/quant.sf": salmon(second), "S0/cmd_info.json": '{"index":"x"}\n' };
  const { assay } = await joined(files);
  expect(sampleIds(assay)).toEqual(["S0", "S1"]);
  expect(featureIds(assay)).toEqual(["ENST1", "ENST2"]);
  expect(numbers(assay)).toEqual([73, 187, 88.107, 95.805].map(Math.fround));
  expect(assay).toMatchObject({ scale: "counts", featureNoun: "transcript" });
  expect(assay.layers?.map(({ name }) => name)).toEqual(["TPM", "EffectiveLength"]);
  expect(columnOf(assay.features, "length")).toMatchObject({ values: Float64Array.of(624, 1263) });
  const { assay: tpm } = await joined(files, { layer: "TPM" });
  expect([numbers(tpm)[1], tpm.scale]).toEqual([Math.fround(121_104.935919), "unknown"]);
  const found = await inspectFile(bytesAsSource(zipOf(files)), "run.zip");
  expect(found).toMatchObject({ format: "salmon-quant", artifact: "assay", shape: [2, 2] });
  expect(found.issues.map(({ rule }) => rule)).toEqual(["measures", "parts-left"]);
});

test("abundance.h5 of two folders, the text that kallisto writes beside it left out: as kallisto 0.48 lays it out", async () => {
  const one = matrixFile("kallisto.h5");
  const other = Buffer.from(one);
  const count = Buffer.alloc(8);
  count.writeDoubleLE(73);
  other.writeDoubleLE(187, other.indexOf(count));
  const files = { "S0/abundance.h5": one, "S1/abundance.h5": other, "S1/run_info.json": '{"n_targets": 3}\n' };
  const { assay, logged } = await joined(files);
  expect(sampleIds(assay)).toEqual(["S0", "S1"]);
  expect(featureIds(assay)).toEqual(["ENST01", "ENST02", "ENST03"]);
  expect(numbers(assay)).toEqual([73, 187, 84.0315, 84.0315, 0, 0].map(Math.fround));
  expect(assay).toMatchObject({ scale: "counts", featureNoun: "transcript" });
  expect(assay.layers?.map(({ name }) => name)).toEqual(["eff_length"]);
  expect(logged).toContain("2 bootstraps are not taken over");
  const found = await inspectFile(bytesAsSource(zipOf(files)), "run.zip");
  expect(found).toMatchObject({ format: "kallisto-h5", artifact: "assay", shape: [3, 2] });
  expect(found.issues.map(({ rule }) => rule)).toEqual(["parts-left"]);
  // Where the text is there as well it is read: it has TPM.
  const text = "target_id\tlength\teff_length\test_counts\ttpm\nENST01\t624\t444.4\t73\t52772.4\n";
  const both = zipOf({ ...files, "S0/abundance.tsv": text, "S1/abundance.tsv": text });
  expect((await inspectFile(bytesAsSource(both), "run.zip")).format).toBe("kallisto-abundance");
  const cut = await loadText("run.zip", zipOf({ ...files, "S2/abundance.h5": one.subarray(0, 700) }));
  expect(cut.failure).toMatchObject({ reason: "hdf5.damaged", params: { name: "S2/abundance.h5" } });
});

test("files with other features are joined, the missing ones are missing, and it is said", async () => {
  const third = [...second, "ENST3\t915\t734.329\t22394.404899\t57.277"];
  const { assay, logged } = await joined({ "a.sf": salmon(first), "b.sf": salmon(third) });
  expect(featureIds(assay)).toEqual(["ENST1", "ENST2", "ENST3"]);
  expect(numbers(assay)).toEqual([73, 187, 88.107, 95.805, Number.NaN, 57.277].map(Math.fround));
  expect(logged).toContain("2 of 3 are in all of them");
});

test("a name twice in one of several files is refused with its sample, also where the others lack it", async () => {
  const { failure } = await loadText(
    "r.zip",
    zipOf({ "S0/quant.sf": salmon([...first, ...first]), "S1/quant.sf": salmon(second) }),
  );
  expect(failure).toMatchObject({ reason: "load.duplicate-names", params: { name: "S0" } });
  const numbered = { duplicates: "suffix" };
  const { assay } = await joined({ "S0/quant.sf": salmon([...first, ...first]), "S1/quant.sf": salmon(second) }, numbered);
  expect([featureIds(assay).length, numbers(assay).filter(Number.isNaN).length]).toEqual([4, 2]);
});

test("a file beside the same file packed is no second sample", async () => {
  const files = {
    "S0/quant.sf": salmon(first),
    "S0/quant.sf.gz": gzipSync(salmon(first)),
    "S1/quant.sf.gz": gzipSync(salmon(second)),
  };
  const { assay } = await joined(files);
  expect([sampleIds(assay), numbers(assay)]).toEqual([["S0", "S1"], [73, 187, 88.107, 95.805].map(Math.fround)]);
  const { issues } = await inspectFile(bytesAsSource(zipOf(files)), "run.zip");
  expect(issues.map(({ rule }) => rule)).toEqual(["measures", "parts-left"]);
});

const star = (rows: string): string =>
  `N_unmapped\t0\t0\t0\nN_multimapping\t0\t0\t0\nN_noFeature\t115\t129\t2986\nN_ambiguous\t0\t0\t0\n${rows}`;

test("STAR: the strand that takes the reads is the values; another is chosen by the setting", async () => {
  const files = {
    "S0.ReadsPerGene.out.tab": star("G1\t247\t244\t3\nG2\t89\t89\t0\n"),
    "S1.ReadsPerGene.out.tab": star("G1\t213\t208\t5\nG2\t158\t158\t0\n"),
  };
  const { assay, logged } = await joined(files);
  expect(sampleIds(assay)).toEqual(["S0", "S1"]);
  expect(numbers(assay)).toEqual([244, 208, 89, 158]);
  expect(logged).toContain("forward is taken as the values");
  expect(logged).toContain("Otherwise: layer: unstranded");
  const { assay: plain } = await joined(files, { layer: "unstranded" });
  expect([numbers(plain), plain.scale]).toEqual([[247, 213, 89, 158], "counts"]);
  const even = await loadText("x.tab", star("G1\t10\t5\t5\nG2\t10\t4\t6\n"));
  expect(numbers(even.out as Assay)).toEqual([10, 10]);
});

test("htseq-count: what no gene got is left out, and said with its counts", async () => {
  const below = "__no_feature\t7\n__ambiguous\t1\n";
  const { out, logged } = await loadText("S0.txt", `ENSG1\t74\nENSG2\t105\n${below}`);
  expect(featureIds(out as Assay)).toEqual(["ENSG1", "ENSG2"]);
  expect(logged).toContain("__no_feature 7");
});

test("featureCounts: place and length are those of the gene, its alignments the samples", async () => {
  const text =
    "# Program:featureCounts v2.0.3\nGeneid\tChr\tStart\tEnd\tStrand\tLength\tS0.bam\tS1.bam\n" +
    "ENSG1\t10;10\t1500;2337\t1690;2619\t+;+\t474\t74\t187\nENSG2\t11\t5\t99\t-\t95\t105\t207\n";
  const assay = (await loadText("fc.txt", text)).out as Assay;
  expect(sampleIds(assay)).toEqual(["S0.bam", "S1.bam"]);
  expect(columnOf(assay.features, "Start")).toMatchObject({ values: Int32Array.of(1500, 5), semantic: "start", origin: 1 });
  expect(columnOf(assay.features, "End")).toMatchObject({ values: Int32Array.of(2619, 99) });
  expect(columnOf(assay.features, "exons")).toMatchObject({ values: Int32Array.of(2, 1) });
});

test("samples are called after files, after folders where those are called alike, after whole paths at last", () => {
  expect(sampleNames(["S0.ReadsPerGene.out.tab", "S1.ReadsPerGene.out.tab"])).toEqual(["S0", "S1"]);
  // STAR puts its own name behind the prefix as it stands.
  expect(sampleNames(["A_R1ReadsPerGene.out.tab", "B_R1ReadsPerGene.out.tab"])).toEqual(["A_R1", "B_R1"]);
  expect(sampleNames(["out/a/quant.sf", "out/b/quant.sf"])).toEqual(["a", "b"]);
  expect(sampleNames(["a/out/abundance.tsv", "b/out/abundance.tsv"])).toEqual(["a", "b"]);
  expect(sampleNames(["x/GSM1_ctl.genes.results", "x/GSM2_trt.genes.results"])).toEqual(["GSM1_ctl", "GSM2_trt"]);
  expect(sampleNames(["a/1/quant.sf", "b/2/quant.sf", "a/2/quant.sf"])).toEqual(["a/1/quant.sf", "b/2/quant.sf", "a/2/quant.sf"]);
});
