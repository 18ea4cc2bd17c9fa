// The one connection to Postgres: a pool and Drizzle over it. Embedded Postgres where no address is given.

import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import * as schema from "./schema/index.ts";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";
import { PreparingClient } from "./preparing-client.ts";

export type Schema = typeof schema;
export type Database = NodePgDatabase<Schema>;
/** A database or an open transaction: what every query function takes first. */
export type Executor = Database | Parameters<Parameters<Database["transaction"]>[0]>[0];

export interface DatabaseConfig {
  /** Address of a Postgres server; absent = the embedded one in `home`. */
  readonly url?: string | undefined;
  /** Folder of the embedded cluster. */
  readonly home: string;
  readonly poolSize?: number;
  /** Told of connections that broke while idle, and of restarts of the embedded server. */
  readonly onTrouble?: ((error: Error) => void) | undefined;
}

export interface OpenDatabase {
  readonly db: Database;
  readonly pool: pg.Pool;
  readonly embedded: boolean;
  /** For single connections beside the pool (LISTEN). */
  readonly connection: pg.ClientConfig;
  close(): Promise<void>;
}

export async function openDatabase(config: DatabaseConfig): Promise<OpenDatabase> {
  const embedded = config.url ? null : await startEmbeddedPostgres({ folder: config.home, onTrouble: config.onTrouble });
  const connection: pg.ClientConfig = {
    ...(embedded ? embedded.connection : { connectionString: config.url as string }),
    application_name: "genomecraft",
    connectionTimeoutMillis: 5_000,
  };
  const pool = openPool({ ...connection, max: config.poolSize ?? 16, idleTimeoutMillis: 30_000 }, config.onTrouble);
  return {
    db: databaseOf(pool),
    pool,
    embedded: embedded !== null,
    connection,
    close: async () => {
      await pool.end();
      await embedded?.close();
    },
  };
}

export function openPool(options: pg.PoolConfig, onTrouble: DatabaseConfig["onTrouble"]): pg.Pool {
  const pool = new pg.Pool({ ...options, Client: PreparingClient });
  // An idle connection that breaks would otherwise end the process.
  pool.on("error", (error) => onTrouble?.(error));
  // So would one that breaks between two statements of a transaction: the statement after it fails, and says so.
  pool.on("connect", (client) => client.on("error", (error) => onTrouble?.(error)));
  return pool;
}

export function databaseOf(pool: pg.Pool): Database {
  const db = drizzle(pool, { schema });
  const onClients = new WeakMap<pg.PoolClient, Database>();
  const onClient = (client: pg.PoolClient): Database => {
    const known = onClients.get(client) ?? drizzle(client, { schema });
    onClients.set(client, known);
    return known;
  };
  // The library's own gives its connection back only where `begin` succeeded: each one cut just then would be missing for good.
  db.transaction = async (work, config) => {
    const client = await pool.connect();
    try {
      return await onClient(client).transaction(work, config);
    } finally {
      client.release();
    }
  };
  return db;
}
