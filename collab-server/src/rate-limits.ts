// So many requests a minute from one person (or, before she is known, from one address). Counted per server: the doors
// that guard passwords are counted in the database by better-auth.

import { createMiddleware } from "hono/factory";
import { ApiError } from "./errors.ts";
import type { Env } from "./server-context.ts";
import { words as serverWords } from "@genomecraft/cells/messages/server/words.ts";

const windowMs = 60_000;
const mostKept = 20_000;

export function rateLimit(options: {
  readonly perMinute: number;
  readonly now: () => number;
  readonly applies: (path: string) => boolean;
}) {
  const counts = new Map<string, { count: number; since: number }>();
  return createMiddleware<Env>(async (c, next) => {
    if (!options.applies(c.req.path)) return next();
    const who = c.var.principal?.user.id ?? `address ${c.env?.incoming?.socket?.remoteAddress ?? "?"}`;
    const now = options.now();
    let entry = counts.get(who);
    if (!entry || now - entry.since >= windowMs || now < entry.since) {
      if (counts.size >= mostKept) counts.clear();
      entry = { count: 0, since: now };
      counts.set(who, entry);
    }
    entry.count++;
    if (entry.count > options.perMinute) {
      const seconds = Math.max(1, Math.ceil((entry.since + windowMs - now) / 1000));
      c.header("retry-after", String(seconds));
      throw new ApiError("rate-limited", serverWords.failure("too-many", { seconds }));
    }
    return next();
  });
}
