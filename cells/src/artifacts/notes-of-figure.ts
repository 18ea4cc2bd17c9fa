// What a figure says under itself: what it leaves out, and what is doubtful in it.

import { isJsonObject } from "../base/json.ts";
import { type Sentence, sentencesIn } from "../messages/sentence.ts";
import type { Figure } from "./artifact.ts";

export function notesOfFigure({ layout: { meta } }: Figure): readonly Sentence[] {
  return isJsonObject(meta) ? sentencesIn(meta["notes"]) : [];
}
