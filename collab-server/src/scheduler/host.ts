// One notebook whose graph runs here: the notebook runtime on the room's document, with results out of Postgres and runs
// by lease. Made by the scheduler while it holds the notebook's lock; nobody else creates runs for it.

import type { CellId, ResultKey } from "@genomecraft/cells/base/ids.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import { dependencyGraph } from "@genomecraft/cells/notebook/dependency-graph.ts";
import type { Cell, Notebook } from "@genomecraft/cells/notebook/notebook.ts";
import { observeNotebook, readNotebook } from "@genomecraft/cells/notebook/y-notebook.ts";
import type { DemandMode, NotebookRuntime } from "@genomecraft/cells/runtime/notebook-runtime.ts";
import { overrideNotebook } from "@genomecraft/cells/runtime/override-notebook.ts";
import { isWithin, joinSources, type Sources } from "@genomecraft/cells/base/sources.ts";
import type { Resolve } from "@genomecraft/cells/runtime/resolved-cells.ts";
import { standardRuntime } from "@genomecraft/cells/runtime/standard-runtime.ts";
import type { CellSession, CellStatus } from "@genomecraft/cells/session/cell-status.ts";
import type { Database } from "@genomecraft/storage/database.ts";
import { type DemandRow, demandsOf, dropDemand, leaveRun, runsAskedBy } from "@genomecraft/storage/queries/runs.ts";
import type { Feed } from "../feed/feed.ts";
import { Sight } from "../feed/personal-feed.ts";
import type { ShownNews } from "../kernel-api/commit-steps.ts";
import { Connection } from "../sync/connection.ts";
import type { HeldRoom } from "../sync/rooms.ts";
import { leaseExecutor, type LeaseExecutor } from "./lease-executor.ts";
import { type PostgresResults, postgresResults } from "./result-lookup.ts";
import type { RunBus } from "./run-bus.ts";
import { sourcesByCell } from "./sources.ts";

export interface HostOptions {
  readonly db: Database;
  readonly feed: Feed;
  readonly bus: RunBus;
  readonly held: HeldRoom;
  readonly lab: string;
  readonly now: () => number;
  readonly wake: () => void;
  /** What loads leave to their files, with the grants of a notebook. */
  readonly formatsFor: (of: { readonly notebook: string; readonly lab: string; readonly by: () => string }) => Resolve;
  readonly onTrouble: (error: unknown) => void;
  /** Nothing is wanted any more. */
  readonly onIdle: () => void;
}

/** A watch whose server was not heard of for so long is over; what it began is finished. */
const watchGoneMs = 30_000;
/** A cell that runs keeps the graph from being quiet. */
const longestLookMs = 2_000;
/** How long the answer to a personal demand is kept for whoever asked. */
const personalKeptMs = 120_000;

/** Before the document was read for the first time. */
const untold: ReadonlyMap<CellId, Sources> = new Map();

interface Personal {
  readonly runtime: NotebookRuntime;
  readonly done: boolean;
}

export class NotebookHost {
  readonly notebook: string;
  private readonly options: HostOptions;
  private readonly asker: string;
  private runtime: NotebookRuntime;
  private results: PostgresResults;
  private executor: LeaseExecutor;
  private content: Notebook;
  private readonly names = new Map<CellId, string>();
  private sources = untold;
  private readonly known = new Set<CellId>();
  private readonly running = new Map<string, { cancel(): void }>();
  /** Demands that are met: their rows may have been read just before they went. */
  private readonly met = new Set<string>();
  private readonly watches = new Map<string, { release(): void }>();
  private readonly personal = new Map<string, Personal>();
  /** Who pressed run last, for the runs that follow from it. */
  private lastBy = "";
  private unbind: () => void = () => {};
  private reconciling: ReturnType<typeof setTimeout>;
  private disposed = false;
  private restarting = false;

  constructor(options: HostOptions) {
    this.options = options;
    this.notebook = options.held.room.id;
    this.asker = `notebook ${this.notebook}`;
    this.content = readNotebook(options.held.room.doc, kindOf);
    const made = this.newRuntime();
    this.runtime = made.runtime;
    this.executor = made.executor;
    this.results = made.results;
    this.bindDocument();
    this.reconciling = this.reconcileLater();
  }

  /** What ran when the last host went, and that nobody has asked for again by then, nobody wants. */
  private reconcileLater(): ReturnType<typeof setTimeout> {
    const timer = setTimeout(() => void this.reconcile().catch(this.options.onTrouble), 5_000);
    timer.unref();
    return timer;
  }

  // ---- the runtime --------------------------------------------------------------------------------------------------

