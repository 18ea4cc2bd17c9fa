// Releasing cells to those who may see results only: asking, seeing what waits, deciding. A decision holds for the cell as
// it reads, of the data that stand behind it; whatever changes is asked anew.

import { createRoute, z } from "@hono/zod-openapi";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";
import { joinSources } from "@genomecraft/cells/base/sources.ts";
import { waysInGraph } from "@genomecraft/cells/runtime/way-to-cell.ts";
import type { Executor } from "@genomecraft/storage/database.ts";
import { sourceVersions } from "@genomecraft/storage/queries/lineage.ts";
import { addReleaseAsk, putRelease as decide, releaseAsksIn, releasesIn } from "@genomecraft/storage/queries/releases.ts";
import { notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import { sessionOfCell } from "@genomecraft/storage/queries/shown.ts";
import { sourceSet } from "@genomecraft/storage/source-set.ts";
import { done } from "../../contract/fields.ts";
import { postReleaseAsk, putRelease, releaseList } from "../../contract/releases.ts";
import { datasetStandingsOf, principalOf, requireNotebook } from "../access.ts";
import { refuse } from "../errors.ts";
import { Sight } from "../feed/personal-feed.ts";
import { canDataset } from "../permissions.ts";
import { presentSources } from "../outputs/read-output.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, body, idParam, pathParam } from "./route-shapes.ts";

const tags = ["Releases"];
const params = idParam("notebook");
const cellParams = z.object({ id: pathParam("id", "Id of the notebook"), cell: pathParam("cell", "Id of the cell") });

export function registerReleases(app: App, context: ServerContext): void {
  const { db, audit } = context;
  const read = requireNotebook(context, "notebook.read");

  /** What a cell shows by now, which way it was made, and of which data. */
  const present = async (notebook: string, cell: string) => {
    const kept = await sessionOfCell(db, notebook, cell);
    const session = kept?.session as CellSession | undefined;
    const sources = joinSources(kept?.sources ?? [], await presentSources(context, notebook, cell));
    const way = waysInGraph(await context.documents.graph(notebook)).get(cell as CellId);
    const isFresh = session?.status.state === "fresh" && session.shown !== null && session.shown.key === session.key;
    return { key: isFresh ? session.key : null, way: way ?? "", sources, set: sourceSet(sources) };
  };
  /** Labs of the data behind a cell for which this person may let out what is made of them: of every data set of theirs. */
  const labsToDecideFor = async (executor: Executor, of: { notebook: string; user: string; sources: readonly string[] }) => {
    const versions = await sourceVersions(executor, of.notebook, of.sources);
    const standings = await datasetStandingsOf(executor, [...new Set(versions.map(({ dataset }) => dataset))], of.user);
    const labs = new Set(versions.map(({ lab }) => lab));
    for (const { dataset, lab } of versions) if (!canDataset(standings.get(dataset) ?? "none", "dataset.grant")) labs.delete(lab);
    return labs;
  };

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/notebooks/{id}/releases",
      tags,
      summary: "Cells that you asked to be released, and those that wait for your lab",
      middleware: [read] as const,
      request: { params },
      responses: answer(releaseList),
    }),
    async (c) => {
      const { id } = c.var.notebook;
      const { user } = principalOf(c.var.principal);
      const decided = await releasesIn(db, id);
      const found = await Promise.all(
        (await releaseAsksIn(db, id)).map(async ({ cell, lab, labName, by, byName, at }) => {
          const now = await present(id, cell);
          const mayDecide = (await labsToDecideFor(db, { notebook: id, user: user.id, sources: now.sources })).has(lab);
          const word = decided.find(
            (row) =>
              row.cell === cell && row.lab === lab && row.key === now.key && row.way === now.way && row.sourceSet === now.set,
          );
          return {
            cell,
            lab: { id: lab, name: labName },
            by: { id: by, name: byName ?? "" },
            at,
            state: word === undefined ? ("waits" as const) : word.released ? ("released" as const) : ("refused" as const),
            mayDecide,
            key: mayDecide ? now.key : null,
          };
        }),
      );
      return c.json({ releases: found.filter((one) => one.mayDecide || one.by.id === user.id) }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/notebooks/{id}/releases",
      tags,
      summary: "Ask the labs whose data a cell is made of to release it",
      middleware: [read] as const,
      request: { params, ...body(postReleaseAsk) },
      responses: answer(done),
    }),
    async (c) => {
      const { id, lab } = c.var.notebook;
      const { user } = principalOf(c.var.principal);
      const { cell } = c.req.valid("json");
      if (!(await context.documents.graph(id)).cells.has(cell as CellId)) return refuse("not-found", "no-cell", { cell });
      const { sources } = await present(id, cell);
      const sight = new Sight({ context, notebook: id, user: user.id });
      if ((await sight.barring(sources)) !== null) return refuse("forbidden", "restricted");
      const { labs } = await sight.dataWithoutRows(sources);
      await db.transaction(async (tx) => {
        for (const owner of labs) {
          const isNew = await addReleaseAsk(tx, { notebook: id, cell, lab: owner.id, by: user.id, at: context.now() });
          if (isNew)
            await audit.record(tx, {
              lab: owner.id,
              user: user.id,
              action: "release.ask",
              target: id,
              detail: { cell, by: lab },
            });
        }
        await notifyAccess(tx, { notebook: id });
      });
      return c.json({ done: true as const }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "put",
      path: "/api/v1/notebooks/{id}/releases/{cell}",
      tags,
      summary: "Release a cell as it reads now, or refuse it, for the labs that you may decide for",
      middleware: [read] as const,
      request: { params: cellParams, ...body(putRelease) },
      responses: answer(done),
    }),
    async (c) => {
      const { id, lab } = c.var.notebook;
      const { user } = principalOf(c.var.principal);
      const { cell } = c.req.valid("param");
      const { released, key } = c.req.valid("json");
      const now = await present(id, cell);
      const labs = await labsToDecideFor(db, { notebook: id, user: user.id, sources: now.sources });
      if (labs.size === 0) return refuse("forbidden", "release-not-yours");
      if (now.key === null || now.key !== key) return refuse("conflict", "release-changed");
      await db.transaction(async (tx) => {
        const word = { notebook: id, cell, key, way: now.way, sourceSet: now.set, released, by: user.id, at: context.now() };
        for (const owner of labs) {
          await decide(tx, { ...word, lab: owner });
          const detail = { cell, key, way: now.way, sources: [...now.sources], notebookOf: lab };
          await audit.record(tx, {
            lab: owner,
            user: user.id,
            action: released ? "release.give" : "release.refuse",
            target: id,
            detail,
          });
        }
        await notifyAccess(tx, { notebook: id });
      });
      return c.json({ done: true as const }, 200);
    },
  );
}
