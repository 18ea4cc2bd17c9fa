// Views that keep up: where a data set that a view's notebook loads has a new version, the load cells are set to it, and when the
// view's cell shows what came of it, the view is made again. In the name of whoever made the view, and no further than her rights go.
// One server at a time does a round (advisory lock).

import { isFileRef } from "@genomecraft/cells/base/refs.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import { cellsBehind } from "@genomecraft/cells/notebook/cells-behind.ts";
import type { Notebook } from "@genomecraft/cells/notebook/notebook.ts";
import type { Operation } from "@genomecraft/cells/notebook/operation.ts";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { attachedTo } from "@genomecraft/storage/queries/attached-datasets.ts";
import { type FeatureView, versionFile, viewsThatKeepUp } from "@genomecraft/storage/queries/feature-store.ts";
import { madeOf } from "@genomecraft/storage/queries/origins.ts";
import { datasetStandingsOf, notebookAccessOf, ownStandingsOf } from "../access.ts";
import { ApiError } from "../errors.ts";
import { ArtifactCache } from "../outputs/read-output.ts";
import { canDataset, canNotebook } from "../permissions.ts";
import type { NotebookAccess, ServerContext } from "../server-context.ts";
import { materialise } from "./materialise.ts";

const everyMs = 20_000;
const lockNumber = 7_013;

/** What it needs of what is alive (live.ts). */
interface Alive {
  readonly documents: {
    read(notebook: string): Promise<Notebook>;
    applyOperations(notebook: string, operations: readonly Operation[], by: string): Promise<{ readonly ok: boolean }>;
  };
  readonly scheduler: {
    demand(of: {
      readonly notebook: string;
      readonly lab: string;
      readonly cell: CellId;
      readonly mode: "upstream";
      readonly by: string;
    }): Promise<string | null>;
  };
}

export async function keepUpRound(context: ServerContext, live: Alive, cache: ArtifactCache): Promise<void> {
  const views = await viewsThatKeepUp(context.db);
  if (views.length === 0) return;
  const client = await context.pool.connect();
  try {
    const { rows } = await client.query<{ free: boolean }>("select pg_try_advisory_lock($1) as free", [lockNumber]);
    if (!rows[0]?.free) return;
    try {
      for (const one of views)
        await keepUp(context, live, cache, one).catch((error: unknown) => {
          // What is not up to date yet is made in a later round; what is refused is said where somebody asks for it.
          if (!(error instanceof ApiError)) context.log.warn({ err: error, view: one.view.dataset }, "feature view");
        });
    } finally {
      await client.query("select pg_advisory_unlock($1)", [lockNumber]);
    }
  } finally {
    client.release();
  }
}

async function keepUp(
  context: ServerContext,
  live: Alive,
  cache: ArtifactCache,
  { view, name, by }: { readonly view: FeatureView; readonly name: string; readonly by: string },
): Promise<void> {
  const notebook = await notebookAccessOf(context.db, view.notebook, by);
  if (!notebook || notebook.deletedAt !== null || !canNotebook(notebook.role, "notebook.edit")) return;
  // Whoever has left the lab adds nothing to what it has.
  const standing = (await ownStandingsOf(context.db, [view.dataset], by)).get(view.dataset) ?? "none";
  if (!canDataset(standing, "dataset.add-version")) return;
  if (await loadNewest(context, live, { notebook, view, by })) {
    await live.scheduler.demand({ notebook: notebook.id, lab: notebook.lab, cell: view.cell as CellId, mode: "upstream", by });
    return;
  }
  const { cell, port, entity, time } = view;
  await materialise(context, cache, { notebook, cell, port, user: by, name, entity, time, before: view });
}

/** Whether a load cell behind the view's was set to a newer version of its data set. */
async function loadNewest(
  context: ServerContext,
  { documents }: Alive,
  { notebook, view, by }: { readonly notebook: NotebookAccess; readonly view: FeatureView; readonly by: string },
): Promise<boolean> {
  const operations = [];
  // Of what the notebook does not use, or its maker may not see, nothing is written into it.
  const attached = await attachedTo(context.db, notebook.id);
  const standings = await datasetStandingsOf(context.db, attached, by, notebook.id);
  const behind = cellsBehind(await context.documents.graph(notebook.id), [view.cell as CellId]);
  // What is made of the view would have a newer version by each version of it, for ever.
  const ofView = new Set([view.dataset, ...(await madeOf(context.db, [view.dataset])).map(({ dataset }) => dataset)]);
  const { cells } = await documents.read(notebook.id);
  for (const { id, kind, spec, deletedAt } of cells) {
    const field = cardOf(kind)?.files?.file;
    const file = field === undefined ? null : spec[field];
    if (field === undefined || deletedAt !== null || !behind.has(id) || !isFileRef(file) || file.dataset === undefined) continue;
    if (ofView.has(file.dataset)) continue;
    if (!canDataset(standings.get(file.dataset) ?? "none", "dataset.see-results")) continue;
    const newest = await versionFile(context.db, file.dataset, null);
    if (!newest || newest.version <= (file.version ?? 0) || newest.digest === file.digest) continue;
    const { digest, name, size, version } = newest;
    const value = { digest, name, size, dataset: file.dataset, version };
    operations.push({ type: "set-spec" as const, cell: id, path: [field], value });
  }
  if (operations.length === 0) return false;
  const written = await documents.applyOperations(notebook.id, operations, by);
  if (!written.ok) return false;
  await context.audit.record(context.db, {
    lab: notebook.lab,
    user: by,
    action: "notebook.edit",
    target: notebook.id,
    detail: { via: "feature view", cells: operations.map(({ cell }) => cell) },
  });
  return true;
}

/** Answers how to stop. */
export function startKeepingUp(context: ServerContext, live: Alive): () => void {
  const cache = new ArtifactCache(64 * 2 ** 20);
  let isRunning = false;
  const timer = setInterval(() => {
    // Where a round takes longer than the time between two, none is waited for behind it.
    if (isRunning) return;
    isRunning = true;
    void keepUpRound(context, live, cache)
      .catch((error: unknown) => context.log.warn({ err: error }, "feature views"))
      .finally(() => {
        isRunning = false;
      });
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
