// P-4 of somebody who holds results only, at every door of every port and artifact type, made from the lists: what holds
// rows gives none, what declares what it tells is seen, and what no kind has declared is not. Real Postgres, real HTTP.

import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { artifactTypeNames, artifactCardOf } from "@genomecraft/cells/artifacts/artifact-cards.ts";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import { downloadFormatNames } from "@genomecraft/cells/artifacts/export-formats.ts";
import { encodeArtifact } from "@genomecraft/cells/artifacts/bytes-of-artifact.ts";
import { digestOfArtifact } from "@genomecraft/cells/artifacts/digest-of-artifact.ts";
import { integerColumn, tableOf } from "@genomecraft/cells/artifacts/table.ts";
import { outputRefOf, type OutputRef } from "@genomecraft/cells/artifacts/output-ref.ts";
import { receivedKey } from "@genomecraft/cells/base/failure.ts";
import type { CellId, ResultKey, RunId } from "@genomecraft/cells/base/ids.ts";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import { closed } from "@genomecraft/cells/contract/carried.ts";
import { kindOf, kinds } from "@genomecraft/cells/kinds.ts";
import { keysBetween } from "@genomecraft/cells/notebook/order-key.ts";
import type { CellSession, ShownResult } from "@genomecraft/cells/session/cell-status.ts";
import type { RunEvent } from "@genomecraft/cells/session/run-event.ts";
import { exampleArtifacts, examplesOfPort, secretSample } from "@genomecraft/cells/testing/example-artifacts.ts";
import { putShown } from "@genomecraft/storage/queries/shown.ts";
import { addResults } from "@genomecraft/storage/queries/results.ts";
import { artifacts, cellSessions } from "@genomecraft/storage/schema/index.ts";
import { followFeed } from "../feed/personal-feed.ts";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

/** One output on show. `declared`: its kind says what it tells of individuals. */
interface Case {
  readonly title: string;
  readonly cell: string;
  readonly kind: string;
  readonly port: string;
  readonly artifact: Artifact;
  readonly declared: boolean;
}

const unknownKind = "from-elsewhere";
const unknownReport: Artifact = { type: "report", report: "survival", body: { rows: 2 } };
const cases: readonly Case[] = [
  ...Object.keys(kinds).flatMap((kind) =>
    (kindOf(kind)?.outputs ?? []).flatMap(({ name: port }) =>
      examplesOfPort(kindOf(kind) as NonNullable<ReturnType<typeof kindOf>>, port).map((artifact) => ({
        kind,
        port,
        artifact,
        declared: true,
      })),
    ),
  ),
  ...artifactTypeNames.map((type) => ({
    kind: unknownKind,
    port: "out",
    artifact: exampleArtifacts[type],
    declared: false,
  })),
  { kind: "profile", port: "out", artifact: unknownReport, declared: false },
  { kind: "chart", port: "elsewhere", artifact: exampleArtifacts.figure, declared: false },
  // A column that calls itself a count beside each person makes no groups of them.
  {
    kind: "query",
    port: "out",
    artifact: tableOf(...exampleArtifacts.table.columns, integerColumn("n", [100, 100])),
    declared: true,
    called: " with n = 100",
  },
].map((one: Omit<Case, "title" | "cell"> & { readonly called?: string }, at) => ({
  ...one,
  title: `${one.kind}.${one.port} ${one.artifact.type}${one.declared ? "" : ", undeclared"}${one.called ?? ""}`,
  cell: `cell_${at}`,
}));

let server: TestServer;
let ada: Person;
/** Members of other labs: what their lab was granted. */
const holders: { [right: string]: Person } = {};
let nobody: Person;
let lab = "";
const notebooks: { [cell: string]: string } = {};

const bytes = new TextEncoder().encode(`sample,age\n${secretSample},41\n`);
const digest = createHash("sha256").update(bytes).digest("hex");

