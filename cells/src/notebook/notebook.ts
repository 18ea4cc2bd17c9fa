// The notebook as plain data: what the document says, never what was computed. Written by operations only
// (operation.ts), kept as Yjs by y-shape.ts, as text by notebook-file.ts.

import type { CellId } from "../base/ids.ts";
import type { JsonObject } from "../base/json.ts";

export interface Notebook {
  /** `nb_…`, where the notebook has one: in files, and in documents of a server. */
  readonly id?: string;
  readonly title: string;
  /** In order of `order`, ties by id; cells in the bin are here too, with `deletedAt`. */
  readonly cells: readonly Cell[];
  readonly layout: DashboardLayout;
}

/** Cells outside the bin that are added by operations and looked into by the graph (SPEC, L-4). */
export const mostCells = 2000;

export type CellMode = "auto" | "manual" | "off";

export interface Cell {
  readonly id: CellId;
  readonly kind: string;
  /** What other cells refer to. Empty for notes, which need none. */
  readonly name: string;
  /** Former names that still resolve until another cell takes them. */
  readonly aliases: readonly string[];
  readonly spec: JsonObject;
  /** Shape of the spec (specVersion of the kind that wrote it). */
  readonly specVersion: number;
  readonly mode: CellMode;
  /** Fractional key: sorts cells; ties break by id. */
  readonly order: string;
  /** Milliseconds since the epoch, null outside the bin. */
  readonly deletedAt: number | null;
}

/** One tile per published cell; a grid of 12 columns, rows of 40 px. */
export interface DashboardLayout {
  readonly tiles: readonly DashboardTile[];
}
export interface DashboardTile {
  readonly cell: CellId;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** How many stand outside the bin. */
export const liveCells = ({ cells }: Notebook): number => cells.filter(({ deletedAt }) => deletedAt === null).length;
