// The settings of the server: the only file that reads the environment. Wrong settings stop the start with a sentence
// that says which one, what it holds and what it should hold.

import { hkdfSync, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

export interface ServerConfig {
  readonly port: number;
  readonly host: string;
  /** Where people reach the server, without a slash at the end. */
  readonly publicUrl: string;
  readonly databaseUrl?: string;
  /** Absolute path of the folder that holds everything that lasts. */
  readonly home: string;
  /** 32 bytes under which the keys of labs are wrapped. */
  readonly masterKey: Uint8Array;
  /** True where only this machine can reach the server: then one-time sign-in exists. */
  readonly loopback: boolean;
  /** The built screen; absent = the API alone. */
  readonly workspaceFolder?: string;
  readonly logLevel: string;
  /** What a collector of /metrics from another machine, or behind a proxy, must bring; absent: none may. */
  readonly metricsToken?: string;
  /**
   * Of one person; more are answered 429, and so are many guesses of a password. Null = nothing is counted, in tests that sign
   * up many people from one address.
   */
  readonly requestsPerMinute: number | null;
  /** By which letters are sent; absent: none are, and addresses are not verified. */
  readonly mail?: MailSettings;
  /**
   * Who may make an account: whoever was sent an invitation or a link, or anybody; where mail is set up by a link to her address,
   * else by a form, and the first person always may.
   */
  readonly signUp: "invited" | "open";
  /** Bytes of the largest file that is taken. */
  readonly largestUpload: number;
}

export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** From the first byte; else by STARTTLS. */
  readonly tls: boolean;
  readonly user?: string;
  readonly password?: string;
  readonly from: { readonly name: string; readonly address: string };
}

