// repair-genes: gives genes back the names that a spreadsheet turned into dates, and old ones those of today.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { words } from "./words.ts";

export const repairGenes = defineStep({
  name: "repair-genes",
  version: 1,
  section: "texts",
  takes: {
    table: { gives: "table", rows: "same", columns: "same" },
    assay: { gives: "assay", rows: "same", columns: "same" },
  },
  options: {
    column: z.string().default("").meta({
      title: "Column",
      description: "Of a table; empty = each that holds gene symbols. Of a matrix its features are meant",
    }),
    to: z.enum(["today", "then"]).default("today").meta({
      title: "Dates become",
      description: "today: 2-Sep becomes SEPTIN2; then: SEPT2, as the gene was called when a spreadsheet took it for a date",
    }),
    aliases: z.boolean().default(false).meta({
      title: "Old names, too",
      description: "An alias of one human gene alone becomes its symbol (HER2: ERBB2). What is a symbol itself stays",
    }),
  },
  freezes: () => "each",
  carries: "names",
  words,
  labels: { column: words.key("column"), to: words.key("to"), aliases: words.key("aliases") },
  ending: "named",
  say: (step, { locale }) => words.say(step.aliases ? "says-aliases" : `says-${step.to}`, {}, locale),
});
