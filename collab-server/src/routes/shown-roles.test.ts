// Every route of outputs, lineage, dashboards and their readers, asked by everybody. One line a route in
// testing/role-cases.ts; the mark says who is let through.

import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bytesAsSource } from "@genomecraft/cells/testing/bytes-as-source.ts";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { addMember } from "@genomecraft/storage/queries/labs.ts";
import { putShown } from "@genomecraft/storage/queries/shown.ts";
import { committedNotebook } from "../sync/committed-notebook.ts";
import { resultsOfLab, settleCells } from "../publications/settle-notebook.ts";
import { marksOf, shownCases } from "../testing/role-cases.ts";
import { computingInPlace, runInPlace } from "../testing/run-in-place.ts";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

const bytes = new TextEncoder().encode("mouse,weight\nm1,20\nm2,21\nm3,19\n");
const digest = createHash("sha256").update(bytes).digest("hex");
const files = new Map([[digest, bytesAsSource(bytes)]]);

let server: TestServer;
const people: { [role: string]: Person } = {};
const names: { [name: string]: string } = {};

beforeAll(async () => {
  server = await startTestServer({}, { computing: computingInPlace({ files }) });
  const { context } = server;
  for (const role of ["owner", "admin", "member", "editor", "runner", "viewer", "stranger"])
    people[role] = await server.signUp(role);
  people["nobody"] = server.nobody;
  const owner = people["owner"] as Person;
  const lab = (await owner.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
  for (const role of ["admin", "member"])
    await addMember(context.db, { lab, user: (people[role] as Person).id, role, now: Date.now() });
  // The guests of the notebook are a lab that may have the data.
  const guests = (await (people["viewer"] as Person).ask("POST", "/api/v1/labs", { name: "Guests" })).body.id;
  for (const role of ["runner", "editor"])
    await addMember(context.db, { lab: guests, user: (people[role] as Person).id, role: "member", now: Date.now() });
  const blob = await context.blobs.put(context.db, { lab }, bytes);
  await context.pool.query("insert into datasets values ('ds_mice', $1, 'mice.csv', $2, 1, 1, null)", [lab, owner.id]);
  await context.pool.query(
    "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) values ('ds_mice', 1, $1, $2, $3, 'mice.csv', $4, $5, 1)",
    [lab, blob.id, digest, bytes.length, owner.id],
  );
  await context.pool.query("insert into datasets values ('ds_theirs', $1, 'theirs.csv', $2, 1, 1, null)", [
    guests,
    people["viewer"]?.id,
  ]);
  await owner.ask("PUT", "/api/v1/datasets/ds_mice/grants", { lab: guests, right: "download" });
  const text = `---
format: 1
title: Mice
---

\`\`\`load mice
file: {digest: ${digest}, name: mice.csv, dataset: ds_mice, version: 1, size: ${bytes.length}}
format: csv
\`\`\`

\`\`\`parameter least
value: 1
\`\`\`

\`\`\`transform kept
from: =mice
steps:
- {id: s1, verb: filter, where: {column: weight, is: '>', value: =least}}
- {id: s2, verb: select, columns: [weight]}
\`\`\`
`;
  const notebook = (await owner.ask("POST", "/api/v1/notebooks", { lab, title: "Mice", text })).body.id as string;
  names["notebook"] = notebook;
  await owner.ask("POST", `/api/v1/notebooks/${notebook}/datasets`, { dataset: "ds_mice" });
  for (const role of ["editor", "runner", "viewer"])
    await owner.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { user: people[role]?.id, role });
  const sessions = await settleCells(
    await committedNotebook(context.db, notebook),
    ["cell_least" as CellId, "cell_kept" as CellId],
    {
      results: resultsOfLab(context.db, { notebook, lab, now: context.now }),
      executor: runInPlace(context, { notebook, lab, by: owner.id, files }),
      by: owner.id,
      now: context.now,
    },
  );
  for (const [cell, { shown }] of sessions)
    if (shown) await putShown(context.db, { notebook, lab, cell, shown, sources: [digest], at: context.now() });
  for (const audience of ["link", "labs"]) {
    const wanted = {
      cells: ["cell_least", "cell_kept"],
      parameters: { cell_least: [1, 20] },
      title: "T",
      reason: "for the meeting",
      audience,
    };
    const made = await owner.ask("POST", `/api/v1/notebooks/${notebook}/publications`, wanted);
    expect(made.status, JSON.stringify(made.body)).toBe(200);
    names[audience === "link" ? "link" : "forLabs"] = made.body.slug;
    names["publication"] = made.body.id;
  }
}, 60_000);
afterAll(() => server.close());

test.each(shownCases)("%s %s %j: %s", async (...line) => {
  expect(await marksOf(line, people, names)).toBe(line[3]);
});
