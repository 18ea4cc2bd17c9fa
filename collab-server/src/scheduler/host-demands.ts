// What people want of a notebook that is hosted here, as the table of demands says: what was begun for it in the notebook's
// own graph, and taken back when its row is gone. Demands with values of one's own go to personal-demands.ts.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { DemandMode, NotebookRuntime } from "@genomecraft/cells/runtime/notebook-runtime.ts";
import type { Database } from "@genomecraft/storage/database.ts";
import { type DemandRow, demandsOf, dropDemand, dropUnseenWatch } from "@genomecraft/storage/queries/demands.ts";
import type { PersonalDemands } from "./personal-demands.ts";

/** A watch whose server was not heard of for so long is over; what it began is finished. */
const watchGoneMs = 30_000;

export interface HostDemandsOptions {
  readonly db: Database;
  readonly notebook: string;
  readonly now: () => number;
  readonly personal: PersonalDemands;
  /** The notebook's graph: another one after a restart, null when the host has gone. */
  readonly runtime: () => NotebookRuntime | null;
  /** Until changes that were made before are in the graph; null when they are. */
  readonly taken: () => Promise<void> | null;
  /** Cells were refused a file: the graph begins anew, and reads the demands again. True when it does. */
  readonly restartIfRefused: () => boolean;
  /** What is asked for is on show and its bytes are gone: the graph begins anew, and makes it again. True when it does. */
  readonly restartIfLost: (row: DemandRow) => Promise<boolean>;
  readonly askedBy: (user: string) => void;
  readonly watchedBy: (user: string) => void;
  readonly onIdle: () => void;
  readonly onTrouble: (error: unknown) => void;
}

export class HostDemands {
  private readonly options: HostDemandsOptions;
  private readonly running = new Map<string, { cancel(): void }>();
  /** Demands that are met: their rows may have been read just before they went. */
  private readonly met = new Set<string>();
  private readonly watches = new Map<string, { release(): void }>();
  /** Demands of which it is being looked whether what they ask for is still there. */
  private readonly looking = new Set<string>();
  /** Whether all that is demanded has been asked for in the present graph. */
  private wereRead = false;

  constructor(options: HostDemandsOptions) {
    this.options = options;
  }

  get isWanted(): boolean {
    return this.running.size > 0 || this.watches.size > 0 || this.looking.size > 0;
  }

  get areRead(): boolean {
    return this.wereRead && this.looking.size === 0;
  }

  private reading: Promise<void> | null = null;
  private readsNext: Promise<void> | null = null;

  /**
   * Takes up what the table says. Called at the start and whenever a demand came or went. One look after the other, so that
   * an older one does not take for withdrawn what a newer one has begun; whoever comes during a look is served by the next.
   */
  read(): Promise<void> {
    if (this.readsNext) return this.readsNext;
    if (!this.reading) return this.beginReading();
    this.readsNext = this.reading
      .catch(() => {})
      .then(() => {
        this.readsNext = null;
        return this.beginReading();
      });
    return this.readsNext;
  }

  private beginReading(): Promise<void> {
    const reading = this.readNow().finally(() => {
      if (this.reading === reading) this.reading = null;
    });
    this.reading = reading;
    return reading;
  }

  private async readNow(): Promise<void> {
    const { db, notebook, now, personal } = this.options;
    const rows = await demandsOf(db, notebook);
    // What is asked for may just have been added.
    await this.options.taken();
    if (!this.options.runtime()) return;
    this.wereRead = true;
    const there = new Set(rows.map((row) => row.id));
    for (const id of this.looking) if (!there.has(id)) this.looking.delete(id);
    for (const row of rows) {
      if (row.mode === "watch") this.watch(row, now() - (row.seenAt ?? row.at) > watchGoneMs);
      else if (row.overrides) personal.start(row);
      else if (row.fresh) this.start(row);
      else this.lookAndStart(row);
    }
    for (const [id, demand] of this.running) {
      if (there.has(id)) continue;
      this.running.delete(id);
      this.met.add(id);
      demand.cancel();
    }
    personal.keepOnly(there);
    for (const [id, watch] of this.watches) {
      if (there.has(id)) continue;
      this.watches.delete(id);
      // The tab is closed; what it began goes on.
      void this.options
        .runtime()
        ?.idle()
        .then(() => {
          watch.release();
          this.options.onIdle();
        });
    }
    this.options.onIdle();
  }

  private watch(row: DemandRow, isOver: boolean): void {
    const runtime = this.options.runtime();
    if (!runtime) return;
    if (!this.watches.has(row.id)) {
      this.options.watchedBy(row.by);
      this.watches.set(row.id, runtime.watch(row.by));
    }
    if (!isOver) return;
    void runtime
      .idle()
      .then(async () => {
        if (this.options.runtime() !== runtime) return;
        // Its server may have been heard of while this one was at work.
        await dropUnseenWatch(this.options.db, row.id, this.options.now() - watchGoneMs);
        await this.read();
      })
      .catch(this.options.onTrouble);
  }

  private lookAndStart(row: DemandRow): void {
    if (this.isBegun(row) || this.looking.has(row.id)) return;
    this.looking.add(row.id);
    void this.options
      .restartIfLost(row)
      .catch((error: unknown) => {
        this.options.onTrouble(error);
        return false;
      })
      .then((isLost) => {
        // Taken back meanwhile, or for the next graph to begin.
        if (!this.looking.delete(row.id) || isLost) return;
        this.start(row);
        this.options.onIdle();
      });
  }

  private isBegun({ id }: DemandRow): boolean {
    return this.running.has(id) || this.met.has(id);
  }

  private start(row: DemandRow): void {
    if (this.isBegun(row)) return;
    this.options.askedBy(row.by);
    const runtime = this.options.runtime();
    if (!runtime || this.options.restartIfRefused()) return;
    const cell = row.cell as CellId | null;
    const demand = runtime.demand({ cell, mode: row.mode as DemandMode, by: row.by, ...(row.fresh ? { fresh: true } : {}) });
    this.running.set(row.id, demand);
    demand.settled
      .then(async () => {
        if (this.options.runtime() !== runtime || this.running.get(row.id) !== demand) return;
        this.running.delete(row.id);
        if (this.met.size > 10_000) this.met.clear();
        this.met.add(row.id);
        await dropDemand(this.options.db, row.id);
        this.options.onIdle();
      })
      .catch(this.options.onTrouble);
  }

  /** The graph begins anew: what was begun in the old one is asked of the next, when demands are read again. */
  letGo(): void {
    this.running.clear();
    for (const watch of this.watches.values()) watch.release();
    this.watches.clear();
    this.looking.clear();
    this.wereRead = false;
  }
}
