// What was dropped, before anybody loads it: recognised, previewed, and which files belong together. The bytes are read by
// a sealed worker of a kernel (intake/inspections.ts), never here.

import { createRoute } from "@hono/zod-openapi";
import type { Json } from "@genomecraft/cells/base/json.ts";
import { eachSheet, type Inspection } from "@genomecraft/cells/files/inspection.ts";
import { matchFiles } from "@genomecraft/cells/files/match-files.ts";
import { nothingSeen } from "@genomecraft/cells/jobs/inspect/spec.ts";
import { message } from "@genomecraft/cells/messages/catalogue.ts";
import type { Sentence } from "@genomecraft/cells/messages/sentence.ts";
import { noteRecognised, sameNamed, versionsOf } from "@genomecraft/storage/queries/datasets.ts";
import { intake, postIntake } from "../../contract/datasets.ts";
import { allowedDataset, principalOf, requirePerson } from "../access.ts";
import { refuse } from "../errors.ts";
import { fixInWords } from "@genomecraft/cells/messages/settings/setting-in-words.ts";
import type { Looked } from "../intake/inspections.ts";
import type { Live } from "../live.ts";
import type { App, ServerContext } from "../server-context.ts";
import { answer, body } from "./route-shapes.ts";
import { words as serverWords } from "@genomecraft/cells/messages/server/words.ts";

const mostShown = 20;
/** How long a request waits for the looks: what takes longer is told as waiting, and whoever asked asks again. */
const holdMs = 1_000;

export function registerIntake(app: App, context: ServerContext, { inspections }: Live): void {
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
      // All rights first: none of several files is looked into where one may not be. A preview shows rows.
      const asked = await Promise.all(
        c.req.valid("json").files.map(async ({ dataset, version, settings }) => {
          const found = await allowedDataset(db, dataset, principal, "dataset.see-rows");
          const row = (await versionsOf(db, dataset)).find((known) => known.version === version);
          if (!row) return refuse("not-found", "not-found", { what: "version" });
          return { dataset, version, settings, found, row };
        }),
      );
      const { signal } = c.req.raw;
      const looked = await Promise.all(
        asked.map(async (file) => {
          const { name, size, digest, blob } = file.row;
          const { settings, found } = file;
          const by = principal.user.id;
          const asked = { lab: found.lab, digest, name, size, blob, by, ...(settings ? { settings } : {}) };
          return { ...file, look: await inspections.look(asked, holdMs, signal) };
        }),
      );
      const files: Line[] = [];
      const waiting = [];
      for (const { dataset, version, settings, found, row, look } of looked) {
        if (look.state === "waiting") {
          const { why, fraction } = look;
          const sentence = serverWords.say(`intake-${why}`, { name: row.name }, locale);
          waiting.push({ dataset, version, name: row.name, why, fraction, message: sentence });
          continue;
        }
        const inspection = look.state === "seen" ? look.inspection : notSeen(row.name, settings?.sheet ?? null, look);
        const { format, artifact, shape } = inspection;
        if (look.state === "seen" && !settings) {
          await noteRecognised(db, { dataset, version }, { format, artifact, shape, refused: refusedAs(inspection) });
        }
        await context.audit.record(db, {
          lab: found.lab,
          user: principal.user.id,
          action: "dataset.preview",
          target: dataset,
          detail: { version },
        });
        const others = await sameNamed(db, found.lab, found.name);
        const { aboutPersons } = found;
        const sameName = others.filter((other) => other.id !== dataset);
        for (const seen of eachSheet(inspection)) {
          const line = { dataset, version, row, inspection: seen, aboutPersons, sameName };
          const before = files.findIndex((file) => isSame(file, line));
          if (before < 0) files.push(line);
          else files[before] = line;
        }
      }
      const match = waiting.length > 0 ? undefined : matchFiles(files.map(({ inspection }) => inspection))[0];
      return c.json(
        {
          files: files.map(({ dataset, version, row, inspection, sameName, aboutPersons }) => ({
            dataset,
            version,
            name: row.name,
            digest: row.digest,
            size: row.size,
            format: inspection.format,
            compression: inspection.compression,
            confidence: inspection.confidence,
            formatVersion: inspection.version,
            alternatives: inspection.alternatives.map(({ why, ...other }) => ({ ...other, why: message(why, {}, locale) })),
            isTie: inspection.isTie,
            artifact: inspection.artifact,
            samplesIn: inspection.samplesIn,
            sheets: [...inspection.sheets],
            sheet: inspection.sheet,
            isHidden: inspection.isHidden,
            why: inspection.why.map(({ key, params }) => message(key, params, locale)),
            shape: [...inspection.shape],
            columns: inspection.columns.slice(0, 200).map((column) => ({ ...column })),
            preview: previewOf(inspection),
            issues: inspection.issues.map(({ message: { key, params }, fix, ...issue }) => ({
              ...issue,
              fix: fix ? { field: fix.path.join("."), value: fix.value, label: fixInWords(fix, locale) } : null,
              message: message(key, params, locale),
            })),
            sameName,
            aboutPersons,
          })),
          waiting,
          together: match
            ? {
                samplesFrom: placeOf(files[match.sheet]),
                countsFrom: placeOf(files[match.data]),
                column: match.column,
                matched: match.matched,
                of: match.of,
                near: match.near.slice(0, mostShown).map(({ name, other }) => ({ left: name, right: other })),
                unmatched: { left: match.onlyInData.slice(0, mostShown), right: match.onlyInSheet.slice(0, mostShown) },
              }
            : null,
        },
        200,
      );
    },
  );
}

/** Why nothing of a file can be loaded, with any setting; null where something can. */
function refusedAs(inspection: Inspection): Sentence | null {
  const refusals = eachSheet(inspection).map(
    ({ issues }) => issues.find((issue) => issue.severity === "error" && !issue.fix)?.message ?? null,
  );
  return refusals.includes(null) ? null : (refusals[0] ?? null);
}

const placeOf = (file: { readonly dataset: string; readonly inspection: Inspection } | undefined) => ({
  dataset: file?.dataset ?? "",
  sheet: file?.inspection.sheet ?? null,
});

/** What a card shows as one line: a file, or a sheet of one. */
interface Line {
  readonly dataset: string;
  readonly version: number;
  readonly row: Awaited<ReturnType<typeof versionsOf>>[number];
  readonly inspection: Inspection;
  readonly aboutPersons: boolean;
  readonly sameName: { id: string; version: number }[];
}
const isSame = (a: Line, b: Line): boolean =>
  a.dataset === b.dataset && a.version === b.version && a.inspection.sheet === b.inspection.sheet;

/** A file of which nothing came back: its card says why. */
function notSeen(file: string, sheet: string | null, { failure }: Extract<Looked, { readonly state: "failed" }>): Inspection {
  const message = { key: failure.reason, params: failure.params };
  return { ...nothingSeen(file), sheet, issues: [{ rule: "unreadable", severity: "error", line: null, field: null, message }] };
}

/** Five rows of twelve columns, as text. */
function previewOf({ preview }: Inspection): { columns: string[]; rows: string[][] } {
  const show = (value: Json): string => (value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value));
  return { columns: preview.columns.slice(0, 12), rows: preview.rows.slice(0, 5).map((row) => row.slice(0, 12).map(show)) };
}
