// JSON values and paths into them: what a spec is made of.

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };
export type JsonPath = readonly (string | number)[];

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What a record holds under a name that came from outside, and never what every object has. */
export const ownMember = <Value>(
  record: { readonly [name: string]: Value } | null | undefined,
  name: string,
): Value | undefined => (record && Object.hasOwn(record, name) ? record[name] : undefined);

/** How deep JSON text nests, how many lists and records it holds, and how many values at least, whatever else it says. */
export function weightOfJson(text: string): { readonly depth: number; readonly groups: number; readonly values: number } {
  let depth = 0;
  let deepest = 0;
  let groups = 0;
  let commas = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    if (inText) {
      if (letter === 92) at++;
      else if (letter === 34) inText = false;
    } else if (letter === 34) inText = true;
    else if (letter === 44) commas++;
    else if (letter === 91 || letter === 123) {
      groups++;
      deepest = Math.max(deepest, ++depth);
    } else if (letter === 93 || letter === 125) depth--;
  }
  return { depth: deepest, groups, values: commas + groups };
}

export const depthOfJson = (text: string): number => weightOfJson(text).depth;
