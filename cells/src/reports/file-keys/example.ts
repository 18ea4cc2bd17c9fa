// Its body as its executor makes it, for tests.

import { secretSample } from "../../artifacts/types/table/example.ts";
import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = {
  header: ["sample"],
  columns: [{ name: "sample", values: [secretSample] }],
  rows: 2,
  others: [],
};
