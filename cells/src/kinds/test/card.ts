// What the screen knows of the kind at once (contract/kind-card.ts).

import { defineCard } from "../../contract/kind-card.ts";
import { words } from "./card-words.ts";

export const card = defineCard(words, {
  kind: "test",
  place: "warm",
  mode: "auto",
  inputs: [{ field: "from", accepts: ["table", "assay"], title: "Data" }],
  outputs: [
    { name: "out", type: "table", title: "Tests" },
    { name: "pairs", type: "table", title: "Each two groups" },
    { name: "report", type: "report", title: "What was found", onDashboards: true },
  ],
  textFields: [],
  listFields: [],
  frame: "block",
  entries: [{ id: "test", group: "model", order: 2, takes: ["table", "assay"] }],
});
