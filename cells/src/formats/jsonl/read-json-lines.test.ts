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
