// Data sets: a finished upload becomes a file of a lab, or the next version of one; other labs get rights on it.

import { createRoute, z } from "@hono/zod-openapi";
import { and, eq, isNull, sql } from "drizzle-orm";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import { isJsonObject } from "@genomecraft/cells/base/json.ts";
import {
  datasetById,
  datasetsFor,
  grantsOf,
  notebooksOfDataset,
  publicationsFrom,
  versionsOf,
} from "@genomecraft/storage/queries/datasets.ts";
import { notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import { datasetGrants, datasets, datasetVersions, labs, uploads } from "@genomecraft/storage/schema/index.ts";
import { datasetRights, done, type DatasetRight } from "../../contract/common.ts";
import { dataset, datasetList, newDataset, patchDataset, postDataset, putGrant } from "../../contract/datasets.ts";
import { allowedLab, allowedNotebook, datasetStandingsOf, principalOf, requirePerson } from "../access.ts";
import { refuse } from "../errors.ts";
import { canDataset, type DatasetAction, type DatasetStanding } from "../permissions.ts";
import type { App, Principal, ServerContext } from "../server-context.ts";
import { attach } from "./access.ts";
import { answer, body, idParam } from "./route-parts.ts";

const tags = ["Data sets"];
const params = idParam("data set");

const rightOf = (standing: DatasetStanding): "own" | DatasetRight =>
  standing === "download" || standing === "rows" || standing === "results" ? standing : "own";

/** What the intake found, where it looked. */
const formatOf = (recognised: unknown): string | null =>
  isJsonObject(recognised) && typeof recognised["format"] === "string" ? recognised["format"] : null;

/** A data set that a person may use so; whoever has no right at all is not told that it exists. */
export async function allowedDataset(context: ServerContext, id: string, principal: Principal, action: DatasetAction) {
  const found = await datasetById(context.db, id);
  const standing = (await datasetStandingsOf(context.db, [id], principal.user.id)).get(id) ?? "none";
  if (!found || standing === "none") return refuse("not-found", "not-found", { what: "data set" });
  if (!canDataset(standing, action)) return refuse("forbidden", "no-right", { role: standing, what: found.name });
  return { ...found, standing };
}

export function registerDatasets(app: App, context: ServerContext): void {
  const { db, audit } = context;

  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/datasets",
      tags,
      summary: "Make a finished upload into a data set",
      middleware: [requirePerson] as const,
      request: body(postDataset),
      responses: answer(newDataset),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const by = principal.user.id;
      const wanted = c.req.valid("json");
      const lab = await allowedLab(db, wanted.lab, principal, "lab.upload");
      const notebook =
        wanted.notebook === undefined ? null : await allowedNotebook(db, wanted.notebook, principal, "notebook.attach");
      const older =
        wanted.versionOf === undefined ? null : await allowedDataset(context, wanted.versionOf, principal, "dataset.add-version");
      if (older && older.lab !== lab.id) return refuse("conflict", "dataset-other-lab", { name: older.name });
      const found = await context.uploads.find(wanted.upload);
      if (!found || found.user !== by || found.lab !== lab.id) return refuse("not-found", "not-found", { what: "upload" });
      if (!found.finished && (found.size === null || found.offset < found.size))
        return refuse("conflict", "upload-unfinished", { name: found.name, have: found.offset, size: found.size ?? 0 });
      const upload = await context.uploads.finish(found.id);
      const made = await db.transaction(async (tx) => {
        // The upload's row is what is used up: two requests for one upload make one data set.
        const taken = await tx.delete(uploads).where(eq(uploads.id, upload.id)).returning({ id: uploads.id });
        if (taken.length === 0) return refuse("conflict", "upload-used", { name: upload.name });
        const now = context.now();
        const id = older?.id ?? newId("ds", systemRandom);
        const name = wanted.name ?? older?.name ?? upload.name;
        let version = 1;
        if (older) {
          const [locked] = await tx
            .select({ id: datasets.id })
            .from(datasets)
            .where(and(eq(datasets.id, id), isNull(datasets.deletedAt)))
            .for("update");
          if (!locked) return refuse("not-found", "not-found", { what: "data set" });
          const [last] = await tx
            .select({ n: sql<number>`max(${datasetVersions.version})::int` })
            .from(datasetVersions)
            .where(eq(datasetVersions.dataset, id));
          version = (last?.n ?? 0) + 1;
          await tx.update(datasets).set({ name, updatedAt: now }).where(eq(datasets.id, id));
        } else await tx.insert(datasets).values({ id, lab: lab.id, name, createdBy: by, createdAt: now, updatedAt: now });
        const content = { digest: upload.digest, name: upload.name, size: upload.offset };
        await tx
          .insert(datasetVersions)
          .values({ dataset: id, version, lab: lab.id, blob: upload.blob, ...content, createdBy: by, createdAt: now });
        await audit.record(tx, {
          lab: lab.id,
          user: by,
          action: version === 1 ? "dataset.create" : "dataset.add-version",
          target: id,
          detail: { version, ...content },
        });
        if (notebook) await attach(context, tx, { notebook, dataset: id, user: by });
        return { id, version, ...content, name };
      });
      return c.json(made, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/datasets",
      tags,
      summary: "Data sets that you may use, newest first",
      middleware: [requirePerson] as const,
      request: {
        query: z.object({
          lab: z.string().max(80).optional(),
          notebook: z.string().max(80).optional(),
          limit: z.coerce.number().int().min(1).max(1000).default(500),
        }),
      },
      responses: answer(datasetList),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const filter = c.req.valid("query");
      if (filter.notebook !== undefined) await allowedNotebook(db, filter.notebook, principal, "notebook.read");
      const rows = await datasetsFor(db, principal.user.id, filter);
      const standings = await datasetStandingsOf(
        db,
        rows.map((row) => row.id),
        principal.user.id,
      );
      return c.json(
        {
          datasets: rows.map(({ recognised, ...row }) => ({
            ...row,
            format: formatOf(recognised),
            right: rightOf(standings.get(row.id) ?? "results"),
          })),
        },
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/datasets/{id}",
      tags,
      summary: "A data set, its versions and grants",
      middleware: [requirePerson] as const,
      request: { params },
      responses: answer(dataset),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const found = await allowedDataset(context, c.req.valid("param").id, principal, "dataset.see-results");
      const own = rightOf(found.standing) === "own";
      const [versions, grants, used] = await Promise.all([
        versionsOf(db, found.id),
        own ? grantsOf(db, [found.id]) : [],
        own ? notebooksOfDataset(db, found.id) : [],
      ]);
      return c.json(
        {
          id: found.id,
          name: found.name,
          lab: { id: found.lab, name: found.labName },
          right: rightOf(found.standing),
          mayGrant: canDataset(found.standing, "dataset.grant"),
          aboutPersons: found.aboutPersons,
          versions: versions.map(({ version, digest, name, size, createdAt, by, byName }) => ({
            version,
            digest,
            name,
            size,
            createdAt,
            by: { id: by, name: byName ?? "" },
          })),
          grants: grants.map((grant) => ({
            lab: { id: grant.lab, name: grant.labName },
            right: datasetRights.find((right) => right === grant.right) ?? "results",
          })),
          notebooks: [...used],
        },
        200,
      );
    },
  );

  app.openapi(
    createRoute({
      method: "patch",
      path: "/api/v1/datasets/{id}",
      tags,
      summary: "Say whether the rows of a data set are persons",
      middleware: [requirePerson] as const,
      request: { params, ...body(patchDataset) },
      responses: answer(done),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const found = await allowedDataset(context, c.req.valid("param").id, principal, "dataset.mark");
      const { aboutPersons } = c.req.valid("json");
      await db.transaction(async (tx) => {
        await tx.update(datasets).set({ aboutPersons }).where(eq(datasets.id, found.id));
        await audit.record(tx, {
          lab: found.lab,
          user: principal.user.id,
          action: "dataset.mark",
          target: found.id,
          detail: { aboutPersons, before: found.aboutPersons },
        });
      });
      return c.json({ done: true as const }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "delete",
      path: "/api/v1/datasets/{id}",
      tags,
      summary: "Delete a data set; its bytes go a day later",
      middleware: [requirePerson] as const,
      request: { params },
      responses: answer(done),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const found = await allowedDataset(context, c.req.valid("param").id, principal, "dataset.delete");
      const published = await publicationsFrom(db, found.id);
      if (published.length > 0) return refuse("conflict", "dataset-in-use", { name: found.name, dashboards: [...published] });
      await db.transaction(async (tx) => {
        await tx.update(datasets).set({ deletedAt: context.now() }).where(eq(datasets.id, found.id));
        await audit.record(tx, {
          lab: found.lab,
          user: principal.user.id,
          action: "dataset.delete",
          target: found.id,
          detail: { name: found.name },
        });
        await notifyAccess(tx, { dataset: found.id });
      });
      return c.json({ done: true as const }, 200);
    },
  );

  app.openapi(
    createRoute({
      method: "put",
      path: "/api/v1/datasets/{id}/grants",
      tags,
      summary: "Give another lab rights on a data set, or take them back",
      middleware: [requirePerson] as const,
      request: { params, ...body(putGrant) },
      responses: answer(done),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const found = await allowedDataset(context, c.req.valid("param").id, principal, "dataset.grant");
      const { lab, right } = c.req.valid("json");
      if (lab === found.lab) return refuse("conflict", "grant-own-lab");
      await db.transaction(async (tx) => {
        const [known] = await tx.select({ id: labs.id }).from(labs).where(eq(labs.id, lab));
        if (!known) return refuse("not-found", "not-found", { what: "lab" });
        const where = and(eq(datasetGrants.dataset, found.id), eq(datasetGrants.labGranted, lab));
        const [before] = await tx.select({ right: datasetGrants.right }).from(datasetGrants).where(where);
        if (right === null) await tx.delete(datasetGrants).where(where);
        else {
          const values = { right, grantedBy: principal.user.id, grantedAt: context.now() };
          await tx
            .insert(datasetGrants)
            .values({ dataset: found.id, labGranted: lab, lab: found.lab, ...values })
            .onConflictDoUpdate({ target: [datasetGrants.dataset, datasetGrants.labGranted], set: values });
        }
        await audit.record(tx, {
          lab: found.lab,
          user: principal.user.id,
          action: right === null ? "dataset.revoke" : "dataset.grant",
          target: found.id,
          detail: { lab, right, before: before?.right ?? null },
        });
        await notifyAccess(tx, { dataset: found.id, lab });
      });
      return c.json({ done: true as const }, 200);
    },
  );
}
