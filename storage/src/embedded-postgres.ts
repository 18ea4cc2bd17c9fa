// Postgres for a fresh clone: the real server out of npm, under our own small supervisor. No port, no password: a unix
// socket in a folder that only its owner may enter. Started by database.ts where DATABASE_URL is not set.
//
// What it takes care of: root may not run Postgres (user `postgres`, else `nobody`, and folders that they can reach); a
// first start that is cut short (initdb into a temporary folder, then rename); a server that outlived us (adopted); a
// lock file whose process is long gone; a socket path that is too long; a server that dies while we live (restarted).

import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { findBinaries, type PostgresBinaries } from "./embedded-binaries.ts";

export interface EmbeddedPostgres {
  readonly connection: { readonly host: string; readonly user: string; readonly database: string };
  /** True when a server was found running in the folder. */
  readonly adopted: boolean;
  readonly dataFolder: string;
  /** Process id of the server. */
  pid(): number | null;
  /** Stops the server, unless somebody else is still connected to it. */
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly folder: string;
  readonly onTrouble?: ((error: Error) => void) | undefined;
  /** Extra settings, "name=value". */
  readonly settings?: readonly string[];
}

interface Identity {
  readonly uid: number;
  readonly gid: number;
}

const user = "genomecraft";
const socketFile = ".s.PGSQL.5432";
/** sun_path holds 108 bytes with its zero. */
const longestSocketPath = 107;
const startTimeoutMs = 60_000;

export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const identity = serverIdentity();
  // Made before it is looked at: the mode of a new folder hangs on our umask.
  mkdirSync(path.dirname(path.resolve(options.folder)), { recursive: true, mode: 0o755 });
  const folder = reachableFolder(path.resolve(options.folder), identity);
  makeFolder(folder, identity);
  const data = path.join(folder, "data");
  const socket = socketFolder(folder, identity);
  const connection = { host: socket, user, database: "postgres" };
  const release = await takeStartLock(path.join(folder, "start.lock"));
  let child: ChildProcess | null = null;
  let adopted = false;
  let closing = false;
  const trouble = (error: Error): void => options.onTrouble?.(error);

  const ensureRunning = async (): Promise<void> => {
    if (await answers(connection)) {
      adopted = child === null;
      return;
    }
    child = await launch({ folder, data, socket, connection, identity, settings: options.settings ?? [] });
  };
  try {
    await ensureRunning();
  } finally {
    release();
  }

  // Children and adopted servers alike: look whether the process is there, start it again when it is not.
  let watching = Promise.resolve();
  const watch = setInterval(() => {
    const pid = serverPid(data);
    if (closing || (pid !== null && isAlive(pid))) return;
    watching = watching.then(async () => {
      const now = serverPid(data);
      if (closing || (now !== null && isAlive(now))) return;
      trouble(new Error("The embedded Postgres stopped; it is being started again."));
      const free = await takeStartLock(path.join(folder, "start.lock"));
      try {
        await ensureRunning();
      } catch (error) {
        trouble(error as Error);
      } finally {
        free();
      }
    });
  }, 500);
  watch.unref();

  return {
    connection,
    adopted,
    dataFolder: data,
    pid: () => serverPid(data),
    close: async () => {
      closing = true;
      clearInterval(watch);
      await watching;
      const pid = serverPid(data);
      if (pid === null || !isAlive(pid)) return;
      if (await othersAreConnected(connection)) return;
      process.kill(pid, "SIGINT");
      await until(() => !isAlive(pid) || serverPid(data) === null, 20_000);
    },
  };
}

/** Whom the server runs as: ourselves, or, as root, the user `postgres`, else `nobody`. */
function serverIdentity(): Identity | null {
  if (process.platform === "win32" || process.getuid?.() !== 0) return null;
  for (const name of ["postgres", "nobody"]) {
    try {
      const number = (flag: string): number =>
        Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
      return { uid: number("-u"), gid: number("-g") };
    } catch {
      // No such user: the next one.
    }
  }
  return { uid: 65534, gid: 65534 };
}

