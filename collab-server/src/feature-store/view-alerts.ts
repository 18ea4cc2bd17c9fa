// What whoever uses a feature view has to know of it: that its newest version has drifted, or is not fresh any more. Told to its lab
// and to whoever was let into a notebook that uses it, as long as nobody of its lab has said that it is looked at. By the rows' right
// alone: what has drifted tells of what is in it.

import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import {
  cellsUsing,
  type FeatureView,
  featureViewOf,
  type StoreEntry,
  storeEntriesFor,
} from "@genomecraft/storage/queries/feature-store.ts";
import { datasetStandingsOf, ownStandingsOf } from "../access.ts";
import { canDataset } from "../permissions.ts";
import type { ServerContext } from "../server-context.ts";
import { seesRows } from "./entry-in-words.ts";
import { findingsIn } from "./findings-in-words.ts";
import { type ToldOfVersion, toldOfVersion } from "./materialise.ts";
import { freshnessNow, staleIn } from "./view-freshness.ts";

export interface AlertOfView {
  readonly level: "alert" | "warn";
  readonly against: number | null;
  readonly drifted: ToldOfVersion["findings"];
  readonly stale: readonly string[];
}

/** Null: nothing is to be told, or somebody of its lab has looked at it. */
export function alertOf(
  view: FeatureView,
  { version, made }: Pick<StoreEntry, "version" | "made">,
  at: { readonly now: number; readonly locale: Locale },
): AlertOfView | null {
  const told = toldOfVersion(made);
  if (!told) return null;
  const seen = view.acknowledged.filter((one) => one.version === version);
  const isSeen = seen.length > 0;
  const drifted = isSeen ? [] : told.findings.filter(({ severity }) => severity !== "note");
  // What has become old after it was looked at is told anew.
  const stale = seen.some(({ stale }) => stale) ? [] : staleIn(freshnessNow(told.freshness ?? null, view, at));
  if (drifted.length === 0 && stale.length === 0) return null;
  const level = drifted.some(({ severity }) => severity === "alert") ? "alert" : "warn";
  return { level, against: told.against, drifted, stale };
}

const mostViews = 999;

export async function alertsFor(
  context: ServerContext,
  { user, locale, only }: { readonly user: string; readonly locale: Locale; readonly only: string | null },
) {
  const { db } = context;
  const entries = await storeEntriesFor(db, user, { sort: "features", limit: mostViews, ...(only === null ? {} : { id: only }) });
  const ids = entries.map(({ id }) => id);
  const [standings, own] = await Promise.all([datasetStandingsOf(db, ids, user), ownStandingsOf(db, ids, user)]);
  const found = [];
  for (const entry of entries) {
    if (!seesRows(standings.get(entry.id) ?? "none")) continue;
    const view = await featureViewOf(db, entry.id);
    const alert = view && alertOf(view, entry, { now: context.now(), locale });
    if (!alert) continue;
    const mayAcknowledge = canDataset(own.get(entry.id) ?? "none", "dataset.mark");
    const { cells } = await cellsUsing(db, entry.id, user);
    if (cells.length === 0 && !mayAcknowledge) continue;
    found.push({
      view: { id: entry.id, name: entry.name, lab: entry.lab },
      version: entry.version,
      level: alert.level,
      against: alert.against,
      findings: findingsIn(alert.drifted, locale),
      stale: [...alert.stale],
      cells: cells.map(({ versions, ...cell }) => ({ ...cell, versions: [...versions] })),
      mayAcknowledge,
    });
  }
  return found.sort((a, b) => (a.level === b.level ? 0 : a.level === "alert" ? -1 : 1));
}
