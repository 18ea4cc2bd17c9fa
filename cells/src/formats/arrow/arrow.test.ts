// What pyarrow writes is read as it was typed there; what lies is refused.

import { expect, test } from "vitest";
import { cellJson } from "../../artifacts/table.ts";
import { FailureError } from "../../base/failure.ts";
import { readFile } from "../../files/read-file.ts";
import { seededRandom } from "../../stats/seeded-random.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { lz4, stream, zstd } from "./pyarrow.fixture.ts";

const bytesOf = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

const expected = {
  gene: ["TP53", "MYC", null],
  id: ["007", "NA", "x"],
  n: ["1", null, "9007199254740993"],
  m: [1, 2, 3],
  u: [4_294_967_295, 0, 1],
  d: ["2021-03-01", null, "1899-12-31"],
  d64: ["2021-03-01", null, null],
  ts: ["2021-03-01T12:30:00.005", null, "1969-12-31T23:59:59.999999"],
  // pyarrow takes a time without a zone as one of UTC.
  tz: ["2021-03-01T12:30:00Z", null, null],
  t: ["01:02:03.004", null, null],
  du: [5000, null, null],
  dec: [1.1, null, 12_345_678_901_234_568],
  cat: ["a", "b", null],
  f32: [Math.fround(0.1), null, null],
  b: [true, null, false],
  l: ["[1,2]", null, "[]"],
  s: ['{"x":1,"y":"z"}', null, null],
  bin: ["00ff", null, ""],
  null: [null, null, null],
  lu: ["x", "y", "z"],
  sv: ["view", "a long text that is no inline view", null],
};

test.each([
  ["buffers packed with LZ4", lz4],
  ["buffers packed with Zstandard", zstd],
  ["a stream", stream],
])("every type that pyarrow writes: %s", async (_title, base64) => {
  const { content, issues } = await readFile(bytesAsSource(bytesOf(base64)), "x");
  if (content.shape !== "table") throw new Error("no table");
  const { columns } = content.table;
  expect(Object.fromEntries(columns.map((column) => [column.name, [0, 1, 2].map((row) => cellJson(column, row))]))).toEqual(
    expected,
  );
  expect(issues.map(({ rule, field }) => [rule, field])).toEqual([
    ["arrow-long-numbers", "n"],
    ["arrow-zone", "tz"],
    ["arrow-duration", "du"],
    ["arrow-decimals", "dec"],
    ["arrow-nested", "l"],
    ["arrow-nested", "s"],
    ["arrow-bytes", "bin"],
  ]);
});

test("a stream without its end is told", async () => {
  const bytes = bytesOf(stream);
  const { issues } = await readFile(bytesAsSource(bytes.subarray(0, bytes.length - 8)), "x");
  expect(issues.map(({ rule }) => rule)).toContain("arrow-no-end");
});

test("changed anywhere it is read or refused in words, at once", { timeout: 60_000 }, async () => {
  const random = seededRandom(3);
  for (const base64 of [lz4, stream]) {
    for (let nth = 0; nth < 300; nth++) {
      const bytes = bytesOf(base64);
      for (let change = 0; change < 4; change++)
        bytes[Math.floor(random() * bytes.length)] = [0, 255, 127, 1][Math.floor(random() * 4)] as number;
      const began = performance.now();
      await readFile(bytesAsSource(bytes), "x").catch((error: unknown) => {
        if (!(error instanceof FailureError)) throw error;
      });
      expect(performance.now() - began).toBeLessThan(20_000);
    }
  }
});