/** A setting that cannot be used; the message is the sentence for the person who set it. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ConfigError";
  }
}

type Environment = { readonly [name: string]: string | undefined };

export const readConfig = (environment: Environment = process.env, folder: string = process.cwd()): ServerConfig => {
  const get = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const port = portOf(get("PORT") ?? "4300");
  const host = get("HOST") ?? "127.0.0.1";
  if (!/^[A-Za-z0-9.:_-]+$/.test(host))
    throw new ConfigError(`HOST is "${host}". Set it to an address of this machine, such as 127.0.0.1 or 0.0.0.0.`);
  const loopbackHost = isLoopback(host);
  const publicUrl = publicUrlOf(get("PUBLIC_URL"), host, port);
  const loopback = loopbackHost && isLoopback(new URL(publicUrl).hostname.replace(/^\[|\]$/g, ""));
  const databaseUrl = get("DATABASE_URL");
  if (databaseUrl !== undefined && !(/^postgres(ql)?:\/\//.test(databaseUrl) && URL.canParse(databaseUrl)))
    throw new ConfigError(
      "DATABASE_URL must begin with postgres:// and be a whole address: postgres://user:password@host:5432/database (@, :, / and # in a password are written %40, %3A, %2F and %23). Leave it out to use the embedded Postgres.",
    );
  const home = path.resolve(folder, get("GENOMECRAFT_HOME") ?? ".genomecraft");
  const given = get("GENOMECRAFT_MASTER_KEY");
  if (given === undefined && (!loopback || databaseUrl !== undefined))
    throw new ConfigError(
      `GENOMECRAFT_MASTER_KEY is not set. ${loopback ? "With a DATABASE_URL" : "Where others can reach the server"} the key must come from outside: make one with "openssl rand -hex 32", keep it safe (without it the data cannot be read) and set it.`,
    );
  const masterKey = given === undefined ? keyFromFile(home) : keyFrom(given, "GENOMECRAFT_MASTER_KEY");
  const workspaceFolder = get("GENOMECRAFT_WORKSPACE") ?? findUpwards(folder, path.join("workspace", "dist", "index.html"));
  const logLevel = get("LOG_LEVEL") ?? "warn";
  if (!["trace", "debug", "info", "warn", "error", "fatal", "silent"].includes(logLevel))
    throw new ConfigError(`LOG_LEVEL is "${logLevel}". Set it to trace, debug, info, warn, error, fatal or silent.`);
  const metricsToken = get("GENOMECRAFT_METRICS_TOKEN");
  if (metricsToken !== undefined && metricsToken.length < 20)
    throw new ConfigError('GENOMECRAFT_METRICS_TOKEN is too short to be a secret: make one with "openssl rand -hex 32".');
  const mail = mailOf(get("GENOMECRAFT_SMTP_URL"), get("GENOMECRAFT_SMTP_FROM"), get("PUBLIC_URL"));
  const signUp = get("GENOMECRAFT_SIGN_UP") ?? (mail === undefined ? "invited" : "open");
  if (signUp !== "invited" && signUp !== "open")
    throw new ConfigError(
      `GENOMECRAFT_SIGN_UP is "${signUp}". Set it to invited (accounts by invitation or link) or open (by anybody).`,
    );
  return {
    port,
    host,
    publicUrl,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    home,
    masterKey,
    loopback,
    ...(workspaceFolder === undefined ? {} : { workspaceFolder: workspaceFolder.replace(/[/\\]index\.html$/, "") }),
    logLevel,
    ...(metricsToken === undefined ? {} : { metricsToken }),
    requestsPerMinute: 1_200,
    ...(mail === undefined ? {} : { mail }),
    signUp,
    largestUpload: 2 ** 40,
  };
};

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new ConfigError(`PORT is "${text}". Set it to a whole number from 0 to 65535; 0 takes a free one.`);
  return port;
}

export const isLoopback = (host: string): boolean => host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);

function publicUrlOf(given: string | undefined, host: string, port: number): string {
  if (given === undefined) {
    const shown = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
    return `http://${shown.includes(":") ? `[${shown}]` : shown}:${port}`;
  }
  let url: URL;
  try {
    url = new URL(given);
  } catch {
    throw new ConfigError(
      `PUBLIC_URL is "${given}". Set it to the whole address that people type, such as https://genomes.example.org.`,
    );
  }
  if (!/^https?:$/.test(url.protocol) || url.pathname !== "/" || url.search !== "" || url.hash !== "" || url.username !== "")
    throw new ConfigError(`PUBLIC_URL is "${given}". It must be http:// or https:// with a host and nothing behind it.`);
  return url.origin;
}

/** None of these sentences quotes GENOMECRAFT_SMTP_URL: a password may stand in it. */
function mailOf(url: string | undefined, from: string | undefined, publicUrl: string | undefined): MailSettings | undefined {
  if (url === undefined && from === undefined) return undefined;
  if (url === undefined)
    throw new ConfigError(
      "GENOMECRAFT_SMTP_FROM is set and GENOMECRAFT_SMTP_URL is not. Set it to your mail server, such as smtp://user:password@mail.example.org:587, or leave out both.",
    );
  if (from === undefined)
    throw new ConfigError(
      "GENOMECRAFT_SMTP_URL is set and GENOMECRAFT_SMTP_FROM is not. Set it to the address that letters come from, such as GenomeCraft <genomes@example.org>.",
    );
  if (publicUrl === undefined)
    throw new ConfigError(
      "GENOMECRAFT_SMTP_URL is set and PUBLIC_URL is not. Letters hold links: set PUBLIC_URL to the whole address that people type, such as https://genomes.example.org.",
    );
  const server = URL.canParse(url) ? new URL(url) : null;
  const parts =
    server && /^smtps?:$/.test(server.protocol) ? { user: decoded(server.username), password: decoded(server.password) } : null;
  if (
    server === null ||
    parts === null ||
    parts.user === null ||
    parts.password === null ||
    server.hostname === "" ||
    !/^\/?$/.test(server.pathname) ||
    server.search !== "" ||
    server.hash !== "" ||
    server.port === "0" ||
    (parts.user === "") !== (parts.password === "")
  )
    throw new ConfigError(
      "GENOMECRAFT_SMTP_URL must be the whole address of a mail server and nothing behind it: smtp://user:password@mail.example.org:587 (STARTTLS) or smtps://user:password@mail.example.org:465 (TLS from the first byte), without user and password where it asks for none (@, :, / and # in them are written %40, %3A, %2F and %23).",
    );
  const tls = server.protocol === "smtps:";
  return {
    host: decodeURIComponent(server.hostname).replace(/^\[|\]$/g, ""),
    port: server.port === "" ? (tls ? 465 : 587) : Number(server.port),
    tls,
    ...(parts.user === "" ? {} : { user: parts.user, password: parts.password }),
    from: senderOf(from),
  };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

function senderOf(text: string): MailSettings["from"] {
  const [, quoted, plain, inBrackets, alone] = /^(?:(?:"([^"<>]*)"|([^"<>@,;]*))\s*<([^<>]+)>|([^<>]+))$/.exec(text) ?? [];
  const address = (inBrackets ?? alone ?? "").trim();
  if (!/^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(address) || /\p{Cc}/u.test(text))
    throw new ConfigError(
      `GENOMECRAFT_SMTP_FROM is "${text.replace(/\p{Cc}/gu, "?")}". Set it to one address, such as genomes@example.org or GenomeCraft <genomes@example.org>.`,
    );
  return { name: (quoted ?? plain ?? "").trim() || "GenomeCraft", address };
}

