// What every end-to-end test needs: the product as `npm start` starts it, in a home of its own on a free port, and a
// browser with one context per person. Everything listens on loopback and is gone afterwards.

import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";

export const root = path.resolve(import.meta.dirname, "..");
/** Who is at a browser now, and every start of the product in this file: what a failed test leaves behind is theirs. */
export const persons = new Set<Person>();
export const products: Product[] = [];

export interface Product {
  readonly url: string;
  /** The one-time address that was printed. */
  readonly signIn: string;
  readonly home: string;
  readonly port: number;
  /** All that was printed so far. */
  output(): string;
  stop(): Promise<void>;
  /** SIGKILL to the server process alone, as a crash would. */
  killServer(): Promise<void>;
  /** The same to the kernel; another one is started in its place. */
  killKernel(): void;
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

export const newHome = (): string => mkdtempSync(path.join(os.tmpdir(), "gc-e2e-"));
export const removeHome = (home: string): void => rmSync(home, { recursive: true, force: true });

/** Starts the product and waits for its address. `args` as after `npm start --`. */
export async function startProduct(options: {
  readonly home: string;
  readonly port?: number;
  readonly args?: readonly string[];
  readonly env?: { readonly [name: string]: string };
}): Promise<Product> {
  const port = options.port ?? (await freePort());
  let text = "";
  const child: ChildProcess = spawn(
    process.execPath,
    [path.join(root, "scripts", "start.mjs"), "--no-open", ...(options.args ?? [])],
    {
      cwd: root,
      env: { ...process.env, PORT: String(port), HOST: "127.0.0.1", GENOMECRAFT_HOME: options.home, ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    },
  );
  const take = (chunk: Buffer): void => {
    text += chunk.toString();
  };
  child.stdout?.on("data", take);
  child.stderr?.on("data", take);
  const gone = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  const signIn = await new Promise<string>((resolve, reject) => {
    const started = Date.now();
    const timer = setInterval(() => {
      const found = /(http:\/\/\S+\/sign-in\/\S+)/.exec(text)?.[1];
      if (found) {
        clearInterval(timer);
        resolve(found);
      } else if (child.exitCode !== null || Date.now() - started > 120_000) {
        clearInterval(timer);
        reject(new Error(`The product did not start:\n${text}`));
      }
    }, 25);
  });
  const kill = (program: string): void => {
    const found = spawnSync("pgrep", ["-P", String(child.pid), "-f", program], { encoding: "utf8" });
    const pid = Number(found.stdout.trim().split("\n")[0]);
    if (pid) process.kill(pid, "SIGKILL");
  };
  const product: Product = {
    url: `http://127.0.0.1:${port}`,
    signIn,
    home: options.home,
    port,
    output: () => text,
    stop: async () => {
      child.kill("SIGTERM");
      await gone;
    },
    killServer: async () => {
      kill("server.mjs");
      await gone;
    },
    killKernel: () => kill("kernel.mjs"),
  };
  products.push(product);
  return product;
}

const executable = (): string | undefined =>
  process.env["CHROMIUM_PATH"] ??
  ["chromium", "chromium-browser", "google-chrome"]
    .map((name) => spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).stdout.trim())
    .find((found) => found !== "");

export async function startBrowser(): Promise<Browser> {
  const executablePath = executable();
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

export interface Person {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the page reported as broken: uncaught errors, content policy violations. */
  readonly troubles: string[];
}

/** A browser profile of one person, in English, at the width of a desk. */
export async function newPerson(
  browser: Browser,
  options: { readonly width?: number; readonly height?: number; readonly dark?: boolean; readonly locale?: string } = {},
): Promise<Person> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    locale: options.locale ?? "en-GB",
    colorScheme: options.dark ? "dark" : "light",
    reducedMotion: "reduce",
  });
  // Without pictures of every frame, which would cost more than what is tested.
  await context.tracing.start({ snapshots: true });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" && /Content Security Policy|Uncaught/.test(message.text())) troubles.push(message.text());
  });
  const person: Person = { context, page, troubles };
  persons.add(person);
  context.on("close", () => persons.delete(person));
  return person;
}
