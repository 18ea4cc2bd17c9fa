// How many bases the bins of a depth have where nobody set it, as the table itself says: the length of a row that others of its
// sequence follow.

import { useEffect, useState } from "react";
import type { ArtifactReader, OutputHandle } from "../../contract/kind-view.ts";
import { Caption } from "../../ui/field-styles.ts";
import { useT } from "../../ui/locale-context.tsx";
import { useSameHandle } from "../../ui/use-artifact.ts";
import { words } from "./words.ts";

export function BinSaid({ handle: given, reader }: { readonly handle: OutputHandle; readonly reader: ArtifactReader }) {
  const t = useT(words);
  const handle = useSameHandle(given);
  const [bin, setBin] = useState<number | null>(null);
  useEffect(() => {
    let isHere = true;
    reader.window(handle, { offset: 0, limit: 200 }).then(
      ({ columns, rows }) => {
        const [contig = -1, start = -1, end = -1] = ["chromosome", "start", "end"].map((wanted) =>
          columns.findIndex(({ name }) => name === wanted),
        );
        const row = rows.find((one, at) => one[contig] === rows[at + 1]?.[contig]) ?? rows[0];
        if (row && isHere) setBin(Number(row[end]) - Number(row[start]));
      },
      // The table says that it could not be fetched.
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [handle, reader]);
  return bin === null ? null : <Caption style={{ margin: "0 0 8px" }}>{t("chosen-bin", { bin })}</Caption>;
}
