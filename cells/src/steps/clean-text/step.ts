// clean-text: spaces, case and normal form of texts.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { columns } from "../parts/fields.ts";
import { lack, listed } from "../parts/said.ts";
import { words } from "./words.ts";

export const cases = ["keep", "lower", "upper"] as const;
export const forms = ["NFC", "NFKC", "keep"] as const;

export const cleanText = defineStep({
  name: "clean-text",
  version: 1,
  section: "texts",
  takes: { table: { gives: "table", rows: "same", columns: "same" } },
  options: {
    columns: columns("Columns of texts"),
    trim: z.boolean().default(true).meta({ title: "Ends", description: "No spaces before and behind" }),
    spaces: z.boolean().default(true).meta({
      title: "Spaces",
      description: "One plain space for several, for tabs and for spaces that do not break; invisible signs go",
    }),
    case: z.enum(cases).default("keep").meta({ title: "Case", description: "lower or upper: all letters; keep: as they are" }),
    form: z.enum(forms).default("NFC").meta({
      title: "Normal form",
      description: "Of Unicode. NFC: é is one sign; NFKC: ² is 2 and ﬁ is fi as well; keep: as it is",
    }),
    empty: z.boolean().default(true).meta({ title: "Empty", description: "What is empty then is missing" }),
  },
  freezes: () => "each",
  carries: "rows",
  words,
  ending: "clean",
  menu: { group: "clean", takes: ["table"], words: menuWords(words) },
  labels: { columns: formsWords.key("columns") },
  lacks: (step, context) => (step.columns.length === 0 ? lack("columns", context) : null),
  say: (step, { locale }) => words.say(`says-${step.case}`, { columns: listed(step.columns) }, locale),
});
