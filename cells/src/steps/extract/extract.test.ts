// Patterns against V8's regular expressions (flag u), which backtrack: the same first place and the same groups.

import { expect, test } from "vitest";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { seededRandom } from "../../stats/seeded-random.ts";
import { stepOn } from "../../testing/step-on-table.ts";
import { firstMatch } from "./match-pattern.ts";
import { parsePattern } from "./parse-pattern.ts";

function found(pattern: string, text: string, ignoreCase = false) {
  const read = parsePattern(pattern, ignoreCase);
  return "fault" in read ? read : firstMatch(read, text);
}
const theirs = (pattern: string, text: string, flags = "u") => {
  const match = new RegExp(pattern, flags).exec(text);
  return match ? Array.from(match, (group: string | undefined) => group ?? null) : null;
};

test.each([
  ["s(\\d+)_(\\w+)", "xs12_ab s3_c"],
  ["^(TCGA)-(\\w{2})-(\\w{4})(?:-(\\d{2}))?", "TCGA-AB-2802-03A"],
  ["(a|ab)(c|bcd)(d*)", "abcd"],
  ["(?<year>\\d{4})-(?<month>0[1-9]|1[0-2])", "on 2026-11-30"],
  ["[^\\s,;]+", " ,;a-b c"],
  ["[\\w.\\-]+@[a-z]+", "x.y-z@lab"],
  ["\\bchr([0-9XYM]+):(\\d+)-(\\d+)\\b", "at chrX:100-200."],
  ["(.*?)(\\d+)$", "abc123"],
  ["a{2,3}?", "aaaa"],
  ["ё+.", "ёёё🧬"],
  ["\\.\\*\\[\\]", "x.*[]"],
])("%s", (pattern, text) => {
  expect(found(pattern, text)).toEqual(theirs(pattern, text));
});
test("any case", () => {
  expect(found("(ctrl|ЖИР)", "a Ctrl", true)).toEqual(["Ctrl", "Ctrl"]);
  expect(found("[^a]", "aAb", true)).toEqual(theirs("[^a]", "aAb", "iu"));
});
test("patterns made by chance find what V8 finds", () => {
  const random = seededRandom(9);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const atom = (depth: number): string =>
    depth > 0 && random() < 0.4
      ? `(${sequence(depth - 1)}|${sequence(depth - 1)})`
      : pick(["a", "b", "c", ".", "[ab]", "[^a]", "\\w", "\\b"]);
  const sequence = (depth: number): string =>
    Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
      const one = atom(depth);
      return one === "\\b" || one.startsWith("(") ? one : one + pick(["", "", "*", "+", "?", "*?", "{1,2}"]);
    }).join("");
  for (let round = 0; round < 1500; round++) {
    const pattern = sequence(2);
    const text = Array.from({ length: Math.floor(random() * 9) }, () => pick(["a", "b", "c", " "])).join("");
    expect(found(pattern, text), `${pattern} in "${text}"`).toEqual(theirs(pattern, text));
  }
});
// Going back and forth over these would not end within the time of a test.
test("patterns that are ambiguous are answered", () => {
  expect(found("^(a+)+$", `${"a".repeat(20_000)}!`)).toBeNull();
  expect(found("(a|aa)*b", "a".repeat(20_000))).toBeNull();
  expect(found("(x*)*y", "x".repeat(20_000))).toBeNull();
});
test.each([
  ["(a", "unfinished"],
  ["a\\", "unfinished"],
  ["*a", "unexpected"],
  ["a)", "unexpected"],
  ["[]", "unexpected"],
  ["(?=a)", "look"],
  ["(?<!a)b", "look"],
  ["(a)\\1", "backreference"],
  ["\\pL", "escape"],
  ["a++", "possessive"],
  ["a{3,2}", "range"],
  ["[z-a]", "range"],
  ["((a{100}){100}){100}", "large"],
])("%s is refused", async (pattern, fault) => {
  expect(parsePattern(pattern)).toMatchObject({ fault });
  const table = tableOf(textColumn("t", ["a"]));
  await expect(stepOn(table, { verb: "extract", column: "t", pattern, into: ["x"] })).rejects.toThrow(/pattern/);
});

const table = tableOf(textColumn("id", ["s1_d0.5", "s2_dx", null, "none"]), numberColumn("n", [1, 2, 3, 4]));
test("groups become columns; what is not found, and what is no number, is missing and told", async () => {
  const { column, said } = await stepOn(table, {
    verb: "extract",
    column: "id",
    pattern: "s(\\d+)_d(.*)",
    into: ["s", "d"],
    as: "number",
  });
  expect([column("s"), column("d")]).toEqual([
    [1, 2, null, null],
    [0.5, null, null, null],
  ]);
  expect(said).toHaveLength(2);
});
test("names that do not fit the groups, and numbers, are refused", async () => {
  const step = { verb: "extract", column: "id", pattern: "s(\\d+)", into: ["a", "b"] };
  await expect(stepOn(table, step)).rejects.toThrow(/makes 1 column, and 2 are named/);
  await expect(stepOn(table, { ...step, column: "n" })).rejects.toThrow(/no texts/);
});
