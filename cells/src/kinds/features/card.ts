// What the screen knows of the kind at once (contract/kind-card.ts).

import { defineCard } from "../../contract/kind-card.ts";
import { words } from "./card-words.ts";

export const card = defineCard(words, {
  kind: "features",
  place: "warm",
  mode: "auto",
  inputs: [{ field: "entities", accepts: ["table"], title: "Entities", optional: true }],
  outputs: [
    { name: "out", type: "table", title: "Features" },
    { name: "report", type: "report", title: "What was found" },
  ],
  textFields: [],
  listFields: [],
  frame: "block",
  entries: [
    {
      id: "features",
      group: "data",
      order: 3,
      takes: [],
      spec: (above) => (above?.type === "table" ? { entities: above.ref } : {}),
    },
  ],
});
