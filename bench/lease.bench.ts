// How long a run waits for an idle worker: from the moment it is in the queue (the database's clock) to the moment the
// kernel holds its plan, over the lease protocol.

import os from "node:os";
import { newId, systemRandom, type ResultKey } from "@genomecraft/cells/base/ids.ts";
import { capabilitiesOf, versionsHere } from "@genomecraft/kernel/capabilities.ts";
import { KernelClient } from "@genomecraft/kernel/service/kernel-client.ts";
import { median, quantile, type Measurement } from "./measurement.ts";
import { openServer, type ServerClient } from "./product-client.ts";
import { words as generalWords } from "@genomecraft/cells/messages/general/words.ts";

const rounds = 120;
const warmUp = 20;

export async function bench(): Promise<Measurement[]> {
  const client = await openServer();
  try {
    return await measure(client);
  } finally {
    await client.close();
  }
}

async function measure(client: ServerClient): Promise<Measurement[]> {
  const text = "---\nformat: 1\ntitle: Lease\n---\n\n```query asked\nselect 1 as one\n```\n";
  const { id } = await client.call<{ id: string }>("POST", "/notebooks", { lab: client.lab, title: "Lease", text });
  const document = await client.call<{ cells: { id: string }[] }>("GET", `/notebooks/${id}/document`);
  const cell = document.cells[0]?.id ?? "";
  const kernel = new KernelClient({
    server: client.product.url,
    token: client.kernelToken,
    kernel: newId("kernel", systemRandom),
    capabilities: await capabilitiesOf({ memory: os.totalmem() / 4, sandboxed: true }),
    versions: versionsHere,
  });
  const arrived = new Map<string, number>();
  for (let round = 0; round < rounds; round += 1) {
    const asked = kernel.lease(20_000, new AbortController().signal);
    // The kernel waits already when the run is asked for, and nothing else is going on.
    await new Promise((resolve) => setTimeout(resolve, 40));
    await client.call("POST", `/notebooks/${id}/demands`, { cell, mode: "cell", fresh: true });
    const lease = await asked;
    if (!lease) throw new Error("No run came within 20 seconds.");
    arrived.set(lease.run, Date.now());
    const key = lease.plan.steps[0]?.key as ResultKey;
    await kernel.steps(lease, [
      { step: 0, outcome: { ok: false, key, ms: 1, failure: generalWords.failure("internal", { detail: "not run" }) } },
    ]);
    await kernel.done(lease, "done");
  }
  const { runs } = await client.call<{ runs: { id: string; queuedAt: number }[] }>("GET", `/runs?notebook=${id}&limit=500`);
  const queued = new Map(runs.map((run) => [run.id, run.queuedAt]));
  const times = [...arrived].slice(warmUp).flatMap(([run, at]) => {
    const from = queued.get(run);
    return from === undefined ? [] : [at - from];
  });
  return [
    {
      name: `a run queued, to the idle kernel that waits for it (${times.length} runs)`,
      unit: "ms",
      median: median(times),
      p95: quantile(times, 0.95),
      bound: "p50 <= 10 ms",
    },
  ];
}
