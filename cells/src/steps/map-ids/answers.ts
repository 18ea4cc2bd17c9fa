// The table of ids as what is asked of it: what an id becomes, each answer once, in the order of its rows.

import type { Column, Table } from "../../artifacts/artifact.ts";
import { cellString, isMissing } from "../../artifacts/table.ts";
import { withoutVersion } from "../parts/id-versions.ts";

export interface Answers {
  /** The first id that it knows; null: none. */
  readonly first: string | null;
  of(id: string): { readonly found: readonly string[]; readonly isStripped: boolean };
}

/** A row without an id, or without an answer, answers nothing. */
export function answersIn({ rowCount }: Table, from: Column, to: Column, strips: boolean): Answers {
  const exact = new Map<string, string[]>();
  const bare = new Map<string, string[]>();
  const put = (map: Map<string, string[]>, id: string, answer: string): void => {
    const there = map.get(id);
    if (!there) map.set(id, [answer]);
    else if (!there.includes(answer)) there.push(answer);
  };
  let first: string | null = null;
  for (let row = 0; row < rowCount; row++) {
    const id = cellString(from, row).trim();
    const answer = cellString(to, row).trim();
    if (isMissing(from, row) || id === "") continue;
    first ??= id;
    if (isMissing(to, row) || answer === "") continue;
    put(exact, id, answer);
    if (strips) put(bare, withoutVersion(id), answer);
  }
  return {
    first,
    of(written) {
      const id = written.trim();
      const found = exact.get(id);
      if (found) return { found, isStripped: false };
      const alike = bare.get(withoutVersion(id)) ?? [];
      return { found: alike, isStripped: alike.length > 0 };
    },
  };
}
