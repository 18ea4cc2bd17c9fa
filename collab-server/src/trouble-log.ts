// What goes wrong beside requests, in the log.

import type { Logger } from "pino";
import { isDatabaseGone } from "./errors.ts";

/**
 * Troubles in the log without what people wrote: a failed query's message holds its parameters, so only the innermost
 * words are kept. The same trouble is said once in five seconds, however often it is tried again.
 */
export function troubleLog(log: Logger): (error: unknown) => void {
  const said = new Map<string, number>();
  return (error) => {
    let inner = error;
    while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause;
    const words =
      inner instanceof Error && inner !== error
        ? inner.message
        : error instanceof Error
          ? (error.message.split("\n")[0] ?? "")
          : "unknown";
    const now = performance.now();
    if (now - (said.get(words) ?? Number.NEGATIVE_INFINITY) < 5_000) return;
    if (said.size > 200) said.clear();
    said.set(words, now);
    if (isDatabaseGone(error)) log.warn({ trouble: words }, "the database is away; trying again");
    else log.error({ trouble: words, stack: inner instanceof Error ? inner.stack : undefined }, "beside requests");
  };
}
