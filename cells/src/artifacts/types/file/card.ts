// A file that stays a file: cells read it by range.

import type { ArtifactCard } from "../../artifact-type.ts";
import { words } from "./words.ts";

export const fileCard = {
  type: "file",
  words,
  // Reads and genotypes are rows about persons.
  rights: "rows",
  showable: "nothing",
  inline: null,
  exports: ["csv", "csv-excel", "tsv", "parquet", "json", "xlsx"],
  sizes: [["contigs", "sequences"]],
  brief: "bytes",
  hasColumns: true,
  isMaterial: true,
  isInFiles: true,
} as const satisfies ArtifactCard<"file">;
