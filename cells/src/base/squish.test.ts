// What is seen stays as it is; what is not, goes.

import { expect, test } from "vitest";
import { squish } from "./squish.ts";

test.each([
  ["blanks", "  low\u00a0 dose ", "low dose"],
  ["signs of no width", "A\u200b\ufeff", "A"],
  ["joiners that join nothing", "a\u200d b\u200c", "a b"],
])("%s go", (_what, text, seen) => {
  expect(squish(text)).toBe(seen);
});

test.each(["می\u200cخواهم", "क्\u200dष", "👩\u200d🔬", "❤\ufe0f"])("joiners that belong to what is seen stay: %s", (text) => {
  expect(squish(` ${text} `)).toBe(text);
});
