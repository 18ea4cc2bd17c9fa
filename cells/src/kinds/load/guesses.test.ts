// What was guessed of a file stands with the result, as a sentence with the setting that makes it otherwise. Shapes and values by
// pandas 3.0.6 (read_csv with decimal, thousands, header, skiprows; read_excel with sheet_name).

import { expect, test } from "vitest";
import type { Table } from "../../artifacts/artifact.ts";
import { cellJson, columnOf, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { fixInWords } from "../../messages/settings/setting-in-words.ts";
import { inspectFile } from "../../files/inspect.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { loadText } from "../../testing/load-text.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import { type Finding, openFindings } from "./guesses.ts";
import { load } from "./spec.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const textsIn = (table: Table, name: string) => {
  const column = columnOf(table, name);
  return column ? Array.from({ length: table.rowCount }, (_, row) => cellJson(column, row)) : [];
};
const genes = (from: number, count: number): string =>
  Array.from({ length: count }, (_, at) => `ENSG0000000000${from + at},${at},${at + 1},${at + 2}`).join("\n");

test.each<[string, string, string | Uint8Array, JsonObject, string]>([
  ["a decimal comma", "a.csv", "id;v\na;1,50\nb;2,25\n", { decimal: "point" }, "Read with a decimal point"],
  ["thousands", "a.csv", "id;v\na;1 234\nb;2 345 678\n", { thousands: "none" }, "Read without marks between thousands"],
  ["lines above", "a.csv", "Report of May\n\nid,v,w\na,1,2\nb,2,3\nc,3,4\n", { skip: 0 }, "Read the lines above, too"],
  ["a file without names, of numbers", "a.csv", "1,2,3\n4,5,6\n7,8,9\n", { header: true }, ""],
  ["a file without names, of samples", "a.csv", "s1,5.1,x\ns2,4.9,y\ns3,4.7,x\n", { header: true }, ""],
  [
    "an encoding",
    "a.csv",
    Uint8Array.of(...utf8("id,v\nGen"), 0xe8, ...utf8("ve,2\nZ"), 0xfc, ...utf8("rich,1\n")),
    { encoding: "iso-8859-2" },
    "Read as Windows-1250",
  ],
  ["a small matrix", "m.csv", `Geneid,s1,s2,s3\n${genes(10, 5)}\n`, { read: "matrix" }, "Read as a matrix"],
  [
    "the side of the samples",
    "m.csv",
    `gene,s1,s2,s3\n${genes(10, 5)}\n`,
    { read: "matrix", samplesIn: "rows" },
    "Samples are in rows",
  ],
  [
    "rows of a program that counts",
    "m.csv",
    "gene,s1,s2\nA,1,2\nB,3,4\n__no_feature,9,9\n",
    { read: "matrix", summaryRows: "keep" },
    "Keep these rows",
  ],
])("S-6: %s, told with the cell, by the card's words; the setting answers it", async (_what, name, content, set, label) => {
  const [field, value] = Object.entries(set).at(-1) as [string, JsonObject[string]];
  const { [field]: _, ...base } = set;
  const { findings } = await loadText(name, content, base);
  const finding = findings.find(({ fix }) => fix?.path[0] === field);
  if (!finding?.fix) throw new Error(`nothing of ${field}: ${JSON.stringify(findings)}`);
  if (label !== "") expect(fixInWords(finding.fix, "en")).toBe(label);
  if (field !== "encoding") expect(finding.fix.value).toBe(value);
  // The same sentence and the same click as on the card of the dropped file.
  const source = bytesAsSource(typeof content === "string" ? utf8(content) : content);
  const { issues } = await inspectFile(source, name, { settings: base });
  expect(issues.map(({ message, fix }) => ({ message, fix }))).toContainEqual({ message: finding.message, fix: finding.fix });
  const answered = await loadText(name, content, { ...base, [field]: finding.fix.value });
  expect(answered.findings.filter(({ fix }) => fix?.path[0] === field)).toEqual([]);
});

test("S-6: what somebody set is no guess: what was kept of a run before tells nothing of it", async () => {
  const { findings } = await loadText("a.csv", "id;v\na;1,50\nb;2,25\n");
  const report: JsonObject = { type: "report", report: "reading", body: { findings: JSON.parse(JSON.stringify(findings)) } };
  const told = (spec: JsonObject) => openFindings(report, load.schema.parse(spec)).map(({ rule }) => rule);
  expect(told({})).toEqual(["marks-comma"]);
  expect(told({ decimal: "point" })).toEqual([]);
  expect(told({ decimal: "comma" })).toEqual([]);
  expect(openFindings({ type: "report", report: "other", body: {} }, load.schema.parse({}))).toEqual([]);
  expect(openFindings(undefined, load.schema.parse({}))).toEqual([]);
});

