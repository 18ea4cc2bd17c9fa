// select-features: keeps or drops features by id, named here or by a parameter.

import { isCellRef } from "../../base/refs.ts";
import { defineStep } from "../../contract/define-step.ts";
import { orRef } from "../../contract/spec-fields.ts";
import { action, names } from "../parts/fields.ts";
import { featuresWord, lack, listed } from "../parts/said.ts";
import { words } from "./words.ts";

export const selectFeatures = defineStep({
  name: "select-features",
  version: 1,
  section: "features",
  takes: { assay: { gives: "assay", rows: "fewer", columns: "same" } },
  options: {
    features: orRef(names)
      .default([])
      .meta({ title: "Features", description: "Ids of features, in the order in which kept ones come; or =parameter" }),
    action: action("named features"),
  },
  freezes: () => "each",
  carries: "rows",
  // Counts per million of many choices of features would tell the counts of each sample, so no choice is harmless.
  words,
  labels: { features: words.key("these") },
  ending: "kept",
  lacks: (step, context) => (!isCellRef(step.features) && step.features.length === 0 ? lack("features", context) : null),
  say(step, context) {
    const noun = featuresWord(context);
    return isCellRef(step.features)
      ? words.say("says-of", { name: context.nameOf(step.features), noun }, context.locale)
      : words.say(`says-${step.action}`, { features: listed(step.features), noun }, context.locale);
  },
});
