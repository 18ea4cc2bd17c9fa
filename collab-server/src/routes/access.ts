// Who may do what with a notebook: people and labs, and, for owners, the links that are open.

import { createRoute, z } from "@hono/zod-openapi";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import type { Executor } from "@genomecraft/storage/database.ts";
import {
  accessById,
  accessOf,
  type AccessTarget,
  addAccess,
  awaitedInNotebook,
  changeAccess,
  endEntriesOfLinksThatAreOver,
  labsOfNotebook,
  labsOfPeople,
  lockAccess,
  ownersOfNotebook,
  peopleOfNotebook,
  removeAccess,
  removeAccessByLink,
} from "@genomecraft/storage/queries/access.ts";
import { datasetsOfNotebook } from "@genomecraft/storage/queries/attached-datasets.ts";
import { grantsOf } from "@genomecraft/storage/queries/datasets.ts";
import { isLab, membersOf, shareALab } from "@genomecraft/storage/queries/labs.ts";
import { keepResultsOfLinks, resultsShown } from "@genomecraft/storage/queries/guest-results.ts";
import { linksOfNotebook, removeLink } from "@genomecraft/storage/queries/links.ts";
import { personByEmail, personById } from "@genomecraft/storage/queries/people.ts";
import { notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import { newAccess, notebookAccess, putAccess, putResults } from "../../contract/access.ts";
import { datasetRights, notebookRoles, type NotebookRole } from "../../contract/roles.ts";
import { done } from "../../contract/fields.ts";
import { datasetStandingsOf, principalOf, requireNotebook } from "../access.ts";
import { refuse } from "../errors.ts";
import { canDataset } from "../permissions.ts";
import type { App, ServerContext } from "../server-context.ts";
import { setResultsShown } from "../show-results.ts";
import { addressOfLink } from "./links.ts";
import { answer, body, idParam, pathParam } from "./route-shapes.ts";

const tags = ["Access"];
const params = idParam("notebook");
const rowParams = z.object({
  id: pathParam("id", "Id of the notebook"),
  access: pathParam("access", "Id of the person's, lab's or link's entry"),
});
const roleOf = (text: string): NotebookRole => notebookRoles.find((role) => role === text) ?? "viewer";

const isOpenAt = ({ expiresAt }: { readonly expiresAt: number | null }, now: number): boolean =>
  expiresAt === null || expiresAt > now;

export function registerAccess(app: App, context: ServerContext): void {
  const { db, keys } = context;

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/notebooks/{id}/access",
      tags,
      summary: "Who may do what",
      middleware: [requireNotebook(context, "notebook.see-access")] as const,
      request: { params },
      responses: answer(notebookAccess),
    }),
    async (c) => {
      const { id, role } = c.var.notebook;
      const { user } = principalOf(c.var.principal);
      const now = context.now();
      const attached = await datasetsOfNotebook(db, id);
      const ids = attached.map((row) => row.id);
      const [people, awaited, groups, guests, open, grants, standings, shown] = await Promise.all([
        peopleOfNotebook(db, id),
        role === "owner" ? awaitedInNotebook(db, id) : [],
        labsOfNotebook(db, id),
        labsOfPeople(db, id),
        // A link gives what it gives to whoever has it: only those who may share see it.
        role === "owner" ? linksOfNotebook(db, id) : [],
        grantsOf(db, ids),
        datasetStandingsOf(db, ids, user.id),
        resultsShown(db, id),
      ]);
      const mayGrant = (dataset: string): boolean => canDataset(standings.get(dataset) ?? "none", "dataset.grant");
      const resultsOf = (guest: string): string[] =>
        shown.flatMap((row) => (row.guest === guest && (role === "owner" || mayGrant(row.dataset)) ? [row.dataset] : []));
      const inLab = new Map(
        await Promise.all(
          [...new Set(attached.map((row) => row.lab))].map(
            async (of) => [of, new Set((await membersOf(db, of)).map(({ id }) => id))] as const,
          ),
        ),
      );
      const ownOf = (isOf: (lab: string) => boolean): string[] =>
        attached.flatMap((row) => (isOf(row.lab) && (role === "owner" || mayGrant(row.id)) ? [row.id] : []));
      const valid = open.filter((link) => isOpenAt(link, now));
      return c.json(
        {
          people: people.map((row) => ({
            id: row.id,
            // What an editor needs of others to work with them is their names.
            user: { id: row.user, name: row.name, email: role === "owner" || row.user === user.id ? row.email : null },
            role: roleOf(row.role),
            link: row.link,
            results: resultsOf(row.id),
            own: ownOf((of) => inLab.get(of)?.has(row.user) === true),
          })),
          awaited: awaited.map((row) => ({
            id: row.id,
            email: row.email ?? "",
            role: roleOf(row.role),
            results: resultsOf(row.id),
          })),
          labs: groups.map((row) => ({
            id: row.id,
            lab: { id: row.lab, name: row.name },
            role: roleOf(row.role),
            results: resultsOf(row.id),
            own: ownOf((of) => of === row.lab),
          })),
          guests: role === "owner" || ids.some(mayGrant) ? guests : [],
          links: await Promise.all(
            valid.map(async (link) => ({
              id: link.id,
              role: roleOf(link.role),
              url: addressOfLink(context, await keys.openText(db, link.sealedToken, `link ${link.id}`)),
              expiresAt: link.expiresAt,
              results: resultsOf(link.id),
            })),
          ),
          datasets: attached.map((row) => ({
            dataset: { id: row.id, name: row.name, lab: { id: row.lab, name: row.labName } },
            grants: grants
              .filter((grant) => grant.dataset === row.id && (role === "owner" || mayGrant(row.id)))
              .map((grant) => ({
                lab: { id: grant.lab, name: grant.labName },
                right: datasetRights.find((right) => right === grant.right) ?? "results",
              })),
            mayGrant: mayGrant(row.id),
            inBin: row.inBin,
          })),
        },
        200,
      );
    },
  );

  registerChanges(app, context);
}

