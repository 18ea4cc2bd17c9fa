// What is doubtful in a file, as reports keep it.

import { z } from "zod";
import { receivedKey } from "../base/failure.ts";
import type { JsonObject } from "../base/json.ts";

export const messageKey = z.string().max(200).transform(receivedKey);
export const reason = z.object({ key: messageKey, params: z.record(z.string(), z.json()) });
const plain = z.union([z.string().max(1_000), z.number(), z.boolean(), z.null()]);

/** A step of a chain below. */
export const step = z.record(z.string().max(80), z.json()).transform((found): JsonObject => found);

export const issue = z.object({
  rule: z.string().max(80),
  severity: z.enum(["error", "warning", "note"]),
  line: z.number().nullable(),
  field: z.string().max(10_000).nullable(),
  message: reason,
  fix: z
    .object({
      path: z.array(z.union([z.string().max(100), z.number()])).max(8),
      value: z.union([plain, z.array(z.string().max(1_000)).max(100)]),
    })
    .optional(),
  step: step.optional(),
});
