// Files of Enrichr: weights behind genes, under its ending and without.

import { expect, test } from "vitest";
import type { FileHead } from "../../contract/format.ts";
import { gmt } from "./format.ts";
import { read } from "./read.ts";

const headOf = (text: string, name: string): FileHead => ({
  bytes: new TextEncoder().encode(text),
  isWhole: true,
  text,
  lines: text.split("\n").filter((line) => line !== ""),
  name,
  inside: null,
  parts: null,
});
const task = (text: string) => ({ bytes: async () => new TextEncoder().encode(text) }) as unknown as Parameters<typeof read>[0];
const weighted = "Apoptosis (hsa04210)\t\tTP53,1.0\tBAX,1.0\tNKX2-1,0.5\t\nGlycolysis\t\tPKM,1.0\tHK1,1.0\n";

test("they are GMT by their ending, and by the weights alone", () => {
  expect(gmt.sniff(headOf(weighted, "kegg_2021.gmt"))).not.toBeNull();
  expect(gmt.sniff(headOf(weighted, "kegg_2021.txt"))).not.toBeNull();
  expect(gmt.sniff(headOf("a b\t\tGENE (x)\tOther, too\n", "odd.gmt"))).not.toBeNull();
});

test("numbers with a comma are no weights, and a table under another ending is none of sets", () => {
  expect(gmt.sniff(headOf("a\t\t0,5\t1,5\nb\t\t2,5\t3,25\n", "a.txt"))).toBeNull();
  expect(gmt.sniff(headOf("name\tage\ttext\n1\t\tred, 1\n", "a.tsv"))).toBeNull();
});

test("weights are left out and said; a comma that not all have is part of a name", async () => {
  const readAs = async (text: string): Promise<string> => JSON.stringify(await read(task(text)));
  const found = await readAs(weighted);
  expect(found).toContain("gene-sets.weights");
  expect(found).toContain('"NKX2-1"');
  expect(found).not.toContain(",1.0");
  const names = await readAs("Acids\tof fats\tN-acetyl-1,3\tTP53\n");
  expect(names).toContain("N-acetyl-1,3");
  expect(names).not.toContain("gene-sets.weights");
});
