// Reads a file into a table or a matrix. Every fault of the file is a sentence with a place in it; nothing is dropped
// without being said in the log.

import type { Table } from "../../artifacts/artifact.ts";
import { FailureError, failure } from "../../base/failure.ts";
import { err, ok } from "../../base/result.ts";
import { columnIssues } from "../../formats/column-issues.ts";
import { namesTurnedIntoDates } from "../../formats/names-like-dates.ts";
import { factsOf, firstIds, matrixOfRows, matrixRows } from "../../formats/matrix-of-content.ts";
import { matchSamples, type SampleMatch } from "../../formats/match-samples.ts";
import { matrixOrTable } from "../../formats/matrix-or-table.ts";
import { otherEnding } from "../../formats/other-ending.ts";
import { type FileContent, readFile, type ReadFileOptions } from "../../formats/read-file.ts";
import { withSemantics } from "../../formats/semantic-type.ts";
import { message } from "../../messages/catalogue.ts";
import type { Execute, ExecuteContext, Outputs } from "../../contract/execute.ts";
import type { LoadSpec } from "./spec.ts";

export const execute: Execute<LoadSpec> = async (spec, context) => {
  if (!spec.file) return err(failure("load.no-file", {}, { at: ["file"] }));
  try {
    return ok(await load(spec, spec.file.name, context));
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    const { failure: found } = error;
    return err({ ...found, params: { name: spec.file.name, ...found.params } });
  }
};

async function load(spec: LoadSpec, name: string, context: ExecuteContext): Promise<Outputs> {
  const source = context.file(spec.file as NonNullable<LoadSpec["file"]>);
  let shown = 0;
  const options: ReadFileOptions = {
    ragged: spec.ragged,
    matrix: spec.read,
    sheet: spec.sheet,
    sql: context.engines.sql,
    inflate: context.engines.inflate,
    signal: context.signal,
    progress: (fraction) => {
      if (fraction === null || fraction - shown < 0.02) return;
      shown = fraction;
      context.progress(Math.min(0.95, fraction), "load.progress-reading");
    },
    ...(spec.delimiter === null ? {} : { delimiter: spec.delimiter }),
    ...(spec.header === null ? {} : { header: spec.header }),
  };
  const file = await readFile(source, name, options);
  tell(file, name, context);
  const sheet = spec.samples ? (context.input(spec.samples) as Table) : null;
  const asTable = async (): Promise<Outputs> => {
    const { content } = file.content.shape === "table" ? file : await readFile(source, name, { ...options, matrix: "table" });
    if (content.shape !== "table") throw new TypeError("a table was asked for");
    return { out: withSemantics(content.table) };
  };
  if (spec.read === "table") return asTable();

  const corner = cornerOf(file);
  const facts = factsOf(file.content, corner);
  const only = spec.samplesIn === "auto" ? undefined : spec.samplesIn === "columns" ? ("header" as const) : ("rows" as const);
  const rows = facts.numericOthers > 0 ? matrixRows(file.content) : null;
  let match: SampleMatch | null = null;
  if (sheet && rows) match = matchSamples({ header: rows.names, rows: rows.ids }, sheet, only);
  const verdict = matrixOrTable({
    ...facts,
    sheet: match ? { header: match.side === "header", rows: match.side === "rows" } : null,
  });
  const samplesIn =
    spec.samplesIn === "auto" ? (match ? (match.side === "header" ? "columns" : "rows") : verdict.samplesIn) : spec.samplesIn;
  const isMatrix =
    spec.read === "matrix" || verdict.shape === "matrix" || (verdict.duplicatesOnly && facts.numericOthers === facts.others);
  if (!rows) {
    if (spec.read === "auto") return asTable();
    throw new FailureError(failure("load.matrix-no-numbers", {}, { at: ["read"], fix: { path: ["read"], value: "table" } }));
  }
  if (sheet && !match && (isMatrix || facts.numericOthers === facts.others)) {
    const names = samplesIn === "columns" ? rows.names : rows.ids;
    throw new FailureError(
      failure(
        "load.samples-none",
        {
          inFile: names.slice(0, 3).join(", "),
          inSheet: firstIds(sheet),
          columns: sheet.columns
            .map((column) => column.name)
            .slice(0, 6)
            .join(", "),
        },
        { at: ["samples"] },
      ),
    );
  }
  if (!isMatrix) return asTable();
  const matrix = matrixOfRows({ ...rows, corner }, { samplesIn, match, sheet, duplicates: spec.duplicates, lineOf: file.lineOf });
  const say = (key: string, params: Parameters<typeof message>[1]): void => context.log(message(key, params, "en"));
  if (match) {
    say("load.log-samples", { matched: match.matched, of: match.sheetRow.length, column: match.column });
    if (match.onlyInMatrix.length > 0)
      say("load.log-only-file", { count: match.onlyInMatrix.length, names: match.onlyInMatrix.slice(0, 20) });
    if (match.onlyInSheet.length > 0)
      say("load.log-only-sheet", { count: match.onlyInSheet.length, names: match.onlyInSheet.slice(0, 20) });
  }
  if (rows.rounded > 0) say("load.log-rounded", { count: rows.rounded });
  for (const { key, params } of verdict.why) say(key, params);
  return { out: matrix };
}

/** Header of the first column, as it stands in the file. */
const cornerOf = (file: FileContent): string =>
  file.delimited?.layout.names[0] ??
  (file.content.shape === "table" ? (file.content.table.columns[0]?.name ?? "") : file.content.corner);

function tell(file: FileContent, fileName: string, context: ExecuteContext): void {
  const say = (key: string, params: Parameters<typeof message>[1]): void => context.log(message(key, params, "en"));
  const { delimited, excel } = file;
  const other = otherEnding(fileName, file.recognised.format, file.compression);
  if (other) say("load.issue-ending", { name: fileName, ending: other.ending, format: other.content });
  if (delimited) {
    if (delimited.layout.comments > 0) say("load.log-comments", { count: delimited.layout.comments });
    for (const { name, columns } of delimited.repeatedNames.slice(0, 20))
      say("load.log-repeated-column", { name, columns: [...columns] });
  }
  if (excel && excel.sheets.length > 1) say("load.log-sheet", { sheet: excel.sheet, sheets: [...excel.sheets] });
  for (const { rule, column, count, value } of excel?.dateIssues ?? []) say(`load.issue-excel-${rule}`, { column, count, value });
  if (file.content.shape === "table") {
    for (const { rule, severity, params } of columnIssues(file.content.table, file.lineOf)) {
      if (severity === "warning") say(`load.issue-${rule}`, params);
    }
  }
  const dates = namesTurnedIntoDates(file);
  if (dates.length > 0)
    say("load.log-dates", { count: dates.length, cells: dates.slice(0, 30).map(({ line, shown }) => `${shown} (${line})`) });
}
