// Of a set of very many files only the first are looked into before it is read: what is said counts those, and says so.

import { expect, test } from "vitest";
import { fileHead } from "../file-head.ts";
import { sniffSet } from "./read-set.ts";
import { words } from "./words.ts";

const part = (text: string, at: number) => fileHead(new TextEncoder().encode(text), `S${at}.counts`, false);
const saidOf = (texts: readonly string[]) => {
  const parts = texts.map(part);
  const isOne = { confidence: 1, why: words.key("why-set") };
  return sniffSet({ ...part("", 0), parts }, "STAR", ({ bytes }) => (bytes.length > 0 ? isOne : null));
};

test.each([
  [["a", "b", "c"], "why-set", 3],
  [["a", "b", ""], "why-set-many", 2],
])("%j", (texts, why, count) => {
  expect(saidOf(texts)).toMatchObject({ why: expect.stringMatching(new RegExp(`${why}$`)), params: { count, program: "STAR" } });
});

test("of one that is looked into, nothing is said", () => {
  expect(saidOf(["a", ""])).toBeNull();
});
