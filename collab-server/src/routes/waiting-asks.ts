// What waits for one person's word, over all notebooks: an ask about data reaches those whose data it is also where nobody of
// their lab is in the notebook.

import { createRoute } from "@hono/zod-openapi";
import { peopleOfNotebook } from "@genomecraft/storage/queries/access.ts";
import { notebooksWithReleaseAsks } from "@genomecraft/storage/queries/releases.ts";
import { resultAsksOfLabsOf } from "@genomecraft/storage/queries/result-asks.ts";
import { waitingAsks } from "../../contract/waiting-asks.ts";
import { notebookAccessOf, principalOf, requirePerson } from "../access.ts";
import type { App, ServerContext } from "../server-context.ts";
import { releasesAsked } from "./releases.ts";
import { asksToAnswer } from "./result-asks.ts";
import { answer } from "./route-shapes.ts";

/** Notebooks that are looked into for releases at once. */
const mostNotebooks = 50;

export function registerWaitingAsks(app: App, context: ServerContext): void {
  const { db } = context;

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/asks",
      tags: ["Results only"],
      summary: "What waits for your word in all notebooks: results of your data that others ask to see, cells to release",
      middleware: [requirePerson] as const,
      responses: answer(waitingAsks),
    }),
    async (c) => {
      const { user } = principalOf(c.var.principal);
      const rows = await resultAsksOfLabsOf(db, user.id);
      const asks = await asksToAnswer(db, rows, user.id);
      const titles = new Map(rows.map(({ notebook, notebookTitle }) => [notebook, notebookTitle]));
      const releases = new Map<string, number>();
      for (const { id, title } of (await notebooksWithReleaseAsks(db, user.id)).slice(0, mostNotebooks)) {
        const waits = (await releasesAsked(context, id, user.id)).filter((one) => one.mayDecide && one.state === "waits");
        if (waits.length === 0) continue;
        titles.set(id, title);
        releases.set(id, new Set(waits.map(({ cell }) => cell)).size);
      }
      const ids = [...new Set([...asks.map(({ notebook }) => notebook), ...releases.keys()])];
      const notebooks = await Promise.all(
        ids.map(async (id) => ({
          id,
          title: titles.get(id) ?? "",
          mayOpen: (await notebookAccessOf(db, id, user.id)) !== null,
          owners: (await peopleOfNotebook(db, id)).flatMap(({ name, role }) => (role === "owner" ? [name] : [])),
          results: asks.flatMap(({ notebook, ask }) => (notebook === id ? [ask] : [])),
          releases: releases.get(id) ?? 0,
        })),
      );
      return c.json({ notebooks }, 200);
    },
  );
}
