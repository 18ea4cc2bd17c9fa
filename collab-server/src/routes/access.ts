// Who may do what with a notebook: people, labs, links; and which data sets it may use.

import { createRoute, z } from "@hono/zod-openapi";
import { and, eq, gt, isNull, or } from "drizzle-orm";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import type { Executor } from "@genomecraft/storage/database.ts";
import { datasetsOfNotebook, grantsOf } from "@genomecraft/storage/queries/datasets.ts";
import {
  labsOfNotebook,
  labsOfPeople,
  linksOfNotebook,
  ownersOfNotebook,
  peopleOfNotebook,
} from "@genomecraft/storage/queries/notebooks.ts";
import { notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import { labs, links, notebookAccess, notebookDatasets, notebooks, users } from "@genomecraft/storage/schema/index.ts";
import { datasetRights, done, notebookRoles, type NotebookRole } from "../../contract/common.ts";
import {
  acceptedLink,
  attachDataset,
  linkAnswer,
  newAccess,
  newLink,
  notebookAccess as accessAnswer,
  postLink,
  putAccess,
} from "../../contract/notebooks.ts";
import { datasetStandingsOf, notebookAccessOf, principalOf, requireNotebook, requirePerson } from "../access.ts";
import { refuse } from "../errors.ts";
import { canDataset, strongerRole } from "../permissions.ts";
import { hashOfToken, newToken } from "../secrets.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, body, idParam, pathParam, tokenParam } from "./route-parts.ts";

const tags = ["Access"];
const params = idParam("notebook");
const rowParams = z.object({
  id: pathParam("id", "Id of the notebook"),
  access: pathParam("access", "Id of the person's, lab's or link's entry"),
});
const dayMs = 86_400_000;
const roleOf = (text: string): NotebookRole => notebookRoles.find((role) => role === text) ?? "viewer";

export function registerAccess(app: App, context: ServerContext): void {
  const { db, audit, keys } = context;
  const linkUrl = (token: string): string => `${context.config.publicUrl}/link/${token}`;

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/notebooks/{id}/access",
      tags,
      summary: "Who may do what",
      middleware: [requireNotebook(context, "notebook.see-access")] as const,
      request: { params },
      responses: answer(accessAnswer),
    }),
    async (c) => {
      const { id, role } = c.var.notebook;
      const { user } = principalOf(c.var.principal);
      const now = context.now();
      const attached = await datasetsOfNotebook(db, id);
      const ids = attached.map((row) => row.id);
      const [people, groups, guests, open, grants, standings] = await Promise.all([
        peopleOfNotebook(db, id),
        labsOfNotebook(db, id),
        labsOfPeople(db, id),
        // A link gives what it gives to whoever has it: only those who may share see it.
        role === "owner" ? linksOfNotebook(db, id) : [],
        grantsOf(db, ids),
        datasetStandingsOf(db, ids, user.id),
      ]);
      const valid = open.filter((link) => link.expiresAt === null || link.expiresAt > now);
      return c.json(
        {
          people: people.map((row) => ({
            id: row.id,
            user: { id: row.user, name: row.name, email: row.email },
            role: roleOf(row.role),
          })),
          labs: groups.map((row) => ({ id: row.id, lab: { id: row.lab, name: row.name }, role: roleOf(row.role) })),
          guests,
          links: await Promise.all(
            valid.map(async (link) => ({
              id: link.id,
              role: roleOf(link.role),
              url: linkUrl(await keys.openText(db, link.sealedToken, `link ${link.id}`)),
              expiresAt: link.expiresAt,
            })),
          ),
          datasets: attached.map((row) => ({
            dataset: { id: row.id, name: row.name, lab: { id: row.lab, name: row.labName } },
            grants: grants
              .filter((grant) => grant.dataset === row.id)
              .map((grant) => ({
                lab: { id: grant.lab, name: grant.labName },
                right: datasetRights.find((right) => right === grant.right) ?? "results",
              })),
            mayGrant: canDataset(standings.get(row.id) ?? "none", "dataset.grant"),
          })),
        },
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      method: "put",
      path: "/api/v1/notebooks/{id}/access",
      tags,
      summary: "Let a person or a lab in, or change their role",
      middleware: [requireNotebook(context, "notebook.share")] as const,
      request: { params, ...body(putAccess) },
      responses: answer(newAccess),
    }),
    async (c) => {
      const { user } = principalOf(c.var.principal);
      const { id, lab } = c.var.notebook;
      const wanted = c.req.valid("json");
      const answerId = await db.transaction(async (tx) => {
        const target =
          wanted.lab === undefined
            ? { user: await personOf(tx, wanted.user, wanted.email) }
            : { labGranted: await labOf(tx, wanted.lab) };
        const owners = await ownersOfNotebook(tx, id);
        const [before] = await tx
          .select()
          .from(notebookAccess)
          .where(
            and(
              eq(notebookAccess.notebook, id),
              "user" in target ? eq(notebookAccess.user, target.user) : eq(notebookAccess.labGranted, target.labGranted),
            ),
          );
        if (before?.role === "owner" && wanted.role !== "owner" && owners.length < 2) return refuse("conflict", "own-access");
        const accessId = before?.id ?? newId("acs", systemRandom);
        if (before)
          await tx.update(notebookAccess).set({ role: wanted.role, link: null }).where(eq(notebookAccess.id, before.id));
        else
          await tx.insert(notebookAccess).values({
            id: accessId,
            notebook: id,
            lab,
            ...target,
            role: wanted.role,
            createdBy: user.id,
            createdAt: context.now(),
          });
        await audit.record(tx, {
          lab,
          user: user.id,
          action: "notebook.share",
          target: id,
          detail: { ...target, role: wanted.role, before: before?.role ?? null },
        });
        await notifyAccess(tx, { notebook: id });
        return accessId;
      });
      return c.json({ id: answerId }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "delete",
      path: "/api/v1/notebooks/{id}/access/{access}",
      tags,
      summary: "Take a person's, a lab's or a link's rights back",
      middleware: [requireNotebook(context, "notebook.read")] as const,
      request: { params: rowParams },
      responses: answer(done),
    }),
    async (c) => {
      const { user } = principalOf(c.var.principal);
      const { id, lab, role } = c.var.notebook;
      const { access } = c.req.valid("param");
      await db.transaction(async (tx) => {
        const owners = await ownersOfNotebook(tx, id);
        const [row] = await tx
          .select()
          .from(notebookAccess)
          .where(and(eq(notebookAccess.id, access), eq(notebookAccess.notebook, id)));
        // Everybody may go; the rest is sharing.
        if (role !== "owner" && row?.user !== user.id)
          return refuse("forbidden", "no-right", { role, what: c.var.notebook.title });
        if (row) {
          if (row.role === "owner" && owners.length < 2) return refuse("conflict", "own-access");
          await tx.delete(notebookAccess).where(eq(notebookAccess.id, row.id));
          await audit.record(tx, {
            lab,
            user: user.id,
            action: "notebook.unshare",
            target: id,
            detail: { ...(row.user ? { user: row.user } : { labGranted: row.labGranted }), role: row.role },
          });
        } else {
          const [link] = await tx
            .delete(links)
            .where(and(eq(links.id, access), eq(links.notebook, id)))
            .returning();
          if (!link) return refuse("not-found", "not-found", { what: "entry" });
          // Who came by the link came by nothing else: a role given since then has no link any more.
          const gone = await tx
            .delete(notebookAccess)
            .where(and(eq(notebookAccess.notebook, id), eq(notebookAccess.link, link.id)))
            .returning({ user: notebookAccess.user });
          await audit.record(tx, {
            lab,
            user: user.id,
            action: "notebook.unlink",
            target: id,
            detail: { link: link.id, people: gone.map((entry) => entry.user) },
          });
        }
        await notifyAccess(tx, { notebook: id });
      });
      return c.json({ done: true as const }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/notebooks/{id}/links",
      tags,
      summary: "A link that lets people in",
      middleware: [requireNotebook(context, "notebook.share")] as const,
      request: { params, ...body(postLink) },
      responses: answer(newLink),
    }),
    async (c) => {
      const { user } = principalOf(c.var.principal);
      const { id: notebook, lab } = c.var.notebook;
      const { role, expiresInDays } = c.req.valid("json");
      const id = newId("lnk", systemRandom);
      const token = newToken();
      const now = context.now();
      const expiresAt = expiresInDays === undefined ? null : now + expiresInDays * dayMs;
      await db.transaction(async (tx) => {
        await tx.insert(links).values({
          id,
          notebook,
          lab,
          role,
          tokenHash: hashOfToken(token),
          sealedToken: await keys.sealText(tx, lab, token, `link ${id}`),
          createdBy: user.id,
          createdAt: now,
          expiresAt,
        });
        await audit.record(tx, {
          lab,
          user: user.id,
          action: "notebook.link",
          target: notebook,
          detail: { link: id, role, expiresAt },
        });
      });
      return c.json({ id, url: linkUrl(token), expiresAt }, 200);
    },
  );

  const openLink = async (executor: Executor, token: string) => {
    const [row] = await executor
      .select({
        id: links.id,
        role: links.role,
        createdBy: links.createdBy,
        notebook: notebooks.id,
        title: notebooks.title,
        lab: notebooks.lab,
        labName: labs.name,
      })
      .from(links)
      .innerJoin(notebooks, eq(notebooks.id, links.notebook))
      .innerJoin(labs, eq(labs.id, notebooks.lab))
      .where(
        and(
          eq(links.tokenHash, hashOfToken(token)),
          or(isNull(links.expiresAt), gt(links.expiresAt, context.now())),
          isNull(notebooks.deletedAt),
        ),
      );
    return row ?? refuse("not-found", "link-gone");
  };

  // Open to whoever holds the address: she may not have an account yet.
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/links/{token}",
      tags,
      summary: "What a link opens",
      request: { params: tokenParam },
      responses: answer(linkAnswer),
    }),
    async (c) => {
      const row = await openLink(db, c.req.valid("param").token);
      return c.json(
        { notebook: { id: row.notebook, title: row.title }, role: roleOf(row.role), lab: { name: row.labName } },
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/links/{token}/accept",
      tags,
      summary: "Come in by a link",
      middleware: [requirePerson] as const,
      request: { params: tokenParam },
      responses: answer(acceptedLink),
    }),
    async (c) => {
      const { user } = principalOf(c.var.principal);
      const opened = await db.transaction(async (tx) => {
        const row = await openLink(tx, c.req.valid("param").token);
        const had = await notebookAccessOf(tx, row.notebook, user.id);
        // A link never takes rights away.
        if (had === null || strongerRole(had.role, roleOf(row.role)) !== had.role) {
          const values = { role: row.role, link: row.id };
          await tx
            .insert(notebookAccess)
            .values({
              ...values,
              id: newId("acs", systemRandom),
              notebook: row.notebook,
              lab: row.lab,
              user: user.id,
              createdBy: row.createdBy,
              createdAt: context.now(),
            })
            .onConflictDoUpdate({ target: [notebookAccess.notebook, notebookAccess.user], set: values });
          await audit.record(tx, {
            lab: row.lab,
            user: user.id,
            action: "notebook.enter-by-link",
            target: row.notebook,
            detail: { link: row.id, role: row.role },
          });
          await notifyAccess(tx, { notebook: row.notebook, user: user.id });
        }
        return { notebook: { id: row.notebook, title: row.title } };
      });
      return c.json(opened, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/notebooks/{id}/datasets",
      tags,
      summary: "Let the notebook use a data set",
      middleware: [requireNotebook(context, "notebook.attach")] as const,
      request: { params, ...body(attachDataset) },
      responses: answer(done),
    }),
    async (c) => {
      const { user } = principalOf(c.var.principal);
      await attach(context, db, { notebook: c.var.notebook, dataset: c.req.valid("json").dataset, user: user.id });
      return c.json({ done: true as const }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "delete",
      path: "/api/v1/notebooks/{id}/datasets/{dataset}",
      tags,
      summary: "Take a data set away from the notebook",
      middleware: [requireNotebook(context, "notebook.attach")] as const,
      request: {
        params: z.object({ id: pathParam("id", "Id of the notebook"), dataset: pathParam("dataset", "Id of the data set") }),
      },
      responses: answer(done),
    }),
    async (c) => {
      const { user } = principalOf(c.var.principal);
      const { id, lab } = c.var.notebook;
      const { dataset } = c.req.valid("param");
      await db.transaction(async (tx) => {
        const gone = await tx
          .delete(notebookDatasets)
          .where(and(eq(notebookDatasets.notebook, id), eq(notebookDatasets.dataset, dataset)))
          .returning({ dataset: notebookDatasets.dataset });
        if (gone.length === 0) refuse("not-found", "not-found", { what: "data set" });
        await audit.record(tx, { lab, user: user.id, action: "dataset.detach", target: dataset, detail: { notebook: id } });
        await notifyAccess(tx, { notebook: id, dataset });
      });
      return c.json({ done: true as const }, 200);
    },
  );
}

