// Parts of what steps say: a value or the name of where it comes from, a short list, what features are called, what is
// still to be chosen.

import type { Json } from "../../base/json.ts";
import { featuresCalled } from "../../artifacts/rows-called.ts";
import { isCellRef } from "../../base/refs.ts";
import type { StepContext } from "../../contract/step.ts";
import { words } from "../words.ts";

export const shown = (value: unknown, context: StepContext): Json =>
  isCellRef(value) ? context.nameOf(value) : ((value ?? "") as Json);

/** The first three, and that there are more. */
export const listed = (items: readonly string[]): string =>
  items.length <= 3 ? items.join(", ") : `${items.slice(0, 3).join(", ")}, …`;

/** "genes"; in Russian as after a number: "генов". */
export const featuresWord = ({ noun, locale }: StepContext): string => featuresCalled(noun, "of", locale);

type Lack =
  | "column"
  | "columns"
  | "pairs"
  | "table"
  | "value"
  | "formula"
  | "new-name"
  | "values"
  | "features"
  | "lengths"
  | "matrix";

/** "choose a column". */
export const lack = (what: Lack, { noun, locale }: StepContext): string =>
  words.say(`lacks-${what}`, { noun: featuresCalled(noun, "many", locale) }, locale);
