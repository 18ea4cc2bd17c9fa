// The API: one Hono app out of middleware and the routes of every resource. Made by main.ts; tests call it directly.

import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import "@genomecraft/cells/all-words.ts";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import { checkQuery } from "./asked-query.ts";
import { openAuthPaths } from "./accounts/auth.ts";
import { throughAuthDoor } from "./accounts/auth-door.ts";
import { authenticate, requestedLocale } from "./accounts/authenticate.ts";
import type { Principal } from "./accounts/principal.ts";
import { derivedSecret } from "./config.ts";
import { ApiError, apiErrorOf, bodyOf, refuse, statusOf } from "./errors.ts";
import type { Live } from "./live.ts";
import { checkHostAndOrigin, securityHeaders } from "./origin-checks.ts";
import { readerOf, rateLimit } from "./rate-limits.ts";
import { routes } from "./routes.ts";
import { registerScreen } from "./screen.ts";
import type { App, Env, ServerContext } from "./server-context.ts";
import { refuseHeavyBody, refuseKeyTwice, unholdableField, validationFailure } from "./validation.ts";
import { readKernelToken } from "./kernel-api/kernel-token.ts";
import { words as serverWords } from "@genomecraft/cells/messages/server/words.ts";

const jsonLimit = 8 * 2 ** 20;
/** Whoever signs in sends an address and a password, and is nobody yet. */
const authLimit = 64 * 1024;
/** Paths that take streams and mind their own size. */
const streams = /^\/api\/v1\/(uploads|kernel\/artifacts)(\/|$)/;
/** Paths whose bodies are read as JSON whatever they call themselves. */
const alwaysJson = /^\/api\/(auth|v1\/kernel)\//;
/** Kernels beat and editors poll: they have a budget of their own in their parts. */
const uncounted = /^\/api\/v1\/(kernel|health|uploads|read)(\/|$)/;