/** The folder itself, or, where the server's user may not pass through its parents, one below /var/lib that it may enter. */
function reachableFolder(folder: string, identity: Identity | null): string {
  if (identity === null || mayPass(path.dirname(folder), identity)) return folder;
  const name = createHash("sha256").update(folder).digest("hex").slice(0, 16);
  return path.join("/var/lib/genomecraft", name);
}

/** Whether a user may traverse a folder and all above it; parents that do not exist yet will be made so. */
function mayPass(folder: string, { uid, gid }: Identity): boolean {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid: owner, gid: group } = statSync(at);
      const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return false;
    }
    if (at === path.dirname(at)) return true;
  }
}

function makeFolder(folder: string, identity: Identity | null): void {
  mkdirSync(path.dirname(folder), { recursive: true, mode: 0o755 });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (identity) chownSync(folder, identity.uid, identity.gid);
}

function socketFolder(folder: string, identity: Identity | null): string {
  let socket = path.join(folder, "socket");
  if (Buffer.byteLength(path.join(socket, socketFile)) >= longestSocketPath) {
    // The name hangs on folder and user alone, so that an orphan is found again.
    const name = createHash("sha256")
      .update(`${process.getuid?.() ?? ""} ${folder}`)
      .digest("hex")
      .slice(0, 12);
    socket = path.join(os.tmpdir(), `gcpg-${name}`);
    if (Buffer.byteLength(path.join(socket, socketFile)) >= longestSocketPath) socket = path.join("/tmp", `gcpg-${name}`);
  }
  mkdirSync(socket, { recursive: true, mode: 0o700 });
  const { uid } = statSync(socket);
  const own = process.getuid?.() ?? uid;
  if (uid !== own && uid !== identity?.uid)
    throw new Error(`The folder ${socket} belongs to another user. Remove it, or set TMPDIR.`);
  chmodSync(socket, 0o700);
  if (identity) chownSync(socket, identity.uid, identity.gid);
  return socket;
}

async function launch(options: {
  readonly folder: string;
  readonly data: string;
  readonly socket: string;
  readonly connection: pg.ClientConfig;
  readonly identity: Identity | null;
  readonly settings: readonly string[];
}): Promise<ChildProcess> {
  const { folder, data, socket, connection, identity } = options;
  const as = identity ? { uid: identity.uid, gid: identity.gid } : {};
  const binaries = findBinaries((at) => identity === null || mayPass(at, identity), spareFolder(folder, identity));
  initialise(data, binaries, as);
  const log = path.join(folder, "postgres.log");
  const deadline = Date.now() + startTimeoutMs;
  for (;;) {
    dropStaleLock(data);
    const logFile = openSync(log, "a", 0o600);
    const child = spawn(
      binaries.postgres,
      [
        ["-D", data],
        ["listen_addresses=", `unix_socket_directories=${socket}`, "unix_socket_permissions=0700", "shared_buffers=128MB"],
        ["max_connections=100", "log_min_messages=warning", "max_wal_size=1GB", ...options.settings],
      ].flatMap((group, index) => (index === 0 ? group : group.flatMap((setting) => ["-c", setting]))),
      // Detached: Ctrl-C in a terminal must reach us first, so that writing ends in order.
      { ...as, env: { LC_ALL: "C.UTF-8" }, cwd: data, stdio: ["ignore", logFile, logFile], detached: true },
    );
    closeSync(logFile);
    const ended = new Promise<void>((resolve) => {
      child.on("exit", () => resolve());
      child.on("error", () => resolve());
    });
    child.unref();
    let over = false;
    void ended.then(() => {
      over = true;
    });
    await until(async () => over || (await answers(connection)), Math.max(0, deadline - Date.now()));
    if (!over && (await answers(connection))) return child;
    if (!over) child.kill("SIGKILL");
    // Children of a killed server may hold its memory for a moment; the server says so and ends.
    if (Date.now() > deadline - startTimeoutMs + 15_000)
      throw new Error(`Postgres did not start. Its last words:\n${lastLines(log)}`);
    await pause(250);
  }
}

