// What the screen knows of the kind at once (contract/kind-card.ts).

import { defineCard } from "../../contract/kind-card.ts";
import { words } from "./card-words.ts";

export const card = defineCard(words, {
  kind: "profile",
  place: "warm",
  mode: "auto",
  inputs: [{ field: "from", accepts: ["table", "assay"], title: "Data" }],
  outputs: [{ name: "out", type: "report", title: "Profile" }],
  textFields: [],
  listFields: [],
  frame: "block",
  entries: [
    {
      id: "profile",
      group: "explore",
      order: 1,
      takes: ["table", "assay"],
      fits: (above) => (above?.type !== "table" ? 0 : above.numberColumns.some((name) => /^PC1$/i.test(name)) ? 2 : 3),
    },
  ],
});
