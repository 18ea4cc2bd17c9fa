// Which leases came over which connection of a kernel. A kernel that dies closes its connections at once, long before its
// leases lapse; one that lives closes them, too, now and then, and is heard again on the next.

import type { Context } from "hono";
import type { Database } from "@genomecraft/storage/database.ts";
import { doubtLeases, type LeaseHold } from "@genomecraft/storage/queries/runs.ts";
import type { Env } from "../server-context.ts";

export class KernelConnections {
  private readonly holds = new WeakMap<object, Map<string, LeaseHold>>();
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
    let holds = this.holds.get(socket);
    if (!holds) {
      const mine = new Map<string, LeaseHold>();
      holds = mine;
      this.holds.set(socket, mine);
      socket.once("close", () => void doubtLeases(this.db, [...mine.values()]).catch(this.onTrouble));
    }
    holds.set(hold.run, hold);
  }

  /** The run has ended. */
  ended(c: Context<Env>, run: string): void {
    const socket = c.env?.incoming?.socket;
    if (socket) this.holds.get(socket)?.delete(run);
  }
}
