// The rules of VCF.

import type { Rules } from "../../contract/check.ts";
import { words } from "./check-words.ts";

const { key } = words;
export const rules = {
  "vcf-fileformat": { severity: "error", section: "VCF 4.3 §1.4.1", expected: key("fileformat") },
} as const satisfies Rules;
