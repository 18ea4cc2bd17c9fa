// A BCF as dosages, or as a table of its sites.

import type { Read } from "../../contract/format.ts";
import { bcfAsVcf } from "../parts/vcf/read-bcf.ts";
import { readVcf } from "../parts/vcf/read-vcf.ts";
import { openBesideIndex } from "../parts/vcf/with-index.ts";

export const read: Read = (task) => {
  const open = openBesideIndex(task);
  return readVcf({ ...task, open: () => bcfAsVcf(open()) });
};
