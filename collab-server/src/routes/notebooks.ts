// Notebooks: lists, new ones, titles, the bin, copies.

import { createRoute, z } from "@hono/zod-openapi";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import { lockAccess } from "@genomecraft/storage/queries/access.ts";
import { addAttached, attachedTo } from "@genomecraft/storage/queries/attached-datasets.ts";
import {
  binNotebook,
  insertNotebook,
  notebooksFor,
  renameNotebook,
  restoreNotebook,
  setCellCount,
  starNotebook,
} from "@genomecraft/storage/queries/notebooks.ts";
import { notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import { decimalOr, done } from "../../contract/fields.ts";
import { notebookRoles, type NotebookRole } from "../../contract/roles.ts";
import {
  newNotebook,
  notebook,
  notebookList,
  patchNotebook,
  postDuplicate,
  postNotebook,
  putStar,
} from "../../contract/notebooks.ts";
import { allowedLab, datasetStandingsOf, principalOf, requireNotebook, requirePerson } from "../access.ts";
import { attachEvents } from "../attach-dataset.ts";
import { ApiError } from "../errors.ts";
import { canDataset, strongerRole } from "../permissions.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, body, idParam } from "./route-shapes.ts";

const tags = ["Notebooks"];
const params = idParam("notebook");
const asRole = (text: string | null): NotebookRole | null => notebookRoles.find((role) => role === text) ?? null;

export function registerNotebooks(app: App, context: ServerContext): void {
  const { db, audit } = context;

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/notebooks",
      tags,
      summary: "Notebooks that you may see, newest first",
      middleware: [requirePerson] as const,
      request: {
        query: z.object({
          lab: z.string().min(1).max(80).optional(),
          q: z.string().max(200).optional(),
          bin: z.enum(["true", "false"]).optional(),
          limit: decimalOr(200, { least: 1, most: 500 }),
        }),
      },
      responses: answer(notebookList),
    }),
    async (c) => {
      const { lab, q, bin, limit } = c.req.valid("query");
      const found = await notebooksFor(db, principalOf(c.var.principal).user.id, { lab, text: q, bin: bin === "true", limit });
      return c.json(
        {
          notebooks: found.map(({ personRole, labRoles, memberRole, editors, ...listed }) => {
            let role = memberRole === "owner" || memberRole === "admin" ? ("owner" as const) : asRole(personRole);
            for (const given of labRoles) role = strongerRole(role, asRole(given)) as typeof role;
            return { ...listed, role: role ?? "viewer", editors: editors.map((name) => ({ name })) };
          }),
        },
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/notebooks",
      tags,
      summary: "A new notebook, empty or from text",
      middleware: [requirePerson] as const,
      request: body(postNotebook),
      responses: answer(newNotebook),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const { lab: labId, title, text } = c.req.valid("json");
      const lab = await allowedLab(db, labId, principal, "lab.create-notebook");
      const id = newId("nb", systemRandom);
      await db.transaction(async (tx) => {
        const epoch = newId("ep", systemRandom);
        const by = principal.user.id;
        await insertNotebook(tx, { id, lab: lab.id, title, epoch, by, cellCount: 0, now: context.now() });
        const made = await context.documents.create(tx, {
          id,
          lab: lab.id,
          epoch,
          title,
          by,
          ...(text === undefined ? {} : { text }),
        });
        if (!made.ok) throw new ApiError("invalid", made.error);
        await setCellCount(tx, id, made.value.cellCount);
        await audit.record(tx, {
          lab: lab.id,
          user: by,
          action: "notebook.create",
          target: id,
          detail: { title, cells: made.value.cellCount },
        });
      });
      return c.json({ id }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/notebooks/{id}",
      tags,
      summary: "A notebook's title, lab, and your role",
      middleware: [requireNotebook(context, "notebook.read", { inBin: true })] as const,
      request: { params },
      responses: answer(notebook),
    }),
    (c) => {
      const { lab, labName, ...rest } = c.var.notebook;
      return c.json({ ...rest, lab: { id: lab, name: labName } }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "patch",
      path: "/api/v1/notebooks/{id}",
      tags,
      summary: "Rename a notebook",
      middleware: [requireNotebook(context, "notebook.rename")] as const,
      request: { params, ...body(patchNotebook) },
      responses: answer(done),
    }),
    async (c) => {
      const { user } = principalOf(c.var.principal);
      const { id, lab, title: before } = c.var.notebook;
      const { title } = c.req.valid("json");
      // The document is what says it; the row is a copy for lists.
      await context.documents.rename(id, title, user.id);
      await db.transaction(async (tx) => {
        await renameNotebook(tx, id, title, context.now());
        await audit.record(tx, { lab, user: user.id, action: "notebook.rename", target: id, detail: { title, before } });
      });
      return c.json({ done: true as const }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "put",
      path: "/api/v1/notebooks/{id}/star",
      tags,
      summary: "Mark a notebook as one of your favourites, or no more; nobody else is told",
      middleware: [requireNotebook(context, "notebook.read")] as const,
      request: { params, ...body(putStar) },
      responses: answer(done),
    }),
    async (c) => {
      const { user } = principalOf(c.var.principal);
      const { starred } = c.req.valid("json");
      await starNotebook(db, { notebook: c.var.notebook.id, user: user.id, at: starred ? context.now() : null });
      return c.json({ done: true as const }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "delete",
      path: "/api/v1/notebooks/{id}",
      tags,
      summary: "Put a notebook into the bin",
      middleware: [requireNotebook(context, "notebook.delete")] as const,
      request: { params },
      responses: answer(done),
    }),
    async (c) => {
      const { user } = principalOf(c.var.principal);
      const { id, lab } = c.var.notebook;
      await db.transaction(async (tx) => {
        await lockAccess(tx, id);
        await binNotebook(tx, id, context.now());
        await audit.record(tx, { lab, user: user.id, action: "notebook.delete", target: id });
        await notifyAccess(tx, { notebook: id });
      });
      return c.json({ done: true as const }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/notebooks/{id}/restore",
      tags,
      summary: "Take a notebook out of the bin",
      middleware: [requireNotebook(context, "notebook.delete", { inBin: true })] as const,
      request: { params },
      responses: answer(done),
    }),
    async (c) => {
      const { user } = principalOf(c.var.principal);
      const { id, lab } = c.var.notebook;
      await db.transaction(async (tx) => {
        await restoreNotebook(tx, id);
        await audit.record(tx, { lab, user: user.id, action: "notebook.restore", target: id });
        await notifyAccess(tx, { notebook: id });
      });
      return c.json({ done: true as const }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/notebooks/{id}/duplicate",
      tags,
      summary: "A copy, with a history of its own",
      middleware: [requireNotebook(context, "notebook.duplicate")] as const,
      request: { params, ...body(postDuplicate) },
      responses: answer(newNotebook),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const source = c.var.notebook;
      const { lab: wanted, title = source.title } = c.req.valid("json");
      const lab = await allowedLab(db, wanted ?? source.lab, principal, "lab.create-notebook");
      const id = await copyNotebook(context, { from: source.id, lab: lab.id, title, by: principal.user.id });
      return c.json({ id }, 200);
    },
  );
}

