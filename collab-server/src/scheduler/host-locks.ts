// Which notebooks' graphs run on this server: advisory locks of Postgres on a connection of its own. When the connection
// breaks, every lock is gone and so is the right to host.

import pg from "pg";

export interface HostLocks {
  /** True when this server has the notebook now (or had it already). */
  take(notebook: string): Promise<boolean>;
  release(notebook: string): Promise<void>;
  close(): Promise<void>;
}

export function openHostLocks(options: {
  readonly connection: pg.ClientConfig;
  /** Every lock is lost. */
  readonly onLost: () => void;
  readonly onTrouble: (error: unknown) => void;
}): HostLocks {
  let client: Promise<pg.Client> | null = null;
  let closed = false;
  const held = new Set<string>();

  const connect = (): Promise<pg.Client> => {
    if (client) return client;
    const next = new pg.Client({ ...options.connection, keepAlive: true });
    let isOpen = false;
    const mine = next.connect().then(() => {
      isOpen = true;
      return next;
    });
    client = mine;
    // An older connection may say late that it has ended, when another one holds locks already.
    const lost = (error?: unknown): void => {
      if (client !== mine) return;
      client = null;
      void next.end().catch(() => {});
      // One that never stood held nothing.
      if (closed || !isOpen) return;
      if (error) options.onTrouble(error);
      held.clear();
      options.onLost();
    };
    next.on("error", lost);
    next.on("end", () => lost());
    mine.catch(() => {
      if (client === mine) client = null;
    });
    return mine;
  };

  return {
    take: async (notebook) => {
      if (held.has(notebook)) return true;
      const { rows } = await (await connect()).query<{ free: boolean }>(
        "select pg_try_advisory_lock(hashtextextended($1, 0)) as free",
        [`host ${notebook}`],
      );
      if (!rows[0]?.free) return false;
      // Two who asked at once have each taken the lock on this one connection: one of the two is given back.
      if (held.has(notebook))
        await (await connect()).query("select pg_advisory_unlock(hashtextextended($1, 0))", [`host ${notebook}`]);
      held.add(notebook);
      return true;
    },
    release: async (notebook) => {
      if (!held.delete(notebook) || !client) return;
      await (await client).query("select pg_advisory_unlock(hashtextextended($1, 0))", [`host ${notebook}`]).catch(() => {});
    },
    close: async () => {
      closed = true;
      const open = client;
      client = null;
      if (open) await (await open).end().catch(() => {});
    },
  };
}
