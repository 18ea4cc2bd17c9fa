// A dashboard from publishing to reading, on a real Postgres over real HTTP. P-6: the bytes that a reader receives are read.

import { example as fileArtifact } from "@genomecraft/cells/artifacts/types/file/example.ts";
import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bytesAsSource } from "@genomecraft/cells/testing/bytes-as-source.ts";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { newId, systemRandom } from "@genomecraft/cells/base/ids.ts";
import { addMember } from "@genomecraft/storage/queries/labs.ts";
import { keysBetween } from "@genomecraft/cells/notebook/order-key.ts";
import { putShown } from "@genomecraft/storage/queries/shown.ts";
import { datasets, datasetVersions, notebookDatasets, publications } from "@genomecraft/storage/schema/index.ts";
import { startTestServer, type Answer, type Person, type TestServer } from "../testing/test-server.ts";
import { sourcesInNotebook } from "@genomecraft/cells/runtime/graph-of-notebook.ts";
import { computingInPlace, runInPlace, type InPlaceOptions } from "../testing/run-in-place.ts";
import { committedNotebook } from "../sync/committed-notebook.ts";
import { resultsOfLab, settleCells } from "./settle-notebook.ts";

const csv = (rows: readonly string[]): Uint8Array => new TextEncoder().encode(`${rows.join("\n")}\n`);
const measured = csv([
  "mouse,sex,day,Xist,Ddx3y,weight",
  ...Array.from(
    { length: 12 },
    (_, at) =>
      `SECRETMOUSE${at},${at % 2 ? "Female" : "Male"},${at % 3 ? "Day8" : "Day0"},${at % 2 ? 900 + at : at},${at % 2 ? at : 700 + at},${31337.25 + at}`,
  ),
]);
const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const cell = (name: string): CellId => `cell_${name}` as CellId;

let server: TestServer;
let ada: Person;
let lab = "";
let notebook = "";
let dataset = "";
const files = new Map([[digestOf(measured), bytesAsSource(measured)]]);

const text = (file: string): string => `---
format: 1
title: Two genes
---

\`\`\`load hiddenload
file:
  digest: ${digestOf(measured)}
  name: hiddenfile.csv
  dataset: ${file}
  version: 1
  size: ${measured.length}
format: csv
\`\`\`

\`\`\`transform hiddenfilter
from: =hiddenload
steps:
- id: s1
  verb: filter
  where: {column: weight, is: '>', value: 1}
\`\`\`

\`\`\`parameter measurement
control: {type: choice, options: [Xist, Ddx3y]}
label: Gene
value: Xist
\`\`\`

\`\`\`chart bysex
from: =hiddenfilter
x: sex
y: =measurement
label: mouse
labels: true
chart: {type: box, points: true}
\`\`\`

\`\`\`transform means
from: =hiddenfilter
steps:
- id: s1
  verb: summarise
  by: [sex]
  values: [{name: mice, take: count}]
\`\`\`

\`\`\`chart bymouse
from: =hiddenfilter
x: mouse
y: weight
chart: {type: bar, measure: mean, stacked: false}
\`\`\`

Of {{hiddenfilter.rows}} mice, see [[hiddenload]] and [[bysex]].
`;

async function newDataset(owner: Person, inLab: string, name: string, bytes: Uint8Array): Promise<string> {
  const { context } = server;
  const id = newId("ds", systemRandom);
  const now = context.now();
  const blob = await context.blobs.put(context.db, { lab: inLab }, bytes);
  await context.db.insert(datasets).values({ id, lab: inLab, name, createdBy: owner.id, createdAt: now, updatedAt: now });
  await context.db.insert(datasetVersions).values({
    dataset: id,
    version: 1,
    lab: inLab,
    blob: blob.id,
    digest: blob.digest,
    name,
    size: blob.size,
    createdBy: owner.id,
    createdAt: now,
  });
  return id;
}

/** Runs these cells, and what they need, and puts them on show. */
async function run(cells: readonly string[], more: Partial<InPlaceOptions> = {}): Promise<void> {
  const { context } = server;
  const content = await committedNotebook(context.db, notebook);
  const ids = content.cells
    .filter((one) => cells.includes(one.name) || (cells.includes("") && one.kind === "note"))
    .map((one) => one.id);
  const sessions = await settleCells(content, ids, {
    results: resultsOfLab(context.db, { notebook, lab, now: context.now }),
    executor: runInPlace(context, { notebook, lab, by: ada.id, files, ...more }),
    by: ada.id,
    now: context.now,
  });
  const behind = sourcesInNotebook(content);
  for (const [id, session] of sessions) {
    expect(session.status, `${id}`).toMatchObject({ state: "fresh" });
    const sources = behind.get(id) ?? [];
    if (session.shown) await putShown(context.db, { notebook, lab, cell: id, shown: session.shown, sources, at: context.now() });
  }
}

