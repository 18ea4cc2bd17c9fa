// A table: rows of whatever it is about.

import type { ArtifactCard } from "../../artifact-type.ts";
import { words } from "./words.ts";

export const tableCard = {
  type: "table",
  words,
  rights: "rows",
  showable: "first-rows",
  inline: null,
  exports: ["csv", "csv-excel", "tsv", "parquet", "json", "xlsx", "bed", "gff3", "fasta", "fastq"],
  sizes: [["rows"], ["columns"]],
  brief: "shape",
  hasColumns: true,
  isMaterial: true,
  isInFiles: true,
} as const satisfies ArtifactCard<"table">;
