// Three files of each of several samples become one matrix, with the sample of each cell.

import { execFileSync } from "node:child_process";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Assay } from "../../artifacts/artifact.ts";
import { denseValues, featureIds, sampleIds } from "../../artifacts/assay.ts";
import { columnOf, textsOf } from "../../artifacts/table.ts";
import { checkFile } from "../../files/check-file.ts";
import { inspectFile } from "../../files/inspect.ts";
import { eachSheet } from "../../files/inspection.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { loadText } from "../../testing/load-text.ts";
import { zipOf } from "../../testing/reference-matrices.ts";
import { triosOf } from "./roles.ts";

type Files = { readonly [name: string]: string | Uint8Array };
const market = (rows: number, entries: readonly string[], cells = 2): string =>
  `%%MatrixMarket matrix coordinate integer general\n%\n${rows} ${cells} ${entries.length}\n${entries.join("\n")}\n`;
const genes = (ids: readonly string[]): string => ids.map((id) => `${id}\tS${id}\tGene Expression\n`).join("");
const three = (prefix: string, ids: readonly string[], entries: readonly string[], barcodes = ["AAAC-1", "AAAG-1"]): Files => ({
  [`${prefix}barcodes.tsv.gz`]: gzipSync(`${barcodes.join("\n")}\n`),
  [`${prefix}features.tsv.gz`]: gzipSync(genes(ids)),
  [`${prefix}matrix.mtx.gz`]: gzipSync(market(ids.length, entries, barcodes.length)),
});
const all = ["g1", "g2", "g3", "g4"];
const first = three("GSM1_ctl_", all, ["1 1 5", "4 1 1", "2 2 7"]);
const second = three("GSM2_trt_", all, ["3 1 2", "1 2 9"]);
const assayOf = async (files: Files, spec = {}) => {
  const { out, failure } = await loadText("GSE1.zip", zipOf(files), spec);
  if (out?.type !== "assay") throw new Error(failure?.reason ?? "no matrix");
  const { issues } = await inspectFile(bytesAsSource(zipOf(files)), "GSE1.zip", { settings: spec });
  return { assay: out, rules: issues.map(({ rule }) => rule) };
};
const numbers = (assay: Assay) => [...denseValues(assay.values, assay.featureCount, assay.sampleCount)];
const of = (assay: Assay, name: string) => textsOf(columnOf(assay.samples, name) ?? expect.fail(name));

test("files as GEO has them, all in one folder: a column says the sample, one barcode is a cell of each", async () => {
  const { assay, rules } = await assayOf({ ...second, ...first, "filelist.txt": "x\n" });
  expect(sampleIds(assay)).toEqual(["GSM1_ctl_AAAC-1", "GSM1_ctl_AAAG-1", "GSM2_trt_AAAC-1", "GSM2_trt_AAAG-1"]);
  expect([of(assay, "sample"), of(assay, "barcode")]).toEqual([
    ["GSM1_ctl", "GSM1_ctl", "GSM2_trt", "GSM2_trt"],
    ["AAAC-1", "AAAG-1", "AAAC-1", "AAAG-1"],
  ]);
  expect(columnOf(assay.samples, "sample")?.semantic).toBe("patient");
  expect(numbers(assay)).toEqual([5, 0, 0, 9, 0, 7, 0, 0, 0, 0, 2, 0, 1, 0, 0, 0]);
  expect(assay).toMatchObject({ scale: "counts", featureNoun: "gene" });
  expect(rules).toEqual(["left-alone"]);
  const found = await inspectFile(bytesAsSource(zipOf({ ...first, ...second })), "GSE1.zip");
  expect(found).toMatchObject({ format: "10x-mtx", version: "v3", artifact: "assay", shape: [4, 4], issues: [] });
});

test("a folder a sample, features in another order and described by one only: joined by their ids", async () => {
  const { assay, rules } = await assayOf({
    ...three("run/A/filtered_feature_bc_matrix/", all, ["1 1 5", "4 1 1", "2 2 7"]),
    "run/B/filtered_feature_bc_matrix/barcodes.tsv": "AAAC-1\n",
    "run/B/filtered_feature_bc_matrix/genes.tsv": "g4\tSg4\ng3\tSg3\ng2\tother\ng1\tSg1\n",
    "run/B/filtered_feature_bc_matrix/matrix.mtx": market(4, ["1 1 3", "4 1 8"], 1),
  });
  expect(sampleIds(assay)).toEqual(["A_AAAC-1", "A_AAAG-1", "B_AAAC-1"]);
  expect(featureIds(assay)).toEqual(all);
  expect(assay.features.columns.map(({ name }) => name)).toEqual(["id", "symbol", "feature_type"]);
  expect(numbers(assay)).toEqual([5, 0, 8, 0, 7, 0, 0, 0, 0, 1, 0, 3]);
  expect(rules).toEqual(["described-differ"]);
});

