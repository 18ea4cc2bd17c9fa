// Genes as a table: id and symbol.

import { textColumn } from "../../artifacts/table.ts";
import type { Read } from "../../contract/format.ts";
import { readNamesAlone } from "../parts/cell-names/read-names-alone.ts";
import { featureColumns } from "../parts/matrices/feature-columns.ts";

export const read: Read = (task) =>
  readNamesAlone(
    task,
    ([ids = [], ...described]) => [textColumn("id", ids, { semantic: "gene" }), ...featureColumns(described)],
    "with-genes",
  );
