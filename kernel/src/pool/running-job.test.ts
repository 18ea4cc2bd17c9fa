// A plan whose worker goes while something of it is still in that worker's memory.

import type { Digest, ResultKey } from "@genomecraft/cells/base/ids.ts";
import { expect, test } from "vitest";
import { memoryArtifactStore } from "../artifact-store.ts";
import { digest, step } from "../testing/run-hostile.ts";
import { PendingArtifacts } from "./pending-artifacts.ts";
import { RunningJob } from "./running-job.ts";

test("a plan of which one step took too long ends also when its worker is lost before it handed over the others", async () => {
  const job = new RunningJob(
    {
      plan: { steps: [step("answer", { value: 4 }), step("answer", { value: 5 })], fresh: false },
      lab: "lab_1",
      hooks: {
        queued: () => {},
        started: () => {},
        progress: () => {},
        log: () => {},
        ended: () => {},
        lookup: async () => null,
      },
      files: new Map(),
      artifacts: memoryArtifactStore(),
    },
    { memoryBytes: 2 ** 20, pending: new PendingArtifacts(), send: () => {}, onStarted: () => {}, onWorkerDone: () => {} },
  );
  const made: Digest = digest("made");
  const key = "k" as ResultKey;
  const outputs = { out: { digest: made, summary: { type: "value" as const, shape: [], detail: { value: 4 } } } };
  job.started(0, key);
  job.ended(0, { ok: true, key, ms: 1, outputs });
  job.started(1, key);
  expect(job.tookTooLong(1)).toBe(true);
  job.done([made]);
  await job.finished;
  const handedOver = job.handedOver().then(
    () => "all is here",
    () => "lost",
  );
  job.lost({ why: "memory", detail: "" });
  expect(await Promise.race([handedOver, new Promise((resolve) => setTimeout(() => resolve("never"), 20_000))])).toBe("lost");
});