/** Grants a data set to a notebook, in a transaction of its own or the caller's. The person needs the right to share it. */
export async function attach(
  context: ServerContext,
  executor: Executor,
  {
    notebook,
    dataset,
    user,
  }: { readonly notebook: { readonly id: string; readonly lab: string }; readonly dataset: string; readonly user: string },
): Promise<void> {
  await executor.transaction(async (tx) => {
    const standing = (await datasetStandingsOf(tx, [dataset], user)).get(dataset) ?? "none";
    if (standing === "none") return refuse("not-found", "not-found", { what: "data set" });
    if (!canDataset(standing, "dataset.attach")) return refuse("forbidden", "no-right", { role: standing, what: dataset });
    const added = await tx
      .insert(notebookDatasets)
      .values({ notebook: notebook.id, dataset, lab: notebook.lab, grantedBy: user, grantedAt: context.now() })
      .onConflictDoNothing()
      .returning({ dataset: notebookDatasets.dataset });
    if (added.length === 0) return;
    await context.audit.record(tx, {
      lab: notebook.lab,
      user,
      action: "dataset.attach",
      target: dataset,
      detail: { notebook: notebook.id },
    });
    await notifyAccess(tx, { notebook: notebook.id, dataset });
  });
}

async function personOf(tx: Executor, id: string | undefined, email: string | undefined): Promise<string> {
  const [row] = await tx
    .select({ id: users.id })
    .from(users)
    .where(id === undefined ? eq(users.email, (email ?? "").toLowerCase()) : eq(users.id, id));
  return row?.id ?? refuse("not-found", "person-unknown", { email: email ?? id ?? "" });
}

async function labOf(tx: Executor, id: string): Promise<string> {
  const [row] = await tx.select({ id: labs.id }).from(labs).where(eq(labs.id, id));
  return row?.id ?? refuse("not-found", "not-found", { what: "lab" });
}
