// A kind's title and a cell's line in words, in the reader's language; never throws, whatever the spec holds.

import { charts } from "@genomecraft/cells/charts.ts";
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
  const family = isJsonObject(chart) ? Object.values(charts).find((line) => line.family.name === chart["type"])?.family : null;
  const shape = family?.shape(locale) ?? (isJsonObject(algorithm) ? shapeWord(String(algorithm["type"]), locale) : null);
  return shape === null ? title : `${title} · ${shape}`;
}

function shapeWord(name: string, locale: Locale): string | null {
  const key = `shape-${name}`;
  return key in words[locale] ? say(key as WordKey, {}, locale) : null;
}
