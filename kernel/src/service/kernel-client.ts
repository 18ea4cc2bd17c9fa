// The lease protocol as calls: what a kernel says to its server. Outbound HTTP and a scoped token are all that it needs.

import http from "node:http";
import https from "node:https";
import type { Digest, ResultKey } from "@genomecraft/cells/base/ids.ts";
import type { Sentence } from "@genomecraft/cells/messages/sentence.ts";
import type { Plan, StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import type { Capabilities } from "../capabilities.ts";

export interface Lease {
  readonly run: string;
  readonly attempt: number;
  readonly plan: Plan;
  readonly lab: string;
  /** By digest: what is known of each file that the plan names. */
  readonly files?: { readonly [digest: string]: { readonly size?: number } };
}

export interface StepReport {
  readonly step: number;
  readonly outcome: StepOutcome;
}

/** The server answered, and not with what was asked for. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
  /** The lease is not ours any more: somebody else has it, or the run was cancelled. */
  get isLeaseLost(): boolean {
    return this.status === 404 || this.status === 409 || this.status === 410;
  }
  /** Asking again will not help. */
  get isFinal(): boolean {
    return this.status === 401 || this.status === 403 || this.status === 422 || this.status === 426;
  }
}

export interface KernelClientOptions {
  /** "http://127.0.0.1:4300" */
  readonly server: string;
  readonly token: string;
  readonly kernel: string;
  readonly capabilities: Capabilities;
  readonly versions: { readonly [engine: string]: string };
  /** A line on which nothing moves for so long while an artifact is sent is given up. Default: five minutes, as `fetch` has it. */
  readonly silenceMs?: number;
}

export class KernelClient {
  private readonly options: KernelClientOptions;
  private readonly base: string;
  constructor(options: KernelClientOptions) {
    this.options = options;
    this.base = `${options.server.replace(/\/+$/, "")}/api/v1/kernel`;
  }

  /** Waits on the server for up to `waitMs`; null when there was nothing to do. */
  async lease(waitMs: number, signal: AbortSignal): Promise<Lease | null> {
    const { kernel, capabilities, versions } = this.options;
    const answer = await this.call("/lease", {
      method: "POST",
      json: { kernel, caps: capabilities, versions, waitMs },
      signal: AbortSignal.any([signal, AbortSignal.timeout(waitMs + 15_000)]),
    });
    if (answer.status === 204) return null;
    return (await answer.json()) as Lease;
  }

  /** Says that the run lives and how far it is; answers whether to stop. */
  async beat(
    lease: Lease,
    at: { readonly step: number; readonly fraction: number | null; readonly note: Sentence | null; readonly log?: string },
  ): Promise<{ readonly cancel: boolean }> {
    const answer = await this.call(`/runs/${encodeURIComponent(lease.run)}/beat`, {
      method: "POST",
      json: { attempt: lease.attempt, ...at },
      signal: AbortSignal.timeout(10_000),
    });
    return (await answer.json()) as { readonly cancel: boolean };
  }

  /** Reports steps that have ended. */
  async steps(lease: Lease, steps: readonly StepReport[]): Promise<void> {
    await this.call(`/runs/${encodeURIComponent(lease.run)}/steps`, {
      method: "POST",
      json: { attempt: lease.attempt, steps },
      signal: AbortSignal.timeout(30_000),
    });
  }

  /** The result of a step where there is one already. */
  async lookup(lease: Lease, step: number, key: ResultKey): Promise<StepOutcome | null> {
    const answer = await this.call(`/runs/${encodeURIComponent(lease.run)}/lookup`, {
      method: "POST",
      json: { attempt: lease.attempt, step, key },
      signal: AbortSignal.timeout(10_000),
    });
    return ((await answer.json()) as { readonly hit: StepOutcome | null }).hit;
  }

