// What a result says that is doubtful in it, made now or kept: what its report tells (with the setting that makes it otherwise),
// doubts of its steps, and notes under its figure.

import type { Artifact } from "./artifacts/artifact.ts";
import { notesOfFigure } from "./artifacts/notes-of-figure.ts";
import { isJsonObject, type Json } from "./base/json.ts";
import type { SettledDoubt } from "./contract/report.ts";
import { sentencesIn } from "./messages/sentence.ts";
import { reportNamed } from "./reports.ts";

export type { SettledDoubt };

export function doubtsOfArtifact(artifact: Artifact): readonly SettledDoubt[] {
  if (artifact.type === "figure") return notesOfFigure(artifact);
  if (artifact.type !== "report") return [];
  const card = reportNamed(artifact.report);
  const body = card?.doubts ? card.schema.safeParse(artifact.body) : null;
  if (card?.doubts && body?.success) return card.doubts(body.data);
  const { doubts, notes, steps } = artifact.body;
  const ofSteps = Array.isArray(steps) ? (steps as readonly Json[]).filter(isJsonObject) : [];
  return [...sentencesIn(doubts), ...sentencesIn(notes), ...ofSteps.flatMap((step) => sentencesIn(step["doubts"]))];
}
