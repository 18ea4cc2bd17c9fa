// A GCT file as the matrix that it says it is, or as a table of rows. The rows are read by the parser of delimited text,
// which is given the line of names and what follows the front.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { textsOf } from "../../artifacts/table.ts";
import { FailureError } from "../../base/failure.ts";
import type { FileContent, Issue, Read, ReadTask } from "../../contract/format.ts";
import { matrixRows } from "../parts/matrix-of-content.ts";
import { type DelimitedFile, readDelimited, uniqueNames } from "../parts/delimited/read-delimited.ts";
import { columnOfTexts, countNothing, described, numbersOf } from "./columns.ts";
import { type Front, readFront } from "./front.ts";
import { words } from "./words.ts";

export const read: Read = async (task): Promise<FileContent> => {
  const front = await readFront(task.open());
  const shift = front.lines - 1;
  const file = await rowsOf(task, front).catch((error: unknown) => {
    throw error instanceof FailureError ? withLine(error, (line) => (line === 1 ? 3 : line + shift)) : error;
  });
  const lineOf = (row: number): number => file.lineOf(row) + shift;
  const table = tableOf(file);
  checkRows(table, front, lineOf, file.whole);

  const [ids, ...others] = table.columns as [Column, ...Column[]];
  const about = others.slice(0, front.describing).map(described);
  const numbers = others.slice(front.describing).map((column) => {
    if (column.type === "float64" || column.type === "int32") return column;
    const found = column.type === "text" ? numbersOf(column) : { row: 0, value: "TRUE" };
    return "type" in found
      ? found
      : words.fail("no-number", { line: lineOf(found.row), column: column.name, value: found.value });
  });
  const samples = samplesOf(front);
  const count = about.reduce((sum, { emptied }) => sum + emptied, 0) + samples.emptied;
  const rows = about.map(({ column }) => column);
  const common = {
    header: front.header,
    issues: count > 0 ? [noneSaid(count)] : [],
    said: [],
    turnedIntoDates: [],
    lineOf,
    whole: file.whole,
  };
  if (task.matrix === "table") {
    const columns = samples.columns.map(({ name }) => name);
    const said = columns.length > 0 ? [words.sentence("log-described", { columns })] : [];
    const all: Table = { ...table, columns: [ids, ...rows, ...numbers] };
    return { ...common, said, content: { shape: "table", table: all } };
  }
  const { data, isCounts, rounded } = matrixRows({ shape: "table", table: { ...table, columns: [ids, ...numbers] } });
  return {
    ...common,
    content: {
      shape: "matrix",
      ids: ids.type === "text" ? { codes: ids.codes, texts: ids.dictionary } : idsOf(ids),
      corner: front.header[0] ?? "",
      // As they stand: where one is there twice the load kind asks what to do.
      names: front.header.slice(1 + front.describing),
      data,
      isCounts,
      rounded,
      declared: { rows, samples: samples.columns },
    },
  };
};

const rowsOf = (task: ReadTask, front: Front): Promise<DelimitedFile> =>
  readDelimited(
    { open: () => rest(task, front), fraction: task.fraction },
    {
      delimiter: "\t",
      header: true,
      matrix: "table",
      ragged: task.settings.ragged,
      bytesWanted: task.bytesWanted,
      ...(task.signal ? { signal: task.signal } : {}),
      progress: (fraction) => task.progress?.(fraction),
    },
  );

async function* rest(task: ReadTask, front: Front): AsyncIterable<Uint8Array> {
  yield front.names;
  let toSkip = front.bytes;
  for await (const chunk of task.open()) {
    const cut = Math.min(toSkip, chunk.length);
    toSkip -= cut;
    if (cut < chunk.length) yield cut === 0 ? chunk : chunk.subarray(cut);
  }
}

function tableOf({ content }: DelimitedFile): Table {
  if (content.shape !== "table") throw new TypeError("a table was asked for");
  return content.table;
}

function withLine(error: FailureError, lineOf: (line: number) => number): FailureError {
  const { line } = error.failure.params;
  if (typeof line !== "number") return error;
  const { failure } = error;
  return new FailureError({ ...failure, params: { ...failure.params, line: lineOf(line) } }, { cause: error });
}

function checkRows(table: Table, front: Front, lineOf: (row: number) => number, whole: boolean): void {
  const { rowCount } = table;
  if (rowCount === front.rows || (!whole && rowCount < front.rows)) return;
  const row = rowCount > front.rows ? front.rows : rowCount - 1;
  words.fail("rows-differ", { found: rowCount, expected: front.rows, line: lineOf(row) });
}

function samplesOf(front: Front): { readonly columns: readonly Column[]; readonly emptied: number } {
  const { names } = uniqueNames(front.about.map(([name = ""]) => name));
  const cells = front.about.map((fields) => fields.slice(1 + front.describing));
  return {
    columns: cells.map((texts, at) => columnOfTexts(names[at] as string, texts)),
    emptied: cells.reduce((sum, texts) => sum + countNothing(texts), 0),
  };
}

/** Identifiers that are whole numbers, such as Entrez's. */
function idsOf(column: Column): { readonly codes: Int32Array; readonly texts: readonly string[] } {
  const texts = textsOf(column);
  const codes = new Map<string, number>();
  for (const text of texts) if (!codes.has(text)) codes.set(text, codes.size);
  return { codes: Int32Array.from(texts, (text) => codes.get(text) as number), texts: [...codes.keys()] };
}

const noneSaid = (count: number): Issue => ({
  rule: "none-said",
  severity: "note",
  line: null,
  field: null,
  message: words.sentence("issue-none-said", { count }),
});
