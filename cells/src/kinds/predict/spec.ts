// Runs a model on data: one that was trained here, or an ONNX file from elsewhere.

import { z } from "zod";
import { isCellRef } from "../../base/refs.ts";
import { defineKind } from "../../contract/define-kind.ts";
import { predictionReport } from "../../reports/prediction/report.ts";
import { cellRef, fileRef } from "../../contract/spec-fields.ts";
import { card } from "./card.ts";
import { example } from "./example.ts";
import { discloses } from "./discloses.ts";
import { words as learnWords } from "../../learn/words.ts";

const schema = z.strictObject({
  model: z
    .union([cellRef(), fileRef()])
    .nullable()
    .default(null)
    .meta({ title: "Model", description: "A model cell, or an ONNX file" }),
  from: cellRef()
    .nullable()
    .default(null)
    .meta({ title: "Data", description: "A table or a matrix that holds the model's features" }),
  answer: z
    .enum(["class", "probability", "both"])
    .default("both")
    .meta({ title: "Answer", description: "class: the class; probability: of each class; both: both" }),
  features: z.array(z.string()).nullable().default(null).meta({
    title: "Features",
    description: "Columns that feed an ONNX file, in its order; none named: those it names itself, else all numeric ones",
  }),
});
export type PredictSpec = z.output<typeof schema>;

export const predict = defineKind({
  ...card,
  title: "Predict",
  example,
  // 9: values far from those of the training are told.
  // 10: does the steps that a model was trained behind.
  version: 10,
  specVersion: 1,
  engines: ["onnxruntime"],
  reproduces: { atol: 1e-5, rtol: 1e-5 },
  variants: () => [predictionReport],
  schema,
  empty: schema.parse({}),
  missing: (spec) => (spec.model === null ? "model" : spec.from === null ? "from" : null),
  discloses,
  words: ({ model, from }, context) =>
    model === null || from === null
      ? learnWords.say("words-predict-empty", {}, context.locale)
      : learnWords.say(
          "words-predict",
          { model: isCellRef(model) ? context.nameOf(model) : model.name, from: context.nameOf(from) },
          context.locale,
        ),
  suggestName: (spec, context) => (spec.from ? `${context.nameOf(spec.from)}_predicted` : "predicted"),
});
