// Executors of the inline kinds, loaded at once: they answer synchronously, in browser and server alike.

import type { JsonObject } from "./base/json.ts";
import type { ExecuteInline } from "./contract/execute.ts";
import { executeInline as note } from "./kinds/note/execute.ts";
import { executeInline as parameter } from "./kinds/parameter/execute.ts";

export const inlineExecutors = { note, parameter } as const;

/** The executor of an inline kind, or null for every other kind. */
export function inlineExecutorOf(kind: string): ExecuteInline<JsonObject> | null {
  return Object.hasOwn(inlineExecutors, kind)
    ? (inlineExecutors[kind as keyof typeof inlineExecutors] as unknown as ExecuteInline<JsonObject>)
    : null;
}
