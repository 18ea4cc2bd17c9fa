// Executors of the inline kinds, loaded at once: they answer synchronously, in browser and server alike.

import type { ExecuteInline } from "./contract/execute.ts";
import { executeInline as note } from "./kinds/note/execute.ts";
import { executeInline as parameter } from "./kinds/parameter/execute.ts";

export const inlineExecutors = { note, parameter } as const;

/** The executor of an inline kind, or null for every other kind. */
export const inlineExecutorOf = (kind: string): ExecuteInline | null =>
  Object.hasOwn(inlineExecutors, kind) ? inlineExecutors[kind as keyof typeof inlineExecutors] : null;
