// Labs: founding one, its name, what it looks like from inside. Its people: members.ts, invitations.ts; its record: audit.ts.

import { createRoute } from "@hono/zod-openapi";
import { openInvitations } from "@genomecraft/storage/queries/invitations.ts";
import { createLab, membersOf, renameLab, setSmallGroups, smallGroupsOf, storageOf } from "@genomecraft/storage/queries/labs.ts";
import { labStanding, notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import { done } from "../../contract/fields.ts";
import { labRoles, type LabRole } from "../../contract/roles.ts";
import { lab, newLab, patchLab, postLab } from "../../contract/labs.ts";
import { principalOf, requireLab, requirePerson } from "../access.ts";
import { canLab } from "../permissions.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, body, labParam } from "./route-shapes.ts";

const tags = ["Labs"];
const roleOf = (text: string | null): LabRole => labRoles.find((role) => role === text) ?? "member";

export function registerLabs(app: App, context: ServerContext): void {
  const { db, audit } = context;

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/labs",
      tags,
      summary: "Found a lab",
      middleware: [requirePerson] as const,
      request: body(postLab),
      responses: answer(newLab),
    }),
    async (c) => {
      const { user } = principalOf(c.var.principal);
      const { name } = c.req.valid("json");
      const made = await db.transaction(async (tx) => {
        const created = await createLab(tx, { name, owner: user.id, now: context.now() });
        await audit.record(tx, { lab: created.id, user: user.id, action: "lab.create", target: created.id, detail: { name } });
        await notifyAccess(tx, { user: user.id });
        return created;
      });
      return c.json(made, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/labs/{lab}",
      tags,
      summary: "A lab and its people",
      middleware: [requireLab(context, "lab.read")] as const,
      request: { params: labParam },
      responses: answer(lab),
    }),
    async (c) => {
      const { id, role } = c.var.lab;
      const { user } = principalOf(c.var.principal);
      const standing = await labStanding(db, id, user.id);
      const people = await membersOf(db, id);
      const open = canLab(role, "lab.invite") ? await openInvitations(db, id, context.now()) : [];
      return c.json(
        {
          id,
          name: c.var.lab.name,
          slug: standing?.slug ?? "",
          color: standing?.color ?? "",
          role,
          members: people.map((row) => ({
            user: { id: row.id, name: row.name, email: row.email },
            role: roleOf(row.role),
            joinedAt: row.joinedAt.getTime(),
          })),
          invitations: open.map((row) => ({
            id: row.id,
            role: roleOf(row.role),
            email: row.email === "" ? null : row.email,
            expiresAt: row.expiresAt.getTime(),
            invitedBy: row.invitedBy,
          })),
          storageBytes: await storageOf(db, id),
          smallGroups: await smallGroupsOf(db, id),
        },
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      method: "patch",
      path: "/api/v1/labs/{lab}",
      tags,
      summary: "Rename a lab, or say which groups of persons are too small to be published",
      middleware: [requireLab(context, "lab.rename"), requireLab(context, "lab.small-groups")] as const,
      request: { params: labParam, ...body(patchLab) },
      responses: answer(done),
    }),
    async (c) => {
      const { user } = principalOf(c.var.principal);
      const { name, smallGroups } = c.req.valid("json");
      const { id } = c.var.lab;
      await db.transaction(async (tx) => {
        const by = { lab: id, user: user.id, target: id };
        if (name !== undefined) {
          await renameLab(tx, id, name);
          await audit.record(tx, { ...by, action: "lab.rename", detail: { name, before: c.var.lab.name } });
        }
        if (smallGroups !== undefined) {
          const before = await setSmallGroups(tx, id, smallGroups);
          await audit.record(tx, { ...by, action: "lab.small-groups", detail: { smallGroups, before } });
        }
      });
      return c.json({ done: true as const }, 200);
    },
  );
}
