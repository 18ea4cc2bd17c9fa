// How the lines of a format of places are laid out: its columns in their order, with their types and meanings.

import type { ColumnMore } from "../../../artifacts/table.ts";
import type { CellType } from "./cell-sinks.ts";

export interface LaidColumn {
  readonly name: string;
  readonly type: CellType;
  readonly more?: ColumnMore;
  /** A point stands for nothing. */
  readonly dots?: boolean;
  /** The number by which the standard says that there is none. */
  readonly nothing?: number;
  /** NA stands for nothing in a whole number, too. */
  readonly knowsWords?: boolean;
  /** Lines without it are refused. */
  readonly isNeeded?: boolean;
  /** The least number that may stand there: where a chromosome begins. */
  readonly least?: number;
  /** The column whose starts it ends: lines where it ends before it starts are refused. */
  readonly endsOf?: string;
  /** What is none of the column is missing, and told. */
  readonly isLenient?: boolean;
  /** + - or a point, and what else the standard has. */
  readonly strands?: string;
}

export const chromosomeColumn = (name = "chromosome"): LaidColumn => ({
  name,
  type: "text",
  isNeeded: true,
  more: { semantic: "chromosome" },
});

/** [start, end) from 0 or [start, end] from 1. */
export const startColumn = (origin: 0 | 1, name = "start"): LaidColumn => ({
  name,
  type: "whole",
  isNeeded: true,
  least: origin,
  more: { semantic: "start", origin },
});

export const endColumn = (name = "end", endsOf = "start"): LaidColumn => ({
  name,
  type: "whole",
  isNeeded: true,
  endsOf,
  more: { semantic: "end" },
});

export const strandColumn = (name = "strand", strands = "+-"): LaidColumn => ({
  name,
  type: "text",
  dots: true,
  strands,
  more: { semantic: "strand" },
});

export const textCells = (name: string, more: ColumnMore = {}): LaidColumn => ({ name, type: "text", dots: true, more });
export const wholeCells = (name: string, more: ColumnMore = {}): LaidColumn => ({ name, type: "whole", dots: true, more });
export const numberCells = (name: string, more: ColumnMore = {}, nothing?: number): LaidColumn => ({
  name,
  type: "number",
  dots: true,
  more,
  ...(nothing === undefined ? {} : { nothing }),
});
