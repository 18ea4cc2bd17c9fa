// A run that would take hours: how soon its lane is free after it was cancelled, and how soon another kernel has it after
// its own was killed. Times are the database's.

import { median, quantile, type Measurement } from "./measurement.ts";
import { openProduct, type ProductClient } from "./product-client.ts";

const rounds = 10;
const kills = 4;
const text = `---
format: 1
title: Endless
---

\`\`\`query asked
select count(*) as n from range(100000000) a, range(1000000) b where hash(a.range + b.range) % 7 = 3
\`\`\`
`;

interface Run {
  readonly id: string;
  readonly state: string;
  readonly startedAt: number | null;
  readonly ms: number | null;
}

export async function bench(): Promise<Measurement[]> {
  const client = await openProduct();
  try {
    return await measure(client);
  } finally {
    await client.close();
  }
}

async function measure(client: ProductClient): Promise<Measurement[]> {
  const { id } = await client.call<{ id: string }>("POST", "/notebooks", { lab: client.lab, title: "Endless", text });
  const { cells } = await client.call<{ cells: { id: string }[] }>("GET", `/notebooks/${id}/document`);
  const cell = cells[0]?.id ?? "";
  const newest = async (): Promise<Run | undefined> =>
    (await client.call<{ runs: Run[] }>("GET", `/runs?notebook=${id}&limit=1`)).runs[0];
  const until = async (is: (run: Run) => boolean): Promise<Run> => {
    for (const end = performance.now() + 60_000; performance.now() < end; ) {
      const run = await newest();
      if (run && is(run)) return run;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error("The run did not come to that within a minute.");
  };
  const start = async (): Promise<Run> => {
    const before = await newest();
    await client.call("POST", `/notebooks/${id}/demands`, { cell, mode: "cell" });
    const run = await until((found) => found.id !== before?.id && found.state === "running");
    await new Promise((resolve) => setTimeout(resolve, 700));
    return run;
  };

  const cancels: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { id: run } = await start();
    const asked = Date.now();
    await client.call("DELETE", `/notebooks/${id}/cells/${cell}/run`);
    const ended = await until((found) => found.id === run && found.state === "cancelled");
    cancels.push((ended.startedAt ?? Number.NaN) + (ended.ms ?? Number.NaN) - asked);
  }
  const retries: number[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const { id: run, startedAt } = await start();
    // One that lived for ten seconds is started again at once.
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    const killed = Date.now();
    client.product.killKernel();
    const again = await until((found) => found.id === run && (found.startedAt ?? 0) > (startedAt ?? 0));
    retries.push((again.startedAt ?? Number.NaN) - killed);
    await client.call("DELETE", `/notebooks/${id}/cells/${cell}/run`);
    await until((found) => found.id === run && found.state === "cancelled");
  }
  return [
    {
      name: "an endless query cancelled, until its lane is free",
      unit: "ms",
      median: median(cancels),
      p95: quantile(cancels, 0.95),
      bound: "<= 1,000 ms",
    },
    {
      name: "a kernel killed with a run, until the kernel started in its place has it",
      unit: "ms",
      median: median(retries),
      p95: quantile(retries, 0.95),
      bound: "<= 3,000 ms",
    },
  ];
}
