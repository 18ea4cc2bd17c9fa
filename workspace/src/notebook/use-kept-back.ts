// Data sets whose results this person keeps back from those who were in the notebook before them: remembered by this browser,
// so that the question is not put again. Who does not see them stands on the card of the data set all the same.

import { useState } from "react";

const keyOf = (notebook: string): string => `genomecraft:kept-back:${notebook}`;
const read = (notebook: string): ReadonlySet<string> => {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(keyOf(notebook)) ?? "[]");
    return new Set(Array.isArray(found) ? found.map(String) : []);
  } catch {
    return new Set();
  }
};

export function useKeptBack(notebook: string): readonly [ReadonlySet<string>, (mark: string) => void] {
  const [kept, setKept] = useState(() => read(notebook));
  return [
    kept,
    (mark) => {
      const next = new Set([...kept, mark]);
      localStorage.setItem(keyOf(notebook), JSON.stringify([...next]));
      setKept(next);
    },
  ];
}
