// Demands: that cells be up to date, for everybody or with values of one's own; and stopping a cell.

import { createRoute, z } from "@hono/zod-openapi";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { demandsOf } from "@genomecraft/storage/queries/demands.ts";
import { done } from "../../contract/fields.ts";
import { demandAnswer, newDemand, postDemand } from "../../contract/demands.ts";
import { principalOf, requireNotebook } from "../access.ts";
import { refuse } from "../errors.ts";
import { Sight } from "../feed/personal-feed.ts";
import type { Live } from "../live.ts";
import { recordOpened } from "../outputs/record-read.ts";
import { mostOwnValues } from "../scheduler/scheduler.ts";
import { canNotebook } from "../permissions.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, body, idParam, pathParam } from "./route-shapes.ts";

const tags = ["Runs"];
const at = "/api/v1/notebooks/{id}";
const params = idParam("notebook");

export function registerDemands(app: App, context: ServerContext, { documents, scheduler }: Live): void {
  const { db, audit } = context;
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
      if (id === null) return refuse("rate-limited", "own-values-many", { n: mostOwnValues });
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
      // Figures come with it, as they do with a notebook that is opened.
      await recordOpened(context, c.var.notebook, principalOf(c.var.principal).user.id);
      const sight = new Sight({ context, notebook: id, user: principalOf(c.var.principal).user.id });
      const cells = await Promise.all(found.cells.map((cell) => sight.sessionFor(cell, { personal: true })));
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
}
