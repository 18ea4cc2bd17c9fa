// So many requests a minute from one person (or, before she is known, from one address); readers of a dashboard, who may be a
// whole institute behind one address, are told apart by a cookie that says nothing else. Counted per server: the doors that
// guard passwords are counted in the database by better-auth.

import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
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
  /** Whose request it is; the person's, or the address's, without it. */
  readonly whose?: (c: Context<Env>) => string;
}) {
  const counts = new Map<string, { count: number; since: number }>();
  return createMiddleware<Env>(async (c, next) => {
    if (!options.applies(c.req.path)) return next();
    const who = (options.whose ?? callerOf)(c);
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

const callerOf = (c: Context<Env>): string =>
  c.var.principal?.user.id ?? `address ${c.env?.incoming?.socket?.remoteAddress ?? "?"}`;

const readerCookie = "gc-reader";

/**
 * By dashboard and person. Who is not signed in is given a random number at the first request, signed, so that nobody makes
 * more readers of herself than the limit on first requests of one address lets through; it ends with the browser.
 */
export function readerOf(secret: string, isSecure: boolean): (c: Context<Env>) => string {
  const sign = (id: string): string => createHmac("sha256", secret).update(id).digest("base64url");
  return (c) => {
    const dashboard = c.req.path.split("/")[4] ?? "";
    if (c.var.principal) return `${dashboard} ${c.var.principal.user.id}`;
    const [id = "", signature = ""] = (getCookie(c, readerCookie) ?? "").split(".");
    const [given, right] = [Buffer.from(signature), Buffer.from(sign(id))];
    if (id !== "" && given.length === right.length && timingSafeEqual(given, right)) return `${dashboard} reader ${id}`;
    const made = randomBytes(12).toString("base64url");
    setCookie(c, readerCookie, `${made}.${sign(made)}`, {
      path: "/api/v1/read",
      httpOnly: true,
      sameSite: "Lax",
      secure: isSecure,
    });
    return `${dashboard} ${callerOf(c)}`;
  };
}
