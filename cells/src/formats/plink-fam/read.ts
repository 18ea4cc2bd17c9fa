// The samples of a .fam as a table.

import type { Read } from "../../contract/format.ts";
import { readSamples } from "../parts/plink/samples.ts";
import { wholeTable } from "../parts/plink/whole-table.ts";

export const read: Read = async (task) => {
  const { table, issues } = await readSamples(task.open(), task.name);
  return wholeTable(table, issues);
};
