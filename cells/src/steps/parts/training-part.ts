// The rows that a step may learn from: those of the training, where a column of the meaning "split" says which these are (of a
// matrix a column of its samples); else all. What is taken of them is applied to all rows.

import type { Assay, Column, Table } from "../../artifacts/artifact.ts";
import { cellString, isMissing, takeRows } from "../../artifacts/table.ts";
import type { StepScope } from "../../contract/step.ts";
import { words } from "../words.ts";
import { refuse } from "./step-scope.ts";
import { takeSamples } from "./take-samples.ts";

export interface TrainingPart {
  readonly data: Table | Assay;
  /** How many rows, or samples, these are, and of how many. */
  readonly rows: number;
  readonly of: number;
  /** The column that says so; null: all rows. */
  readonly split: string | null;
}

/** What a column of parts calls the part that is learned from. */
export const isTraining = (part: string): boolean => /^train(?:ing)?$/i.test(part.trim());

/** The column that says into which part each row falls, or null. Of two the first. */
export const splitColumn = ({ columns }: Table): Column | null => columns.find(({ semantic }) => semantic === "split") ?? null;

export function trainingPart(data: Table | Assay, scope: StepScope): TrainingPart {
  const table: Table = data.type === "table" ? data : data.samples;
  const column = splitColumn(table);
  if (!column) return { data, rows: table.rowCount, of: table.rowCount, split: null };
  const rows: number[] = [];
  for (let row = 0; row < table.rowCount; row++)
    if (!isMissing(column, row) && isTraining(cellString(column, row))) rows.push(row);
  if (rows.length === 0) return refuse(scope, words, "no-training-rows", { column: column.name });
  const part = data.type === "table" ? takeRows(data, rows) : takeSamples(data, Int32Array.from(rows));
  return { data: part, rows: rows.length, of: table.rowCount, split: column.name };
}
