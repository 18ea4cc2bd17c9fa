// What the screen knows of the kind at once (contract/kind-card.ts).

import { defineCard } from "../../contract/kind-card.ts";
import { words } from "./card-words.ts";

export const card = defineCard(words, {
  kind: "markers",
  place: "warm",
  mode: "auto",
  inputs: [
    { field: "from", accepts: ["assay"], title: "Matrix" },
    { field: "groups", accepts: ["table"], title: "Groups", optional: true },
  ],
  outputs: [
    { name: "out", type: "table", title: "Markers" },
    { name: "dots", type: "figure", title: "Dot plot", onDashboards: true },
    { name: "violins", type: "figure", title: "Stacked violins" },
    { name: "report", type: "report", title: "What was found" },
  ],
  textFields: [],
  listFields: [],
  frame: "block",
  picture: true,
  entries: [{ id: "markers", group: "explore", order: 5, takes: ["assay"] }],
});
