// What a notebook says, for programs: the whole of it, operations, its text form, versions. The screen edits by sync.

import { createRoute, z } from "@hono/zod-openapi";
import type { Notebook } from "@genomecraft/cells/notebook/notebook.ts";
import type { Operation } from "@genomecraft/cells/notebook/operation.ts";
import { findVersion, listVersions } from "@genomecraft/storage/queries/documents.ts";
import { namesOfPeople } from "@genomecraft/storage/queries/people.ts";
import { done } from "../../contract/fields.ts";
import {
  imported,
  newVersion,
  notebookDocument,
  type NotebookDocument,
  postImport,
  postOperations,
  postVersion,
  versionList,
} from "../../contract/documents.ts";
import { principalOf, requireNotebook } from "../access.ts";
import { ApiError, refuse } from "../errors.ts";
import type { Live } from "../live.ts";
import type { App, ServerContext } from "../server-context.ts";
import { keepVersion } from "../sync/versions.ts";
import { answer, body, errorAnswers, idParam, pathParam } from "./route-shapes.ts";

const tags = ["Documents"];
const at = "/api/v1/notebooks/{id}";
const params = idParam("notebook");
const versionParams = z.object({ id: pathParam("id", "Id of the notebook"), version: pathParam("version", "Id of the version") });

export function registerDocuments(app: App, context: ServerContext, live: Live): void {
  const { documents } = live;
  const { db, audit } = context;
  const read = requireNotebook(context, "notebook.read");
  const edit = requireNotebook(context, "notebook.edit");
  const toAnswer = (notebook: Notebook): NotebookDocument => ({
    ...notebook,
    cells: notebook.cells.map((cell) => ({ ...cell, aliases: [...cell.aliases] })),
    layout: { tiles: [...notebook.layout.tiles] },
  });

  app.openapi(
    createRoute({
      method: "get",
      path: `${at}/document`,
      tags,
      summary: "All that a notebook says",
      middleware: [read] as const,
      request: { params },
      responses: answer(notebookDocument),
    }),
    async (c) => c.json(toAnswer(await documents.read(c.var.notebook.id)), 200),
  );

  app.openapi(
    createRoute({
      method: "post",
      path: `${at}/operations`,
      tags,
      summary: "Change a notebook: all of these operations or none",
      middleware: [edit] as const,
      request: { params, ...body(postOperations) },
      responses: answer(notebookDocument),
    }),
    async (c) => {
      const { operations } = c.req.valid("json");
      const { user } = principalOf(c.var.principal);
      const result = await documents.applyOperations(c.var.notebook.id, operations as Operation[], user.id);
      if (!result.ok) throw new ApiError("conflict", { reason: result.error.reason, params: { ...result.error.params } });
      const { id: notebook, lab } = c.var.notebook;
      const bytes = Buffer.byteLength(JSON.stringify(operations));
      context.edits.count({ notebook, lab, user: user.id, via: "operations" }, { changes: operations.length, bytes });
      return c.json(toAnswer(result.value), 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: `${at}/export`,
      tags,
      summary: "The notebook as text (*.gc.md)",
      middleware: [requireNotebook(context, "notebook.export")] as const,
      request: { params },
      responses: { 200: { description: "The text", content: { "text/markdown": { schema: z.string() } } }, ...errorAnswers },
    }),
    async (c) => {
      const text = await documents.print(c.var.notebook.id);
      c.header("content-type", "text/markdown; charset=utf-8");
      const name = c.var.notebook.title.replace(/[^\p{L}\p{N}_-]+/gu, "_").slice(0, 80) || "notebook";
      c.header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}.gc.md`);
      return c.body(text, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: `${at}/import`,
      tags,
      summary: "Take over a notebook's text, as one edit of the live notebook",
      middleware: [edit] as const,
      request: { params, ...body(postImport) },
      responses: answer(imported),
    }),
    async (c) => {
      const { text, mode } = c.req.valid("json");
      const { id, lab } = c.var.notebook;
      const { user } = principalOf(c.var.principal);
      const result = await documents.importText(id, lab, text, mode, user.id);
      if (!result.ok) throw new ApiError("invalid", result.error);
      await audit.record(db, {
        lab,
        user: user.id,
        action: "notebook.import",
        target: id,
        detail: { mode, cells: result.value.cellCount },
      });
      return c.json(result.value, 200);
    },
  );

  registerVersions(app, context, live);
}

function registerVersions(app: App, context: ServerContext, { documents, rooms }: Live): void {
  const { db, audit } = context;
  const read = requireNotebook(context, "notebook.read");
  const edit = requireNotebook(context, "notebook.edit");
  app.openapi(
    createRoute({
      method: "get",
      path: `${at}/versions`,
      tags,
      summary: "Versions that were kept, newest first",
      middleware: [read] as const,
      request: { params },
      responses: answer(versionList),
    }),
    async (c) => {
      const versions = await listVersions(db, c.var.notebook.id);
      const nameOf = await namesOfPeople(
        db,
        versions.map((version) => version.by),
      );
      return c.json(
        { versions: versions.map(({ by, ...version }) => ({ ...version, by: { id: by, name: nameOf.get(by) ?? "" } })) },
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: `${at}/versions`,
      tags,
      summary: "Keep the present state under a name",
      middleware: [edit] as const,
      request: { params, ...body(postVersion) },
      responses: answer(newVersion),
    }),
    async (c) => {
      const { room, release } = await rooms.acquire(c.var.notebook.id);
      try {
        const { user } = principalOf(c.var.principal);
        await room.flushed();
        const { name } = c.req.valid("json");
        const id = await db.transaction(async (tx) => {
          const kept = await keepVersion(tx, room, { name, by: user.id, at: context.now() });
          const { id: target, lab } = c.var.notebook;
          await audit.record(tx, {
            lab,
            user: user.id,
            action: "notebook.keep-version",
            target,
            detail: { version: kept, name },
          });
          return kept;
        });
        return c.json({ id }, 200);
      } finally {
        release();
      }
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: `${at}/versions/{version}`,
      tags,
      summary: "What the notebook said in a version",
      middleware: [read] as const,
      request: { params: versionParams },
      responses: answer(notebookDocument),
    }),
    async (c) => {
      const found = await findVersion(db, c.var.notebook.id, c.req.valid("param").version);
      if (!found) return refuse("not-found", "not-found", { what: "version" });
      return c.json(found.content as never, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: `${at}/versions/{version}/restore`,
      tags,
      summary: "Make the notebook say again what it said, as one edit",
      middleware: [edit] as const,
      request: { params: versionParams },
      responses: answer(done),
    }),
    async (c) => {
      const { id, lab } = c.var.notebook;
      const found = await findVersion(db, id, c.req.valid("param").version);
      if (!found) return refuse("not-found", "not-found", { what: "version" });
      const { user } = principalOf(c.var.principal);
      // The way back from the way back.
      const { room, release } = await rooms.acquire(id);
      try {
        await room.flushed();
        await keepVersion(db, room, { name: null, by: user.id, at: context.now() });
      } finally {
        release();
      }
      await documents.restore(id, found.content as Notebook, user.id);
      await audit.record(db, {
        lab,
        user: user.id,
        action: "notebook.restore-version",
        target: id,
        detail: { version: found.id },
      });
      return c.json({ done: true as const }, 200);
    },
  );
}
