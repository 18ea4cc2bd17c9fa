// What a study may look for, as specs hold it, and the chance to find it. THE list: the form, sentences and calls of R follow it.

import { z } from "zod";
import { orRef } from "../../contract/spec-fields.ts";
import { powerOfCounts } from "../../stats/power/power-of-counts.ts";
import { powerOfLogRank } from "../../stats/power/power-of-hazards.ts";
import { powerOfAnova, powerOfT } from "../../stats/power/power-of-means.ts";
import { powerOfCorrelation, powerOfShares } from "../../stats/power/power-of-shares.ts";

export const designNames = ["t", "paired-t", "proportions", "anova", "correlation", "log-rank", "rna-seq"] as const;
export type DesignName = (typeof designNames)[number];
/** Settings with parameters looked up. */
export type Settings = { readonly [field: string]: number };

export interface Field {
  readonly usual: number;
  /** Both ends are left out. */
  readonly low: number;
  readonly high: number;
  readonly whole?: true;
  readonly title: string;
  readonly description: string;
}

export interface Design {
  readonly fields: { readonly [field: string]: Field };
  /** The field that is looked for, with where nothing is to be found; beyond it the chance grows. */
  readonly effect: string;
  nothing(settings: Settings): number;
  /** Of that many effects of the same kind, on the side of what is set. */
  farthest(settings: Settings): number;
  /** The fewest that a test is made of. */
  readonly fewest: number;
  /** Whom n counts. */
  readonly who: "groups" | "pairs" | "individuals" | "samples";
  groups(settings: Settings): number;
  power(n: number, settings: Settings, alpha: number): number;
}

const any = Number.POSITIVE_INFINITY;
const two = (): number => 2;
const one = (): number => 1;
const zero = (): number => 0;
const field = (usual: number, [low, high]: readonly [number, number], title: string, description: string): Field => ({
  usual,
  low,
  high,
  title,
  description,
});
const at = (settings: Settings, name: string): number => settings[name] ?? Number.NaN;
const ofMeans = (who: string) => ({
  difference: field(1, [-any, any], "Difference", `Of the means that is looked for${who}`),
  deviation: field(1, [0, any], "Standard deviation", who === "" ? "Within each group" : "Of the differences within pairs"),
});
const standardised = (settings: Settings): number => at(settings, "difference") / at(settings, "deviation");

export const designs: { readonly [name in DesignName]: Design } = {
  t: {
    fields: ofMeans(""),
    effect: "difference",
    nothing: zero,
    farthest: (settings) => (at(settings, "difference") < 0 ? -any : any),
    fewest: 2,
    who: "groups",
    groups: two,
    power: (n, settings, alpha) => powerOfT({ n, alpha, difference: standardised(settings), paired: false }),
  },
  "paired-t": {
    fields: ofMeans(" within pairs"),
    effect: "difference",
    nothing: zero,
    farthest: (settings) => (at(settings, "difference") < 0 ? -any : any),
    fewest: 2,
    who: "pairs",
    groups: one,
    power: (n, settings, alpha) => powerOfT({ n, alpha, difference: standardised(settings), paired: true }),
  },
  proportions: {
    fields: {
      first: field(0.5, [0, 1], "First share", "In the one group"),
      second: field(0.75, [0, 1], "Second share", "In the other group"),
    },
    effect: "second",
    nothing: (settings) => at(settings, "first"),
    farthest: (settings) => (at(settings, "second") < at(settings, "first") ? 1e-9 : 1 - 1e-9),
    fewest: 2,
    who: "groups",
    groups: two,
    power: (n, settings, alpha) => powerOfShares({ n, alpha, first: at(settings, "first"), second: at(settings, "second") }),
  },
  anova: {
    fields: {
      groups: { ...field(3, [1, 1001], "Groups", "How many are compared"), whole: true },
      f: field(0.25, [0, any], "Cohen's f", "Standard deviation of the means of groups, in those within groups"),
    },
    effect: "f",
    nothing: zero,
    farthest: () => any,
    fewest: 2,
    who: "groups",
    groups: (settings) => at(settings, "groups"),
    power: (n, settings, alpha) => powerOfAnova({ n, alpha, groups: at(settings, "groups"), f: at(settings, "f") }),
  },
  correlation: {
    fields: { r: field(0.3, [-1, 1], "Correlation", "Between -1 and 1") },
    effect: "r",
    nothing: zero,
    farthest: (settings) => (at(settings, "r") < 0 ? -1 + 1e-9 : 1 - 1e-9),
    fewest: 4,
    who: "individuals",
    groups: one,
    power: (n, settings, alpha) => powerOfCorrelation({ n, alpha, r: at(settings, "r") }),
  },
  "log-rank": {
    fields: {
      ratio: field(0.5, [0, any], "Hazard ratio", "Of the one group against the other"),
      events: field(0.6, [0, 1], "Share of events", "Of all individuals, those of whom the event is seen by the end"),
    },
    effect: "ratio",
    nothing: one,
    farthest: (settings) => (at(settings, "ratio") < 1 ? 1e-9 : any),
    fewest: 2,
    who: "groups",
    groups: two,
    power: (n, settings, alpha) => powerOfLogRank({ n, alpha, ratio: at(settings, "ratio"), events: at(settings, "events") }),
  },
  "rna-seq": {
    fields: {
      fold: field(2, [0, any], "Fold change", "Of a gene between two groups"),
      depth: field(20, [0, any], "Reads", "Of the gene in a sample, on average"),
      variation: field(
        0.4,
        [0, any],
        "Variation",
        "Between individuals of one group, as a share of the mean: about 0.1 of cell lines, 0.2 of inbred animals, 0.4 of people",
      ),
    },
    effect: "fold",
    nothing: one,
    farthest: (settings) => (at(settings, "fold") < 1 ? 1e-9 : any),
    fewest: 2,
    who: "samples",
    groups: two,
    power: (n, settings, alpha) =>
      powerOfCounts({ n, alpha, fold: at(settings, "fold"), depth: at(settings, "depth"), variation: at(settings, "variation") }),
  },
};

const ofField = ({ usual, title, description }: Field) => orRef(z.number()).default(usual).meta({ title, description });
const schemaOf = <Name extends DesignName>(name: Name, description: string) =>
  z.strictObject({
    type: z.literal(name).meta({ title: "Type", description }),
    ...Object.fromEntries(Object.entries(designs[name].fields).map(([field_, of]) => [field_, ofField(of)])),
  });

export const designSchema = z.discriminatedUnion("type", [
  schemaOf("t", "Two groups by the t test"),
  schemaOf("paired-t", "Pairs by the t test"),
  schemaOf("proportions", "Two shares"),
  schemaOf("anova", "Several groups by analysis of variance"),
  schemaOf("correlation", "Two columns of numbers"),
  schemaOf("log-rank", "Survival of two groups"),
  schemaOf("rna-seq", "A gene between two groups, of counts"),
]);
export const newDesign = (type: DesignName): z.output<typeof designSchema> => designSchema.parse({ type });
