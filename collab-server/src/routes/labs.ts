// Labs: their name, their people, invitations by link, their audit.

import { createRoute, z } from "@hono/zod-openapi";
import { and, eq, gt, inArray } from "drizzle-orm";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import { addMember, countOwners, createLab, membersOf, openInvitations, storageOf } from "@genomecraft/storage/queries/labs.ts";
import { labStanding, notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import { invitations, labs, members, users } from "@genomecraft/storage/schema/index.ts";
import { done, labRoles, type LabRole } from "../../contract/common.ts";
import {
  acceptedInvitation,
  auditPage,
  auditVerdict,
  invitation,
  lab,
  newInvitation,
  newLab,
  patchLab,
  patchMember,
  postInvitation,
  postLab,
  rotatedKey,
} from "../../contract/labs.ts";
import { principalOf, requireLab, requirePerson } from "../access.ts";
import { refuse } from "../errors.ts";
import { canLab } from "../permissions.ts";
import { hashOfToken, newToken } from "../secrets.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, body, labParam, pathParam } from "./route-parts.ts";
import { targetNames } from "./target-names.ts";

const tags = ["Labs"];
const dayMs = 86_400_000;
const roleOf = (text: string | null): LabRole => labRoles.find((role) => role === text) ?? "member";
const memberParam = labParam.extend({ user: pathParam("user", "Id of the member") });
const invitationParam = labParam.extend({ id: pathParam("id", "Id of the invitation") });
const invitationToken = z.object({ id: pathParam("id", "The last part of the invitation's address") });

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
          smallGroups:
            (await db.query.labs.findFirst({ where: eq(labs.id, id), columns: { smallGroups: true } }))?.smallGroups ?? 0,
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
          await tx.update(labs).set({ name }).where(eq(labs.id, id));
          await audit.record(tx, { ...by, action: "lab.rename", detail: { name, before: c.var.lab.name } });
        }
        if (smallGroups !== undefined) {
          const [before] = await tx.select({ smallGroups: labs.smallGroups }).from(labs).where(eq(labs.id, id)).for("update");
          await tx.update(labs).set({ smallGroups }).where(eq(labs.id, id));
          await audit.record(tx, {
            ...by,
            action: "lab.small-groups",
            detail: { smallGroups, before: before?.smallGroups ?? null },
          });
        }
      });
      return c.json({ done: true as const }, 200);
    },
  );

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
        await tx
          .update(members)
          .set({ role })
          .where(and(eq(members.organizationId, c.var.lab.id), eq(members.userId, target)));
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
        await tx.delete(members).where(and(eq(members.organizationId, c.var.lab.id), eq(members.userId, target)));
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
      const { user } = principalOf(c.var.principal);
      const { role, email, expiresInDays } = c.req.valid("json");
      if (role === "owner" && !canLab(c.var.lab.role, "lab.make-owner"))
        return refuse("forbidden", "no-right", { role: c.var.lab.role, what: c.var.lab.name });
      const id = newId("inv", systemRandom);
      const token = newToken();
      const now = context.now();
      const expiresAt = now + (expiresInDays ?? 14) * dayMs;
      await db.transaction(async (tx) => {
        await tx.insert(invitations).values({
          id,
          organizationId: c.var.lab.id,
          email: email?.toLowerCase() ?? "",
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
          detail: { role, ...(email ? { email } : {}) },
        });
      });
      return c.json({ id, url: `${context.config.publicUrl}/invite/${token}`, expiresAt }, 200);
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
        const gone = await tx
          .update(invitations)
          .set({ status: "cancelled" })
          .where(and(eq(invitations.id, id), eq(invitations.organizationId, c.var.lab.id), eq(invitations.status, "pending")))
          .returning({ id: invitations.id });
        if (gone.length === 0) refuse("not-found", "not-found", { what: "invitation" });
        await audit.record(tx, { lab: c.var.lab.id, user: user.id, action: "lab.uninvite", target: id });
      });
      return c.json({ done: true as const }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/labs/{lab}/rotate-key",
      tags,
      summary: "A new key for the lab; the keys of its files are wrapped again",
      middleware: [requireLab(context, "lab.rotate-keys")] as const,
      request: { params: labParam },
      responses: answer(rotatedKey),
    }),
    async (c) => {
      const { user } = principalOf(c.var.principal);
      const { id } = c.var.lab;
      const count = await db.transaction(async (tx) => {
        const wrapped = await context.keys.rotate(tx, id);
        await audit.record(tx, { lab: id, user: user.id, action: "lab.rotate-key", target: id, detail: { wrapped } });
        return wrapped;
      });
      return c.json({ wrapped: count }, 200);
    },
  );

  const openInvitation = async (executor: typeof db | Parameters<Parameters<typeof db.transaction>[0]>[0], token: string) => {
    const [row] = await executor
      .select({
        id: invitations.id,
        lab: labs.id,
        labName: labs.name,
        role: invitations.role,
        email: invitations.email,
        status: invitations.status,
        expiresAt: invitations.expiresAt,
        invitedBy: users.name,
      })
      .from(invitations)
      .innerJoin(labs, eq(labs.id, invitations.organizationId))
      .innerJoin(users, eq(users.id, invitations.inviterId))
      .where(eq(invitations.tokenHash, hashOfToken(token)));
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
        const taken = await tx
          .update(invitations)
          .set({ status: "accepted" })
          .where(
            and(
              eq(invitations.id, row.id),
              eq(invitations.status, "pending"),
              gt(invitations.expiresAt, new Date(context.now())),
            ),
          )
          .returning({ id: invitations.id });
        if (taken.length === 0) return refuse("conflict", "invitation-gone", { lab: row.labName });
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

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/labs/{lab}/audit",
      tags,
      summary: "Who did what, newest first",
      middleware: [requireLab(context, "lab.audit")] as const,
      request: {
        params: labParam,
        query: z.object({
          before: z.coerce.number().int().optional(),
          limit: z.coerce.number().int().min(1).max(500).default(100),
        }),
      },
      responses: answer(auditPage),
    }),
    async (c) => {
      const { before, limit } = c.req.valid("query");
      const entries = await audit.list(db, c.var.lab.id, { limit, ...(before === undefined ? {} : { before }) });
      const ids = [...new Set(entries.flatMap((entry) => (entry.user === null ? [] : [entry.user])))];
      const people =
        ids.length === 0 ? [] : await db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids));
      const nameOf = new Map(people.map(({ id, name }) => [id, name]));
      const called = await targetNames(
        db,
        entries.map((entry) => entry.target),
      );
      return c.json(
        {
          entries: entries.map(({ id, at, user, action, target, detail, sealed }) => ({
            id,
            at,
            user: user === null ? null : { id: user, name: nameOf.get(user) ?? "" },
            action,
            target,
            name: called.get(target) ?? null,
            detail: detail as { [key: string]: never },
            sealed,
          })),
        },
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/labs/{lab}/audit/verify",
      tags,
      summary: "Whether the audit's chain is whole",
      middleware: [requireLab(context, "lab.audit")] as const,
      request: { params: labParam },
      responses: answer(auditVerdict),
    }),
    async (c) => {
      const verdict = await audit.verify(c.var.lab.id);
      const { intact, sealed, unsealed } = verdict;
      return c.json(
        {
          intact,
          sealed,
          unsealed,
          broken: verdict.intact ? null : { place: verdict.place, what: verdict.break, entry: verdict.entry },
          head: verdict.intact ? verdict.head : null,
        },
        200,
      );
    },
  );
}
