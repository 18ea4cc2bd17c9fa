// Settings: what is right when nothing is set, and a sentence for each that cannot be used.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { ConfigError, readConfig } from "./config.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "gc-config-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const read = (environment: { [name: string]: string } = {}) => readConfig(environment, folder);
const key = "0123456789abcdef".repeat(4);

test("nothing set: loopback, port 4300, an own key that only its owner may read", () => {
  const config = read();
  expect(config).toMatchObject({
    port: 4300,
    host: "127.0.0.1",
    publicUrl: "http://127.0.0.1:4300",
    loopback: true,
    requestsPerMinute: 1_200,
    home: path.join(folder, ".genomecraft"),
  });
  const file = path.join(folder, ".genomecraft", "master.key");
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(Buffer.from(config.masterKey).toString("hex")).toBe(readFileSync(file, "utf8").trim());
  expect(read().masterKey).toEqual(config.masterKey);
});

test("a key file that is lost is not replaced where data are that only it opens (A-3)", () => {
  const home = path.join(mkdtempSync(path.join(os.tmpdir(), "gc-key-")), ".genomecraft");
  const inHome = { GENOMECRAFT_HOME: home };
  read(inHome);
  mkdirSync(path.join(home, "postgres", "data"), { recursive: true });
  writeFileSync(path.join(home, "postgres", "data", "PG_VERSION"), "18\n");
  read(inHome);
  rmSync(path.join(home, "master.key"));
  expect(() => read(inHome)).toThrow(/master\.key is gone.*Put it back/);
  expect(existsSync(path.join(home, "master.key"))).toBe(false);
});

test("where others reach the server, or the database is another's, the key must come from outside", () => {
  for (const environment of [
    { HOST: "0.0.0.0" },
    { PUBLIC_URL: "https://lab.example.org" },
    { DATABASE_URL: "postgres://db/x" },
  ] as { [name: string]: string }[]) {
    expect(() => read(environment)).toThrow(/GENOMECRAFT_MASTER_KEY is not set.*openssl rand/);
    expect(read({ ...environment, GENOMECRAFT_MASTER_KEY: key }).masterKey.length).toBe(32);
  }
  expect(read({ HOST: "0.0.0.0", GENOMECRAFT_MASTER_KEY: key }).loopback).toBe(false);
  expect(read({ PUBLIC_URL: "https://lab.example.org", GENOMECRAFT_MASTER_KEY: key }).loopback).toBe(false);
});

const mailed = {
  PUBLIC_URL: "http://127.0.0.1:4300",
  GENOMECRAFT_SMTP_URL: "smtp://mail.example.org",
  GENOMECRAFT_SMTP_FROM: "genomes@example.org",
};

test("a mail server: its address, who signs in there, who letters are from; accounts are open then, or as is said", () => {
  expect(read(mailed)).toMatchObject({
    mail: { host: "mail.example.org", port: 587, tls: false, from: { name: "GenomeCraft", address: "genomes@example.org" } },
    signUp: "open",
  });
  expect(read(mailed).mail).not.toHaveProperty("user");
  const closed = { GENOMECRAFT_SIGN_UP: "invited", GENOMECRAFT_SMTP_FROM: '"Weber, Lab" <genomes@example.org>' };
  expect(read({ ...mailed, ...closed, GENOMECRAFT_SMTP_URL: "smtps://u%40lab:p%2F%3A%23@[::1]" })).toMatchObject({
    mail: { host: "::1", port: 465, tls: true, user: "u@lab", password: "p/:#", from: { name: "Weber, Lab" } },
    signUp: "invited",
  });
  expect(read()).toMatchObject({ signUp: "invited" });
  expect(read()).not.toHaveProperty("mail");
});

test("no sentence about a mail server quotes its password", () => {
  for (const url of ["smtp://u:top-secret@mail.example.org/x", "http://u:top-secret@x", "smtp://u:top-secret@"])
    expect(() => read({ ...mailed, GENOMECRAFT_SMTP_URL: url })).toThrow(/^(?!.*top-secret)/s);
});

test.each([
  [{ PORT: "http" }, /PORT is "http"/],
  [{ PORT: "70000" }, /0 to 65535/],
  [{ HOST: "a b" }, /HOST is "a b"/],
  [{ PUBLIC_URL: "lab.example.org" }, /PUBLIC_URL is "lab.example.org"/],
  [{ PUBLIC_URL: "https://lab.example.org/app" }, /nothing behind it/],
  [{ DATABASE_URL: "mysql://x" }, /must begin with postgres:/],
  [{ DATABASE_URL: "postgres://u:p#x/y@db:port/x" }, /must begin with postgres:.*%40/],
  [{ GENOMECRAFT_MASTER_KEY: "short" }, /32 bytes/],
  [{ GENOMECRAFT_MASTER_KEY: "00".repeat(32) }, /same byte/],
  [{ GENOMECRAFT_HOME: import.meta.filename }, /GENOMECRAFT_HOME is .*Set it to a folder/],
  [{ GENOMECRAFT_HOME: `${import.meta.filename}/in/a/file` }, /GENOMECRAFT_HOME is .*Set it to a folder/],
  ...(process.platform === "linux" ? [[{ GENOMECRAFT_HOME: "/proc/nothing" }, /Set it to a folder/] as const] : []),
  [{ GENOMECRAFT_SMTP_URL: "smtp://mail.example.org", PUBLIC_URL: "http://127.0.0.1:4300" }, /SMTP_FROM is not.*Set it to/],
  [{ GENOMECRAFT_SMTP_FROM: "a@example.org" }, /SMTP_URL is not.*Set it to/],
  [
    { GENOMECRAFT_SMTP_URL: "smtp://mail.example.org", GENOMECRAFT_SMTP_FROM: "a@example.org" },
    /Letters hold links: set PUBLIC_URL/,
  ],
  ...[
    "mail.example.org",
    "https://mail.example.org",
    "smtp://",
    "smtp://user@mail.example.org",
    "smtp://:secret@mail.example.org",
    "smtp://u:p%zz@mail.example.org",
    "smtp://u:p#q@mail.example.org",
    "smtp://mail.example.org/inbox",
    "smtp://mail.example.org?tls=no",
    "smtp://mail.example.org:0",
    "smtp://mail.example.org:99999",
  ].map((url) => [{ ...mailed, GENOMECRAFT_SMTP_URL: url }, /GENOMECRAFT_SMTP_URL must be the whole address/] as const),
  ...["nobody", "a@b@c", "A <a@b", "a@example.org, b@example.org", "a@example.org\u0007", "A, B <a@b>"].map(
    (from) => [{ ...mailed, GENOMECRAFT_SMTP_FROM: from }, /GENOMECRAFT_SMTP_FROM is .*Set it to one address/] as const,
  ),
  [{ LOG_LEVEL: "loud" }, /LOG_LEVEL is "loud"/],
] as [{ [name: string]: string }, RegExp][])("%o stops the start with a sentence", (environment, sentence) => {
  expect(() => read(environment)).toThrow(ConfigError);
  expect(() => read(environment)).toThrow(sentence);
});
