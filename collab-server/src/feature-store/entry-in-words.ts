// An entry of the store as whoever asks may see it: what its lab says of it, and of what is in it as much as she may see rows of.

import type { Executor } from "@genomecraft/storage/database.ts";
import { publicationsFrom } from "@genomecraft/storage/queries/datasets.ts";
import { cellsUsing, type StoreEntry, storeEntriesFor } from "@genomecraft/storage/queries/feature-store.ts";
import { namesOfPeople } from "@genomecraft/storage/queries/people.ts";
import { canDataset, type DatasetStanding } from "../permissions.ts";

type Right = "own" | "download" | "rows" | "results" | "restricted";

const rightOf = (standing: DatasetStanding): Right =>
  standing === "download" || standing === "rows" || standing === "results"
    ? standing
    : standing === "none"
      ? "restricted"
      : "own";

export const seesRows = (standing: DatasetStanding): boolean => canDataset(standing, "dataset.see-rows");

export async function entryAnswers(
  db: Executor,
  entries: readonly StoreEntry[],
  standings: ReadonlyMap<string, DatasetStanding>,
  user: string,
) {
  const people = entries.flatMap(({ deprecated }) => (deprecated ? [deprecated.by] : []));
  const names = people.length === 0 ? new Map<string, string>() : await namesOfPeople(db, people);
  // Whoever is not told that it is there is not told its name, either.
  const instead = new Map<string, string>();
  for (const { sort, deprecated } of entries) {
    if (!deprecated?.instead || instead.has(deprecated.instead)) continue;
    const [found] = await storeEntriesFor(db, user, { sort, id: deprecated.instead, limit: 1 });
    if (found) instead.set(found.id, found.name);
  }
  return entries.map(({ sort: _sort, made: _made, by, byName, deprecated, tags, ...entry }) => ({
    ...entry,
    digest: seesRows(standings.get(entry.id) ?? "none") ? entry.digest : null,
    size: seesRows(standings.get(entry.id) ?? "none") ? entry.size : null,
    tags: [...tags],
    by: { id: by, name: byName },
    right: rightOf(standings.get(entry.id) ?? "none"),
    deprecated: deprecated && {
      at: deprecated.at,
      by: { id: deprecated.by, name: names.get(deprecated.by) ?? "" },
      why: deprecated.why,
      instead:
        deprecated.instead !== null && instead.has(deprecated.instead)
          ? { id: deprecated.instead, name: instead.get(deprecated.instead) ?? "" }
          : null,
    },
  }));
}

export async function usageOf(db: Executor, id: string, user: string) {
  const [{ cells, unseen }, { titles, unseen: unseenDashboards }] = await Promise.all([
    cellsUsing(db, id, user),
    publicationsFrom(db, id, user),
  ]);
  return {
    cells: cells.map(({ versions, ...cell }) => ({ ...cell, versions: [...versions] })),
    unseen,
    dashboards: [...titles],
    unseenDashboards,
  };
}
