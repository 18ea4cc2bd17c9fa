// A VCF as dosages, or as a table of its sites.

import type { Read } from "../../contract/format.ts";
import { readVcf } from "../parts/vcf/read-vcf.ts";

export const read: Read = readVcf;