test("features that are not in all of them are left out and said; a sample is read alone by what the finding offers", async () => {
  const files = { ...first, ...three("GSM2_trt_", ["g1", "g2", "g3", "g9"], ["4 1 2", "1 2 9"]) };
  const { out, findings } = await loadText("GSE1.zip", zipOf(files));
  expect(featureIds(out as Assay)).toEqual(["g1", "g2", "g3"]);
  expect(numbers(out as Assay)).toEqual([5, 0, 0, 9, 0, 7, 0, 0, 0, 0, 0, 0]);
  expect(findings).toMatchObject([
    {
      rule: "features-shared",
      fix: { path: ["sheet"], value: "GSM1_ctl" },
      message: { params: { shared: 3, most: 4, count: 1 } },
    },
  ]);
  const { assay } = await assayOf(files, { sheet: "GSM1_ctl" });
  expect([sampleIds(assay), featureIds(assay)]).toEqual([["AAAC-1", "AAAG-1"], all]);
  expect((await loadText("GSE1.zip", zipOf(files), { sheet: "GSM3" })).failure?.reason).toBe("load.part-missing");
});

test("features that are another sample's are taken and said; those of the series are everybody's", async () => {
  const { "GSM2_trt_features.tsv.gz": own, ...without } = second;
  const borrowed = await assayOf({ ...first, ...without });
  expect([borrowed.rules, numbers(borrowed.assay)]).toEqual([
    ["features-borrowed"],
    [5, 0, 0, 9, 0, 7, 0, 0, 0, 0, 2, 0, 1, 0, 0, 0],
  ]);
  const { "GSM1_ctl_features.tsv.gz": _, ...none } = first;
  expect((await assayOf({ ...none, ...without, "GSE1_features.tsv.gz": own ?? "" })).rules).toEqual([]);
});

test("a download and what was unpacked of it beside it: one of them is read, which is said", async () => {
  const plain = { "matrix.mtx": market(4, ["1 1 5"]), "genes.tsv": genes(all), "barcodes.tsv": "AAAC-1\nAAAG-1\n" };
  const { assay, rules } = await assayOf({ ...plain, "matrix.mtx.gz": gzipSync(plain["matrix.mtx"]) });
  expect([assay.sampleCount, rules]).toEqual([2, ["left-alone"]]);
});

test("a zero byte among names is refused with its file and line", async () => {
  const files = {
    "matrix.mtx": market(4, ["1 1 5"]),
    "genes.tsv": genes(all).replace("g3", "g\0"),
    "barcodes.tsv": "AAAC-1\nAAAG-1\n",
  };
  const { failure } = await loadText("x.zip", zipOf(files));
  expect(failure).toMatchObject({ reason: "load.zero-byte", params: { name: "genes.tsv", line: 3 } });
});

test("what is of two genomes is refused, and so is a name twice, with its file", async () => {
  const mouse = three("GSM2_trt_", ["m1", "m2", "m3", "g4"], ["1 1 2"]);
  expect((await loadText("GSE1.zip", zipOf({ ...first, ...mouse }))).failure).toMatchObject({
    reason: "cell-samples.features-unlike",
    params: { shared: 1, most: 4, sample: "GSM1_ctl", count: 3, first: ["g1", "g2", "g3"] },
    fix: { path: ["sheet"], value: "GSM1_ctl" },
  });
  const twice = three("GSM2_trt_", all, ["1 1 2"], ["AAAC-1", "AAAC-1"]);
  expect((await loadText("GSE1.zip", zipOf({ ...first, ...twice }))).failure).toMatchObject({
    reason: "load.duplicate-names",
    params: { name: "GSM2_trt_barcodes.tsv.gz" },
  });
  const { findings } = await checkFile(bytesAsSource(zipOf({ ...first, ...twice })), "GSE1.zip");
  expect(findings.map(({ rule, part, line }) => [rule, part, line])).toContainEqual([
    "10x-mtx-name-twice",
    "GSM2_trt_barcodes.tsv.gz",
    2,
  ]);
});

