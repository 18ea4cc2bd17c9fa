import { expect, test } from "vitest";
import { seededRandom } from "../../../stats/seeded-random.ts";
import { hashOfText, TextPool } from "./text-pool.ts";

/** Codes and texts of a pool that is given these texts in batches of 512, as the parser gives them. */
function pooled(texts: readonly string[]): { readonly codes: Int32Array; readonly distinct: readonly string[] | null } {
  const encoded = texts.map((text) => new TextEncoder().encode(text));
  const bytes = new Uint8Array(encoded.reduce((sum, part) => sum + part.length + 1, 16));
  const view = new DataView(bytes.buffer);
  const starts = new Int32Array(texts.length);
  const lengths = new Int32Array(texts.length);
  const hashes = new Int32Array(texts.length);
  let at = 0;
  encoded.forEach((part, row) => {
    bytes.set(part, at);
    starts[row] = at;
    lengths[row] = part.length;
    hashes[row] = hashOfText(view, at, at + part.length);
    at += part.length + 1;
  });
  const pool = new TextPool();
  const codes = new Int32Array(texts.length);
  for (let from = 0; from < texts.length; from += 512)
    pool.internMany(bytes, view, { starts, lengths, hashes }, from, Math.min(texts.length, from + 512), codes, from);
  return { codes, distinct: pool.takeTexts() };
}

const random = seededRandom(11);
const any = (count: number): number => Math.floor(random() * count);
const genes = 9_000;
const columns: readonly (readonly [string, (row: number) => string])[] = [
  ["few", () => `chr${any(22)}`],
  ["letters", () => "ACGT-."[any(6)] as string],
  ["letters among ever more texts", (row) => ((row & 1) === 0 ? String.fromCharCode(33 + any(94)) : `rs${row}`)],
  ["many, in any order", () => `GENE${any(genes)}`],
  ["many, in the same order again and again", (row) => `GENE${row % genes}`],
  ["many, in the same order with gaps", (row) => `GENE${(row + Math.floor(row / 97)) % genes}`],
  ["in order, then in any order", (row) => `GENE${row < 25_000 ? row % genes : any(genes)}`],
  ["a text of its own in every row", (row) => `rs${row * 7}`],
  ["texts of every length, empty ones too", () => "x".repeat(any(9)) + "ü語".repeat(any(3))],
  ["texts that differ in the last byte only", () => `a-long-identifier-that-ends-in-${any(300)}`],
];

test.each(columns)("every row gets the code of its text, in order of first appearance: %s", (_name, make) => {
  const texts = Array.from({ length: 40_000 }, (_, row) => make(row));
  const codeOf = new Map<string, number>();
  const expected = texts.map((text) => {
    const code = codeOf.get(text) ?? codeOf.size;
    codeOf.set(text, code);
    return code;
  });
  const { codes, distinct } = pooled(texts);
  expect(Buffer.from(codes.buffer).equals(Buffer.from(Int32Array.from(expected).buffer))).toBe(true);
  expect(distinct).toEqual([...codeOf.keys()]);
});
