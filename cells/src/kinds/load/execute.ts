// Reads a file into a table or a matrix. Every fault of the file is a sentence with a place in it; nothing is dropped
// without being said in the log.

import type { Table } from "../../artifacts/artifact.ts";
import { FailureError } from "../../base/failure.ts";
import { err, ok } from "../../base/result.ts";
import type { Execute, ExecuteContext, Outputs } from "../../contract/execute.ts";
import { asTheFileSays, type ReadSetting } from "../../contract/format.ts";
import { otherEnding } from "../../files/other-ending.ts";
import { type ReadFile, readFile, type ReadFileOptions } from "../../files/read-file.ts";
import { columnIssues } from "../../formats/parts/column-issues.ts";
import { annotationsOf, saidOfSummaryInTable } from "../../formats/parts/doubts/of-matrices.ts";
import { namesTurnedIntoDates } from "../../formats/parts/names-like-dates.ts";
import { withoutOddCells } from "../../formats/parts/odd-cells.ts";
import { withSemantics } from "../../formats/parts/semantic-type.ts";
import { sentenceIn } from "../../messages/catalogue.ts";
import { matrixOf } from "./matrix-of.ts";
import { load, type LoadSpec } from "./spec.ts";
import { words } from "./words.ts";
import { words as loadWords } from "../../formats/parts/words.ts";
import type { Sentence } from "../../messages/sentence.ts";

/** Fields that say what is made of rows. */
const ofRows = ["read", "samples", "samplesIn", "duplicates"] as const satisfies readonly (keyof LoadSpec)[];

export const execute: Execute<LoadSpec> = async (spec, context) => {
  if (!spec.file) return err(loadWords.failure("no-file", {}, { at: ["file"] }));
  try {
    return ok(await loaded(spec, spec.file.name, context));
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    const { failure: found } = error;
    return err({ ...found, params: { name: spec.file.name, ...found.params } });
  }
};

async function loaded(spec: LoadSpec, name: string, context: ExecuteContext): Promise<Outputs> {
  const source = context.file(spec.file as NonNullable<LoadSpec["file"]>);
  let shown = 0;
  const options: ReadFileOptions = {
    format: spec.format,
    delimiter: spec.delimiter,
    header: spec.header,
    sheet: spec.sheet,
    ragged: spec.ragged,
    encoding: spec.encoding,
    quotes: spec.quotes,
    skip: spec.skip,
    headerRows: spec.headerRows,
    rowNames: spec.rowNames,
    decimal: spec.decimal,
    thousands: spec.thousands,
    missing: spec.missing,
    merged: spec.merged,
    matrix: spec.read,
    sql: context.engines.sql,
    inflate: context.engines.inflate,
    signal: context.signal,
    progress: (fraction) => {
      if (fraction === null || fraction - shown < 0.02) return;
      shown = fraction;
      context.progress(Math.min(0.95, fraction), loadWords.sentence("progress-reading"));
    },
  };
  const read = await readFile(source, name, options);
  const isMatrix = spec.read === "matrix" || (spec.read === "auto" && spec.samples !== null);
  const rows = read.content.shape !== "whole" && isMatrix ? read.content : null;
  const apart = rows && spec.annotations === "apart" ? annotationsOf(rows) : new Set<string>();
  const odd = rows ? withoutOddCells(rows, apart, read.lineOf, spec.missing) : null;
  const file = odd ? { ...read, content: odd.content } : read;
  tell(file, spec, context);
  for (const said of odd?.said ?? []) context.log(sentenceIn(said, "en"));
  const { content } = file;
  if (content.shape === "whole") return { out: content.artifact };
  const asTable = async (): Promise<Outputs> => {
    const { content: rows } = content.shape === "table" ? file : await readFile(source, name, { ...options, matrix: "table" });
    if (rows.shape !== "table") throw new TypeError("a table was asked for");
    for (const said of saidOfSummaryInTable(rows)) context.log(sentenceIn(said, "en"));
    return { out: withSemantics(rows.table) };
  };
  if (spec.read === "table") {
    if (spec.samples) context.log(sentenceIn(words.sentence("samples-unused"), "en"));
    return asTable();
  }
  const matrix = matrixOf({ ...file, content }, spec, spec.samples ? (context.input(spec.samples) as Table) : null);
  if (matrix === null) return asTable();
  for (const said of matrix.said) context.log(sentenceIn(said, "en"));
  return { out: matrix.assay };
}

/** The file's log: what is doubtful in it, and what was done on the way. */
function tell(file: ReadFile, spec: LoadSpec, context: ExecuteContext): void {
  const say = (sentence: Sentence): void => context.log(sentenceIn(sentence, "en"));
  const fileName = spec.file?.name ?? "";
  const { format } = file.listed;
  const other = otherEnding(fileName, format.name, file.compression);
  if (other) say(loadWords.sentence("issue-ending", { name: fileName, ending: other.ending, format: other.content }));
  for (const said of file.said) say(said);
  const { content } = file;
  const columns =
    content.shape === "table" ? columnIssues(content.table, file.lineOf, Number.POSITIVE_INFINITY, file.issues, spec) : [];
  for (const { severity, message } of [...file.issues, ...columns]) if (severity !== "note") say(message);
  const dates = content.shape === "whole" ? [] : namesTurnedIntoDates({ ...file, content });
  if (dates.length > 0)
    say(
      loadWords.sentence("log-dates", {
        count: dates.length,
        cells: dates.slice(0, 30).map(({ line, shown }) => `${shown} (${line})`),
      }),
    );
  const set = (Object.keys(asTheFileSays) as ReadSetting[]).filter((setting) => spec[setting] !== asTheFileSays[setting]);
  const unused: (keyof LoadSpec)[] = set.filter((setting) => !format.settings.includes(setting));
  // What a file gives whole is no table and no matrix, whatever was chosen for those.
  if (content.shape === "whole")
    unused.push(...ofRows.filter((field) => JSON.stringify(spec[field]) !== JSON.stringify(load.empty[field])));
  if (unused.length > 0) say(loadWords.sentence("log-settings-unused", { settings: unused, format: format.name }));
}
