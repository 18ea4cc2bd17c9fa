// A connection that has statements it sees again and again parsed and planned once: for the short statements of this
// product that is half of their time. Drizzle builds the same text for the same query, and the text is its name.

import pg from "pg";

/** Texts that are counted, and texts that get a name; lists of unequal length make ever new ones. */
const mostCounted = 2_000;
const mostNamed = 500;
const longest = 10_000;
const often = 3;

const counts = new Map<string, number>();
const names = new Map<string, string>();

/** The name of a statement that was seen often, or undefined. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostNamed || text.length > longest) return known;
  if (counts.size >= mostCounted) counts.clear();
  const count = (counts.get(text) ?? 0) + 1;
  if (count < often) {
    counts.set(text, count);
    return undefined;
  }
  counts.delete(text);
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

export class PreparingClient extends pg.Client {
  // The library declares seven shapes of this method; what they have in common is passed on untouched.
  override query = ((config: unknown, values?: unknown, ...rest: unknown[]): unknown => {
    const query = super.query as unknown as (...given: unknown[]) => unknown;
    if (isPlain(config) && Array.isArray(values ?? config.values) && ((values ?? config.values) as unknown[]).length > 0) {
      const name = nameOf(config.text);
      return query.call(this, name === undefined ? config : { ...config, name }, values, ...rest);
    }
    return query.call(this, config, values, ...rest);
  }) as pg.Client["query"];
}

const isPlain = (config: unknown): config is { readonly text: string; readonly values?: unknown } =>
  typeof config === "object" &&
  config !== null &&
  "text" in config &&
  typeof config.text === "string" &&
  !("name" in config && config.name !== undefined) &&
  !("submit" in config);
