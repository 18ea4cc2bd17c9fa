// What one file holds that was read, or one sheet of it: what loading it would give, with reasons, doubts, the first rows, and
// the names by which it is matched with others.

import { asWritten } from "../artifacts/as-written.ts";
import { summaryOf } from "../artifacts/artifact-summary.ts";
import type { Artifact, Table } from "../artifacts/artifact.ts";
import { sampleIds } from "../artifacts/assay.ts";
import { columnSummaries } from "../artifacts/column-summaries.ts";
import { columnCounts } from "../artifacts/column-counts.ts";
import { categoryOf } from "../artifacts/semantics.ts";
import { cellJson } from "../artifacts/table.ts";
import { windowOfArtifact } from "../artifacts/window-of-artifact.ts";
import { FailureError } from "../base/failure.ts";
import type { Sentence } from "../messages/sentence.ts";
import type { Fix, InspectedColumn, Issue, RowsContent } from "../contract/format.ts";
import {
  type Apart,
  apartIn,
  doubt,
  issuesOfApart,
  issuesOfColumnsInTable,
  issuesOfRowsInTable,
  issuesOfSummary,
  issuesOfUnlike,
  noneApart,
} from "../formats/parts/doubts/of-matrices.ts";
import { factsOf, matrixRows } from "../formats/parts/matrix-of-content.ts";
import { declared, issuesOfSide, issuesOfSmall, matrixOrTable } from "../formats/parts/matrix-or-table.ts";
import { issuesOfDesign } from "../formats/parts/design/of-design.ts";
import { refuseWide } from "../formats/parts/wide-tables.ts";
import { withoutOddCells } from "../formats/parts/odd-cells.ts";
import { rowsApart } from "../formats/parts/rows-below.ts";
import { summaryFeatures, summarySamples } from "../formats/parts/summary-rows.ts";
import { shareOf } from "../formats/parts/meanings/fit.ts";
import { withSemantics } from "../formats/parts/meanings/semantic-type.ts";
import type { Inspection, Seen } from "./inspection.ts";
import { issuesOfFile } from "./issues-of-file.ts";
import type { LoadSettings } from "../load-settings.ts";
import type { FileKeys } from "./match-files.ts";
import type { ReadFile } from "./read-file.ts";
import { words as loadWords } from "../formats/parts/words.ts";

