// What the screen knows of the kind at once (contract/kind-card.ts).

import { defineCard } from "../../contract/kind-card.ts";
import { words } from "./card-words.ts";

export const card = defineCard(words, {
  kind: "power",
  place: "warm",
  mode: "auto",
  inputs: [],
  outputs: [
    { name: "out", type: "figure", title: "Curve" },
    { name: "curve", type: "table", title: "Curve as a table" },
    { name: "report", type: "report", title: "What is needed" },
  ],
  textFields: [],
  listFields: [],
  frame: "block",
  picture: true,
  entries: [{ id: "power", group: "model", order: 9, takes: [] }],
});
