// filter-sites: keeps sites of variants that vary enough and are called in enough samples.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { number } from "../parts/fields.ts";
import { shown } from "../parts/said.ts";
import { words } from "./words.ts";

export const tests = ["exact", "mid-p"] as const;

export const filterSites = defineStep({
  name: "filter-sites",
  version: 2,
  section: "features",
  takes: { assay: { gives: "assay", rows: "fewer", columns: "same" } },
  options: {
    frequency: number("Least frequency", "Of the rarer allele, from 0 to 0.5; 0 keeps all", 0.01),
    missing: number("Largest share missing", "Of the samples, from 0 to 1; 1 keeps all", 0.1),
    quality: number("Least quality", "Of the site (QUAL of a VCF); sites without one stay; 0 keeps all", 0),
    passed: z.boolean().default(false).meta({
      title: "Passed",
      description:
        "Drops sites that failed a filter of the program that called them (FILTER of a VCF is neither PASS nor missing)",
    }),
    equilibrium: number("Least p of Hardy-Weinberg equilibrium", "Of PLINK's exact test at autosomal sites; 0 keeps all", 0),
    test: z.enum(tests).default("exact").meta({
      title: "Test",
      description: "Of Hardy-Weinberg equilibrium: exact (--hwe), or with half of what is as probable (--hwe midp)",
    }),
    within: z.string().default("").meta({
      title: "Within",
      description:
        "Column of the samples that says their populations: each is tested by itself, and a site stays that is above in all; empty: all together",
    }),
    controls: z.string().default("").meta({
      title: "Controls",
      description: "Column of the samples that says case or control: controls are tested; empty: all samples",
    }),
  },
  freezes: () => "fitted",
  carries: "rows",
  // No bounds but the usual ones: how many sites have so rare an allele is told by the size of what is kept.
  words,
  labels: {
    frequency: words.key("frequency"),
    missing: words.key("missing"),
    quality: words.key("quality"),
    passed: words.key("passed"),
    equilibrium: words.key("equilibrium"),
    within: words.key("within"),
    controls: words.key("controls"),
  },
  ending: "sites",
  menu: {
    group: "clean",
    takes: ["assay"],
    fits: (above) => (above?.type === "assay" && above.summary?.detail?.["scale"] === "dosage" ? 3 : 0),
    words: menuWords(words),
  },
  say: (step, context) => words.say("says", { bounds: boundsSaid(step, context) }, context.locale),
  sayCounted: (step, context, { before, after }) =>
    words.say("says-counted", { kept: after, all: before, bounds: boundsSaid(step, context) }, context.locale),
});

interface Bounds {
  readonly frequency: Parameters<typeof shown>[0];
  readonly missing: Parameters<typeof shown>[0];
  readonly quality: Parameters<typeof shown>[0];
  readonly passed: boolean;
  readonly equilibrium: Parameters<typeof shown>[0];
  readonly within: string;
  readonly controls: string;
}

/** What is asked of a site; without any all are kept. */
function boundsSaid(
  { frequency, missing, quality, passed, equilibrium, within, controls }: Bounds,
  context: Parameters<typeof shown>[1],
): string {
  const { locale } = context;
  const said = [
    ...(frequency === 0 ? [] : [words.say("by-frequency", { frequency: shown(frequency, context) }, locale)]),
    ...(missing === 1 ? [] : [words.say("by-missing", { missing: shown(missing, context) }, locale)]),
    ...(quality === 0 ? [] : [words.say("by-quality", { quality: shown(quality, context) }, locale)]),
    ...(passed ? [words.say("by-passed", {}, locale)] : []),
    ...(equilibrium === 0
      ? []
      : [
          words.say(
            within === "" ? (controls === "" ? "by-p" : "by-p-controls") : controls === "" ? "by-p-within" : "by-p-both",
            { p: shown(equilibrium, context), within, controls },
            locale,
          ),
        ]),
  ];
  return said.length === 0 ? words.say("by-nothing", {}, locale) : said.join(", ");
}