  private newRuntime(): {
    readonly runtime: NotebookRuntime;
    readonly executor: LeaseExecutor;
    readonly results: PostgresResults;
  } {
    const { db, lab, now, feed, bus, wake } = this.options;
    const executor = leaseExecutor({
      db,
      bus,
      notebook: this.notebook,
      lab,
      asker: this.asker,
      shows: true,
      by: () => this.lastBy,
      nameOf: (cell) => this.names.get(cell) ?? "",
      sourcesOf: (cell) => this.sources.get(cell) ?? [],
      feed,
      onCancelled: (cell) => this.runtime.cancel(cell, ""),
      onMissing: () => this.restart(),
      wake,
    });
    const results = postgresResults({
      db,
      notebook: this.notebook,
      lab,
      now,
    });
    const runtime: NotebookRuntime = standardRuntime({
      results,
      executor,
      resolve: this.options.formatsFor({ notebook: this.notebook, lab, by: () => this.lastBy }),
      now,
      onCell: (session) => {
        if (!this.disposed) this.say(session, runtime);
      },
    });
    return { runtime, executor, results };
  }

  private bindDocument(): void {
    this.unbind();
    let stopObserving: () => void = () => {};
    const stopBinding = this.options.held.room.bind((doc) => {
      stopObserving();
      this.take(readNotebook(doc, kindOf));
      stopObserving = observeNotebook(doc, kindOf, (content, _changed, origin) =>
        this.take(content, {
          by: origin instanceof Connection ? origin.principal.user.id : typeof origin === "string" ? origin : "",
          at: this.options.now(),
        }),
      );
    });
    this.unbind = () => {
      stopObserving();
      stopBinding();
    };
  }

  private take(content: Notebook, change?: { readonly by: string; readonly at: number }): void {
    if (this.disposed) return;
    this.content = content;
    if (change?.by) this.lastBy = change.by;
    const graph = dependencyGraph(content, kindOf);
    const before = this.sources;
    this.sources = sourcesByCell(graph);
    const isFirst = before === untold;
    for (const cell of content.cells) this.names.set(cell.id, cell.name);
    for (const id of [...this.known]) {
      if (graph.cells.has(id)) continue;
      this.known.delete(id);
      this.options.feed.say(this.notebook, this.options.lab, { cell: id, session: null, sources: [] });
    }
    this.runtime.update(content, change);
    // Who may know of a cell follows what it reads from this moment on, not from when that has been made; also of one that
    // was not run yet, since whether it finds a result tells of the data.
    if (isFirst) return;
    const sessions = this.runtime.session();
    for (const [id, is] of this.sources) {
      const session = sessions.get(id);
      const was = before.get(id) ?? [];
      if (session && !(isWithin(was, is) && isWithin(is, was))) this.say(session, this.runtime);
    }
  }

  private say(session: CellSession, runtime: NotebookRuntime): void {
    this.known.add(session.cell);
    const sources = this.sourcesBehind(session, runtime);
    this.options.feed.say(this.notebook, this.options.lab, { cell: session.cell, session, sources });
  }

  /**
   * Of what a session tells: the data that was used, those behind what is on show, and those that the specs name now. Even
   * that a cell waits, runs or has no result tells of the data that it waits for. That a file was not granted to the
   * notebook does not: that file lets nobody see, and somebody must mend it.
   */
  private sourcesBehind(session: CellSession, runtime: NotebookRuntime): Sources {
    const behind = joinSources(runtime.sourcesOf(session.cell), this.presentSources(session.cell));
    const lacking = session.shown === null ? this.cellWithoutGrant(session, runtime) : null;
    if (lacking === null) return behind;
    const refused = new Set(this.presentSources(lacking));
    return behind.filter((source) => !refused.has(source));
  }

  private cellWithoutGrant({ cell, status }: CellSession, runtime: NotebookRuntime): CellId | null {
    const isRefused = (of: CellStatus | undefined): boolean =>
      of?.state === "failed" && of.failure.reason === "server.file-not-granted";
    if (status.state === "blocked") return isRefused(runtime.session().get(status.by)?.status) ? status.by : null;
    return isRefused(status) ? cell : null;
  }

  presentSources(cell: CellId): Sources {
    return this.sources.get(cell) ?? [];
  }

  /** Until every cell has been looked at, or runs. */
  async looked(): Promise<void> {
    await Promise.race([this.runtime.idle(), new Promise((resolve) => setTimeout(resolve, longestLookMs).unref())]);
    await this.options.feed.written(this.notebook);
  }

