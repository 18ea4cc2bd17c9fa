// Runs of the notebooks that a person may see, and their logs. What asks for them: demands.ts; what does them: leases.ts.

import { createRoute } from "@hono/zod-openapi";
import { receivedFailure } from "@genomecraft/cells/base/failure.ts";
import { jobKinds } from "@genomecraft/cells/jobs.ts";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import { readSentence } from "@genomecraft/cells/messages/sentence.ts";
import { lackingForRuns } from "@genomecraft/storage/queries/kernels.ts";
import { findRun, readLog } from "@genomecraft/storage/queries/runs.ts";
import { done } from "../../contract/fields.ts";
import { runList, runLog, runQuery } from "../../contract/runs.ts";
import { allowedNotebook, principalOf, requirePerson } from "../access.ts";
import { refuse } from "../errors.ts";
import { Sight } from "../feed/personal-feed.ts";
import { visibleRuns } from "../feed/visible-runs.ts";
import type { Live } from "../live.ts";
import { labsConcerned, recordFailures } from "../outputs/record-read.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, idParam } from "./route-shapes.ts";

const tags = ["Runs"];

/** What the sentence of a recorded failure is made of. */
function reasonOf(recorded: unknown): { readonly reason: string; readonly params: JsonObject } | null {
  const failure = receivedFailure(recorded);
  return failure && { reason: failure.reason, params: failure.params };
}

export function registerRuns(app: App, context: ServerContext, { scheduler }: Live): void {
  const { db, audit } = context;

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/runs",
      tags,
      summary: "Runs of the notebooks that you may see, newest first",
      middleware: [requirePerson] as const,
      request: { query: runQuery },
      responses: answer(runList),
    }),
    async (c) => {
      const { mine, looks, ...query } = c.req.valid("query");
      const { user } = principalOf(c.var.principal);
      const kinds = { names: jobKinds, are: looks === "true" };
      const found = await visibleRuns(context, { ...query, kinds, user: user.id, mine: mine === "true" });
      const waiting = found.filter((run) => run.state === "queued");
      const lacking = await lackingForRuns(db, waiting, context.now());
      await recordFailures(context, user.id, found);
      return c.json(
        {
          runs: found.map((run) => ({
            id: run.id,
            notebook: { id: run.notebook, title: run.title ?? "" },
            cell: { id: run.cell, name: run.cellName, kind: run.kind },
            state: run.state === "leased" ? "running" : run.state,
            by: { id: run.by, name: run.byName ?? "" },
            queuedAt: run.queuedAt,
            startedAt: run.startedAt,
            // A clock that was put back does not make a run shorter than nothing.
            ms: run.startedAt === null ? null : Math.max(0, (run.endedAt ?? context.now()) - run.startedAt),
            where: run.kernel,
            progress: run.state === "leased" ? { fraction: run.fraction, note: readSentence(run.note) } : null,
            waits: run.state === "queued" ? (lacking.get(run.id) ?? { what: "turn" as const }) : null,
            detail: run.detail,
            failure: reasonOf(run.failure),
          })),
        },
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/runs/{id}/log",
      tags,
      summary: "The log of a run",
      middleware: [requirePerson] as const,
      request: { params: idParam("run") },
      responses: answer(runLog),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const run = await findRun(db, c.req.valid("param").id);
      if (!run) return refuse("not-found", "not-found", { what: "run" });
      const notebook = await allowedNotebook(db, run.notebook, principal, "notebook.read");
      const sight = new Sight({ context, notebook: run.notebook, user: principal.user.id });
      if ((await sight.barring(run.sources)) !== null) return refuse("forbidden", "restricted");
      if (await sight.seesResultsOnly(run.sources)) return refuse("forbidden", "restricted-rows");
      const { user } = principal;
      await context.recordOnce(`log ${user.id} ${run.id}`, async () => {
        const labs = await labsConcerned(context, notebook, run.sources);
        const detail = { run: run.id, cell: run.cell };
        return labs.map((lab) => ({ lab, user: user.id, action: "run.read-log", target: notebook.id, detail }));
      });
      return c.json({ text: await readLog(db, run.id) }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/runs/{id}/cancel",
      tags,
      summary: "Stop a run",
      middleware: [requirePerson] as const,
      request: { params: idParam("run") },
      responses: answer(done),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const run = await findRun(db, c.req.valid("param").id);
      if (!run) return refuse("not-found", "not-found", { what: "run" });
      const notebook = await allowedNotebook(db, run.notebook, principal, "notebook.cancel");
      await scheduler.cancelRun(run.id);
      await audit.record(db, {
        lab: notebook.lab,
        user: principal.user.id,
        action: "run.cancel",
        target: notebook.id,
        detail: { run: run.id },
      });
      return c.json({ done: true as const }, 200);
    },
  );
}
