// Stable ids of Ensembl in the files of 10x are called so, whichever way the files come; symbols beside them stay symbols.

import { expect, test } from "vitest";
import type { Artifact } from "../../../artifacts/artifact.ts";
import { textColumn } from "../../../artifacts/table.ts";
import { loadText } from "../../../testing/load-text.ts";
import { matrixFile, zipOf } from "../../../testing/reference-matrices.ts";
import { namingGenes } from "../meanings/semantic-type.ts";
import { idColumn } from "./whole-assay.ts";

const ids = ["ENSG00000186827", "ENSG00000186891", "ENSG00000160072"];
const symbols = ["TNFRSF4", "TNFRSF18", "ATAD3B"];
const genes = ids.map((id, at) => `${id}\t${symbols[at]}\n`).join("");
const features = ids.map((id, at) => `${id}\t${symbols[at]}\tGene Expression\n`).join("");
const matrix = "%%MatrixMarket matrix coordinate integer general\n3 2 2\n1 1 5\n3 2 1\n";
const trio = (folder: string, names: string, text: string) => ({
  [`${folder}matrix.mtx`]: matrix,
  [`${folder}barcodes.tsv`]: "AAACCCAAGAAACACT-1\nAAACCCAAGAAACCAT-1\n",
  [`${folder}${names}`]: text,
});
const meanings = (out: Artifact | null) => {
  const table = out?.type === "assay" ? out.features : out?.type === "table" ? out : expect.fail("nothing");
  return table.columns.slice(0, 2).map(({ name, semantic }) => [name, semantic]);
};
const both = [
  ["id", "ensembl-gene"],
  ["symbol", "gene"],
];

test("three files, of Cell Ranger 3 and of 2", async () => {
  for (const [name, text] of [
    ["features.tsv", features],
    ["genes.tsv", genes],
  ] as const)
    expect(meanings((await loadText("x.zip", zipOf(trio("", name, text)))).out)).toEqual(both);
});

test("several samples as one", async () => {
  const files = { ...trio("a/", "features.tsv", features), ...trio("b/", "features.tsv", features) };
  expect(meanings((await loadText("x.zip", zipOf(files))).out)).toEqual(both);
});

test("names that came without their matrix", async () => {
  expect(meanings((await loadText("features.tsv", features)).out)).toEqual(both);
  expect(meanings((await loadText("genes.tsv", genes)).out)).toEqual(both);
});

test("symbols in the place of ids, and ids in that of symbols", async () => {
  const turned = ids.map((id, at) => `${symbols[at]}\t${id}\tGene Expression\n`).join("");
  expect(meanings((await loadText("x.zip", zipOf(trio("", "features.tsv", turned)))).out)).toEqual([
    ["id", "gene"],
    ["symbol", "ensembl-gene"],
  ]);
});

test("HDF5: by the ids that h5py wrote", async () => {
  const { out } = await loadText("x.h5", matrixFile("v2.h5"));
  const column = out?.type === "assay" ? out.features.columns[0] : null;
  const texts = column?.type === "text" ? column.dictionary : [];
  expect(column?.semantic).toBe(texts.every((id) => /^ENSG\d{11}$/.test(id)) ? "ensembl-gene" : "gene");
});

test("nothing is closed or opened: probes stay names of genes where a format says so, and identifiers identifiers", () => {
  const settings = { duplicates: "fail" } as const;
  expect(idColumn("id", ids, { noun: "gene", semantic: "gene" }, settings).semantic).toBe("ensembl-gene");
  expect(idColumn("id", ids, { noun: "feature", semantic: "identifier" }, settings).semantic).toBe("identifier");
  expect(namingGenes(textColumn("id", ["1007_s_at", "1053_at"], { semantic: "gene" })).semantic).toBe("gene");
  expect(namingGenes(textColumn("id", ["ENSMUST00000082421.1"], { semantic: "gene" })).semantic).toBe("ensembl-transcript");
  expect(namingGenes(textColumn("id", [], { semantic: "gene" })).semantic).toBe("gene");
});
