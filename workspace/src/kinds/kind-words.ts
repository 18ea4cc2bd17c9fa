// A kind's title and a cell's line in words, in the reader's language; never throws, whatever the spec holds.

import type { Headline, WordsContext } from "@genomecraft/cells/contract/kind.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import { messageIfAny } from "@genomecraft/cells/messages/catalogue.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import { kindNow } from "./kinds-here.ts";
import { say } from "../words/words.ts";

/** Empty where the settings make no sense, and while the kind is on the way. */
export function wordsOf(cell: Cell, context: WordsContext): string {
  if (!cardOf(cell.kind)) return say("unknown-kind", { kind: cell.kind }, context.locale);
  const kind = kindNow(cell.kind);
  try {
    const parsed = kind?.schema.safeParse(cell.spec);
    return kind && parsed?.success ? kind.words(parsed.data, context) : "";
  } catch {
    return "";
  }
}

/** What a reader sees over a tile where its author wrote nothing; null where the kind leaves that to the cell's name. */
export function headlineOf(cell: Cell, told: Headline): string | null {
  const kind = kindNow(cell.kind);
  try {
    const parsed = kind?.schema.safeParse(cell.spec);
    return parsed?.success ? (kind?.headline?.(parsed.data, told) ?? null) : null;
  } catch {
    return null;
  }
}

export const kindName = (kind: string, locale: Locale): string => cardOf(kind)?.words.say("title", {}, locale) ?? kind;

/** "Chart · box": the kind, and the shape of it where the kind has several. */
export function kindTitle(cell: Cell, locale: Locale): string {
  const title = kindName(cell.kind, locale);
  const kind = kindNow(cell.kind);
  try {
    const parsed = kind?.schema.safeParse(cell.spec);
    const shape = parsed?.success ? kind?.shape?.(parsed.data, locale) : null;
    return shape ? `${title} · ${shape}` : title;
  } catch {
    return title;
  }
}

/** What the form of a cell waits for, as its kind asks for it. */
export const needsSentence = (kind: string, field: string, locale: Locale): string =>
  wordOfKind(kind, `needs-${field}`, locale) ?? say("needs-input-words", { field }, locale);

function wordOfKind(kind: string, key: string, locale: Locale): string | null {
  const area = cardOf(kind)?.words.area;
  return area === undefined ? null : messageIfAny(`${area}.${key}`, {}, locale);
}
