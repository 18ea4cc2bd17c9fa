// The run feed as one person may see it: what descends from data sets that she may not see is `restricted`, and their
// progress and logs are left out; of those of which she sees results only she is told what outputs/without-rows.ts lets out.
// A restricted cell is said once, whatever becomes of it, and events are numbered for the
// one who reads: a gap, or a number that grew, would tell. Events keep their order although rights are looked up in between.

import type { CellId } from "@genomecraft/cells/base/ids.ts";
import type { Sources } from "@genomecraft/cells/base/sources.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";
import type { RunEvent } from "@genomecraft/cells/session/run-event.ts";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import { namesOfPeople } from "@genomecraft/storage/queries/people.ts";
import { type AccessChange, accessChannel, labsBarring } from "@genomecraft/storage/queries/rights.ts";
import type { Notifications } from "../notifications.ts";
import type { Kept } from "../outputs/kept-from-person.ts";
import { WithoutRows } from "../outputs/without-rows.ts";
import { datasetsThatBar, standingOnSources } from "../outputs/source-standing.ts";
import { canDataset, type DatasetStanding } from "../permissions.ts";
import type { Lookout } from "../server-context.ts";
import { turns } from "../turns.ts";
import type { Feed, SessionWithSources } from "./feed.ts";

export interface FeedReader {
  readonly context: Lookout;
  readonly feed: Feed;
  readonly notebook: string;
  readonly user: string;
  /** Called with each event that she may see. */
  readonly send: (event: RunEvent) => void;
  readonly onTrouble: (error: unknown) => void;
  /** Says when rights have changed: what she may see is then looked up anew and told at once. */
  readonly notifications?: Notifications;
}

/** How long an answer about rights is believed. */
const believedMs = 2_000;

const restricted = (cell: CellId, labs: readonly string[]): CellSession => ({
  cell,
  status: { state: "restricted", labs },
  shown: null,
  key: null,
});

export class Sight {
  private readonly known = new Map<string, { readonly at: number; readonly labs: Promise<readonly string[] | null> }>();
  private readonly context: Lookout;
  private readonly of: { readonly notebook: string; readonly user: string };
  private readonly withoutRows: WithoutRows;
  constructor({ context, notebook, user }: { readonly context: Lookout; readonly notebook: string; readonly user: string }) {
    this.context = context;
    this.of = { notebook, user };
    this.withoutRows = new WithoutRows(context, this.of);
  }

  /** Null when she may see what comes from these files; else the labs whose data it is. */
  barring(sources: readonly string[]): Promise<readonly string[] | null> {
    if (sources.length === 0) return Promise.resolve(null);
    const name = [...sources].sort().join(" ");
    const now = performance.now();
    const found = this.known.get(name);
    if (found && now - found.at < believedMs) return found.labs;
    const labs = this.look(sources);
    this.known.set(name, { at: now, labs });
    labs.catch(() => this.known.delete(name));
    if (this.known.size > 500) this.known.clear();
    return labs;
  }

  /** Rights have changed: nothing that was looked up is believed any more. */
  forget(): void {
    this.known.clear();
    this.standings.clear();
    this.withoutRows.forget();
  }

  private readonly standings = new Map<string, { readonly at: number; readonly standing: Promise<DatasetStanding> }>();
  private standing(sources: readonly string[]): Promise<DatasetStanding> {
    const name = [...sources].sort().join(" ");
    const now = performance.now();
    const found = this.standings.get(name);
    if (found && now - found.at < believedMs) return found.standing;
    const standing = standingOnSources(this.context.db, { ...this.of, sources });
    this.standings.set(name, { at: now, standing });
    standing.catch(() => this.standings.delete(name));
    if (this.standings.size > 500) this.standings.clear();
    return standing;
  }

  /** She may see what comes from these files, and of their rows nothing. */
  async seesResultsOnly(sources: readonly string[]): Promise<boolean> {
    return sources.length > 0 && !canDataset(await this.standing(sources), "dataset.see-rows");
  }

  private async look(sources: readonly string[]): Promise<readonly string[] | null> {
    const { db } = this.context;
    if (canDataset(await this.standing(sources), "dataset.see-results")) return null;
    const datasets = await datasetsThatBar(db, { ...this.of, sources });
    if (datasets.length === 0) return [];
    return labsBarring(db, datasets, this.of.user);
  }

  /** Names of people by their ids. People's names change seldom: they are looked up once. */
  private readonly names = new Map<string, Promise<string>>();
  private nameOf(user: string): Promise<string> {
    let name = this.names.get(user);
    if (!name) {
      name = namesOfPeople(this.context.db, [user]).then((names) => names.get(user) ?? user);
      this.names.set(user, name);
      name.catch(() => this.names.delete(user));
    }
    return name;
  }

  /** The session with people called by their names: ids are for the record, names for readers. */
  private async named(session: CellSession): Promise<CellSession> {
    const name = async <T extends { readonly by?: string }>(of: T): Promise<T> =>
      of.by ? { ...of, by: await this.nameOf(of.by) } : of;
    const { status, shown } = session;
    return {
      ...session,
      shown: shown ? await name(shown) : null,
      status:
        status.state === "cancelled"
          ? await name(status)
          : status.state === "fresh" && status.reused
            ? { ...status, reused: await name(status.reused) }
            : status.state === "stale"
              ? {
                  ...status,
                  why: await Promise.all(status.why.map((why) => (why.what === "kind-version" ? why : name(why)))),
                }
              : status,
    };
  }

  /** `personal`: made with values of her own. */
  async sessionFor({ session, sources }: SessionWithSources, { personal = false } = {}): Promise<CellSession> {
    const labs = await this.barring(sources);
    if (labs !== null) return restricted(session.cell, labs);
    if (!(await this.seesResultsOnly(sources))) return this.named(session);
    return this.named(await this.withoutRows.session({ session, sources }, personal));
  }

