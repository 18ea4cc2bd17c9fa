// What was made of a cell becomes a version of a data set of the store: its bytes, what it was made of, and whether there are
// persons behind it.

import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import type { Executor } from "@genomecraft/storage/database.ts";
import { addDataset, addDatasetVersion, datasetById, markAboutPersons } from "@genomecraft/storage/queries/datasets.ts";
import { describeEntry, type madeVersion, noteMade, type StoreSort } from "@genomecraft/storage/queries/feature-store.ts";
import { sourceVersions } from "@genomecraft/storage/queries/lineage.ts";
import { addOrigins, labsOfOrigins } from "@genomecraft/storage/queries/origins.ts";
import { notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import { refuse } from "../errors.ts";
import type { ServerContext } from "../server-context.ts";
import { words } from "./words.ts";

/** What a version says of where it was made: kept beside it as JSON. */
export type MadeOfCell = {
  readonly notebook: string;
  readonly cell: string;
  readonly cellName: string;
  readonly port: string;
  /** Of the output. */
  readonly output: string;
  readonly told: Json;
};

export interface NewVersion {
  readonly sort: StoreSort;
  readonly lab: string;
  readonly user: string;
  readonly name: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly made: MadeOfCell;
  readonly sources: readonly string[];
  /** Columns of what was made: the one that tells persons apart is looked for among them. */
  readonly columns: readonly string[];
  /** The entry of which this is the next version; null: a new one. */
  readonly versionOf: string | null;
  readonly described?: { readonly description?: string; readonly tags?: readonly string[] };
}

export interface SavedVersion {
  readonly id: string;
  readonly version: number;
  readonly digest: string;
  readonly fileName: string;
  readonly size: number;
  /** It was there before. */
  readonly isSame: boolean;
}

/** The newest version, where it was made of that very output (and is these very bytes); else null. */
export function sameVersion(
  id: string,
  last: Awaited<ReturnType<typeof madeVersion>>,
  made: { readonly output: string; readonly digest?: string },
): SavedVersion | null {
  if (!last || (last.made as MadeOfCell | null)?.output !== made.output) return null;
  if (made.digest !== undefined && made.digest !== last.digest) return null;
  const { version, digest, name: fileName, size } = last;
  return { id, version, digest, fileName, size, isSame: true };
}

export async function saveVersion(context: ServerContext, tx: Executor, of: NewVersion): Promise<SavedVersion> {
  const { lab, user, name, made } = of;
  const record = await context.blobs.put(tx, { lab }, of.bytes);
  const id = of.versionOf ?? newId("ds", systemRandom);
  const { digest, size } = record;
  const labsBefore = of.versionOf === null ? null : await labsOfOrigins(tx, id, null);
  const file = { blob: record.id, digest, name: of.fileName, size, by: user, at: context.now() };
  let version: number | null = 1;
  if (of.versionOf === null) await addDataset(tx, { id, lab, name }, file);
  else version = await addDatasetVersion(tx, { id, lab, name }, file);
  if (version === null) return refuse("not-found", "not-found", { what: "data set" });
  await describeEntry(tx, id, { sort: of.sort, ...of.described });
  await noteMade(tx, { dataset: id, version }, made);
  const missing = await addOrigins(tx, { dataset: id, version, lab, notebook: made.notebook }, of.sources);
  if (missing.length > 0) return refuse("conflict", words.failure("data-gone", { cell: made.cellName }));
  const labsNow = await labsOfOrigins(tx, id, version);
  // A lab that comes in by a version could close what was there before it: rights are those of the whole entry.
  const others = labsNow.filter((each) => labsBefore && !labsBefore.includes(each));
  if (others.length > 0) return refuse("conflict", words.failure("other-lab", { cell: made.cellName }));
  await markPersons(tx, id, of);
  // Of whose data it was made has it in its own record, too.
  const labs = [lab, ...labsNow];
  const detail = { version, digest, name: of.fileName, size, notebook: made.notebook, cell: made.cell };
  const action = of.sort === "recipe" ? "recipe.save" : "features.make";
  await context.audit.record(tx, ...labs.map((each) => ({ lab: each, user, action, target: id, detail })));
  await notifyAccess(tx, { dataset: id });
  return { id, version, digest, fileName: of.fileName, size, isSame: false };
}

/** Where there are persons behind it, it is about persons. Once said it stays said: earlier versions are not without them. */
async function markPersons(tx: Executor, id: string, of: NewVersion): Promise<void> {
  const behind = (await sourceVersions(tx, of.made.notebook, of.sources)).filter(({ aboutPersons }) => aboutPersons);
  if (behind.length === 0) return;
  const before = await datasetById(tx, id);
  const column = behind.find(({ personColumn }) => personColumn !== null && of.columns.includes(personColumn))?.personColumn;
  await markAboutPersons(tx, id, { aboutPersons: true, personColumn: before?.personColumn ?? column ?? null });
}
