// Which of the steps that findings offer do anything to what was loaded.

import type { ArtifactType } from "../../artifacts/artifact.ts";
import type { Json, JsonObject } from "../../base/json.ts";

/** Others are of tables alone. What stays a file has no steps. */
const ofMatrices: ReadonlySet<Json | undefined> = new Set(["sort", "rename-chromosomes", "repair-genes"]);

export const doesStep = (type: ArtifactType, { verb }: JsonObject): boolean =>
  type === "table" || (type === "assay" && ofMatrices.has(verb));
