// A small report of a name that no list has, for tests.

import type { Report } from "../../artifact.ts";

export const example: Report = { type: "report", report: "no-such-report", body: { rows: 2 } };
