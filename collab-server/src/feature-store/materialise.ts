// A feature view is made: of what its cell shows now a Parquet file, a version of its data set, with statistics of each column
// and what has drifted since the version that it is held to.

import { inTurns } from "@genomecraft/cells/base/turns.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import { type DriftFinding, driftOf, type DriftSettings, usualDrift } from "@genomecraft/cells/features/drift.ts";
import { type FeatureSummary, featureSummaryInPieces } from "@genomecraft/cells/features/feature-summary.ts";
import { writeParquet } from "@genomecraft/cells/formats/write/parquet.ts";
import type { Executor } from "@genomecraft/storage/database.ts";
import { lockDatasets } from "@genomecraft/storage/queries/datasets.ts";
import { type FeatureView, madeVersion } from "@genomecraft/storage/queries/feature-store.ts";
import type { ArtifactCache } from "../outputs/read-output.ts";
import { refuse } from "../errors.ts";
import type { ServerContext } from "../server-context.ts";
import { turns } from "../turns.ts";
import { fileNameOf } from "./entries.ts";
import { openedCell } from "./opened-cell.ts";
import { type MadeOfCell, sameVersion, type SavedVersion, saveVersion } from "./save-version.ts";
import { type FreshnessKept, freshnessKept, promisesOfRecipes } from "./view-freshness.ts";
import { viewTable } from "./view-table.ts";
import { words } from "./words.ts";

/** What is told of a version of a view: kept beside it. */
export interface ToldOfVersion {
  readonly rows: number;
  readonly entities: number;
  /** Not of those that are older than a list tells of. */
  readonly summary?: FeatureSummary;
  readonly against: number | null;
  readonly findings: readonly DriftFinding[];
  /** Of versions that were made before it was kept there is none. */
  readonly freshness?: FreshnessKept;
}

export const toldOfVersion = (made: unknown): ToldOfVersion | null =>
  ((made as MadeOfCell | null)?.told as unknown as ToldOfVersion | undefined) ?? null;

/** What a view says of drift; what it does not name is the product's. */
export const driftSettings = (thresholds: FeatureView["thresholds"]): DriftSettings => ({
  ...usualDrift,
  ...Object.fromEntries(Object.entries(thresholds).filter(([name]) => Object.hasOwn(usualDrift, name))),
});

export interface WantedView {
  readonly notebook: { readonly id: string; readonly lab: string };
  readonly cell: string;
  readonly port: string;
  readonly digest?: string | undefined;
  readonly user: string;
  readonly name: string;
  readonly entity: string;
  readonly time: string | null;
  /** Where it was made before. */
  readonly before: (Pick<FeatureView, "thresholds" | "baseline"> & { readonly dataset: string }) | null;
  readonly described?: { readonly description: string; readonly tags: readonly string[] };
}

/** Cells of a view at most: it is summed up and written in turns of the server's one thread, and held in its memory. */
export const largestView = 10_000_000;

export function refuseLarge(shape: readonly number[], cell: string): void {
  const cells = shape.reduce((product, size) => product * size, 1);
  if (cells > largestView)
    refuse("too-large", words.failure("view-large", { cell, rows: shape[0] ?? 0, columns: shape[1] ?? 1, most: largestView }));
}

/** `also`: in the same transaction, of a view that is new. */
export async function materialise(
  context: ServerContext,
  cache: ArtifactCache,
  of: WantedView,
  also: (tx: Executor, id: string) => Promise<void> = async () => {},
): Promise<SavedVersion> {
  const { db } = context;
  const { entity, time, before } = of;
  const opened = await openedCell(context, cache, of);
  const last = before ? await madeVersion(db, before.dataset, null) : null;
  const same = before ? sameVersion(before.dataset, last, { output: opened.digest }) : null;
  if (same) return same;
  refuseLarge(opened.summary.shape, opened.cellName);
  const table = await inTurns(viewTable(await opened.read(), opened.cellName, { entity, time }), turns);
  const baseline = before?.baseline ?? null;
  const held = before && baseline !== null ? await madeVersion(db, before.dataset, baseline) : last;
  const snapshot = held ? (toldOfVersion(held.made)?.summary ?? null) : null;
  const summary = await inTurns(featureSummaryInPieces(table, { entity, against: snapshot }), turns);
  const findings = snapshot ? driftOf(snapshot, summary, driftSettings(before?.thresholds ?? {})).findings : [];
  const told: ToldOfVersion = {
    rows: table.rowCount,
    entities: summary.entities ?? 0,
    summary,
    against: snapshot && held ? held.version : null,
    findings,
    freshness: freshnessKept(table, {
      time,
      promised: await promisesOfRecipes(db, of.notebook.id, opened.sources),
      now: context.now(),
    }),
  };
  const bytes = await writeParquet(table, turns);
  const fileName = fileNameOf(of.name, ".parquet");
  return db.transaction(async (tx) => {
    if (before) {
      // Of two who make it at once the second finds what the first has made.
      await lockDatasets(tx, [before.dataset]);
      const now = sameVersion(before.dataset, await madeVersion(tx, before.dataset, null), { output: opened.digest });
      if (now) return now;
    }
    const saved = await saveVersion(context, tx, {
      sort: "features",
      lab: of.notebook.lab,
      user: of.user,
      name: of.name,
      fileName,
      bytes,
      made: {
        notebook: of.notebook.id,
        cell: of.cell,
        cellName: opened.cellName,
        port: of.port,
        output: opened.digest,
        told: told as unknown as Json,
      },
      sources: opened.sources,
      columns: table.columns.map(({ name }) => name),
      versionOf: before?.dataset ?? null,
      ...(of.described ? { described: of.described } : {}),
    });
    await also(tx, saved.id);
    return saved;
  });
}
