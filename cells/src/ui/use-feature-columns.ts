// Columns that describe the features of the matrix with which a chain begins, for lists in forms.

import { useEffect, useState } from "react";
import type { CellRef } from "../base/refs.ts";
import type { EditorProps } from "../contract/kind-view.ts";
import { useSameHandle } from "./use-artifact.ts";

/** `host` is null where it is no matrix. None, too, while they are asked for. */
export function useFeatureColumns(
  host: Pick<EditorProps, "reader" | "handleOf"> | null,
  from: CellRef | null,
): readonly string[] {
  const handle = useSameHandle(from ? (host?.handleOf?.(from) ?? null) : null);
  const reader = host?.reader;
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    if (!handle || !reader) return undefined;
    let here = true;
    reader.summary(handle, { part: "features" }).then(
      (columns) => here && setNames(columns.map(({ name }) => name)),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [handle, reader]);
  return names;
}
