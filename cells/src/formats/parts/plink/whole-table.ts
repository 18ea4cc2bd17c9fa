// A table of sites or samples that a format gives as it is.

import type { Table } from "../../../artifacts/artifact.ts";
import type { FileContent, Issue } from "../../../contract/format.ts";
import { words as loadWords } from "../words.ts";

export function wholeTable(table: Table, issues: readonly Issue[] = []): FileContent {
  if (table.rowCount === 0) loadWords.fail("empty");
  return {
    content: { shape: "whole", artifact: table },
    header: null,
    issues,
    said: issues.filter(({ severity }) => severity === "note").map(({ message }) => message),
    turnedIntoDates: [],
    lineOf: (row) => row + 1,
    whole: true,
  };
}
