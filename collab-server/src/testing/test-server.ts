// A whole server for a test file: real Postgres, real HTTP on a free port, people who are signed in, requests in a line.

import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { openTestDatabase } from "@genomecraft/storage/testing/test-database.ts";
import type { ServerConfig } from "../config.ts";
import { startServer, type RunningServer, type StartOptions } from "../main.ts";

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly cookie: string;
  /** JSON in, JSON out, with the status beside it. */
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** The status of a GET whose answer goes on without an end. */
  knock(path: string): Promise<number>;
}

export interface Answer {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into it freely
  readonly body: any;
  readonly headers: Headers;
}

export interface TestServer extends RunningServer {
  /** Nobody. */
  readonly nobody: Person;
  /** Somebody new, signed up over HTTP. */
  signUp(name: string): Promise<Person>;
}

export async function startTestServer(overrides: Partial<ServerConfig> = {}, options: StartOptions = {}): Promise<TestServer> {
  const home = await mkdtemp(path.join(os.tmpdir(), "gc-home-"));
  const database = options.database ?? (await openTestDatabase());
  const server = await startServer(
    {
      port: 0,
      host: "127.0.0.1",
      publicUrl: "http://127.0.0.1:0",
      home,
      masterKey: randomBytes(32),
      loopback: true,
      logLevel: "error",
      requestsPerMinute: null,
      signUp: "open",
      largestUpload: 2 ** 40,
      ...overrides,
    },
    { database, ...options },
  );
  const person = (id: string, email: string, cookie: string): Person => ({
    id,
    email,
    cookie,
    ask: async (method, at, body, headers = {}) => {
      const answer = await fetch(server.url + at, {
        method,
        redirect: "manual",
        headers: {
          ...(cookie === "" ? {} : { cookie }),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, body: parsed(text), headers: answer.headers };
    },
    knock: async (at) => {
      const leaving = new AbortController();
      const { status } = await fetch(server.url + at, { headers: cookie === "" ? {} : { cookie }, signal: leaving.signal });
      leaving.abort();
      return status;
    },
  });
  const nobody = person("", "", "");
  return {
    ...server,
    nobody,
    signUp: async (name) => {
      const email = `${name.toLowerCase()}-${randomBytes(3).toString("hex")}@example.org`;
      const answer = await nobody.ask(
        "POST",
        "/api/auth/sign-up/email",
        { name, email, password: "correct horse" },
        { origin: server.url },
      );
      if (answer.status !== 200) throw new Error(`sign-up: ${answer.status} ${JSON.stringify(answer.body)}`);
      return person(answer.body.user.id, email, cookieOf(answer.headers));
    },
    close: async () => {
      await server.close();
      if (!options.database) await database.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

export const cookieOf = (headers: Headers): string =>
  headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};
