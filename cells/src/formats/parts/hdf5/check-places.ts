// The pointers and indices of a compressed sparse matrix held to what they mean, as scipy's check_format asks of them, and more: no
// place twice, indices in order. Whoever asks says it by its own rules.

import type { Numbers } from "./hdf5-file.ts";

export interface SayPlaces {
  /** Pointers that fall, or do not span the indices. */
  pointers(found: string): void;
  /** An index that the matrix does not have. */
  outside(found: string, most: number): void;
  twice(found: string): void;
  unordered(found: string): void;
}

export function checkPlaces(
  { pointers, indices, minor }: { readonly pointers: Numbers; readonly indices: Numbers; readonly minor: number },
  say: SayPlaces,
): void {
  let isSound = pointers[0] === 0 && pointers[pointers.length - 1] === indices.length;
  if (!isSound) say.pointers(`${pointers[0]} … ${pointers[pointers.length - 1]}`);
  for (let at = 1; at < pointers.length; at++) {
    if ((pointers[at] as number) >= (pointers[at - 1] as number)) continue;
    isSound = false;
    say.pointers(`${pointers[at - 1]}, ${pointers[at]} (place ${at})`);
  }
  for (let at = 0; at < indices.length; at++) {
    const index = indices[at] as number;
    if (!(index >= 0 && index < minor)) say.outside(`${index} (place ${at})`, minor - 1);
  }
  if (!isSound) return;
  for (let part = 0; part + 1 < pointers.length; part++) {
    const seen = new Set<number>();
    let isOrdered = true;
    for (let at = pointers[part] as number; at < (pointers[part + 1] as number); at++) {
      const index = indices[at] as number;
      if (at > (pointers[part] as number) && index <= (indices[at - 1] as number)) isOrdered = false;
      if (!isOrdered && seen.has(index)) say.twice(`${index} (row ${part})`);
      seen.add(index);
    }
    if (!isOrdered) say.unordered(`row ${part}`);
  }
}
