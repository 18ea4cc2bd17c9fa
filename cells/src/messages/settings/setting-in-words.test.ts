// Buttons that set how a file is read say it in words, whatever the setting is.

import { expect, test } from "vitest";
import "../../all-words.ts";
import type { Json } from "../../base/json.ts";
import { encodings } from "../../contract/format.ts";
import { encodingName } from "./encoding-name.ts";
import { fixInWords } from "./setting-in-words.ts";
import { mendedBy, mendedInWords } from "./step-in-words.ts";

const said = (field: string, value: Json) =>
  (["en", "ru"] as const).map((locale) => fixInWords({ path: [field], value }, locale));

test.each<[string, Json, string, string]>([
  ["encoding", "macintosh", "Read as Mac Roman", "Читать как Mac Roman"],
  ["quotes", "none", "Take quotes as letters", "Без кавычек"],
  ["format", "tsv", "Read as TSV (tabs)", "Читать как TSV (табуляции)"],
  ["delimiter", null, "Let it be found", "Определить автоматически"],
  ["skip", null, "Let it be found", "Определить автоматически"],
  ["decimal", "auto", "Let it be found", "Определить автоматически"],
  ["sheet", "Mice", "Read Mice alone", "Прочитать только Mice"],
  ["annotations", "apart", "Change this setting", "Изменить эту настройку"],
])("%s: %j", (field, value, en, ru) => {
  expect(said(field, value)).toEqual([en, ru]);
});

test("a step that mends is said in words in the log of a run, and as its card says it on the command line", () => {
  const step = { verb: "rename-chromosomes", to: "chr" };
  expect(mendedInWords(step, "en")).toBe("What mends it: Call all of them chr1, in a cell below.");
  expect(mendedInWords(step, "ru")).toBe("Что это исправит: Записать все как chr1, в ячейке ниже.");
  expect(mendedBy("calls chromosomes chr1, chr2, …", "rename-chromosomes", "en")).toBe(
    "Mended by a step below it (rename-chromosomes): calls chromosomes chr1, chr2, …",
  );
});

test("no encoding is shown by its name in the settings", () => {
  for (const encoding of encodings) {
    const name = encodingName(encoding) ?? expect.fail(encoding);
    expect(said("encoding", encoding)).toEqual([`Read as ${name}`, `Читать как ${name}`]);
    expect(name).not.toBe(encoding);
  }
});
