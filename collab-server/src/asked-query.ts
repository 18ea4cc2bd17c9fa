// The query of an address: what stands there is obeyed or refused. A name that a route does not know, or one that stands
// twice, would be passed over without a word otherwise. Called by app.ts before every route.

import type { Context, MiddlewareHandler } from "hono";
import { nearestNames } from "@genomecraft/cells/base/nearest-name.ts";
import { refuse } from "./errors.ts";
import type { App, Env } from "./server-context.ts";

/** Names that a route of the description takes; null: it looks at all of them itself. */
type Known = ReadonlySet<string> | null;

/** By method and pattern, as Hono writes it. */
function knownQueries(app: App): ReadonlyMap<string, Known> {
  const known = new Map<string, Known>();
  for (const definition of app.openAPIRegistry.definitions) {
    if (definition.type !== "route") continue;
    const { method, path, request } = definition.route;
    const query = request?.query as { readonly shape: object; readonly def: { readonly catchall?: unknown } } | undefined;
    const pattern = `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`;
    known.set(pattern, query?.def.catchall === undefined ? new Set(Object.keys(query?.shape ?? {})) : null);
  }
  return known;
}

export function checkQuery(app: App, patternOf: (c: Context<Env>) => string): MiddlewareHandler<Env> {
  let known: ReadonlyMap<string, Known> | null = null;
  return async (c, next) => {
    const names = [...new URL(c.req.url).searchParams.keys()];
    if (names.length > 0) {
      known ??= knownQueries(app);
      const twice = names.find((name, at) => names.indexOf(name) !== at);
      if (twice !== undefined) refuse("invalid", "query-twice", { name: twice });
      const here = known.get(`${c.req.method === "HEAD" ? "GET" : c.req.method} ${patternOf(c)}`) ?? null;
      const strange = here && names.find((name) => !here.has(name));
      if (here && strange !== null && strange !== undefined) {
        if (here.size === 0) refuse("invalid", "query-none", { name: strange });
        const near = nearestNames(strange, [...here]);
        refuse("invalid", "query-unknown", { name: strange, available: near.length > 0 ? near : [...here] });
      }
    }
    return next();
  };
}
