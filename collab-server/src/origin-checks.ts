// The outer door: names under which we are called, pages that may call us, headers that browsers obey. Before anything
// else; sync asks `isOurOrigin` itself at the upgrade.

import { createMiddleware } from "hono/factory";
import { isOurHost, isOurOrigin } from "./accounts/origins.ts";
import { refuse } from "./errors.ts";
import type { Env, ServerContext } from "./server-context.ts";

const harmless = new Set(["GET", "HEAD", "OPTIONS"]);

export const checkHostAndOrigin = ({ config }: ServerContext) =>
  createMiddleware<Env>(async (c, next) => {
    // Probes of a container platform call by address; so do kernels beside the server, whose token no page of a stranger has.
    const isBeside = c.req.path === "/api/v1/health" || c.req.path.startsWith("/api/v1/kernel/");
    if (!isBeside && !isOurHost(config, c.req.header("host")))
      refuse("forbidden", "foreign-host", { host: c.req.header("host") ?? "", url: config.publicUrl });
    if (!harmless.has(c.req.method)) {
      const origin = c.req.header("origin");
      const foreign = !isOurOrigin(config, origin) || (origin === undefined && c.req.header("sec-fetch-site") === "cross-site");
      if (foreign) refuse("forbidden", "foreign-origin", { origin: origin ?? "", url: config.publicUrl });
    }
    await next();
  });

/**
 * No script but ours, no eval, nobody frames us, nothing is asked of a stranger. Charts and the editor set styles by
 * script, hence inline styles; WebAssembly needs its own word.
 */
export const contentPolicy = (publicUrl: string): string =>
  [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "worker-src 'self' blob:",
    `connect-src 'self' ${publicUrl.replace(/^http/, "ws")}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

export const securityHeaders = ({ config }: ServerContext) => {
  const policy = contentPolicy(config.publicUrl);
  const https = config.publicUrl.startsWith("https:");
  return createMiddleware<Env>(async (c, next) => {
    await next();
    const headers = c.res.headers;
    headers.set("content-security-policy", policy);
    headers.set("x-content-type-options", "nosniff");
    headers.set("x-frame-options", "DENY");
    headers.set("referrer-policy", "same-origin");
    headers.set("cross-origin-opener-policy", "same-origin");
    headers.set("cross-origin-resource-policy", "same-origin");
    headers.set("permissions-policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()");
    if (https) headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
    if (c.req.path.startsWith("/api/") && !headers.has("cache-control")) headers.set("cache-control", "no-store");
  });
};
