// An output as the session speaks of it: its digest, its summary, and all of it when it is small.

import type { Artifact } from "../artifacts/artifact.ts";
import { inlineOf, summaryOf } from "../artifacts/artifact-summary.ts";
import type { Digest } from "../base/ids.ts";
import type { OutputRef } from "./cell-status.ts";

export function outputRefOf(artifact: Artifact, digest: Digest): OutputRef {
  const inline = inlineOf(artifact);
  return { digest, summary: summaryOf(artifact), ...(inline === undefined ? {} : { inline }) };
}
