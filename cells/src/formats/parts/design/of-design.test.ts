// What is said of the design of a sample sheet; the mice are GSE96870 (CC BY 4.0), whose rank R knows (stats/design-rank.test.ts).

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { booleanColumn, integerColumn, tableOf, textColumn } from "../../../artifacts/table.ts";
import type { Column, Table } from "../../../artifacts/artifact.ts";
import { sentenceIn } from "../../../messages/catalogue.ts";
import { loadText } from "../../../testing/load-text.ts";
import { referenceFile } from "../../../testing/reference-data.ts";
import { withSemantics } from "../meanings/semantic-type.ts";
import { issuesOfDesign } from "./of-design.ts";

const sheet = (...columns: readonly Column[]): Table =>
  withSemantics(
    tableOf(
      textColumn(
        "sample",
        Array.from({ length: 12 }, (_, at) => `S${at + 1}`),
      ),
      ...columns,
    ),
  );
const of = (name: string, letters: string) =>
  textColumn(
    name,
    [...letters].map((letter) => (letter === " " ? null : `${name} ${letter}`)),
  );
const said = (table: Table) => issuesOfDesign(table).map(({ rule, field, message }) => [rule, field, message.params] as const);

test("a group of one sample", () => {
  expect(said(sheet(of("treatment", "aaaaabbbbbbc")))).toEqual([
    ["design-one-sample", "treatment", { column: "treatment", groups: ["treatment c"], n: 1 }],
  ]);
  expect(said(sheet(of("treatment", "aaaaabbbbbcc")))).toEqual([]);
});

test("two factors that divide the samples alike, and one that follows from another", () => {
  expect(said(sheet(of("treatment", "aaabbbaaabbb"), of("time", "112211221122"), of("diet", "cccdddcccddd")))).toEqual([
    ["design-same", "diet", { first: "treatment", second: "diet" }],
  ]);
  expect(said(sheet(of("treatment", "aaaaaaaabbbb"), of("strain", "ccccddddeeee")))).toEqual([
    ["design-follows", "treatment", { first: "strain", second: "treatment" }],
  ]);
});

test("a factor that follows from several together is told by the rank", () => {
  // Strain z is what treatment b and sex m share, y what is either: b + m = y + 2 z.
  const found = said(sheet(of("treatment", "aaabbbaaabbb"), of("sex", "ffffffmmmmmm"), of("strain", "xxxyyyyyyzzz")));
  expect(found).toEqual([["design-together", "strain", { column: "strain", others: ["treatment", "sex"], rank: 4, of: 5 }]]);
});

test("groups that are those of labs, or of one lab", () => {
  expect(said(sheet(of("treatment", "aaaaaabbbbbb"), of("batch", "111222333444")))).toEqual([
    ["design-confounded", "treatment", { column: "treatment", lab: "batch" }],
  ]);
  expect(said(sheet(of("treatment", "ababababcccc"), of("lab", "111122223333")))).toEqual([
    ["design-group-in-one", "treatment", { column: "treatment", lab: "lab", n: 1, groups: ["treatment c"], held: ["lab 3"] }],
  ]);
  expect(said(sheet(of("treatment", "abababababab"), of("lab", "111122223333")))).toEqual([]);
});

test("no sheet of samples, no design: genes, variants of samples, numbers, and missing values", () => {
  const genes = withSemantics(
    tableOf(
      textColumn(
        "gene",
        Array.from({ length: 12 }, (_, at) => `G${at}`),
      ),
      of("class", "aaaaabbbbbbc"),
    ),
  );
  expect(said(genes)).toEqual([]);
  const variants = withSemantics(tableOf(textColumn("sample", [..."AAAABBBBCCCC"]), of("class", "aaaaabbbbbbc")));
  expect(said(variants)).toEqual([]);
  expect(said(sheet(integerColumn("mouse", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])))).toEqual([]);
  expect(
    said(
      sheet(
        of("treatment", "aaaaa bbbbbb"),
        booleanColumn("event", [true, false, true, false, true, false, true, false, true, false, true, false]),
      ),
    ),
  ).toEqual([]);
});

test("of the mice it is said, with the load, that the day says who was infected", async () => {
  const coldata = readFileSync(referenceFile("GSE96870_mouse_influenza/GSE96870_coldata_cerebellum.csv"), "utf8");
  const { findings } = await loadText("coldata.csv", coldata);
  const design = findings.filter(({ rule }) => rule.startsWith("design-"));
  expect(design.map(({ rule, message }) => [rule, message.params])).toEqual([
    ["design-follows", { first: "time", second: "infection" }],
  ]);
  expect(design.map(({ message }) => sentenceIn(message, "en"))).toEqual([
    "infection follows from time (each of time is of one infection): in a model with both, the effect of infection cannot be told from that of time. Take one of them, or time within infection.",
  ]);
});
