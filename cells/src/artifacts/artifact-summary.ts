// What travels with a digest: a line for the outline and the columns for a form, never rows. What is small and may travel
// inline travels whole.

import type { Artifact, ArtifactSummary } from "./artifact.ts";
import type { Json } from "../base/json.ts";
import { jsonLength } from "../base/json-length.ts";
import { wellFormedJson } from "../base/well-formed.ts";
import { isInlineArtifact } from "./artifact-json.ts";
import { inlineLimit } from "./inline-limit.ts";
import { artifactTypeNamed, artifactTypeOf } from "./artifact-types.ts";

export const summaryOf = (artifact: Artifact): ArtifactSummary =>
  wellFormedJson({ type: artifact.type, ...artifactTypeOf(artifact).summary(artifact) });

/** A summary that another program says; null where it is not in the shape of the type that it names. */
export function summaryFrom(said: unknown): ArtifactSummary | null {
  const { type: named, ...rest } = Object(said) as { readonly [field: string]: unknown };
  const type = typeof named === "string" ? artifactTypeNamed(named) : null;
  const read = type?.summaryShape.safeParse(rest);
  return type && read?.success ? { type: type.card.type, ...read.data } : null;
}

/** The artifact itself as JSON where its type travels inline and it takes at most 64 KB. */
export function inlineOf(artifact: Artifact): Json | undefined {
  if (!isInlineArtifact(artifact)) return undefined;
  const json = artifact as unknown as Json;
  // Of a large one no text is made to see that it is large.
  if (jsonLength(json, inlineLimit) > inlineLimit) return undefined;
  return JSON.stringify(json).length <= inlineLimit ? json : undefined;
}
