// Texts inside figures: names letter for letter, and sentences that a view says in the reader's language.

import type { JsonObject } from "../base/json.ts";
import type { Sentence } from "../messages/sentence.ts";

/** Plotly reads a little HTML and `%{...}` in its texts; names of people's columns and groups are shown letter for letter. */
export const plainText = (text: string): string =>
  /[&<>]|%\{/.test(text)
    ? text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/%\{/g, "&#37;{")
    : text;

const plainOf = new WeakMap<readonly string[], readonly string[]>();

/** The same of all levels of a column, made once as long as they live: a figure is drawn of them at each turn of a parameter. */
export function plainTexts(levels: readonly string[]): readonly string[] {
  const made = plainOf.get(levels) ?? levels.map(plainText);
  plainOf.set(levels, made);
  return made;
}

/** A sentence as a figure's layout holds it. */
export const spoken = ({ key, params }: Sentence): JsonObject => ({ key, params });