  presentKey(cell: CellId): ResultKey | null {
    return this.runtime.session().get(cell)?.key ?? null;
  }

  /** Another key is the present one, or what the cell is made from is being made again. Never of a cell that is run by hand: nothing would make its result again. */
  isSuperseded(cell: CellId, key: ResultKey): boolean {
    if (this.content.cells.find(({ id }) => id === cell)?.mode !== "auto") return false;
    const session = this.runtime.session().get(cell);
    return session !== undefined && (session.status.state === "waiting" || (session.key !== null && session.key !== key));
  }

  wasShown(news: readonly ShownNews[]): void {
    for (const { cell, shown, behind } of news) this.results.wasShown(cell, shown, behind);
  }

  forget(key: ResultKey): void {
    this.runtime.forget(key);
  }

  sessions(): ReadonlyMap<CellId, CellSession> {
    return this.runtime.session();
  }

  /** A fresh runtime: what it remembers of results is not so any more (one was evicted, a grant was given). */
  restart(): void {
    if (this.disposed || this.restarting) return;
    this.restarting = true;
    setImmediate(() => {
      this.restarting = false;
      if (this.disposed) return;
      const before = this.runtime;
      this.running.clear();
      for (const watch of this.watches.values()) watch.release();
      this.watches.clear();
      this.executor.keepRuns();
      before.dispose();
      clearTimeout(this.reconciling);
      this.reconciling = this.reconcileLater();
      const made = this.newRuntime();
      this.runtime = made.runtime;
      this.executor = made.executor;
      this.results = made.results;
      this.runtime.update(this.content);
      void this.readDemands().catch(this.options.onTrouble);
    });
  }

  // ---- demands ------------------------------------------------------------------------------------------------------

  /** Takes up what the table of demands says. Called at the start and whenever a demand came or went. */
  async readDemands(): Promise<void> {
    const { db, now } = this.options;
    const rows = await demandsOf(db, this.notebook);
    if (this.disposed) return;
    const there = new Set(rows.map((row) => row.id));
    for (const row of rows) {
      if (row.mode === "watch") this.watch(row, now() - (row.seenAt ?? row.at) > watchGoneMs);
      else if (row.overrides) this.startPersonal(row);
      else this.start(row);
    }
    for (const [id, demand] of this.running) {
      if (there.has(id)) continue;
      this.running.delete(id);
      this.met.add(id);
      demand.cancel();
    }
    for (const [id, { runtime, done }] of this.personal) {
      // Met ones are kept for whoever asked; one that was taken back stops what it began.
      if (there.has(id) || done) continue;
      this.personal.delete(id);
      runtime.dispose();
    }
    for (const [id, watch] of this.watches) {
      if (there.has(id)) continue;
      this.watches.delete(id);
      // The tab is closed; what it began goes on.
      const { runtime } = this;
      void runtime.idle().then(() => {
        watch.release();
        this.lookIfIdle();
      });
    }
    this.lookIfIdle();
  }

  private watch(row: DemandRow, isOver: boolean): void {
    if (!this.watches.has(row.id)) {
      if (this.lastBy === "") this.lastBy = row.by;
      this.watches.set(row.id, this.runtime.watch(row.by));
    }
    if (!isOver) return;
    const { runtime } = this;
    void runtime
      .idle()
      .then(async () => {
        if (this.runtime !== runtime || this.disposed) return;
        await dropDemand(this.options.db, row.id);
        await this.readDemands();
      })
      .catch(this.options.onTrouble);
  }

  private start(row: DemandRow): void {
    if (this.running.has(row.id) || this.met.has(row.id)) return;
    this.lastBy = row.by;
    const { runtime } = this;
    const cell = row.cell as CellId | null;
    if (this.isWaitingForGrant()) {
      this.restart();
      return;
    }
    const demand = runtime.demand({ cell, mode: row.mode as DemandMode, by: row.by, ...(row.fresh ? { fresh: true } : {}) });
    this.running.set(row.id, demand);
    demand.settled
      .then(async () => {
        if (this.runtime !== runtime || this.disposed || this.running.get(row.id) !== demand) return;
        this.running.delete(row.id);
        if (this.met.size > 10_000) this.met.clear();
        this.met.add(row.id);
        await dropDemand(this.options.db, row.id);
        this.lookIfIdle();
      })
      .catch(this.options.onTrouble);
  }

  private grantRestartAt = Number.NEGATIVE_INFINITY;
  /** A cell was refused its file: before it is asked again, what was remembered of that is forgotten. */
  private isWaitingForGrant(): boolean {
    if (performance.now() - this.grantRestartAt < 1_000) return false;
    for (const { status } of this.runtime.session().values()) {
      if (status.state === "failed" && status.failure.reason === "server.file-not-granted") {
        this.grantRestartAt = performance.now();
        return true;
      }
    }
    return false;
  }