beforeAll(async () => {
  server = await startTestServer();
  const { context } = server;
  ada = await server.signUp("Ada");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
  const blob = await context.blobs.put(context.db, { lab }, bytes);
  await context.pool.query("insert into datasets values ('ds_one', $1, 'people.csv', $2, 1, 1, null)", [lab, ada.id]);
  await context.pool.query(
    "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) values ('ds_one', 1, $1, $2, $3, 'people.csv', $4, $5, 1)",
    [lab, blob.id, digest, bytes.length, ada.id],
  );
  for (const right of ["results", "rows", "download"]) {
    const person = await server.signUp(right);
    holders[right] = person;
    const theirs = (await person.ask("POST", "/api/v1/labs", { name: right })).body.id;
    expect((await ada.ask("PUT", "/api/v1/datasets/ds_one/grants", { lab: theirs, right })).status).toBe(200);
  }
  nobody = await server.signUp("Nobody");
  // A notebook a case: each has one thumbnail.
  await Promise.all(
    cases.map(async (one) => {
      notebooks[one.cell] = await show(one);
    }),
  );
}, 120_000);
afterAll(() => server.close());

async function show({ cell, kind, port, artifact, title }: Case): Promise<string> {
  const { context } = server;
  const notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab, title })).body.id as string;
  for (const person of [...Object.values(holders), nobody])
    await ada.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { email: person.email, role: "viewer" });
  expect((await ada.ask("POST", `/api/v1/notebooks/${notebook}/datasets`, { dataset: "ds_one" })).status).toBe(200);
  const known = kindOf(kind);
  const spec = known ? (known.schema.parse(known.empty) as JsonObject) : {};
  const file = { digest, name: "people.csv", size: bytes.length };
  const fields = (known?.inputs ?? []).map(({ field }) => [field, { ref: "cell_people" }]);
  const orders = keysBetween(null, null, 2);
  const answer = await ada.ask("POST", `/api/v1/notebooks/${notebook}/operations`, {
    operations: [
      { type: "add-cell", id: "cell_people", kind: "load", name: "people", spec: { file }, order: orders[0], mode: "manual" },
      ...(known
        ? [
            {
              type: "add-cell",
              id: cell,
              kind,
              name: "shown",
              spec: kind === "load" ? { file } : kind === "query" ? { sql: "select * from people" } : Object.fromEntries(fields),
              order: orders[1],
              mode: "manual",
            },
          ]
        : []),
    ],
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);

  const output: OutputRef = outputRefOf(artifact, digestOfArtifact(artifact));
  const key = createHash("sha256").update(title).digest("hex") as ResultKey;
  if (output.inline === undefined) {
    const blob = await context.blobs.put(context.db, { lab }, encodeArtifact(artifact));
    await context.db
      .insert(artifacts)
      .values({ lab, digest: output.digest, blob: blob.id, size: blob.size, at: 1, usedAt: 1 })
      .onConflictDoNothing();
  }
  await addResults(context.db, [
    {
      row: {
        lab,
        key,
        generation: 0,
        kind,
        outputs: { [port]: output },
        failure: null,
        ms: 1,
        made: {},
        spec,
        sources: [digest],
        run: "run_test",
        notebook,
        cell,
        cellName: "",
        by: ada.id,
        at: 1,
        where: "this test",
      },
      outputs: [{ port, digest: output.digest, type: artifact.type, inline: output.inline !== undefined }],
      inputs: [],
    },
  ]);
  const shown: ShownResult = { key, outputs: { [port]: output }, at: 1, by: ada.id, ms: 1 };
  await putShown(context.db, { notebook, lab, cell, shown, sources: [digest], at: 1 });
  // What it reads is on show: by its columns it is known what a picture names.
  const people = outputRefOf(exampleArtifacts.table, digestOfArtifact(exampleArtifacts.table));
  const read: ShownResult = { key: key.replace(/^./, "0") as ResultKey, outputs: { out: people }, at: 1, by: ada.id, ms: 1 };
  await putShown(context.db, { notebook, lab, cell: "cell_people", shown: read, sources: [digest], at: 1 });
  const session: CellSession = { cell: cell as CellId, status: { state: "fresh", key, reused: null }, shown, key };
  await context.db.insert(cellSessions).values({ notebook, lab, cell, session, sources: [digest] });
  return notebook;
}

/** All at once. */
const knock = (who: Person, one: Case, doors: readonly string[]) =>
  Promise.all(
    doors.map(async (door) => {
      const answer = await who.ask(
        "GET",
        `/api/v1/notebooks/${notebooks[one.cell]}/cells/${one.cell}/outputs/${one.port}${door}`,
      );
      return { door, status: answer.status, text: JSON.stringify(answer.body ?? null) };
    }),
  );

