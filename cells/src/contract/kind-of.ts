// How the notebook's code asks what a kind is. The real list is kinds.ts; tests bring their own.

import type { Kind, KindShape } from "./kind.ts";

/** The kind of that name, or null: a document may hold kinds that this release does not know. */
export type KindOf = (kind: string) => Kind | null;

/** On the screen kinds are known by their shape until their spec has come. A `KindOf` is one. */
export type ShapeOf = (kind: string) => Kind | KindShape | null;

/** Whether all is here that is to be known of it. */
export const isWhole = (kind: Kind | KindShape | null): kind is Kind => kind !== null && "schema" in kind;
