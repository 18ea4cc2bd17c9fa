// The run feed of notebooks: numbered events in the order of their numbers, and progress and log without one. A number is
// taken under a row lock in the transaction that writes the event, so no client that resumes by number misses one.
// What the scheduler says is gathered while a commit runs, and of several states of a cell only the last one is written.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";
import { readEvent, readSession } from "@genomecraft/cells/session/read-session.ts";
import type { RunEvent } from "@genomecraft/cells/session/run-event.ts";
import type { Database, Executor } from "@genomecraft/storage/database.ts";
import { feedEventsAfter, feedSnapshot, forgetFeedEvents, writeFeedEvents } from "@genomecraft/storage/queries/feed.ts";
import type { Notifications } from "../notifications.ts";
import type { CellNews, FeedItem } from "../session-news.ts";

type ItemListener = (item: FeedItem) => void;
export interface SessionWithSources {
  readonly session: CellSession;
  readonly sources: readonly string[];
}
export interface FeedListener {
  /** The state of every cell: first of all. */
  snapshot(seq: number, cells: readonly SessionWithSources[]): void;
  item(item: FeedItem): void;
}

export interface FeedOptions {
  readonly db: Database;
  readonly notifications: Notifications;
  readonly replica: string;
  readonly hasOthers: () => boolean;
  readonly now: () => number;
  readonly onTrouble: (error: unknown) => void;
}

interface Waiting {
  readonly lab: string;
  news: Map<CellId, CellNews>;
  /** What is being written now. */
  writing: ReadonlyMap<CellId, CellNews> | null;
  flushing: Promise<void> | null;
  /** The number of the last word of each cell that was written here. */
  readonly written: Map<string, number>;
}

export class Feed {
  private readonly options: FeedOptions;
  private readonly listeners = new Map<string, Set<ItemListener>>();
  private readonly waiting = new Map<string, Waiting>();
  /** The last number that was delivered here, by notebook that somebody listens to. */
  private readonly delivered = new Map<string, number>();
  private readonly reading = new Map<string, Promise<void>>();
  /** What was said last of each cell, so that nothing is said twice. */
  private readonly said = new Map<string, Map<CellId, string>>();
  private readonly stops: (() => void)[] = [];
  private readonly sweep: ReturnType<typeof setInterval>;

  constructor(options: FeedOptions) {
    this.options = options;
    const { notifications, replica } = options;
    this.stops.push(
      notifications.on("genomecraft_feed", (payload) => {
        const [from, notebook = ""] = payload.split(":");
        if (from !== replica && this.listeners.has(notebook)) void this.catchUp(notebook);
      }),
      notifications.on("genomecraft_moment", (payload) => {
        const at = payload.indexOf(":");
        const next = payload.indexOf(":", at + 1);
        if (payload.slice(0, at) !== replica)
          this.deliver(payload.slice(at + 1, next), readItem(JSON.parse(payload.slice(next + 1)) as FeedItem));
      }),
      notifications.onReturn(() => {
        for (const notebook of this.listeners.keys()) void this.catchUp(notebook);
      }),
    );
    this.sweep = setInterval(() => {
      forgetFeedEvents(options.db, options.now() - 10 * 60_000).catch(options.onTrouble);
    }, 5 * 60_000);
    this.sweep.unref();
  }

  // ---- listening ----------------------------------------------------------------------------------------------------

  /**
   * The whole session first, then what follows, each number once. Listening begins before the snapshot is read, so
   * nothing falls between. Answers how to stop.
   */
  async follow(notebook: string, listener: FeedListener): Promise<() => void> {
    let early: FeedItem[] | null = [];
    let from = -1;
    const heard: ItemListener = (item) => {
      if (early) return void early.push(item);
      if ("seq" in item.event) {
        if (item.event.seq <= from) return;
        from = item.event.seq;
      }
      listener.item(item);
    };
    let set = this.listeners.get(notebook);
    if (!set) {
      set = new Set();
      this.listeners.set(notebook, set);
    }
    set.add(heard);
    // Until then nobody counts what is committed, or somebody who read a later snapshot begins to.
    const isFirst = !this.delivered.has(notebook);
    const stop = (): void => {
      set.delete(heard);
      if (set.size > 0 || this.listeners.get(notebook) !== set) return;
      this.listeners.delete(notebook);
      this.delivered.delete(notebook);
    };
    try {
      const { seq, cells } = await this.snapshot(notebook);
      from = seq;
      // Others who listen have not heard all of this snapshot yet: their numbers go on where they are.
      if (!this.delivered.has(notebook)) this.delivered.set(notebook, seq);
      listener.snapshot(seq, cells);
      const between = isFirst ? await this.itemsAfter(notebook, seq) : [];
      const missed = [...between, ...early];
      early = null;
      for (const item of missed) heard(item);
      return stop;
    } catch (error) {
      stop();
      throw error;
    }
  }

