// What the screen knows of the kind at once (contract/kind-card.ts).

import type { ArtifactType } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import { defineCard } from "../../contract/kind-card.ts";
import { type Above, fromAbove } from "../../contract/menu-entry.ts";
import { words } from "./card-words.ts";

const data: readonly ArtifactType[] = ["table", "assay"];
const matrix: readonly ArtifactType[] = ["assay"];
const step =
  (verb: string, takes: readonly ArtifactType[]) =>
  (above: Above | null, newItemId: () => string): JsonObject => ({
    ...fromAbove(above, takes),
    steps: [{ id: newItemId(), verb }],
  });
const isCounts = (above: Above | null): boolean => above?.type === "assay" && above.summary?.detail?.scale === "counts";

export const card = defineCard(words, {
  kind: "transform",
  place: "warm",
  mode: "auto",
  inputs: [{ field: "from", accepts: ["table", "assay"], title: "Data" }],
  outputs: [
    { name: "out", type: ["table", "assay"], title: "Data" },
    { name: "steps", type: "report", title: "Steps" },
  ],
  textFields: [],
  listFields: ["steps"],
  frame: "block",
  keepRows: (from, condition, id) => ({
    from: from,
    steps: [{ id, verb: "filter", where: { all: [condition] } }],
  }),
  entries: [
    {
      id: "low-genes",
      group: "clean",
      takes: matrix,
      spec: step("filter-features", matrix),
      fits: (above) => (isCounts(above) ? 3 : 0),
    },
    { id: "log-cpm", group: "clean", takes: matrix, spec: step("log-cpm", matrix), fits: (above) => (isCounts(above) ? 2 : 0) },
    {
      id: "filter-rows",
      group: "clean",
      takes: data,
      spec: step("filter", data),
      fits: (above) => Number(above?.type === "table" && !above.numberColumns.some((name) => /^PC1$/i.test(name))),
    },
    { id: "new-column", group: "clean", takes: data, spec: step("derive", data) },
    { id: "join", group: "clean", takes: data, spec: step("join", data) },
    {
      id: "transform",
      group: "clean",
      takes: data,
      fits: (above) => (above?.type === "figure" || above?.type === "report" ? 2 : 0),
    },
  ],
});