const noteId = async (): Promise<string> => {
  const found = (await committedNotebook(server.context.db, notebook)).cells.find((one) => one.kind === "note");
  return found?.id ?? "";
};
const post = (person: Person, path: string, body: unknown): Promise<Answer> =>
  person.ask("POST", `/api/v1/notebooks/${notebook}${path}`, body);
const add = async (...cells: readonly { readonly name: string; readonly kind: string; readonly spec: object }[]) => {
  const orders = keysBetween("zz", null, cells.length);
  const operations = cells.map(({ name, kind, spec }, at) => ({
    type: "add-cell",
    id: cell(name),
    kind,
    name,
    spec,
    order: orders[at],
    mode: "manual",
  }));
  const answer = await post(ada, "/operations", { operations });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
};

const chosen = [cell("measurement"), cell("bysex")];
const wanted = { title: "Xist by sex", reason: "for the meeting", audience: "link", cells: chosen };

beforeAll(async () => {
  server = await startTestServer({}, { computing: computingInPlace({ files }) });
  ada = await server.signUp("Ada");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "Influenza Lab" })).body.id;
  const file = await newDataset(ada, lab, "mice.csv", measured);
  const made = await ada.ask("POST", "/api/v1/notebooks", { lab, title: "Two genes", text: text(file) });
  expect(made.body, JSON.stringify(made.body)).toHaveProperty("id");
  notebook = made.body.id;
  dataset = file;
  await ada.ask("POST", `/api/v1/notebooks/${notebook}/datasets`, { dataset: file });
}, 60_000);
afterAll(() => server.close());

describe("what stands in the way", () => {
  test("cells that are not up to date stop it, by name", async () => {
    const answer = await post(ada, "/publications", wanted);
    expect(answer.status).toBe(409);
    expect(answer.body.error.message).toContain("bysex");
    await run(["measurement", "bysex", "means", "bymouse", ""]);
  });

  test("a table that names samples and a chart with samples along its axis need labels to be chosen", async () => {
    const check = await post(ada, "/publications/check", { cells: [cell("hiddenload"), cell("bymouse")] });
    expect(check.status).toBe(200);
    const reasons = check.body.blockers.map((one: { reason: string }) => one.reason);
    expect(reasons).toEqual(["identifiers", "identifiers"]);
    // What would go out as a table says so, with its rows.
    expect(check.body.tables).toEqual([{ cell: cell("hiddenload"), name: "hiddenload", rows: 12 }]);
    expect(check.body.blockers[0].message).toContain("a table of 12 rows");
    expect((await post(ada, "/publications/check", { cells: [cell("bymouse")], labels: true })).body.blockers).toEqual([]);
  });

  test("more than 200 combinations are too many, and a parameter that is not chosen cannot be turned", async () => {
    const values = Array.from({ length: 150 }, (_, at) => `v${at}`);
    const many = await post(ada, "/publications/check", {
      cells: chosen,
      parameters: { [cell("measurement")]: values, [cell("x")]: [1, 2] },
    });
    expect(many.body.blockers.map((one: { reason: string }) => one.reason)).toContain("too-many");
    const absent = await post(ada, "/publications/check", {
      cells: [cell("bysex")],
      parameters: { [cell("measurement")]: ["Xist"] },
    });
    expect(absent.body.blockers.map((one: { reason: string }) => one.reason)).toContain("not-parameter");
  });

  test("of a file that stays one no track goes out, and what to choose instead is said", async () => {
    const steps = [{ id: "s1", verb: "derive", name: "along", formula: "7" }];
    await add({ name: "reads", kind: "transform", spec: { from: { ref: cell("hiddenfilter") }, steps } });
    await run(["reads"], {
      tamper: (step, artifact) => (JSON.stringify(step.spec).includes('"along"') ? fileArtifact : artifact),
    });
    const { blockers } = (await post(ada, "/publications/check", { cells: [cell("reads")] })).body;
    expect(blockers).toMatchObject([
      {
        reason: "not-showable",
        message: expect.stringMatching(/^reads is a file, and no track of it goes out: .* Coverage or Region/),
      },
    ]);
  });

  test("what says nothing of the people behind it cannot go out, whoever asks, labels or not", async () => {
    await add({ name: "odd", kind: "profile", spec: { from: { ref: cell("hiddenfilter") } } });
    await run(["odd"], {
      tamper: (step, artifact) =>
        step.kind === "profile" ? { type: "report", report: "survival", body: { curve: [1, 0.5] } } : artifact,
    });
    for (const labels of [false, true]) {
      const { blockers } = (await post(ada, "/publications/check", { cells: [cell("odd")], labels })).body;
      expect(blockers).toMatchObject([
        { reason: "not-showable", message: expect.stringContaining("odd does not say what it tells") },
      ]);
    }
    const refused = await post(ada, "/publications", { ...wanted, cells: [cell("odd")], labels: true });
    expect([refused.status, refused.body.error.failure.reason]).toEqual([409, "publish.undeclared"]);
  });

  test("a column of names that one of the values for readers would draw stops it, too", async () => {
    await add(
      { name: "axis", kind: "parameter", spec: { control: { type: "choice", options: ["sex", "mouse"] }, value: "sex" } },
      {
        name: "turned",
        kind: "chart",
        spec: {
          from: { ref: cell("hiddenfilter") },
          x: { ref: cell("axis") },
          y: "weight",
          chart: { type: "bar", measure: "mean", stacked: false },
        },
      },
    );
    await run(["axis", "turned"]);
    const cells = [cell("axis"), cell("turned")];
    expect((await post(ada, "/publications/check", { cells })).body.blockers).toEqual([]);
    const refused = await post(ada, "/publications", { ...wanted, cells, parameters: { [cell("axis")]: ["sex", "mouse"] } });
    expect([refused.status, refused.body.error.failure.reason]).toEqual([409, "publish.identifiers"]);
    expect(refused.body.error.message).toContain("mouse");
  });

  test("only owners publish", async () => {
    const bob = await server.signUp("Bob");
    expect((await post(bob, "/publications", wanted)).status).toBe(404);
    await ada.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { email: bob.email, role: "editor" });
    expect((await post(bob, "/publications", wanted)).status).toBe(403);
  });
});

