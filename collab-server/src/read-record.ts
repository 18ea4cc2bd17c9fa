// `genomecraft audit server`: a record as it lies in the database, for whoever runs the server. Above all that of no lab
// (accounts, sign-ins and failed ones, passwords), which no lab's page shows. Called by record-main.ts and by tests.

import type { AuditHead } from "@genomecraft/storage/audit/seals.ts";
import type { AuditVerdict } from "@genomecraft/storage/audit/verify-chain.ts";
import { BackupRefused } from "@genomecraft/storage/backup/manifest.ts";
import type { OpenDatabase } from "@genomecraft/storage/database.ts";
import { isMigrated } from "@genomecraft/storage/migrate.ts";
import { allLabs } from "@genomecraft/storage/queries/labs.ts";
import { addressesOfPeople } from "@genomecraft/storage/queries/people.ts";
import { auditOf, type BackupConfig, withDatabase } from "./backup.ts";

export interface RecordedEntry {
  readonly entry: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Who did it, by her address; the id of somebody who is gone; null: the server, or nobody knows. */
  readonly who: string | null;
  readonly action: string;
  /** What it was done to; of a person her address. */
  readonly target: string;
  readonly detail: object;
  readonly sealed: boolean;
  /** False for a row that the server did not write. */
  readonly genuine: boolean;
}

const perPage = 500;

/** Newest first, each handed to `take`; answers whether the record is whole. `lab` "": what belongs to no lab. */
export const readRecord = (
  config: BackupConfig,
  { lab, since, take }: { readonly lab: string; readonly since?: AuditHead; take(entry: RecordedEntry): void },
  database?: OpenDatabase,
  now = Date.now,
): Promise<AuditVerdict> =>
  withDatabase(config, database, async (open) => {
    if (!(await isMigrated(open.pool)))
      throw new BackupRefused(`There is no server of this release in ${config.home}. Start it once with these settings.`);
    if (lab !== "" && !(await allLabs(open.db)).includes(lab)) throw new BackupRefused(`There is no lab ${lab} on this server.`);
    const audit = await auditOf(open, config, now);
    for (let before: number | undefined; ; ) {
      const page = await audit.list(open.db, lab, { limit: perPage, ...(before === undefined ? {} : { before }) });
      const addresses = await addressesOfPeople(
        open.db,
        page.flatMap(({ user, target }) => [user ?? "", target]),
      );
      for (const { id, at, user, action, target, detail, sealed, genuine } of page)
        take({
          entry: id,
          at,
          who: user === null ? null : (addresses.get(user) ?? user),
          action,
          target: addresses.get(target) ?? target,
          detail,
          sealed,
          genuine,
        });
      before = page.at(-1)?.id;
      if (page.length < perPage) return audit.verify(lab, since);
    }
  });
