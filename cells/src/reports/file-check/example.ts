// Its body as its executor makes it, for tests.

import { secretSample } from "../../artifacts/types/table/example.ts";
import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = {
  state: "checked",
  format: "vcf",
  version: "4.2",
  strict: false,
  errors: 1,
  warnings: 0,
  notes: 0,
  rules: [{ rule: "vcf-sample-gt", severity: "error", section: "VCF 4.2 §1.4.2", count: 1 }],
  findings: [
    {
      rule: "vcf-sample-gt",
      severity: "error",
      line: 9,
      field: `FORMAT/GT ${secretSample}`,
      found: "0/",
      expected: { key: "check-vcf.sample-gt", params: {} },
      section: "VCF 4.2 §1.4.2",
    },
  ],
};
