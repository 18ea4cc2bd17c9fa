// What the screen knows of the kind at once (contract/kind-card.ts).

import { defineCard } from "../../contract/kind-card.ts";
import { words } from "./card-words.ts";

export const card = defineCard(words, {
  kind: "associate",
  place: "warm",
  mode: "auto",
  inputs: [
    { field: "from", accepts: ["assay"], title: "Genotypes" },
    { field: "sheet", accepts: ["table"], title: "Traits" },
    { field: "components", accepts: ["table"], title: "Components" },
    { field: "sites", accepts: ["table"], title: "Places of variants" },
  ],
  outputs: [
    { name: "out", type: "table", title: "Variants" },
    { name: "manhattan", type: "figure", title: "Manhattan plot", onDashboards: true },
    { name: "qq", type: "figure", title: "QQ plot" },
    { name: "locus", type: "figure", title: "Locus" },
    { name: "spectrum", type: "figure", title: "Allele spectrum" },
    { name: "clumps", type: "table", title: "Independent hits" },
    { name: "report", type: "report", title: "What was found" },
  ],
  textFields: [],
  listFields: [],
  frame: "block",
  picture: true,
  height: 640,
  tile: { w: 12, h: 12 },
  entries: [
    {
      id: "associate",
      group: "model",
      order: 3,
      takes: ["assay"],
      fits: (above) => (above?.type === "assay" && above.summary?.detail?.["scale"] === "dosage" ? 3 : 0),
    },
  ],
});
