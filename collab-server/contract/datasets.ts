// Data sets: uploads made into named, versioned files of a lab; grants to other labs; intake.

import { artifactTypeNames } from "@genomecraft/cells/artifacts/artifact-cards.ts";
import { categories } from "@genomecraft/cells/artifacts/semantics.ts";
import { z } from "zod";
import { compressions } from "@genomecraft/cells/base/compressions.ts";
import { knownNames } from "@genomecraft/cells/known-formats.ts";
import { settingsShape } from "@genomecraft/cells/load-settings.ts";
import { datasetId, digest, instant, labId, labName, notebookId, personName, givenName } from "./fields.ts";
import { datasetRights } from "./roles.ts";

const right = z.enum(datasetRights);
/** As it is seen: what cannot be, and what turns the direction of writing, is taken out, and the answer says the name. */
const name = givenName(255);

export const postDataset = z
  .object({
    /** Id of a finished upload: the last part of its tus address. */
    upload: z.string().max(80),
    lab: labId,
    name: name.optional(),
    /** The data set of which this is a newer version. */
    versionOf: datasetId.optional(),
    /** Attach it to this notebook at once. */
    notebook: notebookId.optional(),
  })
  .strict();
export const newDataset = z.object({ id: z.string(), version: z.number(), digest, name: z.string(), size: z.number() });
export type NewDataset = z.infer<typeof newDataset>;

export const datasetList = z.object({
  datasets: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      lab: labName,
      version: z.number(),
      digest,
      size: z.number(),
      /** Versions before this one, the newest first. */
      earlier: z.array(z.object({ version: z.number(), digest, size: z.number() })),
      /** As recognised: "csv", "tsv", "xlsx", …; null until somebody looked. */
      format: z.string().nullable(),
      /** False where no cell can be made of it, with any setting; null until somebody looked. */
      loadable: z.boolean().nullable(),
      /** Why it is not, for those who see rows. */
      notLoadable: z.string().nullable(),
      createdAt: instant,
      by: z.string(),
      /** When it went into the bin. */
      deletedAt: instant.nullable(),
      /** Its rows are persons. */
      aboutPersons: z.boolean(),
      /** "own" for members of the lab. */
      right: z.enum(["own", ...datasetRights]),
    }),
  ),
});
export type DatasetList = z.infer<typeof datasetList>;

export const dataset = z.object({
  id: z.string(),
  name: z.string(),
  lab: labName,
  right: z.enum(["own", ...datasetRights]),
  mayGrant: z.boolean(),
  /** Its rows are persons: small groups of them are not published. */
  aboutPersons: z.boolean(),
  /** The column by which they are told apart and counted; null: nobody has said which. */
  personColumn: z.string().nullable(),
  versions: z.array(
    z.object({ version: z.number(), digest, name: z.string(), size: z.number(), createdAt: instant, by: personName }),
  ),
  grants: z.array(z.object({ lab: labName, right })),
  notebooks: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type DatasetAnswer = z.infer<typeof dataset>;

export const patchDataset = z
  .object({
    aboutPersons: z.boolean().optional(),
    personColumn: z.string().min(1).max(500).nullable().optional(),
    name: name.optional(),
  })
  .strict()
  .refine((body) => Object.keys(body).length > 0, { message: "Name aboutPersons, personColumn or name." });

export const postIntake = z
  .object({
    files: z
      .array(
        z.object({
          dataset: datasetId,
          version: z.number().int().min(1),
          /** As a load cell would be set. What is looked into so stands in place of the same file, or sheet, without. */
          settings: settingsShape.optional(),
        }),
      )
      .min(1)
      .max(40),
    notebook: notebookId.optional(),
  })
  .strict();

const problem = z.object({
  rule: z.string(),
  severity: z.enum(["error", "warning", "note"]),
  line: z.number().nullable(),
  field: z.string().nullable(),
  message: z.string(),
  /** The setting of a load cell by which it is otherwise; a file whose errors have one can be added. `label`: what it does. */
  fix: z
    .object({
      field: z.string(),
      value: z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()]),
      label: z.string(),
    })
    .nullable(),
});
export const intakeFile = z.object({
  dataset: z.string(),
  version: z.number(),
  name: z.string(),
  digest,
  size: z.number(),
  /** As recognised; "unknown" until somebody looked. */
  format: z.enum(["unknown", ...knownNames]),
  compression: z.enum(compressions),
  /** How sure that is, 0 to 1: 1 for a signature. */
  confidence: z.number(),
  /** As the file says it. */
  formatVersion: z.string().nullable(),
  /** What else it could be, likeliest first. */
  alternatives: z.array(z.object({ format: z.enum(knownNames), confidence: z.number(), why: z.string() })),
  /** Nothing tells it from the first alternative: it is loaded once somebody has said what it is. */
  isTie: z.boolean(),
  /** What loading it with nothing set gives; null when it cannot be loaded. */
  artifact: z.enum(artifactTypeNames).nullable(),
  /** Of a matrix. */
  samplesIn: z.enum(["columns", "rows"]).nullable(),
  /** Of a workbook: all of them. Each is a line of its own in `files`, hidden ones last. */
  sheets: z.array(z.string()),
  /** Of a workbook: the sheet that this line speaks of. */
  sheet: z.string().nullable(),
  isHidden: z.boolean(),
  why: z.array(z.string()),
  shape: z.array(z.number()),
  columns: z.array(
    z.object({
      name: z.string(),
      type: z.string(),
      semantic: z.string().nullable(),
      /** identifier, design, measurement, outcome or sensitive. */
      category: z.enum(categories),
      /** Of its values (of the different texts), which look as the meaning has them; null: any would. */
      share: z.number().nullable(),
      /** Values that were looked at. */
      of: z.number(),
      missing: z.number(),
      distinct: z.number().nullable(),
    }),
  ),
  /** The first rows as text, at most 5 x 12. */
  preview: z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) }),
  issues: z.array(problem),
  aboutPersons: z.boolean(),
  /** Other data sets of the lab with this name, so that it may be their next version. */
  sameName: z.array(z.object({ id: z.string(), version: z.number() })),
});
export type IntakeFile = z.infer<typeof intakeFile>;
const placeInFiles = z.object({ dataset: z.string(), sheet: z.string().nullable() });
export const intake = z.object({
  files: z.array(intakeFile),
  /** Not looked into yet: no compute is connected, all of it is busy, or the look is under way. Ask again. */
  waiting: z.array(
    z.object({
      dataset: z.string(),
      version: z.number(),
      name: z.string(),
      why: z.enum(["no-kernel", "queued", "running"]),
      /** The same as a sentence. */
      message: z.string(),
      /** 0..1 where it is known. */
      fraction: z.number().nullable(),
    }),
  ),
  /** Counts and the sheet of their samples, where two of the files, or sheets of workbooks, belong together. */
  together: z
    .object({
      samplesFrom: placeInFiles,
      countsFrom: placeInFiles,
      column: z.string(),
      matched: z.number(),
      of: z.number(),
      /** Names that may be of one sample, written in two ways. */
      near: z.array(z.object({ left: z.string(), right: z.string() })),
      unmatched: z.object({ left: z.array(z.string()), right: z.array(z.string()) }),
    })
    .nullable(),
});
export type Intake = z.infer<typeof intake>;
