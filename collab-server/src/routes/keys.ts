// Keys for programs: made once, shown once, kept as a hash in better-auth's shape.

import { randomBytes } from "node:crypto";
import { createRoute } from "@hono/zod-openapi";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import { addKey, keysOf, removeKey } from "@genomecraft/storage/queries/keys.ts";
import { notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import { done } from "../../contract/fields.ts";
import { keyList, newKeyAnswer, postKey } from "../../contract/keys.ts";
import { principalOf, requirePerson } from "../access.ts";
import { hashOfKey, keyPrefix } from "../accounts/authenticate.ts";
import { refuse } from "../errors.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, body, idParam } from "./route-shapes.ts";

const tags = ["Keys"];
const list = createRoute({
  method: "get",
  path: "/api/v1/keys",
  tags,
  summary: "Your keys",
  middleware: [requirePerson] as const,
  responses: answer(keyList),
});
const make = createRoute({
  method: "post",
  path: "/api/v1/keys",
  tags,
  summary: "Make a key; it is shown only now",
  middleware: [requirePerson] as const,
  request: body(postKey),
  responses: answer(newKeyAnswer),
});
const remove = createRoute({
  method: "delete",
  path: "/api/v1/keys/{id}",
  tags,
  summary: "Take a key back",
  middleware: [requirePerson] as const,
  request: { params: idParam("key") },
  responses: answer(done),
});

export function registerKeys(app: App, context: ServerContext): void {
  const { db } = context;

  app.openapi(list, async (c) => {
    const rows = await keysOf(db, principalOf(c.var.principal).user.id);
    return c.json(
      {
        keys: rows.map((row) => ({
          id: row.id,
          name: row.name ?? "",
          start: row.start ?? "",
          createdAt: row.createdAt.getTime(),
          expiresAt: row.expiresAt?.getTime() ?? null,
          lastUsedAt: row.lastRequest?.getTime() ?? null,
        })),
      },
      200,
    );
  });

  app.openapi(make, async (c) => {
    const { user } = principalOf(c.var.principal);
    const { name, expiresInDays } = c.req.valid("json");
    const id = newId("key", systemRandom);
    const key = `${keyPrefix}${randomBytes(32).toString("base64url")}`;
    const now = context.now();
    await db.transaction(async (tx) => {
      await addKey(tx, {
        id,
        name,
        referenceId: user.id,
        prefix: keyPrefix,
        start: key.slice(0, 8),
        key: hashOfKey(key),
        expiresAt: expiresInDays === undefined ? null : new Date(now + expiresInDays * 86_400_000),
        createdAt: new Date(now),
        updatedAt: new Date(now),
      });
      await context.audit.record(tx, { lab: "", user: user.id, action: "key.create", target: id, detail: { name } });
    });
    return c.json({ id, key }, 200);
  });

  app.openapi(remove, async (c) => {
    const { user } = principalOf(c.var.principal);
    const { id } = c.req.valid("param");
    await db.transaction(async (tx) => {
      if (!(await removeKey(tx, { id, user: user.id }))) refuse("not-found", "not-found", { what: "key" });
      await context.audit.record(tx, { lab: "", user: user.id, action: "key.delete", target: id });
      await notifyAccess(tx, { user: user.id });
    });
    return c.json({ done: true as const }, 200);
  });
}
