// Features as a table: as the matrix that they belong to has them beside its rows.

import type { Read } from "../../contract/format.ts";
import { readNamesAlone } from "../parts/cell-names/read-names-alone.ts";
import { featureColumns, idsOfFeatures } from "../parts/matrices/feature-columns.ts";

export const read: Read = (task) =>
  readNamesAlone(
    task,
    ([ids = [], ...described]) => [idsOfFeatures(ids, described[1] ?? null), ...featureColumns(described)],
    "with-features",
  );
