// The form and the output of each kind, loaded when first shown, as components.

import type { ComponentType, LazyExoticComponent } from "react";
import { invariant } from "@genomecraft/cells/base/invariant.ts";
import type { EditorProps, OutputProps } from "@genomecraft/cells/contract/kind-view.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import type { KindViews } from "@genomecraft/cells/views.ts";
import { part } from "../base/part.ts";
import { wordsCame } from "../words/speak.ts";
import { bringKind, bringViews } from "./kinds-here.ts";

type Editor = LazyExoticComponent<ComponentType<EditorProps>>;
type Output = LazyExoticComponent<ComponentType<OutputProps>>;
const editors = new Map<string, Editor | null>();
const outputs = new Map<string, Output | null>();

/** A view is drawn when the kind's spec and all words are there, too. */
const whole = async (kind: string): Promise<KindViews> => {
  const [views] = await Promise.all([bringViews(kind), bringKind(kind), wordsCame()]);
  invariant(views, "a kind with a card has views");
  return views;
};

/** Null: this release has no such kind. */
export function editorOf(kind: string): Editor | null {
  let found = editors.get(kind);
  if (found === undefined) {
    found = cardOf(kind) ? part(async () => (await (await whole(kind)).Editor()).Editor) : null;
    editors.set(kind, found);
  }
  return found;
}
export function outputOf(kind: string): Output | null {
  let found = outputs.get(kind);
  if (found === undefined) {
    found = cardOf(kind) ? part(async () => (await (await whole(kind)).Output()).Output) : null;
    outputs.set(kind, found);
  }
  return found;
}
