// What the screen knows of the kind at once (contract/kind-card.ts).

import { defineCard } from "../../contract/kind-card.ts";
import { words } from "./card-words.ts";

/** Beside a model, a figure or a report there is something to write. */
const suits: { readonly [type: string]: number } = { model: 2, value: 1, figure: 3, report: 3 };

export const card = defineCard(words, {
  kind: "note",
  place: "inline",
  mode: "auto",
  inputs: [],
  outputs: [{ name: "out", type: "value", title: "Text" }],
  textFields: ["text"],
  listFields: [],
  frame: "prose",
  entries: [{ id: "note", group: "text", takes: [], fits: (above) => (above ? (suits[above.type] ?? 0) : 1) }],
});
