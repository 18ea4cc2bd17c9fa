// Who is asking: by session cookie, or by key (Authorization: Bearer, for sync also ?key=). Called for every request and
// every socket.

import { createHash } from "node:crypto";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import { keyBy, noteKeyUsed } from "@genomecraft/storage/queries/keys.ts";
import { settingsOf } from "@genomecraft/storage/queries/me.ts";
import type { Database } from "@genomecraft/storage/database.ts";
import type { Pool } from "pg";
import type { Auth } from "./auth.ts";
import type { Principal } from "./principal.ts";

/** As better-auth's api-key add-on hashes: sha256, base64url. */
export const hashOfKey = (key: string): string => createHash("sha256").update(key).digest("base64url");
export const keyPrefix = "gc_";

export interface AccountsContext {
  readonly auth: Auth;
  readonly db: Database;
  readonly pool: Pool;
  now(): number;
}

/** Null = nobody. A key that is not known is nobody, too, whatever the cookie says. */
export async function authenticate(context: AccountsContext, headers: Headers, key?: string | null): Promise<Principal | null> {
  const bearer = key ?? bearerOf(headers);
  if (bearer) return byKey(context, bearer, headers);
  if (!headers.get("cookie")?.includes("genomecraft.")) return null;
  const look = () => context.auth.api.getSession({ headers });
  const found = await look().catch(async () => {
    // The library hides what went wrong: if the database does not answer us either, that is what we say. If it does, it may
    // have come back just now.
    await context.pool.query("select 1");
    return look();
  });
  if (!found) return null;
  return {
    user: { id: found.user.id, name: found.user.name, email: found.user.email },
    via: "session",
    sessionId: found.session.id,
    locale: await localeOf(context, found.user.id, headers),
  };
}

export function bearerOf(headers: Headers): string | null {
  const match = /^Bearer\s+(\S+)$/i.exec(headers.get("authorization") ?? "");
  return match?.[1] ?? null;
}

async function byKey(context: AccountsContext, key: string, headers: Headers): Promise<Principal | null> {
  if (!key.startsWith(keyPrefix)) return null;
  const now = context.now();
  const row = await keyBy(context.db, hashOfKey(key), now);
  if (!row) return null;
  // Once a minute is enough for "last used".
  if (!row.lastRequest || now - row.lastRequest.getTime() > 60_000) await noteKeyUsed(context.db, row.id, now);
  return {
    user: { id: row.user, name: row.name, email: row.email },
    via: "key",
    keyId: row.id,
    locale: await localeOf(context, row.user, headers),
  };
}

/** A language that the request names wins; then what the person chose. */
async function localeOf(context: AccountsContext, user: string, headers: Headers): Promise<Locale> {
  return requestedLocale(headers.get("accept-language")) ?? (await settingsOf(context.db, user)).locale ?? "en";
}

/** The first language of Accept-Language that we speak. */
export function requestedLocale(header: string | null): Locale | null {
  for (const part of (header ?? "").split(",")) {
    const language = part.trim().slice(0, 2).toLowerCase();
    if (language === "ru" || language === "en") return language;
  }
  return null;
}
