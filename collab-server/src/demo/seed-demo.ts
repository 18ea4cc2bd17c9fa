// The demonstration: the example notebooks with their data, once, in the lab of the first person. What she deletes later
// stays deleted.

import { createReadStream, existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import { isJsonObject, type Json, type JsonObject } from "@genomecraft/cells/base/json.ts";
import { kindOf, kinds } from "@genomecraft/cells/kinds.ts";
import { failureSentence } from "@genomecraft/cells/messages/catalogue.ts";
import { isFileRef, type FileRef } from "@genomecraft/cells/base/refs.ts";
import { type Notebook } from "@genomecraft/cells/notebook/notebook.ts";
import { parseNotebookFile, printNotebookFile } from "@genomecraft/cells/notebook/notebook-file.ts";
import type { Executor } from "@genomecraft/storage/database.ts";
import { attachDataset } from "../attach-dataset.ts";
import { addDataset } from "@genomecraft/storage/queries/datasets.ts";
import { isSeeded, lockSeeding } from "@genomecraft/storage/queries/demo.ts";
import { insertNotebook, setCellCount } from "@genomecraft/storage/queries/notebooks.ts";
import type { ServerContext } from "../server-context.ts";

export interface DemoOptions {
  /** Of the examples: `*.gc.md`, and their data below it. */
  readonly folder: string;
  readonly user: string;
  readonly lab: string;
}

/** The examples beside this program; null in an installation without them. */
export function examplesFolder(from: string = import.meta.dirname): string | null {
  for (let at = from; ; at = path.dirname(at)) {
    const folder = path.join(at, "examples");
    if (existsSync(path.join(folder, "README.md"))) return folder;
    if (at === path.dirname(at)) return null;
  }
}

/** True when it was put there now. All of it or nothing: a start that breaks off leaves nothing half made. */
export async function seedDemo(context: ServerContext, { folder, user, lab }: DemoOptions): Promise<boolean> {
  if (await isSeeded(context.db, lab)) return false;
  const files = (await readdir(folder)).filter((name) => name.endsWith(".gc.md")).sort();
  const pictures = await readPictures(path.join(folder, "pictures.json"));
  const read = await Promise.all(
    files.map(async (name) => ({
      name,
      notebook: await readExample(path.join(folder, name)),
      picture: pictures[name] ?? null,
    })),
  );
  return context.db.transaction(async (tx) => {
    // One server at a time; whoever comes second finds it done.
    await lockSeeding(tx, lab);
    if (files.length === 0 || (await isSeeded(tx, lab))) return false;
    const stored = new Map<string, FileRef>();
    // Newest first in lists: the one to begin with comes last.
    for (const { notebook, picture } of [...read].sort((a, b) => a.notebook.cells.length - b.notebook.cells.length)) {
      const refs = filesIn(notebook.cells.map((cell) => cell.spec as Json));
      for (const ref of refs) {
        if (ref.path === undefined || stored.has(ref.digest)) continue;
        stored.set(ref.digest, await storeFile(context, tx, { file: path.join(folder, ref.path), ref, user, lab }));
      }
      await storeNotebook(context, tx, { notebook: withDatasets(notebook, stored), picture, user, lab });
    }
    await context.audit.record(tx, {
      lab,
      user,
      action: "demo.seed",
      target: lab,
      detail: { notebooks: read.length, files: stored.size },
    });
    return true;
  });
}

/** What the examples look like before anything of them was computed here. */
async function readPictures(file: string): Promise<JsonObject> {
  const pictures = JSON.parse(await readFile(file, "utf8")) as Json;
  return isJsonObject(pictures) ? pictures : {};
}

async function readExample(file: string): Promise<Notebook> {
  const parsed = parseNotebookFile(await readFile(file, "utf8"), kindOf, { kindNames: Object.keys(kinds) });
  if (parsed.ok) return parsed.value;
  const [first] = parsed.error;
  throw new Error(`${file}, line ${first?.line ?? 1}: ${first ? failureSentence(first.failure, "en") : "cannot be read"}`);
}

/** As an upload that was made into a data set; its digest must be the one that the notebook asks for. */
async function storeFile(
  context: ServerContext,
  tx: Executor,
  { file, ref, user, lab }: { readonly file: string; readonly ref: FileRef; readonly user: string; readonly lab: string },
): Promise<FileRef> {
  const blob = await context.blobs.put(tx, { lab }, createReadStream(file));
  if (blob.digest !== ref.digest)
    throw new Error(`${file} is not the file that the example was written for: its digest differs.`);
  const id = newId("ds", systemRandom);
  const now = context.now();
  const content = { digest: blob.digest, name: ref.name, size: blob.size };
  await addDataset(tx, { id, lab, name: ref.name }, { blob: blob.id, ...content, by: user, at: now });
  await context.audit.record(tx, { lab, user, action: "dataset.create", target: id, detail: { version: 1, ...content } });
  return { ...content, ...(ref.path === undefined ? {} : { path: ref.path }), dataset: id, version: 1 };
}

async function storeNotebook(
  context: ServerContext,
  tx: Executor,
  {
    notebook,
    picture,
    user,
    lab,
  }: { readonly notebook: Notebook; readonly picture: Json; readonly user: string; readonly lab: string },
): Promise<void> {
  const id = newId("nb", systemRandom);
  const epoch = newId("ep", systemRandom);
  const { title } = notebook;
  const now = context.now();
  await insertNotebook(tx, { id, lab, title, epoch, by: user, cellCount: 0, now, example: true, picture });
  const made = await context.documents.create(tx, { id, lab, epoch, title, by: user, text: printNotebookFile(notebook, kindOf) });
  if (!made.ok) throw new Error(failureSentence(made.error, "en"));
  await setCellCount(tx, id, made.value.cellCount);
  await context.audit.record(tx, {
    lab,
    user,
    action: "notebook.create",
    target: id,
    detail: { title, cells: made.value.cellCount },
  });
  const used = new Set(filesIn(notebook.cells.map((cell) => cell.spec as Json)).flatMap((ref) => ref.dataset ?? []));
  for (const dataset of used) await attachDataset(context, tx, { notebook: { id, lab }, dataset, user });
}

function filesIn(value: Json): readonly FileRef[] {
  if (isFileRef(value)) return [value];
  if (Array.isArray(value)) return value.flatMap((item: Json) => filesIn(item));
  return isJsonObject(value) ? Object.values(value).flatMap((item) => filesIn(item)) : [];
}

function withDatasets(notebook: Notebook, stored: ReadonlyMap<string, FileRef>): Notebook {
  const located = (value: Json): Json => {
    if (isFileRef(value)) return { ...(stored.get(value.digest) ?? value) };
    if (Array.isArray(value)) return value.map((item: Json) => located(item));
    return isJsonObject(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, located(item)])) : value;
  };
  return { ...notebook, cells: notebook.cells.map((cell) => ({ ...cell, spec: located(cell.spec) as typeof cell.spec })) };
}
