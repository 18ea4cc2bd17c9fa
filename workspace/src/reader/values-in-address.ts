// The values that a reader has turned to, in the address of the page, so that it can be sent: `?t1=mean+area`. Those that
// are shown at first are left out. Pure.

import { canonicalJson } from "@genomecraft/cells/base/canonical-json.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import type { PublishedParameter } from "@genomecraft/collab-server/contract/publications.ts";

export interface Values {
  readonly [tile: string]: Json;
}
type Parameters = readonly Pick<PublishedParameter, "tile" | "value" | "values">[];

export const atFirst = (parameters: Parameters): Values =>
  Object.fromEntries(parameters.map(({ tile, value }) => [tile, value as Json]));

/** Text as itself, unless it would be read as something else. */
const written = (value: Json): string => {
  if (typeof value !== "string") return JSON.stringify(value);
  try {
    JSON.parse(value);
    return JSON.stringify(value);
  } catch {
    return value;
  }
};

/** "" while nothing is turned. */
export function valuesInAddress(parameters: Parameters, values: Values): string {
  const query = new URLSearchParams(
    parameters.flatMap(({ tile, value }): [string, string][] => {
      const now = values[tile];
      return now === undefined || canonicalJson(now) === canonicalJson(value as Json) ? [] : [[tile, written(now)]];
    }),
  );
  return query.size > 0 ? `?${query}` : "";
}

/** What the address asks for, of what was published; what was not stays as it is shown at first. */
export function valuesOfAddress(parameters: Parameters, search: string): Values {
  const query = new URLSearchParams(search);
  return Object.fromEntries(
    parameters.map(({ tile, value, values }) => {
      const asked = query.get(tile);
      const found = asked === null ? undefined : values.find((one) => written(one as Json) === asked);
      return [tile, (found === undefined ? value : found) as Json];
    }),
  );
}
