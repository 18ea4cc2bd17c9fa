// A kernel for tests of the server: it leases over HTTP like a real one and answers each step with a small table that
// follows from the step's key, or with what a test's script says. No worker, no engines; only files are really looked into.

import { createHash } from "node:crypto";
import { digestOfArtifact } from "@genomecraft/cells/artifacts/digest-of-artifact.ts";
import { encodeArtifact } from "@genomecraft/cells/artifacts/bytes-of-artifact.ts";
import { summaryOf, inlineOf } from "@genomecraft/cells/artifacts/artifact-summary.ts";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import { numberColumn, tableOf } from "@genomecraft/cells/artifacts/table.ts";
import { engineVersions } from "@genomecraft/cells/base/engine-versions.ts";
import { type Failure, FailureError } from "@genomecraft/cells/base/failure.ts";
import type { Digest, ResultKey } from "@genomecraft/cells/base/ids.ts";
import { stepExecutorOf, stepKindOf } from "@genomecraft/cells/jobs.ts";
import { inspect } from "@genomecraft/cells/jobs/inspect/spec.ts";
import type { Plan, PlanStep, StepOutcome } from "@genomecraft/cells/runtime/plan.ts";
import { resultKey } from "@genomecraft/cells/contract/result-key.ts";

export interface Lease {
  readonly run: string;
  readonly attempt: number;
  readonly plan: Plan;
  readonly lab: string;
  readonly files: { readonly [digest: string]: { readonly size: number } };
}

export interface ScriptedKernelOptions {
  readonly url: string;
  readonly token: string;
  readonly name?: string;
  /** Bytes; 2 GiB when absent. */
  readonly memory?: number;
  /** Programs that it says it has. */
  readonly software?: readonly string[];
  /** Once it resolves, the server is asked what is wanted of a run's outputs, as real ones do at once; absent, all are put. */
  readonly holds?: () => Promise<void>;
  /** Before a step is answered: wait, fail, or give other artifacts. */
  readonly onStep?: (step: PlanStep, lease: Lease) => Promise<{ readonly [port: string]: Artifact } | void>;
}

export class ScriptedKernel {
  readonly leases: Lease[] = [];
  readonly steps: { readonly step: PlanStep; readonly at: number }[] = [];
  /** Stopped by the server while a run was under way. */
  cancelled = 0;
  /** Said to the server that a run lives. */
  beats = 0;
  private readonly options: ScriptedKernelOptions;
  private readonly stopping = new AbortController();
  private readonly loop: Promise<void>;

  constructor(options: ScriptedKernelOptions) {
    this.options = options;
    this.loop = this.run();
  }

