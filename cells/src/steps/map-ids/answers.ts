// The table of ids as what is asked of it: what an id becomes, each answer once, in the order of its rows. It is kept, so that the
// table need not be there where the step is done with other data.

import { z } from "zod";
import type { Column, Table } from "../../artifacts/artifact.ts";
import { cellString, isMissing, moreOf } from "../../artifacts/table.ts";
import { moreOfState } from "../parts/column-of-state.ts";
import { withoutVersion } from "../parts/id-versions.ts";

/** An id without an answer is not among them. */
export const mapping = z.strictObject({
  /** The first id that the table knows; null: none. */
  first: z.string().nullable(),
  answers: z.array(z.tuple([z.string(), z.array(z.string()).min(1)])),
  /** What is said of the column that answers. */
  more: moreOfState,
});
export type Mapping = z.output<typeof mapping>;

/** A row without an id, or without an answer, answers nothing. */
export function mappingOf({ rowCount }: Table, from: Column, to: Column): Mapping {
  const answers = new Map<string, string[]>();
  let first: string | null = null;
  for (let row = 0; row < rowCount; row++) {
    const id = cellString(from, row).trim();
    const answer = cellString(to, row).trim();
    if (isMissing(from, row) || id === "") continue;
    first ??= id;
    if (!isMissing(to, row) && answer !== "") put(answers, id, answer);
  }
  return { first, answers: [...answers], more: { ...moreOf(to) } };
}

function put(map: Map<string, string[]>, id: string, answer: string): void {
  const there = map.get(id);
  if (!there) map.set(id, [answer]);
  else if (!there.includes(answer)) there.push(answer);
}

export interface Answers {
  of(id: string): { readonly found: readonly string[]; readonly isStripped: boolean };
}

/** `strips`: what is not there as it is written is looked for without its version. */
export function answersOf({ answers }: Mapping, strips: boolean): Answers {
  const exact = new Map(answers);
  const bare = new Map<string, string[]>();
  if (strips) for (const [id, found] of answers) for (const answer of found) put(bare, withoutVersion(id), answer);
  return {
    of(written) {
      const id = written.trim();
      const found = exact.get(id);
      if (found) return { found, isStripped: false };
      const alike = bare.get(withoutVersion(id)) ?? [];
      return { found: alike, isStripped: alike.length > 0 };
    },
  };
}
