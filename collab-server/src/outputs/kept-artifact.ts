// What this server keeps under a digest, read and compared with it. The seal already notices bytes that were changed, cut
// or moved (segments.ts); that the database names the right blob only the content can say.

import { createHash } from "node:crypto";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import { artifactFromJson } from "@genomecraft/cells/artifacts/artifact-json.ts";
import { decodeArtifact } from "@genomecraft/cells/artifacts/bytes-of-artifact.ts";
import { digestOfArtifact } from "@genomecraft/cells/artifacts/digest-of-artifact.ts";
import type { ByteSource } from "@genomecraft/cells/base/byte-source.ts";
import type { Hasher } from "@genomecraft/cells/base/digest.ts";
import type { Digest } from "@genomecraft/cells/base/ids.ts";
import type { Sources } from "@genomecraft/cells/base/sources.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import { BlobDamaged, BlobMissing } from "@genomecraft/storage/blobs/blob-store.ts";
import { findArtifact, forgetArtifact } from "@genomecraft/storage/queries/artifacts.ts";
import { evictDigest } from "@genomecraft/storage/queries/results.ts";
import { ApiError, refuse } from "../errors.ts";
import type { ServerCore } from "../server-context.ts";
import { words as serverWords } from "@genomecraft/cells/messages/server/words.ts";

/**
 * Larger contents are not hashed on the thread that serves everybody (some 3 ms a megabyte): there the seal stands alone,
 * until somebody verifies.
 */
export const hashedOnRead = 64 * 2 ** 20;

const nativeHasher = (): Hasher => {
  const hash = createHash("sha256");
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest("hex") as Digest };
};

/** What cannot be hashed at all is nothing that a digest stands for. */
export function isContentOf(artifact: Artifact, digest: string): boolean {
  try {
    return digestOfArtifact(artifact, nativeHasher) === digest;
  } catch {
    return false;
  }
}

/** The bytes as they lie; null where they are gone or cut. */
export const openKept = (context: ServerCore, blob: string): Promise<ByteSource | null> =>
  context.blobs.open(context.db, blob).catch((error: unknown) => {
    if (error instanceof BlobMissing || error instanceof BlobDamaged) return null;
    throw error;
  });

/** Refused as damaged where its content is not that of the digest. */
export async function readKept(
  context: ServerCore,
  of: { readonly blob: string; readonly digest: string },
  { always = false }: { readonly always?: boolean } = {},
): Promise<{ readonly artifact: Artifact; readonly bytes: number }> {
  const source = await context.blobs.open(context.db, of.blob);
  const decoded = decodeArtifact(await source.read(0, source.size));
  if (!decoded.ok) return refuse("internal", "result-damaged");
  if ((always || source.size <= hashedOnRead) && !isContentOf(decoded.value, of.digest))
    return refuse("internal", "result-damaged");
  return { artifact: decoded.value, bytes: source.size };
}

/** A figure, report or value that stands in the database itself. */
export function readInline(digest: string, inline: Json): Artifact {
  let artifact: Artifact;
  try {
    artifact = artifactFromJson(inline);
  } catch (cause) {
    throw new ApiError("internal", serverWords.failure("result-damaged"), { cause });
  }
  return isContentOf(artifact, digest) ? artifact : refuse("internal", "result-damaged");
}

/** Whose output it is, and the data sets behind whoever asks for it. */
export interface KeptFor {
  readonly lab: string;
  readonly sources: Sources;
}

/** Whether what is kept of an output is what was stored, read anew. Null where nothing is kept of it. */
export async function isIntact(context: ServerCore, { lab, sources }: KeptFor, output: OutputRef): Promise<boolean | null> {
  const row = await findArtifact(context.db, lab, { digest: output.digest, sources });
  if (!row && output.inline === undefined) return null;
  try {
    if (output.inline !== undefined) readInline(output.digest, output.inline);
    if (row) await readKept(context, { blob: row.blob, digest: output.digest }, { always: true });
    return true;
  } catch (error) {
    if (isLost(error)) return false;
    throw error;
  }
}

/** The artifact is kept no more, and its results are made again when somebody asks; the blob is the collector's. */
export async function setAside(
  context: ServerCore,
  lab: string,
  of: { readonly blob: string; readonly digest: string },
): Promise<void> {
  context.log.error({ lab, digest: of.digest, blob: of.blob }, "what is kept of a result is not what was stored: set aside");
  await forgetArtifact(context.db, lab, of.digest, of.blob);
  await evictDigest(context.db, lab, { digest: of.digest, sources: null });
}

export const isDamage = (error: unknown): boolean =>
  error instanceof BlobDamaged || (error instanceof ApiError && error.failure.reason === serverWords.key("result-damaged"));

/** Damaged, or gone. */
export const isLost = (error: unknown): boolean => isDamage(error) || error instanceof BlobMissing;
