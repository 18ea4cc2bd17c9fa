import { expect, test } from "vitest";
import { textOfCodes, textsOf } from "./table.ts";

test("levels that are taken again in the same order have the same dictionary, others one of their own", () => {
  const levels = ["a", "b", "c", "b"];
  const first = textOfCodes("x", Int32Array.of(2, 0, 2, 3, 1, -1), levels);
  const again = textOfCodes("y", Int32Array.of(2, 2, 0, 3, 3, 1, -1, 0), levels);
  expect(again.dictionary).toBe(first.dictionary);
  // Equal texts are one entry, in order of first appearance; what is missing is "" and not valid.
  expect(first.dictionary).toEqual(["c", "a", "b", ""]);
  expect(textsOf(first)).toEqual(["c", "a", "c", "b", "b", ""]);
  expect(textsOf(again)).toEqual(["c", "c", "a", "b", "b", "b", "", "a"]);
  const other = textOfCodes("z", Int32Array.of(0, 2), levels);
  expect(other.dictionary).toEqual(["a", "c"]);
  expect(textsOf(other)).toEqual(["a", "c"]);
  expect(textOfCodes("none", new Int32Array(0), levels).dictionary).toEqual([]);
});
