// Genes as a table: id and symbol.

import type { Read } from "../../contract/format.ts";
import { readNamesAlone } from "../parts/cell-names/read-names-alone.ts";
import { featureColumns, idsOfFeatures } from "../parts/matrices/feature-columns.ts";

export const read: Read = (task) =>
  readNamesAlone(task, ([ids = [], ...described]) => [idsOfFeatures(ids, null), ...featureColumns(described)], "with-genes");
