// An output as it is spoken of: its digest, its summary, and all of it when it is small.

import type { Digest } from "../base/ids.ts";
import type { Json } from "../base/json.ts";
import type { Artifact, ArtifactSummary } from "./artifact.ts";
import { inlineOf, summaryOf } from "./artifact-summary.ts";

export interface OutputRef {
  readonly digest: Digest;
  readonly summary: ArtifactSummary;
  /** Figures, reports and values up to 64 KB travel with the event: the artifact as JSON (artifact-json.ts). */
  readonly inline?: Json;
}

export function outputRefOf(artifact: Artifact, digest: Digest): OutputRef {
  const inline = inlineOf(artifact);
  return { digest, summary: summaryOf(artifact), ...(inline === undefined ? {} : { inline }) };
}
