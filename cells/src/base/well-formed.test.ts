import { expect, test } from "vitest";
import { isWellFormed, wellFormed, wellFormedJson } from "./well-formed.ts";

test("NUL and halves of characters become U+FFFD, one for one, in texts and keys at any depth (O-3)", () => {
  expect(wellFormed("a\0b\ud800c\udc00🧬")).toBe("a\ufffdb\ufffdc\ufffd🧬");
  expect([isWellFormed("🧬 é"), isWellFormed("\0"), isWellFormed("\ud83e")]).toEqual([true, false, false]);
  const odd = { "k\0": [1, "x\0", { deep: "\udc00" }], n: null };
  expect(wellFormedJson(odd)).toEqual({ "k\ufffd": [1, "x\ufffd", { deep: "\ufffd" }], n: null });
  const whole = { a: ["x", { b: new Float64Array([1, 2]) }], c: undefined };
  expect(wellFormedJson(whole)).toBe(whole);
});
