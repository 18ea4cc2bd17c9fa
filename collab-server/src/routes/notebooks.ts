// Notebooks: lists, new ones, titles, the bin, copies.

import { createRoute, z } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import type { Executor } from "@genomecraft/storage/database.ts";
import { notebooksFor } from "@genomecraft/storage/queries/notebooks.ts";
import { notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import { notebookAccess, notebookDatasets, notebooks } from "@genomecraft/storage/schema/index.ts";
import { done, notebookRoles, type NotebookRole } from "../../contract/common.ts";
import { newNotebook, notebook, notebookList, patchNotebook, postDuplicate, postNotebook } from "../../contract/notebooks.ts";
import { allowedLab, datasetStandingsOf, principalOf, requireNotebook, requirePerson } from "../access.ts";
import { ApiError } from "../errors.ts";
import { canDataset, strongerRole } from "../permissions.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, body, idParam } from "./route-parts.ts";

const tags = ["Notebooks"];
const params = idParam("notebook");
const asRole = (text: string | null): NotebookRole | null => notebookRoles.find((role) => role === text) ?? null;

/** The row, its owner, and its own lab as editors. */
export async function insertNotebook(
  tx: Executor,
  made: {
    readonly id: string;
    readonly lab: string;
    readonly title: string;
    readonly epoch: string;
    readonly by: string;
    readonly cellCount: number;
    readonly now: number;
    readonly example?: boolean;
  },
): Promise<void> {
  const { id, lab, title, epoch, by, cellCount, now, example = false } = made;
  await tx.insert(notebooks).values({ id, lab, title, epoch, cellCount, createdBy: by, createdAt: now, updatedAt: now, example });
  const access = { notebook: id, lab, createdBy: by, createdAt: now };
  await tx.insert(notebookAccess).values([
    { ...access, id: newId("acs", systemRandom), user: by, role: "owner" },
    { ...access, id: newId("acs", systemRandom), labGranted: lab, role: "editor" },
  ]);
}

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
          lab: z.string().max(80).optional(),
          q: z.string().max(200).optional(),
          bin: z.enum(["true", "false"]).optional(),
          limit: z.coerce.number().int().min(1).max(500).default(200),
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
        await tx.update(notebooks).set({ cellCount: made.value.cellCount }).where(eq(notebooks.id, id));
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
        await tx.update(notebooks).set({ title, updatedAt: context.now() }).where(eq(notebooks.id, id));
        await audit.record(tx, { lab, user: user.id, action: "notebook.rename", target: id, detail: { title, before } });
      });
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
        await tx.update(notebooks).set({ deletedAt: context.now() }).where(eq(notebooks.id, id));
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
        await tx.update(notebooks).set({ deletedAt: null, updatedAt: context.now() }).where(eq(notebooks.id, id));
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
      const id = newId("nb", systemRandom);
      const by = principal.user.id;
      await db.transaction(async (tx) => {
        const now = context.now();
        const epoch = newId("ep", systemRandom);
        await insertNotebook(tx, { id, lab: lab.id, title, epoch, by, cellCount: 0, now });
        const { cellCount } = await context.documents.copy(tx, source.id, { id, lab: lab.id, epoch, title, by });
        await tx.update(notebooks).set({ cellCount }).where(eq(notebooks.id, id));
        // Only what the one who copies may attach herself comes along: a copy gives no new rights.
        const attached = await tx.select().from(notebookDatasets).where(eq(notebookDatasets.notebook, source.id));
        const standings = await datasetStandingsOf(
          tx,
          attached.map((row) => row.dataset),
          by,
        );
        const allowed = attached.filter((row) => canDataset(standings.get(row.dataset) ?? "none", "dataset.attach"));
        if (allowed.length > 0)
          await tx
            .insert(notebookDatasets)
            .values(allowed.map(({ dataset }) => ({ notebook: id, dataset, lab: lab.id, grantedBy: by, grantedAt: now })));
        await audit.record(tx, {
          lab: lab.id,
          user: by,
          action: "notebook.duplicate",
          target: id,
          detail: { from: source.id, title, datasets: allowed.map((row) => row.dataset) },
        });
      });
      return c.json({ id }, 200);
    },
  );
}
