// The program behind `genomecraft backup FOLDER` and `genomecraft restore FOLDER`: the settings are the server's. What it
// says on its way and at its end are lines of JSON (kernel/src/cli/backup-command.ts reads them).

import path from "node:path";
import { BackupRefused, type BackupWatch, type Manifest } from "@genomecraft/storage/backup/manifest.ts";
import { backUp, restore } from "./backup.ts";
import { ConfigError, readConfig } from "./config.ts";

const say = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

let saidAt = 0;
const watch: BackupWatch = {
  progress: (done, of) => {
    if (Date.now() - saidAt < 200) return;
    saidAt = Date.now();
    say({ done, of });
  },
  damaged: (damaged) => say({ damaged }),
};

const ended = ({ tables, blobs, lost = 0 }: Manifest, more: object): void => {
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  say({ rows, blobs: Object.keys(blobs).length, lost, ...more });
};

const [what, folder] = process.argv.slice(2);
try {
  if ((what !== "backup" && what !== "restore") || !folder) throw new ConfigError("Say backup or restore, and a folder.");
  const config = readConfig();
  const at = path.resolve(folder);
  const { home } = config;
  if (what === "backup") ended(await backUp(config, at, undefined, Date.now, watch), { home, by: "sums" });
  else {
    const { manifest, by } = await restore(config, at, undefined, Date.now, watch);
    ended(manifest, { home, by });
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof BackupRefused || error instanceof ConfigError ? 2 : 1;
}
