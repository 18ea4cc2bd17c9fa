// The example in docs/NOTEBOOK-FORMAT.md is a notebook file.

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { kindOf } from "../kinds.ts";
import { parseNotebookFile, printNotebookFile } from "./notebook-file.ts";

it("the example of the format's description reads, and prints as it stands there", () => {
  const page = readFileSync(new URL("../../../docs/NOTEBOOK-FORMAT.md", import.meta.url), "utf8");
  const example = /^````markdown\n([\s\S]*?)^````$/m.exec(page)?.[1] ?? "";
  const parsed = parseNotebookFile(example, kindOf);
  expect(parsed.ok ? [] : parsed.error).toEqual([]);
  if (parsed.ok) expect(printNotebookFile(parsed.value, kindOf)).toBe(example);
});
