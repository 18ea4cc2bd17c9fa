// How the API says no: one closed set of codes and one body.

import { z } from "zod";

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
