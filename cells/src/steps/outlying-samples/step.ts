// outlying-samples: samples of a matrix that are unlike the others are flagged in the sample sheet, or dropped.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { menuWords } from "../../contract/menu-entry.ts";
import { reasonName, rowFlag } from "../parts/outlier-flags.ts";
import { words } from "./words.ts";

export const sampleRules = ["correlation", "components", "library-size"] as const;
export const sampleActions = ["flag", "keep", "drop"] as const;

const deviations = (description: string) => z.number().positive().max(1000).default(3).meta({ title: "Beyond", description });
const features = (standard: number) =>
  z.number().int().min(10).max(100_000).default(standard).meta({
    title: "Features",
    description: "So many of the most variable ones are compared",
  });

const rule = z
  .discriminatedUnion("by", [
    z.strictObject({
      by: z.literal("correlation").meta({
        title: "By",
        description: "Median correlation of a sample with the others (of its group), as the rule of quality has it",
      }),
      beyond: deviations("An outlier's lies more than so many 1.4826 median absolute deviations below the median of all"),
      least: z.number().min(0).max(1).default(0).meta({
        title: "At least",
        description:
          "And lower than that median by so much: of samples that are almost alike the least difference is many deviations",
      }),
      features: features(5000),
    }),
    z.strictObject({
      by: z.literal("components").meta({
        title: "By",
        description: "Distance in principal components of the samples: far out along them, or far from them all",
      }),
      components: z.number().int().min(0).max(1000).default(0).meta({
        title: "Components",
        description: "How many; 0: as few as hold 80 % of the variance",
      }),
      quantile: z.number().gt(0.5).lt(1).default(0.975).meta({
        title: "Quantile",
        description: "An outlier is farther than so large a share of normal samples is",
      }),
      features: features(500),
    }),
    z.strictObject({
      by: z.literal("library-size").meta({
        title: "By",
        description: "Counts of a sample in all, as a logarithm",
      }),
      beyond: deviations(
        "An outlier's is farther than so many 1.4826 median absolute deviations from the median, to either side",
      ),
    }),
  ])
  .default({ by: "correlation", beyond: 3, least: 0, features: 5000 })
  .meta({ title: "Rule", description: "What is an outlier" });
export type SampleRule = z.output<typeof rule>;

export const outlyingSamples = defineStep({
  name: "outlying-samples",
  version: 1,
  section: "outliers",
  takes: { assay: { gives: "assay", rows: "same", columns: "fewer" } },
  options: {
    rule,
    group: z.string().default("").meta({
      title: "Within",
      description: "Column of the samples with groups, each of which is compared within itself; empty: none",
    }),
    action: z.enum(sampleActions).default("flag").meta({
      title: "Then",
      description:
        "flag: columns outlier, how far, and outlier_reason of the sample sheet; keep: they are only counted; drop: they go",
    }),
  },
  describesSamples: true,
  // With which others a sample is compared is not kept.
  freezes: ({ rule: { by } }) => (by === "correlation" ? "whole" : "fitted"),
  thinsTraining: ({ action }) => action === "drop",
  carries: "names",
  words,
  ending: "outliers",
  menu: { group: "clean", takes: ["assay"], fits: () => 0, words: menuWords(words) },
  labels: { rule: words.key("rule"), group: words.key("group"), action: words.key("action") },
  say({ rule: of, group, action }, { locale }) {
    const within = group === "" ? "" : words.say("within", { group }, locale);
    return words.say(`says-${action}`, { rule: words.say(ruleKey(of), of, locale), within }, locale);
  },
  columnsAfter({ rule: of, action }, before) {
    if (action !== "flag") return before;
    const has = (name: string): boolean => before.includes(name);
    return [...before.filter((name) => name !== rowFlag && name !== reasonName), rowFlag, ...measuresOf(of), reasonName].filter(
      (name, at, all) => all.indexOf(name) === at || !has(name),
    );
  },
});

/** Columns that say how far. */
export const measuresOf = ({ by }: SampleRule): readonly string[] =>
  (by === "components" ? ["score_distance", "orthogonal_distance"] : [by.replace("-", "_")]).map((name) => `${rowFlag}_${name}`);

/** Its sentence. */
export const ruleKey = (of: SampleRule) =>
  of.by === "correlation" && of.least > 0 ? ("rule-correlation-least" as const) : (`rule-${of.by}` as const);
