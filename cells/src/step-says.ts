// What a proposed step does, as a sentence of its own, and its title.

import type { JsonObject } from "./base/json.ts";
import type { StepContext } from "./contract/step.ts";
import type { Locale } from "./messages/locale.ts";
import { saysStep, stepOf } from "./steps.ts";

export const titleOfStep = (step: JsonObject, locale: Locale): string =>
  stepOf(String(step["verb"]))?.step.words.say("title", {}, locale) ?? String(step["verb"]);

/** As a chain has it. */
export function stepSays(step: JsonObject, on: StepContext["on"], locale: Locale): string {
  const said = saysStep(step, { on, locale });
  return said.charAt(0).toLocaleUpperCase(locale) + said.slice(1);
}

/** Longer ones are read above the step that they added. */
const longest = 80;

/** On a button: what it will do, where that is short. */
export function stepOnButton(step: JsonObject, on: StepContext["on"], locale: Locale): string {
  const says = stepSays(step, on, locale);
  return says.length > longest ? titleOfStep(step, locale) : says;
}
