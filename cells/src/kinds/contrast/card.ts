// What the screen knows of the kind at once (contract/kind-card.ts).

import { defineCard } from "../../contract/kind-card.ts";
import { words } from "./card-words.ts";

export const card = defineCard(words, {
  kind: "contrast",
  place: "warm",
  mode: "auto",
  inputs: [{ field: "from", accepts: ["report"], title: "Model" }],
  outputs: [
    { name: "out", type: "table", title: "Features" },
    { name: "report", type: "report", title: "What was found" },
  ],
  textFields: [],
  listFields: [],
  frame: "block",
  entries: [{ id: "contrast", group: "model", order: 1, takes: ["report"] }],
});
