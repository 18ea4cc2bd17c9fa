// Letting a notebook use a data set: by its route, with an upload that becomes a data set, and in the demonstration.

import type { AuditEvent } from "@genomecraft/storage/audit/audit.ts";
import type { Executor } from "@genomecraft/storage/database.ts";
import { addAttached, attachedTo, labsOfDatasets } from "@genomecraft/storage/queries/attached-datasets.ts";
import { forgetGuestsOf } from "@genomecraft/storage/queries/guest-results.ts";
import { originsOf } from "@genomecraft/storage/queries/origins.ts";
import { notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import { ownStandingsOf } from "./access.ts";
import { refuse } from "./errors.ts";
import { words } from "./feature-store/words.ts";
import { canDataset } from "./permissions.ts";
import type { ServerContext } from "./server-context.ts";

/** Grants a data set to a notebook, in a transaction of its own or the caller's. The person needs the right to share it. */
export async function attachDataset(
  context: ServerContext,
  executor: Executor,
  {
    notebook,
    dataset,
    user,
  }: { readonly notebook: { readonly id: string; readonly lab: string }; readonly dataset: string; readonly user: string },
): Promise<void> {
  await executor.transaction(async (tx) => {
    const standing = (await ownStandingsOf(tx, [dataset], user)).get(dataset) ?? "none";
    if (standing === "none") return refuse("not-found", "not-found", { what: "data set" });
    if (!canDataset(standing, "dataset.attach")) return refuse("forbidden", "no-right", { role: standing, what: dataset });
    for (const one of [...(await unattachedOrigins(tx, { notebook: notebook.id, dataset, user })), dataset]) {
      const of = { notebook: notebook.id, lab: notebook.lab, datasets: [one], by: user, at: context.now() };
      if ((await addAttached(tx, of)) === 0) continue;
      // Nothing that it showed of it before, under whatever release, comes back with it.
      await forgetGuestsOf(tx, { notebook: notebook.id, dataset: one });
      await context.audit.record(tx, ...(await attachEvents(tx, "dataset.attach", { notebook, datasets: [one], user })));
      await notifyAccess(tx, { notebook: notebook.id, dataset: one });
    }
  });
}

/**
 * What it was made of goes along with it: of the files that the notebook has in no data set, those which this person may share.
 * Refuses where one is hers to share in none.
 */
async function unattachedOrigins(
  tx: Executor,
  of: { readonly notebook: string; readonly dataset: string; readonly user: string },
): Promise<readonly string[]> {
  const origins = await originsOf(tx, [of.dataset]);
  if (origins.length === 0) return [];
  const standings = await ownStandingsOf(tx, [...new Set(origins.map(({ origin }) => origin))], of.user);
  const attached = new Set(await attachedTo(tx, of.notebook));
  const added = new Set<string>();
  for (const name of new Set(origins.map(({ version, digest }) => `${version} ${digest}`))) {
    const held = origins.filter(({ version, digest }) => `${version} ${digest}` === name);
    if (held.some(({ origin, isThere, isOwn }) => attached.has(origin) || added.has(origin) || (!isThere && isOwn))) continue;
    const shared = held.find(({ origin }) => canDataset(standings.get(origin) ?? "none", "dataset.attach"));
    if (!shared) return refuse("forbidden", words.failure("made-of-others"));
    added.add(shared.origin);
  }
  return [...added];
}

/** In the record of the notebook's lab, and in that of the lab whose data they are. */
export async function attachEvents(
  tx: Executor,
  action: "dataset.attach" | "dataset.detach",
  of: {
    readonly notebook: { readonly id: string; readonly lab: string };
    readonly datasets: readonly string[];
    readonly user: string;
  },
): Promise<readonly AuditEvent[]> {
  const { notebook, datasets, user } = of;
  const owners = await labsOfDatasets(tx, datasets);
  return datasets.flatMap((target) =>
    [...new Set([notebook.lab, owners.get(target) ?? notebook.lab])].map((lab) => ({
      lab,
      user,
      action,
      target,
      detail: { notebook: notebook.id },
    })),
  );
}
