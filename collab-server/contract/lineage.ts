// How a result was made, back to the files; and what comes out when it is made again.

import { z } from "zod";
import { digest, instant, labName, personName } from "./fields.ts";

export const lineageNode = z.object({
  id: z.string(),
  /** Of the output, or of the file's bytes. */
  digest: digest.optional(),
  key: z.string().optional(),
  /** Kind of the cell; "dataset" for a file; "restricted" for what is made of data that the reader may not see. */
  kind: z.string(),
  /** Name of the cell or data set; of a restricted one nothing. */
  label: z.string(),
  cell: z.string().nullable(),
  type: z.string().nullable(),
  shape: z.array(z.number()).nullable(),
  by: personName.nullable(),
  at: instant.nullable(),
  ms: z.number().nullable(),
  /** The kernel that made it. */
  where: z.string().nullable(),
  generation: z.number().nullable(),
  /** `sort`: uploaded files, or a recipe or features of the store, whose version was made of a cell. */
  dataset: z
    .object({
      id: z.string(),
      name: z.string(),
      sort: z.enum(["files", "recipe", "features"]),
      version: z.number(),
      lab: labName,
    })
    .nullable(),
  /** Labs whose data a restricted node is made of. */
  labs: z.array(z.string()),
});
export type LineageNode = z.infer<typeof lineageNode>;

/** Files first, the result last; an edge goes from what was read to what was made of it. */
export const lineage = z.object({ nodes: z.array(lineageNode), edges: z.array(z.tuple([z.string(), z.string()])) });
export type Lineage = z.infer<typeof lineage>;

export const verdicts = ["identical", "within-tolerance", "different", "missing"] as const;
export const verification = z.object({
  cells: z.array(
    z.object({
      cell: z.string(),
      name: z.string(),
      kind: z.string(),
      verdict: z.enum(verdicts),
      maxError: z.number().optional(),
      /** Port, then column or path, of the first difference; or the reason of a failure. */
      where: z.string().optional(),
      /**
       * What is kept of the result was changed after it was made; or it was made by a release that computes it otherwise
       * (or names it otherwise: its key). Absent: it gives something else. Of what is identical: a file that the result holds
       * names now what it did not name when it was made, and nothing else of it differs.
       */
      why: z.enum(["kept-altered", "made-earlier", "names-added"]).optional(),
    }),
  ),
  ok: z.boolean(),
  /** Name of the first cell in order of making that differs. */
  first: z.string().nullable(),
});
export type Verification = z.infer<typeof verification>;
