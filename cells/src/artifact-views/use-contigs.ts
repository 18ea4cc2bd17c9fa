// The sequences of a file that stays one, with their lengths, for choosing one.

import { useEffect, useState } from "react";
import type { ArtifactViewProps } from "./props.ts";

type Contigs = readonly { readonly name: string; readonly length: number | null }[];

/** Null while they are fetched; of very many the first ones, others have no length known. */
export function useContigs({ handle, reader }: Pick<ArtifactViewProps, "handle" | "reader">): Contigs | null {
  const [contigs, setContigs] = useState<Contigs | null>(null);
  useEffect(() => {
    let isHere = true;
    reader.window(handle, { offset: 0, limit: 2_000 }).then(
      ({ columns, rows }) => {
        const at = columns.findIndex(({ name }) => name === "length");
        const lengthOf = (value: unknown): number | null => (typeof value === "number" ? value : null);
        if (isHere) setContigs(rows.map((row) => ({ name: String(row[0] ?? ""), length: at < 0 ? null : lengthOf(row[at]) })));
      },
      // The list of sequences below says that it could not be fetched.
      () => isHere && setContigs([]),
    );
    return () => {
      isHere = false;
    };
  }, [handle, reader]);
  return contigs;
}
