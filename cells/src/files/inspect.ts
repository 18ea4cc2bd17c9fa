// What a file is and what is in it, before anybody loads it: for the intake card of dropped files and for
// `genomecraft inspect`. Never fails for reasons of the file: what keeps it from being loaded is one of its issues.

import { summaryOf } from "../artifacts/artifact-summary.ts";
import type { Artifact, Table } from "../artifacts/artifact.ts";
import { columnSummaries } from "../artifacts/column-summaries.ts";
import { columnSummary } from "../artifacts/column-summary.ts";
import { cellJson } from "../artifacts/table.ts";
import { windowOfArtifact } from "../artifacts/window-of-artifact.ts";
import type { ByteSource } from "../base/byte-source.ts";
import { FailureError } from "../base/failure.ts";
import type { JsonObject } from "../base/json.ts";
import type { Locale } from "../messages/locale.ts";
import { message } from "../messages/catalogue.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { Inflate, SqlEngine } from "../contract/engines.ts";
import type { InspectedColumn, Issue, RowsContent } from "../contract/format.ts";
import { columnIssues } from "../formats/parts/column-issues.ts";
import { annotationsOf, saidOfAnnotations, saidOfSummary, saidOfSummaryInTable } from "../formats/parts/doubts/of-matrices.ts";
import { factsOf } from "../formats/parts/matrix-of-content.ts";
import { declared, matrixOrTable, saidOfSide } from "../formats/parts/matrix-or-table.ts";
import { namesTurnedIntoDates } from "../formats/parts/names-like-dates.ts";
import { isSummaryName } from "../formats/parts/summary-rows.ts";
import { withSemantics } from "../formats/parts/semantic-type.ts";
import type { Inspection, Seen } from "./inspection.ts";
import type { FileKeys } from "./match-files.ts";
import { openFile } from "./open-file.ts";
import { otherEnding } from "./other-ending.ts";
import { type ReadFile, readFile, type ReadFileOptions, type SheetOfFile, sheetsOfFile } from "./read-file.ts";
import { words as loadWords } from "../formats/parts/words.ts";
import { words } from "./words.ts";

export interface InspectOptions {
  readonly sql?: SqlEngine | null;
  readonly inflate?: Inflate | undefined;
  readonly signal?: AbortSignal;
  /** Look at so many bytes of unpacked text at most; 256 MB by default. */
  readonly bytesWanted?: number;
}

const mostColumns = 1000;
/** A workbook may have thousands; beyond these they are named. */
const mostSheets = 100;
const nothing: Omit<Seen, "issues"> = {
  sheet: null,
  isHidden: false,
  why: [],
  artifact: null,
  shape: [],
  samplesIn: null,
  columns: [],
  preview: { columns: [], rows: [] },
  keys: { header: [], columns: [], rows: 0 },
};

export async function inspectFile(source: ByteSource, name: string, options: InspectOptions = {}): Promise<Inspection> {
  const unknown = {
    ...nothing,
    file: name,
    format: "binary",
    confidence: 1,
    compression: "none" as const,
    alternatives: [],
    sheets: [],
    others: [],
  };
  let known: Omit<Inspection, "issues"> = unknown;
  try {
    const { recognised, compression } = await openFile(source, name, options.inflate);
    known = {
      ...unknown,
      format: recognised.format,
      confidence: recognised.confidence,
      compression,
      why: [{ key: recognised.why, params: {} }],
      alternatives: recognised.alternatives,
    };
    const reading: ReadFileOptions = {
      sql: options.sql ?? null,
      matrix: "auto",
      validates: true,
      bytesWanted: options.bytesWanted ?? 256 * 2 ** 20,
      inflate: options.inflate,
      ...(options.signal ? { signal: options.signal } : {}),
    };
    const sheets = await sheetsOfFile(source, name, reading);
    if (sheets === null) return { ...known, ...seenIn(await readFile(source, name, reading), name, known.why) };
    const sheetNames = sheets.map((sheet) => sheet.name);
    const [first, ...others] = await seenInSheets(sheets.slice(0, mostSheets), name, options.signal);
    if (!first) throw new FailureError(loadWords.failure("excel-unreadable", { detail: "no sheets" }));
    const more = sheetNames.slice(mostSheets);
    const unseen: readonly Issue[] = more.length === 0 ? [] : [moreSheets(more)];
    return {
      ...known,
      ...first,
      why: [...known.why, ...first.why],
      issues: [...unseen, ...first.issues],
      sheets: sheetNames,
      others,
    };
  } catch (error) {
    const issue = issueOfFailure(error, name);
    // Packed so badly that what is inside cannot be told.
    const isBadlyPacked = known === unknown && issue.message.key === loadWords.key("gzip-broken");
    return { ...known, ...(isBadlyPacked ? { format: "gzip", compression: "gzip" as const } : {}), issues: [issue] };
  }
}

