// The form of a sentence at the borders that speak zod: the worker's channel, the lease protocol, the API.

import { z } from "zod";
import { isSentence, type Sentence } from "./sentence.ts";

/** `params` are JSON: they came as such. Not written as a recursive schema, which the API's description cannot hold. */
export const sentenceShape = z
  .object({ key: z.string(), params: z.record(z.string(), z.unknown()) })
  .refine(isSentence, "no sentence of the catalogue, or too long") as z.ZodType as z.ZodType<Sentence>;
