// What the screen knows of the kind at once (contract/kind-card.ts).

import type { ArtifactType } from "../../artifacts/artifact.ts";
import { defineCard } from "../../contract/kind-card.ts";
import type { Above } from "../../contract/menu-entry.ts";
import { beginWith, grouped, xy } from "./begin-with.ts";
import { words } from "./card-words.ts";

const data: readonly ArtifactType[] = ["table", "assay"];
const isCounts = (above: Above): boolean => above.summary?.detail?.scale === "counts";

export const card = defineCard(words, {
  kind: "chart",
  place: "warm",
  mode: "auto",
  inputs: [{ field: "from", accepts: ["table", "assay"], title: "Data" }],
  outputs: [
    { name: "out", type: "figure", title: "Figure" },
    { name: "data", type: "table", title: "What is drawn" },
  ],
  textFields: [],
  listFields: [],
  frame: "block",
  more: true,
  picture: true,
  tile: { w: 6, h: 10 },
  heading: "title",
  entries: [
    {
      id: "box",
      group: "explore",
      order: 3,
      takes: data,
      spec: beginWith("box", grouped),
      fits: (above) => (above?.type === "value" || (above?.type === "assay" && above.gene && !isCounts(above)) ? 3 : 0),
    },
    {
      id: "points",
      group: "explore",
      order: 4,
      takes: data,
      spec: beginWith("point", xy),
      fits: (above) => {
        if (above?.type === "table") return above.numberColumns.some((name) => /^PC1$/i.test(name)) ? 3 : 2;
        return above?.type === "value" ? 2 : above?.type === "figure" || above?.type === "report" ? 1 : 0;
      },
    },
    {
      id: "histogram",
      group: "explore",
      order: 5,
      takes: data,
      spec: beginWith("histogram", (above) =>
        above?.type === "table" && above.numberColumns[0] ? { x: above.numberColumns[0] } : {},
      ),
    },
    {
      id: "heatmap",
      group: "explore",
      order: 6,
      takes: data,
      spec: beginWith("heatmap"),
      fits: (above) => (above?.type === "assay" && !above.gene && !isCounts(above) ? 1 : 0),
    },
  ],
});