async function seenInSheets(sheets: readonly SheetOfFile[], name: string, signal?: AbortSignal): Promise<readonly Seen[]> {
  const seen: Seen[] = [];
  for (const { name: sheet, isHidden, read } of sheets) {
    signal?.throwIfAborted();
    const ofSheet = { sheet, isHidden };
    try {
      seen.push({ ...seenIn(await read(), name, []), ...ofSheet });
    } catch (error) {
      seen.push({ ...nothing, ...ofSheet, issues: [issueOfFailure(error, name)] });
    }
  }
  return seen;
}

const moreSheets = (names: readonly string[]): Issue => ({
  rule: "more-sheets",
  severity: "note",
  line: null,
  field: null,
  message: words.sentence("more-sheets", { count: names.length, sheets: names.slice(0, 20) }),
});

/** What keeps a file from being loaded; anything else is thrown. */
function issueOfFailure(error: unknown, name: string): Issue {
  if (!(error instanceof FailureError)) throw error;
  const { reason, params, fix } = error.failure;
  const line = params["line"];
  return {
    rule: reason.replace(/^(?:load|format-\w+)\./, ""),
    severity: "error",
    line: typeof line === "number" ? line : null,
    field: null,
    message: { key: reason, params: { name, ...params } },
    ...(fix ? { fix } : {}),
  };
}

function seenIn(read: ReadFile, name: string, why: readonly Sentence[]): Seen {
  const { content } = read;
  if (content.shape === "whole") return wholeSeen(read, name, why, content.artifact);
  const file = { ...read, content };
  const corner = file.header?.[0] ?? "";
  const isDeclared = content.shape === "matrix" && content.declared !== undefined;
  const weighed = (apart: ReadonlySet<string>) => {
    const facts = factsOf(content, corner, apart);
    return { apart, facts, verdict: isDeclared ? declared : matrixOrTable({ ...facts, sheet: null }) };
  };
  const beside = weighed(annotationsOf(content));
  const { apart, facts, verdict } = beside.verdict.samplesIn === "columns" ? beside : weighed(new Set());
  const isMatrix = verdict.shape === "matrix";
  const inColumns = verdict.samplesIn === "columns";
  const names = inColumns ? idsOf(content) : content.shape === "matrix" ? content.names : (file.header?.slice(1) ?? []);
  const summary = isMatrix ? names.filter(isSummaryName) : [];
  const shape = isMatrix
    ? inColumns
      ? [facts.rows - summary.length, facts.numericOthers]
      : [facts.numericOthers - summary.length, facts.rows]
    : [facts.rows, facts.others + apart.size + 1];
  const doubts = isMatrix ? [...saidOfAnnotations(apart), ...saidOfSummary(summary)] : saidOfSummaryInTable(content);
  return {
    ...nothing,
    why: [...why, ...verdict.why],
    artifact: isMatrix ? "assay" : "table",
    shape,
    samplesIn: isMatrix ? verdict.samplesIn : null,
    columns: columnsOf(content),
    issues: [
      ...issuesOf(file, name),
      ...doubts.map((message): Issue => ({ rule: ruleOf(message), severity: "warning", line: null, field: null, message })),
      ...(isMatrix && !isDeclared ? saidOfSide({ ...facts, sheet: null }).map((message) => sideIssue(message, inColumns)) : []),
      ...(verdict.duplicatesOnly ? repeatedIdentifiers(file) : []),
    ],
    preview: previewOf(content, corner),
    keys: keysOf(file),
  };
}