/** What the feed tells her of the cell, at first. */
async function told(who: Person, one: Case): Promise<CellSession> {
  const { feed } = server.live;
  return new Promise((resolve, reject) => {
    const following = followFeed({
      context: server.context,
      feed,
      notebook: notebooks[one.cell] ?? "",
      user: who.id,
      onTrouble: reject,
      send: (event: RunEvent) => {
        const found = event.type === "snapshot" ? event.cells.find(({ cell }) => cell === one.cell) : undefined;
        if (!found) return;
        void following.then((one) => one.stop());
        resolve(found);
      },
    });
  });
}

const specOf = ({ kind }: Case): JsonObject => {
  const known = kindOf(kind);
  return (known?.schema.parse(kind === "query" ? { sql: "select * from people" } : known.empty) ?? {}) as JsonObject;
};

describe.each(cases)("$title", (one) => {
  const card = artifactCardOf(one.artifact);
  const holdsRows = card.rights === "rows";
  // Models hold values of rows; what was doubtful in a file, or against the rules of its standard, quotes its cells, what steps
  // learned holds them, verdicts name samples, and a fit of a group of one sample is that sample: they wait for the lab.
  const quotesCells =
    one.artifact.type === "report" &&
    [
      "reading",
      "file-check",
      "fitted-chain",
      "step-changes",
      "quality",
      "table-quality",
      "fitted-features",
      "fitted-design",
      "feature-points",
      "fitted-axes",
    ].includes(one.artifact.report);
  // Where a column tells persons apart, pictures that name what it holds are closed.
  const namesPersons =
    one.artifact.type === "figure" &&
    ["enrich.dots", "enrich.running", "mutations.oncoprint", "mutations.summary"].includes(`${one.kind}.${one.port}`);
  const isOpen = one.declared && one.artifact.type !== "model" && !quotesCells && !namesPersons;
  /** By their kinds' own word columns are not called by values. */
  const isNamed = kindOf(one.kind)?.carries?.(specOf(one), { rows: "whole", named: true }, one.port).named === true;
  /** Let through where the type has such a thing (200), else told that it has not (422). */
  const open = (has: boolean): number => (isOpen ? (has ? 200 : 422) : 403);

  test("every door: what is declared, and never a row", async () => {
    const rows = holdsRows ? 403 : open(false);
    const wanted: { readonly [door: string]: number } = {
      "": open(true),
      "/json": open(!holdsRows),
      "/window?offset=0&limit=9": rows,
      "/window?part=samples&limit=9": rows,
      "/summary": rows,
      "/summary?part=samples": rows,
      "/search?what=samples&q=": rows,
      "/search?what=column:sample&q=": rows,
      "/search?what=column:age&q=": rows,
      // Names of genes and of columns are no rows.
      "/search?what=features&q=": open(one.artifact.type === "assay"),
      "/search?what=columns&q=": card.hasColumns && !isNamed ? 403 : open(card.hasColumns),
      ...Object.fromEntries(
        downloadFormatNames.map((format) => [
          `/download?format=${format}`,
          // Steps that were fitted are a recipe; other reports are none.
          holdsRows ? 403 : open(format !== "recipe" && card.exports.includes(format)),
        ]),
      ),
    };
    const found = await knock(holders["results"] as Person, one, Object.keys(wanted));
    expect(Object.fromEntries(found.map(({ door, status }) => [door, status]))).toEqual(wanted);
    for (const { door, text } of found) expect(text, door).not.toContain(secretSample);
  });
  test("feed: what is declared, whole where it is small; never a row", async () => {
    const session = await told(holders["results"] as Person, one);
    expect(JSON.stringify(session)).not.toContain(secretSample);
    const output = session.shown?.outputs[one.port];
    expect(output !== undefined).toBe(isOpen);
    expect(output?.inline !== undefined).toBe(isOpen && card.inline !== null);
  });
  test("thumbnail: of figures that are declared", async () => {
    const { body } = await (holders["results"] as Person).ask("GET", `/api/v1/notebooks/${notebooks[one.cell]}/thumbnail`);
    const isInDocument = kindOf(one.kind) !== null;
    expect(body.figure !== null).toBe(one.artifact.type === "figure" && isOpen && isInDocument);
  });

  test("who may see rows sees them; who may see nothing gets nothing, at any door", async () => {
    const doors = ["", "/json", "/window?offset=0&limit=9", "/summary", "/search?what=columns&q=", "/download?format=json"];
    const rows = holdsRows ? 200 : 422;
    const statuses = async (who: Person) => (await knock(who, one, doors)).map(({ status }) => status);
    const columns = card.hasColumns ? 200 : 422;
    expect(await statuses(holders["rows"] as Person)).toEqual([
      200,
      holdsRows ? 422 : 200,
      rows,
      rows,
      columns,
      holdsRows ? 403 : 200,
    ]);
    expect(await statuses(holders["download"] as Person)).toEqual([200, holdsRows ? 422 : 200, rows, rows, columns, 200]);
    expect(await statuses(nobody)).toEqual(doors.map(() => 403));
    expect((await told(holders["rows"] as Person, one)).shown?.outputs[one.port]).toBeDefined();
    expect(await told(nobody, one)).toEqual({
      cell: one.cell,
      status: { state: "restricted", labs: ["One"] },
      shown: null,
      key: null,
    });
  });
});

