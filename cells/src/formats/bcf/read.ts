// A BCF as dosages, or as a table of its sites.

import type { Read } from "../../contract/format.ts";
import { bcfAsVcf } from "../parts/vcf/read-bcf.ts";
import { readVcf } from "../parts/vcf/read-vcf.ts";

export const read: Read = (task) => readVcf({ ...task, open: () => bcfAsVcf(task.open()) });
