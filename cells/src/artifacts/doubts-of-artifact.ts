// What a result says that is doubtful in it: doubts of its report, those of its steps, and notes under its figure.

import { isJsonObject, type Json } from "../base/json.ts";
import { type Sentence, sentencesIn } from "../messages/sentence.ts";
import type { Artifact } from "./artifact.ts";

export function doubtsOfArtifact(artifact: Artifact): readonly Sentence[] {
  if (artifact.type === "figure") {
    const { meta } = artifact.layout;
    return isJsonObject(meta) ? sentencesIn(meta["notes"]) : [];
  }
  if (artifact.type !== "report") return [];
  const { doubts, notes, steps } = artifact.body;
  const ofSteps = Array.isArray(steps) ? (steps as readonly Json[]).filter(isJsonObject) : [];
  return [...sentencesIn(doubts), ...sentencesIn(notes), ...ofSteps.flatMap((step) => sentencesIn(step["doubts"]))];
}