describe("what is told beside outputs quotes no value (P-4)", () => {
  const table = cases.find(({ kind, declared }) => kind === "load" && declared) as Case;
  const notebook = (): string => notebooks[table.cell] ?? "";
  const holder = (): Person => holders["results"] as Person;
  const say = async (status: CellSession["status"]): Promise<CellSession> => {
    const session: CellSession = { cell: table.cell as CellId, status, shown: null, key: null };
    await server.context.db.update(cellSessions).set({ session }).where(eq(cellSessions.notebook, notebook()));
    return told(holder(), table);
  };
  let before: unknown;
  beforeAll(async () => {
    const rows = await server.context.db.select().from(cellSessions).where(eq(cellSessions.notebook, notebook()));
    before = rows[0]?.session;
  });
  afterAll(() => server.context.db.update(cellSessions).set({ session: before }).where(eq(cellSessions.notebook, notebook())));

  test("a failure says its sentence where it has no evidence in it, else that it failed; progress says how far, not what of", async () => {
    const key = "k" as ResultKey;
    const quoting = { reason: receivedKey("chart.not-numbers"), params: { column: "age", example: secretSample, field: "y" } };
    expect((await say({ state: "failed", key, failure: quoting })).status).toMatchObject({
      state: "failed",
      failure: { reason: "server.failed-unseen", params: {} },
    });
    const bare = { reason: receivedKey("server.kernel-token-unknown"), params: {}, fix: { path: ["y"], value: secretSample } };
    expect((await say({ state: "failed", key, failure: bare })).status).toEqual({
      state: "failed",
      key,
      failure: { reason: "server.kernel-token-unknown", params: {} },
    });
    const note = { key: receivedKey("train.progress-fold"), params: { fold: secretSample, folds: 2 } } as never;
    const running = { state: "running" as const, run: "run_1" as RunId, startedAt: 1, fraction: 0.5, note };
    expect((await say(running)).status).toEqual({ ...running, note: null });
  });

  test("logs are told to nobody without rows, in the feed and by run; the list of runs says no details", async () => {
    const { feed } = server.live;
    const heard: RunEvent[] = [];
    const following = await followFeed({
      context: server.context,
      feed,
      notebook: notebook(),
      user: holder().id,
      onTrouble: () => {},
      send: (event) => heard.push(event),
    });
    const of = { cell: table.cell as CellId, run: "run_1" as RunId };
    feed.tellListeners(notebook(), { event: { type: "log", ...of, offset: 0, text: secretSample }, sources: [digest] });
    feed.tellListeners(notebook(), {
      event: { type: "progress", ...of, fraction: 0.5, note: { key: receivedKey("k"), params: { name: secretSample } } as never },
      sources: [digest],
    });
    for (let tries = 0; tries < 200 && heard.length < 2; tries++) await new Promise((resolve) => setTimeout(resolve, 25));
    following.stop();
    expect(heard.map(({ type }) => type)).toEqual(["snapshot", "progress"]);
    expect(JSON.stringify(heard)).not.toContain(secretSample);
    await server.context.pool.query(
      `insert into runs (id, lab, notebook, cell, cell_name, kind, key, plan, files, sources, "by", queued_at, state, detail, note)
       values ('run_quotes', $1, $2, 'cell_x', 'x', 'query', 'k', '{}', '{}', $3, $4, 1, 'done', $5, $5)`,
      [lab, notebook(), JSON.stringify([digest]), ada.id, secretSample],
    );
    const { runs } = (await holder().ask("GET", "/api/v1/runs")).body;
    expect(runs.find(({ id }: { id: string }) => id === "run_quotes")).toMatchObject({ detail: null, progress: null });
    expect((await holder().ask("GET", "/api/v1/runs/run_quotes/log")).status).toBe(403);
    expect((await (holders["rows"] as Person).ask("GET", "/api/v1/runs/run_quotes/log")).status).toBe(200);
  });

  test("a picture with more than 50 categories waits for its release, also beside a table of which the size is told", async () => {
    const drawn = cases.find(({ kind, port }) => kind === "chart" && port === "out") as Case;
    const of = { notebook: notebooks[drawn.cell] ?? "" };
    const [row] = await server.context.db.select().from(cellSessions).where(eq(cellSessions.notebook, of.notebook));
    const session = row?.session as CellSession;
    const names = Array.from({ length: 90 }, (_, at) => `name ${at}`);
    const many: Artifact = { type: "figure", data: [{ type: "bar", x: names }], layout: {}, alt: "", marks: 90 };
    const outputs = {
      out: outputRefOf(many, digestOfArtifact(many)),
      data: outputRefOf(exampleArtifacts.table, digestOfArtifact(exampleArtifacts.table)),
    };
    const changed = { ...session, shown: { ...session.shown, outputs } };
    const put = (kept: unknown) =>
      server.context.db.update(cellSessions).set({ session: kept }).where(eq(cellSessions.notebook, of.notebook));
    await put(changed);
    expect((await told(holder(), drawn)).status).toEqual({ state: "unreleased", labs: ["One"], asked: false, refused: false });
    expect((await knock(holder(), drawn, ["", "/json"])).map(({ status }) => status)).toEqual([403, 403]);
    await put(session);
    expect((await told(holder(), drawn)).status.state).toBe("fresh");
  });

  test("of a table its size and names of columns, no levels and no counts of values; names that a pivot made are none", async () => {
    await server.context.db.update(cellSessions).set({ session: before }).where(eq(cellSessions.notebook, notebook()));
    const columns = (await told(holder(), table)).shown?.outputs["out"]?.summary.columns ?? [];
    expect(columns.length).toBeGreaterThan(0);
    for (const column of columns) {
      expect(Object.keys(column)).not.toContain("levels");
      expect(Object.keys(column)).not.toContain("most");
    }
    const transform = kindOf("transform");
    const pivot = transform?.schema.parse({ steps: [{ verb: "pivot", names: "sample", values: "age" }] }) as JsonObject;
    expect(transform?.carries?.(pivot, { rows: "whole", named: true }, "out")).toEqual(closed);
    const query = kindOf("query");
    for (const [sql, named] of [
      ["select * from people", true],
      ["pivot people on sample using first(age)", false],
      ["select * from (PIVOT_WIDER people on sample)", false],
    ] as const)
      expect(query?.carries?.({ sql }, { rows: "whole", named: true }, "out")).toEqual({ rows: "free", named });
  });
});

