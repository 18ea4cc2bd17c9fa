// Parts of what steps say: a value or the name of where it comes from, a short list, what features are called.

import type { Json } from "../../base/json.ts";
import { isCellRef } from "../../base/refs.ts";
import type { StepContext } from "../../contract/step.ts";
import { words } from "../words.ts";

export const shown = (value: unknown, context: StepContext): Json =>
  isCellRef(value) ? context.nameOf(value) : ((value ?? "") as Json);

/** The first three, and that there are more. */
export const listed = (items: readonly string[]): string =>
  items.length <= 3 ? items.join(", ") : `${items.slice(0, 3).join(", ")}, …`;

export const featuresWord = ({ noun, locale }: StepContext): string =>
  words.say(noun === "gene" ? "noun-genes" : noun === "probe" ? "noun-probes" : "noun-features", {}, locale);
