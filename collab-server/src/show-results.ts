// Showing those whom an entry or a link lets into a notebook the results of its data sets there, in the act that lets them
// in or later.

import type { AuditEvent } from "@genomecraft/storage/audit/audit.ts";
import type { Executor } from "@genomecraft/storage/database.ts";
import { datasetsOfNotebook } from "@genomecraft/storage/queries/attached-datasets.ts";
import { type Guest, hideResults, resultsShown, showResults } from "@genomecraft/storage/queries/guest-results.ts";
import { notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import { datasetStandingsOf } from "./access.ts";
import { refuse } from "./errors.ts";
import { canDataset } from "./permissions.ts";
import type { ServerContext } from "./server-context.ts";

/**
 * From now on the guest sees results of these data sets of the notebook, and of no others that this person may share; what
 * others have shown her stays. Refuses a data set that the notebook does not use, and one that is not this person's to share.
 * What lies in the bin is taken back as any other, and shown to nobody to whom it was not shown before.
 */
export async function setResultsShown(
  context: ServerContext,
  tx: Executor,
  of: {
    readonly notebook: { readonly id: string; readonly lab: string };
    readonly guest: Guest;
    readonly wanted: readonly string[];
    readonly user: string;
  },
): Promise<void> {
  const attached = await datasetsOfNotebook(tx, of.notebook.id);
  const standings = await datasetStandingsOf(
    tx,
    attached.map(({ id }) => id),
    of.user,
  );
  const mine = attached.filter(({ id }) => canDataset(standings.get(id) ?? "none", "dataset.grant"));
  const wanted = new Set(of.wanted);
  const guestId = "access" in of.guest ? of.guest.access : of.guest.link;
  const before = new Set(
    (await resultsShown(tx, of.notebook.id)).flatMap(({ guest, dataset }) => (guest === guestId ? [dataset] : [])),
  );
  for (const id of wanted) {
    const found = attached.find((dataset) => dataset.id === id);
    if (!found) return refuse("not-found", "not-found", { what: "data set" });
    if (!mine.includes(found)) return refuse("forbidden", "no-right", { role: standings.get(id) ?? "none", what: found.name });
    if (found.inBin && !before.has(id)) return refuse("conflict", "dataset-in-bin", { name: found.name });
  }
  const by = { user: of.user, at: context.now() };
  const kept = mine.filter(({ id }) => !wanted.has(id)).map(({ id }) => id);
  const shown = new Set(
    await showResults(
      tx,
      of.guest,
      mine.filter(({ id }) => wanted.has(id)),
      by,
    ),
  );
  const hidden = new Set(await hideResults(tx, of.guest, kept));
  for (const dataset of mine) {
    if (!shown.has(dataset.id) && !hidden.has(dataset.id)) continue;
    const action = shown.has(dataset.id) ? "dataset.grant" : "dataset.revoke";
    await context.audit.record(tx, ...eventsOfShowing(action, { ...of, dataset }));
  }
  if (shown.size + hidden.size > 0) await notifyAccess(tx, { notebook: of.notebook.id });
}

/** In the record of the lab whose data they are, and in that of the notebook's. */
export const eventsOfShowing = (
  action: "dataset.grant" | "dataset.revoke",
  of: {
    readonly notebook: { readonly id: string; readonly lab: string };
    readonly guest: Guest;
    readonly user: string;
    readonly dataset: { readonly id: string; readonly lab: string };
  },
): readonly AuditEvent[] =>
  [...new Set([of.dataset.lab, of.notebook.lab])].map((lab) => ({
    lab,
    user: of.user,
    action,
    target: of.dataset.id,
    detail: { notebook: of.notebook.id, ...of.guest, right: "results" },
  }));
