// Cells of a notebook that are closed to somebody: asking those whose data it is for the results, and answering.

import { createRoute, z } from "@hono/zod-openapi";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { joinSources } from "@genomecraft/cells/base/sources.ts";
import { showResults, shownBy } from "@genomecraft/storage/queries/guest-results.ts";
import { lockAccess } from "@genomecraft/storage/queries/access.ts";
import {
  addResultAsks,
  endResultAsk,
  entryOf,
  lockResultAsk,
  refuseResultAsk,
  type ResultAsk,
  resultAsksIn,
} from "@genomecraft/storage/queries/result-asks.ts";
import type { Executor } from "@genomecraft/storage/database.ts";
import { namesOfPeople } from "@genomecraft/storage/queries/people.ts";
import { inBinOf, labsOfDatasets, notebookWithDataset } from "@genomecraft/storage/queries/attached-datasets.ts";
import { datasetsBehind, notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import { sessionOfCell } from "@genomecraft/storage/queries/shown.ts";
import { done } from "../../contract/fields.ts";
import { postResultAsk, putResultAsk, resultAskList, type ResultAskList } from "../../contract/result-asks.ts";
import { allowedDataset, datasetStandingsOf, principalOf, requireNotebook, requirePerson } from "../access.ts";
import { refuse } from "../errors.ts";
import { presentSources } from "../outputs/read-output.ts";
import { filesThatBar } from "../outputs/source-standing.ts";
import { canDataset } from "../permissions.ts";
import type { App, ServerContext } from "../server-context.ts";
import { eventsOfShowing } from "../show-results.ts";
import { answer, body, idParam, pathParam } from "./route-shapes.ts";

const tags = ["Results only"];
const params = idParam("notebook");
const askParams = z.object({
  id: pathParam("id", "Id of the notebook"),
  dataset: pathParam("dataset", "Id of the data set"),
  user: pathParam("user", "Who asked"),
});

export function registerResultAsks(app: App, context: ServerContext): void {
  const { db, audit } = context;
  const read = requireNotebook(context, "notebook.read");

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/notebooks/{id}/asks",
      tags,
      summary: "Who asks to see results of your data here, and what became of your own asks",
      middleware: [read] as const,
      request: { params },
      responses: answer(resultAskList),
    }),
    async (c) => {
      const { id } = c.var.notebook;
      const { user } = principalOf(c.var.principal);
      const rows = await resultAsksIn(db, id);
      const asks = await asksToAnswer(db, rows, user.id);
      const own = rows.filter(({ by }) => by === user.id);
      return c.json(
        {
          asks: asks.map(({ ask }) => ask),
          ...(await becameOf(id, user.id, own)),
        },
        200,
      );
    },
  );

  /** Of the cells that are closed to a person: of which all that is lacking was asked for, and of which some was refused. */
  const becameOf = async (
    notebook: string,
    user: string,
    own: readonly { readonly dataset: string; readonly refused: boolean }[],
  ) => {
    const sources = await context.documents.sources(notebook);
    const behind = await datasetsBehind(db, notebook, [...new Set([...sources.values()].flat())]);
    const standings = await datasetStandingsOf(db, [...new Set([...behind.values()].flat())], user, notebook);
    const isOpen = (dataset: string): boolean => canDataset(standings.get(dataset) ?? "none", "dataset.see-results");
    const refused = new Set(own.flatMap((row) => (row.refused ? [row.dataset] : [])));
    const waits = new Set(own.flatMap((row) => (row.refused ? [] : [row.dataset])));
    const cells = { asked: [] as string[], refused: [] as string[], inBin: [] as string[] };
    const binned = await inBinOf(db, [...new Set([...behind.values()].flat())]);
    for (const [cell, digests] of sources) {
      const lacking = digests.map((digest) => behind.get(digest) ?? []).filter((of) => of.length > 0 && !of.some(isOpen));
      if (lacking.length === 0) continue;
      if (lacking.some((of) => of.every((dataset) => binned.has(dataset)))) cells.inBin.push(cell);
      else if (lacking.some((of) => of.every((dataset) => refused.has(dataset)))) cells.refused.push(cell);
      else if (lacking.every((of) => of.some((dataset) => waits.has(dataset)))) cells.asked.push(cell);
    }
    return cells;
  };

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/notebooks/{id}/asks",
      tags,
      summary: "Ask those whose data a closed cell is made of to show you their results here",
      middleware: [read] as const,
      request: { params, ...body(postResultAsk) },
      responses: answer(done),
    }),
    async (c) => {
      const { id, lab } = c.var.notebook;
      const { user } = principalOf(c.var.principal);
      const { cell } = c.req.valid("json");
      if (!(await context.documents.graph(id)).cells.has(cell as CellId)) return refuse("not-found", "no-cell", { cell });
      const kept = await sessionOfCell(db, id, cell);
      const present = await presentSources(context, id, cell);
      const sources = joinSources(kept?.sources ?? [], present);
      await db.transaction(async (tx) => {
        await lockAccess(tx, id);
        const files = await filesThatBar(tx, { notebook: id, sources, user: user.id });
        // Of data that the notebook may not use any more nobody can be asked.
        if (files.length === 0) return refuse("conflict", "nothing-to-ask");
        const binned = await inBinOf(tx, files.flat());
        const gone = files.find((of) => of.every((dataset) => binned.has(dataset)));
        if (gone)
          return refuse("conflict", "asked-in-bin", {
            labs: [...new Set(gone.map((dataset) => binned.get(dataset)?.labName ?? ""))].sort(),
          });
        const barring = [...new Set(files.flat())].filter((dataset) => !binned.has(dataset));
        const owners = await labsOfDatasets(tx, barring);
        const datasets = barring.map((dataset) => ({ id: dataset, lab: owners.get(dataset) ?? lab }));
        const added = await addResultAsks(tx, { notebook: id, datasets, by: user.id, at: context.now() });
        for (const { id: dataset, lab: owner } of datasets)
          if (added.includes(dataset))
            await audit.record(tx, {
              lab: owner,
              user: user.id,
              action: "results.ask",
              target: dataset,
              detail: { notebook: id, cell },
            });
        if (added.length > 0) await notifyAccess(tx, { notebook: id });
      });
      return c.json({ done: true as const }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "put",
      path: "/api/v1/notebooks/{id}/asks/{dataset}/{user}",
      tags,
      summary: "Show somebody who asked the results of a data set here, or refuse it",
      // Whose data it is decides, whether or not she is in the notebook.
      middleware: [requirePerson] as const,
      request: { params: askParams, ...body(putResultAsk) },
      responses: answer(done),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const { id, dataset, user: by } = c.req.valid("param");
      const { shown, withLab = null } = c.req.valid("json");
      await db.transaction(async (tx) => {
        const found = await allowedDataset(tx, dataset, principal, "dataset.grant", { inBin: "either" });
        await lockAccess(tx, id);
        const notebook = await notebookWithDataset(tx, { notebook: id, dataset });
        if (!notebook) return refuse("not-found", "not-found", { what: "data set" });
        const { lab } = notebook;
        const ask = { notebook: id, dataset, by };
        const entry = await entryOf(tx, id, by);
        const asked = await lockResultAsk(tx, ask);
        if (!entry) return refuse("not-found", "not-found", { what: "entry" });
        if (asked === null || asked.refused) return alreadyAnswered(tx, { ...ask, entry: entry.id, asked });
        if (shown && (await inBinOf(tx, [dataset])).has(dataset))
          return refuse("conflict", "dataset-in-bin", { name: found.name });
        // She has left her own entry, or was given one: an answer reaches those of whom the question told.
        if (shown && withLab !== (entry.lab?.id ?? null)) return refuse("conflict", "ask-changed");
        const guest = { access: entry.id };
        const giver = { user: principal.user.id, at: context.now() };
        if (shown) {
          await showResults(tx, guest, [{ id: dataset, lab: found.lab }], giver);
          await endResultAsk(tx, ask);
          const act = { notebook: { id, lab }, guest, user: giver.user, dataset: { id: dataset, lab: found.lab } };
          await audit.record(tx, ...eventsOfShowing("dataset.grant", act));
        } else {
          await refuseResultAsk(tx, ask, giver.user);
          await audit.record(tx, {
            lab: found.lab,
            user: giver.user,
            action: "results.refuse",
            target: dataset,
            detail: { notebook: id, user: by },
          });
        }
        await notifyAccess(tx, { notebook: id });
      });
      return c.json({ done: true as const }, 200);
    },
  );
}

