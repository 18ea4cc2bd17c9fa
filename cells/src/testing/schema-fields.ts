// Every property of a JSON Schema, those of its choices, items and definitions too, with its path. For tests only.

import { isJsonObject, type Json, type JsonObject } from "../base/json.ts";

export function schemaFields(schema: Json | undefined, path = ""): readonly (readonly [path: string, field: JsonObject])[] {
  if (Array.isArray(schema)) return schema.flatMap((item: Json, at) => schemaFields(item, `${path}[${at}]`));
  if (!isJsonObject(schema)) return [];
  const named = { ...(schema["properties"] as JsonObject | undefined), ...(schema["$defs"] as JsonObject | undefined) };
  const properties = Object.entries((schema["properties"] ?? {}) as { readonly [field: string]: JsonObject });
  return [
    ...properties.map(([name, field]) => [`${path}.${name}`, field] as const),
    ...Object.entries(named).flatMap(([name, field]) => schemaFields(field, `${path}.${name}`)),
    ...["anyOf", "oneOf", "allOf", "items"].flatMap((key) => schemaFields(schema[key], path)),
  ];
}

/** Paths of properties that lack a title or a description. */
export const bareFields = (schema: Json): readonly string[] =>
  schemaFields(schema).flatMap(([path, field]) => (field["title"] && field["description"] ? [] : [path]));
