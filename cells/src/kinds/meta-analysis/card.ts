// What the screen knows of the kind at once (contract/kind-card.ts).

import { defineCard } from "../../contract/kind-card.ts";
import { words } from "./card-words.ts";

export const card = defineCard(words, {
  kind: "meta-analysis",
  place: "warm",
  mode: "auto",
  inputs: [],
  outputs: [
    { name: "out", type: "table", title: "Estimates" },
    { name: "forest", type: "figure", title: "Forest plot", onDashboards: true },
    { name: "report", type: "report", title: "What was found" },
  ],
  textFields: [],
  listFields: [],
  frame: "block",
  picture: true,
  height: 560,
  entries: [
    {
      id: "meta-analysis",
      group: "model",
      order: 6,
      takes: ["table"],
      spec: (above) => (above?.type === "table" ? { studies: [{ from: above.ref, name: above.name }] } : {}),
    },
  ],
});
