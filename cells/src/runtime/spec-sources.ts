// Which files a spec names, and what stands behind a cell: those, and what stands behind the cells that it reads.

import type { Json, JsonObject } from "../base/json.ts";
import { joinSources, type Sources } from "../base/sources.ts";
import { isFileRef, type FileRef } from "../base/refs.ts";

/** Specs that did not change keep their identity: a keystroke in one of a thousand cells walks one. */
const walked = new WeakMap<object, readonly FileRef[]>();

/** Files that a spec names, each digest once. */
export function filesInSpec(spec: JsonObject): readonly FileRef[] {
  const known = walked.get(spec);
  if (known) return known;
  const found = new Map<string, FileRef>();
  const walk = (value: Json): void => {
    if (isFileRef(value)) found.set(value.digest, value);
    else if (Array.isArray(value)) for (const item of value) walk(item as Json);
    else if (typeof value === "object" && value !== null) for (const item of Object.values(value as JsonObject)) walk(item);
  };
  walk(spec);
  const files = [...found.values()];
  walked.set(spec, files);
  return files;
}

/** Files that a spec names, and those behind what it reads. */
export function sourcesBehind(spec: JsonObject, inputs: readonly Sources[]): Sources {
  const own = filesInSpec(spec).map((file) => file.digest);
  return joinSources(own.sort(), ...inputs);
}
