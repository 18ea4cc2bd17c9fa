// The kinds that this page has loaded. Their cards are here from the first paint on; spec, inline executor and views come
// once, when a notebook has the kind.

import type { ExecuteInline } from "@genomecraft/cells/contract/execute.ts";
import type { KindCard } from "@genomecraft/cells/contract/kind-card.ts";
import type { ShapeOf } from "@genomecraft/cells/contract/kind-of.ts";
import type { Kind } from "@genomecraft/cells/contract/kind.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import type { KindViews } from "@genomecraft/cells/views.ts";
import { newStore } from "../base/store.ts";

/** By name; a new map whenever one came. */
export const kindsHere = newStore<ReadonlyMap<string, Kind>>(new Map());
export const kindNow = (kind: string): Kind | null => kindsHere.get().get(kind) ?? null;

/** What is known now of a kind: all of it, or its shape while it is on the way. */
export const shapeOf: ShapeOf = (kind) => kindNow(kind) ?? cardOf(kind);

let inlineOf: ((kind: string) => ExecuteInline | null) | null = null;
export const inlineExecutorNow = (kind: string): ExecuteInline | null => inlineOf?.(kind) ?? null;

/** Rejects when the server cannot be reached. */
export const bringViews = (kind: string): Promise<KindViews | null> =>
  import("@genomecraft/cells/views.ts").then(({ viewsOf }) => viewsOf(kind));

const coming = new Map<string, Promise<Kind | null>>();

/** Null: this release has no such kind. Rejects when the server cannot be reached; whoever asks next tries again. */
export function bringKind(kind: string): Promise<Kind | null> {
  const card = cardOf(kind);
  if (!card) return Promise.resolve(null);
  const asked = coming.get(kind) ?? load(card);
  coming.set(kind, asked);
  asked.catch(() => coming.delete(kind));
  return asked;
}

/** All of them, each once. */
export const bringKinds = async (kinds: Iterable<string>): Promise<void> => {
  await Promise.all([...new Set(kinds)].map(bringKind));
};

async function load(card: KindCard): Promise<Kind | null> {
  const [views, inline] = await Promise.all([
    bringViews(card.kind),
    card.place === "inline" ? import("@genomecraft/cells/inline-executors.ts") : null,
  ]);
  if (!views) return null;
  // What will be drawn next; whoever draws it tries again.
  views.Output().catch(() => undefined);
  const kind = await views.Kind();
  if (inline) inlineOf = inline.inlineExecutorOf;
  kindsHere.set((before) => new Map(before).set(card.kind, kind));
  return kind;
}