/** By names it is a note; by size alone it is doubtful. */
const sideIssue = (message: Sentence, inColumns: boolean): Issue => ({
  rule: "samples-side",
  severity: message.key.endsWith("-size") ? "warning" : "note",
  line: null,
  field: null,
  message,
  fix: { path: ["samplesIn"], value: inColumns ? "rows" : "columns" },
});

const ruleOf = ({ key }: Sentence): string => key.slice(key.indexOf(".") + 1);

/** Of the rows of a matrix. */
function idsOf(content: RowsContent): readonly string[] {
  if (content.shape === "matrix") return content.ids.texts;
  const first = content.table.columns[0];
  return first?.type === "text" ? first.dictionary : [];
}

/** What its type says of it: its shape, its columns at a glance and its first rows, where it has any. */
function wholeSeen(file: ReadFile, name: string, why: readonly Sentence[], artifact: Artifact): Seen {
  const columns = columnSummaries(artifact, "values", { top: 1, bins: 1, most: mostColumns }) ?? [];
  const shown = windowOfArtifact(artifact, { offset: 0, limit: 5, columns: { offset: 0, limit: 30 } });
  return {
    ...nothing,
    why,
    artifact: artifact.type,
    shape: summaryOf(artifact).shape,
    columns: columns.slice(0, mostColumns).map(({ name, type, semantic = "text", missing, distinct }) => ({
      name,
      type,
      semantic,
      missing,
      distinct,
    })),
    issues: issuesOf(file, name),
    preview: { columns: shown?.columns.map(({ name }) => name) ?? [], rows: shown?.rows ?? [] },
  };
}

function columnsOf(content: RowsContent): InspectedColumn[] {
  if (content.shape === "table") return inspected(content.table);
  const width = content.names.length;
  const rows = content.ids.codes.length;
  const id: InspectedColumn = {
    name: content.corner,
    type: "text",
    semantic: "identifier",
    missing: 0,
    distinct: content.ids.texts.length,
  };
  const beside = inspected({ type: "table", rowCount: rows, columns: content.declared?.rows ?? [] });
  const numbers = content.names.slice(0, mostColumns - 1).map((name, column): InspectedColumn => {
    const seen = new Set<number>();
    let missing = 0;
    for (let row = 0; row < rows; row++) {
      const value = content.data[row * width + column] as number;
      if (value !== value) missing++;
      else seen.add(value);
    }
    return {
      name,
      type: content.isCounts ? "int32" : "float64",
      semantic: content.isCounts ? "count" : "number",
      missing,
      distinct: seen.size,
    };
  });
  return [id, ...beside, ...numbers].slice(0, mostColumns);
}

const inspected = (table: Table): InspectedColumn[] =>
  withSemantics({ ...table, columns: table.columns.slice(0, mostColumns) }).columns.map((column) => {
    const { name, type, missing, distinct } = columnSummary(column, { top: 1, bins: 1 });
    return { name, type, semantic: column.semantic ?? "text", missing, distinct };
  });

function previewOf(content: RowsContent, corner: string): Inspection["preview"] {
  if (content.shape === "table") {
    const columns = content.table.columns.slice(0, 30);
    const rows = Math.min(5, content.table.rowCount);
    return {
      columns: columns.map((column) => column.name),
      rows: Array.from({ length: rows }, (_, row) => columns.map((column) => cellJson(column, row))),
    };
  }
  const shown = content.names.slice(0, 29);
  const width = content.names.length;
  return {
    columns: [corner, ...shown],
    rows: Array.from({ length: Math.min(5, content.ids.codes.length) }, (_, row) => [
      content.ids.texts[content.ids.codes[row] as number] as string,
      ...shown.map((_name, column) => {
        const value = content.data[row * width + column] as number;
        return Number.isFinite(value) ? value : null;
      }),
    ]),
  };
}

/** Beyond this many values a column is no list of samples. */
const mostKeys = 50_000;

