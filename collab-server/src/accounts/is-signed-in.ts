// Whether the session or key by which somebody came is still good: asked again under connections that stay open.

import { isKeyGood } from "@genomecraft/storage/queries/keys.ts";
import { isSessionGood } from "@genomecraft/storage/queries/sessions.ts";
import type { AccountsContext } from "./authenticate.ts";
import type { Principal } from "./principal.ts";

export async function isSignedIn(
  context: Pick<AccountsContext, "db" | "now">,
  { sessionId, keyId }: Principal,
): Promise<boolean> {
  if (sessionId !== undefined) return isSessionGood(context.db, sessionId, context.now());
  return keyId === undefined || isKeyGood(context.db, keyId, context.now());
}
