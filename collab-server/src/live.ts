// What is alive behind the routes: documents, the run feed, the scheduler, the queue of runs. Made once, by main.ts, in this
// order, and passed on: to the routes as a whole, to each other only what they need. Here, and nowhere else, is said how
// they hang together.

import type { Server } from "node:http";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import { kernelWasHeard } from "@genomecraft/storage/queries/kernels.ts";
import { Feed } from "./feed/feed.ts";
import { followFeed, Sight, type Following } from "./feed/personal-feed.ts";
import { formatsByLooks } from "./intake/file-formats.ts";
import { AlongFiles } from "./looks/along-file.ts";
import { Inspections } from "./intake/inspections.ts";
import { setAsideLost } from "./outputs/lost-outputs.ts";
import { recordOpened } from "./outputs/record-read.ts";
import { openRunQueue, type RunQueue } from "./kernel-api/run-queue.ts";
import type { NotebookComputing } from "./notebook-computing.ts";
import { openNotifications, type Notifications } from "./notifications.ts";
import { openHostLocks } from "./scheduler/host-locks.ts";
import { leaseExecutor } from "./scheduler/lease-executor.ts";
import { newRunBus, type RunBus } from "./scheduler/run-bus.ts";
import { type HeldDocument, Scheduler } from "./scheduler/scheduler.ts";
import type { Lookout, ServerCore } from "./server-context.ts";
import { Connection } from "./sync/connection.ts";
import { liveDocuments, type LiveDocuments } from "./sync/documents.ts";
import { acceptSockets, type AcceptOptions } from "./sync/accept-sockets.ts";
import { listCopies } from "./sync/list-copies.ts";
import { DocumentGone } from "./sync/room-log.ts";
import { Rooms } from "./sync/rooms.ts";
import { startVersions, versionsOfRooms } from "./sync/versions.ts";
import { troubleLog } from "./trouble-log.ts";

export interface Live {
  readonly notifications: Notifications;
  readonly rooms: Rooms;
  readonly documents: LiveDocuments;
  readonly feed: Feed;
  readonly bus: RunBus;
  readonly queue: RunQueue;
  readonly scheduler: Scheduler;
  readonly inspections: Inspections;
  readonly alongFiles: AlongFiles;
  /** For whoever computes beside a notebook's own graph: publishing, verification. */
  readonly computing: NotebookComputing;
  /** What is in memory is written, what runs goes on without us. */
  close(): Promise<void>;
}

