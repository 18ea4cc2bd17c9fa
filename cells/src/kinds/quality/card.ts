// What the screen knows of the kind at once (contract/kind-card.ts).

import { defineCard } from "../../contract/kind-card.ts";
import { fromAbove, hasComponents, isCounts } from "../../contract/menu-entry.ts";
import { words } from "./card-words.ts";

export const card = defineCard(words, {
  kind: "quality",
  place: "warm",
  mode: "auto",
  inputs: [{ field: "from", accepts: ["assay", "table"], title: "Data" }],
  outputs: [
    { name: "out", type: "table", title: "Measures" },
    { name: "report", type: "report", title: "Verdicts", withRows: true },
  ],
  textFields: [],
  listFields: [],
  frame: "block",
  entries: [
    {
      id: "prepare",
      group: "clean",
      order: -1,
      takes: ["assay", "table"],
      first: true,
      spec: (above) => ({ ...fromAbove(above, ["assay", "table"]), prepare: "explore" }),
    },
    {
      id: "quality",
      group: "explore",
      order: 1,
      takes: ["assay", "table"],
      fits(above) {
        if (above?.type === "table") return hasComponents(above) ? 0 : 1.5;
        return isCounts(above) || (above?.type === "assay" && above.summary?.detail?.scale === "dosage") ? 3 : 0;
      },
    },
  ],
});
