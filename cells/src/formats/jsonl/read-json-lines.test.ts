// JSON lines, however they end and however they are cut.

import { expect, test } from "vitest";
import { cellJson } from "../../artifacts/table.ts";
import { FailureError } from "../../base/failure.ts";
import { readJsonLines } from "./read-json-lines.ts";

async function* cut(text: string, size: number): AsyncIterable<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

test("how deep a line nests is counted without going into it (L-3)", async () => {
  for (const levels of [501, 5_000, 1_000_000]) {
    const text = `{"a":1}\n${'{"a":'.repeat(levels)}1${"}".repeat(levels)}\n`;
    const found = await readJsonLines(cut(text, 1 << 20)).catch((error: unknown) => error);
    expect(found).toMatchObject({ failure: { reason: "load.json-nested", params: { line: 2, most: 500 } } });
  }
  const { table } = await readJsonLines(cut(`{"a":${"[".repeat(499)}${"]".repeat(499)}}`, 1 << 20));
  expect(cellJson(table.columns[0] as (typeof table.columns)[number], 0)).toHaveLength(998);
});

test.each(["\r", "\n", "\r\n"])("lines that end with %j", async (end) => {
  const text = ['{"a":1,"b":"x\\r\\ny"}', "", '{"a":2}', '{"a":3,"b":"z"}', ""].join(end);
  for (let size = 1; size <= text.length; size++) {
    const { table, lineOf } = await readJsonLines(cut(text, size));
    expect([0, 1, 2].map(lineOf)).toEqual([1, 3, 4]);
    const rows = [0, 1, 2].map((row) => table.columns.map((column) => cellJson(column, row)));
    expect(rows).toEqual([
      [1, "x\r\ny"],
      [2, null],
      [3, "z"],
    ]);
    const wrong = readJsonLines(cut(`${text}oops${end}`, size)).catch((error: unknown) => error);
    expect(await wrong).toMatchObject({ failure: { reason: "load.json-line", params: { line: 5 } } });
    expect(await wrong).toBeInstanceOf(FailureError);
  }
});

const tableOf = async (text: string) => {
  const { table } = await readJsonLines(cut(text, 7));
  const rows = Array.from({ length: table.rowCount }, (_, row) => table.columns.map((column) => cellJson(column, row)));
  return { names: table.columns.map(({ name }) => name), types: table.columns.map(({ type }) => type), rows };
};

test("NaN is missing and Infinity infinite, as Python writes and reads them; in texts they are letters", async () => {
  const { rows, types } = await tableOf('{"v":NaN,"t":"NaN, Infinity"}\n{"v":-Infinity,"t":"\\"NaN\\""}\n{"v":1.5,"t":"x"}\n');
  expect(types).toEqual(["float64", "text"]);
  expect(rows).toEqual([
    [null, "NaN, Infinity"],
    ["-Infinity", '"NaN"'],
    [1.5, "x"],
  ]);
  expect((await tableOf('{"v":[1,NaN]}\n')).rows).toEqual([["[1,NaN]"]]);
});

test("numbers that no double holds are the texts that they are, also inside of others", async () => {
  expect((await tableOf('{"v":1}\n{"v":1e400}\n')).rows).toEqual([["1"], ["1e400"]]);
  expect((await tableOf('{"v":"x"}\n{"v":[1e400,{"n":12345678901234567890}]}\n{"v":-1E+999}\n')).rows).toEqual([
    ["x"],
    ['[1e400,{"n":12345678901234567890}]'],
    ["-1E+999"],
  ]);
  expect((await tableOf('{"v":1e300}\n{"v":100000000000000000}\n')).rows).toEqual([[1e300], [1e17]]);
});

test("columns stand in the order of the lines, also where keys are numbers", async () => {
  expect((await tableOf('{"gene":"A","7157":1,"672":2}\n{"gene":"B","10":3,"672":{"5":1,"4":2}}\n')).names).toEqual([
    "gene",
    "7157",
    "672",
    "10",
  ]);
  expect((await tableOf('{"a\\"b":"{\\"9\\":1}","2":[{"1":0}],"1":5}\n')).names).toEqual(['a"b', "2", "1"]);
});

test("a key that stands twice in one object is refused with its line, at any depth; the same key in two objects is none", async () => {
  const failing = async (line: string): Promise<unknown> =>
    readJsonLines(cut(`{"id":0}\n${line}\n`, 7)).catch((error: unknown) => (error as FailureError).failure);
  for (const [line, key] of [
    ['{"id":1,"id":2}', "id"],
    ['{"id":1,"a":{"b":1, "b" :2}}', "b"],
    ['{"a\\"b":1,"x":[{"y":1},{"y":1,"y":1}]}', "y"],
    ['{"\\u0069d":1,"id":NaN}', "id"],
  ] as const)
    expect(await failing(line)).toMatchObject({ reason: "load.json-key-twice", params: { line: 2, key } });
  expect(
    (await tableOf('{"a":{"id":1},"b":{"id":2},"id":": {,\\":"}\n{"id":"a:b","__proto__":1,"t":12345678901234567890}\n')).names,
  ).toEqual(["a", "b", "id", "__proto__", "t"]);
});

test("a long line takes the time that its length takes", async () => {
  const long = `{"a":"${"x".repeat(8_000_000)}"}\n{"a":"y"}\n`;
  const started = performance.now();
  const { table } = await readJsonLines(cut(long, 4096));
  expect(table.rowCount).toBe(2);
  expect(performance.now() - started).toBeLessThan(10_000);
});
