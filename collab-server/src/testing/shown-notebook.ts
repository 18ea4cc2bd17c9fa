// A lab's notebook whose cells show what they have made of a file, two dashboards of it, and somebody of each role: for tests
// that ask every route of what is shown.

import { createHash } from "node:crypto";
import { bytesAsSource } from "@genomecraft/cells/testing/bytes-as-source.ts";
import { addMember } from "@genomecraft/storage/queries/labs.ts";
import { runCells } from "./run-cells.ts";
import type { Person, TestServer } from "./test-server.ts";

/** No name of anything but of rows. */
export const secretMouse = /Zmouse[123]|2[01]\.1257|19\.1257/;
const bytes = new TextEncoder().encode("mouse,weight\nZmouse1,20.1257\nZmouse2,21.1257\nZmouse3,19.1257\n");
const digest = createHash("sha256").update(bytes).digest("hex");
export const shownFiles = new Map([[digest, bytesAsSource(bytes)]]);

export interface ShownNotebook {
  readonly people: { readonly [role: string]: Person };
  /** For `marksOf`. */
  readonly names: { readonly [name: string]: string };
}

export async function openShownNotebook(server: TestServer): Promise<ShownNotebook> {
  const people: { [role: string]: Person } = {};
  const names: { [name: string]: string } = {};
  const { context } = server;
  for (const role of ["owner", "admin", "member", "editor", "runner", "viewer", "stranger"])
    people[role] = await server.signUp(role);
  people["nobody"] = server.nobody;
  const owner = people["owner"] as Person;
  const lab = (await owner.ask("POST", "/api/v1/labs", { name: "One" })).body.id as string;
  names["lab"] = lab;
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

\`\`\`chart drawn
from: =kept
chart: {type: histogram}
x: weight
\`\`\`

\`\`\`chart each
from: =mice
chart: {type: bar}
x: mouse
y: weight
\`\`\`
`;
  const notebook = (await owner.ask("POST", "/api/v1/notebooks", { lab, title: "Mice", text })).body.id as string;
  names["notebook"] = notebook;
  await owner.ask("POST", `/api/v1/notebooks/${notebook}/datasets`, { dataset: "ds_mice" });
  for (const role of ["editor", "runner", "viewer"])
    await owner.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { user: people[role]?.id, role });
  const made = ["cell_least", "cell_kept", "cell_drawn", "cell_each"];
  await runCells(context, { notebook, lab, by: owner.id, files: shownFiles }, (cell) => made.includes(cell));
  for (const audience of ["link", "labs"]) {
    const wanted = {
      cells: ["cell_least", "cell_kept"],
      parameters: { cell_least: [1, 20] },
      title: "T",
      reason: "for the meeting",
      audience,
    };
    const answer = await owner.ask("POST", `/api/v1/notebooks/${notebook}/publications`, wanted);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    names[audience === "link" ? "link" : "forLabs"] = answer.body.slug;
    names["publication"] = answer.body.id;
  }
  return { people, names };
}
