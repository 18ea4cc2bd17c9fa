// Filter and transform: a chain of steps over a table or a matrix. Steps are data (steps.ts); formulas are parsed to a
// closed expression tree (formula/), so that nothing a person types is ever run as code.

import { z } from "zod";
import { canonicalJson } from "../../base/canonical-json.ts";
import type { JsonObject } from "../../base/json.ts";
import { afterStep } from "../../contract/carried.ts";
import { defineKind } from "../../contract/define-kind.ts";
import { fromAbove, type MenuEntry, takenOf } from "../../contract/menu-entry.ts";
import { cellRef } from "../../contract/spec-fields.ts";
import type { StepCard } from "../../contract/step.ts";
import { fittedChainReport } from "../../reports/fitted-chain/report.ts";
import { stepChangesReport } from "../../reports/step-changes/report.ts";
import { stepsReport } from "../../reports/steps/report.ts";
import { listedSteps, type Step, stepOf, stepSchema } from "../../steps.ts";
import { card } from "./card.ts";
import { example } from "./example.ts";
import { discloses } from "./discloses.ts";
import { suggestedName, transformWords } from "./transform-words.ts";

const schema = z.strictObject({
  from: cellRef().nullable().default(null).meta({ title: "Data", description: "A table or a matrix" }),
  steps: z.array(stepSchema).default([]).meta({ title: "Steps", description: "Done one after the other" }),
});
export type TransformSpec = z.output<typeof schema>;

/** What a chain stands on. */
const accepts = card.inputs[0]?.accepts ?? [];

/** Steps that offer themselves in the add menu. */
const variantEntries: readonly MenuEntry[] = listedSteps.flatMap(({ step: { name: verb, menu } }): MenuEntry[] => {
  if (!menu) return [];
  const { begins, takes = accepts, ...entry } = menu;
  const spec: MenuEntry["spec"] = (above, newItemId) => ({
    ...fromAbove(above, takes),
    steps: [{ id: newItemId(), verb, ...begins?.(takenOf(above, takes) ?? above) }],
  });
  return [{ ...entry, id: verb, takes, spec }];
});

const isOn = (step: Step): boolean => !step.off;

/** Whether nothing is set in a step by which somebody chooses among individuals: `harmless` of its card, and else what it is at first. */
function isHarmless(card: StepCard, step: JsonObject): boolean {
  const first = card.schema.safeParse({ verb: card.name });
  const usual: JsonObject = first.success ? { ...first.data } : {};
  const harmless: { readonly [option: string]: unknown } = card.harmless ?? {};
  return Object.entries(step).every(([option, value]) => {
    const rule = Object.hasOwn(harmless, option) ? harmless[option] : undefined;
    if (["id", "off", "verb"].includes(option) || rule === "any") return true;
    if (typeof rule === "function") return rule(value) === true;
    return canonicalJson(value) === canonicalJson(usual[option] ?? null);
  });
}

export const transform = defineKind({
  ...card,
  title: "Filter and transform",
  example,
  version: 6,
  specVersion: 1,
  engines: [],
  reproduces: "exact",
  variants: (spec) => [
    ...spec.steps.filter(isOn).flatMap(({ verb }) => stepOf(verb)?.step ?? []),
    stepsReport,
    fittedChainReport,
    stepChangesReport,
  ],
  schema,
  empty: schema.parse({}),
  missing: (spec) => {
    if (spec.from === null) return "from";
    return spec.steps.some((step) => isOn(step) && stepOf(step.verb)?.step.awaitsValue?.(step)) ? "steps.value" : null;
  },
  // Ids change nothing of the answer. A step that is off keeps its place, because failures and the report name places.
  keySpec: (spec) => {
    const steps = spec.steps.slice(0, spec.steps.findLastIndex(isOn) + 1);
    return {
      from: spec.from,
      steps: steps.map(({ id: _id, off, ...step }) => (off ? { off: true } : step)),
    };
  },
  discloses,
  // What a step reads beside the data is among what the cell reads.
  carries: (spec, read) =>
    spec.steps.filter(isOn).reduce((before, step) => {
      const card = stepOf(step.verb)?.step;
      return afterStep(before, card?.carries && !isHarmless(card, step) ? "names" : card?.carries);
    }, read),
  variantEntries,
  variantTitles: (locale) => listedSteps.map(({ step }) => step.words.say("title", {}, locale)),
  keepRows: (from, condition, id) => ({
    from,
    steps: listedSteps.flatMap(({ step: { name: verb, keepRows } }) => (keepRows ? [{ id, verb, ...keepRows(condition) }] : [])),
  }),
  withSteps: (from, steps) => ({ from, steps: [...steps] }),
  words: (spec, context) => transformWords(spec, context),
  suggestName: (spec, context) => suggestedName(spec, context),
});
