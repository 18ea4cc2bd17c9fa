// A model. Of it readers of a dashboard see how good it is.

import type { ArtifactCard } from "../../artifact-type.ts";
import { words } from "./words.ts";

export const modelCard = {
  type: "model",
  words,
  rights: "results",
  showable: "report-beside",
  inline: null,
  exports: ["onnx", "json"],
  sizes: [["features"]],
  brief: "nothing",
  hasColumns: false,
  isMaterial: true,
  isInFiles: false,
} as const satisfies ArtifactCard<"model">;
