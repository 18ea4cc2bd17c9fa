// In what order the texts of a column stand: by code point; chromosomes as they are numbered; whole numbers that are text for their many digits by size.
// A column that was meant as numbers and is text is told.

import type { TextColumn } from "../../artifacts/artifact.ts";
import { plainChromosome, styleOfChromosome } from "../../artifacts/builds.ts";
import { areLongNumbers, isMostlyNumbers } from "../../artifacts/texts-like-numbers.ts";
import type { StepScope } from "../../contract/step.ts";
import { ranksOf } from "../../formula/values.ts";
import { words } from "../words.ts";

/** A place for each entry of the dictionary; equal ones share it. */
export function orderOfTexts({ dictionary, semantic }: Pick<TextColumn, "dictionary" | "semantic">): Int32Array {
  if (semantic === "chromosome") return orderOfChromosomes(dictionary);
  if (!areLongNumbers(dictionary)) return ranksOf(dictionary);
  const numbers = dictionary.map((text) => (text === "" ? null : BigInt(text)));
  const compare = (a: bigint | null, b: bigint | null): number => (a === b ? 0 : a === null || (b !== null && a < b) ? -1 : 1);
  const order = [...numbers.keys()].sort((a, b) => compare(numbers[a] ?? null, numbers[b] ?? null));
  const ranks = new Int32Array(dictionary.length);
  order.forEach((code, at) => {
    const before = order[at - 1];
    ranks[code] = before === undefined ? 0 : (ranks[before] as number) + (numbers[before] === numbers[code] ? 0 : 1);
  });
  return ranks;
}

/** 1, 2, …, 22, X, Y, M, with chr or without; then all else by code point. Two names of one chromosome stand beside each other. */
function orderOfChromosomes(dictionary: readonly string[]): Int32Array {
  const place = (name: string): number => {
    if (styleOfChromosome(name) === null) return Number.POSITIVE_INFINITY;
    const plain = plainChromosome(name).toUpperCase();
    const letter = ["X", "Y", "M", "MT"].indexOf(plain);
    return /^\d+$/.test(plain) ? Number(plain) : letter >= 0 ? 1000 + letter : 2000;
  };
  const byText = ranksOf(dictionary);
  const places = dictionary.map(place);
  const compare = (a: number, b: number): number => {
    const [one, other] = [places[a] as number, places[b] as number];
    return one === other ? (byText[a] as number) - (byText[b] as number) : one - other;
  };
  const ranks = new Int32Array(dictionary.length);
  const order = [...dictionary.keys()].sort(compare);
  order.forEach((code, at) => {
    const before = order[at - 1];
    ranks[code] = before === undefined ? 0 : (ranks[before] as number) + (compare(before, code) === 0 ? 0 : 1);
  });
  return ranks;
}

export function sayTextOrder(scope: StepScope, column: TextColumn): void {
  if (areLongNumbers(column.dictionary) || !isMostlyNumbers(column.dictionary, column.codes)) return;
  scope.say(words.sentence("text-like-numbers", { step: scope.index + 1, column: column.name }));
}
