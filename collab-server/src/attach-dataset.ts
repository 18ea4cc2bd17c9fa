// Letting a notebook use a data set: by its route, with an upload that becomes a data set, and in the demonstration.

import type { AuditEvent } from "@genomecraft/storage/audit/audit.ts";
import type { Executor } from "@genomecraft/storage/database.ts";
import { addAttached, labsOfDatasets } from "@genomecraft/storage/queries/attached-datasets.ts";
import { forgetGuestsOf } from "@genomecraft/storage/queries/guest-results.ts";
import { notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import { datasetStandingsOf } from "./access.ts";
import { refuse } from "./errors.ts";
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
    const standing = (await datasetStandingsOf(tx, [dataset], user)).get(dataset) ?? "none";
    if (standing === "none") return refuse("not-found", "not-found", { what: "data set" });
    if (!canDataset(standing, "dataset.attach")) return refuse("forbidden", "no-right", { role: standing, what: dataset });
    const of = { notebook: notebook.id, lab: notebook.lab, datasets: [dataset], by: user, at: context.now() };
    if ((await addAttached(tx, of)) === 0) return;
    // Nothing that it showed of it before, under whatever release, comes back with it.
    await forgetGuestsOf(tx, { notebook: notebook.id, dataset });
    await context.audit.record(tx, ...(await attachEvents(tx, "dataset.attach", { notebook, datasets: [dataset], user })));
    await notifyAccess(tx, { notebook: notebook.id, dataset });
  });
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