describe("small groups of persons", () => {
  const check = (cells: readonly string[], more: object = {}): Promise<Answer> =>
    post(ada, "/publications/check", { cells: cells.map(cell), labels: true, ...more });
  const said = ({ body }: Answer): string[] =>
    body.blockers.map((one: { reason: string; message: string }) => `${one.reason}: ${one.message}`);
  const least = (smallGroups: number): Promise<Answer> => ada.ask("PATCH", `/api/v1/labs/${lab}`, { smallGroups });

  test("of data that are not about persons any group may go out", async () => {
    const answer = await check(["bysex", "means", "bymouse"]);
    expect(answer.body).toMatchObject({ blockers: [], smallGroups: null });
  });

  test("stop publishing, by the name of the tile and the sizes, and by no name of anybody (P-8)", async () => {
    expect((await ada.ask("PATCH", `/api/v1/datasets/${dataset}`, { aboutPersons: true })).status).toBe(200);
    const alone = await check(["bysex", "means", "bymouse"]);
    expect(alone.body.smallGroups).toEqual({ least: 5, labs: ["Influenza Lab"] });
    expect(said(alone)).toEqual([
      expect.stringMatching(/^small-groups: bysex draws single persons/),
      expect.stringMatching(/^small-groups: bymouse shows groups of fewer than 5 persons \(1\)\..*merge/),
    ]);
    expect((await least(7)).status).toBe(200);
    const six = said(await check(["bysex", "means", "bymouse"]));
    expect(six.map((words) => words.slice(0, 70))).toEqual([
      "small-groups: bysex shows groups of fewer than 7 persons (6). Leave th",
      "small-groups: means shows groups of fewer than 7 persons (6). Leave th",
      "small-groups: bymouse shows groups of fewer than 7 persons (1). Leave ",
    ]);
    expect(six.join()).not.toContain("SECRETMOUSE");
    const refused = await post(ada, "/publications", { ...wanted, cells: [cell("means")] });
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toContain("means shows groups of fewer than 7 persons (6)");
  });

  test("rows of single persons are groups of one", async () => {
    await run(["hiddenfilter"]);
    expect(said(await check(["hiddenfilter"]))).toEqual([
      expect.stringMatching(/^small-groups: hiddenfilter shows rows of single persons/),
    ]);
  });

  test("are no larger for a column that says n = 100 beside each person, here or in a cell before (P-8)", async () => {
    const from = { ref: cell("hiddenfilter") };
    const steps = [
      { id: "s1", verb: "derive", name: "n", formula: "100" },
      { id: "s2", verb: "select", columns: ["weight", "n"], action: "keep" },
    ];
    await add(
      { name: "hundred", kind: "transform", spec: { from, steps } },
      {
        name: "counted",
        kind: "transform",
        spec: { from: { ref: cell("hundred") }, steps: [{ id: "s1", verb: "head", rows: 3 }] },
      },
    );
    await run(["hundred", "counted"]);
    for (const name of ["hundred", "counted"]) {
      expect(said(await check([name]))).toEqual([
        expect.stringMatching(new RegExp(`^small-groups: ${name} shows rows of single persons`)),
      ]);
      const refused = await post(ada, "/publications", { ...wanted, cells: [cell(name)], labels: true });
      expect([refused.status, refused.body.error.failure.reason]).toEqual([409, "publish.small-rows"]);
    }
  });

  test("go out for a reason that was given, and the record keeps it with the sizes (P-8)", async () => {
    const smallGroups = "All twelve agreed in writing.";
    expect((await check(["means"], { smallGroups })).body.blockers).toEqual([]);
    const answer = await post(ada, "/publications", { ...wanted, cells: [cell("means")], smallGroups });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    const { entries } = (await ada.ask("GET", `/api/v1/labs/${lab}/audit`)).body;
    const kept = entries.find((entry: { action: string }) => entry.action === "notebook.publish");
    expect(kept.detail.smallGroups).toEqual({ reason: smallGroups, tiles: [{ cell: cell("means"), sizes: [6] }] });
    await server.context.db.delete(publications);
  });

  test("may all go out where an admin of the lab that owns the data said so, on record (P-8)", async () => {
    expect((await least(0)).status).toBe(200);
    expect((await check(["bysex", "means", "bymouse"])).body).toMatchObject({ blockers: [], smallGroups: null });
    const { entries } = (await ada.ask("GET", `/api/v1/labs/${lab}/audit`)).body;
    expect(entries.find((entry: { action: string }) => entry.action === "lab.small-groups").detail).toEqual({
      smallGroups: 0,
      before: 7,
    });
    const bob = await server.signUp("Bo");
    expect((await bob.ask("PATCH", `/api/v1/labs/${lab}`, { smallGroups: 3 })).status).toBe(404);
    await ada.ask("PATCH", `/api/v1/datasets/${dataset}`, { aboutPersons: false });
  });
});