const mostColumns = 1000;
export const nothing: Omit<Seen, "issues"> = {
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

export interface Looking {
  readonly name: string;
  readonly settings: LoadSettings;
  readonly why: readonly Sentence[];
}

export function seenIn(read: ReadFile, looking: Looking): Seen {
  const { settings } = looking;
  if (read.content.shape === "whole") return wholeSeen(read, looking, read.content.artifact);
  const isAsked = settings.read === "matrix";
  const apartOf = (content: RowsContent): Apart => apartIn(content, settings.annotations);
  const odd = isAsked ? withoutOddCells(read.content, apartOf(read.content).names, read.lineOf, settings.missing) : null;
  const content = odd?.content ?? read.content;
  const file = { ...read, content };
  const corner = file.header?.[0] ?? "";
  const isDeclared = content.shape === "matrix" && content.declared !== undefined;
  const weighed = (apart: Apart) => {
    const facts = factsOf(content, corner, apart.names);
    const verdict = isDeclared ? declared : matrixOrTable({ ...facts, sheet: null });
    const samplesIn = isDeclared || settings.samplesIn === "auto" ? verdict.samplesIn : settings.samplesIn;
    return { apart, facts, verdict, samplesIn };
  };
  const beside = weighed(apartOf(content));
  const { apart, facts, verdict, samplesIn } = beside.samplesIn === "columns" ? beside : weighed(noneApart);
  const isNumbered = verdict.duplicatesOnly && facts.numericOthers === facts.others && settings.duplicates === "suffix";
  const isMatrix = settings.read !== "table" && (isAsked || verdict.shape === "matrix" || isNumbered);
  if (isMatrix && !isDeclared && facts.numericOthers === 0)
    throw new FailureError(loadWords.failure("matrix-no-numbers", {}, { fix: { path: ["read"], value: "table" } }));
  if (!isMatrix && content.shape === "matrix") refuseWide(content.names.length + 1);
  const inColumns = samplesIn === "columns";
  const rows = isMatrix ? matrixRows(content, apart.names) : null;
  const features = rows && settings.summaryRows !== "keep" ? summaryFeatures(rows, inColumns) : [];
  const totals = rows && settings.summaryRows !== "keep" && !inColumns ? summarySamples(rows) : [];
  const summary = [
    ...features.map((at) => (inColumns ? rows?.ids : rows?.names)?.[at] ?? ""),
    ...totals.map((at) => rows?.ids[at] ?? ""),
  ];
  // What stands below the table is known where its end was read.
  const atEnd = file.whole && content.shape === "table" && !isMatrix ? content : null;
  const isLeft = settings.summaryRows === "leave-out-of-tables";
  const left = atEnd && isLeft ? rowsApart(atEnd.table, file.lineOf).length : 0;
  const shape = isMatrix
    ? inColumns
      ? [facts.rows - features.length, facts.numericOthers]
      : [facts.numericOthers - features.length, facts.rows - totals.length]
    : [facts.rows - left, facts.others + apart.names.size + 1];
  const isSideOpen = isMatrix && !isDeclared && settings.samplesIn === "auto";
  const mayDescribe = inColumns && !isDeclared && settings.annotations === "apart";
  const doubts = isMatrix
    ? [
        ...issuesOfApart(settings.annotations === "apart" ? apart : noneApart),
        ...(mayDescribe && rows ? issuesOfUnlike(apart, rows) : []),
        ...issuesOfSummary(summary),
        ...(odd?.said ?? []).map((message) => doubt(message)),
      ]
    : [
        ...issuesOfColumnsInTable(content),
        ...(atEnd && settings.summaryRows === "leave-out" ? issuesOfRowsInTable(atEnd, file.lineOf) : []),
        // Half a sheet has half a design.
        ...(atEnd ? issuesOfDesign(withSemantics(atEnd.table)) : []),
      ];
  return {
    ...nothing,
    why: [...looking.why, ...(settings.read === "auto" && !isNumbered ? verdict.why : [])],
    artifact: isMatrix ? "assay" : "table",
    shape,
    samplesIn: isMatrix ? samplesIn : null,
    columns: columnsOf(content),
    issues: [
      ...issuesOfFile(file, looking.name, mostColumns, looking.settings),
      ...doubts,
      ...(isSideOpen ? issuesOfSide({ ...facts, sheet: null }) : []),
      ...(!isMatrix && settings.read === "auto" ? issuesOfSmall({ ...facts, sheet: null }) : []),
      ...(verdict.duplicatesOnly && !isMatrix && settings.read === "auto" ? repeatedIdentifiers(file) : []),
    ],
    preview: previewOf(content, corner),
    keys: keysOf(file),
  };
}

/** What its type says of it: its shape, its columns at a glance and its first rows, where it has any. */
function wholeSeen(file: ReadFile, looking: Looking, given: Artifact): Seen {
  // What its format leaves open of a column is told from its values, as loading does.
  const artifact = given.type === "table" ? withSemantics(given) : given;
  const columns = columnSummaries(artifact, "values", { top: 1, bins: 1, most: mostColumns }) ?? [];
  const shown = windowOfArtifact(artifact, { offset: 0, limit: 5, columns: { offset: 0, limit: 30 } });
  return {
    ...nothing,
    why: looking.why,
    artifact: artifact.type,
    shape: summaryOf(artifact).shape,
    columns: columns.slice(0, mostColumns).map(({ name, type, semantic = "text", category, missing, distinct }) => ({
      name,
      type,
      semantic,
      category: categoryOf({ semantic, category }),
      share: null,
      of: 0,
      missing,
      distinct,
    })),
    issues: [
      ...issuesOfFile(file, looking.name, mostColumns, looking.settings),
      ...(artifact.type === "assay" ? issuesOfDesign(artifact) : []),
    ],
    samplesIn: artifact.type === "assay" ? "columns" : null,
    keys: keysOfWhole(artifact),
    preview: { columns: shown?.columns.map(({ name }) => name) ?? [], rows: shown?.rows ?? [] },
  };
}

/** Names of samples, by which a sheet that describes them is found. */
function keysOfWhole(artifact: Artifact): FileKeys {
  if (artifact.type !== "assay" || artifact.sampleCount > mostKeys) return nothing.keys;
  return { header: sampleIds(artifact), columns: [], rows: artifact.featureCount };
}

function columnsOf(content: RowsContent): InspectedColumn[] {
  if (content.shape === "table") return inspected(content.table);
  const width = content.names.length;
  const rows = content.ids.codes.length;
  const id: InspectedColumn = {
    name: content.corner,
    type: "text",
    semantic: "identifier",
    category: "identifier",
    share: null,
    of: content.ids.texts.length,
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
      category: "measurement",
      share: null,
      of: rows - missing,
      missing,
      distinct: seen.size,
    };
  });
  return [id, ...beside, ...numbers].slice(0, mostColumns);
}

const inspected = (table: Table): InspectedColumn[] =>
  withSemantics({ ...table, columns: table.columns.slice(0, mostColumns) }).columns.map((column) => {
    const { name, type, semantic = "text" } = column;
    const { share, of } = shareOf(column, semantic);
    return { name, type, semantic, category: categoryOf(column), share, of, ...columnCounts(column) };
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
        return Number.isFinite(value) ? asWritten(value) : null;
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
    if (column.type === "boolean" || table.rowCount > mostKeys) return [];
    // Whole numbers that a program wrote as 101.0 are identifiers still.
    if (column.type === "float64" && column.values.some((value, row) => column.valid?.[row] !== 0 && !Number.isInteger(value)))
      return [];
    const values = Array.from({ length: table.rowCount }, (_, row) => String(cellJson(column, row) ?? "")).filter(
      (value) => value !== "",
    );
    return new Set(values).size === values.length && values.length > 0 ? [{ name: column.name, values }] : [];
  });
  return { header: header?.slice(1) ?? [], columns, rows: table.rowCount };
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
  const fix: Fix = { path: ["duplicates"], value: "suffix" };
  return [{ rule: "repeated-identifiers", severity: "warning", line: file.lineOf(row), field, message, fix }];
}
