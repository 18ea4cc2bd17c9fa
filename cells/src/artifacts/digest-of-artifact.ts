// The digest of an artifact's content. Equal content has an equal digest whatever wrote it, on one thread or two, from
// Parquet, Arrow or CSV: nothing of an encoding enters.
//
//   digest = sha256 of the canonical JSON {type, format, schema, parts: [{name, digest}]}
//
// A table part hashes its shape and then each column: validity (only where something is missing), numbers as raw
// little-endian bytes with missing cells zeroed, one NaN and one zero, texts as codes into the distinct texts in
// order of first appearance. Semantic types and units are part of the schema: charts and models read them.

import { newHasher } from "../base/digest.ts";
import type { Digest } from "../base/ids.ts";
import type { Artifact } from "./artifact.ts";
import type { NewHasher } from "./artifact-type.ts";
import { artifactTypeOf } from "./artifact-types.ts";

/** Synchronous. On a server pass a hasher of the platform: it is several times faster and gives the same digest. */
export const digestOfArtifact = (artifact: Artifact, hasher: NewHasher = newHasher): Digest =>
  artifactTypeOf(artifact).digest(artifact, hasher);
