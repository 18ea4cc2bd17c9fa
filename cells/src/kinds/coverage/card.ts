// What the screen knows of the kind at once (contract/kind-card.ts).

import { toldAlong } from "../../artifacts/types/file/told-along.ts";
import { defineCard } from "../../contract/kind-card.ts";
import { words } from "./card-words.ts";

export const card = defineCard(words, {
  kind: "coverage",
  place: "warm",
  mode: "auto",
  inputs: [
    { field: "from", accepts: ["file"], title: "Alignments" },
    { field: "genes", accepts: ["table"], title: "Annotation", optional: true },
  ],
  outputs: [{ name: "out", type: ["table", "assay"], title: "Coverage" }],
  textFields: [],
  listFields: [],
  readsFiles: true,
  frame: "block",
  entries: [
    {
      id: "coverage",
      group: "explore",
      order: 3,
      takes: ["file"],
      // Nothing else covers anything.
      fits: (above) => (toldAlong(above?.summary?.detail?.["format"]) === "depth" ? 2 : 0),
    },
  ],
});
