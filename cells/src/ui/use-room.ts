// About how many pixels a plot in a cell has for its points: on a telephone fewer.

import { useEffect, useState } from "react";

const telephone = "(max-width: 719px)";
const [narrow, wide] = [
  { width: 270, height: 170 },
  { width: 620, height: 290 },
] as const;

export function useRoom(): { readonly width: number; readonly height: number } {
  const [isNarrow, setNarrow] = useState(() => globalThis.matchMedia(telephone).matches);
  useEffect(() => {
    const query = globalThis.matchMedia(telephone);
    const update = (): void => setNarrow(query.matches);
    query.addEventListener("change", update);
    return () => query.removeEventListener("change", update);
  }, []);
  return isNarrow ? narrow : wide;
}
