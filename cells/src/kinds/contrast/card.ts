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
    { name: "volcano", type: "figure", title: "Volcano", onDashboards: true },
    { name: "points", type: "report", title: "Numbers of pictures", withRows: true },
  ],
  textFields: [],
  listFields: [],
  frame: "block",
  asks: "fitted-features",
  entries: [{ id: "contrast", group: "model", order: 1, takes: ["report"] }],
});