  /** She may see results only, and the rows are persons: when and how long something ran is told to nobody then. */
  async seesNoRunsOf(sources: readonly string[]): Promise<boolean> {
    return (await this.seesResultsOnly(sources)) && (await this.withoutRows.kept(sources)).persons !== null;
  }

  /** Whose data they are of which she sees no rows. */
  dataWithoutRows(sources: readonly string[]): Promise<Kept> {
    return this.withoutRows.kept(sources);
  }

  /** What she sees of an output that holds no rows, where `sessionFor` tells of it; null: nothing. */
  contentFor(said: SessionWithSources, port: string): Promise<Artifact | null> {
    return this.withoutRows.content(said.session.cell, port, said);
  }

  /** Of these cells, and of those that are closed to her and of which nothing was ever said; in an order that tells nothing. */
  async sessionsFor(cells: readonly SessionWithSources[], graph: ReadonlyMap<CellId, Sources>): Promise<readonly CellSession[]> {
    const said = new Set(cells.map(({ session }) => session.cell));
    const silent = [...graph].filter(([cell]) => !said.has(cell));
    const sessions = await Promise.all([
      ...cells.map(async (cell) => {
        const wait = turns.pause();
        if (wait) await wait;
        return this.sessionFor(cell);
      }),
      ...silent.map(async ([cell, sources]) => {
        const wait = turns.pause();
        if (wait) await wait;
        const labs = await this.barring(sources);
        if (labs !== null) return restricted(cell, labs);
        // Of a cell that waits to be released it is not told either whether anything was ever said.
        const session = await this.sessionFor({ session: { cell, status: { state: "idle" }, shown: null, key: null }, sources });
        return session.status.state === "unreleased" ? session : null;
      }),
    ]);
    return sessions.filter((session) => session !== null).sort((a, b) => (a.cell < b.cell ? -1 : 1));
  }
}

export interface Following {
  stop(): void;
  /** Says the whole session once more: the reader missed an event. Asked again meanwhile, it is said once. */
  tellAnew(): void;
}

/** Follows the feed of a notebook for one person. */
export async function followFeed(reader: FeedReader): Promise<Following> {
  const sight = new Sight(reader);
  let last: Promise<void> = Promise.resolve();
  let stopped = false;
  /** Up to which number of the notebook's feed all was told, and the number that this reader was told last. */
  let from = -1;
  let told = 0;
  /** By cell that is restricted or waits to be released: what was said of it. */
  const closed = new Map<string, string>();
  const isNews = ({ cell, status }: CellSession): boolean => {
    const before = closed.get(cell);
    const said = status.state === "restricted" || status.state === "unreleased" ? JSON.stringify(status) : undefined;
    if (said === undefined) closed.delete(cell);
    else closed.set(cell, said);
    return said === undefined || said !== before;
  };
  const snapshotOf = async (seq: number, cells: readonly SessionWithSources[]): Promise<RunEvent> => {
    const sessions = await sight.sessionsFor(cells, await reader.context.documents.sources(reader.notebook));
    closed.clear();
    for (const session of sessions) isNews(session);
    from = seq;
    // The notebook's own number, as long as it counts nothing that is hidden.
    told = closed.size > 0 ? told + 1 : Math.max(told + 1, seq);
    return { type: "snapshot", seq: told, cells: sessions };
  };
  const later = (make: () => Promise<RunEvent | null>): void => {
    last = last
      .then(async () => {
        await turns.pause();
        const event = stopped ? null : await make();
        if (event && !stopped) reader.send(event);
      })
      .catch((error: unknown) => {
        reader.onTrouble(error);
        // What could not be told leaves no gap in the reader's own numbers: all is told anew.
        setTimeout(() => stopped || tellAnew(), 1_000).unref();
      });
  };
  let isTelling = false;
  const tellAnew = (): void => {
    if (isTelling) return;
    isTelling = true;
    later(async () => {
      isTelling = false;
      const { seq, cells } = await reader.feed.snapshot(reader.notebook);
      return snapshotOf(seq, cells);
    });
  };
  const stop = await reader.feed.follow(reader.notebook, {
    snapshot: (seq, cells) => later(() => snapshotOf(seq, cells)),
    item: ({ event, sources }) =>
      later(async () => {
        if (event.type === "progress" || event.type === "log") {
          if ((await sight.barring(sources)) !== null) return null;
          if (!(await sight.seesResultsOnly(sources))) return event;
          // Lines of a log, and sentences of progress, may quote values.
          if (event.type === "log" || (await sight.seesNoRunsOf(sources))) return null;
          return { ...event, note: null };
        }
        if ("seq" in event) {
          // A snapshot that was read meanwhile tells it.
          if (event.seq <= from) return null;
          from = event.seq;
        }
        if (event.type === "cell") {
          const session = await sight.sessionFor({ session: event.session, sources });
          return isNews(session) ? { ...event, seq: ++told, session } : null;
        }
        if (event.type !== "gone") return event;
        closed.delete(event.cell);
        return { ...event, seq: ++told };
      }),
  });
  const stopHearing = reader.notifications?.on(accessChannel, (payload) => {
    // Of this notebook, or of a lab or data set that may stand behind it.
    const change = changeOf(payload);
    if (change === null || (change.notebook !== undefined && change.notebook !== reader.notebook)) return;
    sight.forget();
    tellAnew();
  });
  return {
    stop: () => {
      stopped = true;
      stopHearing?.();
      stop();
    },
    tellAnew,
  };
}

export function changeOf(payload: string): AccessChange | null {
  try {
    return JSON.parse(payload) as AccessChange;
  } catch {
    return null;
  }
}
