// A report: metrics, verdicts, small tables of results. What its body holds says the list reports.ts.

import type { JsonObject } from "../../../base/json.ts";
import type { ArtifactCard } from "../../artifact-type.ts";
import { words } from "./words.ts";

export const reportCard = {
  type: "report",
  words,
  rights: "results",
  showable: "whole",
  inline: {
    toJson: ({ type, report, body }) => ({ type, report, body }),
    fromJson: (json) => ({ type: "report", report: String(json["report"]), body: json["body"] as JsonObject }),
  },
  exports: ["json", "recipe"],
  sizes: [],
  brief: "nothing",
  hasColumns: false,
  isMaterial: false,
  isInFiles: true,
} as const satisfies ArtifactCard<"report">;
