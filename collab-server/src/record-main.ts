// The program behind `genomecraft audit server`: the settings are the server's. A line of JSON an entry, newest first, and
// last one of the verdict.

import { headText, readHead } from "@genomecraft/storage/audit/seals.ts";
import { BackupRefused } from "@genomecraft/storage/backup/manifest.ts";
import { ConfigError, readConfig } from "./config.ts";
import { readRecord } from "./read-record.ts";

const [lab = "", given = ""] = process.argv.slice(2);
const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
try {
  const since = given === "" ? undefined : readHead(given);
  if (since === null || (since && since.lab !== lab)) throw new ConfigError("That is no head of this record.");
  const { head, ...verdict } = await readRecord(readConfig(), { lab, take: say, ...(since ? { since } : {}) });
  say({ verdict: { ...verdict, head: head === null ? null : headText(head) } });
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof BackupRefused || error instanceof ConfigError ? 2 : 1;
}
