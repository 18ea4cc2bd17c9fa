// A whole server as a process of its own, to be killed by tests. Its settings come as JSON in the first argument; it says
// {url} to its parent when it listens.

import pg from "pg";
import { databaseOf } from "@genomecraft/storage/database.ts";
import type { ServerConfig } from "../config.ts";
import { startServer } from "../main.ts";

interface Settings {
  readonly config: Omit<ServerConfig, "masterKey"> & { readonly masterKey: string };
  readonly connection: pg.ClientConfig;
}

const { config, connection } = JSON.parse(process.argv[2] ?? "{}") as Settings;
const pool = new pg.Pool({ ...connection, max: 10 });
pool.on("error", () => {});
const server = await startServer(
  { ...config, masterKey: Buffer.from(config.masterKey, "hex") },
  { database: { db: databaseOf(pool), pool, embedded: true, connection, close: () => pool.end() } },
);
process.send?.({ url: server.url });
process.on("disconnect", () => process.exit(0));
