// The tasks that the add menu offers, as the kinds' cards say them: found by typing, and those first that fit the cell above.
// Pure; the menu draws it.

import type { Kind } from "@genomecraft/cells/contract/kind.ts";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import { isCellRef } from "@genomecraft/cells/base/refs.ts";
import { type KindCard } from "@genomecraft/cells/contract/kind-card.ts";
import { type Above, fromAbove, type MenuEntry, menuGroups } from "@genomecraft/cells/contract/menu-entry.ts";
import { kindCards } from "@genomecraft/cells/kind-cards.ts";
import { messageIfAny } from "@genomecraft/cells/messages/catalogue.ts";
import { type Locale, locales } from "@genomecraft/cells/messages/locale.ts";

export interface AddEntry extends MenuEntry {
  readonly card: KindCard;
  /** What else it is found by: titles of the kind's variants. */
  also?(locale: Locale): readonly string[];
}

const place = ({ group, order = 0 }: MenuEntry): number => menuGroups.indexOf(group) * 100 + order;

/** Tasks of the cards, and those that variants of these kinds offer, in the order of the menu. */
export const entriesWith = (kinds: ReadonlyMap<string, Kind>): readonly AddEntry[] =>
  Object.values(kindCards)
    .flatMap((card) => {
      const { variantEntries = [], variantTitles } = kinds.get(card.kind) ?? {};
      const own = card.entries.map((entry): AddEntry => ({ ...entry, card, ...(variantTitles ? { also: variantTitles } : {}) }));
      return [...own, ...variantEntries.map((entry): AddEntry => ({ ...entry, card }))];
    })
    .sort((a, b) => place(a) - place(b));

/** Kinds whose variants offer tasks. */
export const kindsWithMore: readonly string[] = Object.values(kindCards).flatMap((card) => (card.more ? [card.kind] : []));

const said = (entry: AddEntry, key: string, locale: Locale): string =>
  messageIfAny(`${entry.card.words.area}.${key}`, {}, locale) ?? "";

/** `above`: what it would be made of. */
export const entryTitle = (entry: AddEntry, locale: Locale, above: Above | null = null): string =>
  entry.words?.(locale, above).title ?? said(entry, entry.id, locale);
export const entryLine = (entry: AddEntry, locale: Locale, above: Above | null = null): string =>
  entry.words?.(locale, above).line ?? said(entry, `${entry.id}-line`, locale);
const synonyms = (entry: AddEntry): string =>
  locales
    .flatMap((locale) => [
      entry.words?.(locale).synonyms ?? said(entry, `${entry.id}-words`, locale),
      said(entry, "title", locale),
      ...(entry.also?.(locale) ?? []),
    ])
    .join(" ");

/** What the spec of a new cell begins with. */
export const startOf = (entry: AddEntry, above: Above | null, newItemId: () => string): JsonObject =>
  entry.spec ? entry.spec(above, newItemId) : fromAbove(above, entry.takes);

/** Below a control is offered what turns with it. */
const turnsWith = (entry: AddEntry, above: Above | null): boolean =>
  !above?.control ||
  Object.values(startOf(entry, above, () => "")).some((value) => isCellRef(value) && value.ref === above.control?.ref);

/** Which tasks fit the cell above: those that come first anywhere, then three, best first. `isFollowed`: what was done already is not offered again. */
export const suggestionsFor = (
  above: Above | null,
  entries: readonly AddEntry[],
  isFollowed: (entry: AddEntry) => boolean = () => false,
): readonly AddEntry[] => [
  ...entries.filter((entry) => isFirst(entry, above) && !isFollowed(entry)),
  ...entries
    .map((entry) => ({ entry, fits: entry.fits?.(above) ?? 0 }))
    .filter(({ entry, fits }) => fits > 0 && !entry.first && turnsWith(entry, above) && !isFollowed(entry))
    .sort((a, b) => b.fits - a.fits)
    .slice(0, 3)
    .map(({ entry }) => entry),
];

/** Of what is known, and not below a control, where one looks at what turns with it. */
const isFirst = ({ first, takes }: AddEntry, above: Above | null): boolean =>
  first === true && above !== null && above.summary !== null && !above.control && takes.includes(above.type);

const fold = (text: string): string => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/ё/gu, "е");

/** All that the menu offers, each once: what fits best stands above, and in its group no more. */
export function offersOf(
  first: readonly AddEntry[],
  entries: readonly AddEntry[],
): readonly { readonly group: MenuEntry["group"] | "fits"; readonly entry: AddEntry }[] {
  const above = new Set(first.map(({ id }) => id));
  const rest = menuGroups.flatMap((group) => entries.filter((entry) => entry.group === group && !above.has(entry.id)));
  return [...first.map((entry) => ({ group: "fits" as const, entry })), ...rest.map((entry) => ({ group: entry.group, entry }))];
}

/** Tasks whose title, line or synonyms hold every word typed; those whose title begins with it first. */
export function searchEntries(typed: string, locale: Locale, entries: readonly AddEntry[]): readonly AddEntry[] {
  const wanted = fold(typed).split(/\s+/u).filter(Boolean);
  const scored: { readonly entry: AddEntry; readonly score: number }[] = [];
  for (const entry of entries) {
    const title = fold(entryTitle(entry, locale));
    const all = `${title} ${fold(entryLine(entry, locale))} ${fold(synonyms(entry))} ${fold(entryTitle(entry, locale === "en" ? "ru" : "en"))}`;
    if (!wanted.every((word) => all.includes(word))) continue;
    const first = wanted[0] ?? "";
    const score = title.startsWith(first)
      ? 0
      : title.split(/\s+/u).some((word) => word.startsWith(first))
        ? 1
        : all.split(/\s+/u).includes(first)
          ? 2
          : 3;
    scored.push({ entry, score });
  }
  return scored.sort((a, b) => a.score - b.score).map(({ entry }) => entry);
}
