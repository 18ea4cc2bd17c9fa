// What the screen knows of the kind at once (contract/kind-card.ts).

import { defineCard } from "../../contract/kind-card.ts";
import { words } from "./card-words.ts";

export const card = defineCard(words, {
  kind: "cluster",
  place: "warm",
  mode: "auto",
  inputs: [{ field: "from", accepts: ["table", "assay"], title: "Data" }],
  outputs: [
    { name: "out", type: "table", title: "Rows with their clusters" },
    { name: "map", type: "figure", title: "Map", onDashboards: true },
    { name: "silhouettes", type: "figure", title: "Silhouettes" },
    { name: "curves", type: "figure", title: "How many" },
    { name: "tree", type: "figure", title: "Tree" },
    { name: "report", type: "report", title: "What was found" },
  ],
  textFields: [],
  listFields: [],
  frame: "block",
  picture: true,
  entries: [{ id: "cluster", group: "explore", order: 3, takes: ["table", "assay"] }],
});
