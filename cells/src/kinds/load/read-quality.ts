// What the reads of a loaded file are like, as the report that is kept beside what was loaded (port "quality").

import type { Report } from "../../artifacts/artifact.ts";
import type { JsonObject } from "../../base/json.ts";
import { readQualityReport } from "../../reports/read-quality/report.ts";

export const readQuality = (body: JsonObject): Report => ({ type: "report", report: readQualityReport.name, body });
