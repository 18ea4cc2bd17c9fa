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
  [{ LOG_LEVEL: "loud" }, /LOG_LEVEL is "loud"/],
] as [{ [name: string]: string }, RegExp][])("%o stops the start with a sentence", (environment, sentence) => {
  expect(() => read(environment)).toThrow(ConfigError);
  expect(() => read(environment)).toThrow(sentence);
});
