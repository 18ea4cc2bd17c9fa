// ARFF: as R and scipy read it, and in the cases in which its manual is precise.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import type { Table } from "../../artifacts/artifact.ts";
import { cellJson, columnOf } from "../../artifacts/table.ts";
import { FailureError } from "../../base/failure.ts";
import { inspectFile } from "../../files/inspect.ts";
import { readFile } from "../../files/read-file.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { loadText } from "../../testing/load-text.ts";
import { dateReader } from "./dates.ts";

const cells = (table: Table, name: string) => {
  const column = columnOf(table, name) ?? expect.fail(name);
  return Array.from({ length: table.rowCount }, (_, row) => cellJson(column, row));
};
const tableOf = async (text: string): Promise<Table> => {
  const { out, failure } = await loadText("x.arff", text);
  return out?.type === "table" ? out : expect.fail(failure?.reason ?? "no table");
};

test("names and values in quotes, escapes, blanks, what is missing and what only looks so", async () => {
  const table = await tableOf(
    "%c\n@relation 'a b'\n@attribute \"the size\" real\n@attribute note string\n@attribute 'it\\'s' {yes, 'no, never', \"?\"}\n@data\n" +
      "1e2,'a, b % c',yes\n ? , \"say \\\"x\\\"\" ,'no, never' % told late\n-0.5\t,?,'?'\n7,'tab\\there',?\n",
  );
  expect(table.columns.map(({ name, type }) => [name, type])).toEqual([
    ["the size", "float64"],
    ["note", "text"],
    ["it's", "text"],
  ]);
  expect(cells(table, "the size")).toEqual([100, null, -0.5, 7]);
  expect(cells(table, "note")).toEqual(["a, b % c", 'say "x"', null, "tab\there"]);
  expect(cells(table, "it's")).toEqual(["yes", "no, never", "?", null]);
});

test("rows between tabs and blanks; names twice; levels that no row has", async () => {
  const text = "@relation r\n@attribute n integer\n@attribute n {a,b,c}\n@data\n1\ta\n2 b\n";
  const { out, logged } = await loadText("x.arff", text);
  expect(cells(out as Table, "n")).toEqual([1, 2]);
  expect((out as Table).columns.map(({ name }) => name)).toEqual(["n", "n_2"]);
  expect(logged).toContain("n may also be c, which no row has");
  expect((await inspectFile(bytesAsSource(Buffer.from(text)), "x.arff")).issues.map(({ rule }) => rule)).toContain(
    "repeated-column",
  );
});

test("sparse rows: what is left out is 0 or the first level, of texts it is missing and said", async () => {
  const text =
    "@relation s\n@attribute a numeric\n@attribute c {x,'y z'}\n@attribute t string\n@data\n{0 1.5, 1 'y z', 2 'a, b'}, {2}\n{1 x}\n{}\n";
  const { out, findings } = await loadText("x.arff", text);
  const table = out as Table;
  expect([cells(table, "a"), cells(table, "c"), cells(table, "t"), cells(table, "weight")]).toEqual([
    [1.5, 0, 0],
    ["y z", "x", "x"],
    ["a, b", null, null],
    [2, 1, 1],
  ]);
  expect(findings.map(({ rule }) => rule)).toContain("sparse-left-out");
});

test.each<[string, string, string | null]>([
  ["yyyy-MM-dd'T'HH:mm:ss", "2021-02-03T04:05:06", "2021-02-03T04:05:06"],
  ["dd/MM/yyyy", "3/2/2021", "2021-02-03"],
  ["dd.MM.yyyy HH:mm", "03.02.2021 04:05", "2021-02-03T04:05:00"],
  ["yyyy-MM-dd", "2021-02-30", null],
  ["yyyy-MM-dd", "21-02-03", null],
  ["yyyy-MM-dd HH:mm:ss.SSS", "2021-02-03 04:05:06.7", "2021-02-03T04:05:06.007"],
])("dates of the form %s: %s", (format, text, expected) => {
  expect(dateReader(format)?.(text)).toBe(expected);
});

