// What servers on one database tell each other: Postgres LISTEN/NOTIFY over a connection of its own. A payload carries
// ids only (its limit is 8,000 bytes); whoever hears one reads the row. The connection comes back by itself, and then
// everybody is told, for what was said meanwhile is lost.

import pg from "pg";
import type { Pool } from "pg";

export interface Notifications {
  /** Answers how to stop listening. */
  on(channel: string, heard: (payload: string) => void): () => void;
  /** The connection was away and is back: read again whatever may have changed. */
  onReturn(heard: () => void): () => void;
  /** Outside of any transaction; inside one, use pg_notify in the statement. */
  send(channel: string, payload: string): Promise<void>;
  close(): Promise<void>;
}

export async function openNotifications(options: {
  readonly pool: Pool;
  readonly connection: pg.ClientConfig;
  readonly onTrouble?: (error: unknown) => void;
}): Promise<Notifications> {
  const listeners = new Map<string, Set<(payload: string) => void>>();
  const returns = new Set<() => void>();
  let client: pg.Client | null = null;
  let closed = false;
  /** One statement at a time on the one connection. */
  let listening: Promise<unknown> = Promise.resolve();
  let retry: ReturnType<typeof setTimeout> | null = null;

  const tell = (heard: () => void): void => {
    try {
      heard();
    } catch (error) {
      options.onTrouble?.(error);
    }
  };

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ ...options.connection, keepAlive: true });
    let over = false;
    const lost = (error?: unknown): void => {
      if (over) return;
      over = true;
      if (client === next) client = null;
      next.removeAllListeners("notification");
      void next.end().catch(() => {});
      if (closed) return;
      if (error) options.onTrouble?.(error);
      retry = setTimeout(() => {
        connect().then(
          () => {
            for (const heard of returns) tell(heard);
          },
          () => {},
        );
      }, 250);
    };
    next.on("error", lost);
    next.on("end", () => lost());
    next.on("notification", ({ channel, payload }) => {
      for (const heard of listeners.get(channel) ?? []) tell(() => heard(payload ?? ""));
    });
    try {
      await next.connect();
      for (const channel of listeners.keys()) await next.query(`listen ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      lost(error);
      throw error;
    }
    if (closed) lost();
    else client = next;
  };

  await connect();

  return {
    on: (channel, heard) => {
      let set = listeners.get(channel);
      if (!set) {
        set = new Set();
        listeners.set(channel, set);
        const current = client;
        listening = listening
          .then(() => current?.query(`listen ${pg.escapeIdentifier(channel)}`))
          .catch((error: unknown) => options.onTrouble?.(error));
      }
      set.add(heard);
      return () => {
        set.delete(heard);
      };
    },
    onReturn: (heard) => {
      returns.add(heard);
      return () => {
        returns.delete(heard);
      };
    },
    send: async (channel, payload) => {
      await options.pool.query("select pg_notify($1, $2)", [channel, payload]);
    },
    close: async () => {
      closed = true;
      if (retry) clearTimeout(retry);
      await client?.end().catch(() => {});
    },
  };
}
