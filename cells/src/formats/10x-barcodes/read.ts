// Barcodes as a table, with the library that each is of.

import { textColumn } from "../../artifacts/table.ts";
import type { Read } from "../../contract/format.ts";
import { readNamesAlone } from "../parts/cell-names/read-names-alone.ts";
import { libraryColumn } from "../parts/matrices/feature-columns.ts";

export const read: Read = (task) =>
  readNamesAlone(
    task,
    ([barcodes = []]) => [textColumn("barcode", barcodes, { semantic: "barcode" }), ...libraryColumn(barcodes)],
    "with-barcodes",
  );
