// Features as a table: as the matrix that they belong to has them beside its rows.

import { textColumn } from "../../artifacts/table.ts";
import type { Read } from "../../contract/format.ts";
import { readNamesAlone } from "../parts/cell-names/read-names-alone.ts";
import { featureColumns, isOfGenes } from "../parts/matrices/feature-columns.ts";

export const read: Read = (task) =>
  readNamesAlone(
    task,
    ([ids = [], ...described]) => [
      textColumn("id", ids, { semantic: isOfGenes(described[1] ?? null) ? "gene" : "identifier" }),
      ...featureColumns(described),
    ],
    "with-features",
  );