/** Only what the one who copies may attach herself comes along: a copy gives no new rights. Answers the copy's id. */
async function copyNotebook(
  context: ServerContext,
  { from, lab, title, by }: { readonly from: string; readonly lab: string; readonly title: string; readonly by: string },
): Promise<string> {
  const id = newId("nb", systemRandom);
  await context.db.transaction(async (tx) => {
    const now = context.now();
    const epoch = newId("ep", systemRandom);
    await insertNotebook(tx, { id, lab, title, epoch, by, cellCount: 0, now });
    const { cellCount } = await context.documents.copy(tx, from, { id, lab, epoch, title, by });
    await setCellCount(tx, id, cellCount);
    const attached = await attachedTo(tx, from);
    const standings = await datasetStandingsOf(tx, attached, by);
    const datasets = attached.filter((dataset) => canDataset(standings.get(dataset) ?? "none", "dataset.attach"));
    await addAttached(tx, { notebook: id, lab, datasets, by, at: now });
    await context.audit.record(tx, {
      lab,
      user: by,
      action: "notebook.duplicate",
      target: id,
      detail: { from, title, datasets },
    });
    const of = { notebook: { id, lab }, datasets, user: by };
    await context.audit.record(tx, ...(await attachEvents(tx, "dataset.attach", of)));
  });
  return id;
}
