// A value: what a parameter holds, what a note says.

import type { ArtifactCard } from "../../artifact-type.ts";
import { words } from "./words.ts";

export const valueCard = {
  type: "value",
  words,
  rights: "results",
  showable: "whole",
  inline: {
    toJson: ({ type, value }) => ({ type, value }),
    fromJson: (json) => ({ type: "value", value: json["value"] ?? null }),
  },
  exports: ["json"],
  sizes: [],
  brief: "value",
  hasColumns: false,
  isMaterial: false,
  isInFiles: false,
} as const satisfies ArtifactCard<"value">;
