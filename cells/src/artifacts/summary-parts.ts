// What the summaries of several types hold, as schemas: what a kernel says of an artifact is taken in this shape only.

import { z } from "zod";
import type { ArtifactSummary } from "./artifact.ts";
import { categories, semanticNames } from "./semantics.ts";

/** A number of rows, columns, features, marks. */
export const count = z.number().int().nonnegative();

const column = z.strictObject({
  name: z.string(),
  type: z.enum(["float64", "int32", "boolean", "text"]),
  semantic: z.enum(semanticNames).exactOptional(),
  category: z.enum(categories).exactOptional(),
  closed: z.literal(true).exactOptional(),
  levels: z.array(z.string()).exactOptional(),
  most: count.exactOptional(),
});
export const listedColumns = z.array(column);

/** Of a type: nothing but what its code says of one. */
export type SummaryShape = z.ZodType<Omit<ArtifactSummary, "type">>;