function keysOf({ content, header }: ReadFile<RowsContent>): FileKeys {
  if (content.shape === "matrix") {
    const ids = content.ids.texts.length <= mostKeys ? content.ids.texts : [];
    return {
      header: content.names,
      columns: ids.length > 0 ? [{ name: content.corner, values: ids }] : [],
      rows: content.ids.codes.length,
    };
  }
  const { table } = content;
  const columns = table.columns.slice(0, 200).flatMap((column) => {
    if (column.type === "float64" || column.type === "boolean" || table.rowCount > mostKeys) return [];
    const values = Array.from({ length: table.rowCount }, (_, row) => String(cellJson(column, row) ?? "")).filter(
      (value) => value !== "",
    );
    return new Set(values).size === values.length && values.length > 0 ? [{ name: column.name, values }] : [];
  });
  return { header: header?.slice(1) ?? [], columns, rows: table.rowCount };
}

function issuesOf(file: ReadFile, name: string): Issue[] {
  const issues: Issue[] = [];
  const add = (
    rule: "ending" | "excel-date" | "part",
    severity: Issue["severity"],
    params: JsonObject,
    line: number | null = null,
  ): void => {
    issues.push({ rule, severity, line, field: null, message: loadWords.sentence(`issue-${rule}`, params) });
  };
  const other = otherEnding(name, file.recognised.format, file.compression);
  if (other) add("ending", "warning", { name, ending: other.ending, format: other.content });
  const { content } = file;
  const dates = content.shape === "whole" ? [] : namesTurnedIntoDates({ ...file, content });
  // One by one while they are few; else once, with their rows.
  const [firstDate] = dates;
  if (dates.length <= 3) for (const { line, shown } of dates) add("excel-date", "warning", { shown }, line);
  else if (firstDate) {
    const cells = dates.slice(0, 30).map(({ line, shown }) => `${shown} (${line})`);
    const message = loadWords.sentence("log-dates", { count: dates.length, cells });
    issues.push({ rule: "excel-date", severity: "warning", line: firstDate.line, field: null, message });
  }
  issues.push(...file.issues);
  if (!file.whole) add("part", "note", {});
  if (content.shape === "table") issues.push(...columnIssues(content.table, file.lineOf, mostColumns));
  return issues;
}

/** A matrix but for a few names that stand in several rows: loading it will ask what to do, so it is said before. */
function repeatedIdentifiers(file: ReadFile<RowsContent>): Issue[] {
  const { content } = file;
  const first = content.shape === "table" ? content.table.columns[0] : null;
  const ids =
    content.shape === "matrix"
      ? { codes: content.ids.codes, texts: content.ids.texts }
      : first?.type === "text"
        ? { codes: first.codes, texts: first.dictionary }
        : null;
  if (!ids) return [];
  const counts = new Uint32Array(ids.texts.length);
  for (const code of ids.codes) counts[code] = (counts[code] as number) + 1;
  const repeated = [...counts.keys()].filter((code) => (counts[code] as number) > 1 && ids.texts[code] !== "");
  if (repeated.length === 0) return [];
  const names = repeated.slice(0, 3).map((code) => ids.texts[code] as string);
  const row = ids.codes.lastIndexOf(repeated[0] as number);
  const field = content.shape === "matrix" ? content.corner : (first?.name ?? null);
  const message: Sentence = loadWords.sentence("issue-repeated-identifiers", { count: repeated.length, names });
  return [{ rule: "repeated-identifiers", severity: "warning", line: file.lineOf(row), field, message }];
}

/** The same with sentences: what `genomecraft inspect --json` prints. */
export function inspectionInWords({ others, ...inspection }: Inspection, locale: Locale): JsonObject {
  return { ...inWords(inspection, locale), others: others.map((seen) => inWords(seen, locale)) };
}

function inWords<S extends Seen>({ keys: _keys, why, issues, ...rest }: S, locale: Locale): JsonObject {
  return {
    ...(rest as object),
    why: why.map(({ key, params }) => message(key, params, locale)),
    issues: issues.map(({ message: { key, params }, ...issue }) => ({ ...issue, message: message(key, params, locale) })),
  };
}
