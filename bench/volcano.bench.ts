// A threshold is turned; when has the new volcano of 40,000 genes arrived? Through the API, the scheduler, a lease, a sealed worker
// and back over the run feed, with names beside points and a list of genes that is pointed out.

import { seededRandom } from "@genomecraft/cells/stats/seeded-random.ts";
import { median, quantile, type Measurement } from "./measurement.ts";
import { openProduct, sha256, type Client } from "./product-client.ts";
import { watchCell } from "./watch-cell.ts";

const genes = 40_000;
const rounds = 70;

export async function bench(): Promise<Measurement[]> {
  const client = await openProduct();
  try {
    return await measure(client);
  } finally {
    await client.close();
  }
}

/** As DESeq2 writes its results: most genes do not differ. */
function results(): Buffer {
  const random = seededRandom(7);
  const lines = ["gene,baseMean,log2FoldChange,pvalue,padj"];
  for (let gene = 0; gene < genes; gene++) {
    const isDifferent = random() < 0.15;
    const change = (random() + random() + random() - 1.5) * (isDifferent ? 4 : 1);
    const p = isDifferent ? random() ** 12 : random();
    lines.push(
      `gene${gene},${(10 ** (random() * 4)).toFixed(2)},${change.toFixed(5)},${p.toPrecision(6)},${Math.min(1, p * 2).toPrecision(6)}`,
    );
  }
  return Buffer.from(`${lines.join("\n")}\n`);
}

async function measure(client: Client): Promise<Measurement[]> {
  const bytes = results();
  const dataset = await client.upload("results.csv", bytes);
  const text = `---
format: 1
title: Bench
---

\`\`\`load genes
file:
  digest: ${sha256(bytes)}
  name: results.csv
  size: ${bytes.length}
  dataset: ${dataset.id}
  version: ${dataset.version}
\`\`\`

\`\`\`parameter sure
control: { type: slider, min: 0, max: 1, step: 0.0001 }
value: 0.05
\`\`\`

\`\`\`chart volcano
from: =genes
chart: { type: point, smallestAbove: true, leastX: 1, passY: =sure, names: 24, highlight: [gene1, gene20, gene300] }
x: log2FoldChange
"y": padj
logY: true
labels: true
\`\`\`
`;
  const { id } = await client.call<{ id: string }>("POST", "/notebooks", { lab: client.lab, title: "Bench", text });
  await client.call("POST", `/notebooks/${id}/datasets`, { dataset: dataset.id });
  const document = await client.call<{ cells: { id: string; name: string }[] }>("GET", `/notebooks/${id}/document`);
  const cellOf = (name: string): string => document.cells.find((cell) => cell.name === name)?.id ?? "";
  const fresh = watchCell(client, id, cellOf("volcano"));
  await client.call("POST", `/notebooks/${id}/demands`, { cell: null, mode: "all" });
  await fresh.next();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    const arrived = fresh.next();
    await client.call("POST", `/notebooks/${id}/operations`, {
      operations: [{ type: "set-spec", cell: cellOf("sure"), path: ["value"], value: 0.01 + round / 1000 }],
    });
    await arrived;
    if (round >= 10) times.push(performance.now() - started);
  }
  fresh.close();
  return [
    {
      name: "a threshold turned, to the new volcano of 40,000 genes",
      unit: "ms",
      median: median(times),
      p95: quantile(times, 0.95),
      bound: "p95 <= 150 ms",
    },
  ];
}
