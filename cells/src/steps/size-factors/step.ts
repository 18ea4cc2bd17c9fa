// size-factors: counts over what makes samples comparable in depth and composition, and that number beside each sample.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { isCounts, menuWords } from "../../contract/menu-entry.ts";
import { factorColumns } from "../parts/factor-columns.ts";
import { words } from "./words.ts";

/** The first two are DESeq2's, the others edgeR's. */
export const factorRules = ["ratio", "poscounts", "tmm", "upper-quartile"] as const;
export type FactorRule = (typeof factorRules)[number];
/** edgeR's factors correct library sizes, so that what comes out is counts per million. */
export const isOfLibrary = (by: FactorRule): boolean => by === "tmm" || by === "upper-quartile";
export const columnOfFactors = (by: FactorRule): string => (isOfLibrary(by) ? factorColumns.norm : factorColumns.size);

export const sizeFactors = defineStep({
  name: "size-factors",
  version: 2,
  section: "expression",
  takes: { assay: { gives: "assay", rows: "same", columns: "same" } },
  options: {
    by: z.enum(factorRules).default("ratio").meta({
      title: "By",
      description:
        "ratio, poscounts: count / size factor, as DESeq2's estimateSizeFactors; tmm, upper-quartile: count / (library size * factor) * 1e6, as edgeR's calcNormFactors and cpm",
    }),
  },
  freezes: () => "fitted",
  carries: "rows",
  describesSamples: true,
  words,
  labels: { by: words.key("by") },
  ending: "normalised",
  menu: { group: "clean", takes: ["assay"], fits: (above) => (isCounts(above) ? 1 : 0), words: menuWords(words) },
  columnsAfter: ({ by }, columns) => [...columns, columnOfFactors(by), ...(isOfLibrary(by) ? [factorColumns.library] : [])],
  say: ({ by }, { locale }) => words.say("says", { by: words.say(`by-${by}`, {}, locale), column: columnOfFactors(by) }, locale),
});
