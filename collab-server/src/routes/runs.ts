// Running: demands, the state of cells, the feed for programs (server-sent events), runs and their logs.

import { createRoute, z } from "@hono/zod-openapi";
import { streamSSE } from "hono/streaming";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { RunEvent } from "@genomecraft/cells/session/run-event.ts";
import { accessChannel } from "@genomecraft/storage/queries/rights.ts";
import { demandsOf, findRun, readLog } from "@genomecraft/storage/queries/runs.ts";
import { done } from "../../contract/common.ts";
import { demandAnswer, newDemand, postDemand, runList, runLog, runQuery, sessionAnswer } from "../../contract/runs.ts";
import { allowedNotebook, notebookAccessOf, principalOf, requireNotebook, requirePerson } from "../access.ts";
import { refuse } from "../errors.ts";
import { isSignedIn } from "../accounts/is-signed-in.ts";
import { changeOf, followFeed, Sight } from "../feed/personal-feed.ts";
import { canNotebook } from "../permissions.ts";
import { liveParts } from "../scheduler/live-parts.ts";
import { visibleRuns } from "../feed/visible-runs.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, body, errorAnswers, idParam, pathParam } from "./route-parts.ts";

const tags = ["Runs"];
const at = "/api/v1/notebooks/{id}";
const params = idParam("notebook");

