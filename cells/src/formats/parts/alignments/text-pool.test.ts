import { expect, test } from "vitest";
import { cellJson } from "../../../artifacts/table.ts";
import { TextPool } from "./text-pool.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const added = (texts: readonly (string | null)[]) => {
  const pool = new TextPool("x");
  for (const text of texts) {
    if (text !== null) pool.add(bytesOf(text), 0, bytesOf(text).length);
    pool.endRow(text === null);
  }
  const column = pool.column();
  return { column, cells: texts.map((_, row) => cellJson(column, row)) };
};

test("texts are what was added, however many, long or foreign; a mark of order is a letter", () => {
  const texts = Array.from({ length: 20_000 }, (_, row) =>
    row % 97 === 0 ? null : row % 1009 === 0 ? `\ufeffпроба ${row}` : row === 5_000 ? "G".repeat(100_000) : `read ${row}`,
  );
  expect(added(texts).cells).toEqual(texts);
});

test("equal texts are one where there are many such, and each has its own where most differ", () => {
  expect(added(Array.from({ length: 9_000 }, (_, row) => ["150M", "10S140M", "*"][row % 3] as string)).column.dictionary).toEqual(
    ["150M", "10S140M", "*"],
  );
  expect(added(Array.from({ length: 9_000 }, (_, row) => `${row >> 1}`)).column.dictionary).toHaveLength(4_500);
  const own = Array.from({ length: 9_000 }, (_, row) => `${row < 1_000 ? row : 7}`);
  expect(added(own).column.dictionary).toHaveLength(9_000);
});

test("letters of four bits are unpacked at any length, also over the ends of pieces", () => {
  const pool = new TextPool("seq");
  const expected: string[] = [];
  const packed = new DataView(Uint8Array.from({ length: 302 }, (_, at) => (at * 37) & 255).buffer);
  for (let length = 1; length <= 600; length++) {
    pool.addPacked(packed, 0, length);
    pool.endRow();
    let text = "";
    for (let at = 0; at < length; at++)
      text += "=ACMGRSVTWYHKDBN"[(packed.getUint8(at >> 1) >> (at % 2 === 0 ? 4 : 0)) & 15] as string;
    expected.push(text);
  }
  expect(pool.column().dictionary).toEqual(expected);
});

test("qualities are letters from !, at any length; one that no letter stands for is refused with its column", () => {
  const qualities = new DataView(Uint8Array.from({ length: 94 }, (_, quality) => quality).buffer);
  const pool = new TextPool("qual");
  const all = Array.from({ length: 94 }, (_, quality) => String.fromCharCode(quality + 33)).join("");
  for (let length = 1; length <= 94; length++) {
    pool.addQualities(qualities, 0, length);
    pool.endRow();
  }
  expect(pool.column().dictionary).toEqual(Array.from({ length: 94 }, (_, at) => all.slice(0, at + 1)));
  for (const quality of [95, 127, 128, 200, 254])
    for (const at of [0, 2, 3, 5]) {
      const bytes = new DataView(Uint8Array.from({ length: 6 }, (_, place) => (place === at ? quality : 30)).buffer);
      expect(() => new TextPool("qual").addQualities(bytes, 0, 6), `${quality} at ${at}`).toThrow(/qual/);
    }
});

test("bytes that are no text are refused with their column", () => {
  const pool = new TextPool("MD");
  pool.add(new Uint8Array([65, 0xff]), 0, 2);
  pool.endRow();
  expect(() => pool.column()).toThrow(/MD/);
});

test("whole numbers of either sign", () => {
  const pool = new TextPool("tags");
  const numbers = [0, 9, 10, -1, -2_147_483_648, 4_294_967_295, 1_000_000];
  for (const number of numbers) {
    pool.number(number);
    pool.endRow();
  }
  expect(pool.column().dictionary).toEqual(numbers.map(String));
});