  /** The state of every cell as last said, and the number up to which it holds. */
  async snapshot(notebook: string): Promise<{ readonly seq: number; readonly cells: readonly SessionWithSources[] }> {
    const { seq, cells } = await feedSnapshot(this.options.db, notebook);
    return { seq, cells: cells.map((row) => ({ session: readSession(row.session as CellSession), sources: row.sources })) };
  }

  private async itemsAfter(notebook: string, seq: number): Promise<readonly FeedItem[]> {
    const rows = await feedEventsAfter(this.options.db, notebook, seq);
    return rows.map((row) => readItem({ event: row.event as RunEvent, sources: row.sources }));
  }

  private deliver(notebook: string, item: FeedItem): void {
    for (const listener of [...(this.listeners.get(notebook) ?? [])]) listener(item);
  }

  /** Numbers may be committed here and there at once: each is delivered in order, those of others are read. */
  private catchUp(notebook: string): Promise<void> {
    const before = this.reading.get(notebook) ?? Promise.resolve();
    const next = before.then(async () => {
      const from = this.delivered.get(notebook);
      if (from === undefined) return;
      for (const item of await this.itemsAfter(notebook, from)) {
        const seq = "seq" in item.event ? item.event.seq : from;
        if (seq <= (this.delivered.get(notebook) ?? -1)) continue;
        this.delivered.set(notebook, seq);
        this.deliver(notebook, item);
      }
    });
    const failed = (error: unknown): void => {
      this.options.onTrouble(error);
      // It may be the last word on a cell for long: whoever listens still waits for it.
      const again = setTimeout(() => this.closed || !this.listeners.has(notebook) || void this.catchUp(notebook), 1_000);
      again.unref();
    };
    const settled = next.catch(failed).then(() => {
      if (this.reading.get(notebook) === settled) this.reading.delete(notebook);
    });
    this.reading.set(notebook, settled);
    return settled;
  }

  // ---- saying -------------------------------------------------------------------------------------------------------

  /**
   * Part of the transaction that made it true. Call `deliverCommitted` with the answer after the commit. `light`: it need
   * not wait for the disk.
   */
  async write(
    tx: Executor,
    notebook: string,
    lab: string,
    news: readonly CellNews[],
    light = false,
  ): Promise<readonly FeedItem[]> {
    if (news.length === 0) return [];
    const first = await writeFeedEvents(tx, { notebook, lab, at: this.options.now() }, news, {
      light,
      notify: this.options.hasOthers() ? `${this.options.replica}:${notebook}` : null,
    });
    return news.map(({ cell, session, sources }, index): FeedItem => {
      const seq = first + index;
      return { event: session ? { type: "cell", seq, session } : { type: "gone", seq, cell }, sources };
    });
  }

  /** Delivers what was committed. */
  deliverCommitted(notebook: string, items: readonly FeedItem[]): void {
    const before = this.delivered.get(notebook);
    const first = items[0]?.event;
    if (before === undefined || !first || !("seq" in first)) return;
    // A number of another transaction is missing in between: read them all in order.
    if (first.seq !== before + 1 || this.reading.has(notebook)) return void this.catchUp(notebook);
    for (const item of items) {
      if ("seq" in item.event) this.delivered.set(notebook, item.event.seq);
      this.deliver(notebook, item);
    }
  }

  /** Says how cells are, soon: what is said of the same cell before it is written replaces it. */
  say(notebook: string, lab: string, news: CellNews): void {
    const mark = markOf(news);
    let said = this.said.get(notebook);
    if (!said) {
      said = new Map();
      this.said.set(notebook, said);
    }
    if (said.get(news.cell) === mark) return;
    said.set(news.cell, mark);
    let waiting = this.waiting.get(notebook);
    if (!waiting) {
      waiting = { lab, news: new Map(), writing: null, flushing: null, written: new Map() };
      this.waiting.set(notebook, waiting);
    }
    waiting.news.delete(news.cell);
    waiting.news.set(news.cell, news);
    void this.flush(notebook, waiting);
  }

