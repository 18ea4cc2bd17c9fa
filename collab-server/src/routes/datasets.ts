// Data sets: a finished upload becomes a file of a lab, or the next version of one. Rights of other labs: grants.ts.

import { createRoute, z } from "@hono/zod-openapi";
import { cleanFileName } from "@genomecraft/cells/base/clean-name.ts";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import { isJsonObject } from "@genomecraft/cells/base/json.ts";
import { sentenceIn } from "@genomecraft/cells/messages/catalogue.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import { isSentence } from "@genomecraft/cells/messages/sentence.ts";
import { notebooksOfDataset } from "@genomecraft/storage/queries/attached-datasets.ts";
import {
  addDataset,
  addDatasetVersion,
  datasetsFor,
  deleteDataset,
  grantsOf,
  lockDatasets,
  markAboutPersons,
  publicationsFrom,
  renameDataset,
  restoreDataset,
  takeUpload,
  versionsOf,
} from "@genomecraft/storage/queries/datasets.ts";
import { labsOfOrigins } from "@genomecraft/storage/queries/origins.ts";
import { notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import { datasetRights, type DatasetRight } from "../../contract/roles.ts";
import { decimal, decimalOr, done } from "../../contract/fields.ts";
import { dataset, datasetList, newDataset, patchDataset, postDataset } from "../../contract/datasets.ts";
import { allowedDataset, allowedLab, allowedNotebook, datasetStandingsOf, principalOf, requirePerson } from "../access.ts";
import { attachDataset } from "../attach-dataset.ts";
import { refuse } from "../errors.ts";
import { words as storeWords } from "../feature-store/words.ts";
import { canDataset, type DatasetStanding } from "../permissions.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, body, errorAnswers, idParam } from "./route-shapes.ts";
import { streamOf } from "./stream-of.ts";

const tags = ["Data sets"];
const params = idParam("data set");

const rightOf = (standing: DatasetStanding): "own" | DatasetRight =>
  standing === "download" || standing === "rows" || standing === "results" ? standing : "own";

/** What the intake found, where it looked. Why a file cannot be loaded may quote it. */
function foundIn(
  recognised: unknown,
  { seesRows, locale }: { readonly seesRows: boolean; readonly locale: Locale },
): { readonly format: string | null; readonly loadable: boolean | null; readonly notLoadable: string | null } {
  const found = isJsonObject(recognised) ? recognised : {};
  const refused = isSentence(found["refused"]) ? found["refused"] : null;
  return {
    format: typeof found["format"] === "string" ? found["format"] : null,
    // Earlier releases kept no reason, and a file of which no artifact comes with nothing set may yet be read by a setting.
    loadable: refused ? false : "refused" in found ? true : null,
    notLoadable: refused && seesRows ? sentenceIn(refused, locale) : null,
  };
}

/** As a browser saves it (RFC 6266): a plain name for old ones, and the whole one. */
function attachmentOf(name: string): string {
  const plain = name.replace(/[^\w.-]+/g, "_");
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
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
        wanted.versionOf === undefined ? null : await allowedDataset(db, wanted.versionOf, principal, "dataset.add-version");
      if (older && older.lab !== lab.id) return refuse("conflict", "dataset-other-lab", { name: older.name });
      if (older && older.sort !== "files") return refuse("conflict", storeWords.failure("version-of-made", { name: older.name }));
      const found = await context.uploads.find(wanted.upload);
      if (!found || found.user !== by || found.lab !== lab.id) return refuse("not-found", "not-found", { what: "upload" });
      if (!found.finished && (found.size === null || found.offset < found.size))
        return refuse("conflict", "upload-unfinished", { name: found.name, have: found.offset, size: found.size ?? 0 });
      const upload = await context.uploads.finish(found.id);
      const made = await db.transaction(async (tx) => {
        if (!(await takeUpload(tx, upload.id))) return refuse("conflict", "upload-used", { name: upload.name });
        const id = older?.id ?? newId("ds", systemRandom);
        const name = wanted.name ?? older?.name ?? upload.name;
        const content = { digest: upload.digest, name: upload.name, size: upload.offset };
        const file = { ...content, blob: upload.blob, by, at: context.now() };
        let version: number | null = 1;
        if (older) version = await addDatasetVersion(tx, { id, lab: lab.id, name }, file);
        else await addDataset(tx, { id, lab: lab.id, name }, file);
        if (version === null) return refuse("not-found", "not-found", { what: "data set" });
        await audit.record(tx, {
          lab: lab.id,
          user: by,
          action: version === 1 ? "dataset.create" : "dataset.add-version",
          target: id,
          detail: { version, ...content },
        });
        if (notebook) await attachDataset(context, tx, { notebook, dataset: id, user: by });
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
          lab: z.string().min(1).max(80).optional(),
          notebook: z.string().min(1).max(80).optional(),
          /** Those in the bin, whose bytes are there for a day. */
          bin: z.enum(["true", "false"]).optional(),
          limit: decimalOr(500, { least: 1, most: 1000 }),
        }),
      },
      responses: answer(datasetList),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const { bin, ...asked } = c.req.valid("query");
      const filter = { ...asked, bin: bin === "true" };
      if (filter.notebook !== undefined) await allowedNotebook(db, filter.notebook, principal, "notebook.read");
      const rows = await datasetsFor(db, principal.user.id, filter);
      const standings = await datasetStandingsOf(
        db,
        rows.map((row) => row.id),
        principal.user.id,
      );
      const isOpen = ({ id }: { readonly id: string }): boolean =>
        filter.bin || canDataset(standings.get(id) ?? "results", "dataset.see-results");
      return c.json(
        {
          // What was made of data that are closed to her the feature store tells of, and of nothing that is in it.
          datasets: rows.filter(isOpen).map(({ recognised, earlier, ...row }) => {
            const standing = standings.get(row.id) ?? "results";
            const seesRows = canDataset(standing, "dataset.see-rows");
            return {
              ...row,
              earlier: seesRows ? [...earlier] : [],
              ...foundIn(recognised, { seesRows, locale: principal.locale }),
              right: rightOf(standing),
            };
          }),
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
      const found = await allowedDataset(db, c.req.valid("param").id, principal, "dataset.see-results");
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
          personColumn: found.personColumn,
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

  const file = createRoute({
    method: "get",
    path: "/api/v1/datasets/{id}/versions/{version}/file",
    tags,
    summary: "The file as it was uploaded",
    middleware: [requirePerson] as const,
    request: { params: params.extend({ version: decimal({ least: 1 }) }) },
    responses: {
      200: { description: "The file", content: { "application/octet-stream": { schema: z.string() } } },
      ...errorAnswers,
    },
  });
  app.openapi(file, async (c) => {
    const principal = principalOf(c.var.principal);
    const { id, version } = c.req.valid("param");
    const found = await allowedDataset(db, id, principal, "dataset.download");
    const row = (await versionsOf(db, id)).find((known) => known.version === version);
    if (!row) return refuse("not-found", "not-found", { what: "version" });
    const source = await context.blobs.open(db, row.blob);
    // On record before a byte is sent.
    const detail = { version, name: row.name, digest: row.digest };
    const labs = [found.lab, ...(await labsOfOrigins(db, id, version))];
    await audit.record(
      db,
      ...labs.map((lab) => ({ lab, user: principal.user.id, action: "dataset.download" as const, target: id, detail })),
    );
    c.header("cache-control", "private, no-cache");
    c.header("content-type", "application/octet-stream");
    c.header("content-length", String(source.size));
    c.header("content-disposition", attachmentOf(cleanFileName(row.name)));
    return c.body(streamOf(source.stream()), 200) as never;
  });

  registerChanges(app, context);
}

/** Names, the declared column of persons, the bin. */
function registerChanges(app: App, context: ServerContext): void {
  const { db, audit } = context;

  app.openapi(
    createRoute({
      method: "patch",
      path: "/api/v1/datasets/{id}",
      tags,
      summary: "Rename a data set, or say whether its rows are persons and which column tells them apart",
      middleware: [requirePerson] as const,
      request: { params, ...body(patchDataset) },
      responses: answer(done),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const found = await allowedDataset(db, c.req.valid("param").id, principal, "dataset.mark");
      const { name, ...marks } = c.req.valid("json");
      const { aboutPersons = found.aboutPersons, personColumn = found.personColumn } = marks;
      const of = { lab: found.lab, user: principal.user.id, target: found.id };
      await db.transaction(async (tx) => {
        if (Object.keys(marks).length > 0) {
          await markAboutPersons(tx, found.id, { aboutPersons, personColumn });
          await audit.record(tx, {
            ...of,
            action: "dataset.mark",
            detail: {
              aboutPersons,
              before: found.aboutPersons,
              ...(personColumn === found.personColumn ? {} : { personColumn, columnBefore: found.personColumn }),
            },
          });
          await notifyAccess(tx, { dataset: found.id });
        }
        if (name !== undefined) {
          await renameDataset(tx, found.id, name, context.now());
          await audit.record(tx, { ...of, action: "dataset.rename", detail: { name, before: found.name } });
        }
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
      await db.transaction(async (tx) => {
        const { id } = c.req.valid("param");
        await lockDatasets(tx, [id]);
        const found = await allowedDataset(tx, id, principal, "dataset.delete");
        const { titles, unseen: n } = await publicationsFrom(tx, found.id, principal.user.id);
        const [name, dashboards] = [found.name, [...titles]];
        if (n > 0 && titles.length > 0) return refuse("conflict", "dataset-in-use-also-unseen", { name, dashboards, n });
        if (n > 0) return refuse("conflict", "dataset-in-use-unseen", { name, n });
        if (titles.length > 0) return refuse("conflict", "dataset-in-use", { name, dashboards });
        await deleteDataset(tx, found.id, context.now());
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
      method: "post",
      path: "/api/v1/datasets/{id}/restore",
      tags,
      summary: "Take a data set out of the bin, while its bytes are there",
      middleware: [requirePerson] as const,
      request: { params },
      responses: answer(done),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const found = await allowedDataset(db, c.req.valid("param").id, principal, "dataset.delete", { inBin: true });
      await db.transaction(async (tx) => {
        await restoreDataset(tx, found.id, context.now());
        await audit.record(tx, {
          lab: found.lab,
          user: principal.user.id,
          action: "dataset.restore",
          target: found.id,
          detail: { name: found.name },
        });
        await notifyAccess(tx, { dataset: found.id });
      });
      return c.json({ done: true as const }, 200);
    },
  );
}
