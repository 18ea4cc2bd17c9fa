// The composition root: makes a server out of its settings, passes on what it makes, and stops it in order: Postgres,
// migrations, keys, what is alive (live.ts), the app, housekeeping.
// Called by serve-main.ts (npm start), by the command line and by tests.

import { createServer as createNetServer } from "node:net";
import type { Server } from "node:http";
import path from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { pino, type DestinationStream, type Logger } from "pino";
import { adoptFormerRecord, openAudit } from "@genomecraft/storage/audit/audit.ts";
import { openAuditKey } from "@genomecraft/storage/audit/audit-key.ts";
import { checkpointFiles } from "@genomecraft/storage/audit/checkpoints.ts";
import { newSeals } from "@genomecraft/storage/audit/seals.ts";
import { fileStore } from "@genomecraft/storage/blobs/file-store.ts";
import { openLabKeys } from "@genomecraft/storage/blobs/lab-keys.ts";
import { openSealedBlobs } from "@genomecraft/storage/blobs/sealed-blobs.ts";
import { openSealedUploads } from "@genomecraft/storage/blobs/sealed-uploads.ts";
import { openDatabase, type OpenDatabase } from "@genomecraft/storage/database.ts";
import { migrateDatabase } from "@genomecraft/storage/migrate.ts";
import { invariant } from "@genomecraft/cells/base/invariant.ts";
import { openAuth } from "./accounts/auth.ts";
import { openPasswordStrength } from "./accounts/password-strength.ts";
import { newApp } from "./app.ts";
import { derivedSecret, type MailSettings, type ServerConfig } from "./config.ts";
import { errorForLog } from "./error-for-log.ts";
import { startKeepingUp } from "./feature-store/keep-up.ts";
import { startHousekeeping } from "./housekeeping.ts";
import { AwaitedArtifacts } from "./awaited-artifacts.ts";
import { type Live, startLive } from "./live.ts";
import { openPostbox, type Postbox } from "./mail/postbox.ts";
import { openSmtpMail } from "./mail/smtp-mail.ts";
import { newMetrics } from "./metrics.ts";
import { openEditRecord } from "./record/edit-record.ts";
import { recordOnce } from "./record/record-once.ts";
import type { NotebookComputing } from "./notebook-computing.ts";
import { oneTimeSignIn } from "./routes/sign-in.ts";
import type { App, ServerContext, ServerCore } from "./server-context.ts";

export interface StartOptions {
  readonly now?: () => number;
  /** A database that is open already (tests); it is left open when the server closes. */
  readonly database?: OpenDatabase;
  readonly logTo?: DestinationStream;
  readonly demo?: boolean;
  /** What runs plans for verification and publications in place of the kernels. */
  readonly computing?: (core: ServerCore) => NotebookComputing;
}

export interface RunningServer {
  readonly url: string;
  readonly context: ServerContext;
  readonly live: Live;
  readonly app: App;
  /** An address that signs a person in once; loopback only. */
  oneTimeSignIn(user: string): Promise<string>;
  /** Refuses what is new, lets what runs end, writes what is in memory, then stops. */
  close(): Promise<void>;
}

