// A saved recipe as the report that a transform answers beside its data, so that its steps are seen, and done on other data. What it
// promises stays in the file: only the step that reads the file itself holds data to it, which is said.

import { FailureError } from "../../base/failure.ts";
import type { FileContent, Issue, Read } from "../../contract/format.ts";
import { readRecipe } from "../../features/recipe-bytes.ts";
import { words } from "./words.ts";

export const read: Read = async (task): Promise<FileContent> => {
  const found = readRecipe(await task.bytes(), task.name);
  if (!found.ok) throw new FailureError(found.error);
  const { chain, tests } = found.value;
  const message = words.sentence("promises", { n: tests.length });
  const issues: readonly Issue[] =
    tests.length === 0 ? [] : [{ rule: "recipe-promises", severity: "note", line: null, field: null, message }];
  return {
    content: { shape: "whole", artifact: { type: "report", report: "fitted-chain", body: chain } },
    header: null,
    issues,
    said: issues.map((issue) => issue.message),
    turnedIntoDates: [],
    lineOf: (row) => row + 1,
    whole: true,
  };
};