export async function startLive(server: Server, core: ServerCore): Promise<Live> {
  const { db, pool, connection, now, log, metrics } = core;
  const onTrouble = troubleLog(log);
  const notifications = await openNotifications({ pool, connection, onTrouble });
  const copies = listCopies({ db, now, onTrouble });
  const rooms = new Rooms({
    db,
    notifications,
    now,
    onTrouble,
    onCommitted: copies.later,
    versions: versionsOfRooms({ db, now }),
    onOpen: (open) => metrics.openDocuments.set(open),
  });
  const documents = liveDocuments({ db, rooms, now });
  const lookout: Lookout = { ...core, documents };
  const hasOthers = (): boolean => rooms.hasOthers;
  const bus = newRunBus({ notifications, replica: rooms.replica, hasOthers });
  const feed = new Feed({ db, notifications, replica: rooms.replica, hasOthers, now, onTrouble });
  const queue = openRunQueue({
    db,
    notifications,
    bus,
    onTrouble,
    onCounts: ({ queued, leased }) => {
      metrics.queuedRuns.set(queued);
      metrics.runningRuns.set(leased);
    },
  });
  /** Plans that are run beside a notebook's own graph. */
  const executorFor = (
    of: Pick<Parameters<typeof leaseExecutor>[0], "notebook" | "lab" | "by" | "nameOf" | "files" | "priority">,
  ) => leaseExecutor({ db, bus, asker: newId("ask", systemRandom), shows: false, wake: queue.wake, ...of });
  const hasKernel = (lab: string): Promise<boolean> => kernelWasHeard(db, lab, now());
  const inspections = new Inspections({
    context: core,
    executorFor: ({ lab, by, digest, blob, size }) =>
      executorFor({ notebook: "", lab, by: () => by, nameOf: () => "", files: [{ digest, blob, size }], priority: 1 }),
    hasKernel,
  });
  const alongFiles = new AlongFiles({
    context: core,
    executorFor: ({ notebook, lab, by, cellName }) =>
      executorFor({ notebook, lab, by: () => by, nameOf: () => cellName, priority: 1 }),
    hasKernel,
  });
  const locks = openHostLocks({ connection, onTrouble, onLost: () => void scheduler.locksLost().catch(onTrouble) });
  const scheduler: Scheduler = new Scheduler({
    db,
    feed,
    bus,
    locks,
    notifications,
    now,
    wake: queue.wake,
    formatsFor: (of) => formatsByLooks({ db, inspections }, of),
    onTrouble,
    setAsideLost: (of, cells) => setAsideLost(core, of, cells),
    holdDocument: (notebook) => holdDocument(rooms, notebook),
    authorOf: (origin) => (origin instanceof Connection ? origin.principal.user.id : typeof origin === "string" ? origin : ""),
    barring: (notebook, user) => {
      const sight = new Sight({ context: lookout, notebook, user });
      return (sources) => sight.barring(sources);
    },
  });
  const stopVersions = startVersions({ db, rooms, now, onTrouble });
  const sockets = acceptSockets(server, {
    context: core,
    rooms,
    notifications,
    onOpen: (notebook, lab, principal) => scheduler.opened(notebook, lab, principal.user.id),
    onExtended: feedOf({ core, context: lookout, feed, notifications, onTrouble }),
  });
  const computing: NotebookComputing = {
    executor: ({ notebook, lab, by, names }) =>
      executorFor({ notebook, lab, by: () => by, nameOf: (cell) => names.get(cell) ?? "" }),
    hasKernel,
  };
  return {
    notifications,
    rooms,
    documents,
    feed,
    bus,
    queue,
    scheduler,
    inspections,
    alongFiles,
    computing,
    close: async () => {
      await sockets.close();
      inspections.close();
      alongFiles.close();
      await scheduler.close();
      queue.close();
      await feed.close();
      stopVersions();
      await copies.flush();
      await rooms.close();
      bus.close();
      await locks.close();
      await notifications.close();
    },
  };
}

async function holdDocument(rooms: Rooms, notebook: string): Promise<HeldDocument | null> {
  try {
    const { room, release } = await rooms.acquire(notebook);
    return { doc: room.doc, bind: (listener) => room.bind(listener), release };
  } catch (error) {
    if (error instanceof DocumentGone) return null;
    throw error;
  }
}

/** Editors that understand the run feed are told it over their socket. */
function feedOf({
  core,
  context,
  feed,
  notifications,
  onTrouble,
}: Pick<Live, "feed" | "notifications"> & {
  readonly core: ServerCore;
  readonly context: Lookout;
  readonly onTrouble: (error: unknown) => void;
}): NonNullable<AcceptOptions["onExtended"]> {
  return (connected, notebook, lab) => {
    let following: Following | null = null;
    let left = false;
    const { user } = connected.principal;
    // That she opened it stands in the record before she sees a figure.
    const recorded = recordOpened(core, { id: notebook, lab }, user.id);
    const followed = recorded.then(() =>
      followFeed({
        context,
        feed,
        notebook,
        user: user.id,
        send: (event) => connected.feed(event),
        onTrouble,
        notifications,
      }),
    );
    followed.then(
      (now) => {
        following = now;
        if (left) now.stop();
        else connected.tellFeedAnew = now.tellAnew;
      },
      (error: unknown) => {
        onTrouble(error);
        // Without the feed no cell would ever say how it is: the page comes again.
        if (!left) connected.shut(1011, "the run feed could not be read");
      },
    );
    return () => {
      left = true;
      following?.stop();
    };
  };
}
