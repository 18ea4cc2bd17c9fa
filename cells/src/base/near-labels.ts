// Labels that may be one: the same but for case, spaces and signs, or, in longer words, for one letter. Numbers within them are
// never taken for mistakes (day1 and day2 are two). These are proposals: nobody merges what nobody looked at.

import { editDistance } from "./nearest-name.ts";

export interface Label {
  readonly text: string;
  readonly count: number;
}
/** The commonest of them first: the others are taken for it. */
export type NearLabels = readonly Label[];

const most = 2000;
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
const digits = (text: string): string => text.replace(/\D+/g, " ").trim();

/** One letter too many or too few in words of three letters and more, another letter in words of six and more. */
function areNear(a: string, b: string): boolean {
  if (digits(a) !== digits(b) || Math.min(a.length, b.length) < 3) return false;
  if (a.length === b.length && a.length < 6) return false;
  return editDistance(a, b, 1) <= 1;
}

export function nearLabels(labels: readonly Label[]): readonly NearLabels[] {
  // What is written the same but for signs is one from the beginning.
  const same = new Map<string, Label[]>();
  for (const label of labels) {
    const key = plain(label.text) || label.text;
    same.set(key, [...(same.get(key) ?? []), label]);
  }
  const keys = [...same.keys()].slice(0, most);
  const rootOf = keys.map((_, at) => at);
  const root = (at: number): number => {
    let found = at;
    while (rootOf[found] !== found) found = rootOf[found] as number;
    return found;
  };
  for (const [i, a] of keys.entries())
    for (let j = i + 1; j < keys.length; j++) if (areNear(a, keys[j] as string)) rootOf[root(j)] = root(i);
  const groups = new Map<number, Label[]>();
  for (const [at, key] of keys.entries()) groups.set(root(at), [...(groups.get(root(at)) ?? []), ...(same.get(key) ?? [])]);
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => group.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)));
}
