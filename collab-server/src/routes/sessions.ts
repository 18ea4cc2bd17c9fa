// Where a person is signed in, and signing out there.

import { createRoute } from "@hono/zod-openapi";
import { notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import { endSession, sessionsOf } from "@genomecraft/storage/queries/sessions.ts";
import { done } from "../../contract/fields.ts";
import { sessionList } from "../../contract/sessions.ts";
import { principalOf, requirePerson } from "../access.ts";
import { refuse } from "../errors.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, idParam } from "./route-shapes.ts";

const tags = ["Me"];
const list = createRoute({
  method: "get",
  path: "/api/v1/sessions",
  tags,
  summary: "Where you are signed in",
  middleware: [requirePerson] as const,
  responses: answer(sessionList),
});
const end = createRoute({
  method: "delete",
  path: "/api/v1/sessions/{id}",
  tags,
  summary: "Sign out there",
  middleware: [requirePerson] as const,
  request: { params: idParam("session") },
  responses: answer(done),
});

export function registerSessions(app: App, context: ServerContext): void {
  const { db } = context;

  app.openapi(list, async (c) => {
    const { user, sessionId } = principalOf(c.var.principal);
    const rows = await sessionsOf(db, user.id, context.now());
    return c.json(
      {
        sessions: rows.map((row) => ({
          id: row.id,
          current: row.id === sessionId,
          createdAt: row.createdAt.getTime(),
          lastSeenAt: row.updatedAt.getTime(),
          expiresAt: row.expiresAt.getTime(),
          ipAddress: row.ipAddress ?? "",
          userAgent: row.userAgent ?? "",
        })),
      },
      200,
    );
  });

  app.openapi(end, async (c) => {
    const { user } = principalOf(c.var.principal);
    const { id } = c.req.valid("param");
    await db.transaction(async (tx) => {
      if (!(await endSession(tx, { id, user: user.id }))) refuse("not-found", "not-found", { what: "session" });
      await context.audit.record(tx, { lab: "", user: user.id, action: "session.end", target: id });
      await notifyAccess(tx, { user: user.id });
    });
    return c.json({ done: true as const }, 200);
  });
}
