// Fewer dimensions: principal components of the samples of a matrix, or of the rows of a table.

import { featureNoun, featuresCalled } from "../../artifacts/rows-called.ts";
import { z } from "zod";
import { componentsReport } from "../../reports/components/report.ts";
import { chosen, closed } from "../../contract/carried.ts";
import { defineKind } from "../../contract/define-kind.ts";
import { cellRef } from "../../contract/spec-fields.ts";
import { embeddingOf, embeddingSchema } from "../../embeddings.ts";
import { fittedAxesReport } from "../../reports/fitted-axes/report.ts";
import { card } from "./card.ts";
import { example } from "./example.ts";
import { discloses } from "./discloses.ts";
import { forReaders } from "./for-readers.ts";
import { usualTop } from "../../learn/usual-top.ts";
import { words } from "./words.ts";
import { words as learnWords } from "../../learn/words.ts";

const schema = z.strictObject({
  from: cellRef()
    .nullable()
    .default(null)
    .meta({ title: "Data", description: "A matrix (its samples become points) or a table (its rows)" }),
  method: z.literal("pca").default("pca").meta({ title: "Method", description: "Principal components" }),
  components: z
    .number()
    .int()
    .min(1)
    .max(50)
    .default(10)
    .meta({ title: "Components", description: "How many are kept, at most as many as rows or features" }),
  scale: z
    .boolean()
    .default(false)
    .meta({ title: "Scale features", description: "Divide each feature by its standard deviation" }),
  topFeatures: z.number().int().min(0).default(usualTop).meta({
    title: "Most variable features",
    description: "Of a matrix, use this many; 0 uses all. Of genotypes that are scaled by allele frequency all are used",
  }),
  solver: z.enum(["auto", "exact", "randomised"]).default("auto").meta({
    title: "Solver",
    description:
      "exact: by all eigenvectors; randomised: the first ones by random directions (Halko et al. 2011), for large data; auto: randomised where rows and features are both above 800",
  }),
  map: z
    .union([
      z.strictObject({ type: z.literal("none").meta({ title: "Type", description: "The components alone" }) }),
      embeddingSchema,
    ])
    .default({ type: "none" })
    .meta({ title: "Map", description: "{type, …}: drawn of the components, or of the features: umap, tsne, mds" }),
  onto: cellRef().nullable().default(null).meta({
    title: "Axes of",
    description: "The axes (=cell.axes) of another such cell, on which the rows are placed; null: axes of their own",
  }),
  genotypes: z.enum(["auto", "by-frequency", "as-numbers"]).default("auto").meta({
    title: "Genotypes",
    description:
      "by-frequency: dosages less their mean, divided by sqrt(2 p (1 - p)), missing ones at the mean (Patterson et al. 2006); as-numbers: like any other; auto: by-frequency where the matrix holds dosages",
  }),
});
export type ReduceSpec = z.output<typeof schema>;
/** What a new cell says. */
export const reduceDefaults = (): ReduceSpec => schema.parse({});

/** Whether what it is given is scaled as genotypes are; `scale`: of the matrix. */
export const isByFrequency = ({ genotypes }: Pick<ReduceSpec, "genotypes">, scale: unknown): boolean =>
  genotypes === "by-frequency" || (genotypes === "auto" && scale === "dosage");

export const reduce = defineKind({
  ...card,
  title: "PCA of samples",
  example,
  // 11: which columns of the samples go with its components. 12: the calls of R.
  // 13: a column that outweighs all others is said.
  version: 13,
  specVersion: 1,
  engines: [],
  reproduces: { atol: 1e-6, rtol: 1e-6 },
  variants: ({ map }) => [componentsReport, fittedAxesReport, ...(map.type === "none" ? [] : [embeddingOf(map)])],
  schema,
  empty: schema.parse({}),
  missing: (spec) => (spec.from === null ? "from" : null),
  discloses,
  forReaders,
  // A loading is a value of one feature, and what is a feature is said by a setting: of two samples, or of a table that is read
  // the other way round, it is that of a person.
  // Shares of the variance of many choices of features would tell how each varies: no other than the usual one, or all.
  carries: (spec, read, port) =>
    port === "report"
      ? [0, usualTop].includes(spec.topFeatures)
        ? read
        : chosen(read)
      : port === "loadings"
        ? chosen(read)
        : closed,
  words: (spec, context) => {
    const { from, map, onto } = spec;
    if (from && onto) return words.say("words-onto", { from: context.nameOf(from), axes: context.nameOf(onto) }, context.locale);
    if (from && map.type !== "none") {
      const params = { from: context.nameOf(from), map: embeddingOf(map).words.say("title", {}, context.locale) };
      return words.say(
        map.of === "components" ? "words-map" : "words-map-features",
        { ...params, n: spec.components },
        context.locale,
      );
    }
    if (!spec.from) return learnWords.say("words-pca-empty", {}, context.locale);
    const source = context.summaryOf(spec.from);
    const offered = source?.type === "assay" ? (source.shape[0] ?? null) : null;
    // What was done where a result tells it, else what is asked for at most: data may have fewer of both.
    const found = context.own?.columns?.filter(({ name }) => /^PC\d+$/.test(name)).length ?? 0;
    const isTop =
      !isByFrequency(spec, source?.detail?.["scale"]) &&
      spec.topFeatures > 0 &&
      source?.type !== "table" &&
      (offered === null || spec.topFeatures < offered);
    return learnWords.say(
      found > 0 ? (isTop ? "words-pca-top" : "words-pca") : isTop ? "words-pca-most-top" : "words-pca-most",
      {
        components: found > 0 ? found : spec.components,
        top: spec.topFeatures,
        from: context.nameOf(spec.from),
        features: featuresCalled(featureNoun(source), "of", context.locale),
      },
      context.locale,
    );
  },
  suggestName: ({ from, map, onto }, context) => {
    const what = onto ? "placed" : map.type === "none" ? "pca" : map.type;
    return from ? `${context.nameOf(from)}_${what}` : what;
  },
});
