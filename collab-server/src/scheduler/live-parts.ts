// What is alive behind the routes: documents, the run feed, the scheduler, the queue of runs. Started once per server, in
// this order; routes find it by their context.

import type { Server } from "node:http";
import { invariant } from "@genomecraft/cells/base/invariant.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import { readNotebook } from "@genomecraft/cells/notebook/y-notebook.ts";
import { touchNotebook } from "@genomecraft/storage/queries/documents.ts";
import { isDatabaseGone } from "../errors.ts";
import { Feed } from "../feed/feed.ts";
import { followFeed, type Following } from "../feed/personal-feed.ts";
import { formatsByLooks } from "../intake/file-formats.ts";
import { Inspections } from "../intake/inspections.ts";
import { openRunQueue, type RunQueue } from "../kernel-api/run-queue.ts";
import type { ServerContext } from "../server-context.ts";
import { liveDocuments, type LiveDocuments } from "../sync/documents.ts";
import { kernelWasHeard } from "../publications/notebook-computing.ts";
import { openDoor } from "../sync/door.ts";
import { openNotifications, type Notifications } from "../sync/notifications.ts";
import type { Room } from "../sync/room.ts";
import { Rooms } from "../sync/rooms.ts";
import { startVersions } from "../sync/versions.ts";
import { openHostLocks } from "./host-locks.ts";
import { leaseExecutor } from "./lease-executor.ts";
import { newRunBus, type RunBus } from "./run-bus.ts";
import { Scheduler } from "./scheduler.ts";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";

export interface LiveParts {
  readonly notifications: Notifications;
  readonly rooms: Rooms;
  readonly documents: LiveDocuments;
  readonly feed: Feed;
  readonly bus: RunBus;
  readonly queue: RunQueue;
  readonly scheduler: Scheduler;
  readonly inspections: Inspections;
}

const started = new WeakMap<ServerContext, LiveParts>();

export function liveParts(context: ServerContext): LiveParts {
  const parts = started.get(context);
  invariant(parts, "the live parts are started before routes are asked");
  return parts;
}

/** Answers how to stop: what is in memory is written, what runs goes on without us. */
export async function startLiveParts(server: Server, context: ServerContext): Promise<() => Promise<void>> {
  const { db, pool, connection, now, log, metrics } = context;
  const onTrouble = newTroubleLog(log);
  const notifications = await openNotifications({ pool, connection, onTrouble });
  const touches = newTouches(context, onTrouble);
  const rooms = new Rooms({
    db,
    notifications,
    now,
    onTrouble,
    onCommitted: touches.later,
    onOpen: (open) => metrics.openDocuments.set(open),
  });
  const documents = liveDocuments({ db, rooms, now });
  context.documents = documents;
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
  const inspections = new Inspections({
    context,
    executorFor: ({ lab, by, digest, blob, size }) =>
      leaseExecutor({
        db,
        bus,
        notebook: "",
        lab,
        asker: newId("ask", systemRandom),
        shows: false,
        files: [{ digest, blob, size }],
        priority: 1,
        by: () => by,
        nameOf: () => "",
        wake: queue.wake,
      }),
    hasKernel: (lab) => kernelWasHeard(db, lab, now()),
  });
  const locks = openHostLocks({ connection, onTrouble, onLost: () => void scheduler.locksLost().catch(onTrouble) });
  const scheduler: Scheduler = new Scheduler({
    db,
    rooms,
    feed,
    bus,
    locks,
    notifications,
    now,
    wake: queue.wake,
    formatsFor: (of) => formatsByLooks({ db, inspections }, of),
    onTrouble,
  });
  const stopVersions = startVersions({ db, rooms, now, onTrouble });
  const door = openDoor(server, {
    context,
    rooms,
    notifications,
    onOpen: (notebook, lab, principal) => scheduler.opened(notebook, lab, principal.user.id),
    onExtended: (connected, notebook) => {
      let following: Following | null = null;
      let left = false;
      followFeed({
        db,
        feed,
        notebook,
        user: connected.principal.user.id,
        send: (event) => connected.feed(event),
        graph: () => documents.sources(notebook),
        onTrouble,
        notifications,
      }).then((now) => {
        following = now;
        if (left) now.stop();
        else connected.tellFeedAnew = now.tellAnew;
      }, onTrouble);
      return () => {
        left = true;
        following?.stop();
      };
    },
  });
  started.set(context, { notifications, rooms, documents, feed, bus, queue, scheduler, inspections });
  // For whoever computes beside the notebook's own graph: publishing, verification.
  context.computing = {
    executor: ({ notebook, lab, by, names }) =>
      leaseExecutor({
        db,
        bus,
        notebook,
        lab,
        asker: newId("ask", systemRandom),
        shows: false,
        by: () => by,
        nameOf: (cell) => names.get(cell) ?? "",
        wake: queue.wake,
      }),
    hasKernel: (lab) => kernelWasHeard(db, lab, now()),
  };
  return async () => {
    await door.close();
    inspections.close();
    await scheduler.close();
    queue.close();
    await feed.close();
    stopVersions();
    await touches.flush();
    await rooms.close();
    bus.close();
    await locks.close();
    await notifications.close();
  };
}

/**
 * Troubles in the log without what people wrote: a failed query's message holds its parameters, so only the innermost
 * words are kept. The same trouble is said once in five seconds, however often it is tried again.
 */
function newTroubleLog(log: ServerContext["log"]): (error: unknown) => void {
  const said = new Map<string, number>();
  return (error) => {
    let inner = error;
    while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause;
    const words =
      inner instanceof Error && inner !== error
        ? inner.message
        : error instanceof Error
          ? (error.message.split("\n")[0] ?? "")
          : "unknown";
    const now = performance.now();
    if (now - (said.get(words) ?? Number.NEGATIVE_INFINITY) < 5_000) return;
    if (said.size > 200) said.clear();
    said.set(words, now);
    if (isDatabaseGone(error)) log.warn({ trouble: words }, "the database is away; trying again");
    else log.error({ trouble: words, stack: inner instanceof Error ? inner.stack : undefined }, "live parts");
  };
}

/** Title, number of cells and time of the last change, as lists show them: written a little later, once for many keystrokes. */
function newTouches(context: ServerContext, onTrouble: (error: unknown) => void) {
  const touched = new Map<string, Room>();
  const flush = async (): Promise<void> => {
    for (const [id, room] of touched) {
      touched.delete(id);
      const notebook = readNotebook(room.doc, kindOf);
      const cellCount = notebook.cells.filter((cell) => cell.deletedAt === null).length;
      await touchNotebook(context.db, id, { title: notebook.title, cellCount, at: context.now() }).catch(onTrouble);
    }
  };
  let timer: ReturnType<typeof setTimeout> | null = null;
  return {
    later: (room: Room): void => {
      touched.set(room.id, room);
      timer ??= setTimeout(() => {
        timer = null;
        void flush();
      }, 1_500);
      timer.unref?.();
    },
    flush,
  };
}
