// Which leases came over which connection of a kernel. A kernel that dies closes its connections at once, long before its
// leases lapse; one that lives closes them, too, now and then, and is heard again on the next.

import type { Context } from "hono";
import type { Database } from "@genomecraft/storage/database.ts";
import { doubtLeases, type LeaseHold } from "@genomecraft/storage/queries/leases.ts";
import type { Env } from "../server-context.ts";

export class KernelConnections {
  /** By run: its lease, and the connection on which it was heard of last. */
  private readonly last = new Map<string, { readonly hold: LeaseHold; readonly socket: object }>();
  private readonly watched = new WeakSet<object>();
  private readonly db: Database;
  private readonly onTrouble: (error: unknown) => void;
  constructor(db: Database, onTrouble: (error: unknown) => void) {
    this.db = db;
    this.onTrouble = onTrouble;
  }

  /** The kernel was heard about this run on the connection of the request. */
  heard(c: Context<Env>, hold: LeaseHold): void {
    const socket = c.env?.incoming?.socket;
    if (!socket || socket.destroyed) return;
    this.last.set(hold.run, { hold, socket });
    if (this.watched.has(socket)) return;
    this.watched.add(socket);
    socket.once("close", () => {
      const doubtful = [...this.last].filter(([, of]) => of.socket === socket);
      for (const [run] of doubtful) this.last.delete(run);
      const holds = doubtful.map(([, of]) => of.hold);
      void doubtLeases(this.db, holds).catch(this.onTrouble);
    });
  }

  /** The run has ended, or is somebody else's. */
  ended(run: string): void {
    this.last.delete(run);
  }
}