/** Of these asks those that wait for a word of this person: of data that she may show, and not answered or over by another act. */
export async function asksToAnswer(
  db: Executor,
  rows: readonly ResultAsk[],
  user: string,
): Promise<readonly { readonly notebook: string; readonly ask: ResultAskList["asks"][number] }[]> {
  const others = rows.filter(({ by, refused, inBin }) => by !== user && !refused && !inBin);
  const standings = await datasetStandingsOf(db, [...new Set(others.map(({ dataset }) => dataset))], user);
  const mine = others.filter(({ dataset }) => canDataset(standings.get(dataset) ?? "none", "dataset.grant"));
  const asks = await Promise.all(
    mine.map(async ({ notebook, dataset, datasetName, lab, labName, by, byName, at }) => {
      const entry = await entryOf(db, notebook, by);
      // She was let in meanwhile, or shown it in another act.
      const seen = (await datasetStandingsOf(db, [dataset], by, notebook)).get(dataset) ?? "none";
      if (entry === null || canDataset(seen, "dataset.see-results")) return [];
      const ask = {
        dataset: { id: dataset, name: datasetName },
        lab: { id: lab, name: labName },
        by: { id: by, name: byName },
        at,
        withLab: entry.lab ?? null,
      };
      return [{ notebook, ask }];
    }),
  );
  return asks.flat();
}

/** Somebody was quicker: who it was, or that it is over; where nobody ever asked, that there is nothing. */
async function alreadyAnswered(
  tx: Executor,
  of: {
    readonly notebook: string;
    readonly dataset: string;
    readonly by: string;
    readonly entry: string;
    readonly asked: { readonly refusedBy: string | null } | null;
  },
): Promise<never> {
  const answeredBy = of.asked ? of.asked.refusedBy : await shownBy(tx, { access: of.entry, dataset: of.dataset });
  const name = answeredBy === null ? undefined : (await namesOfPeople(tx, [answeredBy])).get(answeredBy);
  if (name !== undefined) return refuse("conflict", "ask-answered", { name });
  if (of.asked) return refuse("conflict", "ask-over");
  const seen = (await datasetStandingsOf(tx, [of.dataset], of.by, of.notebook)).get(of.dataset) ?? "none";
  return canDataset(seen, "dataset.see-results")
    ? refuse("conflict", "ask-over")
    : refuse("not-found", "not-found", { what: "entry" });
}
