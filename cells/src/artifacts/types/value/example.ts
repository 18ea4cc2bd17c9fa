// A value, for tests.

import type { Value } from "../../artifact.ts";

export const example: Value = { type: "value", value: 3 };
