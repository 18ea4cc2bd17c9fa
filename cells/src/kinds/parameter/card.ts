// What the screen knows of the kind at once (contract/kind-card.ts).

import { defineCard } from "../../contract/kind-card.ts";
import { fromAbove } from "../../contract/menu-entry.ts";
import { words } from "./card-words.ts";

export const card = defineCard(words, {
  kind: "parameter",
  place: "inline",
  mode: "auto",
  inputs: [{ field: "from", accepts: ["table", "assay", "figure"], title: "Pick from", optional: true }],
  outputs: [{ name: "out", type: "value", title: "Value" }],
  textFields: [],
  listFields: [],
  frame: "control",
  control: { value: "value", scope: "scope" },
  heading: "label",
  holdsSelections: true,
  entries: [
    { id: "parameter", group: "control", takes: [] },
    {
      id: "gene",
      group: "control",
      takes: ["assay"],
      picks: "feature",
      spec: (above) => ({ control: { type: "feature" }, value: null, ...fromAbove(above, ["assay"]) }),
      fits: (above) => (above?.type === "assay" && above.summary?.detail?.scale !== "counts" && !above.gene ? 2 : 0),
    },
  ],
});
