// What the screen knows of the kind at once (contract/kind-card.ts).

import { defineCard } from "../../contract/kind-card.ts";
import { words } from "./card-words.ts";

export const card = defineCard(words, {
  kind: "mutations",
  place: "warm",
  mode: "auto",
  inputs: [
    { field: "from", accepts: ["table"], title: "Mutations" },
    { field: "samples", accepts: ["table"], title: "Samples" },
    { field: "domains", accepts: ["table"], title: "Domains of proteins" },
  ],
  outputs: [
    // A row a sample, with what is known of it and which genes are mutated: what survival, tests and models read.
    { name: "out", type: "table", title: "Samples with their mutations", withRows: true },
    { name: "oncoprint", type: "figure", title: "Oncoprint", onDashboards: true },
    { name: "lollipop", type: "figure", title: "Mutations along a protein" },
    { name: "summary", type: "figure", title: "Summary" },
    { name: "genes", type: "table", title: "Genes" },
    { name: "pairs", type: "table", title: "Pairs of genes" },
    { name: "triangle", type: "figure", title: "Pairs of genes, drawn" },
    { name: "calls", type: "table", title: "Gene and sample by class", withRows: true },
    { name: "matrix", type: "assay", title: "Number of mutations, gene and sample", withRows: true },
    { name: "report", type: "report", title: "What was found" },
  ],
  textFields: [],
  listFields: [],
  frame: "block",
  picture: true,
  height: 720,
  tile: { w: 12, h: 14 },
  entries: [{ id: "mutations", group: "explore", order: 3, takes: ["table"] }],
});
