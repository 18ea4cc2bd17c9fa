// One notebook whose graph runs here: the notebook runtime on the room's document, with results out of Postgres and runs
// by lease. Made by the scheduler while it holds the notebook's lock; nobody else creates runs for it.

import type { CellId, ResultKey } from "@genomecraft/cells/base/ids.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import { isWithin, type Sources } from "@genomecraft/cells/base/sources.ts";
import { cellsBehind } from "@genomecraft/cells/notebook/cells-behind.ts";
import type { Cell, Notebook } from "@genomecraft/cells/notebook/notebook.ts";
import { observeNotebook, readNotebook } from "@genomecraft/cells/notebook/y-read.ts";
import { graphOfNotebook, isLongToLookAt, lookInTurns, sourcesInNotebook } from "@genomecraft/cells/runtime/graph-of-notebook.ts";
import type { NotebookRuntime } from "@genomecraft/cells/runtime/notebook-runtime.ts";
import type { Resolve } from "@genomecraft/cells/runtime/resolved-cells.ts";
import { standardRuntime } from "@genomecraft/cells/runtime/standard-runtime.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";
import type { Database } from "@genomecraft/storage/database.ts";
import type { DemandRow } from "@genomecraft/storage/queries/demands.ts";
import { leaveRun, runsAskedBy } from "@genomecraft/storage/queries/run-askers.ts";
import type { Doc } from "yjs";
import { turns } from "../turns.ts";
import type { CellNews, FeedItem, ShownNews } from "../session-news.ts";
import { HostDemands } from "./host-demands.ts";
import { leaseExecutor, type LeaseExecutor } from "./lease-executor.ts";
import { PersonalDemands } from "./personal-demands.ts";
import { type PostgresResults, postgresResults } from "./result-lookup.ts";
import type { RunBus } from "./run-bus.ts";
import { sourcesOfSession } from "./session-sources.ts";
import { words as serverWords } from "@genomecraft/cells/messages/server/words.ts";

export interface HostOptions {
  readonly db: Database;
  readonly notebook: string;
  readonly lab: string;
  /** The live document: another one after a rebuild, which `bind` tells. */
  readonly document: {
    readonly doc: Doc;
    bind(listener: (doc: Doc) => void): () => void;
    release(): void;
  };
  /** Who made a change of the document; empty where nobody did. */
  readonly authorOf: (origin: unknown) => string;
  /** Of which cells what is on show has lost its bytes; their results count no more. Null: of all cells. */
  readonly setAsideLost: (
    of: { readonly notebook: string; readonly lab: string },
    cells: readonly string[] | null,
  ) => Promise<readonly { readonly cell: string; readonly isNew: boolean }[]>;
  /** Where it is said how cells are. */
  readonly feed: {
    say(notebook: string, lab: string, news: CellNews): void;
    tellListeners(notebook: string, item: FeedItem): void;
    written(notebook: string): Promise<void>;
    forget(notebook: string): Promise<void>;
  };
  /** What of a notebook's data a person may not know of: the labs whose data it is, or null. */
  readonly barring: (notebook: string, user: string) => (sources: Sources) => Promise<readonly string[] | null>;
  readonly bus: RunBus;
  readonly now: () => number;
  readonly wake: () => void;
  /** What loads leave to their files, with the grants of a notebook. */
  readonly formatsFor: (of: { readonly notebook: string; readonly lab: string; readonly by: () => string }) => Resolve;
  readonly onTrouble: (error: unknown) => void;
  /** Nothing is wanted any more. */
  readonly onIdle: () => void;
}

interface Change {
  readonly by: string;
  readonly at: number;
}

/** How often it is looked for runs of an earlier host that nobody wants. */
const reconcileEveryMs = 5_000;
/** A cell that runs keeps the graph from coming to rest. */
const longestLookMs = 2_000;
/** A cell of which no key is known comes to one, except in these states. */
const endsWithoutKey: ReadonlySet<CellSession["status"]["state"]> = new Set(["off", "invalid", "needs-input", "blocked"]);
const hasGoneOn = ({ key, status }: CellSession, shown: ResultKey): boolean =>
  key === null ? endsWithoutKey.has(status.state) : key !== shown;
