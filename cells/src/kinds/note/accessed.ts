// What a value of a note is, or why there is none: asked where the note is made, and by the screen of a note that could not be.

import { artifactCardOf } from "../../artifacts/artifact-cards.ts";
import type { ArtifactSummary } from "../../artifacts/artifact.ts";
import type { Failure } from "../../base/failure.ts";
import { isJsonObject, type Json } from "../../base/json.ts";
import { nearestNames } from "../../base/nearest-name.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { type Accessor, accessors, type NoteValue } from "./note-parts.ts";
import { words } from "./words.ts";

interface Output {
  readonly summary: ArtifactSummary;
  readonly inline?: Json | null | undefined;
}

/** `output`: of the cell and port that it names; null: there is no such cell. */
export function accessed(part: NoteValue, output: Output | null): Result<Json, Failure> {
  const more = { at: ["text"], span: { start: part.start, end: part.end } };
  if (!part.known) {
    const near = nearestNames(part.accessor, accessors);
    const known = near.length > 0 ? near : [...accessors];
    return err(words.failure("accessor-unknown", { accessor: part.accessor, known }, more));
  }
  if (!output) return err(words.failure("name-unknown", { name: part.name }, more));
  const found = valueOf(part.accessor as Accessor, output);
  if (found !== undefined) return ok(found);
  const has = accessors.filter((accessor) => valueOf(accessor, output) !== undefined);
  return err(words.failure("accessor-wrong", { name: part.name, accessor: part.accessor, has }, more));
}

function valueOf(accessor: Accessor, { summary, inline }: Output): Json | undefined {
  const { brief, sizes } = artifactCardOf(summary);
  if (accessor === "value")
    return brief !== "value" ? undefined : isJsonObject(inline) ? (inline["value"] as Json) : summary.detail?.["value"];
  const at = sizes.findIndex((names) => names.includes(accessor));
  return at < 0 ? undefined : summary.shape[at];
}