test.each<[string, readonly string[], readonly string[] | null]>([
  ["one", ["o/matrix.mtx", "o/genes.tsv", "o/barcodes.tsv"], [""]],
  [
    "features once for all",
    ["GSE_features.tsv.gz", "a_matrix.mtx", "a_barcodes.tsv", "b_matrix.mtx", "b_barcodes.tsv"],
    ["a", "b"],
  ],
  [
    "all barcodes beside those that are cells",
    ["raw", "filtered"].flatMap((of) =>
      ["matrix.mtx", "features.tsv", "barcodes.tsv"].map((name) => `${of}_feature_bc_matrix/${name}`),
    ),
    null,
  ],
  [
    "two genomes of one sample",
    ["GRCh38", "mm10"].flatMap((of) =>
      ["matrix.mtx", "genes.tsv", "barcodes.tsv"].map((name) => `filtered_gene_bc_matrices/${of}/${name}`),
    ),
    null,
  ],
  [
    "UMIs and reads of the same cells (CITE-seq-Count; scanpy #1916)",
    ["umi_count", "read_count"].flatMap((of) =>
      ["matrix.mtx.gz", "features.tsv.gz", "barcodes.tsv.gz"].map((name) => `${of}/${name}`),
    ),
    null,
  ],
  [
    "spliced and unspliced, each with names of its own (kb)",
    ["spliced", "unspliced"].flatMap((of) => [`c/${of}.mtx`, `c/${of}.barcodes.txt`, `c/${of}.genes.txt`]),
    null,
  ],
  [
    "all barcodes of a run beside the cells of each of its samples (nf-core/scrnaseq #383)",
    ["multi/count/raw", "per_sample_outs/S1/count/sample_filtered", "per_sample_outs/S2/count/sample_filtered"].flatMap((of) =>
      ["matrix.mtx.gz", "features.tsv.gz", "barcodes.tsv.gz"].map((name) => `outs/${of}_feature_bc_matrix/${name}`),
    ),
    null,
  ],
  [
    "an archive that is called raw, of samples of which one says that it is filtered",
    ["a_filtered_", "b_"].flatMap((of) => ["matrix.mtx", "features.tsv", "barcodes.tsv"].map((name) => `GSE1_RAW/${of}${name}`)),
    ["a_filtered", "b"],
  ],
  ["a file beside the same file packed", ["matrix.mtx", "matrix.mtx.gz", "barcodes.tsv", "genes.tsv", "genes.tsv.gz"], [""]],
  ["layers of one sample", ["spliced.mtx", "unspliced.mtx", "genes.txt", "barcodes.txt"], null],
  ["a matrix without barcodes", ["a_matrix.mtx", "a_genes.tsv", "a_barcodes.tsv", "b_matrix.mtx", "b_genes.tsv"], null],
])("%s", (_title, names, samples) => {
  expect(triosOf(names)?.map(({ sample }) => sample) ?? null).toEqual(samples);
});

test("raw beside filtered are two lines of the card", async () => {
  const both = { ...three("raw_feature_bc_matrix/", all, ["1 1 1"]), ...three("filtered_feature_bc_matrix/", all, ["1 1 1"]) };
  const found = await inspectFile(bytesAsSource(zipOf(both)), "x.zip");
  expect(eachSheet(found).map(({ sheet, shape }) => [sheet, shape])).toEqual([
    ["filtered_feature_bc_matrix/", [4, 2]],
    ["raw_feature_bc_matrix/", [4, 2]],
  ]);
});

const hasScipy = (() => {
  try {
    execFileSync("/usr/bin/python3", ["-c", "import scipy.io, pandas"]);
    return true;
  } catch {
    return false;
  }
})();

test.skipIf(!hasScipy)("as pandas joins what scipy reads", async () => {
  const ids = Array.from({ length: 40 }, (_, at) => `g${at}`);
  const some = (seed: number, size: number) =>
    Array.from({ length: 90 }, (_, at) => (at * seed) % (size * 3))
      .filter((place, at, places) => places.indexOf(place) === at)
      .map((place) => `${(place % size) + 1} ${Math.floor(place / size) + 1} ${(place % 7) + 1}`);
  const cells = ["AAA-1", "CCC-1", "GGG-1"];
  const own = ids.slice(5).reverse();
  const files = { ...three("a_", ids, some(7, 40), cells), ...three("b_", own, some(11, 35), cells) };
  const { assay } = await assayOf(files);
  const script = [
    "import sys, json, gzip, io, base64, pandas as pd, scipy.io as io2",
    "f = {k: gzip.decompress(base64.b64decode(v)) for k, v in json.load(sys.stdin).items()}",
    "d = []",
    "for s in ('a_', 'b_'):",
    " m = io2.mmread(io.BytesIO(f[s + 'matrix.mtx.gz'])).toarray()",
    " g = [l.split('\\t')[0] for l in f[s + 'features.tsv.gz'].decode().splitlines()]",
    " b = [s + l for l in f[s + 'barcodes.tsv.gz'].decode().splitlines()]",
    " d.append(pd.DataFrame(m, index=g, columns=b))",
    "j = pd.concat(d, axis=1, join='inner')",
    "print(json.dumps([list(j.index), list(j.columns), [float(x) for x in j.to_numpy().ravel()]]))",
  ].join("\n");
  const input = JSON.stringify(
    Object.fromEntries(Object.entries(files).map(([name, each]) => [name, Buffer.from(each).toString("base64")])),
  );
  const expected: unknown = JSON.parse(execFileSync("/usr/bin/python3", ["-c", script], { input, encoding: "utf8" }));
  expect([featureIds(assay), sampleIds(assay), numbers(assay)]).toEqual(expected);
});
