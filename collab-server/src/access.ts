// Rights of a person on a notebook, a lab, data sets: rows from storage, judged by the permission table. The middleware
// of routes and what lets sockets in both come here.

import { createMiddleware } from "hono/factory";
import type { Executor } from "@genomecraft/storage/database.ts";
import { noteEntered } from "@genomecraft/storage/queries/access.ts";
import { datasetById } from "@genomecraft/storage/queries/datasets.ts";
import { type Origin, originsOf } from "@genomecraft/storage/queries/origins.ts";
import { datasetStandings, labStanding, notebookStanding } from "@genomecraft/storage/queries/rights.ts";
import { labRoles, notebookRoles, type LabRole, type NotebookRole } from "../contract/roles.ts";
import { forbid, refuse } from "./errors.ts";
import {
  canDataset,
  canLab,
  canNotebook,
  strongerRole,
  weakerStanding,
  type DatasetAction,
  type DatasetStanding,
  type LabAction,
  type NotebookAction,
} from "./permissions.ts";
import type { Principal } from "./accounts/principal.ts";
import type { Env, LabAccess, NotebookAccess, ServerContext } from "./server-context.ts";

const notebookRole = (text: string | null): NotebookRole | null => notebookRoles.find((role) => role === text) ?? null;
const labRole = (text: string | null): LabRole | null => labRoles.find((role) => role === text) ?? null;

/** A notebook as a person may see it, also in the bin; null where there is none or no right at all. */
export async function notebookAccessOf(executor: Executor, notebook: string, user: string): Promise<NotebookAccess | null> {
  const found = await notebookStanding(executor, notebook, user);
  if (!found) return null;
  let role = notebookRole(found.personRole);
  for (const given of found.labRoles) role = strongerRole(role, notebookRole(given));
  // Who runs the lab that owns a notebook owns it, too: nothing of a lab is lost with a person who leaves.
  const member = labRole(found.memberRole);
  if (member === "owner" || member === "admin") role = "owner";
  if (role === null) return null;
  if (found.isAwaited) await noteEntered(executor, { notebook, user, at: Date.now() });
  const { id, lab, labName, title, epoch, createdAt, updatedAt, deletedAt } = found;
  return { id, lab, labName, title, epoch, role, createdAt, updatedAt, deletedAt };
}

export async function labAccessOf(executor: Executor, lab: string, user: string): Promise<LabAccess | null> {
  const found = await labStanding(executor, lab, user);
  const role = labRole(found?.role ?? null);
  return found && role ? { id: found.id, name: found.name, role } : null;
}

/**
 * What a person may do with each of `datasets`; those that do not exist (any more) are "none". `notebook`: in which she
 * looks, where those whom she was let in by may have shown her their results. With what was made of other data sets she may do
 * no more than with these.
 */
export async function datasetStandingsOf(
  executor: Executor,
  datasets: readonly string[],
  user: string,
  notebook?: string,
): Promise<ReadonlyMap<string, DatasetStanding>> {
  const [own, origins] = await Promise.all([ownStandingsOf(executor, datasets, user, notebook), originsOf(executor, datasets)]);
  if (origins.length === 0) return own;
  const behind = await ownStandingsOf(executor, [...new Set(origins.map(({ origin }) => origin))], user, notebook);
  const capped = new Map(own);
  for (const dataset of new Set(origins.map((row) => row.dataset)))
    capped.set(
      dataset,
      cappedBy(
        own.get(dataset) ?? "none",
        origins.filter((row) => row.dataset === dataset),
        behind,
      ),
    );
  return capped;
}

/** Of equal bytes in several data sets the best counts; whoever may do with them as their own lab does is kept from nothing. */
function cappedBy(
  own: DatasetStanding,
  origins: readonly Origin[],
  behind: ReadonlyMap<string, DatasetStanding>,
): DatasetStanding {
  const best = new Map<string, DatasetStanding>();
  for (const { version, digest, origin, isThere, isOwn } of origins) {
    // What is gone for good keeps nobody where its own lab deleted it, and has what was made of it.
    const standing = isThere ? (behind.get(origin) ?? "none") : isOwn ? "owner" : "none";
    const name = `${version} ${digest}`;
    const known = best.get(name);
    best.set(name, known === undefined || weakerStanding(known, standing) === known ? standing : known);
  }
  let answer = own;
  for (const standing of best.values()) if (!canDataset(standing, "dataset.attach")) answer = weakerStanding(answer, standing);
  return answer;
}

