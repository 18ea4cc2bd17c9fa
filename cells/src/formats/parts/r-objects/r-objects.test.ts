// What R 4.2.2 saved is read with the values that R prints; what was changed is refused in words.

import { expect, test } from "vitest";
import { cellJson } from "../../../artifacts/table.ts";
import { FailureError } from "../../../base/failure.ts";
import { readFile } from "../../../files/read-file.ts";
import { seededRandom } from "../../../stats/seeded-random.ts";
import { bytesAsSource } from "../../../testing/bytes-as-source.ts";
import { bytesOf, dfAscii, dfLittle, dfRds, workspace } from "./r.fixture.ts";

async function tableOf(base64: string, sheet: string | null = null) {
  const { content } = await readFile(bytesAsSource(bytesOf(base64)), "x", { sheet });
  if (content.shape !== "table") throw new Error("no table");
  return content.table;
}

test.each([
  ["XDR", dfRds],
  ["text", dfAscii],
  ["little endian", dfLittle],
])("a data frame: factors are texts, dates ISO, NA missing (%s)", async (_title, base64) => {
  const { columns } = await tableOf(base64);
  expect(columns.map(({ name, type }) => [name, type])).toEqual([
    ["gene", "text"],
    ["count", "int32"],
    ["logFC", "float64"],
    ["group", "text"],
    ["flag", "boolean"],
    ["when", "text"],
  ]);
  expect([0, 1].map((row) => columns.map((column) => cellJson(column, row)))).toEqual([
    ["TP53", 10, 1.5, "a", true, "2024-01-01"],
    ["KRAS", 20, -2.25, "b", false, "2024-01-02"],
  ]);
  expect(columns.map((column) => cellJson(column, 4))).toEqual([null, 0, "Infinity", "b", false, "2024-01-05"]);
  const [, count] = columns;
  expect(count?.type === "int32" ? count.values.reduce((sum, value) => sum + value, 0) : null).toBe(35);
});

test("a matrix of a workspace: its names, and the sum that R gives", async () => {
  const { columns } = await tableOf(workspace, "m");
  expect(columns.map(({ name }) => name)).toEqual(["row", "S1", "S2", "S3", "S4", "S5"]);
  let sum = 0;
  for (const column of columns) if (column.type === "int32") sum += column.values.reduce((all, value) => all + value, 0);
  expect(sum).toBe(1160);
});

test("changed anywhere it is read or refused in words, at once", { timeout: 60_000 }, async () => {
  const random = seededRandom(5);
  for (const base64 of [dfRds, dfAscii, workspace]) {
    for (let nth = 0; nth < 400; nth++) {
      const bytes = bytesOf(base64);
      for (let change = 0; change < 3; change++)
        bytes[14 + Math.floor(random() * (bytes.length - 14))] = [0, 255, 127, 1, 50][Math.floor(random() * 5)] as number;
      const began = performance.now();
      await readFile(bytesAsSource(bytes), "x").catch((error: unknown) => {
        if (!(error instanceof FailureError)) throw error;
      });
      expect(performance.now() - began).toBeLessThan(20_000);
    }
  }
});
