// What the screen knows of the kind at once (contract/kind-card.ts).

import { defineCard } from "../../contract/kind-card.ts";
import { isCounts } from "../../contract/menu-entry.ts";
import { words } from "./card-words.ts";

export const card = defineCard(words, {
  kind: "differential",
  place: "warm",
  mode: "manual",
  inputs: [{ field: "from", accepts: ["assay"], title: "Matrix" }],
  outputs: [
    { name: "out", type: "table", title: "Features" },
    { name: "fit", type: "report", title: "Fitted model", withRows: true },
    { name: "design", type: "report", title: "Fitted design", withRows: true },
    { name: "dispersions", type: "figure", title: "Dispersions", onDashboards: true },
    { name: "trend", type: "figure", title: "Mean and variance", onDashboards: true },
  ],
  textFields: [],
  listFields: [],
  frame: "block",
  entries: [{ id: "differential", group: "model", order: 0, takes: ["assay"], fits: (above) => (isCounts(above) ? 2 : 0) }],
});
