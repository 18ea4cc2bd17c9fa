// One-time sign-in, on loopback only: the address that `npm start` prints. Used once, and for a quarter of an hour.

import { createHash, randomBytes } from "node:crypto";
import { addOneTimeToken, takeOneTimeToken } from "@genomecraft/storage/queries/sessions.ts";
import type { App, ServerContext } from "../server-context.ts";
import { words as serverWords } from "@genomecraft/cells/messages/server/words.ts";

const lifetimeMs = 15 * 60_000;
const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

/** An address that signs a person in once; throws off loopback, where signing in without a password does not exist. */
export async function oneTimeSignIn(context: ServerContext, user: string): Promise<string> {
  if (!context.config.loopback) throw new Error("One-time sign-in exists on loopback only.");
  const token = randomBytes(32).toString("base64url");
  const now = context.now();
  await addOneTimeToken(context.db, { tokenHash: hashOf(token), user, expiresAt: now + lifetimeMs }, now);
  return `${context.config.publicUrl}/api/v1/sign-in/${token}`;
}

export function registerSignIn(app: App, context: ServerContext): void {
  // Not registered at all where others could reach it.
  if (!context.config.loopback) return;
  app.get("/api/v1/sign-in/:token", async (c) => {
    const user = await takeOneTimeToken(context.db, hashOf(c.req.param("token")), context.now());
    // A person sees this in a browser: a sentence, not JSON.
    if (user === null) return c.text(serverWords.say("sign-in-link-used", {}, c.var.locale), 410);
    const started = await context.auth.api.startSession({
      body: { user },
      headers: c.req.raw.headers,
      asResponse: true,
    });
    const answer = c.redirect("/", 303);
    for (const cookie of started.headers.getSetCookie()) answer.headers.append("set-cookie", cookie);
    return answer;
  });
}
