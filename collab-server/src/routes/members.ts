// The people of a lab: their roles, and leaving it. They come by invitation (invitations.ts).

import { createRoute } from "@hono/zod-openapi";
import { countOwners, removeMember, setMemberRole } from "@genomecraft/storage/queries/labs.ts";
import { labStanding, notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import { done } from "../../contract/fields.ts";
import { patchMember } from "../../contract/members.ts";
import { principalOf, requireLab } from "../access.ts";
import { refuse } from "../errors.ts";
import { canLab } from "../permissions.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, body, labParam, pathParam } from "./route-shapes.ts";

const tags = ["Labs"];
const memberParam = labParam.extend({ user: pathParam("user", "Id of the member") });

export function registerMembers(app: App, context: ServerContext): void {
  const { db, audit } = context;

  app.openapi(
    createRoute({
      method: "patch",
      path: "/api/v1/labs/{lab}/members/{user}",
      tags,
      summary: "Change a member's role",
      middleware: [requireLab(context, "lab.set-role")] as const,
      request: { params: memberParam, ...body(patchMember) },
      responses: answer(done),
    }),
    async (c) => {
      const { user } = principalOf(c.var.principal);
      const { user: target } = c.req.valid("param");
      const { role } = c.req.valid("json");
      await db.transaction(async (tx) => {
        const owners = await countOwners(tx, c.var.lab.id);
        const before = await labStanding(tx, c.var.lab.id, target);
        if (!before) return refuse("not-found", "not-found", { what: "member" });
        if ((role === "owner" || before.role === "owner") && !canLab(c.var.lab.role, "lab.make-owner"))
          refuse("forbidden", "no-right", { role: c.var.lab.role, what: c.var.lab.name });
        if (before.role === "owner" && role !== "owner" && owners < 2) refuse("conflict", "last-owner", { lab: c.var.lab.name });
        await setMemberRole(tx, { lab: c.var.lab.id, user: target }, role);
        await audit.record(tx, {
          lab: c.var.lab.id,
          user: user.id,
          action: "lab.set-role",
          target,
          detail: { role, before: before.role },
        });
        await notifyAccess(tx, { lab: c.var.lab.id, user: target });
      });
      return c.json({ done: true as const }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "delete",
      path: "/api/v1/labs/{lab}/members/{user}",
      tags,
      summary: "Remove a member, or leave",
      middleware: [requireLab(context, "lab.read")] as const,
      request: { params: memberParam },
      responses: answer(done),
    }),
    async (c) => {
      const { user } = principalOf(c.var.principal);
      const { user: target } = c.req.valid("param");
      // Everybody may leave; taking others out needs the right.
      if (target !== user.id && !canLab(c.var.lab.role, "lab.remove-member"))
        return refuse("forbidden", "no-right", { role: c.var.lab.role, what: c.var.lab.name });
      await db.transaction(async (tx) => {
        const owners = await countOwners(tx, c.var.lab.id);
        const before = await labStanding(tx, c.var.lab.id, target);
        if (!before) return refuse("not-found", "not-found", { what: "member" });
        if (before.role === "owner" && target !== user.id && !canLab(c.var.lab.role, "lab.make-owner"))
          refuse("forbidden", "no-right", { role: c.var.lab.role, what: c.var.lab.name });
        if (before.role === "owner" && owners < 2) refuse("conflict", "last-owner", { lab: c.var.lab.name });
        await removeMember(tx, { lab: c.var.lab.id, user: target });
        await audit.record(tx, {
          lab: c.var.lab.id,
          user: user.id,
          action: "lab.remove-member",
          target,
          detail: { role: before.role },
        });
        await notifyAccess(tx, { lab: c.var.lab.id, user: target });
      });
      return c.json({ done: true as const }, 200);
    },
  );
}
