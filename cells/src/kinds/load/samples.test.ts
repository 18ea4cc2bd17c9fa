// A matrix and its sample sheet: which row of the sheet is a sample's, and what is said where that is not sure.
// Expected rows by R 4.2.2: sheet[match(colnames(m), sheet$sample), ].

import { expect, test } from "vitest";
import type { Assay, Table } from "../../artifacts/artifact.ts";
import { columnOf, integerColumn, numberColumn, tableOf, textColumn, textsOf } from "../../artifacts/table.ts";
import type { Failure } from "../../base/failure.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import { locales } from "../../messages/locale.ts";
import { assayOf } from "../../artifacts/assay.ts";
import { describedWhole } from "./described-whole.ts";
import { load } from "./spec.ts";
import { loadText } from "../../testing/load-text.ts";

const matrix = "gene,S1,S2,S3,S4\nA,1,2,3,4\nB,5,6,7,8\nC,2,2,1,0\n";
const sheet = (key = "sample"): Table =>
  tableOf(
    textColumn("mate", ["S2", "S1", "S4", "S3"]),
    textColumn(key, ["S1", "S2", "S3", "S4"]),
    textColumn("grp", ["tumour", "normal", "tumour", "normal"]),
  );
const groups = (found: unknown): readonly string[] => {
  const { samples } = found as Assay;
  const column = columnOf(samples, "grp");
  return column ? textsOf(column) : [];
};
const said = (failure: Failure | null): string => {
  if (!failure) throw new Error("expected a failure");
  for (const locale of locales) expect(failureSentence(failure, locale)).not.toMatch(/undefined|\{|\}|^load/);
  return failureSentence(failure, "en");
};

test("mate, sample, grp: each sample gets its own row, and the log tells the other column", async () => {
  const { out, logged } = await loadText("m.csv", matrix, { read: "matrix" }, sheet());
  expect(groups(out)).toEqual(["tumour", "normal", "tumour", "normal"]);
  expect(logged).toContain("4 of 4 samples match on sample.");
  expect(logged).toContain("mate of the sample sheet matches 4 of 4, too, and would give other rows; sample was taken.");
});

test("two columns that match and contradict, neither called sample, are refused by name; the setting chooses", async () => {
  const { failure } = await loadText("m.csv", matrix, {}, sheet("id"));
  expect(failure).toMatchObject({ reason: "load-cell.samples-several", at: ["samplesBy"] });
  expect(said(failure)).toContain("mate and id of the sample sheet both hold names of samples of m.csv (4 and 4 of 4)");
  const { out } = await loadText("m.csv", matrix, { samplesBy: "id" }, sheet("id"));
  expect(groups(out)).toEqual(["tumour", "normal", "tumour", "normal"]);
  const { failure: missing } = await loadText("m.csv", matrix, { samplesBy: "ID" }, sheet("id"));
  expect(said(missing)).toContain("The sample sheet has no column ID. It has: mate, id, grp.");
});

test("names that differ only as R writes them are matched, told in pairs, and kept apart where that is chosen", async () => {
  const made = "gene,ctl-1,ctl.2,X1day,TRT 1\nA,1,2,3,4\nB,5,6,7,8\n";
  const rows = tableOf(textColumn("sample", ["ctl-1", "ctl-2", "1day", "trt 1"]), textColumn("grp", ["a", "b", "c", "d"]));
  const { out, logged } = await loadText("m.csv", made, {}, rows);
  expect(groups(out)).toEqual(["a", "b", "c", "d"]);
  expect(logged).toContain("4 of 4 samples match on sample.");
  expect(logged).toContain("3 of 4 names of samples differ");
  expect(logged).toContain("ctl.2 = ctl-2, X1day = 1day, TRT 1 = trt 1");
  const { failure } = await loadText("m.csv", made.replace("ctl-1", "ctl.1"), { sampleNames: "exact" }, rows);
  expect(said(failure)).toContain(
    "look alike (in the file / in the column sample of the sheet): “ctl.1” / “ctl-1”, “ctl.2” / “ctl-2”, “X1day” / “1day”",
  );
  const { logged: half } = await loadText("m.csv", made.replace("TRT 1", "new"), {}, rows);
  expect(half).toContain("1 sample is in the file only and left out: new.");
});

// pandas 2: a column of whole numbers in which one is missing is read as fractions, and to_csv writes 101.0.
test("ids that pandas wrote as fractions are those of the matrix, on either side, and that is said", async () => {
  const counts = "gene,101,102,103\nTP53,1,2,3\nMYC,4,5,6\n";
  const rows = (ids: readonly (number | null)[]): Table => tableOf(numberColumn("id", ids), textColumn("grp", ["a", "a", "b"]));
  const { out, logged } = await loadText("m.csv", counts, { header: true }, rows([101, 102, 103]));
  expect(groups(out)).toEqual(["a", "a", "b"]);
  expect(logged).toContain("101 = 101.0, 102 = 102.0, 103 = 103.0");
  expect(groups((await loadText("m.csv", counts, { header: true }, rows([101, null, 103]))).out)).toEqual(["a", "b"]);
  const whole = tableOf(integerColumn("id", [101, 102, 103]), textColumn("grp", ["a", "a", "b"]));
  const turned = await loadText("m.csv", "gene,101.0,102.0,103.0\nTP53,1,2,3\nMYC,4,5,6\n", { header: true }, whole);
  expect(groups(turned.out)).toEqual(["a", "a", "b"]);
  const { failure } = await loadText("m.csv", counts, { header: true, sampleNames: "exact" }, rows([101, 102, 103]));
  expect(said(failure)).toContain("“101” / “101.0”");
  const texts = tableOf(textColumn("id", ["101.0", "102.0", "103.0"]), textColumn("grp", ["a", "a", "b"]));
  const { failure: exact } = await loadText("m.csv", counts, { header: true, sampleNames: "exact" }, texts);
  expect(said(exact)).toContain("“101” / “101.0”");
});

