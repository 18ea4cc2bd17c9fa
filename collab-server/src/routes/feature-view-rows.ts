// What programs and the page read of the versions of a feature view: rows by entity, and what is otherwise in one version than in another.

import { createRoute, z } from "@hono/zod-openapi";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import { driftOfTable } from "@genomecraft/cells/features/drift.ts";
import { mostConditions, type RowCondition, rowCondition } from "@genomecraft/cells/features/row-filter.ts";
import { featureSummary } from "@genomecraft/cells/features/feature-summary.ts";
import { writeArrow } from "@genomecraft/cells/formats/write/arrow.ts";
import { exportArtifact } from "@genomecraft/cells/formats/write/export-artifact.ts";
import { type FeatureView, featureViewOf, freshnessOfVersion, versionFile } from "@genomecraft/storage/queries/feature-store.ts";
import { labsOfOrigins } from "@genomecraft/storage/queries/origins.ts";
import { decimal, decimalOr } from "../../contract/fields.ts";
import { driftAnswer, rowsAnswer } from "../../contract/feature-views.ts";
import { allowedDataset, principalOf, requirePerson } from "../access.ts";
import { ApiError, forbid, refuse } from "../errors.ts";
import { entryFor } from "../feature-store/entries.ts";
import { findingsIn } from "../feature-store/findings-in-words.ts";
import { driftSettings } from "../feature-store/materialise.ts";
import { recordStoreRead } from "../feature-store/record-store-read.ts";
import { jsonRows, rowsOfView, ViewTables } from "../feature-store/view-rows.ts";
import { type FreshnessKept, freshnessNow, staleIn } from "../feature-store/view-freshness.ts";
import { words } from "../feature-store/words.ts";
import { canDataset } from "../permissions.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import type { Principal } from "../accounts/principal.ts";
import type { App, ServerContext } from "../server-context.ts";
import { registerFeaturePage } from "./feature-page.ts";
import { answer, errorAnswers, idParam } from "./route-shapes.ts";

const tags = ["Feature store"];
const params = idParam("feature view");
/** Rows that one answer holds. */
const mostRows = 100_000;

const names = z.array(z.string().max(1000)).max(1000);
/** Column and value: not as an object, in which some names are passed over. */
const values = z
  .custom<object>((given) => typeof given === "object" && given !== null && !Array.isArray(given))
  .transform((given) => Object.entries(given))
  .pipe(z.array(z.tuple([z.string().max(500), z.string().max(2000).nullable()])));

const conditions = z.array(rowCondition).max(mostConditions);
const examples: { readonly [name: string]: string } = {
  match: '{"sex":"f"}',
  where: '[{"column":"age","is":">=","value":40}]',
};

/** JSON in an address; null where nothing stands there. */
function jsonIn<T>(name: string, text: string | undefined, schema: z.ZodType<T>): T | null {
  if (text === undefined) return null;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return refuse("invalid", words.failure("query-json", { name, example: examples[name] ?? '["one","two"]' }));
  }
}

interface Taken {
  readonly user: string;
  readonly id: string;
  readonly lab: string;
  readonly version: number;
  readonly detail: JsonObject;
}

