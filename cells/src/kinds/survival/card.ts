// What the screen knows of the kind at once (contract/kind-card.ts).

import { defineCard } from "../../contract/kind-card.ts";
import { words } from "./card-words.ts";

export const card = defineCard(words, {
  kind: "survival",
  place: "warm",
  mode: "auto",
  inputs: [{ field: "from", accepts: ["table"], title: "Follow-up" }],
  outputs: [
    { name: "out", type: "figure", title: "Survival curves" },
    { name: "forest", type: "figure", title: "Hazard ratios, drawn" },
    { name: "hazards", type: "table", title: "Hazard ratios" },
    { name: "groups", type: "table", title: "Groups" },
    // Its steps are the times of individuals.
    { name: "curves", type: "table", title: "Steps of the curves", withRows: true },
    { name: "report", type: "report", title: "What was found" },
  ],
  textFields: [],
  listFields: [],
  frame: "block",
  // Cells that summarise mutations offer curves by a gene.
  asks: "mutations",
  picture: true,
  height: 640,
  tile: { w: 8, h: 12 },
  entries: [{ id: "survival", group: "explore", order: 4, takes: ["table"] }],
});
