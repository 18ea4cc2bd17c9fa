// The three files of 10x Genomics: what is sound, and what is not, with the file and the line.

import { expect, test } from "vitest";
import { checkFile } from "../../files/check-file.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { zipOf } from "../../testing/reference-matrices.ts";

const matrix = "%%MatrixMarket matrix coordinate integer general\n%\n3 2 4\n1 1 5\n3 1 1\n2 2 7\n3 2 2\n";
const features = "ENSG01\tTP53\tGene Expression\nENSG02\tLYZ\tGene Expression\nENSG03\tGNLY\tGene Expression\n";
const barcodes = "AAACCCGG-1\nAAACCCGT-1\n";

async function found(files: { readonly [name: string]: string } = {}, strict = false) {
  const zip = zipOf({ "barcodes.tsv": barcodes, "features.tsv": features, "matrix.mtx": matrix, ...files });
  const { findings, checked } = await checkFile(bytesAsSource(zip), "x.zip", { strict });
  return [checked, ...findings.map(({ rule, part, line }) => [rule, part, line])];
}

test("what Cell Ranger writes is sound", async () => {
  expect(await found()).toEqual([true]);
  expect(await found({}, true)).toEqual([true]);
});

test("what scipy.io.mmwrite (1.17.1) writes of whole numbers is sound, by rows as it goes", async () => {
  const written = "%%MatrixMarket matrix coordinate integer general\n%\n3 2 4\n1 1 5\n2 2 7\n3 1 1\n3 2 2\n";
  expect(await found({ "matrix.mtx": written })).toEqual([true, ["10x-mtx-order", "matrix.mtx", 6]]);
});

test.each<[string, { readonly [name: string]: string }, readonly unknown[]]>([
  ["an entry too few", { "matrix.mtx": matrix.replace("3 2 4", "3 2 5") }, ["10x-mtx-count", "matrix.mtx", null]],
  ["a row outside", { "matrix.mtx": matrix.replace("3 1 1", "4 1 1") }, ["10x-mtx-outside", "matrix.mtx", 5]],
  ["a count below zero", { "matrix.mtx": matrix.replace("2 2 7", "2 2 -7") }, ["10x-mtx-entry", "matrix.mtx", 6]],
  ["a place twice", { "matrix.mtx": matrix.replace("3 1 1", "1 1 1") }, ["10x-mtx-twice", "matrix.mtx", 5]],
  ["entries out of order", { "matrix.mtx": matrix.replace("1 1 5\n3 1 1", "3 1 1\n1 1 5") }, ["10x-mtx-order", "matrix.mtx", 5]],
  ["a barcode too many", { "barcodes.tsv": `${barcodes}TTTTTTTT-1\n` }, ["10x-mtx-barcodes", "barcodes.tsv", null]],
  ["a feature twice", { "features.tsv": features.replace("ENSG02", "ENSG01") }, ["10x-mtx-name-twice", "features.tsv", 2]],
  ["a name that is empty", { "barcodes.tsv": "\nAAACCCGG-1\n" }, ["10x-mtx-name", "barcodes.tsv", 1]],
  [
    "a feature without its type",
    { "features.tsv": features.replace("LYZ\tGene Expression", "LYZ") },
    ["10x-mtx-fields", "features.tsv", 2],
  ],
  ["ids alone", { "features.tsv": "ENSG01\nENSG02\nENSG03\n" }, ["10x-mtx-fields", "features.tsv", 1]],
  [
    "a type of feature that nobody writes",
    { "features.tsv": features.replace("Gene Expression\nENSG02", "Genes\nENSG02") },
    ["10x-mtx-type", "features.tsv", 1],
  ],
])("%s", async (_title, files, wanted) => {
  expect(await found(files)).toContainEqual(wanted);
});