test("what is doubtful stands before plain guesses, and what is only noted without a click stands in the log alone", async () => {
  const { findings } = await loadText(
    "a.csv",
    "# made by x\nid;v;w\na;1,50;3\nb;2,25;taken again by a second person in the afternoon\nc;3,5;4\nd;4;5\n",
  );
  expect(findings.map(({ rule, fix }) => [rule, fix !== undefined])).toEqual([
    ["not-numbers", false],
    ["marks-comma", true],
  ]);
  expect(sentenceIn((findings[1] as Finding).message, "en")).toContain("1,50 in line 3 is 1.5");
});

test.each([
  ["two columns", "id,v\na,1.5\nb,2\n"],
  ["measurements of samples", "sample,age,dose\nP1,34,1\nP2,40,2\n"],
  [
    "what a comparison of groups gives, gene by gene",
    "gene,logFC,AveExpr,t,P.Value,adj.P.Val,B\nA1,1,2,3,.1,.2,3\nB1,1,2,3,.1,.2,3\n",
  ],
  ["two numbers of genes", "gene,mean,sd\nTP53,1.5,2\nMYC,2,3.5\n"],
])("a plain file tells nothing: %s", async (_title, text) => {
  expect((await loadText("a.csv", text)).findings).toEqual([]);
});

test("genes that stand twice with other values are no fault, with the same values they are said", async () => {
  const other = `gene,s1,s2,s3\n${genes(10, 3)}\n${genes(10, 3).replaceAll(/,\d+$/gm, ",7.5")}\n`;
  expect((await loadText("a.csv", other)).findings).toEqual([]);
  const same = `gene,s1,s2,s3\n${genes(10, 3)}\n${genes(10, 3)}\n`;
  expect((await loadText("a.csv", same)).findings).toMatchObject([{ rule: "rows-twice", step: { verb: "distinct" } }]);
});

test("a sheet that matches under other names, or by another column, is told with its alternative", async () => {
  const matrix = "gene,ctl.1,ctl.2\nA,1,2\nB,3,4\n";
  const sheet = tableOf(textColumn("sample", ["ctl-1", "ctl-2"]), numberColumn("age", [1, 2]));
  const { findings } = await loadText("m.csv", matrix, { read: "matrix" }, sheet);
  expect(findings.map(({ rule, fix }) => [rule, fix?.value])).toEqual([["samples-alike", "exact"]]);
});

test("NA among codes is one of them whatever its column is called; among words it is missing, and nothing is asked", async () => {
  const codes = ["HA", "NA", "PB1", "PB2"];
  for (const name of ["seg", "segment", "part", "x"]) {
    const { out, findings } = await loadText("a.csv", `id,${name}\n${codes.map((code, at) => `${at},${code}`).join("\n")}\n`, {});
    expect(textsIn(out as Table, name), name).toEqual(codes);
    expect(
      findings.map(({ rule }) => rule),
      name,
    ).toContain("word-kept");
  }
  const offered = async (text: string) => {
    const finding = (await loadText("a.csv", text, {})).findings.find(({ fix }) => fix?.path[0] === "missing");
    if (!finding?.fix) throw new Error("nothing is offered");
    const answered = await loadText("a.csv", text, { missing: finding.fix.value });
    return { label: fixInWords(finding.fix, "en"), said: sentenceIn(finding.message, "en"), out: answered.out as Table };
  };
  const kept = await offered("id,seg,v\n1,HA,5\n2,NA,6\n3,PB1,7\n4,PB2,8\n");
  expect([kept.label, textsIn(kept.out, "seg")]).toEqual(["Take NA for missing", ["HA", null, "PB1", "PB2"]]);
  const again = await offered("id,v,what\n1,5,HA\n2,6,NA\n3,7,PB1\n4,8,PB2\n5,9,HA\n6,1,NA\n");
  expect(again.said).toContain("NA is read as a missing cell in what (2 cells, first in line 3)");
  expect([again.label, textsIn(again.out, "what")]).toEqual(["Take NA for a name", ["HA", "NA", "PB1", "PB2", "HA", "NA"]]);
  const { out, findings } = await loadText("a.csv", "id,note\n1,good\n2,NA\n3,bad\n4,late\n", {});
  expect(textsIn(out as Table, "note")).toEqual(["good", null, "bad", "late"]);
  expect(findings).toEqual([]);
});
