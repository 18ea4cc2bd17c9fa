// A matrix that was asked for, by its setting or by a sample sheet: a sample stays one whatever one of its cells holds, and what
// cannot be a matrix is refused.

import { expect, test } from "vitest";
import type { Assay, Table } from "../../artifacts/artifact.ts";
import { featureIds, sampleIds, valueAt } from "../../artifacts/assay.ts";
import { tableOf, textColumn } from "../../artifacts/table.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import { loadText } from "../../testing/load-text.ts";

const counts = (odd: string, rows = 20): string =>
  `gene,s1,s2,s3\n${Array.from({ length: rows }, (_, at) => `g${at},${at === 4 ? odd : at},${at + 1},7`).join("\n")}\n`;
const sheet: Table = tableOf(textColumn("sample", ["s1", "s2", "s3"]), textColumn("group", ["a", "b", "b"]));
const asAssay = (found: unknown): Assay => found as Assay;

test.each(["?", "007", "ND", "<5", "1,000,000 x", "inf?"])(
  "%j in one of twenty cells is missing, told with its sample, word and line",
  async (odd) => {
    for (const given of [null, sheet]) {
      const { out, logged } = await loadText("m.csv", counts(odd.includes(",") ? `"${odd}"` : odd), { read: "matrix" }, given);
      expect(sampleIds(asAssay(out))).toEqual(["s1", "s2", "s3"]);
      expect(valueAt(asAssay(out), 4, 0)).toBeNaN();
      expect(valueAt(asAssay(out), 5, 0)).toBe(5);
      expect(logged).toContain(`1 cell of 1 sample is no number and is missing`);
      expect(logged).toContain(`s1: ${odd} (6)`);
      expect(logged).not.toContain("text; 19");
    }
  },
);

test("1e5 among numbers is a number, and a word that was named missing is nothing odd", async () => {
  const { out } = await loadText("m.csv", counts("1e5"), { read: "matrix" });
  expect(valueAt(asAssay(out), 4, 0)).toBe(100_000);
  const { out: named, logged } = await loadText("m.csv", counts("?"), { read: "matrix", missing: ["?"] });
  expect(sampleIds(asAssay(named))).toEqual(["s1", "s2", "s3"]);
  expect(logged).not.toContain("no number");
});

test("a question mark in most samples leaves all of them samples", async () => {
  const rows = Array.from({ length: 30 }, (_, at) => `g${at},${[0, 1, 2, 3].map((s) => (at === s * 3 ? "?" : at)).join()}`);
  const { out, logged } = await loadText("m.csv", `gene,a,b,c,d\n${rows.join("\n")}\n`, { read: "matrix" });
  expect(sampleIds(asAssay(out))).toEqual(["a", "b", "c", "d"]);
  expect(logged).toContain("4 cells of 4 samples are no numbers and are missing");
});

test("columns of text, of places and of chromosomes describe the rows, and it is said", async () => {
  const rows = Array.from({ length: 24 }, (_, at) => `g${at},${at < 22 ? at + 1 : "X"},kinase ${at},${at},7`);
  const { out, logged } = await loadText("m.csv", `gene,chr,what,s1,s2\n${rows.join("\n")}\n`, { read: "matrix" });
  expect(sampleIds(asAssay(out))).toEqual(["s1", "s2"]);
  expect(asAssay(out).features.columns.map(({ name }) => name)).toEqual(["gene", "chr", "what"]);
  expect(logged).toContain("chr, what hold text and are no samples");
});

test("a sheet that was given makes a matrix: text beside the samples and numbers as identifiers are no hindrance", async () => {
  const { out, logged } = await loadText("m.csv", "x,product,s1,s2,s3\n7157,kinase,1,2,3\n672,,4,5,6\n", {}, sheet);
  expect(featureIds(asAssay(out))).toEqual(["7157", "672"]);
  expect(sampleIds(asAssay(out))).toEqual(["s1", "s2", "s3"]);
  expect(logged).toContain("3 of 3 samples match on sample.");
  expect(logged).not.toContain("Table:");
});

test("a sheet that was given and cannot be used is a refusal, never a table", async () => {
  const reason = async (text: string, spec = {}) => (await loadText("m.csv", text, spec, sheet)).failure?.reason;
  expect(await reason("gene,p,q\nx,1,2\ny,3,4\n")).toBe("load.samples-none");
  expect(await reason("gene,what,q\nx,aa,2\ny,bb,4\n")).toBe("load.samples-none");
  expect(await reason("gene,what\nx,aa\ny,bb\n")).toBe("load.matrix-no-numbers");
  expect(await reason("gene,s1,s2,s3\nx,1,2,3\nx,3,4,5\n")).toBe("load.duplicate-names");
  const { failure } = await loadText("m.csv", "gene,s1,s2,s3\nA,1,2,low\nB,3,4,high\nC,3,4,mid\nD,3,4,none\n", {}, sheet);
  expect(failure).toMatchObject({ reason: "load-cell.sample-not-numbers", params: { column: "s3", value: "low", line: 2 } });
  expect(failure && failureSentence(failure, "ru")).toContain("s3 из m.csv");
  const { out, logged } = await loadText("m.csv", "gene,s1,s2,s3\nx,1,2,3\n", { read: "table" }, sheet);
  expect((out as Table).type).toBe("table");
  expect(logged).toContain("The sample sheet changes nothing: the file is read as a table, as chosen.");
});
