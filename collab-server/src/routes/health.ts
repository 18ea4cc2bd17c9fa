// Whether the server is up; the description of this API and its page; numbers for monitoring.

import { createHash, timingSafeEqual } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { createRoute, z } from "@hono/zod-openapi";
import { bearerOf } from "../accounts/authenticate.ts";
import { isLoopback } from "../config.ts";
import { refuse } from "../errors.ts";
import { openApiDocument } from "../open-api.ts";
import type { App, ServerContext } from "../server-context.ts";
import { version } from "../version.ts";
import { answer } from "./route-shapes.ts";

const health = createRoute({
  method: "get",
  path: "/api/v1/health",
  tags: ["Server"],
  summary: "Whether the server and its database answer",
  responses: answer(z.object({ status: z.literal("ok"), version: z.string() }), "Up"),
});

/** Files of the API page that are ours to hand out, all of them on this server. */
const pageFiles: { readonly [name: string]: string } = {
  "swagger-ui.css": "text/css; charset=utf-8",
  "swagger-ui-bundle.js": "text/javascript; charset=utf-8",
  "favicon-32x32.png": "image/png",
};

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>GenomeCraft API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css"><link rel="icon" href="/api/docs/favicon-32x32.png"></head>
<body><div id="swagger-ui"></div><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`;
const start = `window.ui = SwaggerUIBundle({ url: "/api/v1/openapi.json", dom_id: "#swagger-ui", deepLinking: true, validatorUrl: null });`;

/** A database that stands still answers neither yes nor no. */
const patienceMs = 2_000;

/** Whether `ask` answers in time; who asks meanwhile waits for the same answer, so that no questions pile up. */
function probe(ask: () => Promise<unknown>, ms: number): () => Promise<boolean> {
  let asked: Promise<unknown> | null = null;
  return async () => {
    asked ??= ask().finally(() => {
      asked = null;
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), ms);
    });
    try {
      return (await Promise.race([asked, late])) !== false;
    } finally {
      clearTimeout(timer);
    }
  };
}

const digestOf = (text: string): Buffer => createHash("sha256").update(text).digest();

export function registerHealth(app: App, context: ServerContext): void {
  const database = probe(() => context.pool.query("select 1"), patienceMs);
  app.openapi(health, async (c) => {
    if (!(await database())) return refuse("unavailable", "database-gone");
    return c.json({ status: "ok" as const, version }, 200);
  });

  app.openAPIRegistry.registerComponent("securitySchemes", "key", {
    type: "http",
    scheme: "bearer",
    description: "A key of yours: gc_…",
  });
  app.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "genomecraft.session_token",
  });
  app.get("/api/v1/openapi.json", (c) => c.json(openApiDocument(app)));

  app.get("/api/docs", (c) => c.html(page));
  app.get("/api/docs/start.js", (c) => c.body(start, 200, { "content-type": "text/javascript; charset=utf-8" }));
  app.get("/api/docs/:file", async (c) => {
    const file = c.req.param("file");
    const type = Object.hasOwn(pageFiles, file) ? pageFiles[file] : undefined;
    if (!type) return refuse("not-found", "route-unknown", { method: "GET", path: c.req.path });
    const folder = path.dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
    const bytes = await readFile(path.join(folder, file));
    return c.body(new Uint8Array(bytes), 200, { "content-type": type, "cache-control": "public, max-age=86400" });
  });

  // Counts tell of everybody's work. Where the server is for this machine alone, who asks is on it; elsewhere the socket's
  // address is that of a proxy, and a collector brings the token of the settings.
  app.get("/metrics", async (c) => {
    const { loopback, metricsToken } = context.config;
    const address = (c.env?.incoming?.socket?.remoteAddress ?? "127.0.0.1").replace(/^::ffff:/, "");
    const brings = bearerOf(c.req.raw.headers);
    const may =
      metricsToken === undefined
        ? loopback && isLoopback(address)
        : brings !== null && timingSafeEqual(digestOf(brings), digestOf(metricsToken));
    if (!may) return refuse("not-found", "route-unknown", { method: "GET", path: c.req.path });
    return c.body(await context.metrics.registry.metrics(), 200, { "content-type": context.metrics.registry.contentType });
  });
}
