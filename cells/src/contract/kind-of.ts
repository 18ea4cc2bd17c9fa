// How the notebook's code asks what a kind is. The real list is kinds.ts; tests bring their own.

import type { Kind } from "./kind.ts";

/** The kind of that name, or null: a document may hold kinds that this release does not know. */
export type KindOf = (kind: string) => Kind | null;
