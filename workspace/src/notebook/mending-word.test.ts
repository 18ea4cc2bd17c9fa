// The button beside a refusal says what it does; of how a file is read in the words of the card that adds it.

import { expect, test } from "vitest";
import "@genomecraft/cells/all-words.ts";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { Json, JsonPath } from "@genomecraft/cells/base/json.ts";
import { fixInWords } from "@genomecraft/cells/messages/settings/setting-in-words.ts";
import { mendingWord } from "./mending-word.ts";

const cell = "cell_a" as CellId;
const set = (kind: string, path: JsonPath, value: Json) =>
  (["en", "ru"] as const).map((locale) => mendingWord({ type: "set-spec", cell, path, value }, kind, locale));

test.each<[string, Json]>([
  ["quotes", "none"],
  ["encoding", "macintosh"],
  ["ragged", "fill"],
])("a load says of %s what its card says", (field, value) => {
  expect(set("load", [field], value)).toEqual([
    fixInWords({ path: [field], value }, "en"),
    fixInWords({ path: [field], value }, "ru"),
  ]);
});

test("elsewhere a name is repeated, and a formula is not", () => {
  expect(set("transform", ["steps", 0, "by", 0, "column"], "padj")).toEqual(["Use padj", "Взять padj"]);
  expect(set("transform", ["steps", 0, "formula"], "a + b")).toEqual(["Fix", "Исправить"]);
});