/** Letting in, changing, ending. */
function registerChanges(app: App, context: ServerContext): void {
  const { db, audit } = context;

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
        await lockAccess(tx, id);
        const target =
          wanted.lab === undefined
            ? await personOf(tx, { id: wanted.user, email: wanted.email, by: user.id })
            : await labOf(tx, wanted.lab);
        await endEntriesOfLinksThatAreOver(tx, id);
        const owners = await ownersOfNotebook(tx, id);
        const { known, ...row } = target;
        const awaited = row.email === undefined ? null : await accessOf(tx, id, { email: row.email });
        const before = (await accessOf(tx, id, known)) ?? awaited;
        if (before?.role === "owner" && wanted.role !== "owner" && owners.length < 2) return refuse("conflict", "own-access");
        const accessId = before?.id ?? newId("acs", systemRandom);
        if (before) {
          if (before.link) await keepResultsOfLinks(tx, before.id);
          await changeAccess(tx, before.id, wanted.role, row.user);
        } else
          await addAccess(tx, {
            id: accessId,
            notebook: id,
            lab,
            ...row,
            role: wanted.role,
            createdBy: user.id,
            createdAt: context.now(),
          });
        await audit.record(tx, {
          lab,
          user: user.id,
          action: "notebook.share",
          target: id,
          detail: {
            // By an address: whether somebody signs in with it stands nowhere.
            ...(row.email === undefined ? row : { email: row.email }),
            role: wanted.role,
            before: before?.role ?? null,
          },
        });
        await notifyAccess(tx, { notebook: id });
        if (wanted.results)
          await setResultsShown(context, tx, {
            notebook: { id, lab },
            guest: { access: accessId },
            wanted: wanted.results,
            user: user.id,
          });
        return accessId;
      });
      return c.json({ id: answerId }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "put",
      path: "/api/v1/notebooks/{id}/access/{access}/results",
      tags,
      summary: "Which of your data sets a person, a lab or whoever comes by a link sees results of, in this notebook",
      // Whose data it is decides, whatever she may do with the notebook.
      middleware: [requireNotebook(context, "notebook.read")] as const,
      request: { params: rowParams, ...body(putResults) },
      responses: answer(done),
    }),
    async (c) => {
      const { user } = principalOf(c.var.principal);
      const { id, lab } = c.var.notebook;
      const { access } = c.req.valid("param");
      await db.transaction(async (tx) => {
        await lockAccess(tx, id);
        await endEntriesOfLinksThatAreOver(tx, id);
        const isEntry = (await accessById(tx, { id: access, notebook: id })) !== null;
        const isLink =
          !isEntry && (await linksOfNotebook(tx, id)).some((link) => link.id === access && isOpenAt(link, context.now()));
        if (!isEntry && !isLink) return refuse("not-found", "not-found", { what: "entry" });
        const guest = isEntry ? { access } : { link: access };
        await setResultsShown(context, tx, { notebook: { id, lab }, guest, wanted: c.req.valid("json").results, user: user.id });
      });
      return c.json({ done: true as const }, 200);
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
        await lockAccess(tx, id);
        const owners = await ownersOfNotebook(tx, id);
        const row = await accessById(tx, { id: access, notebook: id });
        // Everybody may go; the rest is sharing.
        if (role !== "owner" && row?.user !== user.id)
          return refuse("forbidden", "no-right", { role, what: c.var.notebook.title });
        if (row) {
          if (row.role === "owner" && owners.length < 2) return refuse("conflict", "own-access");
          await removeAccess(tx, row.id);
          await audit.record(tx, {
            lab,
            user: user.id,
            action: "notebook.unshare",
            target: id,
            detail: {
              ...(row.email ? { email: row.email } : row.user ? { user: row.user } : { labGranted: row.labGranted }),
              role: row.role,
            },
          });
        } else {
          if (!(await removeLink(tx, { id: access, notebook: id }))) return refuse("not-found", "not-found", { what: "entry" });
          // Who came by the link came by nothing else: a role given since then has no link any more.
          const people = await removeAccessByLink(tx, { notebook: id, link: access });
          await audit.record(tx, {
            lab,
            user: user.id,
            action: "notebook.unlink",
            target: id,
            detail: { link: access, people },
          });
        }
        await notifyAccess(tx, { notebook: id });
      });
      return c.json({ done: true as const }, 200);
    },
  );
}

/** Whom a role is given: the columns of its row, and by which of them a row of before is found. */
interface Target {
  readonly user?: string;
  readonly labGranted?: string;
  readonly email?: string;
  readonly known: AccessTarget;
}

/** An address is answered alike, whether somebody signs in with it or not; people of one's own labs are known by name. */
async function personOf(
  tx: Executor,
  wanted: { readonly id?: string | undefined; readonly email?: string | undefined; readonly by: string },
): Promise<Target> {
  if (wanted.id !== undefined) {
    const user = (await personById(tx, wanted.id))?.id ?? refuse("not-found", "not-found", { what: "person" });
    return { user, known: { user } };
  }
  const email = (wanted.email ?? "").toLowerCase();
  const user = await personByEmail(tx, email);
  if (user === null) return { email, known: { email } };
  const isKnown = user === wanted.by || (await shareALab(tx, user, wanted.by));
  return { user, ...(isKnown ? {} : { email }), known: { user } };
}

async function labOf(tx: Executor, id: string): Promise<Target> {
  const labGranted = (await isLab(tx, id)) ? id : refuse("not-found", "not-found", { what: "lab" });
  return { labGranted, known: { labGranted } };
}
