// A kind's title and a cell's line in words, in the reader's language; never throws, whatever the spec holds.

import type { WordsContext } from "@genomecraft/cells/contract/kind.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import { isJsonObject } from "@genomecraft/cells/base/json.ts";
import { say, type WordKey, words } from "../words/words.ts";

export function wordsOf(cell: Cell, context: WordsContext): string {
  const kind = kindOf(cell.kind);
  if (!kind) return say("unknown-kind", { kind: cell.kind }, context.locale);
  try {
    const parsed = kind.schema.safeParse(cell.spec);
    return parsed.success ? kind.words(parsed.data as never, context) : "";
  } catch {
    return "";
  }
}

export function kindName(kind: string, locale: Locale): string {
  const key = `kind-${kind}`;
  return key in words[locale] ? say(key as WordKey, {}, locale) : (kindOf(kind)?.title ?? kind);
}

/** "Chart · box": the kind, and the shape of it where the kind has several. */
export function kindTitle(cell: Cell, locale: Locale): string {
  const title = kindName(cell.kind, locale);
  const { chart, algorithm } = { ...kindOf(cell.kind)?.empty, ...cell.spec };
  const shape = isJsonObject(chart) ? chart.type : isJsonObject(algorithm) ? algorithm.type : null;
  const shapeKey = `shape-${String(shape)}`;
  return typeof shape === "string" && shapeKey in words[locale] ? `${title} · ${say(shapeKey as WordKey, {}, locale)}` : title;
}