export function newApp(context: ServerContext, live: Live): App {
  const app: App = new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw new ApiError("invalid", validationFailure(result.error));
    },
  });

  app.use(async (c, next) => {
    const requestId = newId("req", systemRandom);
    const begin = performance.now();
    c.set("requestId", requestId);
    c.set("locale", requestedLocale(c.req.header("accept-language") ?? null) ?? "en");
    c.set("principal", null);
    const log = context.log.child({ requestId });
    c.set("log", log);
    await next();
    c.header("x-request-id", requestId);
    const ms = performance.now() - begin;
    const route = routeOf(c.req.matchedRoutes);
    context.metrics.requests.observe({ method: c.req.method, route, status: String(c.res.status) }, ms / 1000);
    log.info(
      { method: c.req.method, route, status: c.res.status, ms: Math.round(ms), user: c.var.principal?.user.id },
      "request",
    );
  });
  app.use(securityHeaders(context));
  app.use(checkHostAndOrigin(context));

  const limitTo = (maxSize: number, limit: string): MiddlewareHandler<Env> =>
    bodyLimit({
      maxSize,
      onError: () => {
        throw new ApiError("too-large", serverWords.failure("body-large", { limit }));
      },
    });
  app.use("/api/auth/*", limitTo(authLimit, "64 KB"));
  // Before anybody looks into what a kernel sends; its routes ask again whose token it is.
  const kernelOf = readKernelToken(context, live.notifications);
  app.use("/api/v1/kernel/*", async (c, next) => {
    await kernelOf(c);
    return next();
  });
  const limit = limitTo(jsonLimit, "8 MB");
  app.use("/api/*", (c, next) => (streams.test(c.req.path) ? next() : limit(c, next)));

  // No text of ours holds NUL or half of a character: Postgres cannot, and UTF-8 cannot.
  app.use("/api/*", async (c, next) => {
    if (/%00/.test(c.req.url)) refuse("invalid", "bad-character", { field: "(the address)" });
    if (isJson(c)) {
      refuseHeavyBody(await c.req.text());
      const field = unholdableField(await c.req.text());
      if (field !== null) refuse("invalid", "bad-character", { field });
    }
    return next();
  });

  app.use("/api/v1/*", async (c, next) => {
    // Kernels carry tokens of their own, read by the kernel's routes.
    if (c.req.path.startsWith("/api/v1/kernel/") || c.req.path === "/api/v1/health") return next();
    const principal = await authenticate(context, c.req.raw.headers);
    if (!principal && c.req.header("authorization")) refuse("unauthorized", "key-unknown");
    if (principal) {
      c.set("principal", principal);
      c.set("locale", principal.locale);
    }
    return next();
  });
  const perMinute = context.config.requestsPerMinute;
  // A session that somebody else holds is no place to guess the password.
  if (perMinute !== null) app.use("/api/v1/me/password", rateLimit({ perMinute: 20, now: context.now, applies: () => true }));
  if (perMinute !== null)
    app.use("/api/v1/*", rateLimit({ perMinute, now: context.now, applies: (path) => !uncounted.test(path) }));
  if (perMinute !== null) {
    const { masterKey, publicUrl } = context.config;
    const whose = readerOf(derivedSecret(masterKey, "readers"), publicUrl.startsWith("https:"));
    app.use("/api/v1/read/*", rateLimit({ perMinute, now: context.now, applies: () => true, whose }));
  }

  app.use("/api/*", async (c, next) => {
    if (isJson(c)) refuseKeyTwice(await c.req.text());
    return next();
  });
  app.use(
    "/api/v1/*",
    checkQuery(app, (c) => routeOf(c.req.matchedRoutes)),
  );

  app.all("/api/auth/*", async (c) => {
    if (!openAuthPaths.has(c.req.path.slice("/api/auth".length)))
      return refuse("not-found", "route-unknown", { method: c.req.method, path: c.req.path });
    const caller = c.env?.incoming?.socket?.remoteAddress ?? "127.0.0.1";
    const { method, url } = c.req;
    const answer = await throughAuthDoor(context, {
      path: c.req.path.slice("/api/auth".length),
      url,
      method,
      headers: c.req.raw.headers,
      body: method === "GET" || method === "HEAD" ? null : await c.req.text(),
      caller,
    });
    // The library answers 500 without a body when its database is gone: then the sentence is ours.
    if (answer.status >= 500) await context.pool.query("select 1");
    return answer;
  });

  for (const register of routes) register(app, context, live);
  app.all("/api/*", (c) => refuse("not-found", "route-unknown", { method: c.req.method, path: c.req.path }));
  registerScreen(app, context);

  app.onError(async (thrown, c) => {
    const malformed = "status" in thrown && (thrown.status === 400 || thrown.status === 415);
    const error = malformed ? new ApiError("invalid", serverWords.failure("bad-body"), { cause: thrown }) : apiErrorOf(thrown);
    if (error.code === "internal") c.var.log.error({ err: thrown }, "unforeseen");
    else if (error.code === "unavailable") c.var.log.warn({ err: thrown }, "unavailable");
    if (error.code === "unavailable") c.header("retry-after", "2");
    await recordRefusal(context, c.var.principal, error).catch((cause: unknown) =>
      c.var.log.warn({ err: cause }, "a refusal could not be recorded"),
    );
    c.header("x-request-id", c.var.requestId);
    return c.json(bodyOf(error, c.var.locale, c.var.requestId), statusOf(error.code));
  });
  return app;
}

const isJson = ({ req }: Context<Env>): boolean =>
  req.raw.body !== null &&
  !streams.test(req.path) &&
  (/json/i.test(req.header("content-type") ?? "") || alwaysJson.test(req.path));

/** The pattern of the route that answered: the last that is not a middleware's wildcard. */
function routeOf(matched: readonly { readonly path: string; readonly method: string }[]): string {
  for (let i = matched.length - 1; i >= 0; i--) {
    const found = matched[i];
    if (found && !found.path.endsWith("*")) return found.path;
  }
  return "other";
}

/** Who was refused what that she knows of: once a person, thing, reason and minute, in the records of those concerned. */
async function recordRefusal(
  { recordOnce }: ServerContext,
  principal: Principal | null,
  { about, failure }: ApiError,
): Promise<void> {
  if (!about || !principal) return;
  const user = principal.user.id;
  const { target, labs } = about;
  await recordOnce(`refused ${user} ${target} ${failure.reason}`, async () =>
    labs.map((lab) => ({ lab, user, action: "access.refuse", target, detail: { reason: failure.reason } })),
  );
}
