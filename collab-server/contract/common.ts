// What every resource of the API shares: ids, instants, the body of an error. zod only; the workspace imports these.

import { z } from "zod";
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
export const personName = z.object({ id: z.string(), name: z.string() });
export const labName = z.object({ id: z.string(), name: z.string() });

export const errorCodes = [
  "unauthorized",
  "forbidden",
  "not-found",
  "conflict",
  "invalid",
  "too-large",
  "rate-limited",
  "unavailable",
  "internal",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** The body of every answer that is not a success. `message` is a sentence in the reader's language. */
export const errorBody = z.object({
  error: z.object({
    code: z.enum(errorCodes),
    message: z.string(),
    requestId: z.string(),
    /** Where the sentence came from, for a screen that shows it in place. */
    failure: z.object({ reason: z.string(), params: z.record(z.string(), z.unknown()) }).optional(),
  }),
});
export type ErrorBody = z.infer<typeof errorBody>;

export const labRoles = ["owner", "admin", "member"] as const;
export type LabRole = (typeof labRoles)[number];
/** From most to least. */
export const notebookRoles = ["owner", "editor", "runner", "viewer"] as const;
export type NotebookRole = (typeof notebookRoles)[number];
/** From least to most; each includes those before it. */
export const datasetRights = ["results", "rows", "download"] as const;
export type DatasetRight = (typeof datasetRights)[number];

export const done = z.object({ done: z.literal(true) });
