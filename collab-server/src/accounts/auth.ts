// better-auth, set up for us: accounts with e-mail and password, its organizations as labs, its tables for keys. Only the
// doors in `openAuthPaths` exist over HTTP; labs, invitations and keys go through our own routes, because a change and
// its audit row are one transaction.

import { apiKey } from "@better-auth/api-key";
import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { organization } from "better-auth/plugins";
import { z } from "zod";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import type { Audit } from "@genomecraft/storage/audit/audit.ts";
import type { Database } from "@genomecraft/storage/database.ts";
import { notifyAccess } from "@genomecraft/storage/queries/rights.ts";
import * as schema from "@genomecraft/storage/schema/index.ts";
import { derivedSecret, type ServerConfig } from "../config.ts";
import { allowedOrigins } from "./origins.ts";
import { longestPassword, shortestPassword } from "./password-strength.ts";

/** Header under which app.ts hands over the address of the caller's socket; taken off what comes from outside. */
export const callerHeader = "x-genomecraft-caller";

export const openAuthPaths: ReadonlySet<string> = new Set([
  "/sign-up/email",
  "/sign-in/email",
  "/sign-out",
  "/get-session",
  "/ok",
]);

const prefixes: { readonly [model: string]: string } = {
  user: "user",
  session: "ses",
  account: "acc",
  verification: "ver",
  organization: "lab",
  member: "mem",
  invitation: "inv",
  apikey: "key",
  rateLimit: "rl",
};

export function openAuth(options: {
  readonly config: ServerConfig;
  readonly db: Database;
  readonly audit: Audit;
  readonly onTrouble: (message: string) => void;
}) {
  const { config, db, audit } = options;
  return betterAuth({
    appName: "GenomeCraft",
    baseURL: config.publicUrl,
    basePath: "/api/auth",
    secret: derivedSecret(config.masterKey, "sessions"),
    telemetry: { enabled: false },
    trustedOrigins: [...allowedOrigins(config)],
    database: drizzleAdapter(db, {
      provider: "pg",
      schema: {
        user: schema.users,
        session: schema.sessions,
        account: schema.accounts,
        verification: schema.verifications,
        organization: schema.labs,
        member: schema.members,
        invitation: schema.invitations,
        apikey: schema.apiKeys,
        rateLimit: schema.rateLimits,
      },
    }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      // The link is ours (mailed-links.ts).
      requireEmailVerification: config.mail !== undefined,
    },
    session: { expiresIn: 30 * 86_400, updateAge: 86_400 },
    // Counted in the database, so that several servers count together.
    rateLimit: {
      enabled: config.requestsPerMinute !== null,
      storage: "database",
      window: 60,
      max: 300,
      customRules: { "/sign-in/email": { window: 60, max: 10 }, "/sign-up/email": { window: 60, max: 10 } },
    },
    logger: { level: "error", log: (_level, message) => options.onTrouble(message) },
    advanced: {
      cookiePrefix: "genomecraft",
      useSecureCookies: config.publicUrl.startsWith("https:"),
      ipAddress: { ipAddressHeaders: [callerHeader] },
      database: { generateId: ({ model }) => newId(prefixes[model] ?? "id", systemRandom) },
    },
    databaseHooks: {
      user: {
        create: {
          after: async (user) => {
            await audit.record(db, { lab: "", user: user.id, action: "account.create", target: user.id });
          },
        },
      },
      session: {
        create: {
          after: async (session) => {
            await audit.record(db, { lab: "", user: session.userId, action: "session.create", target: session.id });
          },
        },
        delete: {
          // Open sockets of this session look again whether they may stay.
          after: async (session) => {
            await audit.record(db, { lab: "", user: session.userId, action: "session.end", target: session.id });
            await notifyAccess(db, { user: session.userId });
          },
        },
      },
    },
    plugins: [
      organization(),
      // Ten checks a day is the add-on's default: one page load would use them up.
      apiKey({ rateLimit: { enabled: false } }),
      {
        id: "one-time-sign-in",
        endpoints: {
          // Server only: no path, so that nobody can call it over HTTP.
          startSession: createAuthEndpoint.serverOnly({ method: "POST", body: z.object({ user: z.string() }) }, async (ctx) => {
            const user = await ctx.context.internalAdapter.findUserById(ctx.body.user);
            if (!user) return ctx.json({ started: false });
            const session = await ctx.context.internalAdapter.createSession(user.id);
            await setSessionCookie(ctx, { session, user });
            return ctx.json({ started: true });
          }),
        },
      },
    ],
  });
}

export type Auth = ReturnType<typeof openAuth>;
