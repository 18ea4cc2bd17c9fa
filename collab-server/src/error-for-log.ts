// An error as the log may hold it. A failed query's message carries its parameters, and those are what people wrote; the
// driver hangs its whole client on an error.

import { stdSerializers } from "pino";
import { isDatabaseGone, isDiskFull } from "./errors.ts";

const withoutParameters = (text: string): string => text.replace(/\nparams:[\s\S]*?(?=\n\s+at |$)/g, "\nparams: (left out)");

/** pino's own form of an error, its texts without parameters, causes too. */
export function errorForLog(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { message, stack, ...rest } = stdSerializers.err(error) as { message: string; stack: string; [key: string]: unknown };
  const { params: _params, query: _query, client: _client, ...kept } = rest;
  // Every request that comes while the database is away or the disk full: where in the code it was noticed tells nobody anything.
  if (isDatabaseGone(error) || isDiskFull(error)) return { type: kept["type"], message: withoutParameters(message) };
  return { ...kept, message: withoutParameters(message), stack: withoutParameters(stack) };
}
