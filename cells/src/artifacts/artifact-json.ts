// Artifacts that travel inside events as JSON: their cards say how, and back.

import { invariant } from "../base/invariant.ts";
import { isJsonObject, type Json, type JsonObject } from "../base/json.ts";
import { artifactCardNamed, artifactCardOf, type InlineArtifact } from "./artifact-cards.ts";
import type { Artifact } from "./artifact.ts";

/** Whether an artifact is one of those that may travel as JSON. */
export const isInlineArtifact = (artifact: Artifact): artifact is InlineArtifact => artifactCardOf(artifact).inline !== null;

/** Whole: what `artifactFromJson` reads. */
export function artifactToJson(artifact: InlineArtifact): JsonObject {
  const { inline } = artifactCardOf(artifact);
  invariant(inline, "this type travels as JSON");
  return inline.toJson(artifact);
}

export function artifactFromJson(json: Json): InlineArtifact {
  invariant(isJsonObject(json), "an inline artifact is an object");
  const inline = artifactCardNamed(String(json["type"]))?.inline;
  if (!inline) throw new TypeError("this type does not travel inline");
  return inline.fromJson(json) as InlineArtifact;
}
