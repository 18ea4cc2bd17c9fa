// A sheet of a workbook, whichever program wrote it (xlsx, xls, ods), by the parser of delimited text.

import type { JsonObject } from "../../../base/json.ts";
import type { FileContent, Issue, OpenSheets, Read, ReadTask } from "../../../contract/format.ts";
import { readAsDelimited } from "../delimited/read-as-delimited.ts";
import { inRows } from "./in-rows.ts";
import { missingTexts } from "../delimited/number-text.ts";
import { type ExcelSheet, openWorkbook, type Workbook } from "./read-workbook.ts";
import { words as ownWords } from "./words.ts";
import { words as loadWords } from "../words.ts";

export const read: Read = async (task) => readSheet(await openWorkbook(await task.bytes()), task.settings.sheet, task);

/** The workbook is taken apart once for all of its sheets. */
export const openSheets: OpenSheets = async (bytes) => {
  const book = await openWorkbook(bytes);
  return book.sheets.map((name) => ({
    name,
    isHidden: book.hidden.includes(name),
    read: (task) => readSheet(book, name, task),
  }));
};

async function readSheet(book: Workbook, wanted: string | null, task: ReadTask): Promise<FileContent> {
  const isFilled = task.settings.merged === "fill";
  const excel = book.sheet(wanted, isFilled);
  const { sheets, hidden, merged, sheet, turnedIntoDates, rowOfLine } = excel;
  // Lines above the table are rows as Excel shows them, empty ones too.
  const { skip } = task.settings;
  const read = readAsDelimited(task, ",", {
    hasOwnNumbers: true,
    linesAbove: skip === null ? null : rowOfLine.filter((row) => row <= skip).length,
    source: {
      open: async function* () {
        yield excel.text;
      },
      fraction: () => null,
    },
  });
  const content = await inRows(rowOfLine, read);
  const dates = excel.dateIssues.map(
    ({ rule, row, column, count, value }): Issue => ({
      rule: `excel-${rule}`,
      severity: "warning",
      line: row + 1,
      field: column,
      message: loadWords.sentence(`issue-excel-${rule}`, { column, count, value }),
    }),
  );
  const groups: Issue[] = merged
    ? [
        {
          rule: "excel-merged",
          severity: "warning",
          line: merged.row,
          field: null,
          message: ownWords.sentence(isFilled ? "merged-filled" : "merged", { count: merged.count, cells: [...merged.cells] }),
          ...(isFilled ? {} : { fix: { path: ["merged"], value: "fill" } }),
        },
      ]
    : [];
  const readAsMissing = issuesOfMissing(task, excel.missingWords, content);
  const ofSheet = hidden.includes(sheet) ? [ownWords.sentence("hidden", { sheet })] : [];
  const which = sheets.length > 1 ? [loadWords.sentence("log-sheet", { sheet, sheets: [...sheets] })] : [];
  const other = sheets.find((name) => name !== sheet);
  // Which one was read is a guess where nobody said it.
  const guessed =
    wanted === null && other !== undefined
      ? which.map(
          (message): Issue => ({
            rule: "sheet",
            severity: "note",
            line: null,
            field: null,
            message,
            fix: { path: ["sheet"], value: other },
          }),
        )
      : [];
  // Quotes are ours: a cell of several lines is one cell.
  const issues = content.issues.filter(({ rule }) => rule !== "long-text");
  return {
    ...content,
    turnedIntoDates,
    issues: [...guessed, ...groups, ...dates, ...issuesOfHidden(excel), ...readAsMissing, ...issues],
    said: [...content.said, ...(guessed.length > 0 ? [] : which), ...ofSheet],
  };
}

function issuesOfHidden({ hiddenRows, hiddenColumns }: ExcelSheet): Issue[] {
  const issue = (rule: "hidden-rows" | "hidden-columns", line: number | null, params: JsonObject): Issue => {
    const message = ownWords.sentence(rule, params);
    return { rule: `excel-${rule}`, severity: "warning", line, field: null, message };
  };
  const count = hiddenRows.length;
  const rows = hiddenRows.slice(0, 10);
  return [
    ...(count === 0 ? [] : [issue("hidden-rows", rows[0] ?? null, { count, rows, more: count - rows.length })]),
    ...(hiddenColumns.length === 0
      ? []
      : [issue("hidden-columns", null, { count: hiddenColumns.length, columns: hiddenColumns.slice(0, 12) })]),
  ];
}

/** NA as a text of a column of texts may be a name, which quotes say in CSV; here nothing does. */
function issuesOfMissing({ settings }: ReadTask, found: ExcelSheet["missingWords"], { content }: FileContent): Issue[] {
  if (settings.missing !== null || content.shape !== "table") return [];
  const { columns } = content.table;
  const read = found.filter(({ column: at, word }) => {
    const column = columns[at];
    return column?.type === "text" && column.valid !== null && !column.dictionary.includes(word);
  });
  const [first] = read;
  if (!first) return [];
  const words = [...new Set(read.map(({ word }) => word))];
  const names = [...new Set(read.map(({ column }) => columns[column]?.name ?? ""))];
  const message = ownWords.sentence("missing-words", {
    words,
    n: words.length,
    columns: names.slice(0, 12),
    count: read.length,
    line: first.row,
  });
  const fix = { path: ["missing"], value: [...missingTexts].filter((word) => word !== "" && !words.includes(word)) };
  return [{ rule: "missing-words", severity: "note", line: first.row, field: names[0] ?? null, message, fix }];
}