describe("a dashboard", () => {
  let slug = "";
  let id = "";
  test("is published with a number, an address and an end", async () => {
    const answer = await post(ada, "/publications", {
      ...wanted,
      cells: [...chosen, cell("means"), await noteId()],
      layout: { tiles: [{ cell: cell("bysex"), x: 3, y: 0, w: 9, h: 10 }] },
      parameters: { [cell("measurement")]: ["Xist", "Ddx3y"] },
    });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    expect(answer.body).toMatchObject({ version: 1, url: expect.stringContaining("/d/xist-by-sex-") });
    ({ slug, id } = answer.body);
    const list = await ada.ask("GET", `/api/v1/notebooks/${notebook}/publications`);
    expect(list.body.publications).toMatchObject([
      { id, version: 1, audience: "link", by: { name: "Ada" }, reason: "for the meeting" },
    ]);
    expect((await ada.ask("GET", `/api/v1/publications?lab=${lab}`)).body.publications).toHaveLength(1);
  });

  test("shows a reader without an account its tiles, complete", async () => {
    const { status, body } = await server.nobody.ask("GET", `/api/v1/read/${slug}`);
    expect(status).toBe(200);
    expect(body.parameters).toMatchObject([{ tile: "t1", label: "Gene", value: "Xist", values: ["Xist", "Ddx3y"] }]);
    const types = body.tiles.map((tile: { kind: string; type: string }) => [tile.kind, tile.type]);
    expect(types).toEqual([
      ["parameter", "value"],
      ["chart", "figure"],
      ["transform", "table"],
      ["note", "value"],
    ]);
    expect(body.tiles[1]).toMatchObject({ x: 3, y: 0, w: 9, h: 10 });
    expect(body.tiles[2].table.rows).toEqual([
      ["Male", 6],
      ["Female", 6],
    ]);
    expect(body.tiles[3].artifact.value.markdown).toContain("Of 12 mice");
    // From the file on, with fingerprints; steps that are not published have no names.
    expect(body.tiles[1].made.map((step: { kind: string }) => step.kind)).toEqual([
      "dataset",
      "load",
      "transform",
      "parameter",
      "chart",
    ]);
    // What it shows, and not what the cell is called.
    expect(body.tiles.map((tile: { title: string }) => tile.title)).toEqual(["Gene", "Xist by sex", "means", ""]);
    expect(body.tiles[1].made.map((step: { name: string | null }) => step.name)).toEqual([
      null,
      null,
      null,
      "measurement",
      "bysex",
    ]);
  });

  test("is live within the values that were published, and no others", async () => {
    const first = await server.nobody.ask("GET", `/api/v1/read/${slug}/tiles?t1=${encodeURIComponent('"Xist"')}`);
    const other = await server.nobody.ask("GET", `/api/v1/read/${slug}/tiles?t1=Ddx3y`);
    expect(Object.keys(other.body.tiles)).toEqual(["t1", "t2"]);
    expect(other.body.tiles.t2.digest).not.toBe(first.body.tiles.t2.digest);
    expect(JSON.stringify(other.body.tiles.t2.artifact)).toContain("Ddx3y");
    expect([first.body.tiles.t2.title, other.body.tiles.t2.title]).toEqual(["Xist by sex", "Ddx3y by sex"]);
    const ends = [first, other].map(({ body }) => body.tiles.t2.made.at(-1).fingerprint);
    expect(ends).toEqual([first.body.tiles.t2.digest, other.body.tiles.t2.digest]);
    const unknown = await server.nobody.ask("GET", `/api/v1/read/${slug}/tiles?t1=weight`);
    expect(unknown.status).toBe(404);
    expect(unknown.body.error.message).toContain("Choose among those");
  });

  test("P-6: in the bytes that a reader receives is nothing of what was not published", async () => {
    const read = async (path: string): Promise<string> => {
      const answer = await fetch(`${server.url}/api/v1/read/${slug}${path}`);
      return [...answer.headers].join("\n") + (await answer.text());
    };
    const bytes = (await Promise.all([read(""), read("/tiles?t1=Xist"), read("/tiles?t1=Ddx3y")])).join("\n");
    expect(bytes).toContain("bysex");
    // Names of cells and files, settings, sample ids (also those on hover), values of columns that are not shown.
    for (const secret of [
      "hiddenload",
      "hiddenfilter",
      "hiddenfile",
      "SECRETMOUSE",
      "weight",
      "31337",
      "bymouse",
      "mouse",
      "cell_",
      "nb_",
      "ds_",
      "lab_",
      "mice.csv",
      ada.id,
      ada.email,
      "for the meeting",
    ])
      expect(bytes.includes(secret), secret).toBe(false);
    // Numbers of the column travel as typed arrays: none of them holds a weight.
    for (const [, base64 = ""] of bytes.matchAll(/"bdata":"([^"]+)"/g)) {
      const data = Buffer.from(base64, "base64");
      for (let at = 0; at + 8 <= data.length; at += 8) expect(Math.abs(data.readDoubleLE(at) - 31_343) <= 10).toBe(false);
    }
  });

  test("stays as it is while the notebook goes on changing", async () => {
    const before = JSON.stringify((await server.nobody.ask("GET", `/api/v1/read/${slug}`)).body);
    const changed = await ada.ask("POST", `/api/v1/notebooks/${notebook}/operations`, {
      operations: [
        { type: "set-spec", cell: cell("measurement"), path: ["value"], value: "Ddx3y" },
        { type: "rename-cell", cell: cell("bysex"), name: "renamed" },
      ],
    });
    expect(changed.status, JSON.stringify(changed.body)).toBe(200);
    await run(["renamed"]);
    expect((await post(ada, "/publications", wanted)).body.version).toBe(2);
    expect(JSON.stringify((await server.nobody.ask("GET", `/api/v1/read/${slug}`)).body)).toBe(before);
  });

  test("can be verified: everything behind it is made again and found identical", async () => {
    const { status, body } = await ada.ask("POST", `/api/v1/publications/${id}/verify`);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({ ok: true, first: null });
    expect(body.cells.map((one: { kind: string; verdict: string }) => [one.kind, one.verdict])).toEqual([
      ["load", "identical"],
      ["transform", "identical"],
      ["chart", "identical"],
      ["transform", "identical"],
    ]);
  });

  test("withdrawn, it says by whom, when and why, and shows nothing", async () => {
    expect((await ada.ask("POST", `/api/v1/publications/${id}/withdraw`, { reason: "a mistake in the sheet" })).status).toBe(200);
    const { body } = await server.nobody.ask("GET", `/api/v1/read/${slug}`);
    expect(body).toMatchObject({ tiles: [], parameters: [], withdrawn: { by: "Ada", reason: "a mistake in the sheet" } });
    expect((await server.nobody.ask("GET", `/api/v1/read/${slug}/tiles?t1=Xist`)).status).toBe(404);
    expect((await ada.ask("POST", `/api/v1/publications/${id}/withdraw`, { reason: "again" })).status).toBe(409);
  });

  test("withdrawn without a reason it says none, in nobody's language", async () => {
    const out = await post(ada, "/publications", { ...wanted, audience: "link" });
    expect((await ada.ask("POST", `/api/v1/publications/${out.body.id}/withdraw`, {})).status).toBe(200);
    const { body } = await server.nobody.ask("GET", `/api/v1/read/${out.body.slug}`);
    expect(body).toMatchObject({ tiles: [], withdrawn: { by: "Ada", reason: null } });
  });

  test("for labs it is open to their members alone, and what happened stands in the audit", async () => {
    await run(["measurement", "bysex", "renamed"]);
    const answer = await post(ada, "/publications", { ...wanted, audience: "labs", days: null });
    const at = `/api/v1/read/${answer.body.slug}`;
    expect((await server.nobody.ask("GET", at)).status).toBe(401);
    expect((await (await server.signUp("Eve")).ask("GET", at)).status).toBe(403);
    expect((await ada.ask("GET", at)).status).toBe(200);
    // A guest of the notebook is of none of these labs, whatever she may do there; a member of one is no guest.
    const guest = await server.signUp("Guest");
    for (const role of ["viewer", "editor", "owner"]) {
      await ada.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { email: guest.email, role });
      for (const door of [at, `${at}/tiles`]) {
        const shut = await guest.ask("GET", door);
        expect([role, door, shut.status]).toEqual([role, door, 403]);
        expect(JSON.stringify(shut.body)).not.toContain("Xist");
      }
    }
    await addMember(server.context.db, { lab, user: guest.id, role: "member", now: Date.now() });
    expect((await guest.ask("GET", at)).status).toBe(200);
    const actions = (await ada.ask("GET", `/api/v1/labs/${lab}/audit`)).body.entries.map(
      (entry: { action: string }) => entry.action,
    );
    expect(actions).toEqual(expect.arrayContaining(["notebook.publish", "publication.withdraw", "publication.verify"]));
  });

  test("its address ends when it was said to end", async () => {
    const short = await post(ada, "/publications", { ...wanted, days: 1 });
    const at = `/api/v1/read/${short.body.slug}`;
    expect((await server.nobody.ask("GET", at)).status).toBe(200);
    const { now } = server.context;
    Object.assign(server.context, { now: () => now() + 2 * 86_400_000 });
    const late = await server.nobody.ask("GET", at);
    Object.assign(server.context, { now });
    expect(late.status).toBe(404);
    expect(late.body.error.message).toContain("open until");
  });
});

