// What the screen knows of the kind at once (contract/kind-card.ts).

import { defineCard } from "../../contract/kind-card.ts";
import { fromAbove, isReady } from "../../contract/menu-entry.ts";
import { words } from "./card-words.ts";

export const card = defineCard(words, {
  kind: "reduce",
  place: "warm",
  mode: "auto",
  inputs: [
    { field: "from", accepts: ["assay", "table"], title: "Data" },
    { field: "onto", accepts: ["report"], title: "Axes of", optional: true },
  ],
  outputs: [
    { name: "out", type: "table", title: "Scores" },
    { name: "loadings", type: "table", title: "Loadings" },
    { name: "report", type: "report", title: "Variance" },
    { name: "axes", type: "report", title: "Fitted axes", withRows: true },
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
    {
      id: "map",
      group: "explore",
      order: 2,
      takes: ["table", "assay"],
      spec: (above) => ({ ...fromAbove(above, ["table", "assay"]), components: 50, map: { type: "umap" } }),
    },
  ],
});
