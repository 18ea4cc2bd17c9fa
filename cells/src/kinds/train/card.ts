// What the screen knows of the kind at once (contract/kind-card.ts).

import { defineCard } from "../../contract/kind-card.ts";
import { isReady } from "../../contract/menu-entry.ts";
import { words } from "./card-words.ts";

export const card = defineCard(words, {
  kind: "train",
  place: "warm",
  mode: "manual",
  inputs: [
    { field: "from", accepts: ["assay", "table"], title: "Data" },
    { field: "prepare", accepts: ["report"], title: "Prepare by" },
  ],
  outputs: [
    { name: "out", type: "model", title: "Model" },
    { name: "report", type: "report", title: "Validation" },
    { name: "predictions", type: "table", title: "Predictions" },
  ],
  textFields: [],
  listFields: [],
  frame: "block",
  more: true,
  entries: [
    {
      id: "train",
      group: "model",
      takes: ["table", "assay"],
      fits: (above) =>
        above?.type === "assay"
          ? Number(above.gene !== null && isReady(above))
          : Number(above?.type === "table" && above.numberColumns.some((name) => /^PC1$/i.test(name))),
    },
  ],
});
