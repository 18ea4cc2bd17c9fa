// One feature of a view: its distribution over versions, over time and by lab, who uses it and what was told of it.

import { z } from "zod";
import { instant, labName, personName } from "./fields.ts";
import { finding } from "./feature-views.ts";
import { usage } from "./recipes.ts";

const groups = z.object({
  column: z.string(),
  period: z.enum(["day", "month", "quarter", "year"]).nullable(),
  groups: z.array(
    z.object({
      name: z.string(),
      rows: z.number(),
      missing: z.number(),
      values: z.discriminatedUnion("sort", [
        /** Quantiles at .05, .25, .5, .75 and .95; null: of too few. */
        z.object({ sort: z.literal("numbers"), n: z.number(), quantiles: z.array(z.number()).nullable() }),
        z.object({
          sort: z.literal("texts"),
          n: z.number(),
          levels: z.array(z.object({ value: z.string(), n: z.number() })),
          rest: z.number(),
        }),
      ]),
    }),
  ),
  /** Of fewer persons than the rule wants, and beyond those that are told. */
  small: z.number(),
  more: z.number(),
  without: z.number(),
});

export const featurePage = z.object({
  view: z.object({
    id: z.string(),
    name: z.string(),
    lab: labName,
    version: z.number(),
    entity: z.string(),
    time: z.string().nullable(),
  }),
  name: z.string(),
  /** The newest first. As cells/features/feature-summary.ts makes it; null: the version has no such column. */
  versions: z.array(
    z.object({
      version: z.number(),
      createdAt: instant,
      by: personName,
      rows: z.number(),
      column: z.unknown().nullable(),
      against: z.number().nullable(),
      findings: z.array(finding),
      acknowledged: z.array(z.object({ at: instant, by: personName, why: z.string() })),
    }),
  ),
  /** Of the newest version; null: the view has no times of a calendar. */
  overTime: groups.nullable(),
  /** Null: no column names labs. */
  byLab: groups.nullable(),
  /** Labs whose data the newest version was made of. */
  labs: z.array(labName),
  /** Persons that a group has at least, where the data are about persons; 0: they are not, or the labs let all out. */
  least: z.number(),
  usage: z.object({ cells: usage.shape.cells, unseen: z.number() }),
});
export type FeaturePage = z.infer<typeof featurePage>;
