// Whether what was read is a matrix, by the file, the spec and the sample sheet; and the matrix.

import type { Assay, Table } from "../../artifacts/artifact.ts";
import { infiniteValues } from "../../artifacts/infinite-values.ts";
import { cellString, isMissing, textsOf } from "../../artifacts/table.ts";
import { FailureError } from "../../base/failure.ts";
import type { FileContent, Issue, RowsContent } from "../../contract/format.ts";
import { matchSamples, type SampleMatch } from "../../formats/parts/match-samples.ts";
import {
  type Apart,
  apartIn,
  doubt,
  issuesOfApart,
  issuesOfSummary,
  issuesOfText,
  issuesOfUnlike,
  noneApart,
  withoutNames,
} from "../../formats/parts/doubts/of-matrices.ts";
import { factsOf, matrixOfRows, type MatrixRows, matrixRows } from "../../formats/parts/matrix-of-content.ts";
import { declared, issuesOfSide, matrixOrTable, sideByNames } from "../../formats/parts/matrix-or-table.ts";
import { rowsTooClose } from "../../formats/parts/float32-digits.ts";
import { summaryFeatures, summarySamples } from "../../formats/parts/summary-rows.ts";
import { withoutFeatures } from "../../formats/parts/without-features.ts";
import type { Sentence } from "../../messages/sentence.ts";
import type { SamplesIn } from "../../formats/parts/samples-side.ts";
import type { SamplesRead } from "./guesses.ts";
import { issuesOfMatch, matchOf, refuseUnknownColumn, refuseUnmatched } from "./match-of.ts";
import { withSame } from "./same-samples.ts";
import type { LoadSpec } from "./spec.ts";
import { words as loadWords } from "../../formats/parts/words.ts";
import { words } from "./words.ts";

interface MatrixFound {
  readonly assay: Assay;
  /** What was guessed and is doubtful, and why it is a matrix. */
  readonly issues: readonly Issue[];
  readonly samples: SamplesRead;
}

/** Null: it is a table. Fails where the spec wants a matrix that it cannot be, or its samples are not in the sheet. */
export function matrixOf(file: FileContent<RowsContent>, spec: LoadSpec, sheet: Table | null): MatrixFound | null {
  const found = apartIn(file.content, spec.annotations);
  const isNamed = typeof spec.annotations !== "string";
  if (isNamed) refuseUnknown(file.content, found);
  const apart = sheet && !isNamed ? withoutNames(found, namesIn(sheet, spec.samplesBy)) : found;
  if (apart.names.size > 0 && (spec.samplesIn !== "rows" || isNamed)) {
    const beside = matrixBeside(apart, file, spec, sheet);
    // Columns of a sheet of samples are theirs, whatever they are called.
    if (beside !== "samples in rows") return beside;
  }
  const plain = matrixBeside({ ...noneApart, doubted: apart.doubted }, file, spec, sheet);
  return plain === "samples in rows" ? null : plain;
}

/** What stands in a sheet of samples, or in that column of it. */
const namesIn = (sheet: Table, column: string | null): ReadonlySet<string> =>
  new Set(
    sheet.columns
      .filter(({ name, type }) => type !== "float64" && (column === null || name === column))
      .flatMap((each) => textsOf(each).map((text) => text.trim())),
  );

/** A setting is obeyed or refused. */
function refuseUnknown(content: RowsContent, { names }: Apart): void {
  const columns = content.shape === "table" ? content.table.columns.slice(1).map(({ name }) => name) : content.names;
  const unknown = [...names].find((name) => !columns.includes(name));
  if (unknown === undefined) return;
  const available = columns.slice(0, 12);
  throw new FailureError(words.failure("annotations-no-column", { column: unknown, available }, { at: ["annotations"] }));
}

