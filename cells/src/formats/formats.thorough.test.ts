// Every format of the list keeps the contract, and every folder is in the list. Those that need a native engine are run
// where it is: kernel/src/engines/formats-of-engines.test.ts.

import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { typesInFiles } from "../artifacts/artifact-cards.ts";
import { formats, formatOfName, listedFormats, stemOf } from "../formats.ts";
import { knownFormats, knownNames, namedFormat } from "../known-formats.ts";
import { message } from "../messages/catalogue.ts";
import { describeFormat } from "../testing/describe-format.ts";
import { casesOf } from "../testing/format-cases.ts";

const cases = await Promise.all(
  listedFormats.map(async (listed) => ({ listed, name: listed.format.name, cases: await casesOf(listed.format.name) })),
);

test("the folders are the list", () => {
  const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const shared = new Set(["parts", "named", "write"]);
  expect(
    folders
      .map((entry) => entry.name)
      .filter((name) => !shared.has(name))
      .sort(),
  ).toEqual(Object.keys(formats).sort());
});

test("what formats yield is what a cell that loads a file may give", () => {
  expect(new Set(listedFormats.flatMap(({ format }) => format.yields))).toEqual(new Set(typesInFiles));
});

test("names are there once; why a format is not loaded is said in words", () => {
  expect(new Set(knownNames).size).toBe(knownNames.length);
  expect([...knownNames].sort()).toEqual(knownFormats.map(({ name }) => name).sort());
  for (const name of knownNames) {
    const refusal = namedFormat(name)?.refusal;
    if (refusal) expect(message(refusal, { name: "x", format: "Y" }, "ru")).not.toBe(refusal);
  }
});

test("names tell what a file usually holds, and give its stem", () => {
  expect(
    ["a.csv", "b.TSV.gz", "c.xlsx", "d.txt", "e.pq", "f.ndjson", "g.gct", "h.bam", "i"].map((name) => formatOfName(name)?.name),
  ).toEqual(["csv", "tsv", "xlsx", "delimited", "parquet", "jsonl", "gct", "bam", undefined]);
  expect(
    [
      "data/counts.csv.gz",
      "C:\\x\\Zählung 1.XLSX",
      "v1.2.tsv",
      "GSE1.v2",
      ".csv",
      "a.gct.bgz",
      "RAW.tar.gz",
      "x.tgz",
      ".tar",
    ].map(stemOf),
  ).toEqual(["counts", "Zählung 1", "v1.2", "GSE1.v2", ".csv", "a", "RAW", "x", ".tar"]);
});

for (const { listed, name, cases: own } of cases) {
  if (listed.format.engines?.length) continue;
  const others = cases
    .filter((other) => other.name !== name)
    .flatMap((other) => other.cases.examples.map((example) => ({ name: other.name, bytes: () => example.bytes() })));
  describeFormat(name, listed, own, { others });
}
