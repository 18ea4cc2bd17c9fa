// One's password: changed by whoever knows the present one, or set for the first time by whoever came without. All other
// sessions end with the old one; what becomes of keys for programs the person says.

import { createRoute } from "@hono/zod-openapi";
import { removeMailedLinks } from "@genomecraft/storage/queries/mailed-links.ts";
import {
  countKeysOf,
  endOtherSessions,
  passwordOf,
  removeKeysOf,
  setEmail,
  setPassword,
} from "@genomecraft/storage/queries/password.ts";
import { personByEmail } from "@genomecraft/storage/queries/people.ts";
import { notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import { passwordChanged, passwordState, postPassword } from "../../contract/password.ts";
import { principalOf, requirePerson } from "../access.ts";
import { checkPassword } from "../accounts/check-password.ts";
import { refuse } from "../errors.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, body } from "./route-shapes.ts";

const tags = ["Me"];

export function registerPassword(app: App, context: ServerContext): void {
  const { db, audit, auth, config } = context;

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/me/password",
      tags,
      summary: "Whether you have a password",
      middleware: [requirePerson] as const,
      responses: answer(passwordState),
    }),
    async (c) => {
      const { id } = principalOf(c.var.principal).user;
      const isSet = (await passwordOf(db, id)) !== null;
      return c.json({ isSet, choosesEmail: !isSet && config.loopback, keys: await countKeysOf(db, id) }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/me/password",
      tags,
      summary: "Set another password; your other sessions end",
      middleware: [requirePerson] as const,
      request: body(postPassword),
      responses: answer(passwordChanged),
    }),
    async (c) => {
      const { user, sessionId } = principalOf(c.var.principal);
      // A key for programs opens data, not the account.
      if (sessionId === undefined) return refuse("forbidden", "password-by-session");
      const { current, password, email, keys } = c.req.valid("json");
      const { password: scrypt } = await auth.$context;
      const before = await passwordOf(db, user.id);
      if (before !== null && !(await scrypt.verify({ hash: before, password: current ?? "" }))) {
        await audit.record(db, { lab: "", user: user.id, action: "account.password-refuse", target: user.id });
        return refuse("forbidden", "password-wrong");
      }
      const chosen = before === null && config.loopback && email !== undefined ? email.toLowerCase() : null;
      if (email !== undefined && chosen === null) return refuse("invalid", "email-fixed");
      await checkPassword(context.passwords, password, [user.name, chosen ?? user.email]);
      if (before !== null && (await scrypt.verify({ hash: before, password }))) return refuse("invalid", "password-same");
      const hash = await scrypt.hash(password);
      const now = context.now();
      const changed = await db.transaction(async (tx) => {
        if (chosen !== null) {
          const other = await personByEmail(tx, chosen);
          if (other !== null && other !== user.id) return refuse("conflict", "email-taken");
          await setEmail(tx, { user: user.id, email: chosen, now });
        }
        await setPassword(tx, { user: user.id, hash, now });
        await removeMailedLinks(tx, { purpose: "password", user: user.id });
        const endedSessions = await endOtherSessions(tx, { user: user.id, except: sessionId });
        const revokedKeys = keys === "revoke" ? await removeKeysOf(tx, user.id) : 0;
        await audit.record(tx, {
          lab: "",
          user: user.id,
          action: "account.password",
          target: user.id,
          detail: { first: before === null, endedSessions, revokedKeys, email: chosen !== null },
        });
        await notifyAccess(tx, { user: user.id });
        return { endedSessions, revokedKeys };
      });
      return c.json(changed, 200);
    },
  );
}