  /** Which of these outputs somebody wants; answers after a moment, or when it is known earlier. */
  async wanted(lease: Lease, digests: readonly Digest[]): Promise<readonly Digest[]> {
    const answer = await this.call(`/runs/${encodeURIComponent(lease.run)}/wanted`, {
      method: "POST",
      json: { attempt: lease.attempt, digests },
      signal: AbortSignal.timeout(10_000),
    });
    return ((await answer.json()) as { readonly wanted: readonly Digest[] }).wanted;
  }

  async done(lease: Lease, outcome: "done" | "lost" | "cancelled", detail?: string): Promise<void> {
    await this.call(`/runs/${encodeURIComponent(lease.run)}/done`, {
      method: "POST",
      json: { attempt: lease.attempt, outcome, ...(detail === undefined ? {} : { detail: detail.slice(0, 4000) }) },
      signal: AbortSignal.timeout(30_000),
    });
  }

  async artifact(lease: Lease, digest: Digest): Promise<Uint8Array | null> {
    try {
      const answer = await this.call(`/artifacts/${digest}?run=${encodeURIComponent(lease.run)}`, { method: "GET" });
      return new Uint8Array(await answer.arrayBuffer());
    } catch (error) {
      if (error instanceof Refused && error.status === 404) return null;
      throw error;
    }
  }

  /** By a plain request: `fetch` copies its body twice, and a table is many megabytes. */
  putArtifact(lease: Lease, digest: Digest, bytes: Uint8Array): Promise<void> {
    const url = new URL(`${this.base}/artifacts/${digest}?run=${encodeURIComponent(lease.run)}`);
    return new Promise((resolve, reject) => {
      const sending = (url.protocol === "https:" ? https : http).request(
        url,
        {
          method: "PUT",
          headers: {
            authorization: `Bearer ${this.options.token}`,
            "content-type": "application/octet-stream",
            "content-length": bytes.length,
          },
        },
        (answer) => {
          const said: Buffer[] = [];
          answer.on("data", (chunk: Buffer) => said.push(chunk));
          answer.on("error", reject);
          answer.on("end", () => {
            const status = answer.statusCode ?? 0;
            if (status >= 200 && status < 300) resolve();
            else reject(refusalOf(status, Buffer.concat(said).toString()));
          });
        },
      );
      sending.on("error", reject);
      const silence = this.options.silenceMs ?? 300_000;
      sending.setTimeout(silence, () => sending.destroy(new Error(`the server was silent for ${Math.round(silence / 1000)} s`)));
      sending.end(bytes);
    });
  }

  /** Plain bytes [start, end) of a file of the lease. */
  async fileRange(lease: Lease, digest: string, start: number, end: number): Promise<Uint8Array> {
    const answer = await this.call(`/files/${digest}?run=${encodeURIComponent(lease.run)}`, {
      method: "GET",
      headers: { range: `bytes=${start}-${end - 1}` },
      signal: AbortSignal.timeout(60_000),
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    // A server that ignores ranges sends all of it.
    return bytes.length === end - start ? bytes : bytes.subarray(start, end);
  }

  private async call(
    path: string,
    request: {
      readonly method: "GET" | "POST";
      readonly json?: unknown;
      readonly headers?: { readonly [name: string]: string };
      readonly signal?: AbortSignal;
    },
  ): Promise<Response> {
    const answer = await fetch(`${this.base}${path}`, {
      method: request.method,
      headers: {
        authorization: `Bearer ${this.options.token}`,
        ...(request.json === undefined ? {} : { "content-type": "application/json" }),
        ...request.headers,
      },
      ...(request.json === undefined ? {} : { body: JSON.stringify(request.json) }),
      ...(request.signal ? { signal: request.signal } : {}),
    });
    if (answer.ok) return answer;
    throw refusalOf(answer.status, await answer.text().catch(() => ""));
  }
}

function refusalOf(status: number, text: string): Refused {
  try {
    return new Refused(status, (JSON.parse(text) as { error?: { message?: string } }).error?.message ?? String(status));
  } catch {
    // Not our server's error body.
    return new Refused(status, String(status));
  }
}
