// What the screen knows of the kind at once (contract/kind-card.ts).

import type { ArtifactType } from "../../artifacts/artifact.ts";
import { defineCard } from "../../contract/kind-card.ts";
import { fromAbove } from "../../contract/menu-entry.ts";
import { words } from "./card-words.ts";

const data: readonly ArtifactType[] = ["table", "assay"];

export const card = defineCard(words, {
  kind: "predict",
  place: "warm",
  mode: "auto",
  inputs: [
    { field: "model", accepts: ["model"], title: "Model" },
    { field: "from", accepts: ["assay", "table"], title: "Data" },
  ],
  outputs: [
    { name: "out", type: "table", title: "Predictions" },
    { name: "report", type: "report", title: "What was predicted" },
  ],
  textFields: [],
  listFields: [],
  frame: "block",
  entries: [
    {
      id: "predict",
      group: "model",
      takes: ["model", ...data],
      spec: (above) => (above?.type === "model" ? { model: above.ref } : fromAbove(above, data)),
      fits: (above) => (above?.type === "model" ? 3 : 0),
    },
  ],
});
