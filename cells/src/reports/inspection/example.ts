// Its body as its executor makes it, for tests.

import { secretSample } from "../../artifacts/types/table/example.ts";
import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = {
  file: "f.csv",
  format: "csv",
  confidence: 1,
  compression: "none",
  why: [],
  version: null,
  alternatives: [],
  isTie: false,
  sheet: null,
  isHidden: false,
  artifact: "table",
  shape: [2, 2],
  samplesIn: null,
  sheets: [],
  columns: [
    { name: "sample", type: "text", semantic: "sample", category: "identifier", share: null, of: 2, missing: 0, distinct: 2 },
  ],
  issues: [],
  preview: { columns: ["sample"], rows: [[secretSample]] },
  others: [],
};
