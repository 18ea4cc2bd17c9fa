// The notebook as plain data: what the document says, never what was computed. Written by operations only
// (operation.ts), kept as Yjs by y-notebook.ts, as text by notebook-file.ts.

import type { CellId } from "../base/ids.ts";
import type { Json, JsonObject } from "../base/json.ts";

export interface Notebook {
  /** `nb_…`, where the notebook has one: in files, and in documents of a server. */
  readonly id?: string;
  readonly title: string;
  /** In order of `order`, ties by id; cells in the bin are here too, with `deletedAt`. */
  readonly cells: readonly Cell[];
  readonly layout: DashboardLayout;
}

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

/** A field of a spec that takes its value from another cell: exactly these keys, found anywhere in a spec. In files `=name` or `=name.port`. */
export interface CellRef {
  readonly ref: CellId;
  /** Output port; absent = the kind's main output. */
  readonly port?: string;
}

/** Bytes that a lab uploaded. Only `digest` enters a key; the rest says where to find them. In files `{path, digest}`. */
export interface FileRef {
  readonly digest: string;
  readonly name: string;
  readonly size: number;
  readonly path?: string;
  readonly dataset?: string;
  readonly version?: number;
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

export const isCellRef = (value: unknown): value is CellRef => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const keys = Object.keys(value);
  const ref = (value as { ref?: unknown }).ref;
  return typeof ref === "string" && keys.every((key) => key === "ref" || key === "port");
};

export const isFileRef = (value: unknown): value is FileRef =>
  typeof value === "object" &&
  value !== null &&
  typeof (value as { digest?: unknown }).digest === "string" &&
  typeof (value as { name?: unknown }).name === "string" &&
  typeof (value as { size?: unknown }).size === "number";

/** Every reference in a spec, in the order of its sorted keys, with where it stands. */
export function refsInSpec(spec: Json): { readonly ref: CellRef; readonly path: readonly (string | number)[] }[] {
  const found: { ref: CellRef; path: readonly (string | number)[] }[] = [];
  const walk = (value: Json, path: readonly (string | number)[]): void => {
    if (isCellRef(value)) found.push({ ref: value, path });
    else if (Array.isArray(value)) value.forEach((item: Json, index) => walk(item, [...path, index]));
    else if (typeof value === "object" && value !== null) {
      for (const key of Object.keys(value).sort()) walk((value as JsonObject)[key] as Json, [...path, key]);
    }
  };
  walk(spec, []);
  return found;
}
