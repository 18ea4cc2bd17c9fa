// The sites of a .map as a table.

import { tableOf } from "../../artifacts/table.ts";
import type { Read } from "../../contract/format.ts";
import { readSites } from "../parts/plink/sites.ts";
import { wholeTable } from "../parts/plink/whole-table.ts";

export const read: Read = async (task) => wholeTable(tableOf(...(await readSites(task.open(), task.name, "map")).columns));
