// Why a result is out of date, or was not computed again, in a sentence a reason.

import { assertNever } from "../base/invariant.ts";
import { shortDigest } from "../base/digest.ts";
import type { CellId } from "../base/ids.ts";
import { message } from "../messages/catalogue.ts";
import type { Locale } from "../messages/locale.ts";
import type { ReuseReason, StaleReason } from "./cell-status.ts";

export interface WordsFor {
  readonly locale: Locale;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly nameOf: (cell: CellId) => string;
  /** What a person is called, by user id; the id itself when absent. */
  readonly personOf?: (user: string) => string;
}

/** "just now", "2 minutes ago". A time ahead of the clock is now. */
export function whenWords(at: number, { locale, now }: Pick<WordsFor, "locale" | "now">): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (!(minutes >= 1)) return message("notebook.when-now", {}, locale);
  if (minutes < 60) return message("notebook.when-minutes", { n: minutes }, locale);
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return message("notebook.when-hours", { n: hours }, locale);
  return message("notebook.when-days", { n: Math.floor(hours / 24) }, locale);
}

/** One sentence for each reason; one that says so when none is known. */
export function staleWords(reasons: readonly StaleReason[], words: WordsFor): readonly string[] {
  if (reasons.length === 0) return [message("notebook.stale-unknown", {}, words.locale)];
  return reasons.map((reason) => staleSentence(reason, words));
}

function staleSentence(reason: StaleReason, words: WordsFor): string {
  const { locale } = words;
  if (reason.what === "kind-version") return message("notebook.stale-kind-version", {}, locale);
  if (reason.what !== "spec" && reason.what !== "input") return assertNever(reason);
  const when = reason.at === undefined ? null : whenWords(reason.at, words);
  const by = reason.by === undefined || reason.by === "" ? null : (words.personOf?.(reason.by) ?? reason.by);
  const ending = when === null ? "" : by === null ? "-when" : "-by";
  const known = { ...(when === null ? {} : { when }), ...(by === null ? {} : { by }) };
  if (reason.what === "spec") return message(`notebook.stale-spec${ending}`, { fields: [...reason.fields], ...known }, locale);
  const cell = words.nameOf(reason.cell);
  if (ending !== "") return message(`notebook.stale-input${ending}`, { cell, ...known }, locale);
  if (reason.from === null) return message("notebook.stale-input-new", { cell }, locale);
  if (reason.to === null) return message("notebook.stale-input", { cell }, locale);
  return message("notebook.stale-input-digests", { cell, from: shortDigest(reason.from), to: shortDigest(reason.to) }, locale);
}

/** Why a fresh result did not have to be computed: who had it computed, and when. */
export const reuseWords = (reuse: ReuseReason, words: WordsFor): string =>
  message("notebook.reused", { by: words.personOf?.(reuse.by) ?? reuse.by, when: whenWords(reuse.at, words) }, words.locale);