/** Before the document was read for the first time. */
const untold: ReadonlyMap<CellId, Sources> = new Map();

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
  readonly demands: HostDemands;
  readonly personal: PersonalDemands;
  /** Who pressed run last, for the runs that follow from it. */
  private lastBy = "";
  private unbind: () => void = () => {};
  /** The document as it was after changes that are not in the graph yet, one after the other. */
  private readonly untaken: { readonly content: Notebook; readonly change?: Change }[] = [];
  private taking: Promise<void> | null = null;
  private reconciling: ReturnType<typeof setTimeout>;
  private disposed = false;
  private restarting = false;

  constructor(options: HostOptions) {
    this.options = options;
    this.notebook = options.notebook;
    this.asker = `notebook ${this.notebook}`;
    this.content = readNotebook(options.document.doc, kindOf);
    const made = this.newRuntime();
    this.runtime = made.runtime;
    this.executor = made.executor;
    this.results = made.results;
    const { db, notebook, lab, now, bus, wake, formatsFor, onTrouble } = options;
    const onIdle = (): void => this.lookIfIdle();
    this.personal = new PersonalDemands({
      db,
      notebook,
      lab,
      now,
      bus,
      wake,
      formatsFor,
      onTrouble,
      onIdle,
      nameOf: (cell) => this.names.get(cell) ?? "",
      sourcesOf: (cell) => this.presentSources(cell),
      visibleTo: (user) => this.visibleTo(user),
    });
    this.demands = new HostDemands({
      db,
      notebook,
      now,
      onTrouble,
      onIdle,
      personal: this.personal,
      runtime: () => (this.disposed ? null : this.runtime),
      taken: () => this.taking,
      restartIfRefused: () => this.restartIfRefused(),
      restartIfLost: (row) => this.restartIfLost(row),
      askedBy: (user) => {
        this.lastBy = user;
      },
      watchedBy: (user) => {
        if (this.lastBy === "") this.lastBy = user;
      },
    });
    this.bindDocument();
    this.reconciling = this.reconcileLater();
  }

  /** What ran when the last host went is left to itself, until all that is demanded has been asked for again. */
  private reconcileLater(): ReturnType<typeof setTimeout> {
    const timer = setTimeout(
      () =>
        void this.reconcile().catch((error: unknown) => {
          this.options.onTrouble(error);
          if (!this.disposed) this.reconciling = this.reconcileLater();
        }),
      reconcileEveryMs,
    );
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
      turns,
      onCell: (session) => {
        if (!this.disposed) this.say(session, runtime);
      },
    });
    return { runtime, executor, results };
  }

  private bindDocument(): void {
    this.unbind();
    let stopObserving: () => void = () => {};
    const stopBinding = this.options.document.bind((doc) => {
      stopObserving();
      this.take(readNotebook(doc, kindOf));
      stopObserving = observeNotebook(doc, kindOf, (content, _changed, origin) =>
        this.take(content, {
          by: this.options.authorOf(origin),
          at: this.options.now(),
        }),
      );
    });
    this.unbind = () => {
      stopObserving();
      stopBinding();
    };
  }

  /** At once; where much is new (a text that was brought in whole) it is looked at in turns, and later changes wait for it. */
  private take(content: Notebook, change?: Change): void {
    if (this.disposed) return;
    if (this.taking || isLongToLookAt(content)) {
      this.untaken.push({ content, ...(change ? { change } : {}) });
      this.taking ??= this.takeInTurns();
    } else this.takeNow(content, change);
  }

  private async takeInTurns(): Promise<void> {
    for (let next = this.untaken.shift(); next; next = this.untaken.shift()) {
      try {
        await lookInTurns(next.content, turns);
        await turns.pause();
        this.takeNow(next.content, next.change);
      } catch (error) {
        this.options.onTrouble(error);
      }
    }
    this.taking = null;
  }

  private takeNow(content: Notebook, change?: Change): void {
    if (this.disposed) return;
    this.content = content;
    if (change?.by) this.lastBy = change.by;
    const graph = graphOfNotebook(content);
    const before = this.sources;
    this.sources = sourcesInNotebook(content);
    const isFirst = before === untold;
    for (const cell of content.cells) this.names.set(cell.id, cell.name);
    for (const id of [...this.known]) {
      if (graph.cells.has(id)) continue;
      this.known.delete(id);
      this.options.feed.say(this.notebook, this.options.lab, { cell: id, session: null, sources: [] });
    }
    this.runtime.update(content, change, graph);
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

  private sourcesBehind(session: CellSession, runtime: NotebookRuntime): Sources {
    return sourcesOfSession(session, runtime, (cell) => this.presentSources(cell));
  }

  presentSources(cell: CellId): Sources {
    return this.sources.get(cell) ?? [];
  }

  /** Until every cell has been looked at, or runs. */
  async looked(): Promise<void> {
    await this.taking;
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

  /** Of these cells it was said elsewhere that they are fresh: what has become of them while that was written is said over it. */
  sayOver(news: readonly ShownNews[]): void {
    const sessions = this.runtime.session();
    for (const { cell, shown } of news) {
      const session = sessions.get(cell);
      if (session && hasGoneOn(session, shown.key)) this.say(session, this.runtime);
    }
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
      this.demands.letGo();
      this.executor.keepRuns();
      before.dispose();
      clearTimeout(this.reconciling);
      this.reconciling = this.reconcileLater();
      const made = this.newRuntime();
      this.runtime = made.runtime;
      this.executor = made.executor;
      this.results = made.results;
      this.runtime.update(this.content);
      void this.demands.read().catch(this.options.onTrouble);
    });
  }

  private async restartIfLost({ cell, mode }: DemandRow): Promise<boolean> {
    const { notebook, lab, setAsideLost } = this.options;
    const head = [cell as CellId];
    const upstream = mode === "upstream" ? [...cellsBehind(graphOfNotebook(this.content), head)] : null;
    const lost = await setAsideLost({ notebook, lab }, cell === null ? null : mode === "cell" ? head : upstream);
    const sessions = this.runtime.session();
    const isTakenForKept = lost.some((of) => of.isNew || sessions.get(of.cell as CellId)?.status.state === "fresh");
    if (isTakenForKept) this.restart();
    return isTakenForKept;
  }

  // ---- rights -------------------------------------------------------------------------------------------------------

  private grantRestartAt = Number.NEGATIVE_INFINITY;
  /** A cell was refused its file: before it is asked again, what was remembered of that is forgotten. True when it is. */
  private restartIfRefused(): boolean {
    if (performance.now() - this.grantRestartAt < 1_000) return false;
    for (const { status } of this.runtime.session().values()) {
      if (status.state === "failed" && status.failure.reason === serverWords.key("file-not-granted")) {
        this.grantRestartAt = performance.now();
        this.restart();
        return true;
      }
    }
    return false;
  }

  /** Rights on files changed: cells that were refused look again. */
  grantsChanged(): void {
    this.grantRestartAt = Number.NEGATIVE_INFINITY;
    this.restartIfRefused();
  }

  /** The notebook without what this person may not see: how long that takes, or how it ends, is not hers to know. */
  private async visibleTo(user: string): Promise<Notebook> {
    const barring = this.options.barring(this.notebook, user);
    const cells = this.content.cells.map(async (cell): Promise<Cell> => {
      const labs = await barring(this.presentSources(cell.id));
      return labs === null || labs.length === 0 ? cell : { ...cell, mode: "off" };
    });
    return { ...this.content, cells: await Promise.all(cells) };
  }

  /** What a personal demand has come to; null when it is not known (any more). */
  personalAnswer(id: string): {
    readonly done: boolean;
    readonly cells: readonly { readonly session: CellSession; readonly sources: readonly string[] }[];
  } | null {
    const found = this.personal.find(id);
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
    if (!this.disposed && !this.isWanted) this.options.onIdle();
  }

  get isWanted(): boolean {
    return this.demands.isWanted || this.personal.isWanted;
  }

  private async reconcile(): Promise<void> {
    const { runtime } = this;
    const { areRead } = this.demands;
    let isOpen = !areRead;
    for (const run of areRead ? await runsAskedBy(this.options.db, this.asker) : []) {
      const isUnwanted = (): boolean => this.runtime === runtime && !this.disposed && !this.executor.wants(run);
      if (this.mayAskFor(run)) isOpen = true;
      else if (isUnwanted()) {
        const state = await this.options.db.transaction((tx) => leaveRun(tx, run.id, this.asker, isUnwanted));
        if (state === "cancelled") this.options.bus.tell(run.id, { type: "ended", state: "cancelled", detail: "" });
      }
    }
    if (isOpen && this.runtime === runtime && !this.disposed) this.reconciling = this.reconcileLater();
  }

  /** Its cell has not come to what it needs yet, or has come to this very key. */
  private mayAskFor({ cell, key }: { readonly cell: string; readonly key: string }): boolean {
    const session = this.runtime.session().get(cell as CellId);
    if (!session || !this.runtime.isPending(session.cell)) return false;
    return session.status.state === "waiting" || session.key === null || session.key === key;
  }

  /** Lets go of everything. What runs goes on: another server, or this one after a restart, takes it up. */
  async dispose(): Promise<void> {
    if (this.disposed) return;
    this.disposed = true;
    clearTimeout(this.reconciling);
    this.unbind();
    this.executor.keepRuns();
    this.runtime.dispose();
    this.personal.dispose();
    await this.options.feed.forget(this.notebook);
    this.options.document.release();
  }
}
