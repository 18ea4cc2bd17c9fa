// Its body as its executor makes it, for tests.

import type { JsonObject } from "../../base/json.ts";

export const example: JsonObject = { rows: 3, unanswered: 1, doubts: [] };
