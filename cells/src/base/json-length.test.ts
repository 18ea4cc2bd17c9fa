import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json.ts";
import type { Json } from "./json.ts";
import { jsonLength } from "./json-length.ts";
import { wellFormedJson } from "./well-formed.ts";

const values: readonly Json[] = [
  null,
  true,
  [],
  {},
  -0.5,
  1e21,
  'a"b',
  ["a", "ü", "\n"],
  { x: [1, 2.5, { y: "n" }], "": [null, []] },
  [{ text: ["gene1", "gene2"] }],
];

test("the length of a value as JSON is never more than what is written", () => {
  for (const value of values) {
    const written = JSON.stringify(value).length;
    expect(jsonLength(value)).toBeLessThanOrEqual(written);
    expect(jsonLength(value)).toBeGreaterThanOrEqual(written / 5);
  }
  expect(jsonLength(["abc", ["d"], { e: "f" }])).toBe(JSON.stringify(["abc", ["d"], { e: "f" }]).length);
});

test("what is too long is not counted to its end", () => {
  const long = Array.from({ length: 1000 }, (_, at) => `gene${at}`);
  expect(jsonLength(long, 100)).toBeGreaterThan(100);
  expect(jsonLength(long, 100)).toBeLessThan(200);
  expect(jsonLength({ a: long, b: long }, 100)).toBeLessThan(200);
});

test("a list of texts is written as each of them is, and what UTF-8 cannot hold in it is found", () => {
  const texts = ["b", 'q"', "\u2028", "é"];
  expect(canonicalJson(texts)).toBe(`[${texts.map((text) => canonicalJson(text)).join(",")}]`);
  expect(wellFormedJson(texts)).toBe(texts);
  // Halves of one character in neighbours are halves all the same.
  expect(wellFormedJson(["a\ud83d", "\ude00b"])).toEqual(["a\ufffd", "\ufffdb"]);
  expect(wellFormedJson(["a", "\0"])).toEqual(["a", "\ufffd"]);
});
