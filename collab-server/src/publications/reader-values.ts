// The values that readers of a dashboard may choose, in every combination.

import { canonicalJson } from "@genomecraft/cells/base/canonical-json.ts";
import type { Failure } from "@genomecraft/cells/base/failure.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import type { Cell } from "@genomecraft/cells/notebook/notebook.ts";
import { mostCombinations, type CheckPublication, type PublicationCheck } from "../../contract/publications.ts";
import { words as publishWords } from "./words.ts";

/** Letters of a value that a refusal says. */
const longestTold = 200;

export const nameOf = (cell: Cell): string => cell.name || kindOf(cell.kind)?.title || cell.kind;

/** Every combination of the values that readers may choose, the one that is shown at first in front. */
export function combine(
  wanted: CheckPublication,
  cells: readonly Cell[],
  obstacle: (reason: PublicationCheck["blockers"][number]["reason"], value: Failure) => void,
): readonly { readonly [cell: string]: Json }[] {
  let combinations: { readonly [cell: string]: Json }[] = [{}];
  const n = Object.values(wanted.parameters).reduce((product, values) => product * distinct(values).length, 1);
  if (n > mostCombinations) {
    obstacle("too-many", publishWords.failure("too-many", { n, most: mostCombinations }));
    return combinations;
  }
  for (const [id, given] of Object.entries(wanted.parameters)) {
    const cell = cells.find((candidate) => candidate.id === id);
    const control = cardOf(cell?.kind ?? "")?.control;
    if (!cell || !control) {
      obstacle("not-parameter", publishWords.failure("not-parameter", { name: cell ? nameOf(cell) : id }));
      continue;
    }
    const kind = kindOf(cell.kind);
    const values = distinct(given as readonly Json[]);
    const wrong = values.find((value) => kind?.schema.safeParse({ ...cell.spec, [control.value]: value }).success !== true);
    if (wrong !== undefined) {
      obstacle(
        "value-refused",
        publishWords.failure("value-refused", { name: nameOf(cell), value: JSON.stringify(wrong).slice(0, longestTold) }),
      );
      continue;
    }
    const now = canonicalJson((cell.spec[control.value] ?? null) as Json);
    const ordered = [...values].sort((a, b) => Number(canonicalJson(b) === now) - Number(canonicalJson(a) === now));
    combinations = ordered.flatMap((value) => combinations.map((before) => ({ ...before, [id]: value })));
  }
  return combinations;
}

export const distinct = (values: readonly Json[]): readonly Json[] => [
  ...new Map(values.map((value) => [canonicalJson(value), value])).values(),
];
