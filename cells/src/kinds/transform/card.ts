// What the screen knows of the kind at once (contract/kind-card.ts).

import { defineCard } from "../../contract/kind-card.ts";
import { words } from "./card-words.ts";

export const card = defineCard(words, {
  kind: "transform",
  place: "warm",
  mode: "auto",
  inputs: [{ field: "from", accepts: ["table", "assay"], title: "Data" }],
  outputs: [
    { name: "out", type: ["table", "assay"], title: "Data" },
    { name: "steps", type: "report", title: "Steps" },
    // What they took of the data: categories and most frequent values stand in it as they stand in rows.
    { name: "fitted", type: "report", title: "Fitted steps", withRows: true },
    { name: "changes", type: "report", title: "What each step changed", withRows: true },
  ],
  textFields: [],
  listFields: ["steps"],
  frame: "block",
  more: true,
  keepsRows: true,
  doesSteps: true,
  entries: [
    {
      id: "transform",
      group: "clean",
      // After its steps.
      order: 1,
      takes: ["table", "assay"],
      fits: (above) => (above?.type === "figure" || above?.type === "report" ? 2 : 0),
    },
  ],
});
