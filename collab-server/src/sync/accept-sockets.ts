// Where sync begins: every socket comes in here, is looked at before it is let in, and is looked at again whenever rights
// may have changed. Foreign origins and floods are turned away by HTTP, before they cost a socket. Whoever is signed out,
// has no access or asks for what is gone is accepted and told so by a close code that stops the client: an HTTP refusal
// looks like a broken network to a browser, which then tries for ever.

import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type WebSocket } from "ws";
import { accessChannel, type AccessChange } from "@genomecraft/storage/queries/rights.ts";
import { notebookAccessOf } from "../access.ts";
import { isSignedIn } from "../accounts/is-signed-in.ts";
import { isOurHost, isOurOrigin } from "../accounts/origins.ts";
import { isDatabaseGone } from "../errors.ts";
import type { Principal } from "../accounts/principal.ts";
import type { ServerCore } from "../server-context.ts";
import { admitSockets, type Admitted } from "./admit-socket.ts";
import { closeCodes, Connection } from "./connection.ts";
import type { Notifications } from "../notifications.ts";
import { DocumentGone } from "./room-log.ts";
import type { Rooms } from "./rooms.ts";

export const syncPath = /^\/api\/v1\/sync\/([A-Za-z0-9_-]{1,80})$/;

export interface AcceptOptions {
  readonly context: ServerCore;
  readonly rooms: Rooms;
  readonly notifications: Notifications;
  /** An editor that understands the run feed came; answers what to do when it leaves. */
  readonly onExtended?: (connection: Connection, notebook: string, lab: string) => () => void;
  /** Somebody has the notebook open; answers what to do when that ends. */
  readonly onOpen?: (notebook: string, lab: string, principal: Principal) => () => void;
  /** Sockets that one person may have in one notebook. Default 40. */
  readonly perPerson?: number;
  /** Upgrades from one address in ten seconds. Default 400. */
  readonly perAddress?: number;
  /** How often rights are looked up again without being told. Default 10 s. */
  readonly recheckMs?: number;
}

export interface SyncSockets {
  readonly connections: ReadonlySet<Connection>;
  /** Looks up every role of a notebook (or of all) again, and closes what may not stay. */
  recheck(notebook?: string): Promise<void>;
  close(): Promise<void>;
}