test("a form of dates with names of months stays text, and is said", async () => {
  expect(dateReader("dd MMM yyyy")).toBeNull();
  const { out, findings } = await loadText(
    "x.arff",
    "@relation r\n@attribute d date 'dd MMM yyyy'\n@attribute n numeric\n@data\n'03 Feb 2021',1\n",
  );
  expect(cells(out as Table, "d")).toEqual(["03 Feb 2021"]);
  expect(findings.map(({ rule }) => rule)).toContain("date-as-text");
});

test("damaged files are refused in words, or read; nothing else is thrown", async () => {
  const text =
    "@relation r\n@attribute a numeric\n@attribute 'b c' {x,'y'}\n@attribute d date 'dd.MM.yyyy'\n@data\n1,x,'01.02.2020'\n{0 2, 1 y}\n?,y,?,{0.5}\n";
  let seed = 7;
  const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
  for (let round = 0; round < 400; round++) {
    const bytes = Buffer.from(text);
    for (let change = random(4); change >= 0; change--)
      bytes[random(bytes.length)] = "{}'\",%\\?@ \n\t1x"[random(13)]?.charCodeAt(0) ?? 255;
    const read = readFile(bytesAsSource(bytes.subarray(0, 1 + random(bytes.length))), "x.arff", { format: null });
    await read.catch((error: unknown) => expect(error).toBeInstanceOf(FailureError));
  }
});

test("100,000 levels, and as many attributes, take no long time", async () => {
  const levels = Array.from({ length: 100_000 }, (_, at) => `l${at}`).join(",");
  const many = await tableOf(`@relation r\n@attribute a {${levels}}\n@attribute b numeric\n@data\nl99999,1\n`);
  expect(cells(many, "a")).toEqual(["l99999"]);
  const attributes = Array.from({ length: 100_000 }, (_, at) => `@attribute a${at} numeric\n`).join("");
  const { content } = await readFile(bytesAsSource(Buffer.from(`@relation r\n${attributes}@data\n{5 1, 99999 2}\n`)), "x.arff");
  expect(content.shape === "table" && content.table.columns.length).toBe(100_000);
});

const works = (command: string, ...args: string[]): boolean => {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};
const text =
  "@relation 'made up'\n@attribute id string\n@attribute size numeric\n@attribute 'the group' {ctl,'low dose',high}\n@data\n" +
  Array.from(
    { length: 40 },
    (_, at) => `'s ${at}',${at % 7 === 0 ? "?" : (at * 1.25).toFixed(2)},${["ctl", "'low dose'", "high", "?"][at % 4] ?? ""}\n`,
  ).join("");

test.skipIf(!works("Rscript", "-e", "library(foreign)"))("as read.arff of R's foreign reads it", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "gc-arff-"));
  try {
    writeFileSync(path.join(folder, "x.arff"), text);
    const script = "d <- foreign::read.arff('x.arff'); write.table(d, sep='\\t', quote=FALSE, row.names=FALSE, na='NA')";
    const lines = execFileSync("Rscript", ["-e", script], { cwd: folder, encoding: "utf8" }).trimEnd().split("\n").slice(1);
    const table = await tableOf(text);
    const own = Array.from({ length: table.rowCount }, (_, row) =>
      table.columns.map((column) => String(cellJson(column, row) ?? "NA")).join("\t"),
    );
    expect(own).toEqual(lines);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.skipIf(!works("/usr/bin/python3", "-c", "import scipy.io.arff"))("as scipy reads numbers and levels", async () => {
  const numbers = text
    .replace("@attribute id string\n", "")
    .replaceAll(/^'s \d+',/gm, "")
    .replaceAll("'low dose'", "low");
  const script =
    "import sys, json, io\nfrom scipy.io import arff\nd, m = arff.loadarff(io.StringIO(sys.stdin.read()))\nprint(json.dumps([[None if r[0] != r[0] else float(r[0]), None if r[1] == b'?' else r[1].decode()] for r in d]))";
  const expected: unknown = JSON.parse(execFileSync("/usr/bin/python3", ["-c", script], { input: numbers, encoding: "utf8" }));
  const table = await tableOf(numbers);
  expect(Array.from({ length: table.rowCount }, (_, row) => table.columns.map((column) => cellJson(column, row)))).toEqual(
    expected,
  );
});