/** Where copies of binaries go when the packages' folder is out of the server's reach. */
const spareFolder = (folder: string, identity: Identity | null): string => (identity ? path.dirname(folder) : folder);

/** The cluster is made beside its place and moved there whole: a first start that is cut short leaves nothing behind. */
function initialise(data: string, binaries: PostgresBinaries, as: { uid?: number; gid?: number }): void {
  const major = binaries.version.split(".")[0];
  const versionFile = path.join(data, "PG_VERSION");
  if (existsSync(versionFile)) {
    const found = readFileSync(versionFile, "utf8").trim();
    if (found !== major)
      throw new Error(
        `The data in ${data} were written by Postgres ${found}, this release brings Postgres ${major}. Export with the older release first, or set DATABASE_URL.`,
      );
    return;
  }
  const fresh = `${data}.init`;
  rmSync(fresh, { recursive: true, force: true });
  execFileSync(
    binaries.initdb,
    ["-D", fresh, "-U", user, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums", "--no-instructions"],
    { ...as, cwd: path.dirname(data), stdio: ["ignore", "ignore", "pipe"], env: { LC_ALL: "C.UTF-8" } },
  );
  renameSync(fresh, data);
}

function serverPid(data: string): number | null {
  try {
    const pid = Number(readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n")[0]);
    return Number.isInteger(pid) && pid > 1 ? pid : null;
  } catch {
    return null;
  }
}

/** Postgres removes the lock of a dead process itself, but not where its number now belongs to another program. */
function dropStaleLock(data: string): void {
  const pid = serverPid(data);
  if (pid === null) return;
  if (isAlive(pid) && (process.platform !== "linux" || isPostgres(pid))) return;
  rmSync(path.join(data, "postmaster.pid"), { force: true });
}

const isPostgres = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("postgres");
  } catch {
    return false;
  }
};

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  // A child of ours that ended and was not collected yet still answers to signals.
  try {
    return process.platform !== "linux" || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

async function answers(connection: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 1_000, query_timeout: 2_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Another program works with this server (a second GenomeCraft on the same folder, somebody's psql). */
async function othersAreConnected(connection: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 2_000, query_timeout: 2_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    // Connections of our own that were closed a moment ago may still be there.
    for (let attempt = 0; attempt < 5; attempt++) {
      const { rows } = await client.query<{ n: number }>(
        "select count(*)::int as n from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
      );
      if (rows[0]?.n === 0) return false;
      await pause(60);
    }
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** One starter at a time in a folder; a lock whose owner is gone is taken over. */
async function takeStartLock(file: string): Promise<() => void> {
  const deadline = Date.now() + startTimeoutMs + 10_000;
  for (;;) {
    try {
      // Made first, then filled: of a full disk it would stay behind empty.
      const lock = openSync(file, "wx", 0o600);
      try {
        writeFileSync(lock, String(process.pid));
      } catch (error) {
        rmSync(file, { force: true });
        throw error;
      } finally {
        closeSync(lock);
      }
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const owner = ownerOf(file);
      const isOver = owner === null ? ageOf(file) > nobodysMs : owner === process.pid || !isAlive(owner);
      if (isOver) rmSync(file, { force: true });
      else if (Date.now() > deadline)
        throw new Error(`Another process (${owner}) has been starting Postgres in ${path.dirname(file)} for too long.`);
      else await pause(50);
    }
  }
}

/** A lock without a name in it: its process was killed in the moment in which it made it, or had no room to say who it is. */
const nobodysMs = 1_000;
const ageOf = (file: string): number => {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
};

const ownerOf = (file: string): number | null => {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
};

const lastLines = (file: string): string => {
  try {
    return readFileSync(file, "utf8").trimEnd().split("\n").slice(-5).join("\n");
  } catch {
    return "(no log)";
  }
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function until(done: () => boolean | Promise<boolean>, timeoutMs: number): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await done())) {
    if (Date.now() > end) return;
    await pause(20);
  }
}