test.each([
  ["zeros before numbers", ["S01", "S02", "S03"], "“S1” / “S01”"],
  ["a hyphen and an underscore", ["S_1", "S_2", "S_3"], "“S1” / “S_1”"],
  ["a blank that no one sees", ["S\u00A01", "S\u00A02", "S\u00A03"], "“S1” / “S[U+00A0]1”"],
  ["quotes", ['"S1"', '"S2"', '"S3"'], '“S1” / “"S1"”'],
  ["a letter of another alphabet", ["С1", "С2", "С3"], "“C1” / “[U+0421]1”"],
])("names that differ by %s are not matched, and it is shown by what they differ", async (_what, ids, pair) => {
  const stem = ids[0]?.startsWith("С") ? "C" : "S";
  const rows = tableOf(textColumn("sample", ids), textColumn("grp", ["a", "a", "b"]));
  const { failure } = await loadText("m.csv", `gene,${stem}1,${stem}2,${stem}3\nTP53,1,2,3\nMYC,4,5,6\n`, {}, rows);
  expect(failure).toMatchObject({ reason: "load.samples-almost", at: ["samples"] });
  expect(said(failure)).toContain(pair);
});

test("a number of the row is no name that R made", async () => {
  const rows = tableOf(textColumn("grp", ["a", "b", "c", "d"]), integerColumn("no", [1, 2, 3, 4]));
  const { failure } = await loadText("m.csv", "gene,X1,X2,X3,X4\nA,1,2,3,4\n", { read: "matrix" }, rows);
  expect(failure).toMatchObject({ reason: "load.samples-none" });
});

test("a row of the sheet that is there twice is told by the name of its sample", async () => {
  const twice = tableOf(
    textColumn("sample", ["S1", "S2", "S3", "S4", "S2"]),
    textColumn("grp", ["tumour", "normal", "tumour", "normal", "normal"]),
  );
  const { failure } = await loadText("m.csv", matrix, {}, twice);
  expect(said(failure)).toContain("S2 stands in rows 2, 5 of the sample sheet (column sample)");
});

test("names that look like one sample written in two ways are offered, and taken for one where that is said", async () => {
  const made = "gene,CTRL1,CTRL2,KO1,KO2\nA,1,2,3,4\nB,5,6,7,8\n";
  const rows = tableOf(textColumn("sample", ["CTR1", "CTR2", "KO1", "KO2"]), textColumn("grp", ["a", "b", "c", "d"]));
  const { out, findings } = await loadText("m.csv", made, { read: "matrix" }, rows);
  expect(groups(out)).toEqual(["c", "d"]);
  const offered = findings.find(({ fix }) => fix?.path[0] === "sameSamples");
  expect(offered?.message.params).toMatchObject({ n: 2, pairs: ["CTRL1 = CTR1", "CTRL2 = CTR2"] });
  const same = offered?.fix?.value as readonly string[];
  expect(same).toEqual(["CTRL1", "CTR1", "CTRL2", "CTR2"]);
  const mended = await loadText("m.csv", made, { read: "matrix", sameSamples: [...same] }, rows);
  expect(groups(mended.out)).toEqual(["a", "b", "c", "d"]);
  expect(mended.findings.filter(({ fix }) => fix?.path[0] === "sameSamples")).toEqual([]);
});

test("where no name is written alike the refusal offers the pairs", async () => {
  const made = "gene,CTRL1,CTRL2\nA,1,2\nB,5,6\n";
  const rows = tableOf(textColumn("sample", ["CTR1", "CTR2"]), textColumn("grp", ["x", "y"]));
  const { failure } = await loadText("m.csv", made, { read: "matrix" }, rows);
  expect(failure).toMatchObject({
    reason: "load-cell.samples-none-near",
    fix: { path: ["sameSamples"], value: ["CTRL1", "CTR1", "CTRL2", "CTR2"] },
  });
  expect(said(failure)).toContain("CTRL1 = CTR1, CTRL2 = CTR2");
});

test("a matrix that its file gives whole takes samples for the same, too", () => {
  const whole: Assay = assayOf({
    values: { layout: "bytes", data: Int8Array.of(0, 1, 2, 1) },
    features: tableOf(textColumn("site", ["1:100:A:G", "1:200:C:T"])),
    samples: tableOf(textColumn("sample", ["CTRL1", "NA2"])),
    scale: "dosage",
    featureNoun: "site",
  });
  const rows = tableOf(textColumn("sample", ["CTR1", "NA2"]), textColumn("grp", ["a", "b"]));
  const plain = describedWhole(whole, rows, load.schema.parse({}));
  expect(groups(plain.assay)).toEqual(["b"]);
  expect(plain.issues.find(({ fix }) => fix)?.fix).toEqual({ path: ["sameSamples"], value: ["CTRL1", "CTR1"] });
  const mended = describedWhole(whole, rows, load.schema.parse({ sameSamples: ["CTRL1", "CTR1"] }));
  expect(groups(mended.assay)).toEqual(["a", "b"]);
});
