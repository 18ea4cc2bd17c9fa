// Demands of people, kept in Postgres until they are met or taken back, and the hosts that meet them: one per notebook
// among all servers. A server that starts takes up what another one left.

import { randomUUID } from "node:crypto";
import type { CellId, ResultKey } from "@genomecraft/cells/base/ids.ts";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import type { DemandMode } from "@genomecraft/cells/runtime/notebook-runtime.ts";
import type { Sources } from "@genomecraft/cells/base/sources.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import { readNotebook } from "@genomecraft/cells/notebook/y-read.ts";
import { lookInTurns } from "@genomecraft/cells/runtime/graph-of-notebook.ts";
import { accessChannel } from "@genomecraft/storage/queries/rights.ts";
import { documentHead } from "@genomecraft/storage/queries/documents.ts";
import { cancelRun } from "@genomecraft/storage/queries/run-askers.ts";
import {
  addDemand,
  addOwnDemand,
  demandedNotebooks,
  demandsOf,
  dropDemand,
  seeWatches,
} from "@genomecraft/storage/queries/demands.ts";
import type { Notifications } from "../notifications.ts";
import { turns } from "../turns.ts";
import type { ShownNews } from "../session-news.ts";
import type { HostLocks } from "./host-locks.ts";
import { NotebookHost, type HostOptions } from "./host.ts";

/** A document that is held: it stays in memory until it is let go. */
export type HeldDocument = HostOptions["document"];

/** What the scheduler stands on; live.ts makes the connections. */
export interface SchedulerOptions extends Omit<HostOptions, "notebook" | "lab" | "document" | "onIdle"> {
  /** Holds the document of a notebook; null: there is no such notebook any more. */
  readonly holdDocument: (notebook: string) => Promise<HeldDocument | null>;
  readonly locks: HostLocks;
  readonly notifications: Notifications;
}

const channel = "genomecraft_demands";
const cancelChannel = "genomecraft_cancel";
/** A host with nothing to do stays so long, for whoever comes right after. */
const idleHostMs = 5_000;
/** Answers to values of her own that one person may wait for at a time, in all notebooks. */
export const mostOwnValues = 8;

/** A notebook that people have open on this server. */
interface Open {
  count: number;
  readonly id: string;
  readonly lab: string;
  readonly by: string;
  /** What is written down of it, one after the other. */
  written: Promise<unknown>;
}

export class Scheduler {
  private readonly options: SchedulerOptions;
  private readonly hosts = new Map<string, NotebookHost>();
  private readonly hosting = new Map<string, Promise<NotebookHost | null>>();
  private readonly opens = new Map<string, Open>();
  /** Hosts that let go: their notebook is taken again only after that. */
  private readonly goings = new Map<string, Promise<void>>();
  private readonly leaving = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly server = randomUUID();
  private readonly stops: (() => void)[] = [];
  private readonly timers: ReturnType<typeof setInterval>[] = [];
  private closed = false;
  /** How often all locks were lost. */
  private losses = 0;

  constructor(options: SchedulerOptions) {
    this.options = options;
    const { notifications, onTrouble } = options;
    this.stops.push(
      notifications.on(channel, (notebook) => void this.attend(notebook).catch(onTrouble)),
      notifications.on(cancelChannel, (payload) => {
        const [notebook = "", cell = "", by = ""] = payload.split(" ");
        this.hosts.get(notebook)?.cancel(cell as CellId, by);
      }),
      notifications.on(accessChannel, (payload) => {
        let notebook: string | undefined;
        try {
          notebook = (JSON.parse(payload) as { notebook?: string }).notebook;
        } catch {
          return;
        }
        for (const host of this.hosts.values()) if (notebook === undefined || host.notebook === notebook) host.grantsChanged();
      }),
      notifications.onReturn(() => void this.attendAll().catch(onTrouble)),
    );
    this.every(10_000, async () => {
      await this.seeOpens();
      // Watches of servers that are gone end by their age.
      for (const host of this.hosts.values()) await host.demands.read();
    });
    // Demands whose server is gone, and words that were lost.
    this.every(4_000, () => this.attendAll());
    void this.attendAll().catch(onTrouble);
  }

  private every(ms: number, work: () => PromiseLike<unknown>): void {
    let busy = false;
    const timer = setInterval(() => {
      if (busy) return;
      busy = true;
      Promise.resolve(work())
        .catch(this.options.onTrouble)
        .finally(() => {
          busy = false;
        });
    }, ms);
    timer.unref();
    this.timers.push(timer);
  }

  // ---- hosting ------------------------------------------------------------------------------------------------------

  /** Looks after a notebook that is demanded, if no other server does. */
  private async attend(notebook: string): Promise<NotebookHost | null> {
    if (this.closed) return null;
    const there = this.hosts.get(notebook);
    if (there) {
      this.stay(notebook);
      await there.demands.read();
      return there;
    }
    let starting = this.hosting.get(notebook);
    if (!starting) {
      starting = this.host(notebook).finally(() => this.hosting.delete(notebook));
      this.hosting.set(notebook, starting);
      return starting;
    }
    const host = await starting;
    await host?.demands.read();
    return host;
  }

