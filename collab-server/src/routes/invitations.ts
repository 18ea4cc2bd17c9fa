// Invitations to a lab by link, as the lab makes and takes them back. What the link opens: accept-invitation.ts.

import { createRoute } from "@hono/zod-openapi";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import { addInvitation, cancelInvitation } from "@genomecraft/storage/queries/invitations.ts";
import { done } from "../../contract/fields.ts";
import { newInvitation, postInvitation } from "../../contract/invitations.ts";
import { principalOf, requireLab } from "../access.ts";
import { mailInvitation, mayMailInvitation } from "../accounts/mailed-links.ts";
import { refuse } from "../errors.ts";
import { canLab } from "../permissions.ts";
import { hashOfToken, newToken } from "../secrets.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, body, labParam, pathParam } from "./route-shapes.ts";

const tags = ["Labs"];
const dayMs = 86_400_000;
const invitationParam = labParam.extend({ id: pathParam("id", "Id of the invitation") });

export function registerInvitations(app: App, context: ServerContext): void {
  const { db, audit } = context;

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/labs/{lab}/invitations",
      tags,
      summary: "Invite by link; the link is shown only now",
      middleware: [requireLab(context, "lab.invite")] as const,
      request: { params: labParam, ...body(postInvitation) },
      responses: answer(newInvitation),
    }),
    async (c) => {
      const { user, locale } = principalOf(c.var.principal);
      const { role, email: said, expiresInDays } = c.req.valid("json");
      if (role === "owner" && !canLab(c.var.lab.role, "lab.make-owner"))
        return refuse("forbidden", "no-right", { role: c.var.lab.role, what: c.var.lab.name });
      const email = said?.toLowerCase();
      // Where mail is set up one for an address is mailed to it.
      const isMailed = email !== undefined && (await mayMailInvitation(context, { by: user.id, email }));
      const id = newId("inv", systemRandom);
      const token = newToken();
      const now = context.now();
      const expiresAt = now + (expiresInDays ?? 14) * dayMs;
      await db.transaction(async (tx) => {
        await addInvitation(tx, {
          id,
          organizationId: c.var.lab.id,
          email: email ?? "",
          role,
          expiresAt: new Date(expiresAt),
          createdAt: new Date(now),
          inviterId: user.id,
          tokenHash: hashOfToken(token),
        });
        await audit.record(tx, {
          lab: c.var.lab.id,
          user: user.id,
          action: "lab.invite",
          target: id,
          detail: { role, ...(email ? { email } : {}), ...(isMailed ? { mailed: true } : {}) },
        });
      });
      if (isMailed) mailInvitation(context, { id, email, token, expiresAt, name: user.name, lab: c.var.lab.name, locale });
      return c.json({ id, url: `${context.config.publicUrl}/invite/${token}`, expiresAt, mailed: isMailed }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "delete",
      path: "/api/v1/labs/{lab}/invitations/{id}",
      tags,
      summary: "Take an invitation back",
      middleware: [requireLab(context, "lab.invite")] as const,
      request: { params: invitationParam },
      responses: answer(done),
    }),
    async (c) => {
      const { user } = principalOf(c.var.principal);
      const { id } = c.req.valid("param");
      await db.transaction(async (tx) => {
        const isGone = await cancelInvitation(tx, { id, lab: c.var.lab.id });
        if (!isGone) refuse("not-found", "not-found", { what: "invitation" });
        await audit.record(tx, { lab: c.var.lab.id, user: user.id, action: "lab.uninvite", target: id });
      });
      return c.json({ done: true as const }, 200);
    },
  );
}
