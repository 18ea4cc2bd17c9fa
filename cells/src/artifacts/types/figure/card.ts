// A figure: what was drawn, and no more.

import type { JsonObject } from "../../../base/json.ts";
import type { ArtifactCard } from "../../artifact-type.ts";
import { words } from "./words.ts";

export const figureCard = {
  type: "figure",
  words,
  rights: "results",
  showable: "whole",
  inline: {
    toJson: ({ type, data, layout, alt, marks }) => ({ type, data, layout, alt, marks }),
    fromJson: (json) => ({
      type: "figure",
      data: json["data"] as readonly JsonObject[],
      layout: json["layout"] as JsonObject,
      alt: String(json["alt"] ?? ""),
      marks: Number(json["marks"] ?? 0),
    }),
  },
  exports: ["json", "png", "svg", "pdf"],
  sizes: [["marks"]],
  brief: "nothing",
  hasColumns: false,
  isMaterial: false,
  isInFiles: false,
} as const satisfies ArtifactCard<"figure">;
