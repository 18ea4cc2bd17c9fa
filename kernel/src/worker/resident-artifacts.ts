// Decoded artifacts that a warm worker keeps by digest, so that a chain of edits does not decode its inputs again.
// Least recently used beyond a number of bytes.

import type { Artifact, Table } from "@genomecraft/cells/artifacts/artifact.ts";
import type { Digest } from "@genomecraft/cells/base/ids.ts";

export class ResidentArtifacts {
  private readonly entries = new Map<Digest, { readonly artifact: Artifact; readonly bytes: number }>();
  private bytes = 0;
  private readonly limit: number;
  constructor(limit: number) {
    this.limit = limit;
  }

  get(digest: Digest): Artifact | null {
    const entry = this.entries.get(digest);
    if (!entry) return null;
    this.entries.delete(digest);
    this.entries.set(digest, entry);
    return entry.artifact;
  }

  put(digest: Digest, artifact: Artifact): void {
    if (this.entries.has(digest)) return;
    const bytes = approximateBytes(artifact);
    this.entries.set(digest, { artifact, bytes });
    this.bytes += bytes;
    for (const [oldest, entry] of this.entries) {
      if (this.bytes <= this.limit || oldest === digest) break;
      this.entries.delete(oldest);
      this.bytes -= entry.bytes;
    }
  }

  digests(): Digest[] {
    return [...this.entries.keys()];
  }
}

/** Memory that an artifact holds, near enough to keep a budget. */
export function approximateBytes(artifact: Artifact): number {
  switch (artifact.type) {
    case "table":
      return tableBytes(artifact);
    case "assay": {
      const { values } = artifact;
      const held =
        values.layout === "dense"
          ? values.data.byteLength
          : values.data.byteLength + values.offsets.byteLength + values.featureIndex.byteLength;
      return held + tableBytes(artifact.features) + tableBytes(artifact.samples);
    }
    case "model":
      return artifact.onnx.byteLength + 4096;
    case "figure":
      return 4096 + JSON.stringify(artifact.data).length * 2;
    case "report":
      return 1024 + JSON.stringify(artifact.body).length * 2;
    case "value":
      return 1024 + JSON.stringify(artifact.value).length * 2;
  }
}

function tableBytes(table: Table): number {
  let bytes = 1024;
  for (const column of table.columns) {
    bytes += 256 + (column.valid?.byteLength ?? 0);
    if (column.type === "text") {
      bytes += column.codes.byteLength;
      for (const word of column.dictionary) bytes += 48 + word.length;
    } else {
      bytes += column.values.byteLength;
    }
  }
  return bytes;
}
