// A parameter is turned; when has the new figure arrived? Through the API, the scheduler, a lease, a sealed worker and back
// over the run feed, on a table of 100,000 rows.

import { largeTable } from "./large-table.ts";
import { median, quantile, type Measurement } from "./measurement.ts";
import { openProduct, sha256, type Client } from "./product-client.ts";
import { watchCell } from "./watch-cell.ts";

export async function bench(): Promise<Measurement[]> {
  const client = await openProduct();
  try {
    return await measure(client);
  } finally {
    await client.close();
  }
}

async function measure(client: Client): Promise<Measurement[]> {
  const bytes = largeTable(3);
  const dataset = await client.upload("bench.csv", bytes);
  const text = `---
format: 1
title: Bench
---

\`\`\`load data
file:
  digest: ${sha256(bytes)}
  name: bench.csv
  size: ${bytes.length}
  dataset: ${dataset.id}
  version: ${dataset.version}
\`\`\`

\`\`\`parameter limit
control: { type: slider, min: 0, max: 10, step: 0.001 }
value: 5
\`\`\`

\`\`\`transform kept
from: =data
steps:
  - verb: filter
    where: { column: x0, is: "<", value: =limit }
\`\`\`

\`\`\`chart drawn
from: =kept
chart: { type: box }
x: group
y: x1
\`\`\`
`;
  const { id } = await client.call<{ id: string }>("POST", "/notebooks", { lab: client.lab, title: "Bench", text });
  await client.call("POST", `/notebooks/${id}/datasets`, { dataset: dataset.id });
  const document = await client.call<{ cells: { id: string; name: string }[] }>("GET", `/notebooks/${id}/document`);
  const cellOf = (name: string): string => document.cells.find((cell) => cell.name === name)?.id ?? "";
  const fresh = watchCell(client, id, cellOf("drawn"));
  await client.call("POST", `/notebooks/${id}/demands`, { cell: null, mode: "all" });
  await fresh.next();
  const times: number[] = [];
  for (let round = 0; round < 70; round += 1) {
    const started = performance.now();
    const arrived = fresh.next();
    await client.call("POST", `/notebooks/${id}/operations`, {
      operations: [{ type: "set-spec", cell: cellOf("limit"), path: ["value"], value: 3 + round / 20 }],
    });
    await arrived;
    if (round >= 10) times.push(performance.now() - started);
  }
  fresh.close();
  return [
    {
      name: "a parameter turned, to the new figure of 100,000 rows",
      unit: "ms",
      median: median(times),
      p95: quantile(times, 0.95),
      bound: "p95 <= 150 ms",
    },
  ];
}
