// Its body as its executor makes it, for tests.

import { secretSample } from "../../artifacts/types/table/example.ts";
import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = {
  findings: [
    {
      rule: "marks-comma",
      severity: "warning",
      line: 2,
      field: "weight",
      message: { key: "marks.comma", params: { columns: ["weight"], count: 1, value: secretSample, number: "1.5", line: 2 } },
      fix: { path: ["decimal"], value: "point" },
    },
  ],
};
