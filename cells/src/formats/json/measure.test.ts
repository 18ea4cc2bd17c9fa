// What is counted in the text of a document before anything is made of it.

import { expect, test } from "vitest";
import { measureOfJson } from "./measure.ts";

test.each<readonly [text: string, depth: number, keys: number, widest: number, outer: readonly unknown[]]>([
  ['[{"a":1,"b":"x:{[","c":{"d":1}},{"a":2}]', 3, 5, 3, [0, [], 0, 0]],
  ['{"a":[1,2],"b":[3,4]}', 2, 2, 0, [2, ["a", "b"], 2, 0]],
  ['{"a":{"x":1,"y":2},"b":{"x":3}}', 2, 5, 0, [2, ["a", "b"], 0, 2]],
  ['{"data":[{"x":1,"y":2,"z":3}],"of":7}', 3, 5, 3, [2, ["data", "of"], 1, 0]],
  ['{"a\\"b" : 1, "\\u0041":2}', 1, 2, 0, [2, ['a"b', "A"], 0, 0]],
  ["[]", 1, 0, 0, [0, [], 0, 0]],
  ['"never closed', 0, 0, 0, [0, [], 0, 0]],
  ["]]}{", 1, 0, 0, [0, [], 0, 0]],
])("%s", (text, depth, keys, widest, [outerKeys, first, lists, objects]) => {
  expect(measureOfJson(text, 500)).toEqual({ depth, keys, widest, outer: { keys: outerKeys, first, lists, objects } });
});

test("of what is too deep no more is counted than one level beyond it", () => {
  expect(measureOfJson("[".repeat(100_000), 500).depth).toBe(501);
});

test("keys of pandas' orients are rows, and no columns", () => {
  const rows = Array.from({ length: 150_000 }, (_, at) => `"r${at}":1`).join(",");
  expect(measureOfJson(`{"x":{${rows}}}`, 500)).toMatchObject({ widest: 0, outer: { keys: 1, objects: 1 } });
});
