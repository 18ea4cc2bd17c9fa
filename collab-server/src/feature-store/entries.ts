// What is the same of recipes and feature views: being found, described, deprecated and put into the bin.

import { cleanFileName } from "@genomecraft/cells/base/clean-name.ts";
import { datasetById, deleteDataset, lockDatasets, publicationsFrom } from "@genomecraft/storage/queries/datasets.ts";
import { describeEntry, type StoreEntry, storeEntriesFor, type StoreSort } from "@genomecraft/storage/queries/feature-store.ts";
import type { Executor } from "@genomecraft/storage/database.ts";
import { originsOf } from "@genomecraft/storage/queries/origins.ts";
import { notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import type { z } from "zod";
import type { patchEntry } from "../../contract/recipes.ts";
import { allowedDataset, datasetStandingsOf, notebookAccessOf, ownStandingsOf } from "../access.ts";
import { refuse } from "../errors.ts";
import type { Principal } from "../accounts/principal.ts";
import { canDataset, type DatasetStanding } from "../permissions.ts";
import type { ServerContext } from "../server-context.ts";
import type { MadeOfCell } from "./save-version.ts";

export interface FoundEntry {
  readonly entry: StoreEntry;
  readonly standing: DatasetStanding;
  /** She may say other things of it, and put it into the bin. */
  readonly mayChange: boolean;
}

/** Whoever is in no lab that has it, and in none that was granted it, is not told that it is there. */
export async function entryFor(
  { db }: ServerContext,
  of: { readonly sort: StoreSort; readonly id: string; readonly user: string },
): Promise<FoundEntry> {
  const [entry] = await storeEntriesFor(db, of.user, { sort: of.sort, id: of.id, limit: 1 });
  if (!entry) return refuse("not-found", "not-found", { what: of.sort === "recipe" ? "recipe" : "feature view" });
  const [standings, own] = await Promise.all([datasetStandingsOf(db, [of.id], of.user), ownStandingsOf(db, [of.id], of.user)]);
  return {
    entry,
    standing: standings.get(of.id) ?? "none",
    mayChange: canDataset(own.get(of.id) ?? "none", "dataset.mark"),
  };
}

/** What its newest version was made of, as far as it is there; names of data that she may see nothing of are not told. */
export async function madeOfDatasets({ db }: ServerContext, { id, version }: StoreEntry, user: string) {
  const origins = (await originsOf(db, [id])).filter((row) => row.version === version && row.isThere);
  const ids = [...new Set(origins.map(({ origin }) => origin))];
  const standings = await datasetStandingsOf(db, ids, user);
  const found = await Promise.all(ids.map((of) => datasetById(db, of, { inBin: "either" })));
  return found.flatMap((dataset) =>
    dataset
      ? [
          {
            id: dataset.id,
            name: (standings.get(dataset.id) ?? "none") === "none" ? null : dataset.name,
            lab: { id: dataset.lab, name: dataset.labName },
          },
        ]
      : [],
  );
}

/** The notebook that something was made in, as far as she sees it. */
export async function madeInOf({ db }: ServerContext, made: MadeOfCell | null, user: string) {
  if (!made) return null;
  const found = await notebookAccessOf(db, made.notebook, user);
  const seen = found && found.deletedAt === null ? found : null;
  return {
    notebook: { id: made.notebook, title: seen?.title ?? null },
    cell: made.cell,
    cellName: seen ? made.cellName : "",
  };
}

export async function changeEntry(
  context: ServerContext,
  principal: Principal,
  of: { readonly sort: StoreSort; readonly id: string },
  said: z.infer<typeof patchEntry>,
  /** In the same transaction. */
  also: (tx: Executor) => Promise<void> = async () => {},
): Promise<void> {
  const { db, audit } = context;
  const { user } = principal;
  const { entry } = await entryFor(context, { ...of, user: user.id });
  const found = await allowedDataset(db, of.id, principal, "dataset.mark");
  const { deprecated, ...rest } = said;
  if (deprecated?.instead) {
    if (deprecated.instead === of.id) return refuse("conflict", "not-found", { what: "replacement" });
    await entryFor(context, { sort: of.sort, id: deprecated.instead, user: user.id });
  }
  const now = context.now();
  await db.transaction(async (tx) => {
    await also(tx);
    if (Object.keys(said).length === 0) return;
    const changed = {
      ...(rest.name === undefined ? {} : { name: rest.name }),
      ...(rest.description === undefined ? {} : { description: rest.description }),
      ...(rest.tags === undefined ? {} : { tags: [...new Set(rest.tags)] }),
    };
    await describeEntry(tx, of.id, {
      ...changed,
      ...(deprecated === undefined ? {} : { deprecated: deprecated && { ...deprecated, at: now, by: user.id } }),
    });
    await audit.record(tx, {
      lab: found.lab,
      user: user.id,
      action: "dataset.describe",
      target: of.id,
      detail: {
        ...changed,
        ...(deprecated === undefined ? {} : { deprecated: deprecated?.why ?? null }),
        before: { name: entry.name, description: entry.description, tags: [...entry.tags] },
      },
    });
    await notifyAccess(tx, { dataset: of.id });
  });
}

export async function binEntry(
  context: ServerContext,
  principal: Principal,
  of: { readonly sort: StoreSort; readonly id: string },
): Promise<void> {
  const { user } = principal;
  await entryFor(context, { ...of, user: user.id });
  await context.db.transaction(async (tx) => {
    await lockDatasets(tx, [of.id]);
    const found = await allowedDataset(tx, of.id, principal, "dataset.delete");
    const { titles, unseen: n } = await publicationsFrom(tx, found.id, user.id);
    const [name, dashboards] = [found.name, [...titles]];
    if (n > 0 && titles.length > 0) return refuse("conflict", "dataset-in-use-also-unseen", { name, dashboards, n });
    if (n > 0) return refuse("conflict", "dataset-in-use-unseen", { name, n });
    if (titles.length > 0) return refuse("conflict", "dataset-in-use", { name, dashboards });
    await deleteDataset(tx, of.id, context.now());
    await context.audit.record(tx, {
      lab: found.lab,
      user: user.id,
      action: "dataset.delete",
      target: of.id,
      detail: { name: found.name, sort: of.sort },
    });
    await notifyAccess(tx, { dataset: of.id });
  });
}

/**
 * The entry that gets a next version: of this sort and lab, and hers to add to. Null where a new one is made. Whoever may not say
 * other things of it says none by a version, either.
 */
export async function entryToVersion(
  context: ServerContext,
  principal: Principal,
  of: {
    readonly sort: StoreSort;
    readonly lab: string;
    readonly versionOf: string | undefined;
    readonly said: { readonly name: string; readonly description?: string; readonly tags?: readonly string[] };
  },
): Promise<StoreEntry | null> {
  if (of.versionOf === undefined) return null;
  const { entry } = await entryFor(context, { sort: of.sort, id: of.versionOf, user: principal.user.id });
  const found = await allowedDataset(context.db, of.versionOf, principal, "dataset.add-version");
  if (found.lab !== of.lab) return refuse("conflict", "dataset-other-lab", { name: entry.name });
  const { name, description = entry.description, tags = entry.tags } = of.said;
  if (name !== entry.name || description !== entry.description || tags.join("\n") !== entry.tags.join("\n"))
    await allowedDataset(context.db, of.versionOf, principal, "dataset.mark");
  return entry;
}

/** Name of the file: what is called so on a disk. */
export const fileNameOf = (name: string, ending: string): string => {
  const clean = cleanFileName(name.replaceAll(/[/\\]/g, "-"));
  return clean.toLowerCase().endsWith(ending) ? clean : `${clean}${ending}`;
};