test("P-6: with its notebook in the bin a dashboard is not there for readers, and comes back as it was", async () => {
  await run(["measurement", "bysex", "renamed"]);
  const live = { ...wanted, parameters: { [cell("measurement")]: ["Xist", "Ddx3y"] } };
  const open = await post(ada, "/publications", live);
  const closed = await post(ada, "/publications", { ...live, audience: "labs", days: null });
  const doors = [open, closed].flatMap(({ body }) => [`/api/v1/read/${body.slug}`, `/api/v1/read/${body.slug}/tiles`]);
  const read = async (person: Person, door: string) => {
    const { status, body } = await person.ask("GET", door);
    return { status, body: { ...body, error: body.error && { ...body.error, requestId: "" } } };
  };
  const before = await Promise.all(doors.map((door) => read(ada, door)));
  expect(before.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const listed = async (person: Person) =>
    (await person.ask("GET", "/api/v1/publications")).body.publications.filter(
      (row: { slug: string }) => row.slug === open.body.slug || row.slug === closed.body.slug,
    );
  expect((await listed(ada)).map((row: { inBin: boolean }) => row.inBin)).toEqual([false, false]);

  await ada.ask("DELETE", `/api/v1/notebooks/${notebook}`);
  const nothing = await read(server.nobody, "/api/v1/read/nothing-is-here");
  expect(nothing.status).toBe(404);
  const stranger = await server.signUp("Stranger");
  for (const door of doors) {
    for (const person of [server.nobody, stranger]) expect(await read(person, door), door).toEqual(nothing);
    const told = await read(ada, door);
    expect([told.status, told.body.error.message]).toEqual([
      404,
      "This dashboard is in the bin with its notebook Two genes. Restore the notebook, and readers can open it again.",
    ]);
  }
  expect((await listed(ada)).map((row: { inBin: boolean }) => row.inBin)).toEqual([true, true]);

  await ada.ask("POST", `/api/v1/notebooks/${notebook}/restore`);
  expect(await Promise.all(doors.map((door) => read(ada, door)))).toEqual(before);
  expect((await read(server.nobody, doors[0] as string)).status).toBe(200);
});

test("P-6: a data set is held by the dashboards that were made of it, never by others that show equal bytes", async () => {
  const twin = await server.signUp("Twin");
  const other = (await twin.ask("POST", "/api/v1/labs", { name: "Twin Lab" })).body.id;
  const theirs = await newDataset(twin, other, "twin.csv", measured);
  expect((await twin.ask("DELETE", `/api/v1/datasets/${theirs}`)).status).toBe(200);
  const copy = await newDataset(ada, lab, "copy.csv", measured);
  expect((await ada.ask("DELETE", `/api/v1/datasets/${copy}`)).status).toBe(200);
  const held = await ada.ask("DELETE", `/api/v1/datasets/${dataset}`);
  expect([held.status, held.body.error.failure.reason]).toEqual([409, "server.dataset-in-use"]);
  expect(held.body.error.message).toContain("Xist by sex");
});

describe("data of another lab", () => {
  test("go out only when somebody who may share them has agreed to exactly that, once (P-11)", async () => {
    const weber = await server.signUp("Weber");
    const other = (await weber.ask("POST", "/api/v1/labs", { name: "Weber Lab" })).body.id;
    const theirs = await newDataset(weber, other, "weber.csv", measured);
    await server.context.db.delete(notebookDatasets);
    await ada.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { email: weber.email, role: "editor" });
    await weber.ask("POST", `/api/v1/notebooks/${notebook}/datasets`, { dataset: theirs });

    // Ada may not even see what is made of them.
    expect((await post(ada, "/publications", wanted)).body.error.failure.reason).toBe("publish.restricted");
    await weber.ask("PUT", `/api/v1/datasets/${theirs}/grants`, { lab, right: "results" });
    const alone = await post(ada, "/publications", { ...wanted, agree: true });
    expect(alone.status).toBe(409);
    const rows = await post(ada, "/publications/check", { cells: [cell("means")] });
    expect(rows.body.blockers.map((one: { message: string }) => one.message)).toContainEqual(
      expect.stringContaining("means would show rows"),
    );
    expect(alone.body.error.message).toContain("Weber Lab");
    // What is agreed to is what was proposed: cells, values, labels, readers.
    const { reason: _reason, ...shown } = wanted;
    const { proposal } = (await post(ada, "/publications/proposals", shown)).body;
    const agreement = { dataset: theirs, proposal };
    expect((await post(ada, "/publications/agreements", agreement)).status).toBe(403);
    const { proposals } = (await weber.ask("GET", `/api/v1/notebooks/${notebook}/publications/proposals`)).body;
    expect(proposals).toMatchObject([
      {
        proposal,
        title: wanted.title,
        audience: "link",
        changed: false,
        datasets: [{ id: theirs, agreed: false, mayAgree: true }],
      },
    ]);
    expect(proposals[0].cells.map((one: { name: string }) => one.name)).toEqual(["measurement", "renamed"]);
    expect((await post(weber, "/publications/agreements", { ...agreement, proposal: "0".repeat(64) })).status).toBe(404);
    expect((await post(weber, "/publications/agreements", agreement)).status).toBe(200);

    // An axis of single mice waits for its release before anybody without rows may publish it.
    const ofMice = await post(ada, "/publications", { ...wanted, cells: [cell("bymouse")], labels: true });
    expect([ofMice.status, ofMice.body.error?.failure.reason]).toEqual([409, "publish.unreleased"]);
    // Another title, other values, other readers, labels: each is asked anew.
    for (const other of [
      { title: "Patients who died" },
      { title: undefined },
      { parameters: { [cell("measurement")]: ["Xist", "Ddx3y"] } },
      { labels: true },
      { audience: "labs", labs: [lab] },
      { days: 400 },
    ]) {
      const refused = await post(ada, "/publications", { ...wanted, ...other });
      expect([JSON.stringify(other), refused.status, refused.body.error?.failure.reason]).toEqual([
        JSON.stringify(other),
        409,
        "publish.must-agree",
      ]);
    }
    // A cell above reads otherwise, and keeps the same rows: that is not what was agreed to either.
    const where = (value: number) => ({
      operations: [
        {
          type: "set-spec",
          cell: cell("hiddenfilter"),
          path: ["steps"],
          value: [{ id: "s1", verb: "filter", where: { column: "weight", is: ">", value } }],
        },
      ],
    });
    expect((await post(ada, "/operations", where(2))).status).toBe(200);
    await run(["measurement", "bysex", "renamed"]);
    expect((await post(ada, "/publications", wanted)).body.error?.failure.reason).toBe("publish.must-agree");
    expect((await post(ada, "/operations", where(1))).status).toBe(200);
    // Nor is what readers see above a tile: what the author writes there, or the name of its cell.
    for (const [there, back] of [
      [
        { type: "rename-cell", cell: cell("bysex"), name: "mothers" },
        { type: "rename-cell", cell: cell("bysex"), name: "renamed" },
      ],
    ]) {
      const renamed = await post(ada, "/operations", { operations: [there] });
      expect([renamed.status, renamed.body]).toEqual([200, expect.anything()]);
      await run(["measurement", "bysex", "renamed"]);
      expect((await post(ada, "/publications", wanted)).body.error?.failure.reason).toBe("publish.must-agree");
      expect((await post(ada, "/operations", { operations: [back] })).status).toBe(200);
    }
    await run(["measurement", "bysex", "renamed"]);
    expect((await post(ada, "/publications", wanted)).status).toBe(200);
    expect((await post(ada, "/publications", wanted)).status).toBe(409);
    const seen = (await weber.ask("GET", `/api/v1/labs/${other}/audit`)).body.entries.map(
      (entry: { action: string }) => entry.action,
    );
    expect(seen).toEqual(expect.arrayContaining(["publication.propose", "dataset.agree", "dataset.publish"]));

    // Who owns them is told the titles of the dashboards that hold them while she may see these, and how many after that (P-6).
    const told = await weber.ask("DELETE", `/api/v1/datasets/${theirs}`);
    expect([told.status, told.body.error.failure]).toEqual([
      409,
      { reason: "server.dataset-in-use", params: { name: "weber.csv", dashboards: ["Xist by sex"] } },
    ]);
    const { people } = (await ada.ask("GET", `/api/v1/notebooks/${notebook}/access`)).body;
    const entry = people.find((one: { user: { id: string } }) => one.user.id === weber.id).id;
    await ada.ask("DELETE", `/api/v1/notebooks/${notebook}/access/${entry}`);
    const untold = await weber.ask("DELETE", `/api/v1/datasets/${theirs}`);
    expect([untold.status, untold.body.error.failure]).toEqual([
      409,
      { reason: "server.dataset-in-use-unseen", params: { name: "weber.csv", n: 1 } },
    ]);
    const [out] = (await server.context.db.select().from(publications)).filter(
      (row) => row.withdrawnAt === null && JSON.stringify(row.pinned).includes(theirs),
    );
    if (!out) throw new Error("A dashboard of hers is out");
    await server.context.db.insert(publications).values({ ...out, id: "pub_hers", slug: "hers", lab: other, title: "Hers" });
    const both = await weber.ask("DELETE", `/api/v1/datasets/${theirs}`);
    expect([both.status, both.body.error.failure]).toEqual([
      409,
      { reason: "server.dataset-in-use-also-unseen", params: { name: "weber.csv", dashboards: ["Hers"], n: 1 } },
    ]);
  });
});
