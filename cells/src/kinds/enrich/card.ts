// What the screen knows of the kind at once (contract/kind-card.ts).

import { defineCard } from "../../contract/kind-card.ts";
import { words } from "./card-words.ts";

export const card = defineCard(words, {
  kind: "enrich",
  place: "warm",
  mode: "auto",
  inputs: [
    { field: "from", accepts: ["table"], title: "Tested genes" },
    { field: "sets", accepts: ["table"], title: "Gene sets" },
  ],
  outputs: [
    { name: "out", type: "table", title: "Sets" },
    { name: "report", type: "report", title: "What was found" },
    { name: "dots", type: "figure", title: "Dot plot", onDashboards: true },
    { name: "running", type: "figure", title: "Running sum" },
  ],
  textFields: [],
  listFields: [],
  frame: "block",
  asks: "contrast",
  entries: [{ id: "enrich", group: "model", order: 3, takes: ["table"] }],
});
