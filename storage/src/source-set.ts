// Results of one key are kept apart by what they were made of: this is the column that tells them apart.

import { createHash } from "node:crypto";

/** sha256 of the digests of the data sets' files, sorted, each once, a line each; empty without any. In SQL: migration 0001. */
export function sourceSet(sources: readonly string[]): string {
  if (sources.length === 0) return "";
  return createHash("sha256")
    .update([...new Set(sources)].sort().join("\n"))
    .digest("hex");
}
