// Fields that resources of the API share: ids, instants, names of people and labs. zod only; the workspace imports these.

import { z } from "zod";
import { cleanName } from "@genomecraft/cells/base/clean-name.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";

/**
 * Any JSON value. Not z.json(): bodies are JSON already, and a schema that refers to itself cannot be described in the
 * API's description.
 */
export const anyJson = z.unknown().refine((value) => value !== undefined, "A value is missing") as z.ZodType<Json>;

/** Milliseconds since the epoch. */
export const instant = z.number().int();
export const idWith = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[A-Za-z0-9_-]{1,64}$`));
export const labId = idWith("lab");
export const notebookId = idWith("nb");
export const datasetId = idWith("ds");
export const cellId = idWith("cell");
export const digest = z.string().regex(/^[0-9a-f]{64}$/);
interface Range {
  readonly least: number;
  readonly most?: number;
}
/** A whole number in an address, in plain decimal digits alone: 0x10, 1e1, +1, 01 and blanks are no numbers there. */
export const decimal = ({ least, most = 999_999_999_999_999 }: Range) =>
  z
    .string()
    .regex(/^(?:0|[1-9][0-9]{0,14})$/, "A whole number in decimal digits is expected")
    .transform(Number)
    .pipe(z.number().int().min(least).max(most))
    .meta({ type: "integer", minimum: least, maximum: most });
/** The same, and what it is where it is left out. */
export const decimalOr = (otherwise: number, { least, most = 999_999_999_999_999 }: Range) =>
  decimal({ least, most }).default(otherwise).meta({ type: "integer", minimum: least, maximum: most, default: otherwise });
/** What people call something for others to read: what is seen of it, and that is something (SPEC, A-1d). */
export const givenName = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .overwrite((name) => cleanName(name))
    .min(1);
export const personName = z.object({ id: z.string(), name: z.string() });
export const labName = z.object({ id: z.string(), name: z.string() });

/** The answer of what only has to be done. */
export const done = z.object({ done: z.literal(true) });
