// What the screen knows of the kind at once (contract/kind-card.ts).

import { defineCard } from "../../contract/kind-card.ts";
import { isReady } from "../../contract/menu-entry.ts";
import { words } from "./card-words.ts";

export const card = defineCard(words, {
  kind: "reduce",
  place: "warm",
  mode: "auto",
  inputs: [{ field: "from", accepts: ["assay", "table"], title: "Data" }],
  outputs: [
    { name: "out", type: "table", title: "Scores" },
    { name: "loadings", type: "table", title: "Loadings" },
    { name: "report", type: "report", title: "Variance" },
  ],
  textFields: [],
  listFields: [],
  frame: "block",
  picture: true,
  entries: [
    {
      id: "pca",
      group: "explore",
      order: 2,
      takes: ["table", "assay"],
      fits: (above) => (above?.type !== "assay" || above.reduced ? 0 : !isReady(above) ? 1 : above.gene ? 2 : 3),
    },
  ],
});
