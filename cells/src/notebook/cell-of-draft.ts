// A cell of a notebook out of what its block in the file says: references and files found, fields completed and checked.
// Called by notebook-file.ts.

import type { CellId } from "../base/ids.ts";
import { isJsonObject, type Json, type JsonObject, type JsonPath } from "../base/json.ts";
import type { FileRef } from "../base/refs.ts";
import type { Kind } from "../contract/kind.ts";
import { recipeEnding } from "../contract/recipe-file.ts";
import { words as generalWords } from "../messages/general/words.ts";
import { nameKey, nearestName } from "./cell-name.ts";
import { fileProblem, type FileProblem } from "./file-blocks.ts";
import { decodeRefs } from "./file-refs.ts";
import { isCodeKind } from "./file-shape.ts";
import { migrateSpec } from "./migrations.ts";
import type { Cell, CellMode } from "./notebook.ts";
import { specFailure } from "./spec-failure.ts";
import { completeSpec } from "./spec-value.ts";

export interface ParseOptions {
  /** Completes `{path: …}` that says no digest, for files written by hand; null when there is no such file. */
  readonly fileAt?: (path: string) => FileRef | null;
  /** Names of kinds, for "did you mean". */
  readonly kindNames?: readonly string[];
}

export interface Draft {
  readonly line: number;
  readonly kind: Kind;
  readonly id: CellId;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly mode: CellMode;
  readonly specVersion: number;
  readonly written: JsonObject;
  readonly lineOf: (path: JsonPath) => number;
}

interface Around {
  readonly find: (name: string) => CellId | null;
  readonly drafts: readonly Draft[];
  readonly options: ParseOptions;
  readonly problems: FileProblem[];
}

export function toCell(draft: Draft, order: string, { find, drafts, options, problems }: Around): Cell {
  const { kind, line, lineOf } = draft;
  const before = problems.length;
  // The text of a code cell is itself, whatever it begins with.
  const textField = isCodeKind(kind) ? (kind.textFields[0] as string) : null;
  const own = textField === null ? undefined : draft.written[textField];
  const fields = Object.fromEntries(Object.entries(draft.written).filter(([field]) => field !== textField));
  const decoded = decodeRefs(fields, find, (written, path) => {
    const name = written.replace(/\..*$/su, "");
    const near = nearestName(
      name,
      drafts.map((other) => other.name).filter((other) => other !== ""),
    );
    problems.push(
      near && nameKey(near) !== nameKey(name)
        ? fileProblem(lineOf(path), "file-ref-near", { name: written, near })
        : fileProblem(lineOf(path), "file-ref-unknown", { name: written }),
    );
  });
  const located = options.fileAt
    ? withFiles(decoded, options.fileAt, (path, at) => problems.push(fileProblem(lineOf(at), "file-data-missing", { path })))
    : decoded;
  let spec = completeSpec(
    kind,
    textField === null || own === undefined ? (located as JsonObject) : { ...(located as JsonObject), [textField]: own },
  );
  if (problems.length === before) {
    const check = (candidate: JsonObject) => kind.schema.safeParse(migrateSpec(kind, candidate, draft.specVersion));
    try {
      const parsed = check(spec);
      if (!parsed.success) {
        const filled = withEmptyNulls(kind, spec);
        if (filled !== spec && check(filled).success) spec = filled;
        else {
          const found = specFailure(parsed.error.issues, spec);
          problems.push({ line: found.at && found.at.length > 0 ? lineOf(found.at) : line, failure: found });
        }
      }
    } catch (error) {
      problems.push({
        line,
        failure: generalWords.failure("spec-invalid", {
          detail: error instanceof Error ? error.message : String(error),
          field: kind.kind,
        }),
      });
    }
  }
  const sorted = Object.fromEntries(Object.entries(spec).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    id: draft.id,
    kind: kind.kind,
    name: draft.name,
    aliases: draft.aliases,
    spec: sorted,
    specVersion: draft.specVersion,
    mode: draft.mode,
    order,
    deletedAt: null,
  };
}

/** Fields that a new cell has empty and that the file leaves out. */
function withEmptyNulls(kind: Kind, spec: JsonObject): JsonObject {
  const lacking = Object.keys(kind.empty).filter((field) => kind.empty[field] === null && spec[field] === undefined);
  return lacking.length === 0 ? spec : { ...spec, ...Object.fromEntries(lacking.map((field) => [field, null])) };
}

/** Under `file` of a cell, or of what it lists (views of features), a text is a path; so is a recipe's where steps are read from. */
function isBarePath(value: string, at: JsonPath): boolean {
  const field = at.at(-1);
  if (field === "file") return at.length === 1 || (at[0] === "views" && at.length === 3);
  return field === "from" && at[0] === "steps" && at.length === 3 && value.endsWith(recipeEnding);
}

/** Completes `{path}` and `{path, name}`, and a bare path, to whole references of files. */
function withFiles(
  value: Json,
  fileAt: (path: string) => FileRef | null,
  missing: (path: string, at: JsonPath) => void,
  at: JsonPath = [],
): Json {
  if (Array.isArray(value)) return value.map((item: Json, index) => withFiles(item, fileAt, missing, [...at, index]));
  if (typeof value === "string" && isBarePath(value, at)) return withFiles({ path: value }, fileAt, missing, at);
  if (!isJsonObject(value)) return value;
  const { path, name, digest } = value;
  const isLocator =
    typeof path === "string" && digest === undefined && Object.keys(value).every((key) => key === "path" || key === "name");
  if (!isLocator)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withFiles(item, fileAt, missing, [...at, key])]));
  const found = fileAt(path);
  if (!found) {
    missing(path, at);
    return value;
  }
  return { ...found, path, ...(typeof name === "string" ? { name } : {}) };
}
