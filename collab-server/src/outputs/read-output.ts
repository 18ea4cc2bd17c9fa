// An output of a cell, for whoever may see it: found through notebook and cell (a digest alone opens nothing), decoded once
// and kept while it is looked at. Behind it stand the data of the graph that came to show it, and those that the cell reads
// by now.

import { and, desc, eq } from "drizzle-orm";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { joinSources, type Sources } from "@genomecraft/cells/base/sources.ts";
import type { OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import type { ShownResult } from "@genomecraft/cells/session/cell-status.ts";
import { artifacts, cellShown, resultOutputs, results } from "@genomecraft/storage/schema/index.ts";
import { findArtifact, missingArtifacts } from "@genomecraft/storage/queries/results.ts";
import { refuse } from "../errors.ts";
import type { ServerContext } from "../server-context.ts";
import { isDamage, readInline, readKept, setAside } from "./kept-artifact.ts";

export interface FoundOutput {
  readonly output: OutputRef;
  /** Digests of the data sets' files behind it. */
  readonly sources: Sources;
}

/** Data sets behind a cell of a notebook as it reads now. */
export async function presentSources(context: ServerContext, notebook: string, cell: string): Promise<Sources> {
  return (await context.documents.sources(notebook)).get(cell as CellId) ?? [];
}

/** The output on show, or an older one of that digest which this lab's results know and this notebook made or showed. */
export async function findOutput(
  context: ServerContext,
  where: {
    readonly notebook: string;
    readonly lab: string;
    readonly cell: string;
    readonly port: string;
    readonly digest?: string | undefined;
  },
): Promise<FoundOutput> {
  const [row] = await context.db
    .select()
    .from(cellShown)
    .where(and(eq(cellShown.notebook, where.notebook), eq(cellShown.cell, where.cell)));
  const present = await presentSources(context, where.notebook, where.cell);
  const shown = row?.shown as ShownResult | undefined;
  const current = shown?.outputs[where.port];
  if (current && shown && (where.digest === undefined || current.digest === where.digest)) {
    return { output: current, sources: joinSources(row?.sources ?? [], present) };
  }
  if (where.digest !== undefined) {
    const [older] = await context.db
      .select({ outputs: results.outputs, sources: results.sources })
      .from(resultOutputs)
      .innerJoin(
        results,
        and(
          eq(results.lab, resultOutputs.lab),
          eq(results.key, resultOutputs.key),
          eq(results.sourceSet, resultOutputs.sourceSet),
          eq(results.generation, resultOutputs.generation),
        ),
      )
      .where(
        and(
          eq(resultOutputs.lab, where.lab),
          eq(resultOutputs.digest, where.digest),
          eq(resultOutputs.port, where.port),
          eq(results.notebook, where.notebook),
          eq(results.cell, where.cell),
        ),
      )
      .orderBy(desc(results.at))
      .limit(1);
    const output = (older?.outputs as { readonly [port: string]: OutputRef } | null | undefined)?.[where.port];
    if (older && output) return { output, sources: joinSources(older.sources, present) };
  }
  return refuse("not-found", "not-found", { what: "result" });
}

/** How long the bytes of a result that was told of may be on their way. */
const arrivalMs = 10_000;

interface Kept {
  readonly artifact: Artifact;
  readonly bytes: number;
}

/** Decoded artifacts by lab and digest, least recently used beyond `limit` bytes. One per server. */
export class ArtifactCache {
  private readonly kept = new Map<string, Kept>();
  private readonly reading = new Map<string, Promise<Artifact>>();
  private total = 0;
  private readonly limit: number;
  constructor(limit = 512 * 1024 * 1024) {
    this.limit = limit;
  }

  async read(context: ServerContext, lab: string, output: OutputRef): Promise<Artifact> {
    if (output.inline !== undefined) return readInline(output.digest, output.inline);
    const name = `${lab} ${output.digest}`;
    const known = this.kept.get(name);
    if (known) {
      this.kept.delete(name);
      this.kept.set(name, known);
      return known.artifact;
    }
    const running = this.reading.get(name);
    if (running) return running;
    const started = this.load(context, lab, output.digest, name).finally(() => this.reading.delete(name));
    this.reading.set(name, started);
    return started;
  }

  /** A result is told of before its bytes are all here: whoever asks in between waits for them. */
  private async arrived(context: ServerContext, lab: string, digest: string): Promise<{ readonly blob: string } | null> {
    const until = performance.now() + arrivalMs;
    const waiting = context.awaited.begin(lab, digest);
    try {
      for (;;) {
        const row = await findArtifact(context.db, lab, digest);
        if (row) return row;
        if (performance.now() > until || (await missingArtifacts(context.db, lab, [digest])).length > 0) return null;
        await waiting.pause(100);
      }
    } finally {
      waiting.end();
    }
  }

  private async load(context: ServerContext, lab: string, digest: string, name: string): Promise<Artifact> {
    const row = await this.arrived(context, lab, digest);
    if (!row) return refuse("not-found", "result-not-kept");
    const found = await readKept(context, { blob: row.blob, digest }).catch(async (error: unknown) => {
      if (!isDamage(error)) throw error;
      await setAside(context, lab, { blob: row.blob, digest });
      return refuse("internal", "result-damaged");
    });
    await context.db
      .update(artifacts)
      .set({ usedAt: context.now() })
      .where(and(eq(artifacts.lab, lab), eq(artifacts.digest, digest)));
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
