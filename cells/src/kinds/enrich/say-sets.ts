// What gene sets say, in words for a reader who is no statistician. They name the first sets of each list, or of each end.

import type { Sentence } from "../../messages/sentence.ts";
import type { EnrichmentBody } from "../../reports/enrichment/report.ts";
import type { AnsweredSet } from "./table-of-sets.ts";
import { words } from "./words.ts";

/** So many sets are named. */
const mostNamed = 3;

const names = (sets: readonly AnsweredSet[]): readonly string[] => sets.slice(0, mostNamed).map(({ set }) => set.name);
/** At most one false one of so many found is not worth a number. */
const falseOf = (found: number, alpha: number): number => Math.round(found * alpha);

export function saySets(
  body: EnrichmentBody,
  answered: readonly AnsweredSet[],
  { share }: { readonly share: number },
): readonly Sentence[] {
  const { sets, universe, alpha, sides } = body;
  const said = sides.flatMap(({ side, listed }): Sentence[] => {
    const own = answered.filter(({ answer }) => answer.side === side);
    const found = own.filter(({ adjusted }) => adjusted < alpha);
    return side === "ranking"
      ? sayRanked(found, own.length, alpha)
      : [sayListed(side, found, { listed: listed ?? 0, asked: own.length, alpha, universe })];
  });
  const percent = Math.round(share * 100);
  const counted = words.sentence("counted", { asked: sets.asked, universe, percent });
  const left = sets.small + sets.large + sets.absent;
  return left === 0 ? [...said, counted] : [...said, counted, words.sentence("not-asked", { ...sets, n: left })];
}

function sayListed(
  side: string,
  found: readonly AnsweredSet[],
  {
    listed,
    asked,
    alpha,
    universe,
  }: { readonly listed: number; readonly asked: number; readonly alpha: number; readonly universe: number },
): Sentence {
  const params = { n: found.length, asked, listed, universe, alpha, sets: names(found), false: falseOf(found.length, alpha) };
  const of = side === "up" || side === "down" || side === "either" ? side : "list";
  if (found.length === 0) return words.sentence(`none-${of}`, params);
  return words.sentence(params.false === 0 ? `some-${of}` : `some-${of}-false`, params);
}

function sayRanked(found: readonly AnsweredSet[], asked: number, alpha: number): Sentence[] {
  if (found.length === 0) return [words.sentence("none-ranked", { asked, alpha })];
  const higher = found.filter(({ answer }) => (answer.numbers[0] ?? 0) > 0);
  const lower = found.filter(({ answer }) => (answer.numbers[0] ?? 0) < 0);
  const side = (sets: readonly AnsweredSet[], key: "ranked-up" | "ranked-down"): Sentence[] =>
    sets.length === 0 ? [] : [words.sentence(key, { n: sets.length, asked, sets: names(sets) })];
  const wrong = falseOf(found.length, alpha);
  const doubtful = wrong === 0 ? [] : [words.sentence("ranked-false", { n: found.length, alpha, false: wrong })];
  return [...side(higher, "ranked-up"), ...side(lower, "ranked-down"), ...doubtful];
}
