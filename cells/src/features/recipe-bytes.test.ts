// Recipes as bytes: equal recipes are equal files, and whatever is none is refused in words.

import { describe, expect, test } from "vitest";
import { FailureError } from "../base/failure.ts";
import type { FittedChain } from "../contract/fitted-chain.ts";
import type { RecipeTest } from "../contract/recipe-file.ts";
import { failureSentence } from "../messages/catalogue.ts";
import { locales } from "../messages/locale.ts";
import { largestRecipe, readRecipe, recipeIn, writeRecipe } from "./recipe-bytes.ts";

const form = { type: "table", columns: [{ name: "возраст", type: "float64", unit: "years" }] } as const;
const chain: FittedChain = {
  takes: form,
  gives: form,
  steps: [
    {
      verb: "fill-missing",
      version: 3,
      options: { verb: "fill-missing", columns: ["возраст"], fill: { by: "mean" } },
      freezes: "fitted",
      fitted: { state: { fills: [{ column: "возраст", value: 41.5 }] }, keeps: "statistics", rows: 3, of: 5, split: "part" },
    },
  ],
};
const tests: readonly RecipeTest[] = [{ rule: "range", column: "возраст", least: 0, most: null }];
const bytes = writeRecipe(chain, tests);
const text = new TextDecoder().decode(bytes);
const utf8 = (written: string): Uint8Array => new TextEncoder().encode(written);

function refusal(given: Uint8Array): string {
  const read = readRecipe(given, "x.recipe.json");
  if (read.ok) throw new Error("it was read");
  for (const locale of locales) expect(failureSentence(read.error, locale)).not.toMatch(/\{\w+\}|undefined|^features\./);
  return failureSentence(read.error, "en");
}

test("what was written is read again as it was, and is written the same from any order of its keys", () => {
  expect(readRecipe(bytes, "x")).toEqual({ ok: true, value: { genomecraft: "recipe", form: 1, chain, tests } });
  // What an older release does not know is of a newer form, which it refuses as such.
  const fresh: RecipeTest = { rule: "fresh", column: "day", most: 30, unit: "days" };
  expect(readRecipe(writeRecipe(chain, [...tests, fresh]), "x")).toMatchObject({ value: { form: 2, tests: [...tests, fresh] } });
  const turned = { steps: chain.steps, gives: form, takes: form };
  expect(writeRecipe(turned, tests)).toEqual(bytes);
  expect(text).toMatch(/^\{"chain":.*"genomecraft":"recipe","tests":/);
  // A text editor puts a mark before it, and other line ends behind it.
  expect(readRecipe(utf8(`\ufeff${text}\r\n`), "x").ok).toBe(true);
});

test("cut at any byte it is refused, and said to be cut wherever it still begins as one", () => {
  for (let at = 0; at < bytes.length - 1; at++) {
    const said = refusal(bytes.subarray(0, at));
    expect(said).toMatch(/ends in the middle|holds no text|cannot be read as JSON/);
    if (at > 0 && !said.includes("holds no text")) expect(said).toMatch(/ends in the middle/);
  }
});

test("one that is small in bytes and would take all memory or minutes to read is refused before it is parsed", () => {
  const holding = (state: string): Uint8Array => utf8(text.replace(/"state":\{.*?\}\]\}/, `"state":${state}`));
  expect(readRecipe(holding('{"fills":[]}'), "x").ok).toBe(true);
  expect(refusal(holding(`{"a":[${"[],".repeat(1_000_000)}1]}`))).toMatch(/holds more than/);
  expect(refusal(holding(`{"a":[${"1,".repeat(7_000_000)}1]}`))).toMatch(/holds more than/);
  const keys = Array.from({ length: 600_000 }, (_, at) => `{"k${at}":1}`).join(",");
  expect(refusal(holding(`{"a":[${keys}]}`))).toMatch(/holds more than/);
  const wide = { ...chain, takes: { ...form, columns: Array.from({ length: 600_000 }, () => form.columns[0]) } };
  expect(() => writeRecipe(wide, [])).toThrow(FailureError);
});

describe("what is no recipe says what it is", () => {
  const changed = (change: (recipe: Record<string, unknown>) => object): Uint8Array =>
    utf8(JSON.stringify(change(JSON.parse(text) as Record<string, unknown>)));
  test.each([
    ["other JSON", utf8('{"a": [1, 2]}'), /holds JSON and no recipe/],
    ["a list", utf8("[1]"), /holds JSON and no recipe/],
    ["a table", utf8("gene,n\nTP53,1\n"), /cannot be read as JSON/],
    ["gzip", Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0xff), /holds no text/],
    ["a newer form", changed((recipe) => ({ ...recipe, form: 3, more: [] })), /form 3, and this release reads form 2/],
    ["a form that is none", changed((recipe) => ({ ...recipe, form: "1" })), /at form is none of its form/],
    ["another field", changed((recipe) => ({ ...recipe, owner: "me" })), /was changed by hand or damaged/],
    ["tests of another rule", changed((recipe) => ({ ...recipe, tests: [{ rule: "mood", column: "a" }] })), /at tests\.0/],
    [
      "more rows than there were",
      changed((recipe) => ({
        ...recipe,
        chain: { ...chain, steps: [{ ...chain.steps[0], fitted: { ...chain.steps[0]?.fitted, rows: 9 } }] },
      })),
      /at chain\.steps\.0\.fitted\.rows/,
    ],
    ["a key twice", utf8(text.replace('"form":1', '"form":1,"form":1')), /says “form” twice/],
    ["what nests", utf8(`{"genomecraft":"recipe","form":1,"chain":${"[".repeat(100_000)}`), /nests deeper than 64/],
  ])("%s", (_title, given, says) => {
    expect(refusal(given)).toMatch(says);
  });

  test("more bytes than a recipe has are refused before they are read", async () => {
    const source = {
      size: 100_000_000,
      read: () => Promise.reject(new Error("it was read")),
      stream: async function* () {},
    };
    expect(await recipeIn(source, "x")).toMatchObject({ ok: false, error: { reason: "features.recipe-large" } });
    expect(readRecipe(new Uint8Array(largestRecipe + 1), "x")).toMatchObject({ error: { reason: "features.recipe-large" } });
  });
});

test("a number that JSON has no word for is not written", () => {
  const [step] = chain.steps;
  const odd = { ...chain, steps: [{ ...(step as NonNullable<typeof step>), options: { verb: "filter", least: Number.NaN } }] };
  expect(() => writeRecipe(odd, [])).toThrow(FailureError);
});
