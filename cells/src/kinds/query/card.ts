// What the screen knows of the kind at once (contract/kind-card.ts).

import { defineCard } from "../../contract/kind-card.ts";
import { takenOf } from "../../contract/menu-entry.ts";
import { words } from "./card-words.ts";

export const card = defineCard(words, {
  kind: "query",
  place: "sealed",
  mode: "manual",
  inputs: [],
  outputs: [{ name: "out", type: "table", title: "Rows" }],
  textFields: ["sql"],
  listFields: [],
  frame: "block",
  entries: [
    {
      id: "sql",
      group: "code",
      takes: ["table"],
      spec: (above) => {
        const taken = takenOf(above, ["table", "assay"]);
        return taken ? { sql: `select * from ${taken.name}` } : {};
      },
    },
  ],
});
