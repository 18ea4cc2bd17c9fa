// Who is in a notebook and does not see the results of a data set of it: most often it was added after they were let in. Whoever
// may show them does it in one act.

import { createRoute, z } from "@hono/zod-openapi";
import { awaitedInNotebook, labsOfNotebook, lockAccess, peopleOfNotebook } from "@genomecraft/storage/queries/access.ts";
import { datasetsOfNotebook } from "@genomecraft/storage/queries/attached-datasets.ts";
import { grantsOf } from "@genomecraft/storage/queries/datasets.ts";
import { resultsShown } from "@genomecraft/storage/queries/guest-results.ts";
import type { Executor } from "@genomecraft/storage/database.ts";
import { linksOfNotebook } from "@genomecraft/storage/queries/links.ts";
import { done } from "../../contract/fields.ts";
import { postShownToAll, type UnshownResults, unshownResults } from "../../contract/unshown-results.ts";
import { datasetStandingsOf, principalOf, requireNotebook } from "../access.ts";
import { refuse } from "../errors.ts";
import { canDataset } from "../permissions.ts";
import type { App, ServerContext } from "../server-context.ts";
import { setResultsShown } from "../show-results.ts";
import { answer, body, idParam, pathParam } from "./route-shapes.ts";

const tags = ["Access"];
type Guest = UnshownResults["datasets"][number]["guests"][number];

export function registerUnshownResults(app: App, context: ServerContext): void {
  const { db } = context;
  // Whose data it is decides, whatever she may do with the notebook.
  const read = requireNotebook(context, "notebook.read");

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/notebooks/{id}/unshown-results",
      tags,
      summary: "Your data sets here whose results somebody who is let in does not see, with who that is",
      middleware: [read] as const,
      request: { params: idParam("notebook") },
      responses: answer(unshownResults),
    }),
    async (c) => {
      const { id, role } = c.var.notebook;
      const { user } = principalOf(c.var.principal);
      const datasets = await unshownFor(context, db, { notebook: id, user: user.id, isOwner: role === "owner" });
      return c.json({ datasets }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/notebooks/{id}/unshown-results/{dataset}",
      tags,
      summary: "Show these of those who are let in the results of a data set here, in one act",
      middleware: [read] as const,
      request: {
        params: z.object({ id: pathParam("id", "Id of the notebook"), dataset: pathParam("dataset", "Id of the data set") }),
        ...body(postShownToAll),
      },
      responses: answer(done),
    }),
    async (c) => {
      const { id, lab, role } = c.var.notebook;
      const { user } = principalOf(c.var.principal);
      const { dataset } = c.req.valid("param");
      await db.transaction(async (tx) => {
        await lockAccess(tx, id);
        const unshown = await unshownFor(context, tx, { notebook: id, user: user.id, isOwner: role === "owner" });
        const guests = unshown.find((one) => one.id === dataset)?.guests ?? [];
        const before = await resultsShown(tx, id);
        for (const wanted of c.req.valid("json").guests) {
          const guest = guests.find((one) => one.id === wanted);
          // Who has left meanwhile, or sees them by another act.
          if (!guest) return refuse("not-found", "not-found", { what: "entry" });
          const seen = before.flatMap((row) => (row.guest === wanted ? [row.dataset] : []));
          await setResultsShown(context, tx, {
            notebook: { id, lab },
            guest: guest.who === "link" ? { link: wanted } : { access: wanted },
            wanted: [...(await mine(tx, seen, user.id)), dataset],
            user: user.id,
          });
        }
      });
      return c.json({ done: true as const }, 200);
    },
  );
}

async function mine(executor: Executor, datasets: readonly string[], user: string): Promise<readonly string[]> {
  const standings = await datasetStandingsOf(executor, datasets, user);
  return datasets.filter((dataset) => canDataset(standings.get(dataset) ?? "none", "dataset.grant"));
}

async function unshownFor(
  context: ServerContext,
  executor: Executor,
  of: { readonly notebook: string; readonly user: string; readonly isOwner: boolean },
): Promise<UnshownResults["datasets"]> {
  const attached = (await datasetsOfNotebook(executor, of.notebook)).filter(({ inBin }) => !inBin);
  const ids = await mine(
    executor,
    attached.map(({ id }) => id),
    of.user,
  );
  if (ids.length === 0) return [];
  const shown = new Set((await resultsShown(executor, of.notebook)).map(({ guest, dataset }) => `${guest} ${dataset}`));
  const grants = new Set((await grantsOf(executor, ids)).map(({ lab, dataset }) => `${lab} ${dataset}`));
  const people = await peopleOfNotebook(executor, of.notebook);
  const seenBy = new Map(
    await Promise.all(
      people.map(async ({ id, user }) => [id, await datasetStandingsOf(executor, ids, user, of.notebook)] as const),
    ),
  );
  const now = context.now();
  const links = of.isOwner
    ? (await linksOfNotebook(executor, of.notebook)).filter(({ expiresAt }) => expiresAt === null || expiresAt > now)
    : [];
  const awaited = of.isOwner ? await awaitedInNotebook(executor, of.notebook) : [];
  const labs = await labsOfNotebook(executor, of.notebook);
  return attached.flatMap((dataset) => {
    if (!ids.includes(dataset.id)) return [];
    const isShown = (guest: string): boolean => shown.has(`${guest} ${dataset.id}`);
    const before = ({ createdAt }: { readonly createdAt: number }): boolean => createdAt < dataset.attachedAt;
    const guests: readonly Guest[] = [
      ...people
        .filter(({ id }) => !canDataset(seenBy.get(id)?.get(dataset.id) ?? "none", "dataset.see-results"))
        .map((row) => ({ id: row.id, who: "person" as const, name: row.name, before: before(row) })),
      ...labs
        .filter(({ lab }) => lab !== dataset.lab && !grants.has(`${lab} ${dataset.id}`))
        .map((row) => ({ id: row.id, who: "lab" as const, name: row.name, before: before(row) })),
      ...awaited.map((row) => ({ id: row.id, who: "awaited" as const, name: row.email ?? "", before: before(row) })),
      ...links.map((row) => ({ id: row.id, who: "link" as const, name: row.role, before: before(row) })),
    ].filter(({ id }) => !isShown(id));
    return guests.length === 0 ? [] : [{ id: dataset.id, name: dataset.name, guests: [...guests] }];
  });
}
