// Feature views of the store: tables of features by entity, made of a cell again and again, each time a version.

import { z } from "zod";
import { cellId, digest, givenName, instant, labName, notebookId, personName } from "./fields.ts";
import { entryDescription, entryName, entryShape, entryTags, madeIn, putDeprecation, usage } from "./recipes.ts";

const column = z.string().min(1).max(500);
/** What a row holds the features of: sample, patient, gene, variant, or a word of the lab's own. */
const entityNoun = givenName(60);

const freshUnit = z.enum(["hours", "days"]);
const freshness = z.object({ most: z.number().positive().max(100_000), unit: freshUnit }).strict();

export const postFeatureView = z
  .object({
    notebook: notebookId,
    cell: cellId,
    port: z.string().min(1).max(60).default("out"),
    /** Of the output that was looked at. */
    digest: digest.optional(),
    name: entryName,
    description: entryDescription.default(""),
    tags: entryTags.default([]),
    entity: column,
    entityNoun: entityNoun.default("sample"),
    /** Since when the features of a row hold. */
    time: column.nullable().default(null),
    keepsUp: z.boolean().default(false),
    /** How far back its newest event may lie whenever somebody looks; null: as far as it may. */
    fresh: freshness.nullable().default(null),
  })
  .strict();

const severity = z.enum(["alert", "warn", "note"]);
export const newMaterialisation = z.object({
  id: z.string(),
  name: z.string(),
  version: z.number(),
  digest,
  fileName: z.string(),
  size: z.number(),
  /** Nothing has changed since that version, and none was made. */
  isSame: z.boolean(),
  /** What is not fresh in it. */
  stale: z.array(z.string()),
});
export type NewMaterialisation = z.infer<typeof newMaterialisation>;

const viewShape = {
  ...entryShape,
  entity: z.string(),
  entityNoun: z.string(),
  time: z.string().nullable(),
  keepsUp: z.boolean(),
  /** Of the newest version; null where the asker sees no rows. */
  rows: z.number().nullable(),
  entities: z.number().nullable(),
  features: z.array(z.string()).nullable(),
  /** The worst that is told of the newest version against the one that it is held to; null: nothing, or there is none. */
  drift: severity.nullable(),
  /** What users of it are told of, as long as nobody of its lab has looked at it. */
  alert: z.enum(["alert", "warn"]).nullable(),
  fresh: freshness.nullable(),
  /** Of the newest version, now: where the view, or a recipe that it was made by, asks for it. Null where the asker sees no rows. */
  freshness: z
    .array(
      z.object({
        column: z.string(),
        newest: z.string().nullable(),
        most: z.number(),
        unit: freshUnit,
        recipe: z.string().nullable(),
        isFresh: z.boolean(),
        message: z.string(),
      }),
    )
    .nullable(),
};
export const featureViewList = z.object({ views: z.array(z.object(viewShape)) });
export type FeatureViewList = z.infer<typeof featureViewList>;

/** As cells/features/feature-summary.ts makes it. */
const summary = z.unknown();
export const finding = z.object({ severity, rule: z.string(), column: z.string().nullable(), message: z.string() });

export const featureView = z.object({
  ...viewShape,
  mayChange: z.boolean(),
  madeIn: madeIn.nullable(),
  /** Name null: of data of which the asker may see nothing. */
  madeOf: z.array(z.object({ id: z.string(), name: z.string().nullable(), lab: labName })),
  usage,
  /** From where drift is told: what this view has otherwise than usual. */
  thresholds: z.record(z.string(), z.number()),
  usual: z.record(z.string(), z.number()),
  /** The version that later ones are held to; null: the one before each. */
  baseline: z.number().nullable(),
  versions: z.array(
    z.object({
      version: z.number(),
      digest: digest.nullable(),
      size: z.number().nullable(),
      createdAt: instant,
      by: personName,
      rows: z.number().nullable(),
      entities: z.number().nullable(),
      /** Held to which version, and what was told then. */
      against: z.number().nullable(),
      findings: z.array(finding),
      /** Who of its lab has looked at what drifted, and what came of it. */
      acknowledged: z.array(z.object({ at: instant, by: personName, why: z.string() })),
      /** Of the newest two dozen versions. */
      summary: summary.nullable(),
    }),
  ),
});
export type FeatureViewAnswer = z.infer<typeof featureView>;

export const patchFeatureView = z
  .object({
    name: entryName.optional(),
    description: entryDescription.optional(),
    tags: entryTags.optional(),
    deprecated: putDeprecation.optional(),
    entityNoun: entityNoun.optional(),
    keepsUp: z.boolean().optional(),
    fresh: freshness.nullable().optional(),
    thresholds: z.record(z.string().max(40), z.number().min(0).max(1_000_000)).optional(),
    baseline: z.number().int().min(1).nullable().optional(),
  })
  .strict()
  .refine((body) => Object.keys(body).length > 0, { message: "Name what is to be changed." });

export const driftAnswer = z.object({
  from: z.number(),
  to: z.number(),
  rowsBefore: z.number(),
  rowsNow: z.number(),
  columns: z.array(
    z.object({
      name: z.string(),
      psi: z.number().nullable(),
      psiP: z.number().nullable(),
      ks: z.number().nullable(),
      ksP: z.number().nullable(),
      missingBefore: z.number(),
      missingNow: z.number(),
      newLevels: z.array(z.object({ value: z.string(), n: z.number() })),
      lostLevels: z.array(z.object({ value: z.string(), n: z.number() })),
    }),
  ),
  findings: z.array(finding),
  /** Of both, for pictures side by side. */
  before: summary,
  now: summary,
});
export type DriftAnswer = z.infer<typeof driftAnswer>;

export const rowsAnswer = z.object({
  version: z.number(),
  columns: z.array(
    z.object({ name: z.string(), type: z.string(), semantic: z.string().exactOptional(), unit: z.string().exactOptional() }),
  ),
  /** Null where missing; numbers that JSON cannot hold as "NaN", "Infinity", "-Infinity". */
  rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
  /** Of those that were asked for, before limit and offset. */
  total: z.number(),
  /** What is not fresh in this version by now. */
  stale: z.array(z.string()),
});