export function registerFeatureViewRows(app: App, context: ServerContext): void {
  const { db } = context;
  const tables = new ViewTables();
  registerFeaturePage(app, context, tables);

  /** Whoever is told of a view that is made of data that are closed to her is told that, and not that it is not there (T-8). */
  const closedView = async (error: unknown, id: string, { user }: Principal): Promise<never> => {
    if (!(error instanceof ApiError) || error.code !== "not-found") throw error;
    const { entry } = await entryFor(context, { sort: "features", id, user: user.id });
    return forbid({ target: id, labs: [entry.lab.id] }, words.failure("view-closed", { name: entry.name }));
  };

  /** The table of a version (null: the newest), for whoever may see its rows. Few questions: programs ask for one entity at a time. */
  const opened = async (id: string, wanted: number | null, principal: Principal, where: readonly RowCondition[] = []) => {
    const [view, found, row] = await Promise.all([
      featureViewOf(db, id),
      allowedDataset(db, id, principal, "dataset.see-rows").catch((error: unknown) => closedView(error, id, principal)),
      versionFile(db, id, wanted),
    ]);
    if (!view) return refuse("not-found", "not-found", { what: "feature view" });
    if (!row) return refuse("not-found", words.failure("not-materialised", { version: wanted, name: found.name }));
    const { version, blob, digest } = row;
    return { found, view, version, digest, table: await tables.readFor(context, { blob, entity: view.entity }, where) };
  };

  /** A version does not change, and is asked for once. */
  const kept = new Map<string, FreshnessKept | null>();
  const staleNow = async (view: FeatureView, of: { id: string; version: number; locale: Locale }): Promise<readonly string[]> => {
    const name = `${of.id} ${of.version}`;
    let found = kept.get(name);
    if (found === undefined) {
      found = (await freshnessOfVersion(db, of.id, of.version)) as FreshnessKept | null;
      if (kept.size >= 10_000) kept.clear();
      kept.set(name, found);
    }
    return staleIn(freshnessNow(found, view, { now: context.now(), locale: of.locale }));
  };

  /** What is taken away stands in the record each time, as each file that is downloaded. */
  const recordTaken = async ({ user, id, lab, version, detail }: Taken): Promise<void> => {
    const labs = [lab, ...(await labsOfOrigins(db, id, version))];
    const rows = labs.map((each) => ({ lab: each, user, action: "features.download", target: id, detail }));
    await context.audit.record(db, ...rows);
  };

  app.openapi(
    createRoute({
      method: "get",
      path: "/api/v1/feature-views/{id}/drift",
      tags,
      summary: "What is otherwise in one version than in another, column by column",
      middleware: [requirePerson] as const,
      request: { params, query: z.object({ from: decimal({ least: 1 }), to: decimal({ least: 1 }) }) },
      responses: answer(driftAnswer),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const { id } = c.req.valid("param");
      const { from, to } = c.req.valid("query");
      const [before, now] = [await opened(id, from, principal), await opened(id, to, principal)];
      for (const { found, version } of [before, now]) {
        const of = { user: principal.user.id, id, lab: found.lab, version };
        await recordStoreRead(context, { action: "features.read", ...of, door: "drift" });
      }
      const snapshot = featureSummary(before.table.table, { entity: before.view.entity });
      const drift = driftOfTable(snapshot, now.table.table, driftSettings(now.view.thresholds), before.table.table);
      return c.json(
        {
          from,
          to,
          rowsBefore: drift.rowsBefore,
          rowsNow: drift.rowsNow,
          columns: drift.columns.map(({ ks, newLevels, lostLevels, ...column }) => ({
            ...column,
            ks: ks?.d ?? null,
            ksP: ks?.p ?? null,
            newLevels: [...newLevels],
            lostLevels: [...lostLevels],
          })),
          findings: findingsIn(drift.findings, principal.locale),
          before: snapshot,
          now: featureSummary(now.table.table, { entity: now.view.entity, against: snapshot }),
        },
        200,
      );
    },
  );

  const rows = createRoute({
    method: "get",
    path: "/api/v1/feature-views/{id}/rows",
    tags,
    summary: "Rows of a version, all, those of entities or those that hold conditions, as JSON, CSV or Arrow",
    middleware: [requirePerson] as const,
    request: {
      params,
      query: z.object({
        /** Absent: the newest. */
        version: decimal({ least: 1 }).optional(),
        entity: z.string().max(1000).optional(),
        /** Several: a JSON array of texts. */
        entities: z.string().max(8_000).optional(),
        /** What the rows have to hold: a JSON object, column to value, null for a missing one. */
        match: z.string().max(8_000).optional(),
        /** Conditions that all have to hold, as the step `filter` says them: a JSON array of {column, is, value}. */
        where: z.string().max(8_000).optional().meta({
          description:
            'A JSON array of conditions, all of which have to hold: {"column", "is", "value"}. is: =, !=, <, <=, >, >=, between ([low, high], ends included), in, not-in (a list), missing, not-missing (no value). Numbers are compared with numbers, columns of times with moments written as the column writes them; a missing value holds no comparison.',
        }),
        /** A JSON array of names; absent: all. */
        columns: z.string().max(8_000).optional(),
        format: z.enum(["json", "csv", "arrow"]).default("json"),
        limit: decimalOr(mostRows, { least: 1, most: mostRows }),
        offset: decimalOr(0, { least: 0 }),
      }),
    },
    responses: {
      200: {
        description: "The rows",
        content: {
          "application/json": { schema: rowsAnswer },
          "text/csv": { schema: z.string() },
          "application/vnd.apache.arrow.stream": { schema: z.string() },
        },
      },
      ...errorAnswers,
    },
  });
  app.openapi(rows, async (c) => {
    const principal = principalOf(c.var.principal);
    const { id } = c.req.valid("param");
    const asked = c.req.valid("query");
    const where = jsonIn("where", asked.where, conditions) ?? [];
    const { found, version, digest, ...read } = await opened(id, asked.version ?? null, principal, where);
    // A file to take away needs the right to take away.
    if (asked.format !== "json" && !canDataset(found.standing, "dataset.download"))
      return forbid({ target: id, labs: [found.lab] }, "restricted-rows");
    const { table, total } = rowsOfView(read.table, {
      entities: [...(asked.entity === undefined ? [] : [asked.entity]), ...(jsonIn("entities", asked.entities, names) ?? [])],
      all: asked.entity === undefined && asked.entities === undefined,
      match: jsonIn("match", asked.match, values) ?? [],
      where,
      columns: jsonIn("columns", asked.columns, names),
      limit: asked.limit,
      offset: asked.offset,
    });
    const of = { user: principal.user.id, id, lab: found.lab, version };
    if (asked.format === "json") await recordStoreRead(context, { action: "features.read", ...of, door: "rows" });
    else await recordTaken({ ...of, detail: { version, digest, format: asked.format, rows: table.rowCount } });
    c.header("cache-control", "private, no-cache");
    const stale = await staleNow(read.view, { id, version, locale: principal.locale });
    // Of a file: how much of it is not fresh.
    c.header("genomecraft-stale", String(stale.length));
    if (asked.format === "json") return c.json({ version, ...jsonRows(table), total, stale: [...stale] }, 200);
    if (asked.format === "arrow") {
      c.header("content-type", "application/vnd.apache.arrow.stream");
      return c.body((await writeArrow(table)) as Uint8Array<ArrayBuffer>, 200) as never;
    }
    const csv = await exportArtifact(table, "csv");
    if (!csv.ok) return refuse("invalid", csv.error);
    c.header("content-type", "text/csv; charset=utf-8");
    return c.body(csv.value as Uint8Array<ArrayBuffer>, 200) as never;
  });
}
