// Names that may be of the same sample, written in two ways by hand or by a program: CTRL1 and CTR1, S01 and S1, S1.bam and S1,
// a barcode of a portion and that of its sample. Never taken for the same unasked: S1 and S2 are as near, and are two samples.

import { editDistance } from "../base/nearest-name.ts";

export interface NearNames {
  readonly name: string;
  readonly other: string;
}

/** Beyond so many on a side nobody looks through what is near. */
const most = 2_000;

/** Pairs in which each is the only one that is near to the other. */
export function nearNames(names: readonly string[], others: readonly string[]): readonly NearNames[] {
  if (names.length === 0 || others.length === 0 || names.length > most || others.length > most) return [];
  const left = names.map(formOf);
  const right = others.map(formOf);
  const nearOf = left.map((form) => placesNear(form, right));
  const count = new Map<number, number>();
  for (const places of nearOf) for (const place of places) count.set(place, (count.get(place) ?? 0) + 1);
  return nearOf.flatMap((places, at) => {
    const [place, another] = places;
    if (place === undefined || another !== undefined || count.get(place) !== 1) return [];
    return [{ name: names[at] as string, other: others[place] as string }];
  });
}

interface Form {
  readonly text: string;
  /** Without its digits and signs. */
  readonly letters: string;
  /** Whole numbers in it, without zeros before them: they tell samples apart. */
  readonly numbers: string;
  readonly words: readonly string[];
}

function formOf(name: string): Form {
  const text = name.normalize("NFKC").toLowerCase().trim();
  return {
    text,
    letters: text.replaceAll(/[^\p{L}]/gu, ""),
    numbers: (text.match(/\d+/g) ?? []).map((digits) => digits.replace(/^0+(?=\d)/, "")).join(" "),
    words: text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ""),
  };
}

const placesNear = (form: Form, others: readonly Form[]): readonly number[] =>
  others.flatMap((other, at) => (isNear(form, other) ? [at] : []));

function isNear(a: Form, b: Form): boolean {
  if (begins(a.words, b.words) || begins(b.words, a.words)) return true;
  if (a.numbers !== b.numbers) return false;
  // Of names without numbers the letters are all there is: wild and mild are two words; so are s1 and A1.
  const limit = Math.min(a.letters.length, b.letters.length) < (a.numbers === "" ? 6 : 3) ? 0 : 1;
  return editDistance(a.letters, b.letters, limit) <= limit;
}

/** All words of the shorter name, of which some have a letter and some a digit, before what a program or a portion adds. */
function begins(short: readonly string[], long: readonly string[]): boolean {
  if (short.length >= long.length || short.length === 0) return false;
  const text = short.join("");
  return /\d/.test(text) && /\p{L}/u.test(text) && short.every((word, at) => word === long[at]);
}