  /** It was said in another transaction, and newer: what still waits of these cells is not said any more. */
  saidElsewhere(notebook: string, news: readonly CellNews[], items: readonly FeedItem[]): void {
    const waiting = this.waiting.get(notebook);
    let said = this.said.get(notebook);
    if (!said) {
      said = new Map();
      this.said.set(notebook, said);
    }
    const numbers = numbersOf(items);
    for (const each of news) {
      waiting?.news.delete(each.cell);
      // An older word that is being written may come after it, or has come after it before that other transaction was heard of:
      // then this one comes once more.
      const isPast = (waiting?.written.get(each.cell) ?? -1) > (numbers.get(each.cell) ?? Number.POSITIVE_INFINITY);
      if (waiting && (waiting.writing?.has(each.cell) || isPast)) waiting.news.set(each.cell, each);
      said.set(each.cell, markOf(each));
    }
    if (waiting && waiting.news.size > 0) void this.flush(notebook, waiting);
  }

  private flush(notebook: string, waiting: Waiting): Promise<void> {
    waiting.flushing ??= (async () => {
      // What the same turn says comes along.
      await new Promise((resolve) => setImmediate(resolve));
      for (let delay = 50; waiting.news.size > 0; ) {
        const news = [...waiting.news.values()];
        waiting.writing = waiting.news;
        waiting.news = new Map();
        try {
          // Lost with the power, it is said again by whoever hosts the notebook next.
          const items = await this.write(this.options.db, notebook, waiting.lab, news, true);
          waiting.writing = null;
          for (const [cell, number] of numbersOf(items)) waiting.written.set(cell, number);
          this.deliverCommitted(notebook, items);
          delay = 50;
        } catch (error) {
          waiting.writing = null;
          this.options.onTrouble(error);
          // A newer word on a cell stands.
          for (const each of news) if (!waiting.news.has(each.cell)) waiting.news.set(each.cell, each);
          await new Promise((resolve) => setTimeout(resolve, delay));
          delay = Math.min(delay * 2, 2_000);
          if (this.closed) break;
        }
      }
      // In the same breath as the last look: what is said from here on begins anew.
      waiting.flushing = null;
    })();
    return waiting.flushing;
  }

  /** Until what was said so far is in the database. */
  async written(notebook: string): Promise<void> {
    await this.waiting.get(notebook)?.flushing;
  }

  /** Progress and log: for whoever listens now. */
  tellListeners(notebook: string, item: FeedItem): void {
    this.deliver(notebook, item);
    if (!this.options.hasOthers()) return;
    const json = JSON.stringify(item);
    if (json.length < 7_000)
      void this.options.notifications.send("genomecraft_moment", `${this.options.replica}:${notebook}:${json}`).catch(() => {});
  }

  /** The scheduler lets go of a notebook: whoever takes it says everything anew. */
  async forget(notebook: string): Promise<void> {
    const waiting = this.waiting.get(notebook);
    while (waiting?.flushing) await waiting.flushing;
    this.waiting.delete(notebook);
    this.said.delete(notebook);
  }

  private closed = false;
  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.sweep);
    for (const stop of this.stops) stop();
    await Promise.all([...this.waiting.values()].map((waiting) => waiting.flushing));
  }
}

const readItem = ({ event, sources }: FeedItem): FeedItem => ({ event: readEvent(event), sources });

/** Two words on a cell that tell a reader the same. */
const markOf = ({ session, sources }: CellNews): string =>
  session
    ? JSON.stringify([
        sources,
        session.key,
        session.status,
        session.shown?.key ?? null,
        Object.entries(session.shown?.outputs ?? {}).map(([port, output]) => [port, output.digest]),
      ])
    : "gone";

/** The number under which each cell was told of last. */
const numbersOf = (items: readonly FeedItem[]): ReadonlyMap<string, number> =>
  new Map(items.flatMap(({ event }) => (event.type === "cell" ? [[event.session.cell, event.seq] as const] : [])));
