// Which pages may talk to this server, and under which names it may be called. On loopback the names of this machine are
// one and the same; elsewhere only PUBLIC_URL is.

import { isLoopback, type ServerConfig } from "../config.ts";

export function allowedOrigins({ publicUrl, loopback }: ServerConfig): ReadonlySet<string> {
  const url = new URL(publicUrl);
  const origins = new Set([url.origin]);
  if (loopback)
    for (const name of ["127.0.0.1", "localhost", "[::1]"]) origins.add(`http://${name}${url.port ? `:${url.port}` : ""}`);
  return origins;
}

/** Host header as the browser sends it; another one means that some name of a stranger points here (DNS rebinding). */
export function isOurHost(config: ServerConfig, host: string | undefined): boolean {
  if (host === undefined) return false;
  for (const origin of allowedOrigins(config)) if (new URL(origin).host === host.toLowerCase()) return true;
  // A server that listens on an address is also called by it (a kernel in the same network).
  return !config.loopback && !isLoopback(config.host) && host.toLowerCase() === `${config.host}:${config.port}`;
}

/** No Origin is no browser (or a navigation): nothing to forge there. "null" is a page without a home. */
export const isOurOrigin = (config: ServerConfig, origin: string | null | undefined): boolean =>
  origin === null || origin === undefined || allowedOrigins(config).has(origin);
