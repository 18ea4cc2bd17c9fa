// In what order the texts of a column stand: by code point; whole numbers that are text for their many digits by size.
// A column that was meant as numbers and is text is told.

import type { TextColumn } from "../../artifacts/artifact.ts";
import { areLongNumbers, isMostlyNumbers } from "../../artifacts/texts-like-numbers.ts";
import type { StepScope } from "../../contract/step.ts";
import { ranksOf } from "../../formula/values.ts";
import { words } from "../words.ts";

/** A place for each entry of the dictionary; equal ones share it. */
export function orderOfTexts({ dictionary }: Pick<TextColumn, "dictionary">): Int32Array {
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

export function sayTextOrder(scope: StepScope, column: TextColumn): void {
  if (areLongNumbers(column.dictionary) || !isMostlyNumbers(column.dictionary, column.codes)) return;
  scope.say(words.sentence("text-like-numbers", { step: scope.index + 1, column: column.name }));
}