function keyFrom(text: string, where: string): Uint8Array {
  const bytes = /^[0-9a-fA-F]{64}$/.test(text)
    ? Buffer.from(text, "hex")
    : /^[A-Za-z0-9+/_-]{43}=?$/.test(text)
      ? Buffer.from(text, "base64")
      : null;
  if (bytes === null || bytes.length !== 32)
    throw new ConfigError(
      `${where} must hold 32 bytes, as 64 hexadecimal digits or in base64. Make one with "openssl rand -hex 32".`,
    );
  if (bytes.every((byte) => byte === bytes[0]))
    throw new ConfigError(`${where} is 32 times the same byte. Make one with "openssl rand -hex 32".`);
  return bytes;
}

/** For loopback and the embedded database only: a key beside the data, readable by its owner alone. */
function keyFromFile(home: string): Uint8Array {
  const file = path.join(home, "master.key");
  let text: string;
  try {
    makeFolder(home);
    // A new one would open nothing of what is here, and stand in the place of the one that does.
    if (!existsSync(file) && existsSync(path.join(home, "postgres", "data", "PG_VERSION")))
      throw new ConfigError(
        `${file} is gone, and ${home} holds data that only this key opens. Put it back, or set GENOMECRAFT_MASTER_KEY to what it held.`,
      );
    if (!existsSync(file)) {
      try {
        writeFileSync(file, `${randomBytes(32).toString("hex")}\n`, { flag: "wx", mode: 0o600 });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
    }
    if (process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0) chmodSync(file, 0o600);
    text = readFileSync(file, "utf8").trim();
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(
      `GENOMECRAFT_HOME is ${home}, and nothing can be kept there (${(error as NodeJS.ErrnoException).code ?? String(error)}). Set it to a folder that you may write to.`,
    );
  }
  return keyFrom(text, file);
}

/** Level by level: Node's recursive mkdir never ends where a file system refuses a folder as missing (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const above = path.dirname(folder);
  if (above !== folder) makeFolder(above);
  mkdirSync(folder, { mode: 0o755 });
}

function findUpwards(from: string, name: string): string | undefined {
  for (const start of [from, import.meta.dirname]) {
    for (let at = path.resolve(start); ; at = path.dirname(at)) {
      const file = path.join(at, name);
      if (existsSync(file)) return file;
      if (at === path.dirname(at)) break;
    }
  }
  return undefined;
}

/** Secrets of other uses (cookies, the audit's chain) are derived, so that there is one key to keep. */
export const derivedSecret = (masterKey: Uint8Array, use: string): string =>
  Buffer.from(hkdfSync("sha256", masterKey, new Uint8Array(0), `genomecraft ${use}`, 32)).toString("hex");
