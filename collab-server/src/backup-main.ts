// The program behind `genomecraft backup FOLDER` and `genomecraft restore FOLDER`: the settings are the server's.

import path from "node:path";
import { BackupRefused } from "@genomecraft/storage/backup/manifest.ts";
import { backUp, restore } from "./backup.ts";
import { ConfigError, readConfig } from "./config.ts";

const [what, folder] = process.argv.slice(2);
try {
  if ((what !== "backup" && what !== "restore") || !folder) throw new ConfigError("Say backup or restore, and a folder.");
  const config = readConfig();
  const at = path.resolve(folder);
  const { tables, blobs, lost = 0 } = what === "backup" ? await backUp(config, at) : await restore(config, at);
  const rows = Object.values(tables).reduce((sum, table) => sum + table.rows, 0);
  process.stdout.write(`${JSON.stringify({ folder: at, home: config.home, rows, blobs: Object.keys(blobs).length, lost })}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof BackupRefused || error instanceof ConfigError ? 2 : 1;
}
