// The running product for benchmarks: started as npm start starts it, or its server alone, and spoken to over its API as
// any program would.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import WebSocket from "ws";
import { freePort, newHome, type Product, removeHome, root, startProduct } from "../e2e/harness.ts";

export interface Client {
  readonly product: { readonly url: string; readonly signIn: string };
  readonly cookie: string;
  readonly lab: string;
  call<T = unknown>(method: string, path: string, body?: unknown): Promise<T>;
  /** Uploads bytes by tus in one part and makes them a data set of the lab. */
  upload(name: string, bytes: Uint8Array): Promise<{ readonly id: string; readonly digest: string; readonly version: number }>;
  close(): Promise<void>;
}

export interface ProductClient extends Client {
  readonly product: Product;
}

export async function openProduct(args: readonly string[] = ["--empty"]): Promise<ProductClient> {
  const home = newHome();
  const product = await startProduct({ home, args });
  const client = await clientOf(product, async () => {
    await product.stop();
    removeHome(home);
  });
  return { ...client, product };
}

export interface ServerClient extends Client {
  /** Of the server's process. */
  readonly pid: number;
  /** What a kernel leases with; none runs. */
  readonly kernelToken: string;
  /** MiB that the server's process needs, once it has thrown away what nobody needs any more. */
  memoryInUse(): Promise<number>;
}

interface Ready {
  readonly url: string;
  readonly signIn: string;
  readonly kernelToken: string;
}

/** The server without a kernel, on a free port and in a home of its own, or where one was before. */
export async function openServer(place?: { readonly home: string; readonly port: number }): Promise<ServerClient> {
  const home = place?.home ?? newHome();
  const port = place?.port ?? (await freePort());
  const inspectPort = await freePort();
  const server = path.join(root, "collab-server", "dist", "server.mjs");
  const child = spawn(process.execPath, [`--inspect-port=${inspectPort}`, server, "--empty"], {
    cwd: root,
    env: { ...process.env, PORT: String(port), HOST: "127.0.0.1", GENOMECRAFT_HOME: home },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const gone = new Promise<void>((resolve) => child.on("exit", () => resolve()));
  const ready = await new Promise<Ready>((resolve, reject) => {
    child.once("message", (message) => resolve(message as Ready));
    child.once("exit", (code) => reject(new Error(`The server ended with ${code}.`)));
  });
  const client = await clientOf(ready, async () => {
    child.kill("SIGTERM");
    await gone;
    if (!place) removeHome(home);
  });
  const pid = child.pid as number;
  return { ...client, pid, kernelToken: ready.kernelToken, memoryInUse: () => memoryInUse(pid, inspectPort) };
}

async function clientOf(product: { readonly url: string; readonly signIn: string }, close: () => Promise<void>): Promise<Client> {
  const signed = await fetch(product.signIn, { redirect: "manual" });
  const cookie = signed.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`${product.url}/api/v1${path}`, {
      method,
      headers: { cookie, origin: product.url, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return (text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : text) as T;
  };
  const me = await call<{ labs: { id: string }[] }>("GET", "/me");
  const lab = me.labs[0]?.id ?? (await call<{ id: string }>("POST", "/labs", { name: "Bench lab" })).id;
  return {
    product,
    cookie,
    lab,
    call,
    upload: async (name, bytes) => {
      const meta = (values: Record<string, string>) =>
        Object.entries(values)
          .map(([key, value]) => `${key} ${Buffer.from(value).toString("base64")}`)
          .join(",");
      const made = await fetch(`${product.url}/api/v1/uploads`, {
        method: "POST",
        headers: {
          cookie,
          origin: product.url,
          "tus-resumable": "1.0.0",
          "upload-length": String(bytes.length),
          "upload-metadata": meta({ filename: name, lab }),
        },
      });
      const location = made.headers.get("location");
      if (!location) throw new Error(`the upload was refused: ${made.status} ${await made.text()}`);
      const sent = await fetch(new URL(location, product.url), {
        method: "PATCH",
        headers: {
          cookie,
          origin: product.url,
          "tus-resumable": "1.0.0",
          "upload-offset": "0",
          "content-type": "application/offset+octet-stream",
        },
        body: bytes as Uint8Array<ArrayBuffer>,
      });
      if (!sent.ok) throw new Error(`the upload broke off: ${sent.status} ${await sent.text()}`);
      const upload = location.split("/").pop() as string;
      return call("POST", "/datasets", { upload, lab, name });
    },
    close,
  };
}

/** By Node's inspector, which listens from the first call on. */
async function memoryInUse(pid: number, port: number): Promise<number> {
  process.kill(pid, "SIGUSR1");
  let found: { webSocketDebuggerUrl: string }[] | null = null;
  for (let wait = 0; !found && wait < 200; wait += 1) {
    found = await fetch(`http://127.0.0.1:${port}/json/list`)
      .then((answer) => answer.json() as Promise<{ webSocketDebuggerUrl: string }[]>)
      .catch(() => null);
    if (!found) await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const socket = new WebSocket(found?.[0]?.webSocketDebuggerUrl ?? "");
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  let last = 0;
  const ask = (method: string, params: object = {}): Promise<{ result?: { value?: number } }> => {
    last += 1;
    const id = last;
    socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve) => {
      socket.on("message", (message) => {
        const answer = JSON.parse(String(message)) as { id?: number; result?: { result?: { value?: number } } };
        if (answer.id === id) resolve(answer.result ?? {});
      });
    });
  };
  await ask("HeapProfiler.enable");
  await ask("HeapProfiler.collectGarbage");
  const expression = "(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())";
  const { result } = await ask("Runtime.evaluate", { expression });
  socket.close();
  return (result?.value ?? Number.NaN) / 2 ** 20;
}

/** Resident memory of a process in MiB; Linux. */
export const residentOf = (pid: number): number => {
  const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return found === undefined ? Number.NaN : Number(found) / 1024;
};

export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
