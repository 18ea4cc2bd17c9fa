// Links that let people into a notebook: made by its owners, opened by whoever has them.

import { createRoute } from "@hono/zod-openapi";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import type { Executor } from "@genomecraft/storage/database.ts";
import {
  cameByLink,
  endEntriesOfLinksThatAreOver,
  enterByLink,
  isHereByOtherLink,
  lockAccess,
  ownRoleOf,
} from "@genomecraft/storage/queries/access.ts";
import { resultsShown } from "@genomecraft/storage/queries/guest-results.ts";
import { addLink, openLink } from "@genomecraft/storage/queries/links.ts";
import { notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import { notebookRoles, type NotebookRole } from "../../contract/roles.ts";
import { acceptedLink, linkAnswer, newLink, postLink } from "../../contract/links.ts";
import { labAccessOf, notebookAccessOf, principalOf, requireNotebook, requirePerson } from "../access.ts";
import { refuse } from "../errors.ts";
import { canNotebook, strongerRole } from "../permissions.ts";
import { hashOfToken, newToken } from "../secrets.ts";
import type { App, ServerContext } from "../server-context.ts";
import { setResultsShown } from "../show-results.ts";
import { answer, body, idParam, tokenParam } from "./route-shapes.ts";

const tags = ["Access"];
const params = idParam("notebook");
const dayMs = 86_400_000;
const roleOf = (text: string): NotebookRole => notebookRoles.find((role) => role === text) ?? "viewer";

export const addressOfLink = ({ config }: ServerContext, token: string): string => `${config.publicUrl}/link/${token}`;

export function registerLinks(app: App, context: ServerContext): void {
  const { db, audit, keys } = context;
  /** A link stands by the right of whoever made it: when she may not share the notebook any more, it opens nothing. */
  const opened = async (executor: Executor, token: string) => {
    const link = await openLink(executor, hashOfToken(token), context.now());
    const maker = link && (await notebookAccessOf(executor, link.notebook, link.createdBy));
    if (!link || !maker || !canNotebook(maker.role, "notebook.share")) return refuse("not-found", "link-gone");
    return link;
  };

  const showsResults = async (tx: Executor, { link, notebook }: { readonly link: string; readonly notebook: string }) =>
    (await resultsShown(tx, notebook)).some(({ guest }) => guest === link);

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
      const { role, expiresInDays, results } = c.req.valid("json");
      const id = newId("lnk", systemRandom);
      const token = newToken();
      const now = context.now();
      const expiresAt = expiresInDays === undefined ? null : now + expiresInDays * dayMs;
      await db.transaction(async (tx) => {
        await lockAccess(tx, notebook);
        await addLink(tx, {
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
        if (results)
          await setResultsShown(context, tx, {
            notebook: { id: notebook, lab },
            guest: { link: id },
            wanted: results,
            user: user.id,
          });
      });
      return c.json({ id, url: addressOfLink(context, token), expiresAt }, 200);
    },
  );

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
      const row = await opened(db, c.req.valid("param").token);
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
      const entered = await db.transaction(async (tx) => {
        const { token } = c.req.valid("param");
        await lockAccess(tx, (await opened(tx, token)).notebook);
        // It may have been taken back until the lock was ours.
        const row = await opened(tx, token);
        await endEntriesOfLinksThatAreOver(tx, row.notebook);
        const coming = { link: row.id, notebook: row.notebook, user: user.id };
        // What a lab of hers was given may end before the link does: her own entry alone counts.
        const own = await ownRoleOf(tx, coming);
        // A link never takes rights away.
        const keepsRole = own !== null && strongerRole(roleOf(own), roleOf(row.role)) === own;
        const isNews = (await isHereByOtherLink(tx, coming)) || (await showsResults(tx, coming));
        // Who runs the lab of the notebook owns it while she does: she tries her own links.
        const inLab = (await labAccessOf(tx, row.lab, user.id))?.role;
        const runsLab = inLab === "owner" || inLab === "admin";
        if (!runsLab && (!keepsRole || (isNews && !(await cameByLink(tx, coming))))) {
          await enterByLink(tx, { ...row, link: row.id, user: user.id, now: context.now(), keepsRole });
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
      return c.json(entered, 200);
    },
  );
}
