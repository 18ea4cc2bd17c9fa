// An output of a cell, for whoever may see it: found through notebook and cell (a digest alone opens nothing), decoded once
// and kept while it is looked at. Behind it stand the data of the graph that came to show it, and those that the cell reads
// by now.

import { BlobMissing } from "@genomecraft/storage/blobs/blob-store.ts";
import { ownMember } from "@genomecraft/cells/base/json.ts";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { joinSources, type Sources } from "@genomecraft/cells/base/sources.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import type { ShownResult } from "@genomecraft/cells/session/cell-status.ts";
import { noteArtifactUsed } from "@genomecraft/storage/queries/artifacts.ts";
import { resultOfOutput } from "@genomecraft/storage/queries/results.ts";
import { shownOf } from "@genomecraft/storage/queries/shown.ts";
import { sourceSet } from "@genomecraft/storage/source-set.ts";
import { refuse } from "../errors.ts";
import type { ServerContext, ServerCore } from "../server-context.ts";
import { isLost, type KeptFor, readInline, readKept, setAside } from "./kept-artifact.ts";
import { waitForArtifact } from "./wait-for-artifact.ts";

export interface FoundOutput {
  readonly output: OutputRef;
  /** Digests of the data sets' files behind it. */
  readonly sources: Sources;
}

/** Data sets behind a cell of a notebook as it reads now. */
export async function presentSources(context: ServerContext, notebook: string, cell: string): Promise<Sources> {
  return (await context.documents.sources(notebook)).get(cell as CellId) ?? [];
}

/**
 * The output on show, or an older one of that digest which this lab's results know and this notebook made or showed. Null
 * where there is none: what stands behind the cell is told all the same, because rights are asked before that is said.
 */
export async function findOutput(
  context: ServerContext,
  where: {
    readonly notebook: string;
    readonly lab: string;
    readonly cell: string;
    readonly port: string;
    readonly digest?: string | undefined;
  },
): Promise<FoundOutput | { readonly output: null; readonly sources: Sources }> {
  const row = (await shownOf(context.db, where.notebook, [where.cell])).get(where.cell);
  const present = await presentSources(context, where.notebook, where.cell);
  const shown = row?.shown as ShownResult | undefined;
  const current = ownMember(shown?.outputs, where.port);
  if (current && shown && (where.digest === undefined || current.digest === where.digest)) {
    return { output: current, sources: joinSources(row?.sources ?? [], present) };
  }
  if (where.digest !== undefined) {
    const older = await resultOfOutput(context.db, { ...where, digest: where.digest });
    const output = ownMember(older?.outputs as { readonly [port: string]: OutputRef } | null | undefined, where.port);
    if (older && output) return { output, sources: joinSources(older.sources, present) };
  }
  return { output: null, sources: joinSources(row?.sources ?? [], present) };
}

/** How long the bytes of a result that was told of may be on their way. */
const arrivalMs = 10_000;

interface Kept {
  readonly artifact: Artifact;
  readonly bytes: number;
}

/**
 * Decoded artifacts by lab, data sets and digest, least recently used beyond `limit` bytes. One per server. What was put for
 * data that do not stand behind whoever asks is not there; what is of another type than its summary says is refused, since
 * rights went by the summary.
 */
export class ArtifactCache {
  private readonly kept = new Map<string, Kept>();
  private readonly reading = new Map<string, Promise<Artifact>>();
  private total = 0;
  private readonly limit: number;
  constructor(limit = 512 * 1024 * 1024) {
    this.limit = limit;
  }

  async read(context: ServerCore, of: KeptFor, output: OutputRef): Promise<Artifact> {
    const artifact = await this.find(context, of, output);
    return artifact.type === output.summary.type ? artifact : refuse("internal", "result-damaged");
  }

  private async find(context: ServerCore, of: KeptFor, output: OutputRef): Promise<Artifact> {
    if (output.inline !== undefined) return readInline(output.digest, output.inline);
    const name = `${of.lab} ${sourceSet(of.sources)} ${output.digest}`;
    const known = this.kept.get(name);
    if (known) {
      this.kept.delete(name);
      this.kept.set(name, known);
      return known.artifact;
    }
    const running = this.reading.get(name);
    if (running) return running;
    const started = this.load(context, of, output.digest, name).finally(() => this.reading.delete(name));
    this.reading.set(name, started);
    return started;
  }

  private async load(context: ServerCore, { lab, sources }: KeptFor, digest: string, name: string): Promise<Artifact> {
    const kept = await waitForArtifact(context, { lab, digest, sources }, { ms: arrivalMs });
    if (!kept) return refuse("not-found", "result-not-kept");
    if ("inline" in kept) return readInline(digest, kept.inline);
    const { blob } = kept;
    const found = await readKept(context, { blob, digest }).catch(async (error: unknown) => {
      if (!isLost(error)) throw error;
      await setAside(context, lab, { blob, digest });
      // What is gone is as if it had not been kept.
      return error instanceof BlobMissing ? refuse("not-found", "result-not-kept") : refuse("internal", "result-damaged");
    });
    await noteArtifactUsed(context.db, lab, digest, context.now());
    this.kept.set(name, found);
    this.total += found.bytes;
    for (const [oldest, entry] of this.kept) {
      if (this.total <= this.limit || oldest === name) break;
      this.kept.delete(oldest);
      this.total -= entry.bytes;
    }
    return found.artifact;
  }
}
