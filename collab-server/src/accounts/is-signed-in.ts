// Whether the session or key by which somebody came is still good: asked again under connections that stay open.

import { and, eq, gt, isNull, or } from "drizzle-orm";
import { apiKeys, sessions } from "@genomecraft/storage/schema/index.ts";
import type { AccountsContext } from "./authenticate.ts";
import type { Principal } from "./principal.ts";

export async function isSignedIn(
  context: Pick<AccountsContext, "db" | "now">,
  { sessionId, keyId }: Principal,
): Promise<boolean> {
  const now = new Date(context.now());
  if (sessionId !== undefined) {
    const rows = await context.db
      .select({ id: sessions.id })
      .from(sessions)
      .where(and(eq(sessions.id, sessionId), gt(sessions.expiresAt, now)));
    return rows.length > 0;
  }
  if (keyId === undefined) return true;
  const rows = await context.db
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(and(eq(apiKeys.id, keyId), eq(apiKeys.enabled, true), or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now))));
  return rows.length > 0;
}