  private async post(path: string, body: unknown): Promise<{ readonly status: number; readonly body: never }> {
    const answer = await fetch(`${this.options.url}/api/v1/kernel${path}`, {
      method: "POST",
      headers: { authorization: `Bearer ${this.options.token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: this.stopping.signal,
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === "" ? null : JSON.parse(text)) as never };
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        const { status, body } = await this.post("/lease", {
          kernel: this.options.name ?? "scripted",
          caps: { cpu: 1, memory: this.options.memory ?? 2 ** 31, gpu: [], software: this.options.software ?? [] },
          versions: engineVersions,
          waitMs: 5_000,
        });
        if (status === 200) await this.work(body as Lease);
        else if (status !== 204) await new Promise((resolve) => setTimeout(resolve, 100));
      } catch {
        if (!this.stopping.signal.aborted) await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  private async work(lease: Lease): Promise<void> {
    this.leases.push(lease);
    const { run, attempt, plan } = lease;
    let over = false;
    const at = { step: 0 };
    let beating = false;
    const beats = setInterval(() => {
      if (over || beating) return;
      beating = true;
      this.beats += 1;
      void this.post(`/runs/${run}/beat`, { attempt, step: at.step, fraction: null, note: null })
        .then(({ status, body }) => {
          if (status !== 200 || (body as { cancel: boolean }).cancel) over = true;
        })
        .catch(() => {})
        .finally(() => {
          beating = false;
        });
    }, 100);
    try {
      const outcomes: StepOutcome[] = [];
      const held = new Map<string, Artifact>();
      for (const [index, step] of plan.steps.entries()) {
        at.step = index;
        const digests: { [slot: string]: Digest } = {};
        for (const [slot, input] of Object.entries(step.inputs)) {
          const before = "step" in input ? outcomes[input.step] : null;
          digests[slot] = "digest" in input ? input.digest : ((before?.ok ? before.outputs[input.port]?.digest : "") as Digest);
        }
        const kind = stepKindOf(step.kind);
        if (!kind) return;
        const key = step.key ?? resultKey(kind, step.spec, digests);
        let failure: Failure | null = null;
        const given = await Promise.race([
          (this.options.onStep?.(step, lease) ?? this.lookInto(step, lease)).catch((error: unknown) => {
            if (!(error instanceof FailureError)) throw error;
            failure = error.failure;
          }),
          new Promise<void>((resolve) => {
            const look = setInterval(() => {
              if (!over && !this.stopping.signal.aborted) return;
              clearInterval(look);
              resolve();
            }, 20);
            look.unref();
          }),
        ]);
        if (this.stopping.signal.aborted) return;
        if (over) {
          this.cancelled += 1;
          await this.post(`/runs/${run}/done`, { attempt, outcome: "cancelled" });
          return;
        }
        this.steps.push({ step, at: Date.now() });
        if (failure) {
          const outcome: StepOutcome = { ok: false, key, failure, ms: 1 };
          if ((await this.post(`/runs/${run}/steps`, { attempt, steps: [{ step: index, outcome }] })).status !== 200) return;
          break;
        }
        const artifacts = given ?? { [kind.outputs[0]?.name ?? "out"]: artifactFor(key) };
        const outputs = Object.fromEntries(
          Object.entries(artifacts).map(([port, artifact]) => {
            const inline = inlineOf(artifact);
            return [
              port,
              { digest: digestOfArtifact(artifact), summary: summaryOf(artifact), ...(inline === undefined ? {} : { inline }) },
            ];
          }),
        );
        const outcome: StepOutcome = { ok: true, key, outputs, ms: 1 };
        outcomes.push(outcome);
        const { status } = await this.post(`/runs/${run}/steps`, { attempt, steps: [{ step: index, outcome }] });
        if (status !== 200) return;
        for (const artifact of Object.values(artifacts)) {
          if (this.options.holds) held.set(digestOfArtifact(artifact), artifact);
          else await this.put(lease, artifact);
        }
      }
      if (held.size > 0) void this.handOver(lease, held).catch(() => {});
      else await this.post(`/runs/${run}/done`, { attempt, outcome: "done" });
    } finally {
      clearInterval(beats);
    }
  }

  /** A file that was dropped: read by ranges, as a worker's parent does. */
  private async lookInto(step: PlanStep, lease: Lease): Promise<{ readonly [port: string]: Artifact } | void> {
    const execute = step.kind === "inspect" ? await stepExecutorOf(step.kind) : null;
    if (!execute) return;
    // With its defaults, as a worker gets it.
    const spec = inspect.schema.parse(step.spec);
    const { digest, size } = spec.file;
    const read = async (start: number, end: number): Promise<Uint8Array> => {
      if (start >= end) return new Uint8Array(0);
      const answer = await fetch(`${this.options.url}/api/v1/kernel/files/${digest}?run=${lease.run}`, {
        headers: { authorization: `Bearer ${this.options.token}`, range: `bytes=${start}-${end - 1}` },
      });
      return new Uint8Array(await answer.arrayBuffer());
    };
    const stream = async function* (): AsyncIterable<Uint8Array> {
      for (let at = 0; at < size; at += 1 << 20) yield await read(at, Math.min(size, at + (1 << 20)));
    };
    const nothing = (): never => {
      throw new Error("a look into a file asks for its bytes only");
    };
    const made = await execute(spec, {
      signal: this.stopping.signal,
      progress: () => {},
      log: () => {},
      input: nothing,
      named: nothing,
      valueOf: nothing,
      file: () => ({ size, read, stream }),
      fileOf: nothing,
      engines: { sql: null, onnx: null },
    });
    if (made.ok) return made.value;
  }

  /** The lane is free meanwhile. */
  private async handOver(lease: Lease, held: ReadonlyMap<string, Artifact>): Promise<void> {
    const { run, attempt } = lease;
    await this.options.holds?.();
    const { body } = await this.post(`/runs/${run}/wanted`, { attempt, digests: [...held.keys()] });
    for (const digest of (body as { readonly wanted: readonly string[] }).wanted) {
      const artifact = held.get(digest);
      if (artifact) await this.put(lease, artifact);
    }
    await this.post(`/runs/${run}/done`, { attempt, outcome: "done" });
  }

  private async put(lease: Lease, artifact: Artifact): Promise<void> {
    await fetch(`${this.options.url}/api/v1/kernel/artifacts/${digestOfArtifact(artifact)}?run=${lease.run}`, {
      method: "PUT",
      headers: { authorization: `Bearer ${this.options.token}`, "content-type": "application/octet-stream" },
      body: encodeArtifact(artifact) as Uint8Array<ArrayBuffer>,
    });
  }

  /** Gone without a word, as a machine that loses its power. */
  async kill(): Promise<void> {
    this.stopping.abort();
    await this.loop.catch(() => {});
    // Until the server has noticed: else it might hand the next run to nobody.
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/** A table of three rows that follows from the key. */
export function artifactFor(key: ResultKey | string): Artifact {
  const bytes = createHash("sha256").update(key).digest();
  return tableOf(numberColumn("a", [bytes[0] ?? 0, bytes[1] ?? 0, bytes[2] ?? 0]));
}
