// A refusal of a step names fields, steps and types as documents do (`name`, `summarise`, `mean`). Here it is made to speak as
// the form does, in the reader's language: each becomes the sentence that stands there.

import type { Failure, MessageKey } from "../../base/failure.ts";
import type { Json } from "../../base/json.ts";
import type { ListedStep } from "../../contract/listed-step.ts";
import { words as formsWords } from "../../messages/forms/words.ts";
import { words } from "../words.ts";

const types = {
  number: words.key("of-numbers"),
  text: words.key("of-text"),
  boolean: words.key("of-boolean"),
  // As formulas write them.
  "true / false": words.key("of-boolean"),
} as const;

const takes = {
  sum: formsWords.key("take-sum"),
  mean: formsWords.key("take-mean"),
  median: formsWords.key("take-median"),
  sd: formsWords.key("take-sd"),
  min: formsWords.key("take-min"),
  max: formsWords.key("take-max"),
  "=": formsWords.key("is-="),
  "!=": formsWords.key("is-!="),
  "<": formsWords.key("is-<"),
  "<=": formsWords.key("is-<="),
  ">": formsWords.key("is->"),
  ">=": formsWords.key("is->="),
  between: formsWords.key("is-between"),
  in: formsWords.key("is-in"),
  "not-in": formsWords.key("is-not-in"),
} as const;

/** Of what a refusal may name, what it is called: by the name of the evidence. */
const called: { readonly [evidence: string]: (value: string, listed: ListedStep) => MessageKey | undefined } = {
  field: (value, { step }) => step.labels?.[value],
  verb: (_value, { step }) => step.words.key("title"),
  take: (value) => (Object.hasOwn(takes, value) ? takes[value as keyof typeof takes] : undefined),
  type: ofType,
  needs: ofType,
  got: ofType,
};

function ofType(value: string): MessageKey | undefined {
  return Object.hasOwn(types, value) ? types[value as keyof typeof types] : undefined;
}

/** Refusals that nothing but a choice is missing for: the cell waits, and has not failed. */
const asking: ReadonlySet<string> = new Set([
  words.key("nothing-chosen"),
  words.key("formula-empty"),
  words.key("value-missing"),
]);
const isUnset = ({ reason, params }: Failure): boolean =>
  reason === words.key("number-needed") && (params["value"] === null || params["value"] === "");

export function toldInWords(failure: Failure, listed: ListedStep): Failure {
  const params: { [name: string]: Json } = { ...failure.params };
  for (const [evidence, keyOf] of Object.entries(called)) {
    const value = params[evidence];
    const key = typeof value === "string" ? keyOf(value, listed) : undefined;
    if (key) params[evidence] = { key, params: {} };
  }
  return { ...failure, params, ...(asking.has(failure.reason) || isUnset(failure) ? { asks: true } : {}) };
}
