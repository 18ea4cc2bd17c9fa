// Contrasts of a fitted model: fold changes, errors and p values of each feature. They fit nothing.

import { z } from "zod";
import { closed } from "../../contract/carried.ts";
import { defineKind } from "../../contract/define-kind.ts";
import { cellRef, orRef } from "../../contract/spec-fields.ts";
import { shrinkages } from "../../contract/differential-method.ts";
import { isCellRef } from "../../base/refs.ts";
import { contrastSpec } from "../../contrasts/spec.ts";
import { nameOfContrast } from "../../contrasts/name-of-contrast.ts";
import { contrastReport } from "../../reports/contrast/report.ts";
import { featurePointsReport } from "../../reports/feature-points/report.ts";
import { card } from "./card.ts";
import { discloses } from "./discloses.ts";
import { example } from "./example.ts";
import { words } from "./words.ts";

const schema = z.strictObject({
  from: cellRef()
    .nullable()
    .default(null)
    .meta({ title: "Model", description: "The output “Fitted model” of an expression model (=name.fit)" }),
  contrasts: z
    .array(contrastSpec)
    .max(200)
    .default([])
    .meta({ title: "Contrasts", description: "Each a comparison: [{name, asks}]" }),
  alpha: orRef(z.number().gt(0).lt(1)).default(0.05).meta({
    title: "False discoveries",
    description: "The share among what is found that is aimed at; filtering by the mean goes by it",
  }),
  least: orRef(z.number().min(0)).default(0).meta({
    title: "Least change",
    description: "log2: it is tested whether changes are larger than this; 0: whether there is one",
  }),
  names: z.number().int().min(0).max(100).default(24).meta({
    title: "Names",
    description:
      "At most so many of those that pass are named in the pictures, the smallest p first, as far as none covers another",
  }),
  highlight: orRef(z.array(z.string())).default([]).meta({
    title: "Point out",
    description:
      "Features that the pictures point out: their names, a parameter that holds them, or a table whose rows they name",
  }),
  shrink: z
    .enum(["none", ...shrinkages])
    .default("none")
    .meta({
      title: "Shrink changes",
      description: "Also changes drawn towards 0, by a prior: apeglm (Cauchy), normal; p values stay",
    }),
  together: z.boolean().default(false).meta({
    title: "Together",
    description: "It is also tested whether any of the contrasts differs (F), below them as a contrast of its own",
  }),
});
export type ContrastCellSpec = z.output<typeof schema>;

export const contrast = defineKind({
  ...card,
  title: "Contrast",
  example,
  // 4: features without a read in what coefficients compare do not change, as in DESeq2.
  // 5: pages of the volcano are called in the reader's language.
  version: 5,
  specVersion: 1,
  engines: [],
  reproduces: { atol: 1e-9, rtol: 1e-6 },
  variants: () => [contrastReport, featurePointsReport],
  schema,
  empty: schema.parse({}),
  missing: ({ from, contrasts }) => (from === null ? "from" : contrasts.length === 0 ? "contrasts" : null),
  discloses,
  carries: () => closed,
  trials: ({ contrasts, together, least }) => [
    ...contrasts.map(({ asks }) => ({ asks, least: isCellRef(least) ? null : least })),
    ...(together ? [{ together: contrasts.map(({ asks }) => asks) }] : []),
  ],
  doubts: ({ from }, behind, beside) => {
    const alike = beside.map(({ spec }) => schema.safeParse(spec)).filter(({ data }) => data?.from?.ref === from?.ref);
    const n = alike.reduce((sum, { data }) => sum + (data ? data.contrasts.length + Number(data.together) : 0), 0);
    const model = behind.find(({ id }) => id === from?.ref)?.name ?? "";
    return n > 1 ? [words.sentence("asked-of-model", { n, model, cells: alike.length })] : [];
  },
  words: ({ from, contrasts }, { locale, nameOf }) => {
    if (!from) return words.say("words-empty", {}, locale);
    const asked = contrasts.map((each) => nameOfContrast(each, locale));
    return words.say(asked.length === 0 ? "words-none" : "words", { model: nameOf({ ref: from.ref }), contrasts: asked }, locale);
  },
  asking: (from, questions) => ({ from, contrasts: questions.map((asks) => ({ asks })) }),
  suggestName: ({ from }, context) => (from ? `${context.nameOf({ ref: from.ref })}_contrast` : "contrast"),
});
