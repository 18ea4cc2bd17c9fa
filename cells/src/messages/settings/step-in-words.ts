// What a step would do that a finding of a file offers, on the button that adds it below the load; and as a notebook file has it.

import type { JsonObject } from "../../base/json.ts";
import type { Locale } from "../locale.ts";
import { words } from "./words.ts";

const said = [
  "step-sort",
  "step-rename-chromosomes-chr",
  "step-rename-chromosomes-plain",
  "step-distinct",
  "step-repair-genes",
  "step-derive",
] as const;

export function stepInWords(step: JsonObject, locale: Locale): string {
  const { verb, to } = step;
  const name = ["step", verb, to].filter((each) => typeof each === "string").join("-");
  return words.say(said.find((key) => key === name) ?? "step-any", {}, locale);
}

/** For the log of a run, which people read on the screen, where the step has a button. */
export const mendedInWords = (step: JsonObject, locale: Locale): string =>
  words.say("mended-in-words", { step: stepInWords(step, locale) }, locale);

/** For the command line. `does`: what the step does, as its card says it. */
export const mendedBy = (does: string, verb: string, locale: Locale): string => words.say("mended-by", { does, verb }, locale);
