// What the screen knows of the kind at once (contract/kind-card.ts).

import { typesInFiles } from "../../artifacts/artifact-cards.ts";
import { defineCard } from "../../contract/kind-card.ts";
import { words } from "./card-words.ts";

export const card = defineCard(words, {
  kind: "load",
  place: "warm",
  mode: "auto",
  inputs: [{ field: "samples", accepts: ["table"], title: "Sample sheet", optional: true }],
  outputs: [
    { name: "out", type: typesInFiles, title: "Data" },
    { name: "reading", type: "report", title: "How the file was read", withRows: true },
    { name: "check", type: "report", title: "The file held to its standard", withRows: true },
    { name: "quality", type: "report", title: "What the reads of the file are like" },
  ],
  textFields: [],
  listFields: [],
  frame: "block",
  files: { file: "file", format: "format", sheet: "sheet", read: "read", samples: "samples" },
  entries: [
    { id: "load", group: "data", opens: "files", takes: [], fits: (above) => (above ? Number(above.type === "model") : 3) },
    { id: "paste", group: "data", opens: "paste", takes: [], fits: (above) => (above ? 0 : 2) },
  ],
});