describe("the same of persons, of whom nobody has said how to count them (P-12)", () => {
  beforeAll(async () => {
    expect((await ada.ask("PATCH", "/api/v1/datasets/ds_one", { aboutPersons: true })).status).toBe(200);
  });
  const doors = [
    "",
    "/json",
    "/window?offset=0&limit=9",
    "/window?part=samples&limit=9",
    "/summary",
    "/search?what=features&q=",
    "/search?what=columns&q=",
    "/search?what=samples&q=",
    ...downloadFormatNames.map((format) => `/download?format=${format}`),
  ];

  test.each(cases)("$title is closed at every door, unless it holds only what a person chose or wrote", async (one) => {
    const holder = holders["results"] as Person;
    // A plan of a study is made of settings alone.
    const isChosen =
      one.declared && (kindOf(one.kind)?.place === "inline" || (one.kind === "power" && one.artifact.type !== "table"));
    const found = await knock(holder, one, doors);
    for (const { door, status, text } of found) {
      expect(text, door).not.toContain(secretSample);
      if (!isChosen) expect([door, status]).toEqual([door, 403]);
    }
    const session = await told(holder, one);
    expect(session.shown !== null, JSON.stringify(session.status)).toBe(isChosen);
    if (!isChosen) expect(session).toMatchObject({ status: { state: "unreleased" }, key: null });
    const { body } = await holder.ask("GET", `/api/v1/notebooks/${notebooks[one.cell]}/thumbnail`);
    expect(body.figure !== null).toBe(isChosen && one.artifact.type === "figure");
    // Who may see rows sees what she saw.
    expect((await told(holders["rows"] as Person, one)).shown?.outputs[one.port]).toBeDefined();
  });
});
