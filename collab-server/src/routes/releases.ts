// Releasing cells to those who may see results only: asking, seeing what waits, deciding. A decision holds for the cell as
// it reads, of the data that stand behind it; whatever changes is asked anew.

import { createRoute, z } from "@hono/zod-openapi";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";
import { joinSources } from "@genomecraft/cells/base/sources.ts";
import { waysInGraph } from "@genomecraft/cells/runtime/way-to-cell.ts";
import { showsRows } from "@genomecraft/cells/shows-rows.ts";
import type { Executor } from "@genomecraft/storage/database.ts";
import { sourceVersions } from "@genomecraft/storage/queries/lineage.ts";
import { addReleaseAsk, putRelease as decide, releaseAsksIn, releasesIn } from "@genomecraft/storage/queries/releases.ts";
import { lockAccess } from "@genomecraft/storage/queries/access.ts";
import { namesOfPeople } from "@genomecraft/storage/queries/people.ts";
import { labNames } from "@genomecraft/storage/queries/publications.ts";
import { notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import { sessionOfCell } from "@genomecraft/storage/queries/shown.ts";
import { sourceSet } from "@genomecraft/storage/source-set.ts";
import { done } from "../../contract/fields.ts";
import { postReleaseAsk, putRelease, releaseList, type ReleaseList } from "../../contract/releases.ts";
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

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/notebooks/{id}/releases",
      tags,
      summary: "Cells that you asked to be released, those that wait for your lab, and what it has released",
      middleware: [read] as const,
      request: {
        params,
        query: z.object({
          /** Whether to say, too, what is released: it takes a while where much is. */
          standing: z.enum(["true", "false"]).default("false"),
        }),
      },
      responses: answer(releaseList),
    }),
    async (c) => {
      const { id } = c.var.notebook;
      const { user } = principalOf(c.var.principal);
      const found = await releasesAsked(context, id, user.id);
      const releases = found.filter((one) => one.mayDecide || one.by.id === user.id);
      const isAsked = c.req.valid("query").standing === "true";
      return c.json({ releases, standing: isAsked ? await standingReleases(context, id, user.id) : [] }, 200);
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
      const found = (await context.documents.graph(id)).cells.get(cell as CellId);
      if (!found) return refuse("not-found", "no-cell", { cell });
      const { sources } = await present(context, id, cell);
      const sight = new Sight({ context, notebook: id, user: user.id });
      if ((await sight.barring(sources)) !== null) return refuse("forbidden", "restricted");
      const { labs } = await sight.dataWithoutRows(sources);
      // It would be listed as released, and show her nothing more.
      if (labs.length > 0 && showsRows(found.cell.kind))
        return refuse("conflict", "rows-not-released", { labs: labs.map(({ name }) => name) });
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
      const { released, key, seen } = c.req.valid("json");
      const now = await present(context, id, cell);
      const labs = await labsToDecideFor(db, { notebook: id, user: user.id, sources: now.sources });
      if (labs.size === 0) return refuse("forbidden", "release-not-yours");
      if (now.key === null || now.key !== key) return refuse("conflict", "release-changed");
      // As asking is refused: it would stand as released, and show nobody more.
      if (released && showsRows((await context.documents.graph(id)).cells.get(cell as CellId)?.cell.kind ?? ""))
        return refuse("conflict", "rows-not-released", { labs: (await labNames(db, [...labs])).map(({ name }) => name) });
      await db.transaction(async (tx) => {
        // Whoever publishes what is released here sees this word, or was before it.
        await lockAccess(tx, id);
        if (seen !== undefined) {
          const said = (await releasesIn(tx, id)).filter((row) => labs.has(row.lab) && isOf(row, cell, now));
          const other = said.find((row) => stateOf(row) !== seen);
          if (other) {
            const name = (await namesOfPeople(tx, [other.by])).get(other.by) ?? "";
            return refuse("conflict", "release-answered", { name });
          }
        }
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

/** What a cell shows by now, which way it was made, and of which data. */
async function present(context: ServerContext, notebook: string, cell: string) {
  const kept = await sessionOfCell(context.db, notebook, cell);
  const session = kept?.session as CellSession | undefined;
  const sources = joinSources(kept?.sources ?? [], await presentSources(context, notebook, cell));
  const way = waysInGraph(await context.documents.graph(notebook)).get(cell as CellId);
  const isFresh = session?.status.state === "fresh" && session.shown !== null && session.shown.key === session.key;
  return { key: isFresh ? session.key : null, way: way ?? "", sources, set: sourceSet(sources) };
}

type Word = Awaited<ReturnType<typeof releasesIn>>[number];
/** It was said of the cell as it reads now. */
const isOf = (row: Word, cell: string, now: Awaited<ReturnType<typeof present>>): boolean =>
  row.cell === cell && row.key === now.key && row.way === now.way && row.sourceSet === now.set;
const stateOf = (word: Word | undefined): "waits" | "released" | "refused" =>
  word === undefined ? "waits" : word.released ? "released" : "refused";

/** Labs of the data behind a cell for which this person may let out what is made of them: of every data set of theirs. */
async function labsToDecideFor(
  executor: Executor,
  of: { readonly notebook: string; readonly user: string; readonly sources: readonly string[] },
): Promise<ReadonlySet<string>> {
  const versions = await sourceVersions(executor, of.notebook, of.sources);
  const standings = await datasetStandingsOf(executor, [...new Set(versions.map(({ dataset }) => dataset))], of.user);
  const labs = new Set(versions.map(({ lab }) => lab));
  for (const { dataset, lab } of versions) if (!canDataset(standings.get(dataset) ?? "none", "dataset.grant")) labs.delete(lab);
  return labs;
}

/** Releases in force of the labs that this person may decide for. */
async function standingReleases(context: ServerContext, notebook: string, user: string): Promise<ReleaseList["standing"]> {
  const { db } = context;
  const { cells } = await context.documents.graph(notebook);
  const given = (await releasesIn(db, notebook)).filter(({ cell, released }) => released && cells.has(cell as CellId));
  const people = await namesOfPeople(
    db,
    given.map(({ by }) => by),
  );
  const names = await labNames(
    db,
    given.map(({ lab }) => lab),
  );
  const found: ReleaseList["standing"] = [];
  for (const cell of new Set(given.map((word) => word.cell))) {
    const now = await present(context, notebook, cell);
    const labs = await labsToDecideFor(db, { notebook, user, sources: now.sources });
    for (const word of given) {
      if (!labs.has(word.lab) || !isOf(word, cell, now)) continue;
      const lab = { id: word.lab, name: names.find(({ id }) => id === word.lab)?.name ?? "" };
      found.push({ cell, lab, by: { id: word.by, name: people.get(word.by) ?? "" }, at: word.at, key: word.key });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

/** Every ask of a notebook about a cell that is still there, as it stands now. */
export async function releasesAsked(context: ServerContext, id: string, user: string): Promise<ReleaseList["releases"]> {
  const decided = await releasesIn(context.db, id);
  const { cells } = await context.documents.graph(id);
  const asks = (await releaseAsksIn(context.db, id)).filter(({ cell }) => cells.has(cell as CellId));
  return Promise.all(
    asks.map(async ({ cell, lab, labName, by, byName, at }) => {
      const now = await present(context, id, cell);
      const mayDecide = (await labsToDecideFor(context.db, { notebook: id, user, sources: now.sources })).has(lab);
      return {
        cell,
        lab: { id: lab, name: labName },
        by: { id: by, name: byName ?? "" },
        at,
        state: stateOf(decided.find((row) => row.lab === lab && isOf(row, cell, now))),
        mayDecide,
        key: mayDecide ? now.key : null,
      };
    }),
  );
}
