// `genomecraft backup` and `restore`: a server is copied while it runs, and made again from a copy. Both stand in the record
// of every lab. Called by backup-main.ts and by tests.

import path from "node:path";
import { type Audit, openAudit } from "@genomecraft/storage/audit/audit.ts";
import { openAuditKey } from "@genomecraft/storage/audit/audit-key.ts";
import { checkpointFiles } from "@genomecraft/storage/audit/checkpoints.ts";
import { newSeals } from "@genomecraft/storage/audit/seals.ts";
import { BackupRefused, type BackupWatch, type Manifest } from "@genomecraft/storage/backup/manifest.ts";
import { checkBackup, type CheckedBackup, restoreBackup } from "@genomecraft/storage/backup/restore-backup.ts";
import { writeBackup } from "@genomecraft/storage/backup/write-backup.ts";
import { type OpenDatabase, openDatabase } from "@genomecraft/storage/database.ts";
import { isMigrated } from "@genomecraft/storage/migrate.ts";
import { allLabs } from "@genomecraft/storage/queries/labs.ts";
import { derivedSecret, type ServerConfig } from "./config.ts";
import { version } from "./version.ts";

export type BackupConfig = Pick<ServerConfig, "home" | "masterKey"> & { readonly databaseUrl?: string | undefined };

/** With a database that is open already (tests), or with that of the settings, whose embedded Postgres is shared with the server. */
export async function withDatabase<T>(
  config: BackupConfig,
  given: OpenDatabase | undefined,
  work: (of: OpenDatabase) => Promise<T>,
): Promise<T> {
  const database = given ?? (await openDatabase({ url: config.databaseUrl, home: path.join(config.home, "postgres") }));
  try {
    return await work(database);
  } finally {
    if (!given) await database.close();
  }
}

export async function auditOf({ db }: OpenDatabase, { home, masterKey }: BackupConfig, now: () => number): Promise<Audit> {
  const { key } = await openAuditKey(db, masterKey, now);
  const seals = newSeals(key, derivedSecret(masterKey, "audit chain"));
  return openAudit({ db, seals, checkpoints: checkpointFiles(path.join(home, "audit")), now });
}

const inEveryRecord = async (
  audit: Audit,
  { db }: OpenDatabase,
  action: "server.backup" | "server.restore",
  detail: { readonly [name: string]: string | number },
): Promise<void> => {
  const labs = ["", ...(await allLabs(db))];
  await audit.record(db, ...labs.map((lab) => ({ lab, user: null, action, target: lab, detail })));
};

/** The copy holds the row that tells of it. */
export const backUp = (
  config: BackupConfig,
  folder: string,
  database?: OpenDatabase,
  now = Date.now,
  watch: BackupWatch = {},
): Promise<Manifest> =>
  withDatabase(config, database, async (open) => {
    if (!(await isMigrated(open.pool)))
      throw new BackupRefused(
        `There is no server of this release in ${config.home}. Start it once with these settings, then copy it.`,
      );
    await inEveryRecord(await auditOf(open, config, now), open, "server.backup", { version });
    const { home, masterKey } = config;
    return writeBackup({ pool: open.pool, home, masterKey, version, now }, folder, watch);
  });

export async function restore(
  config: BackupConfig,
  folder: string,
  database?: OpenDatabase,
  now = Date.now,
  watch: BackupWatch = {},
): Promise<CheckedBackup> {
  // Looked at before an empty server is made of nothing.
  const checked = await checkBackup(folder, config.masterKey, watch);
  return withDatabase(config, database, async (open) => {
    const { manifest } = checked;
    await restoreBackup({ pool: open.pool, home: config.home }, checked, watch);
    const audit = await auditOf(open, config, now);
    await inEveryRecord(audit, open, "server.restore", { from: manifest.at, version: manifest.version });
    await audit.seal();
    return checked;
  });
}
