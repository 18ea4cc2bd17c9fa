// The features of one entity over HTTP, beside a row of the same table by its primary key from Postgres: 100,000 entities, 12
// features. The server runs in this process, so that both ask through the same connections.

import { createHash } from "node:crypto";
import { bytesAsSource } from "@genomecraft/cells/testing/bytes-as-source.ts";
import { runCells } from "@genomecraft/collab-server/testing/run-cells.ts";
import { startTestServer, type TestServer } from "@genomecraft/collab-server/testing/test-server.ts";
import { median, quantile, type Measurement } from "./measurement.ts";

const entities = 100_000;
const features = 12;
const reads = 1_000;
const warmUp = 100;

export async function bench(): Promise<Measurement[]> {
  const server = await startTestServer();
  try {
    return await measure(server);
  } finally {
    await server.close();
  }
}

async function measure(server: TestServer): Promise<Measurement[]> {
  const ada = await server.signUp("Ada");
  const { pool } = server.context;
  const columns = Array.from({ length: features }, (_, at) => `f${at}`);
  const rows = Array.from(
    { length: entities },
    (_, row) => `p${row},${columns.map((_, at) => (row * (at + 7)) % 1009).join(",")}`,
  );
  const bytes = new TextEncoder().encode(`id,${columns.join(",")}\n${rows.join("\n")}\n`);
  const { cookie } = ada;
  const id = await viewOf(server, ada, bytes);
  await pool.query(`create table features_by_key (id text primary key, ${columns.map((name) => `${name} float8`).join(", ")})`);
  await pool.query(
    `insert into features_by_key select 'p' || n, ${columns.map((_, at) => `(n * ${at + 7}) % 1009`).join(", ")} from generate_series(0, ${entities - 1}) n`,
  );
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let at = 0; at < reads + warmUp; at += 1) {
    const entity = `p${(at * 7919) % entities}`;
    let from = performance.now();
    const answer = await fetch(`${server.url}/api/v1/feature-views/${id}/rows?entity=${entity}`, { headers: { cookie } });
    const { total } = (await answer.json()) as { total: number };
    if (total !== 1) throw new Error(`${entity} stands in ${total} rows.`);
    if (at >= warmUp) ours.push(performance.now() - from);
    from = performance.now();
    await pool.query("select * from features_by_key where id = $1", [entity]);
    if (at >= warmUp) theirs.push(performance.now() - from);
  }
  return [
    {
      name: `features of one of ${entities.toLocaleString("en")} entities over HTTP (${reads.toLocaleString("en")} reads)`,
      unit: "ms",
      median: median(ours),
      p95: quantile(ours, 0.95),
      peer: "a row of Postgres by primary key, without HTTP and rights",
      peerMedian: median(theirs),
      ratio: median(ours) / median(theirs),
      bound: "p50 < 10 ms",
    },
  ];
}

/** A view of these rows, made as anybody makes one. */
async function viewOf(server: TestServer, ada: Awaited<ReturnType<TestServer["signUp"]>>, bytes: Uint8Array): Promise<string> {
  const { context } = server;
  const lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
  const digest = createHash("sha256").update(bytes).digest("hex");
  const blob = await context.blobs.put(context.db, { lab }, bytes);
  await context.pool.query(
    "insert into datasets (id, lab, name, created_by, created_at, updated_at) values ('ds_rows', $1, 'rows.csv', $2, 1, 1)",
    [lab, ada.id],
  );
  await context.pool.query(
    "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) values ('ds_rows', 1, $1, $2, $3, 'rows.csv', $4, $5, 1)",
    [lab, blob.id, digest, bytes.length, ada.id],
  );
  const file = `{digest: '${digest}', name: rows.csv, size: ${bytes.length}, dataset: ds_rows, version: 1}`;
  const text = `---\nformat: 1\ntitle: Rows\n---\n\n\`\`\`load rows\nfile: ${file}\nformat: csv\nread: table\n\`\`\`\n`;
  const notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "Rows", text })).body.id;
  await ada.ask("POST", `/api/v1/notebooks/${notebook}/datasets`, { dataset: "ds_rows" });
  await runCells(context, { notebook, lab, by: ada.id, files: new Map([[digest, bytesAsSource(bytes)]]) });
  const made = await ada.ask("POST", "/api/v1/feature-views", { notebook, cell: "cell_rows", name: "Rows", entity: "id" });
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  return made.body.id;
}
