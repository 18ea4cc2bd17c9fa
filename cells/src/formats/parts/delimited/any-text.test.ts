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

const isBare = (text: string): boolean => /^[\w.+-]+$/.test(text);

/** What the rules say of a column, read slowly. `keeps`: a word for missing cells is a name there. */
function slowly(texts: readonly string[], keeps: (text: string) => boolean): (string | number | boolean | null)[] {
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
  return texts.map((text) => (missingTexts.has(text) && !keeps(text) ? null : text));
}

/** "NA" among distinct identifiers, and what stands in quotes where some cells stand in none. */
const keptIn = (texts: readonly string[], column: number, areAllQuoted: boolean) => (text: string) => {
  if (text === "") return false;
  const missing = texts.filter((each) => missingTexts.has(each));
  const isIdentifier = column === 0 && missing.length === 1 && texts.length > 2 && new Set(texts).size === texts.length;
  return (isIdentifier && text === "NA") || (!areAllQuoted && !isBare(text));
};

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
        const areAllQuoted = rows.every((row) => row.every((text) => isAlwaysQuoted || !isBare(text)));
        const { columns, rowCount } = file.content.table;
        expect(rowCount).toBe(rows.length);
        columns.forEach((column, at) => {
          const texts = rows.map((row) => row[at] as string);
          const expected = slowly(texts, keptIn(texts, at, areAllQuoted)).map((value) =>
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