  /** Rights on files changed: cells that were refused look again. */
  grantsChanged(): void {
    this.grantRestartAt = Number.NEGATIVE_INFINITY;
    if (this.isWaitingForGrant()) this.restart();
  }

  // ---- personal values ----------------------------------------------------------------------------------------------

  /** A demand with personal parameter values: a graph of its own, whose answers go to whoever asked and change nothing on show. */
  private startPersonal(row: DemandRow): void {
    if (this.personal.has(row.id)) return;
    const { db, lab, now, bus, wake, onTrouble } = this.options;
    const runtime = standardRuntime({
      results: postgresResults({
        db,
        notebook: this.notebook,
        lab,
        now,
        shows: false,
      }),
      executor: leaseExecutor({
        db,
        bus,
        notebook: this.notebook,
        lab,
        asker: `personal ${row.id}`,
        shows: false,
        by: () => row.by,
        nameOf: (cell) => this.names.get(cell) ?? "",
        sourcesOf: (cell) => this.sources.get(cell) ?? [],
        wake,
      }),
      resolve: this.options.formatsFor({ notebook: this.notebook, lab, by: () => row.by }),
      now,
      onCell: () => {},
    });
    const entry: Personal & { done: boolean } = { runtime, done: false };
    this.personal.set(row.id, entry);
    this.visibleTo(row.by)
      .then(async (content) => {
        if (this.personal.get(row.id) !== entry) return;
        runtime.update(overrideNotebook(content, (row.overrides ?? {}) as { readonly [cell: string]: Json }));
        await runtime.demand({ cell: row.cell as CellId | null, mode: row.mode as DemandMode, by: row.by }).settled;
        if (this.personal.get(row.id) !== entry) return;
        entry.done = true;
        await dropDemand(db, row.id);
        const timer = setTimeout(() => {
          this.personal.delete(row.id);
          runtime.dispose();
          this.lookIfIdle();
        }, personalKeptMs);
        timer.unref();
      })
      .catch(onTrouble);
  }

  /** The notebook without what this person may not see: how long that takes, or how it ends, is not hers to know. */
  private async visibleTo(user: string): Promise<Notebook> {
    const sight = new Sight({ db: this.options.db, notebook: this.notebook, user });
    const cells = this.content.cells.map(async (cell): Promise<Cell> => {
      const labs = await sight.barring(this.presentSources(cell.id));
      return labs === null || labs.length === 0 ? cell : { ...cell, mode: "off" };
    });
    return { ...this.content, cells: await Promise.all(cells) };
  }

  /** What a personal demand has come to; null when it is not known (any more). */
  personalAnswer(id: string): {
    readonly done: boolean;
    readonly cells: readonly { readonly session: CellSession; readonly sources: readonly string[] }[];
  } | null {
    const found = this.personal.get(id);
    if (!found) return null;
    const { runtime } = found;
    const cells = [...runtime.session().values()].map((session) => ({ session, sources: this.sourcesBehind(session, runtime) }));
    return { done: found.done, cells };
  }

  cancel(cell: CellId, by: string): void {
    this.runtime.cancel(cell, by);
  }

  // ---- the end ------------------------------------------------------------------------------------------------------

  private lookIfIdle(): void {
    if (this.disposed || this.running.size > 0 || this.watches.size > 0 || this.personal.size > 0) return;
    this.options.onIdle();
  }

  get isWanted(): boolean {
    return this.running.size > 0 || this.watches.size > 0 || this.personal.size > 0;
  }

  private async reconcile(): Promise<void> {
    if (this.disposed) return;
    for (const run of await runsAskedBy(this.options.db, this.asker)) {
      if (this.executor.attached.has(run) || this.disposed) continue;
      const state = await this.options.db.transaction((tx) => leaveRun(tx, run, this.asker));
      if (state === "cancelled") this.options.bus.tell(run, { type: "ended", state: "cancelled", detail: "" });
    }
  }

  /** Lets go of everything. What runs goes on: another server, or this one after a restart, takes it up. */
  async dispose(): Promise<void> {
    if (this.disposed) return;
    this.disposed = true;
    clearTimeout(this.reconciling);
    this.unbind();
    this.executor.keepRuns();
    this.runtime.dispose();
    for (const { runtime } of this.personal.values()) runtime.dispose();
    await this.options.feed.forget(this.notebook);
    this.options.held.release();
  }
}
