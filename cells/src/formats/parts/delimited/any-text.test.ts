// Any table of texts that is written with quotes comes back letter for letter, however the bytes are cut; and the
// columns agree with a slow reading, cell by cell.

import fc from "fast-check";
import { expect, test } from "vitest";
import { cellJson } from "../../../artifacts/table.ts";
import { bareExponentOfText, missingNumbers, missingTexts, numberOfText } from "./number-text.ts";
import { readDelimited } from "./read-delimited.ts";

const cell = fc.oneof(
  fc.constantFrom(
    "NA",
    "",
    "0",
    "-",
    ".",
    "007",
    "1.50",
    "1e-5",
    "2E3",
    "TRUE",
    "a,b",
    'say "x"',
    "two\nlines",
    "two\r\nlines",
    "é😀",
    "Xist",
    "N/A",
    "#N/A",
    "-0",
    "+5",
  ),
  fc.integer().map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 9 }),
);
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** What the rules say of a column, read slowly. */
function slowly(texts: readonly string[]): (string | number | boolean | null)[] {
  const present = texts.filter((text) => !missingNumbers.has(text));
  // A bare exponent is a number where the column holds plain ones, too.
  const number = (text: string): number | null => numberOfText(text) ?? bareExponentOfText(text);
  if (present.some((text) => numberOfText(text) !== null) && present.every((text) => number(text) !== null)) {
    return texts.map((text) => (missingNumbers.has(text) ? null : number(text)));
  }
  const words = texts.filter((text) => !missingTexts.has(text));
  if (words.length > 0 && words.every((text) => text === "TRUE" || text === "FALSE")) {
    return texts.map((text) => (missingTexts.has(text) ? null : text === "TRUE"));
  }
  return texts.map((text) => (missingTexts.has(text) ? null : text));
}

test("cells come back letter for letter, numbers as the rules say", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 64 }),
      fc.boolean(),
      async (rows, size, isAlwaysQuoted) => {
        const written = (text: string): string => (isAlwaysQuoted || !/^[\w.+-]+$/.test(text) ? quoted(text) : text);
        const bytes = new TextEncoder().encode(`a,b,c\r\n${rows.map((row) => row.map(written).join(",")).join("\r\n")}`);
        const file = await readDelimited(
          {
            open: async function* () {
              for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
            },
            fraction: () => null,
          },
          { delimiter: ",", header: true, matrix: "table" },
        );
        if (file.content.shape !== "table") throw new Error("a table");
        const { columns, rowCount } = file.content.table;
        expect(rowCount).toBe(rows.length);
        columns.forEach((column, at) => {
          const expected = slowly(rows.map((row) => row[at] as string)).map((value) =>
            typeof value === "number" && !Number.isFinite(value) ? String(value) : value,
          );
          const found = Array.from({ length: rowCount }, (_, row) => cellJson(column, row));
          expect(found).toEqual(expected);
        });
      },
    ),
    { numRuns: 400, seed: 7 },
  );
});
