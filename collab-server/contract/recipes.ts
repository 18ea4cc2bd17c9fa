// Recipes of the feature store: chains of steps with what they learned, in versions, and what has to hold of what they make.

import { z } from "zod";
import { cleanName } from "@genomecraft/cells/base/clean-name.ts";
import { recipeTest } from "@genomecraft/cells/contract/recipe-file.ts";
import { cellId, datasetId, digest, givenName, instant, labName, notebookId, personName } from "./fields.ts";
import { datasetRights } from "./roles.ts";

export const entryName = givenName(255);
export const entryDescription = z.string().trim().max(4000);
export const entryTags = z.array(givenName(60)).max(30);
/** Rights of whoever asks; "restricted": she is told that it is there, and nothing of what is in it. */
export const entryRight = z.enum(["own", ...datasetRights, "restricted"]);

export const deprecation = z.object({
  at: instant,
  by: personName,
  why: z.string(),
  /** What stands in its place. */
  instead: z.object({ id: z.string(), name: z.string() }).nullable(),
});

/** Something is seen of it. */
const reason = z
  .string()
  .trim()
  .max(1000)
  .refine((text) => cleanName(text) !== "", { message: "A reason that can be read is expected" });
/** Not to be used any more, and why; null: to be used again. */
export const putDeprecation = z.object({ why: reason, instead: datasetId.nullable() }).strict().nullable();

/** What stands in a list of the store. */
export const entryShape = {
  id: z.string(),
  name: z.string(),
  lab: labName,
  description: z.string(),
  tags: z.array(z.string()),
  deprecated: deprecation.nullable(),
  version: z.number(),
  /** Of the bytes; null for whoever may see nothing of what is in it: small files could be guessed by it. */
  digest: digest.nullable(),
  fileName: z.string(),
  size: z.number().nullable(),
  createdAt: instant,
  by: personName,
  right: entryRight,
  /** How many notebooks use it. */
  notebooks: z.number(),
};

export const form = z.object({
  type: z.enum(["table", "assay"]),
  columns: z.array(
    z.object({ name: z.string(), type: z.string(), semantic: z.string().exactOptional(), unit: z.string().exactOptional() }),
  ),
  scale: z.string().exactOptional(),
  featureNoun: z.string().exactOptional(),
});

export const recipeSummary = z.object({
  ...entryShape,
  /** Its steps in short; null where the asker sees no rows. */
  steps: z.array(z.object({ verb: z.string(), freezes: z.string() })).nullable(),
  takes: z.enum(["table", "assay"]).nullable(),
  gives: z.enum(["table", "assay"]).nullable(),
});
export const recipeList = z.object({ recipes: z.array(recipeSummary) });
export type RecipeList = z.infer<typeof recipeList>;
export type RecipeSummary = z.infer<typeof recipeSummary>;

export const storeQuery = z.object({
  lab: z.string().min(1).max(80).optional(),
  tag: z.string().min(1).max(60).optional(),
  q: z.string().max(200).optional(),
  limit: z
    .string()
    .regex(/^[1-9][0-9]{0,2}$/)
    .transform(Number)
    .default(200)
    .meta({ type: "integer", minimum: 1, maximum: 999, default: 200 }),
});

export const usage = z.object({
  /** Cells on show that were made with it, also through others: models among them are those that use it. */
  cells: z.array(
    z.object({
      notebook: z.string(),
      title: z.string(),
      cell: z.string(),
      cellName: z.string(),
      kind: z.string(),
      versions: z.array(z.number()),
    }),
  ),
  /** Notebooks that the asker does not see. */
  unseen: z.number(),
  /** Published dashboards that were made with it: those that the asker finds in a list, and how many others. */
  dashboards: z.array(z.string()),
  unseenDashboards: z.number(),
});

export const madeIn = z.object({
  notebook: z.object({ id: z.string(), title: z.string().nullable() }),
  cell: z.string(),
  cellName: z.string(),
});

export const recipe = z.object({
  ...recipeSummary.shape,
  mayChange: z.boolean(),
  /** Whose data the newest version learned of. */
  /** Name null: of data of which the asker may see nothing. */
  madeOf: z.array(z.object({ id: z.string(), name: z.string().nullable(), lab: labName })),
  usage,
  versions: z.array(
    z.object({
      version: z.number(),
      digest: digest.nullable(),
      size: z.number().nullable(),
      createdAt: instant,
      by: personName,
      madeIn: madeIn.nullable(),
      steps: z.array(z.object({ verb: z.string(), freezes: z.string() })).nullable(),
      takes: form.nullable(),
      gives: form.nullable(),
      tests: z.number().nullable(),
    }),
  ),
});
export type RecipeAnswer = z.infer<typeof recipe>;

/** As it is applied: the steps with options and what they learned, and the tests. */
export const recipeVersion = z.object({ chain: z.unknown(), tests: z.array(recipeTest) });

export const postRecipe = z
  .object({
    notebook: notebookId,
    cell: cellId,
    /** Of the output that was looked at; what is on show by now may be another. */
    digest: digest.optional(),
    name: entryName,
    /** Absent: of a new recipe none, of a next version as before. */
    description: entryDescription.optional(),
    tags: entryTags.optional(),
    tests: z.array(recipeTest).max(1000).default([]),
    /** The recipe of which this is a newer version. */
    versionOf: datasetId.optional(),
  })
  .strict();
export const newRecipe = z.object({
  id: z.string(),
  version: z.number(),
  digest,
  name: z.string(),
  fileName: z.string(),
  size: z.number(),
  /** Nothing has changed since that version, and none was made. */
  isSame: z.boolean(),
});
export type NewRecipe = z.infer<typeof newRecipe>;

export const patchEntry = z
  .object({
    name: entryName.optional(),
    description: entryDescription.optional(),
    tags: entryTags.optional(),
    deprecated: putDeprecation.optional(),
  })
  .strict()
  .refine((body) => Object.keys(body).length > 0, { message: "Name name, description, tags or deprecated." });

export const recipeProposal = z.object({
  steps: z.array(z.object({ verb: z.string(), freezes: z.string() })),
  takes: form,
  gives: form,
  tests: z.array(recipeTest),
  /** Columns that hold times of a calendar, of which freshness can be promised, and the newest of each. */
  times: z.array(z.object({ column: z.string(), newest: z.string(), days: z.number() })),
  /** A step that has no frozen form: the recipe would be refused. */
  unfit: z.array(z.string()),
});