/** `apart`: columns that describe rows, given that samples are columns. */
function matrixBeside(
  apart: Apart,
  file: FileContent & { readonly content: RowsContent },
  spec: LoadSpec,
  sheet: Table | null,
): MatrixFound | "samples in rows" | null {
  const { content } = file;
  const isDeclared = content.shape === "matrix" && content.declared !== undefined;
  const corner = file.header?.[0] ?? "";
  const facts = factsOf(content, corner, apart.names);
  const isAsked = spec.read === "matrix" || sheet !== null;
  const wanted = isDeclared ? "columns" : spec.samplesIn;
  const only = wanted === "auto" ? undefined : wanted === "columns" ? ("header" as const) : ("rows" as const);
  const rows = isDeclared || facts.numericOthers > 0 ? matrixRows(content, apart.names) : null;
  const column = spec.samplesBy;
  if (sheet) refuseUnknownColumn(sheet, column);
  const matched =
    sheet && rows
      ? matchSamples({ header: rows.names, rows: rows.ids }, withSame(sheet, spec.sameSamples), {
          only,
          column,
          alike: spec.sampleNames === "alike",
        })
      : null;
  const side = matched?.side ?? null;
  const shape = { ...facts, sheet: side ? { header: side === "header", rows: side === "rows" } : null };
  const verdict = isDeclared ? declared : matrixOrTable(shape);
  const samplesIn = wanted === "auto" ? (side ? (side === "header" ? "columns" : "rows") : verdict.samplesIn) : wanted;
  if (apart.names.size > 0 && samplesIn === "rows" && spec.annotations === "apart") return "samples in rows";
  const isMatrix = isAsked || verdict.shape === "matrix" || (verdict.duplicatesOnly && facts.numericOthers === facts.others);
  if (!rows) {
    if (!isAsked) return null;
    throw new FailureError(loadWords.failure("matrix-no-numbers", {}, { at: ["read"], fix: { path: ["read"], value: "table" } }));
  }
  if (sheet && !matched) {
    const [names, others] = samplesIn === "columns" ? [rows.names, rows.ids] : [rows.ids, rows.names];
    refuseUnmatched({ names, others }, sheet, spec.sameSamples);
  }
  if (!isMatrix) return null;
  const match = matched && matchOf(matched, side === "header" ? rows.names.length : rows.ids.length);
  if (match && side === "header") refuseTextSamples(file, match);
  const { duplicates } = spec;
  const inColumns = samplesIn === "columns";
  const left = spec.summaryRows !== "keep" ? summaryFeatures(rows, inColumns) : [];
  // A sheet of samples says itself which rows are samples.
  const totals = spec.summaryRows !== "keep" && !inColumns && !match ? summarySamples(rows) : [];
  const kept = withoutFeatures(withoutFeatures(rows, left, inColumns), totals, true);
  const written = namesAsWritten(file, kept);
  const assay = matrixOfRows({ ...kept, corner }, { samplesIn, match, sheet, duplicates, written, lineOf: file.lineOf });
  const rounded = kept.rounded > 0 ? [doubt(loadWords.sentence("log-rounded", { count: kept.rounded }))] : [];
  const close = kept.isCounts ? [] : [...issuesOfClose(assay), ...issuesOfInfinite(assay)];
  const names = [
    ...left.map((at) => (inColumns ? rows.ids : rows.names)[at] as string),
    ...totals.map((at) => rows.ids[at] as string),
  ];
  const turned = wanted === "auto" ? issuesOfSide(shape) : [];
  const doubts = [
    ...issuesOfApart(spec.annotations === "apart" ? apart : noneApart),
    ...(spec.annotations === "apart" && inColumns && !isDeclared && !match ? issuesOfUnlike(apart, rows) : []),
    ...issuesOfText(rows.beside, apart.names, inColumns),
    ...issuesOfSummary(names),
  ];
  const why = verdict.shape === "matrix" ? verdict.why.map(note) : [];
  const samples = samplesRead({
    samplesIn,
    match,
    told: isDeclared ? "columns" : sideByNames(facts),
    setApart: apart.names.size,
  });
  return {
    assay,
    samples,
    issues: [...(match ? issuesOfMatch(match, spec.sameSamples) : []), ...turned, ...doubts, ...rounded, ...close, ...why],
  };
}

/**
 * A side that a setting or the size alone chose may be that of the features, and then each person is one; and without a sheet it
 * is by its name that a column was taken for none of a sample.
 */
function samplesRead(of: {
  readonly samplesIn: SamplesIn;
  readonly match: SampleMatch | null;
  readonly told: SamplesIn | null;
  readonly setApart: number;
}): SamplesRead {
  const { samplesIn, match, told, setApart } = of;
  if (match === null) return told !== samplesIn ? "doubtful" : setApart > 0 ? "some" : "all";
  if ((match.side === "header" ? "columns" : "rows") !== samplesIn || (told !== null && told !== samplesIn)) return "doubtful";
  return match.onlyInMatrix.length > 0 ? "some" : "all";
}

/** What stands in the file over the columns of a matrix: a table's own names are there once each. */
function namesAsWritten({ content, header }: FileContent<RowsContent>, { names, columnOf }: MatrixRows): readonly string[] {
  if (content.shape !== "table" || header?.length !== content.table.columns.length) return names;
  return names.map((name, at) => header[columnOf(at) - 1] || name);
}

/** Features in which 32 bits hardly tell the samples apart. */
function issuesOfClose({ values, features, sampleCount }: Assay): readonly Issue[] {
  const rows = values.layout === "dense" ? rowsTooClose(values.data, sampleCount) : [];
  const [ids] = features.columns;
  if (rows.length === 0 || !ids) return [];
  const names = rows.slice(0, 5).map((row) => cellString(ids, row));
  return [doubt(loadWords.sentence("log-too-close", { count: rows.length, names, more: rows.length > 5 ? ", …" : "" }))];
}

/** Sums, means and logarithms of them are none: said where they come from. */
function issuesOfInfinite(assay: Assay): readonly Issue[] {
  const found = infiniteValues(assay);
  return found ? [doubt(loadWords.sentence("infinite-in-matrix", { ...found }))] : [];
}

/** A sample that holds text is not left out as if it were not there. */
function refuseTextSamples({ content, lineOf }: FileContent<RowsContent>, { onlyInSheet }: SampleMatch): void {
  if (content.shape === "matrix") return;
  const wanted = new Set(onlyInSheet);
  const column = content.table.columns.find(({ name, type }, at) => at > 0 && type === "text" && wanted.has(name.trim()));
  if (column?.type !== "text") return;
  const odd = column.codes.findIndex(
    (code, at) => !isMissing(column, at) && !/^[+-]?[\d.]+$/.test(column.dictionary[code] ?? ""),
  );
  const row = odd < 0 ? 0 : odd;
  const params = { column: column.name, value: column.dictionary[column.codes[row] as number] ?? "", line: lineOf(row) };
  throw new FailureError(words.failure("sample-not-numbers", params, { at: ["samples"] }));
}

const note = (message: Sentence): Issue => ({ ...doubt(message), severity: "note" });
