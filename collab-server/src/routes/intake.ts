// What was dropped, before anybody loads it: recognised, previewed, and which files belong together.

import { createRoute } from "@hono/zod-openapi";
import { and, eq } from "drizzle-orm";
import type { Json } from "@genomecraft/cells/base/json.ts";
import type { Inspection } from "@genomecraft/cells/formats/inspect.ts";
import { matchFiles } from "@genomecraft/cells/formats/match-files.ts";
import { message } from "@genomecraft/cells/messages/catalogue.ts";
import { sameNamed, versionsOf } from "@genomecraft/storage/queries/datasets.ts";
import { datasetVersions } from "@genomecraft/storage/schema/index.ts";
import { intake, postIntake } from "../../contract/datasets.ts";
import { principalOf, requirePerson } from "../access.ts";
import { refuse } from "../errors.ts";
import { inspectBlob } from "../intake/inspect-blob.ts";
import type { App, ServerContext } from "../server-context.ts";
import { allowedDataset } from "./datasets.ts";
import { answer, body } from "./route-parts.ts";

const mostShown = 20;

export function registerIntake(app: App, context: ServerContext): void {
  const { db } = context;
  app.openapi(
    createRoute({
      method: "post",
      path: "/api/v1/intake",
      tags: ["Data sets"],
      summary: "Look into files: format, preview, issues, what belongs together",
      middleware: [requirePerson] as const,
      request: body(postIntake),
      responses: answer(intake),
    }),
    async (c) => {
      const principal = principalOf(c.var.principal);
      const { locale } = principal;
      const files = [];
      // One after the other: each may take megabytes.
      for (const { dataset, version } of c.req.valid("json").files) {
        // A preview shows rows.
        const found = await allowedDataset(context, dataset, principal, "dataset.see-rows");
        const row = (await versionsOf(db, dataset)).find((known) => known.version === version);
        if (!row) return refuse("not-found", "not-found", { what: "version" });
        const inspection = await inspectBlob(await context.blobs.open(db, row.blob), row.name);
        const { format, artifact, shape } = inspection;
        await db
          .update(datasetVersions)
          .set({ recognised: { format, artifact, shape } })
          .where(and(eq(datasetVersions.dataset, dataset), eq(datasetVersions.version, version)));
        await context.audit.record(db, {
          lab: found.lab,
          user: principal.user.id,
          action: "dataset.preview",
          target: dataset,
          detail: { version },
        });
        const others = await sameNamed(db, found.lab, found.name);
        files.push({ dataset, version, row, inspection, sameName: others.filter((other) => other.id !== dataset) });
      }
      const match = matchFiles(files.map(({ inspection }) => inspection))[0];
      return c.json(
        {
          files: files.map(({ dataset, version, row, inspection, sameName }) => ({
            dataset,
            version,
            name: row.name,
            digest: row.digest,
            size: row.size,
            format: inspection.format,
            compression: inspection.compression,
            artifact: inspection.artifact,
            samplesIn: inspection.samplesIn,
            sheets: [...inspection.sheets],
            why: inspection.why.map(({ key, params }) => message(key, params, locale)),
            shape: [...inspection.shape],
            columns: inspection.columns.slice(0, 200).map((column) => ({ ...column })),
            preview: previewOf(inspection),
            issues: inspection.issues.map(({ message: { key, params }, ...issue }) => ({
              ...issue,
              message: message(key, params, locale),
            })),
            sameName,
          })),
          together: match
            ? {
                samplesFrom: files[match.sheet]?.dataset ?? "",
                countsFrom: files[match.data]?.dataset ?? "",
                column: match.column,
                matched: match.matched,
                of: match.of,
                unmatched: { left: match.onlyInData.slice(0, mostShown), right: match.onlyInSheet.slice(0, mostShown) },
              }
            : null,
        },
        200,
      );
    },
  );
}

/** Five rows of twelve columns, as text. */
function previewOf({ preview }: Inspection): { columns: string[]; rows: string[][] } {
  const show = (value: Json): string => (value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value));
  return { columns: preview.columns.slice(0, 12), rows: preview.rows.slice(0, 5).map((row) => row.slice(0, 12).map(show)) };
}
