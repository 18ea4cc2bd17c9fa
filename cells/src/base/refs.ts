// References that a spec holds: to an output of another cell, to a file. Found anywhere in a spec, without its schema.
// Types and not interfaces, which the compiler does not take for JSON.

import type { CellId } from "./ids.ts";
import type { Json, JsonObject } from "./json.ts";

/**
 * A field of a spec that takes its value from another cell: exactly these keys, found anywhere in a spec. In files `=name`
 * or `=name.port`.
 */
export type CellRef = {
  readonly ref: CellId;
  /** Output port; absent = the kind's main output. */
  readonly port?: string;
};

/** Bytes that a lab uploaded. Only `digest` enters a key; the rest says where to find them. In files `{path, digest}`. */
export type FileRef = {
  readonly digest: string;
  readonly name: string;
  readonly size: number;
  readonly path?: string;
  readonly dataset?: string;
  readonly version?: number;
};

/** A file, or the one of its parts that is meant where it is several. */
export type FileOrPart = FileRef & { readonly part?: string };

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