export function acceptSockets(server: Server, options: AcceptOptions): SyncSockets {
  const { context, rooms, notifications } = options;
  const connections = new Set<Connection>();
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 8 * 2 ** 20, perMessageDeflate: false });
  const arrivals = new Map<string, number>();
  const admit = admitSockets(context, options.perPerson ?? 40);
  const sweep = setInterval(() => arrivals.clear(), 10_000);
  sweep.unref();

  const refuse = (socket: Duplex, status: number, words: string): void => {
    socket.end(`HTTP/1.1 ${status} ${words}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  };

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on("error", () => {});
    const url = new URL(request.url ?? "/", "http://here");
    const notebook = syncPath.exec(url.pathname)?.[1];
    if (!notebook) return refuse(socket, 404, "Not Found");
    if (!isOurHost(context.config, request.headers.host)) return refuse(socket, 421, "Misdirected Request");
    if (!isOurOrigin(context.config, request.headers.origin)) return refuse(socket, 403, "Forbidden");
    const address = request.socket.remoteAddress ?? "?";
    const arrived = (arrivals.get(address) ?? 0) + 1;
    arrivals.set(address, arrived);
    if (arrived > (options.perAddress ?? 400)) return refuse(socket, 429, "Too Many Requests");
    admit(request, url, notebook).then(
      (admitted) => {
        if (admitted.flood) return refuse(socket, 429, "Too Many Requests");
        if ("forget" in admitted) {
          // Also when the client has gone before it was answered: then no websocket is ever made of it.
          if (socket.destroyed) return admitted.forget();
          socket.once("close", admitted.forget);
        }
        sockets.handleUpgrade(request, socket, head, (client) => {
          client.on("error", () => {});
          if ("code" in admitted) client.close(admitted.code, admitted.words);
          else void welcome(client, admitted, url.searchParams.get("ext") === "1");
        });
      },
      (error: unknown) => {
        if (!isDatabaseGone(error)) context.log.error({ err: error }, "a socket could not be admitted");
        refuse(socket, 503, "Service Unavailable");
      },
    );
  };
  server.on("upgrade", upgrade);

  const welcome = async (client: WebSocket, admitted: Admitted, extended: boolean): Promise<void> => {
    const { principal, notebook, lab } = admitted;
    // What comes before the document is loaded waits; not much of it.
    const early: Uint8Array[] = [];
    let earlyBytes = 0;
    let connection: Connection | null = null;
    const leaving: (() => void)[] = [admitted.forget];
    let left = false;
    const leave = (): void => {
      if (left) return;
      left = true;
      for (const act of leaving.reverse()) act();
    };
    client.on("close", leave);
    client.on("message", (data: Buffer | ArrayBuffer | Buffer[], isBinary: boolean) => {
      if (!isBinary) return client.close(1003, "this message cannot be read");
      const bytes = Array.isArray(data) ? Buffer.concat(data) : new Uint8Array(data as Buffer);
      if (connection) return connection.heard(bytes);
      earlyBytes += bytes.length;
      if (early.length >= 100 || earlyBytes > 16 * 2 ** 20) return client.close(1013, "too much before the document was there");
      early.push(bytes);
    });
    let alive = true;
    client.on("pong", () => {
      alive = true;
    });
    const pings = setInterval(() => {
      if (!alive) return client.terminate();
      alive = false;
      client.ping();
    }, 30_000);
    pings.unref();
    leaving.push(() => clearInterval(pings));

    for (let delay = 100; !left; delay = Math.min(delay * 2, 2_000)) {
      try {
        const held = await rooms.acquire(notebook);
        if (left) return held.release();
        leaving.push(held.release);
        const made = new Connection({
          socket: client,
          principal,
          room: held.room,
          role: admitted.role,
          epoch: admitted.epoch,
          extended,
          lookAgain: recheckOne,
        });
        const by = { notebook, lab, user: principal.user.id, via: "sync" as const };
        made.onEdit = (bytes) => context.edits.count(by, { changes: 1, bytes });
        leaving.push(() => {
          connections.delete(made);
          context.metrics.openSockets.set(connections.size);
          made.leave();
        });
        connections.add(made);
        context.metrics.openSockets.set(connections.size);
        connection = made;
        for (const bytes of early) made.heard(bytes);
        if (extended && options.onExtended) leaving.push(options.onExtended(made, notebook, lab));
        if (options.onOpen) leaving.push(options.onOpen(notebook, lab, principal));
        return;
      } catch (error) {
        if (error instanceof DocumentGone) return client.close(closeCodes.gone, "this notebook is gone");
        if (!isDatabaseGone(error)) {
          context.log.error({ err: error, notebook }, "a document could not be opened");
          return client.close(1011, "the document could not be opened");
        }
        // Postgres is away: the client waits with us.
        await new Promise((resolve) => setTimeout(resolve, delay));
      }
    }
  };

  // ---- rights that change under an open socket ----------------------------------------------------------------------

  const recheckOne = async (connection: Connection): Promise<void> => {
    const { principal, room, role } = connection;
    if (!(await isSignedIn(context, principal))) return connection.shut(closeCodes.signedOut, "signed out");
    const access = await notebookAccessOf(context.db, room.id, principal.user.id);
    if (!access) return connection.shut(closeCodes.noAccess, "no access");
    if (access.deletedAt !== null) return connection.shut(closeCodes.gone, "this notebook is in the bin");
    if (access.role !== role) connection.shut(closeCodes.roleChanged, "the role is another one now");
  };
  const recheckWhere = async (test: (connection: Connection) => boolean): Promise<void> => {
    for (const connection of [...connections]) if (test(connection)) await recheckOne(connection);
  };
  const onTrouble = (error: unknown): void => {
    if (!isDatabaseGone(error)) context.log.error({ err: error }, "rights could not be looked up again");
  };
  const stopListening = notifications.on(accessChannel, (payload) => {
    let change: AccessChange;
    try {
      change = JSON.parse(payload) as AccessChange;
    } catch {
      return;
    }
    // A lab's change may reach any notebook that was shared with it.
    const { notebook, user } = change;
    recheckWhere(
      ({ room, principal }) =>
        (notebook === undefined || room.id === notebook) && (user === undefined || principal.user.id === user),
    ).catch(onTrouble);
  });
  const rechecks = setInterval(() => void recheckWhere(() => true).catch(onTrouble), options.recheckMs ?? 10_000);
  rechecks.unref();

  return {
    connections,
    recheck: (notebook) => recheckWhere(({ room }) => notebook === undefined || room.id === notebook),
    close: async () => {
      server.off("upgrade", upgrade);
      clearInterval(sweep);
      clearInterval(rechecks);
      stopListening();
      for (const connection of connections) connection.shut(1012, "the server restarts");
      const patience = setTimeout(() => {
        for (const client of sockets.clients) client.terminate();
      }, 1_000);
      while (connections.size > 0) await new Promise((resolve) => setTimeout(resolve, 10));
      clearTimeout(patience);
      sockets.close();
    },
  };
}