  private async host(notebook: string): Promise<NotebookHost | null> {
    const { db, holdDocument, locks } = this.options;
    await this.goings.get(notebook)?.catch(() => {});
    const { losses } = this;
    if (!(await locks.take(notebook))) return null;
    try {
      const head = await documentHead(db, notebook);
      if (!head || head.deletedAt !== null) {
        for (const row of await demandsOf(db, notebook)) await dropDemand(db, row.id);
        await locks.release(notebook);
        return null;
      }
      const document = await holdDocument(notebook);
      if (!document) {
        await locks.release(notebook).catch(() => {});
        return null;
      }
      // A document that has been open for long: what came since is looked at before all of it is taken at once.
      await lookInTurns(readNotebook(document.doc, kindOf), turns).catch(this.options.onTrouble);
      if (this.closed || this.losses !== losses) {
        document.release();
        // Another server may have taken it meanwhile.
        return this.closed ? null : this.host(notebook);
      }
      const host = new NotebookHost({
        ...this.options,
        notebook,
        document,
        lab: head.lab,
        onIdle: () => this.leaveSoon(notebook),
      });
      this.hosts.set(notebook, host);
      await host.demands.read();
      return host;
    } catch (error) {
      if (this.hosts.has(notebook)) void this.leave(notebook).catch(this.options.onTrouble);
      else await locks.release(notebook).catch(() => {});
      throw error;
    }
  }

  /** Lets go at once of notebooks in which nobody wants anything. */
  async leaveIdle(): Promise<void> {
    for (const [notebook, host] of [...this.hosts]) if (!host.isWanted) await this.leave(notebook);
  }

  private leaveSoon(notebook: string): void {
    if (this.leaving.has(notebook)) return;
    const timer = setTimeout(() => {
      this.leaving.delete(notebook);
      const host = this.hosts.get(notebook);
      if (!host || host.isWanted) return;
      void this.leave(notebook).catch(this.options.onTrouble);
    }, idleHostMs);
    timer.unref();
    this.leaving.set(notebook, timer);
  }
  private stay(notebook: string): void {
    const timer = this.leaving.get(notebook);
    if (timer) clearTimeout(timer);
    this.leaving.delete(notebook);
  }

  private leave(notebook: string): Promise<void> {
    const host = this.hosts.get(notebook);
    if (!host) return this.goings.get(notebook) ?? Promise.resolve();
    this.hosts.delete(notebook);
    const going = host
      .dispose()
      .then(() => this.options.locks.release(notebook))
      .finally(() => this.goings.delete(notebook));
    this.goings.set(notebook, going);
    return going;
  }

  /** The connection that held the locks is gone: another server may host by now. */
  async locksLost(): Promise<void> {
    this.losses += 1;
    // Each is taken again when it has let go.
    await Promise.all([...this.hosts.keys()].map((notebook) => this.leave(notebook).catch(this.options.onTrouble)));
    await this.attendAll();
  }

  private async attendAll(): Promise<void> {
    for (const notebook of await demandedNotebooks(this.options.db)) {
      if (this.closed) return;
      if (!this.hosts.has(notebook)) await this.attend(notebook).catch(this.options.onTrouble);
    }
  }

  private async tell(notebook: string): Promise<void> {
    // The host here first; then the others, should it be theirs.
    if (!(await this.attend(notebook))) await this.options.notifications.send(channel, notebook);
  }

  // ---- what people ask ----------------------------------------------------------------------------------------------

