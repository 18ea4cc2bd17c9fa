// What the link of an invitation opens, and joining the lab by it.

import { createRoute, z } from "@hono/zod-openapi";
import type { Executor } from "@genomecraft/storage/database.ts";
import { acceptInvitation, invitationByToken } from "@genomecraft/storage/queries/invitations.ts";
import { addMember } from "@genomecraft/storage/queries/labs.ts";
import { notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import { labRoles, type LabRole } from "../../contract/roles.ts";
import { acceptedInvitation, invitation } from "../../contract/invitations.ts";
import { principalOf, requirePerson } from "../access.ts";
import { refuse } from "../errors.ts";
import { hashOfToken } from "../secrets.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, pathParam } from "./route-shapes.ts";

const tags = ["Labs"];
const roleOf = (text: string | null): LabRole => labRoles.find((role) => role === text) ?? "member";
const invitationToken = z.object({ id: pathParam("id", "The last part of the invitation's address") });

export function registerAcceptInvitation(app: App, context: ServerContext): void {
  const { db, audit } = context;

  const openInvitation = async (executor: Executor, token: string) => {
    const row = await invitationByToken(executor, hashOfToken(token));
    if (!row) return refuse("not-found", "not-found", { what: "invitation" });
    if (row.status !== "pending" || row.expiresAt.getTime() <= context.now())
      return refuse("conflict", "invitation-gone", { lab: row.labName });
    return row;
  };

  // Open to whoever holds the address: she may not have an account yet.
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/invitations/{id}",
      tags,
      summary: "What an invitation is for",
      request: { params: invitationToken },
      responses: answer(invitation),
    }),
    async (c) => {
      const row = await openInvitation(db, c.req.valid("param").id);
      return c.json(
        { lab: { name: row.labName }, role: roleOf(row.role), invitedBy: row.invitedBy, expiresAt: row.expiresAt.getTime() },
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/invitations/{id}/accept",
      tags,
      summary: "Join the lab",
      middleware: [requirePerson] as const,
      request: { params: invitationToken },
      responses: answer(acceptedInvitation),
    }),
    async (c) => {
      const { user } = principalOf(c.var.principal);
      const joined = await db.transaction(async (tx) => {
        const row = await openInvitation(tx, c.req.valid("param").id);
        if (row.email !== "" && row.email !== user.email.toLowerCase()) return refuse("forbidden", "invitation-other-email");
        // Two who accept at once: the row goes to one.
        if (!(await acceptInvitation(tx, row.id, context.now())))
          return refuse("conflict", "invitation-gone", { lab: row.labName });
        await addMember(tx, { lab: row.lab, user: user.id, role: roleOf(row.role), now: context.now() });
        await audit.record(tx, {
          lab: row.lab,
          user: user.id,
          action: "lab.join",
          target: row.id,
          detail: { role: roleOf(row.role) },
        });
        await notifyAccess(tx, { lab: row.lab, user: user.id });
        return { lab: { id: row.lab, name: row.labName } };
      });
      return c.json(joined, 200);
    },
  );
}
