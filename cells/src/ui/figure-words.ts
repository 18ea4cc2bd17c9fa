// What a figure says, in the reader's language: words at their places in it, the text alternative, and what stands below.

import type { Figure } from "../artifacts/artifact.ts";
import { isJsonObject, type Json, type JsonObject } from "../base/json.ts";
import { plotlyTraceOf } from "../contract/plotly-traces.ts";
import { sentenceIn } from "../messages/catalogue.ts";
import type { Locale } from "../messages/locale.ts";
import { receivedSentence } from "../messages/sentence.ts";
import { words as viewsWords } from "../messages/views/words.ts";

export type Mutable = { [key: string]: Json };

export function setAt(target: Mutable, path: Json | undefined, text: string): void {
  if (!Array.isArray(path)) return;
  const keys = (path as readonly Json[]).map(String);
  let at: Mutable = target;
  for (const [nth, key] of keys.slice(0, -1).entries()) {
    const next = at[key];
    // One of the texts along an axis.
    if (Array.isArray(next) && nth === keys.length - 2) {
      const place = Number(keys.at(-1));
      at[key] = next.map((each: Json, index: number) => (index === place ? plain(text) : each));
      return;
    }
    if (!isJsonObject(next)) return;
    at = next as Mutable;
  }
  const last = keys[keys.length - 1];
  if (last !== undefined) at[last] = plain(text);
}

/** Plotly reads a little HTML in its texts. */
export const plain = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** A message out of a figure; a unit with a word of its own is translated too. */
export function inWords(word: JsonObject, locale: Locale): string {
  return sentenceIn(receivedSentence(word), locale);
}

/** The text alternative and what is said under the figure, in the reader's language. */
export function figureWords(figure: Figure, locale: Locale): { readonly alt: string; readonly notes: readonly string[] } {
  const meta = isJsonObject(figure.layout["meta"]) ? figure.layout["meta"] : {};
  const notes = Array.isArray(meta["notes"])
    ? (meta["notes"] as readonly Json[]).filter(isJsonObject).map((note) => inWords(note, locale))
    : [];
  const alt = isJsonObject(meta["alt"]) ? [inWords(meta["alt"], locale), ...notes].join(" ") : figure.alt;
  const unknown = figure.data.filter((trace) => plotlyTraceOf(trace) === null).map((trace) => String(trace["type"]));
  const left = unknown.length === 0 ? [] : [viewsWords.say("trace-unknown", { types: [...new Set(unknown)] }, locale)];
  return { alt, notes: [...notes, ...left] };
}
