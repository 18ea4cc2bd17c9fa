// What may be chosen.

import { useEffect, useState } from "react";
import type { ArtifactReader, OutputHandle } from "../../../contract/kind-view.ts";
import { useSameHandle } from "../../../ui/use-artifact.ts";

/** Own options, or the values of a column: those are asked for once, and by typing where there are many. */
export function useOptions(
  control: { readonly options: readonly string[]; readonly column?: string | undefined },
  given: OutputHandle | null,
  reader: ArtifactReader,
): readonly string[] {
  const source = useSameHandle(given);
  const [found, setFound] = useState<readonly string[]>([]);
  const { column } = control;
  useEffect(() => {
    if (column === undefined || !source) return undefined;
    let here = true;
    reader.search(source, { what: { column }, text: "", limit: 1000 }).then(
      (names) => here && setFound(names),
      () => {},
    );
    return () => {
      here = false;
    };
  }, [column, source, reader]);
  return column === undefined ? control.options : found;
}
