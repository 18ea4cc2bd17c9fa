// A VCF as dosages, or as a table of its sites.

import type { Read } from "../../contract/format.ts";
import { openBesideIndex } from "../parts/vcf/with-index.ts";
import { readVcf } from "../parts/vcf/read-vcf.ts";

export const read: Read = (task) => readVcf({ ...task, open: openBesideIndex(task) });
