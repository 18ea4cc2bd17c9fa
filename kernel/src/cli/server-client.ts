// A running server as the command line uses it: REST with an API key, uploads by tus 1.0.

import { open, stat } from "node:fs/promises";
import { cleanFileName } from "@genomecraft/cells/base/clean-name.ts";
import type { Json, JsonObject } from "@genomecraft/cells/base/json.ts";
import { CommandEnd, type Terminal } from "./terminal.ts";

export interface ServerFlags {
  readonly server?: string;
  readonly key?: string;
}

/** The server's address without a slash at its end; ends with a sentence where it is none. */
export function serverAddress(given: string | undefined, terminal: Terminal): string {
  if (!given) throw new CommandEnd(2, terminal.words("server-missing"));
  const { protocol } = URL.canParse(given) ? new URL(given) : { protocol: "" };
  if (protocol !== "http:" && protocol !== "https:") throw new CommandEnd(2, terminal.words("server-wrong", { server: given }));
  return given.replace(/\/+$/, "");
}

export class ServerClient {
  readonly base: string;
  private readonly key: string;
  private readonly terminal: Terminal;

  constructor(
    flags: ServerFlags,
    terminal: Terminal,
    environment: { readonly [name: string]: string | undefined } = process.env,
  ) {
    const server = serverAddress(flags.server ?? environment.GENOMECRAFT_SERVER, terminal);
    const key = flags.key ?? environment.GENOMECRAFT_API_KEY;
    if (!key) throw new CommandEnd(2, terminal.words("key-missing"));
    this.base = server;
    this.key = key;
    this.terminal = terminal;
  }

  async json<T>(method: "GET" | "POST" | "PUT", at: string, body?: Json): Promise<T> {
    const answer = await this.call(`/api/v1${at}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    return (await answer.json()) as T;
  }

  async text(at: string): Promise<string> {
    return (await this.call(`/api/v1${at}`, { method: "GET" })).text();
  }

  /** Uploads a file in pieces of 8 MB, resumed from where the server has it; answers the upload's id. */
  async upload(file: string, metadata: { readonly [name: string]: string }, onSent: (share: number) => void): Promise<string> {
    const { size } = await stat(file);
    const encoded = Object.entries({ filename: cleanFileName(file), ...metadata })
      .map(([name, value]) => `${name} ${Buffer.from(value, "utf8").toString("base64")}`)
      .join(",");
    const tus = { "tus-resumable": "1.0.0" };
    const made = await this.call("/api/v1/uploads", {
      method: "POST",
      headers: { ...tus, "upload-length": String(size), "upload-metadata": encoded },
    });
    const location = new URL(made.headers.get("location") ?? "", `${this.base}/api/v1/uploads`);
    const at = `${location.pathname}${location.search}`;
    const handle = await open(file, "r");
    try {
      let offset = 0;
      for (let attempt = 0; offset < size; ) {
        const piece = new Uint8Array(Math.min(8 << 20, size - offset));
        await handle.read(piece, 0, piece.length, offset);
        try {
          const sent = await this.call(at, {
            method: "PATCH",
            body: piece,
            headers: { ...tus, "upload-offset": String(offset), "content-type": "application/offset+octet-stream" },
          });
          offset = Number(sent.headers.get("upload-offset") ?? offset + piece.length);
          attempt = 0;
          onSent(offset / size);
        } catch (error) {
          attempt += 1;
          if (attempt > 4) throw error;
          await new Promise((resolve) => setTimeout(resolve, 300 * attempt));
          const head = await this.call(at, { method: "HEAD", headers: tus });
          offset = Number(head.headers.get("upload-offset") ?? offset);
        }
      }
    } finally {
      await handle.close();
    }
    return location.pathname.split("/").pop() ?? "";
  }

  private async call(
    at: string,
    request: {
      readonly method: string;
      readonly headers?: { readonly [name: string]: string };
      readonly body?: string | Uint8Array;
    },
  ): Promise<Response> {
    let answer: Response;
    try {
      answer = await fetch(`${this.base}${at}`, {
        method: request.method,
        headers: { authorization: `Bearer ${this.key}`, "accept-language": this.terminal.locale, ...request.headers },
        ...(request.body === undefined ? {} : { body: request.body as string | Uint8Array<ArrayBuffer> }),
      });
    } catch (error) {
      const { cause } = error as { cause?: { code?: string; message?: string } };
      const detail = cause?.code ?? cause?.message ?? String(error);
      throw new CommandEnd(1, this.terminal.words("server-silent", { server: this.base, detail }));
    }
    if (answer.ok) return answer;
    const text = await answer.text();
    let error: JsonObject & { readonly message?: string } = {};
    try {
      error = (JSON.parse(text) as { error?: JsonObject }).error ?? {};
    } catch {
      // No body of ours.
    }
    const { message = `${answer.status} ${answer.statusText}`, ...more } = error;
    throw new CommandEnd(1, this.terminal.words("server-refused", { server: this.base, sentence: message }), {
      status: answer.status,
      ...more,
    });
  }
}
