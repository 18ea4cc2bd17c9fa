// Demands with values of one's own for parameters: each has a graph of its own, whose answers go to whoever asked and change
// nothing on show.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import type { Sources } from "@genomecraft/cells/base/sources.ts";
import type { Notebook } from "@genomecraft/cells/notebook/notebook.ts";
import type { DemandMode, NotebookRuntime } from "@genomecraft/cells/runtime/notebook-runtime.ts";
import { overrideNotebook } from "@genomecraft/cells/runtime/override-notebook.ts";
import { standardRuntime } from "@genomecraft/cells/runtime/standard-runtime.ts";
import type { Database } from "@genomecraft/storage/database.ts";
import { type DemandRow, dropDemand } from "@genomecraft/storage/queries/demands.ts";
import { leaseExecutor } from "./lease-executor.ts";
import { postgresResults } from "./result-lookup.ts";
import type { Resolve } from "@genomecraft/cells/runtime/resolved-cells.ts";
import type { RunBus } from "./run-bus.ts";

/** How long the answer is kept for whoever asked. */
const keptMs = 120_000;

export interface PersonalDemandsOptions {
  readonly db: Database;
  readonly notebook: string;
  readonly lab: string;
  readonly now: () => number;
  readonly bus: RunBus;
  readonly wake: () => void;
  /** What loads leave to their files, with the grants of a notebook. */
  readonly formatsFor: (of: { readonly notebook: string; readonly lab: string; readonly by: () => string }) => Resolve;
  readonly nameOf: (cell: CellId) => string;
  readonly sourcesOf: (cell: CellId) => Sources;
  /** The notebook without what a person may not see. */
  readonly visibleTo: (user: string) => Promise<Notebook>;
  readonly onIdle: () => void;
  readonly onTrouble: (error: unknown) => void;
}

interface Personal {
  readonly runtime: NotebookRuntime;
  readonly done: boolean;
}

export class PersonalDemands {
  private readonly options: PersonalDemandsOptions;
  private readonly begun = new Map<string, Personal>();

  constructor(options: PersonalDemandsOptions) {
    this.options = options;
  }

  get isWanted(): boolean {
    return this.begun.size > 0;
  }

  find(id: string): Personal | null {
    return this.begun.get(id) ?? null;
  }

  start(row: DemandRow): void {
    if (this.begun.has(row.id)) return;
    const { db, notebook, lab, now, bus, wake, nameOf, sourcesOf, onTrouble } = this.options;
    const runtime = standardRuntime({
      results: postgresResults({ db, notebook, lab, now, shows: false }),
      executor: leaseExecutor({
        db,
        bus,
        notebook,
        lab,
        asker: `personal ${row.id}`,
        shows: false,
        by: () => row.by,
        nameOf,
        sourcesOf,
        wake,
      }),
      resolve: this.options.formatsFor({ notebook, lab, by: () => row.by }),
      now,
      onCell: () => {},
    });
    const entry: Personal & { done: boolean } = { runtime, done: false };
    this.begun.set(row.id, entry);
    this.options
      .visibleTo(row.by)
      .then(async (content) => {
        if (this.begun.get(row.id) !== entry) return;
        runtime.update(overrideNotebook(content, (row.overrides ?? {}) as { readonly [cell: string]: Json }));
        await runtime.demand({ cell: row.cell as CellId | null, mode: row.mode as DemandMode, by: row.by }).settled;
        if (this.begun.get(row.id) !== entry) return;
        entry.done = true;
        await dropDemand(db, row.id);
        const timer = setTimeout(() => {
          this.begun.delete(row.id);
          runtime.dispose();
          this.options.onIdle();
        }, keptMs);
        timer.unref();
      })
      .catch((error: unknown) => {
        onTrouble(error);
        // While its row is there it is begun anew when demands are read the next time.
        if (this.begun.get(row.id) !== entry) return;
        this.begun.delete(row.id);
        runtime.dispose();
        this.options.onIdle();
      });
  }

  /** Met ones are kept for whoever asked; one that was taken back stops what it began. */
  keepOnly(there: ReadonlySet<string>): void {
    for (const [id, { runtime, done }] of this.begun) {
      if (there.has(id) || done) continue;
      this.begun.delete(id);
      runtime.dispose();
    }
  }

  dispose(): void {
    for (const { runtime } of this.begun.values()) runtime.dispose();
  }
}
