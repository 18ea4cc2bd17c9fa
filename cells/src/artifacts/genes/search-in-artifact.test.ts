// Genes by their aliases: names as NCBI Gene had them on 12 September 2022.

import { expect, test } from "vitest";
import { assayOf } from "../assay.ts";
import { tableOf, textColumn } from "../table.ts";
import { genesCalled } from "./genes-called.ts";
import { searchInArtifact } from "./search-in-artifact.ts";

const matrix = (...genes: readonly string[]) =>
  assayOf({
    values: { layout: "dense", data: new Float32Array(genes.length) },
    features: tableOf(textColumn("gene", genes, { semantic: "gene" })),
    samples: tableOf(textColumn("sample", ["S1"])),
    scale: "counts",
    featureNoun: "gene",
  });

test.each([
  ["p53", "TP53"],
  ["CIP1", "CDKN1A"],
  ["SEPT2", "SEPTIN2"],
  ["MARCH1", "MARCHF1"],
  ["Oct4", "POU5F1"],
  ["HER2", "ERBB2"],
])("%s is %s", (alias, symbol) => {
  expect(genesCalled(alias).map(([first]) => first)).toContain(symbol);
});

test("a name finds its gene in man and mouse, before what only holds the text", async () => {
  const search = async (genes: readonly string[], text: string) => searchInArtifact(matrix(...genes), "features", text, 8);
  expect(await search(["TP53BP2", "TP53", "TP53INP1"], "p53")).toEqual(["TP53", "TP53BP2", "TP53INP1"]);
  expect(await search(["Trp53bp2", "Xist", "Trp53"], "p53")).toEqual(["Trp53", "Trp53bp2"]);
  expect(await search(["Trp53bp2", "Xist", "Trp53"], "TP53")).toEqual(["Trp53"]);
  expect(await search(["P2RX1", "Cdkn1a", "Xist"], "p21")).toEqual(["Cdkn1a"]);
  expect(await search(["MARCH1", "GAPDH"], "MARCHF1")).toEqual(["MARCH1"]);
  expect(await search(["CDKN1A", "p21", "P21X"], "p21")).toEqual(["p21", "CDKN1A", "P21X"]);
});

test("names of samples are no genes, nor are texts of a column that says so", async () => {
  const table = tableOf(textColumn("line", ["TP53", "HeLa"]), textColumn("symbol", ["TP53", "MYC"], { semantic: "gene" }));
  expect(await searchInArtifact(table, "column:line", "trp53", 8)).toEqual([]);
  expect(await searchInArtifact(table, "column:symbol", "trp53", 8)).toEqual(["TP53"]);
  expect(await searchInArtifact(table, "samples", "x", 8)).toBeNull();
});