export function registerRuns(app: App, context: ServerContext): void {
  const { db, audit } = context;
  const { documents, scheduler, feed, notifications } = liveParts(context);
  const read = requireNotebook(context, "notebook.read");

  app.openapi(
    createRoute({
      method: "post",
      path: `${at}/demands`,
      tags,
      summary: "Ask that cells be up to date",
      middleware: [read] as const,
      request: { params, ...body(postDemand) },
      responses: answer(newDemand),
    }),
    async (c) => {
      const { cell, mode, fresh, overrides } = c.req.valid("json");
      const { notebook } = c.var;
      const { user } = principalOf(c.var.principal);
      const personal = overrides !== undefined && Object.keys(overrides).length > 0;
      // With values of one's own a viewer may ask, too: nothing on show changes.
      if (!canNotebook(notebook.role, personal && !fresh ? "notebook.override" : "notebook.run"))
        return refuse("forbidden", "no-right", { role: notebook.role, what: notebook.title });
      if (cell !== null) {
        const { cells } = await documents.read(notebook.id);
        if (!cells.some((each) => each.id === cell)) return refuse("not-found", "no-cell", { cell });
      }
      const id = await scheduler.demand({
        notebook: notebook.id,
        lab: notebook.lab,
        cell: cell as CellId | null,
        mode,
        by: user.id,
        ...(fresh ? { fresh } : {}),
        ...(personal ? { overrides } : {}),
      });
      await audit.record(db, {
        lab: notebook.lab,
        user: user.id,
        action: "notebook.run",
        target: notebook.id,
        detail: { cell, mode, fresh: fresh === true },
      });
      return c.json({ id }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: `${at}/demands/{demand}`,
      tags,
      summary: "What a demand with personal values has come to",
      middleware: [read] as const,
      request: {
        params: z.object({ id: pathParam("id", "Id of the notebook"), demand: pathParam("demand", "Id of the demand") }),
      },
      responses: answer(demandAnswer),
    }),
    async (c) => {
      const { id } = c.var.notebook;
      const found = scheduler.hostOf(id)?.personalAnswer(c.req.valid("param").demand);
      if (!found) return refuse("not-found", "not-found", { what: "demand" });
      const sight = new Sight({ db, notebook: id, user: principalOf(c.var.principal).user.id });
      const cells = await Promise.all(found.cells.map((cell) => sight.sessionFor(cell)));
      return c.json({ done: found.done, cells } as never, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "delete",
      path: `${at}/demands/{demand}`,
      tags,
      summary: "Take back a demand of one's own",
      middleware: [read] as const,
      request: {
        params: z.object({ id: pathParam("id", "Id of the notebook"), demand: pathParam("demand", "Id of the demand") }),
      },
      responses: answer(done),
    }),
    async (c) => {
      const { id } = c.var.notebook;
      const { user } = principalOf(c.var.principal);
      const { demand } = c.req.valid("param");
      const mine = (await demandsOf(db, id)).some((row) => row.id === demand && row.by === user.id && row.mode !== "watch");
      // Met, or taken back before: there is nothing left to do.
      if (mine) await scheduler.withdraw(id, demand);
      return c.json({ done: true as const }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "delete",
      path: `${at}/cells/{cell}/run`,
      tags,
      summary: "Stop a cell that waits or runs",
      middleware: [requireNotebook(context, "notebook.cancel")] as const,
      request: { params: z.object({ id: pathParam("id", "Id of the notebook"), cell: pathParam("cell", "Id of the cell") }) },
      responses: answer(done),
    }),
    async (c) => {
      const { id, lab } = c.var.notebook;
      const { cell } = c.req.valid("param");
      const { user } = principalOf(c.var.principal);
      await scheduler.cancel(id, cell as CellId, user.id);
      await audit.record(db, { lab, user: user.id, action: "notebook.cancel", target: id, detail: { cell } });
      return c.json({ done: true as const }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: `${at}/session`,
      tags,
      summary: "The state of every cell",
      middleware: [read] as const,
      request: { params },
      responses: answer(sessionAnswer),
    }),
    async (c) => {
      const { id } = c.var.notebook;
      await scheduler.look(id);
      const { seq, cells } = await feed.snapshot(id);
      const sight = new Sight({ db, notebook: id, user: principalOf(c.var.principal).user.id });
      const sessions = await sight.sessionsFor(cells, await documents.sources(id));
      // How often something happened would tell of what is restricted.
      const isOpen = sessions.every(({ status }) => status.state !== "restricted");
      return c.json({ seq: isOpen ? seq : 0, cells: sessions } as never, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: `${at}/feed`,
      tags,
      summary: "What happens, as server-sent events: a snapshot, then what follows; `closed` says why it ends",
      middleware: [read] as const,
      request: { params },
      responses: { 200: { description: "Events", content: { "text/event-stream": { schema: z.string() } } }, ...errorAnswers },
    }),
    (c) => {
      const { id, lab } = c.var.notebook;
      const principal = principalOf(c.var.principal);
      const { user } = principal;
      /** Why nothing more is told, or null where all is as it was. */
      const ending = async (): Promise<"signed-out" | "no-access" | "gone" | null> => {
        if (!(await isSignedIn(context, principal))) return "signed-out";
        const access = await notebookAccessOf(db, id, user.id);
        return access === null ? "no-access" : access.deletedAt === null ? null : "gone";
      };
      return streamSSE(c, async (stream) => {
        let queue: Promise<unknown> = Promise.resolve();
        const send = (event: RunEvent): void => {
          const line = { data: JSON.stringify(event), event: event.type, ...("seq" in event ? { id: String(event.seq) } : {}) };
          queue = queue.then(() => stream.writeSSE(line)).catch(() => {});
        };
        const following = await followFeed({
          db,
          feed,
          notebook: id,
          user: user.id,
          send,
          graph: () => documents.sources(id),
          onTrouble: (error) => c.var.log.warn({ err: error }, "feed"),
          notifications,
        });
        // Rights end under an open stream, too: looked up when they change, and now and then.
        let changed = false;
        let wake: () => void = () => {};
        const stopHearing = notifications.on(accessChannel, (payload) => {
          const change = changeOf(payload);
          if (change?.notebook !== undefined && change.notebook !== id) return;
          if (change?.user !== undefined && change.user !== user.id) return;
          changed = true;
          wake();
        });
        const leave = scheduler.opened(id, lab, user.id);
        try {
          while (!stream.aborted) {
            const nudged = new Promise<void>((resolve) => {
              wake = resolve;
            });
            if (!changed) await Promise.race([stream.sleep(15_000), nudged]);
            if (stream.aborted) break;
            const isChange = changed;
            changed = false;
            // A database that is away says nothing about rights.
            const why = await ending().catch(() => null);
            if (why !== null) {
              following.stop();
              await queue;
              await stream.writeSSE({ data: JSON.stringify({ why }), event: "closed" });
              break;
            }
            if (!isChange) await stream.writeSSE({ data: "", event: "alive" });
          }
        } finally {
          following.stop();
          stopHearing();
          leave();
        }
      }) as never;
    },
  );

  // ---- runs ---------------------------------------------------------------------------------------------------------

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
      const { mine, ...query } = c.req.valid("query");
      const { user } = principalOf(c.var.principal);
      const found = await visibleRuns(db, { ...query, user: user.id, mine: mine === "true" });
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
            progress: run.state === "leased" ? { fraction: run.fraction, note: run.note } : null,
            detail: run.detail,
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
      await allowedNotebook(db, run.notebook, principal, "notebook.read");
      const sight = new Sight({ db, notebook: run.notebook, user: principal.user.id });
      if ((await sight.barring(run.sources)) !== null) return refuse("forbidden", "restricted");
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
