// What the screen knows of the kind at once (contract/kind-card.ts).

import { liesOnReference } from "../../contract/menu-entry.ts";
import { defineCard } from "../../contract/kind-card.ts";
import { words } from "./card-words.ts";

export const card = defineCard(words, {
  kind: "region",
  place: "warm",
  mode: "auto",
  inputs: [{ field: "from", accepts: ["file"], title: "File" }],
  outputs: [{ name: "out", type: ["table", "assay"], title: "Records" }],
  textFields: [],
  listFields: [],
  readsFiles: true,
  frame: "block",
  entries: [{ id: "region", group: "data", order: 3, takes: ["file"], fits: (above) => (liesOnReference(above) ? 3 : 0) }],
});
