// The person who is signed in: profile, labs, how much work is hers, where she is signed in.

import { createRoute } from "@hono/zod-openapi";
import { and, desc, eq, gt, sql } from "drizzle-orm";
import { changePerson, filesOf, settingsOf } from "@genomecraft/storage/queries/me.ts";
import { labsOf, notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import { publications, sessions, users } from "@genomecraft/storage/schema/index.ts";
import { done, labRoles } from "../../contract/common.ts";
import { me, myWork, patchMe, sessionList, type Me } from "../../contract/me.ts";
import { principalOf, requirePerson } from "../access.ts";
import { countVisibleRuns } from "../feed/visible-runs.ts";
import { refuse } from "../errors.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, body, idParam } from "./route-parts.ts";

const tags = ["Me"];
const getMe = createRoute({
  method: "get",
  path: "/api/v1/me",
  tags,
  summary: "Who is signed in",
  middleware: [requirePerson] as const,
  responses: answer(me),
});
const changeMe = createRoute({
  method: "patch",
  path: "/api/v1/me",
  tags,
  summary: "Change name, language or theme",
  middleware: [requirePerson] as const,
  request: body(patchMe),
  responses: answer(me),
});
const work = createRoute({
  method: "get",
  path: "/api/v1/me/work",
  tags,
  summary: "How much is yours",
  middleware: [requirePerson] as const,
  responses: answer(myWork),
});
const listSessions = createRoute({
  method: "get",
  path: "/api/v1/sessions",
  tags,
  summary: "Where you are signed in",
  middleware: [requirePerson] as const,
  responses: answer(sessionList),
});
const endSession = createRoute({
  method: "delete",
  path: "/api/v1/sessions/{id}",
  tags,
  summary: "Sign out there",
  middleware: [requirePerson] as const,
  request: { params: idParam("session") },
  responses: answer(done),
});

export function registerMe(app: App, context: ServerContext): void {
  const { db } = context;
  const meOf = async (user: string): Promise<Me> => {
    const [person] = await db.select().from(users).where(eq(users.id, user));
    if (!person) return refuse("unauthorized", "signed-out");
    const labs = await labsOf(db, user);
    return {
      user: { id: person.id, name: person.name, email: person.email, ...(await settingsOf(db, user)) },
      labs: labs.map(({ role, ...lab }) => ({ ...lab, role: labRoles.find((known) => known === role) ?? "member" })),
      features: { loopback: context.config.loopback, sandboxed: context.features.sandboxed, demo: context.features.demo },
      publicUrl: context.config.publicUrl,
    };
  };

  app.openapi(getMe, async (c) => c.json(await meOf(principalOf(c.var.principal).user.id), 200));

  app.openapi(changeMe, async (c) => {
    const { user, locale } = principalOf(c.var.principal);
    const change = c.req.valid("json");
    await db.transaction(async (tx) => {
      await changePerson(tx, user.id, change, locale, context.now());
      await context.audit.record(tx, {
        lab: "",
        user: user.id,
        action: "account.change",
        target: user.id,
        detail: { fields: Object.keys(change) },
      });
    });
    return c.json(await meOf(user.id), 200);
  });

  app.openapi(work, async (c) => {
    const { user } = principalOf(c.var.principal);
    const count = async (query: PromiseLike<{ n: number }[]>): Promise<number> => (await query)[0]?.n ?? 0;
    const n = { n: sql<number>`count(*)::int` };
    return c.json(
      {
        ...(await filesOf(db, user.id)),
        runs: await countVisibleRuns(db, user.id),
        dashboards: await count(db.select(n).from(publications).where(eq(publications.by, user.id))),
      },
      200,
    );
  });

  app.openapi(listSessions, async (c) => {
    const { user, sessionId } = principalOf(c.var.principal);
    const rows = await db
      .select()
      .from(sessions)
      .where(and(eq(sessions.userId, user.id), gt(sessions.expiresAt, new Date(context.now()))))
      .orderBy(desc(sessions.updatedAt));
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

  app.openapi(endSession, async (c) => {
    const { user } = principalOf(c.var.principal);
    const { id } = c.req.valid("param");
    await db.transaction(async (tx) => {
      const gone = await tx
        .delete(sessions)
        .where(and(eq(sessions.id, id), eq(sessions.userId, user.id)))
        .returning({ id: sessions.id });
      if (gone.length === 0) refuse("not-found", "not-found", { what: "session" });
      await context.audit.record(tx, { lab: "", user: user.id, action: "session.end", target: id });
      await notifyAccess(tx, { user: user.id });
    });
    return c.json({ done: true as const }, 200);
  });
}