export async function startServer(given: ServerConfig, options: StartOptions = {}): Promise<RunningServer> {
  const config = await withOpenPort(given);
  const now = options.now ?? Date.now;
  const log = pino(
    {
      level: config.logLevel,
      base: null,
      serializers: { err: errorForLog },
      redact: ["*.password", "*.key", "*.token", "headers.authorization", "headers.cookie"],
    },
    options.logTo ?? process.stderr,
  );
  const database =
    options.database ??
    (await openDatabase({
      url: config.databaseUrl,
      home: path.join(config.home, "postgres"),
      onTrouble: (error) => log.warn({ err: error }, "database"),
    }));
  const closing: (() => Promise<void> | void)[] = options.database ? [] : [() => database.close()];
  const closeAll = async (): Promise<void> => {
    for (const close of closing.reverse()) await Promise.resolve(close()).catch((error) => log.error({ err: error }, "closing"));
  };
  try {
    if (config.databaseUrl !== undefined) await reach(database, config.databaseUrl);
    await migrateDatabase(database.pool);
    const store = await fileStore(path.join(config.home, "blobs"));
    const keys = openLabKeys(config.masterKey, now);
    // With another master key than the data were written with nothing could be read: better not to start.
    await keys.checkMaster(database.db);
    const { key, isNew } = await openAuditKey(database.db, config.masterKey, now);
    const record = {
      db: database.db,
      seals: newSeals(key, derivedSecret(config.masterKey, "audit chain")),
      checkpoints: checkpointFiles(path.join(config.home, "audit")),
      now,
    };
    if (isNew) await adoptFormerRecord(record);
    const audit = openAudit(record);
    for (const lab of await audit.lost())
      log.error({ lab }, "the record has lost rows that were sealed, or was put back: genomecraft audit verify tells where");
    const edits = openEditRecord({
      db: database.db,
      audit,
      now,
      onTrouble: (error) => log.warn({ err: error }, "the record of edits waits"),
    });
    closing.push(audit.startSealer((error) => log.warn({ err: error }, "the audit's sealer waits")));
    closing.push(() => edits.flush());
    const passwords = openPasswordStrength();
    closing.push(() => passwords.close());
    const postbox = config.mail === undefined ? null : await openMail(config.mail, log, closing);
    const core: ServerCore = {
      config,
      database,
      db: database.db,
      pool: database.pool,
      connection: database.connection,
      store,
      blobs: openSealedBlobs(store, keys, now),
      uploads: openSealedUploads(database.db, store, keys, now),
      keys,
      audit,
      recordOnce: recordOnce({ db: database.db, audit, now }),
      edits,
      passwords,
      postbox,
      auth: openAuth({ config, db: database.db, audit, onTrouble: (message) => log.warn(message) }),
      log,
      metrics: newMetrics(),
      now,
      awaited: new AwaitedArtifacts(),
      features: { sandboxed: true, demo: options.demo ?? false },
    };
    // The HTTP server is there before its app, because sync hangs itself on its upgrades.
    let app: App | null = null;
    const server = createAdaptorServer({
      fetch: (request: Request, env: unknown) => {
        invariant(app, "the server answers only when its app is made");
        return app.fetch(request, env as never);
      },
    }) as Server;
    server.requestTimeout = 0; // a file of 10 GB over a slow line
    server.headersTimeout = 30_000;
    // Longer than proxies and programs keep a line that is idle: closed by us in the moment in which they ask again, it would be
    // an error to them (nginx keeps upstream lines for 60 s).
    server.keepAliveTimeout = 75_000;
    const live = await startLive(server, core);
    closing.push(() => live.close());
    const context: ServerContext = { ...core, documents: live.documents, computing: options.computing?.(core) ?? live.computing };
    app = newApp(context, live);
    closing.push(startHousekeeping(context));
    closing.push(startKeepingUp(context, live));
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(config.port, config.host, () => {
        server.removeListener("error", reject);
        resolve();
      });
    }).catch((cause: NodeJS.ErrnoException) => cannotListen(config, cause));
    // First of all nothing new is taken; what sockets and documents still have is written; then the last answers end.
    const ended = new Promise<void>((resolve) => server.once("close", resolve));
    closing.push(() => {
      server.close();
      server.closeIdleConnections();
    });
    closing.splice(
      options.database ? 0 : 1,
      0,
      () =>
        new Promise<void>((resolve) => {
          // Streams of events and stuck uploads do not end by themselves, sockets that were upgraded are closed by sync.
          setTimeout(() => server.closeAllConnections(), 1_000).unref();
          setTimeout(resolve, 3_000).unref();
          void ended.then(resolve);
        }),
    );
    let closed: Promise<void> | null = null;
    return {
      url: config.publicUrl,
      context,
      live,
      app,
      oneTimeSignIn: (user) => oneTimeSignIn(context, user),
      close: () => (closed ??= closeAll()),
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** Where letters are put; a mail server that is away now stops nothing, one that the settings name wrongly does. */
async function openMail(settings: MailSettings, log: Logger, closing: (() => Promise<void> | void)[]): Promise<Postbox> {
  const mail = openSmtpMail(settings);
  closing.push(() => mail.close());
  if ((await mail.check()) === "away")
    log.warn(
      { host: settings.host, port: settings.port },
      "the mail server (GENOMECRAFT_SMTP_URL) does not answer now: letters wait for it",
    );
  const postbox = openPostbox(mail, (error, what) => log.warn({ err: error }, what));
  closing.push(() => postbox.close());
  return postbox;
}

/** A database of somebody else's that does not let us in: said with its address, never with its password. */
async function reach({ pool }: OpenDatabase, address: string): Promise<void> {
  try {
    (await pool.connect()).release();
  } catch (cause) {
    const { host, pathname } = new URL(address);
    const detail = cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code : String(cause);
    throw new Error(
      `The database ${pathname.slice(1)} at ${host} (DATABASE_URL) cannot be opened: ${detail}. Start it, or correct the setting.`,
      { cause },
    );
  }
}

/** Why nobody can be let in at this address, and what to set instead. */
function cannotListen({ host, port }: ServerConfig, cause: NodeJS.ErrnoException): never {
  const sentences: { readonly [code: string]: string } = {
    EADDRINUSE: `Port ${port} on ${host} is taken by another program. Stop it, or set PORT to another number.`,
    EADDRNOTAVAIL: `HOST is ${host}, which is no address of this machine. Set it to one, or to 0.0.0.0 for all.`,
    ENOTFOUND: `HOST is ${host}, and no address is known under that name. Set it to an address of this machine, or to 0.0.0.0 for all.`,
    EACCES: `Port ${port} may not be opened by this user. Set PORT to a number above 1023.`,
  };
  // A resolver that is away answers "again", which helps nobody who set a name.
  const sentence = sentences[cause.code === "EAI_AGAIN" ? "ENOTFOUND" : (cause.code ?? "")];
  throw sentence === undefined ? cause : new Error(sentence, { cause });
}

/**
 * The port is tried before anything is started, so that a taken one is the first and only thing that is said. With PORT=0
 * the number must be known before addresses are made of it.
 */
async function withOpenPort(config: ServerConfig): Promise<ServerConfig> {
  const port = await new Promise<number>((resolve, reject) => {
    const probe = createNetServer();
    probe.once("error", reject);
    probe.listen(config.port, config.host, () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("No port is free."))));
    });
  }).catch((cause: NodeJS.ErrnoException) => cannotListen(config, cause));
  const url = new URL(config.publicUrl);
  if (url.port === "0") url.port = String(port);
  return { ...config, port, publicUrl: url.origin };
}