/** The same without what they were made of: what her lab, or what it was granted, lets her do. */
export async function ownStandingsOf(
  executor: Executor,
  datasets: readonly string[],
  user: string,
  notebook?: string,
): Promise<ReadonlyMap<string, DatasetStanding>> {
  const standings = new Map<string, DatasetStanding>(datasets.map((id) => [id, "none"]));
  for (const row of await datasetStandings(executor, datasets, user, notebook)) {
    const member = labRole(row.memberRole);
    standings.set(
      row.id,
      member === "owner" || member === "admin"
        ? member
        : member === "member"
          ? row.createdBy === user
            ? "creator"
            : "member"
          : ((["download", "rows", "results"] as const).find((right) => row.grants.includes(right)) ?? "none"),
    );
  }
  return standings;
}

export function principalOf(principal: Principal | null): Principal {
  return principal ?? refuse("unauthorized", "signed-out");
}

/** Somebody who is signed in. */
export const requirePerson = createMiddleware<Env>(async (c, next) => {
  principalOf(c.var.principal);
  await next();
});

/** The notebook `:id` of the path, and the right to do something with it; `c.var.notebook` from here on. */
export const requireNotebook = (context: ServerContext, action: NotebookAction, options: { readonly inBin?: boolean } = {}) =>
  createMiddleware<Env>(async (c, next) => {
    c.set("notebook", await allowedNotebook(context.db, c.req.param("id") ?? "", principalOf(c.var.principal), action, options));
    await next();
  });

/** For routes that name the notebook elsewhere than in the path. */
export async function allowedNotebook(
  executor: Executor,
  id: string,
  principal: Principal,
  action: NotebookAction,
  options: { readonly inBin?: boolean } = {},
): Promise<NotebookAccess> {
  const notebook = await notebookAccessOf(executor, id, principal.user.id);
  // Whoever has no right at all is not told that the notebook exists.
  if (!notebook) return refuse("not-found", "not-found", { what: "notebook" });
  if (!canNotebook(notebook.role, action))
    return forbid({ target: notebook.id, labs: [notebook.lab] }, "no-right", { role: notebook.role, what: notebook.title });
  if (notebook.deletedAt !== null && !options.inBin) return refuse("conflict", "in-bin", { title: notebook.title });
  return notebook;
}

/** The lab `:lab` of the path; `c.var.lab` from here on. */
export const requireLab = (context: ServerContext, action: LabAction) =>
  createMiddleware<Env>(async (c, next) => {
    c.set("lab", await allowedLab(context.db, c.req.param("lab") ?? "", principalOf(c.var.principal), action));
    await next();
  });

export async function allowedLab(executor: Executor, id: string, principal: Principal, action: LabAction): Promise<LabAccess> {
  const lab = await labAccessOf(executor, id, principal.user.id);
  if (!lab) return refuse("not-found", "not-found", { what: "lab" });
  if (!canLab(lab.role, action))
    return forbid({ target: lab.id, labs: [lab.id] }, "no-right", { role: lab.role, what: lab.name });
  return lab;
}

/** What is done with a data set as its owner, whatever it was made of. */
const ownersActs: readonly DatasetAction[] = ["dataset.add-version", "dataset.grant", "dataset.mark", "dataset.delete"];

/** A data set that a person may use so; whoever has no right at all is not told that it exists. */
export async function allowedDataset(
  executor: Executor,
  id: string,
  principal: Principal,
  action: DatasetAction,
  where: { readonly inBin?: boolean | "either" } = {},
) {
  const standingsOf = ownersActs.includes(action) ? ownStandingsOf : datasetStandingsOf;
  const [found, standings] = await Promise.all([
    datasetById(executor, id, where),
    standingsOf(executor, [id], principal.user.id),
  ]);
  const standing = standings.get(id) ?? "none";
  if (!found || standing === "none") return refuse("not-found", "not-found", { what: "data set" });
  if (!canDataset(standing, action))
    return forbid({ target: found.id, labs: [found.lab] }, "no-right", { role: standing, what: found.name });
  return { ...found, standing };
}
