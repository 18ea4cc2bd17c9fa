// A matrix of features x samples. A dashboard shows it in charts only.

import type { ArtifactCard } from "../../artifact-type.ts";
import { words } from "./words.ts";

export const assayCard = {
  type: "assay",
  words,
  rights: "rows",
  showable: "nothing",
  inline: null,
  exports: ["csv", "csv-excel", "tsv", "parquet", "json", "xlsx"],
  sizes: [
    ["features", "genes", "rows"],
    ["samples", "columns"],
  ],
  brief: "shape",
  hasColumns: true,
  isMaterial: true,
  isInFiles: true,
} as const satisfies ArtifactCard<"assay">;
