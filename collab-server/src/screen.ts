// The built screen: files of workspace/dist, named by their content and so kept for ever, and index.html for every other
// address. Nothing here knows who asks.

import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import type { App, ServerContext } from "./server-context.ts";

const types: { readonly [extension: string]: string } = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".txt": "text/plain; charset=utf-8",
};

export function registerScreen(app: App, { config }: ServerContext): void {
  const folder = config.workspaceFolder;
  app.get("/*", async (c) => {
    if (!folder) return c.text("This GenomeCraft was started without its screen. Build it with: npm run build", 404);
    const name = decode(c.req.path);
    const file = name === null ? null : path.join(folder, name);
    const inside = file !== null && (file === folder || file.startsWith(folder + path.sep));
    const found = inside && path.extname(file) !== "" ? await stat(file).catch(() => null) : null;
    if (!inside || !found?.isFile()) {
      if (c.req.path.startsWith("/assets/")) return c.text("Not there", 404);
      const page = await readFile(path.join(folder, "index.html"));
      return c.body(new Uint8Array(page), 200, { "content-type": types[".html"] as string, "cache-control": "no-cache" });
    }
    const tag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`;
    const headers = {
      "content-type": types[path.extname(file).toLowerCase()] ?? "application/octet-stream",
      "cache-control": c.req.path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
      etag: tag,
    };
    if (c.req.header("if-none-match") === tag) return c.body(null, 304, headers);
    // Written once by the build, beside the file.
    for (const [coding, extension] of [
      ["br", ".br"],
      ["gzip", ".gz"],
    ] as const) {
      if (!(c.req.header("accept-encoding") ?? "").includes(coding)) continue;
      const packed = await stat(file + extension).catch(() => null);
      if (!packed) continue;
      return c.body(streamOf(file + extension), 200, {
        ...headers,
        "content-encoding": coding,
        "content-length": String(packed.size),
        vary: "accept-encoding",
      });
    }
    return c.body(streamOf(file), 200, { ...headers, "content-length": String(found.size) });
  });
}

const streamOf = (file: string): ReadableStream => Readable.toWeb(createReadStream(file)) as ReadableStream;

const decode = (text: string): string | null => {
  try {
    const name = decodeURIComponent(text);
    return name.includes("\0") ? null : name;
  } catch {
    return null;
  }
};
