// What the screen knows of the kind at once (contract/kind-card.ts).

import { defineCard } from "../../contract/kind-card.ts";
import { words } from "./card-words.ts";

export const card = defineCard(words, {
  kind: "chart",
  place: "warm",
  mode: "auto",
  inputs: [{ field: "from", accepts: ["table", "assay"], title: "Data" }],
  outputs: [
    { name: "out", type: "figure", title: "Figure" },
    { name: "data", type: "table", title: "What is drawn" },
  ],
  textFields: [],
  listFields: [],
  frame: "block",
  more: true,
  picture: true,
  tile: { w: 6, h: 10 },
  heading: "title",
  turnedBy: { field: "y", from: "from" },
  entries: [],
});
