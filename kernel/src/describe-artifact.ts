// What is said of an artifact wherever it is made on Node: digest, summary, and itself where it is small.

import { createHash } from "node:crypto";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import { inlineOf, summaryOf } from "@genomecraft/cells/artifacts/artifact-summary.ts";
import { digestOfArtifact } from "@genomecraft/cells/artifacts/digest-of-artifact.ts";
import type { Hasher } from "@genomecraft/cells/base/digest.ts";
import type { Digest } from "@genomecraft/cells/base/ids.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";

/** OpenSSL's sha256: the same digests, several times faster on large columns. */
const nativeHasher = (): Hasher => {
  const hash = createHash("sha256");
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest("hex") as Digest };
};

/** The digest of the content, which the bytes of a kept artifact are checked by. */
export const digestOnNode = (artifact: Artifact): Digest => digestOfArtifact(artifact, nativeHasher);

export function describeArtifact(artifact: Artifact): OutputRef {
  const inline = inlineOf(artifact);
  return {
    digest: digestOnNode(artifact),
    summary: summaryOf(artifact),
    ...(inline === undefined ? {} : { inline }),
  };
}
