// A notebook file with its data, ready to be run: parsed, its files found and their digests compared, parameters set.

import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { type Failure, FailureError } from "@genomecraft/cells/base/failure.ts";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { Json, JsonObject } from "@genomecraft/cells/base/json.ts";
import { err, ok, type Result } from "@genomecraft/cells/base/result.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import { checkedValue } from "@genomecraft/cells/kinds/parameter/execute.ts";
import type { Control, ParameterSpec } from "@genomecraft/cells/kinds/parameter/spec.ts";
import { kindOf, kinds } from "@genomecraft/cells/kinds.ts";
import { type FileRef, isFileRef } from "@genomecraft/cells/base/refs.ts";
import { type Cell, type Notebook } from "@genomecraft/cells/notebook/notebook.ts";
import { type FileProblem, parseNotebookFile } from "@genomecraft/cells/notebook/notebook-file.ts";
import { nearestName } from "@genomecraft/cells/notebook/cell-name.ts";
import { FileDigests } from "./local-file.ts";
import { words as cliWords } from "@genomecraft/cells/messages/cli/words.ts";

export interface OpenedNotebook {
  readonly notebook: Notebook;
  /** The notebook's file, absolute. */
  readonly file: string;
  /** The folder of its results. */
  readonly folder: string;
  /** Cells whose data are not what the notebook says. */
  readonly dataProblems: ReadonlyMap<CellId, Failure>;
  /** Where a file of the notebook is on this disk, by digest. */
  readonly paths: ReadonlyMap<string, string>;
}

export type OpenRefusal =
  | { readonly what: "unreadable"; readonly failure: Failure }
  | { readonly what: "wrong"; readonly problems: readonly FileProblem[] }
  | { readonly what: "usage"; readonly failure: Failure }
  | ({ readonly what: "value"; readonly failure: Failure } & GivenValue);

/** A value for the parameter cell of that name, as it was typed. */
export interface GivenValue {
  readonly name: string;
  readonly text: string;
}

/** Reads and checks; runs nothing. `rehash`: digests of data files are taken from their bytes, not remembered by size and time. */
export async function openNotebook(
  file: string,
  set: readonly GivenValue[] = [],
  { rehash = false }: { readonly rehash?: boolean } = {},
): Promise<Result<OpenedNotebook, OpenRefusal>> {
  const at = path.resolve(file);
  let bytes: Buffer;
  try {
    bytes = await readFile(at);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "file-not-found" : code === "EISDIR" ? "file-is-folder" : "file-unreadable";
    return err({ what: "unreadable", failure: cliWords.failure(reason, { file, detail: code ?? "" }) });
  }
  if (!isUtf8(bytes)) return err({ what: "unreadable", failure: cliWords.failure("file-not-text", { file }) });
  const text = new TextDecoder().decode(bytes);
  const home = path.dirname(at);
  const folder = path.join(home, ".genomecraft");
  const digests = new FileDigests(folder, rehash);
  /** Data stand beside the notebook: an absolute path is another file on every machine. */
  const beside = (named: string) => (path.isAbsolute(named) ? null : digests.of(path.resolve(home, named)));
  const fileAt = (named: string): FileRef | null => {
    const found = beside(named);
    // A folder is one data set, called as the archive that a browser makes of it.
    const name = found?.isFolder ? `${path.basename(path.resolve(home, named))}.zip` : path.basename(named);
    return found ? { digest: found.digest, name, size: found.size, path: named } : null;
  };
  const parsed = parseNotebookFile(text, kindOf, { fileAt, kindNames: Object.keys(kinds) });
  if (!parsed.ok) return err({ what: "wrong", problems: parsed.error });

  const paths = new Map<string, string>();
  const dataProblems = new Map<CellId, Failure>();
  for (const cell of parsed.value.cells) {
    for (const ref of filesIn(cell.spec)) {
      if (ref.path === undefined) continue;
      const here = path.resolve(home, ref.path);
      const found = beside(ref.path);
      // A file that is not there is missed only by a cell whose result is not there either.
      if (!found) continue;
      if (found.digest === ref.digest) paths.set(ref.digest, here);
      else
        dataProblems.set(
          cell.id,
          cliWords.failure("data-changed", {
            file: ref.path,
            expected: ref.digest.slice(0, 12),
            found: found.digest.slice(0, 12),
          }),
        );
    }
  }
  digests.save();
  const changed = withParameters(parsed.value, set);
  if (!changed.ok) return changed;
  return ok({ notebook: changed.value, file: at, folder, dataProblems, paths });
}

export function filesIn(spec: Json): readonly FileRef[] {
  if (isFileRef(spec)) return [spec];
  if (Array.isArray(spec)) return spec.flatMap((item: Json) => filesIn(item));
  if (typeof spec === "object" && spec !== null) return Object.values(spec as JsonObject).flatMap(filesIn);
  return [];
}

/** The cell of that name, or a failure that names the nearest. */
export function cellNamed(notebook: Notebook, name: string, among = (_cell: Cell): boolean => true): Result<Cell, Failure> {
  const cells = notebook.cells.filter((cell) => cell.deletedAt === null && among(cell));
  const found = cells.find((cell) => cell.name.toLowerCase() === name.toLowerCase()) ?? cells.find((cell) => cell.id === name);
  if (found) return ok(found);
  const names = cells.map((cell) => cell.name).filter(Boolean);
  const nearest = nearestName(name, names);
  return err(
    nearest
      ? cliWords.failure("cell-unknown-near", { name, nearest, available: names.join(", ") })
      : cliWords.failure("cell-unknown", { name, available: names.join(", ") }),
  );
}

function withParameters(notebook: Notebook, set: readonly GivenValue[]): Result<Notebook, OpenRefusal> {
  let { cells } = notebook;
  for (const given of set) {
    const found = cellNamed({ ...notebook, cells }, given.name, (cell) => cardOf(cell.kind)?.control !== undefined);
    if (!found.ok) return err({ what: "usage", failure: found.error });
    const spec = kinds.parameter.schema.safeParse(found.value.spec);
    // A parameter that is wrong itself says so when the notebook runs.
    const value = spec.success ? valueFor(spec.data, given.text) : ok(given.text);
    if (!value.ok) return err({ what: "value", failure: value.error, ...given });
    cells = cells.map((cell) => (cell === found.value ? { ...cell, spec: { ...cell.spec, value: value.value } } : cell));
  }
  return ok({ ...notebook, cells });
}

/** Controls whose value is a text: `7` is a feature's id there, no number. */
const takesText: ReadonlySet<Control["type"]> = new Set(["text", "choice", "date", "column", "feature", "sample"]);

/** What was typed as the control's value; what depends on the cell that it picks from is checked when that has run. */
function valueFor({ control }: ParameterSpec, text: string): Result<Json, Failure> {
  let value: Json = text;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    // Plain text.
  }
  if (takesText.has(control.type) && typeof value !== "string") value = text;
  try {
    return ok(checkedValue(control, value, null));
  } catch (error) {
    if (error instanceof FailureError) return err(error.failure);
    throw error;
  }
}
