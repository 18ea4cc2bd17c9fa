// rename-chromosomes: calls chromosomes as another source does, chr1 or 1.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { words } from "./words.ts";

export const renameChromosomes = defineStep({
  name: "rename-chromosomes",
  version: 1,
  section: "texts",
  takes: {
    table: { gives: "table", rows: "same", columns: "same" },
    assay: { gives: "assay", rows: "same", columns: "same" },
  },
  options: {
    to: z.enum(["chr", "plain"]).default("chr").meta({
      title: "Call them",
      description: "chr: chr1, chrX, chrM, as UCSC; plain: 1, X, MT, as Ensembl. What is no chromosome keeps its name",
    }),
  },
  freezes: () => "each",
  carries: "rows",
  words,
  labels: { to: words.key("to") },
  say: (step, { locale }) => words.say(`says-${step.to}`, {}, locale),
});
