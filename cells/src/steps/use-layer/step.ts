// use-layer: computes with another of a matrix's layers in place of its values.

import { z } from "zod";
import { defineStep } from "../../contract/define-step.ts";
import { words } from "./words.ts";

export const useLayer = defineStep({
  name: "use-layer",
  version: 1,
  section: "expression",
  takes: { assay: { gives: "assay", rows: "same", columns: "same" } },
  options: {
    layer: z.string().default("").meta({ title: "Layer", description: "Name of the layer that becomes the values" }),
  },
  freezes: () => "each",
  carries: "rows",
  words,
  labels: { layer: words.key("layer") },
  ending: "layer",
  lacks: (step, { locale }) => (step.layer === "" ? words.say("choose", {}, locale) : null),
  say: (step, { locale }) => words.say("says", { layer: step.layer }, locale),
});
