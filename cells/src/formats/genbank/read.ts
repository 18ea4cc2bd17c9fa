// GenBank as the table of its features, or of its sequences: the sheet that is named, or the first that it has.

import { FailureError } from "../../base/failure.ts";
import type { FileContent, Issue, OpenSheets, Read, ReadTask } from "../../contract/format.ts";
import { linesOfText } from "../parts/sequences/text-lines.ts";
import { words as loadWords } from "../parts/words.ts";
import { type GenbankRecord, readRecords } from "./records.ts";
import { featuresTable, sequencesTable } from "./tables.ts";
import { words } from "./words.ts";

type SheetName = "features" | "sequences";

export const read: Read = async (task) => {
  const records = recordsOf(await task.bytes());
  const sheets = sheetsOf(records);
  const wanted = task.settings.sheet;
  const sheet = wanted === null ? sheets[0] : sheets.find((name) => name === wanted);
  if (!sheet)
    throw new FailureError(loadWords.failure("sheet-missing", { sheet: wanted, sheets: [...sheets] }, { at: ["sheet"] }));
  return contentOf(records, sheet, task);
};

export const openSheets: OpenSheets = async (bytes) => {
  const records = recordsOf(bytes);
  return sheetsOf(records).map((name) => ({
    name,
    isHidden: false,
    read: async (task) => contentOf(records, name, task),
  }));
};

function recordsOf(bytes: Uint8Array): readonly GenbankRecord[] {
  const records = readRecords(linesOfText(bytes));
  if (records.length === 0) throw new FailureError(loadWords.failure("empty"));
  return records;
}

const sheetsOf = (records: readonly GenbankRecord[]): readonly SheetName[] =>
  records.some(({ features }) => features.length > 0) ? ["features", "sequences"] : ["sequences"];

function contentOf(records: readonly GenbankRecord[], sheet: SheetName, task: ReadTask): FileContent {
  const { table, lines, issues } =
    sheet === "features" ? featuresTable(records) : sequencesTable(records, task.settings.alphabet);
  const others = sheetsOf(records).filter((name) => name !== sheet);
  return {
    content: { shape: "whole", artifact: table },
    header: null,
    issues: [...(task.settings.sheet === null ? others.map((name) => other(sheet, name)) : []), ...issues],
    said: [],
    turnedIntoDates: [],
    lineOf: (row) => lines[row] ?? 1,
    whole: true,
  };
}

const other = (sheet: SheetName, name: SheetName): Issue => ({
  rule: "sheet",
  severity: "note",
  line: null,
  field: null,
  message: words.sentence("other-table", { sheet, other: name }),
  fix: { path: ["sheet"], value: name },
});
