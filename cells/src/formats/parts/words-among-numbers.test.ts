// A few words that make text of a column of numbers: one click takes them for missing, and what was known as missing stays so.
// Values as pandas 1.5.3 reads them: read_csv(decimal=",", thousands=".", na_values=[...]); with words that are set alone also
// keep_default_na=False, which leaves the column text and NA in it.

import { expect, test } from "vitest";
import { cellJson } from "../../artifacts/table.ts";
import { wordsAmongNumbers } from "../../artifacts/texts-like-numbers.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { loadText } from "../../testing/load-text.ts";
import { inspectFile } from "../../files/inspect.ts";
import type { LoadSettings } from "../../load-settings.ts";

const look = async (text: string, settings: Partial<LoadSettings> = {}) =>
  inspectFile(bytesAsSource(new TextEncoder().encode(text)), "ct.csv", { settings });
const cells = async (text: string, settings: Partial<LoadSettings>, name: string) => {
  const { out } = await loadText("ct.csv", text, settings);
  const table = out?.type === "table" ? out : expect.fail("no table");
  const column = table.columns.find((each) => each.name === name) ?? expect.fail(name);
  return Array.from({ length: table.rowCount }, (_, row) => cellJson(column, row));
};

test.each([
  ["a word", "id,ct,v\na,21.5,1\nb,NA,2\nc,n.d.,3\nd,20,4\ne,22,NA\n", ["n.d."], [21.5, null, null, 20, 22]],
  ["two words", "id,ct,v\na,1.5,1\nb,n.d.,2\nc,ND,3\nd,20,4\ne,22,5\n", ["n.d.", "ND"], [1.5, null, null, 20, 22]],
])("%s is taken for missing by the fix of its finding, and NA stays missing", async (_what, text, words, right) => {
  const { issues } = await look(text);
  const found = issues.find(({ rule }) => rule === "not-numbers") ?? expect.fail("not said");
  expect(found.fix?.path).toEqual(["missing"]);
  const missing = found.fix?.value as readonly string[];
  expect(missing).toEqual(expect.arrayContaining(["NA", "N/A", ...words]));
  expect(await cells(text, { missing }, "ct")).toEqual(right);
  expect((await look(text, { missing })).issues.filter(({ severity }) => severity === "warning")).toEqual([]);
});

test("many different words are no words for missing cells", async () => {
  const { issues } = await look("id,v\na,1\nb,2\nc,3\nd,4\ne,w\nf,x\ng,y\nh,z\ni,5\n");
  expect(issues.find(({ rule }) => rule === "not-numbers")?.fix).toBeUndefined();
});

test("a limit is no word for a missing cell: rows below it would be lost, the strongest p values first", async () => {
  for (const limit of ["<0.5", "<2e-16", ">= 100"]) {
    const { issues } = await look(`id,p,v\na,21.5,1\nb,${limit},2\nc,NA,3\nd,20,4\ne,22,5\n`);
    expect(issues.find(({ rule }) => rule === "not-numbers")).toMatchObject({ field: "p", line: 3 });
    expect(issues.find(({ rule }) => rule === "not-numbers")?.fix).toBeUndefined();
  }
});

test("a code with zeros before it is no word for a missing cell", async () => {
  const { issues } = await look("id,v\na,007\nb,12.5\nc,13\nd,14\n");
  expect(issues.find(({ rule }) => rule === "not-numbers")).toMatchObject({ field: "v", line: 2 });
  expect(issues.find(({ rule }) => rule === "not-numbers")?.fix).toBeUndefined();
});

test("a known word that is a name in another column stays one", async () => {
  const text = "id,strand,ct\na,-,1.5\nb,+,n.d.\nc,-,2\nd,+,3\n";
  const fix = (await look(text)).issues.find(({ rule }) => rule === "not-numbers")?.fix;
  const missing = fix?.value as readonly string[];
  expect(missing).not.toContain("-");
  expect(await cells(text, { missing }, "strand")).toEqual(["-", "+", "-", "+"]);
});

test("the decimal comma that is set is not asked for again: the word in the way is named, with the fix that reads all", async () => {
  const text = 'id;ct\na;"1,25"\nb;n.d.\nc;"1.234,5"\n';
  const found = (await look(text)).issues.filter(({ severity }) => severity === "warning");
  expect(found.map(({ rule, line }) => [rule, line])).toEqual([["not-numbers", 3]]);
  const set = await look(text, { decimal: "comma" });
  expect(set.issues.map(({ rule }) => rule)).not.toContain("decimal-comma");
  const [inTheWay] = set.issues.filter(({ severity }) => severity === "warning");
  expect([inTheWay?.rule, inTheWay?.line, inTheWay?.fix?.path]).toEqual(["not-numbers", 3, ["missing"]]);
  const missing = inTheWay?.fix?.value as readonly string[];
  expect(await cells(text, { decimal: "comma", missing }, "ct")).toEqual([1.25, null, 1234.5]);
  const { logged } = await loadText("ct.csv", text, { decimal: "comma" });
  expect(logged).toContain("n.d.");
  expect(logged).not.toContain("choose the decimal comma");
});

test("words that are set and leave out known ones: it is said that these stay text", async () => {
  const { issues } = await look("id,ct\na,1.5\nb,NA\nc,n.d.\nd,20\n", { missing: ["n.d."] });
  const found = issues.find(({ rule }) => rule === "known-not-set") ?? expect.fail("not said");
  expect([found.field, found.line, found.fix?.value]).toEqual(["ct", 3, ["n.d.", "NA"]]);
});

test("a column that is text for a few words alone is told from names", () => {
  expect(wordsAmongNumbers(["21.5", "20", "n.d."])).toEqual(["n.d."]);
  expect(wordsAmongNumbers(["1,5", "<0,5", "2,5"])).toBeNull();
  expect(wordsAmongNumbers(["1,5", "<LOD", "2,5"])).toEqual(["<LOD"]);
  expect(wordsAmongNumbers(["a", "b", "1"])).toBeNull();
  expect(wordsAmongNumbers(["1", "2"])).toBeNull();
  expect(wordsAmongNumbers(["007", "12", "13"])).toBeNull();
  expect(wordsAmongNumbers(["1%", "2%", "n.d."])).toBeNull();
});

test.each(["x", "X", "y", "M", "MT", "W", "Z", "un"])(
  "%s among measurements is said: no genome has so many chromosomes",
  async (word) => {
    const values = Array.from({ length: 300 }, (_, at) => `p${at},${(at * 977) % 5000}`).join("\n");
    const { issues } = await look(`id,v\n${values}\np300,${word}\n`);
    expect(issues.find(({ rule }) => rule === "not-numbers")).toMatchObject({ field: "v", line: 302 });
  },
);

test("chromosomes with their letters are what they are, by their name or by all of their values", async () => {
  const values = Array.from(
    { length: 300 },
    (_, at) => `p${at},${at % 30 === 0 ? "X" : (at % 22) + 1},${at % 7 === 0 ? "MT" : at * 90}`,
  );
  const { issues } = await look(`id,v,chr\n${values.join("\n")}\n`);
  expect(issues.filter(({ rule }) => rule === "not-numbers")).toEqual([]);
});