  /** Somebody has the notebook open: its `auto` cells are wanted. Answers what to do when she leaves. */
  opened(notebook: string, lab: string, by: string): () => void {
    let open = this.opens.get(notebook);
    if (!open) {
      open = { count: 0, id: `watch_${this.server}_${notebook}`, lab, by, written: Promise.resolve() };
      this.opens.set(notebook, open);
    }
    open.count += 1;
    const mine = open;
    if (open.count === 1) this.writeOpen(notebook, mine);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      mine.count -= 1;
      if (mine.count === 0) this.writeLeft(notebook, mine);
    };
  }

  private writeOpen(notebook: string, mine: Open): void {
    const { db, now, onTrouble } = this.options;
    const { id, lab, by } = mine;
    mine.written = mine.written
      .then(async () => {
        if (mine.count === 0) return;
        const at = now();
        await addDemand(db, { id, notebook, lab, cell: null, mode: "watch", by, at, server: this.server, seenAt: at });
        await this.tell(notebook);
      })
      .catch(onTrouble);
  }

  private writeLeft(notebook: string, mine: Open): void {
    const { db, onTrouble } = this.options;
    mine.written = mine.written
      .then(async () => {
        if (mine.count > 0 || this.closed) return;
        await dropDemand(db, mine.id);
        // Whoever came meanwhile is written down after this.
        if (mine.count === 0 && this.opens.get(notebook) === mine) this.opens.delete(notebook);
        await this.tell(notebook);
      })
      .catch(onTrouble);
  }

  /** Says that this server is there, and makes the table say what is open here: another one may have taken us for gone, or what was to be written was not. */
  async seeOpens(): Promise<void> {
    const { db, now } = this.options;
    const there = new Set((await seeWatches(db, this.server, now())).map(({ id }) => id));
    for (const [notebook, open] of this.opens) {
      if (open.count > 0 && !there.has(open.id)) this.writeOpen(notebook, open);
      if (open.count === 0 && there.has(open.id)) this.writeLeft(notebook, open);
    }
  }

  /** Null when this person waits for as many answers to values of her own as one may. */
  async demand(asked: {
    readonly notebook: string;
    readonly lab: string;
    readonly cell: CellId | null;
    readonly mode: DemandMode;
    readonly by: string;
    readonly fresh?: boolean;
    readonly overrides?: { readonly [cell: string]: unknown };
  }): Promise<string | null> {
    const { db, now } = this.options;
    const id = newId("dem", systemRandom) as string;
    const { fresh, overrides, ...what } = asked;
    const row = { ...what, id, fresh: fresh === true, at: now() };
    if (!overrides || Object.keys(overrides).length === 0) await addDemand(db, row);
    else if (!(await addOwnDemand(db, { ...row, overrides }, mostOwnValues))) return null;
    await this.tell(asked.notebook);
    return id;
  }

  /** Sees to it that what is said of a notebook's cells is so, also when nobody has it open. Runs nothing. */
  async look(notebook: string): Promise<void> {
    if (this.hosts.has(notebook)) return;
    const host = await this.attend(notebook);
    await host?.looked();
  }

  /** Takes a demand back. */
  async withdraw(notebook: string, id: string): Promise<void> {
    await dropDemand(this.options.db, id);
    await this.tell(notebook);
  }

  /** Stops a cell of a notebook, wherever it is hosted. */
  async cancel(notebook: string, cell: CellId, by: string): Promise<void> {
    for (const row of await demandsOf(this.options.db, notebook)) {
      if (row.cell === cell && row.mode !== "watch") await dropDemand(this.options.db, row.id);
    }
    const host = this.hosts.get(notebook);
    if (host) host.cancel(cell, by);
    else await this.options.notifications.send(cancelChannel, `${notebook} ${cell} ${by}`);
  }

  /** Stops a run, whoever waits for it: its notebooks then say that it was cancelled. */
  async cancelRun(run: string): Promise<void> {
    const state = await this.options.db.transaction((tx) => cancelRun(tx, run));
    if (state === "cancelled") this.options.bus.tell(run, { type: "ended", state: "cancelled", detail: "" });
  }

  hostOf(notebook: string): NotebookHost | null {
    return this.hosts.get(notebook) ?? null;
  }

  presentKey(notebook: string, cell: CellId): ResultKey | null {
    return this.hosts.get(notebook)?.presentKey(cell) ?? null;
  }

  /** The cell's spec or inputs are others now than those of this result; false when the notebook is with another server. */
  isSuperseded(notebook: string, cell: CellId, key: ResultKey): boolean {
    return this.hosts.get(notebook)?.isSuperseded(cell, key) ?? false;
  }

  /** Data sets behind a cell as it reads now; empty when the notebook is with another server. */
  presentSources(notebook: string, cell: CellId): Sources {
    return this.hosts.get(notebook)?.presentSources(cell) ?? [];
  }

  /** What these cells show was written by somebody else: the host need not. */
  wasShown(notebook: string, news: readonly ShownNews[]): void {
    this.hosts.get(notebook)?.wasShown(news);
  }

  /** It was said that these cells are fresh; the host says how those are that have gone on meanwhile. */
  sayOver(notebook: string, news: readonly ShownNews[]): void {
    this.hosts.get(notebook)?.sayOver(news);
  }

  /** This result's outputs are not kept: it is looked for anew when its cell comes back to it. */
  forget(notebook: string, key: ResultKey): void {
    this.hosts.get(notebook)?.forget(key);
  }

  /** What runs goes on without us. Watches of this server end; demands stay. */
  async close(): Promise<void> {
    this.closed = true;
    for (const timer of this.timers) clearInterval(timer);
    for (const timer of this.leaving.values()) clearTimeout(timer);
    for (const stop of this.stops) stop();
    await Promise.all(this.hosting.values());
    await Promise.all(this.goings.values());
    for (const notebook of [...this.hosts.keys()]) {
      await this.leave(notebook);
      // Whoever is left among the servers takes it up.
      await this.options.notifications.send(channel, notebook).catch(() => {});
    }
  }
}
