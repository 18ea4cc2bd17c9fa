// What the screen knows of the kind at once (contract/kind-card.ts).

import { defineCard } from "../../contract/kind-card.ts";
import { words } from "./card-words.ts";

export const card = defineCard(words, {
  kind: "regression",
  place: "warm",
  mode: "auto",
  inputs: [{ field: "from", accepts: ["table", "assay"], title: "Data" }],
  outputs: [
    { name: "out", type: "table", title: "Coefficients" },
    { name: "report", type: "report", title: "What was found" },
    { name: "forest", type: "figure", title: "Coefficients, drawn", onDashboards: true },
    { name: "terms", type: "table", title: "Tests of terms" },
    { name: "means", type: "table", title: "Marginal means" },
    { name: "drawn", type: "figure", title: "Marginal means, drawn" },
    { name: "comparisons", type: "table", title: "Comparisons of means" },
    // Of each row what was expected of it.
    { name: "rows", type: "table", title: "Residuals of rows", withRows: true },
    { name: "residuals", type: "figure", title: "Residuals, drawn" },
    { name: "normal", type: "figure", title: "Residuals against the normal" },
    { name: "influence", type: "figure", title: "Leverage and residuals" },
  ],
  textFields: [],
  listFields: [],
  frame: "block",
  picture: true,
  height: 620,
  tile: { w: 8, h: 12 },
  entries: [{ id: "regression", group: "model", order: 3, takes: ["table", "assay"] }],
});
