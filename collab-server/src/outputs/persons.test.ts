// P-12: data about persons, seen by somebody who may see results only. What tells of large groups alone is seen at once; all
// else looks alike at every door until the lab of the data releases it, and is closed again by any change. Real Postgres,
// real HTTP, cells computed in place.

import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bytesAsSource } from "@genomecraft/cells/testing/bytes-as-source.ts";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { keysBetween } from "@genomecraft/cells/notebook/order-key.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";
import { addMember } from "@genomecraft/storage/queries/labs.ts";
import { followFeed } from "../feed/personal-feed.ts";
import { keptFrom } from "./kept-from-person.ts";
import { runCells } from "../testing/run-cells.ts";
import { computingInPlace } from "../testing/run-in-place.ts";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

/** 40 persons, 20 of them cases; three with something rare. */
const rows = Array.from(
  { length: 40 },
  (_, at) => `Zsecret${at},${at % 2 ? "case" : "control"},${at < 3 ? "rare" : "usual"},${20 + at}.5,${at % 2 ? 1 : 0}`,
);
const bytes = new TextEncoder().encode(`patient,diagnosis,variant,age,flag\n${rows.join("\n")}\n`);
const digest = createHash("sha256").update(bytes).digest("hex");
/** Twelve persons as samples of a matrix; the sheet writes one of them otherwise, and its other column of names misses one. */
const samples = Array.from({ length: 12 }, (_, at) => `P${String(at + 1).padStart(2, "0")}`);
const counts = [
  `"",biotype,${samples.join(",")}`,
  ...Array.from({ length: 60 }, (_, gene) =>
    [
      `gene${gene + 1}`,
      gene % 2 ? "coding" : "other",
      ...samples.map((_, at) => 5 + ((gene * 31 + at * 17 + gene * at) % 97)),
    ].join(),
  ),
].join("\n");
const sheet = [
  "sample,alias,group",
  ...samples.map((name, at) => [at === 6 ? "p07" : name, at === 2 ? "nobody" : name, at % 2 ? "case" : "control"].join()),
].join("\n");
const written = { people: bytes, counts: new TextEncoder().encode(counts), sheet: new TextEncoder().encode(sheet) };
const digestOf = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex");
const files = new Map(Object.values(written).map((content) => [digestOf(content), bytesAsSource(content)]));
const file = { digest, name: "people.csv", size: bytes.length };

let server: TestServer;
let ada: Person;
let bea: Person;
let lab = "";
let notebook = "";
const base = (): string => `/api/v1/notebooks/${notebook}`;
const id = (name: string): CellId => `cell_${name}` as CellId;
const ref = (name: string, port?: string) => ({ ref: id(name), ...(port ? { port } : {}) });
const chart = (from: string, type: string, more: object = {}) => ({
  kind: "chart",
  spec: { from: ref(from), chart: { type }, ...more },
});
const steps = (from: string, ...list: readonly object[]) => ({
  kind: "transform",
  spec: { from: ref(from), steps: list.map((step, at) => ({ id: `s${at}`, ...step })) },
});
const load = (more: object = {}) => ({ kind: "load", spec: { file, format: "csv", read: "table", ...more } });
const ofFile = (name: "counts" | "sheet", more: object = {}) => ({
  kind: "load",
  spec: { file: { digest: digestOf(written[name]), name: `${name}.csv`, size: written[name].length }, format: "csv", ...more },
});
const matrix = (more: object = {}) => ofFile("counts", { read: "matrix", samples: ref("sheet"), ...more });
const meanOf = (from: string, x: string, y: string) => chart(from, "bar", { x, y, chart: { type: "bar", measure: "mean" } });
const query = (sql: string) => ({ kind: "query", spec: { sql } });
const only = (column: string, value: string) => ({ verb: "filter", where: { all: [{ column, is: "=", value }] } });
const mean = [
  { name: "n", take: "count" },
  { name: "ages", take: "count", column: "age" },
  { name: "mean_age", take: "mean", column: "age" },
];

interface Written {
  readonly kind: string;
  readonly spec: object;
}
/** What tells of groups of at least five persons alone. */
const atOnce: { readonly [name: string]: Written } = {
  bars: chart("raw", "bar", { x: "diagnosis" }),
  means: chart("raw", "bar", { x: "diagnosis", y: "age", chart: { type: "bar", measure: "mean" } }),
  kept: steps("raw", { verb: "select", columns: ["diagnosis", "age"], action: "keep" }),
  by_rule: steps("raw", { verb: "fill-missing", columns: ["age"], fill: { by: "median" } }),
  of_kept: chart("kept", "bar", { x: "diagnosis" }),
  of_groups: chart("groups", "point", { x: "n", y: "mean_age" }),
  size: { kind: "note", spec: { text: "There are {{raw.rows}}." } },
  matrix: matrix(),
  matrix_told: matrix({ samplesIn: "columns" }),
  of_matrix: meanOf("matrix", "group", "gene1"),
  of_matrix_told: meanOf("matrix_told", "group", "gene1"),
};
/** What waits, each for a reason of its own. Some fail, some have few rows, some were never run. */
const waiting: { readonly [name: string]: Written } = {
  rare: chart("raw", "bar", { x: "variant" }),
  names: chart("raw", "bar", { x: "patient", color: "variant" }),
  boxes: chart("raw", "box", { x: "diagnosis", y: "age" }),
  points: chart("raw", "point", { x: "age", y: "age", label: "patient", labels: true }),
  line: chart("raw", "line", { x: "age", y: "age" }),
  logs: chart("raw", "bar", { x: "diagnosis", y: "age", logY: true, chart: { type: "bar", measure: "mean" } }),
  tops: { kind: "profile", spec: { from: ref("raw") } },
  one: steps("raw", only("patient", "Zsecret7"), only("variant", "usual")),
  none: steps("raw", only("patient", "nobody")),
  of_one: chart("one", "bar", { x: "diagnosis" }),
  count_one: { kind: "note", spec: { text: "{{one.rows}}" } },
  most: steps("raw", only("variant", "usual")),
  of_most: chart("most", "bar", { x: "diagnosis" }),
  extremes: steps("raw", {
    verb: "summarise",
    by: ["diagnosis"],
    values: [...mean, { name: "oldest", take: "max", column: "age" }],
  }),
  of_extremes: chart("extremes", "bar", { x: "diagnosis", y: "oldest", chart: { type: "bar", measure: "mean" } }),
  few: steps("raw", { verb: "summarise", by: ["variant"], values: mean }),
  of_few: chart("few", "bar", { x: "variant", y: "mean_age", chart: { type: "bar", measure: "mean" } }),
  uncounted: steps("raw", { verb: "summarise", by: ["diagnosis"], values: mean.filter(({ name }) => name !== "ages") }),
  of_uncounted: chart("uncounted", "bar", { x: "diagnosis", y: "mean_age", chart: { type: "bar", measure: "mean" } }),
  // She would put those without a group into one, and then into another.
  filled: steps("raw", { verb: "fill-missing", columns: ["variant"], fill: { by: "value", value: "usual" } }),
  of_filled: chart("filled", "bar", { x: "diagnosis", y: "age", chart: { type: "bar", measure: "mean" } }),
  // Whoever is 27 years old counts no more: the difference is that person's.
  other_words: load({ missing: ["27.5"] }),
  of_other_words: chart("other_words", "bar", { x: "diagnosis", y: "age", chart: { type: "bar", measure: "mean" } }),
  // Read the other way round, persons are what a component has loadings for.
  turned: load({ read: "matrix", samplesIn: "columns" }),
  components: { kind: "reduce", spec: { from: ref("turned"), components: 1, topFeatures: 0 } },
  of_loadings: {
    kind: "chart",
    spec: { ...chart("components", "bar").spec, from: ref("components", "loadings"), x: "feature", y: "PC1" },
  },
  of_loadings_as_points: {
    kind: "chart",
    spec: { ...chart("components", "point").spec, from: ref("components", "loadings"), x: "PC1", y: "PC1" },
  },
  profile_of_loadings: { kind: "profile", spec: { from: ref("components", "loadings") } },
  // A person's column set apart, or left out by how its name is written or by which column it is looked for in.
  apart: matrix({ annotations: ["P01"] }),
  of_apart: meanOf("apart", "group", "gene1"),
  exact: matrix({ sampleNames: "exact" }),
  of_exact: meanOf("exact", "group", "gene1"),
  by_alias: matrix({ samplesBy: "alias" }),
  of_alias: meanOf("by_alias", "group", "gene1"),
  by_aliases: matrix({ samples: ref("aliases") }),
  of_aliases: meanOf("by_aliases", "group", "gene1"),
  annotated: steps("matrix_alone", { verb: "annotate-samples", with: ref("sheet"), on: [{ left: "sample", right: "alias" }] }),
  of_annotated: meanOf("annotated", "group", "gene1"),
  // The other way round genes are counted in place of persons.
  genes_as_samples: ofFile("counts", { read: "matrix", samplesIn: "rows" }),
  of_one_person: meanOf("genes_as_samples", "biotype", "P01"),
  // Ranks within a group of few, and numbers in place of names of few.
  ranked: steps("raw", { verb: "rank", column: "age", name: "r", by: ["variant"] }),
  of_ranked: meanOf("ranked", "diagnosis", "r"),
  ranked_names: steps("raw", { verb: "rank", column: "variant", name: "r" }),
  of_ranked_names: meanOf("ranked_names", "diagnosis", "r"),
  derived: steps("raw", { verb: "derive", name: "who", formula: "lower(patient)" }),
  of_derived: chart("derived", "bar", { x: "diagnosis" }),
  pivoted: steps("raw", { verb: "pivot", names: "patient", values: "variant", take: "first" }),
  counted: query("select diagnosis, count(*) as n from raw group by 1"),
  of_counted: chart("counted", "bar", { x: "diagnosis" }),
  // Quotes a name in its failure.
  broken: chart("raw", "violin", { x: "diagnosis", y: "patient" }),
  blocked: { kind: "note", spec: { text: "{{broken.marks}}" } },
  steps_of_one: chart("one", "histogram", { x: "age" }),
};
/** Not run at all. */
const neverRun = new Set(["never", "steps_of_one"]);
/** Closed by nothing that its spec says: until it has run it is told that it has not. */
const never = chart("raw", "bar", { x: "flag" });

beforeAll(async () => {
  server = await startTestServer({}, { computing: computingInPlace({ files }) });
  const { context } = server;
  ada = await server.signUp("Ada");
  bea = await server.signUp("Bea");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "Data Lab" })).body.id;
  const beas = (await bea.ask("POST", "/api/v1/labs", { name: "Bea's Lab" })).body.id;
  const blob = await context.blobs.put(context.db, { lab }, bytes);
  await context.pool.query(
    "insert into datasets (id, lab, name, created_by, created_at, updated_at) values ('ds_people', $1, 'people.csv', $2, 1, 1)",
    [lab, ada.id],
  );
  await context.pool.query(
    "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) values ('ds_people', 1, $1, $2, $3, 'people.csv', $4, $5, 1)",
    [lab, blob.id, digest, bytes.length, ada.id],
  );
  for (const name of ["counts", "sheet"] as const) {
    const { id: kept } = await context.blobs.put(context.db, { lab }, written[name]);
    await context.pool.query(
      "insert into datasets (id, lab, name, created_by, created_at, updated_at) values ($3, $1, $4, $2, 1, 1)",
      [lab, ada.id, `ds_my_${name}`, `${name}.csv`],
    );
    await context.pool.query(
      "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) values ($6, 1, $1, $2, $3, $7, $4, $5, 1)",
      [lab, kept, digestOf(written[name]), written[name].length, ada.id, `ds_my_${name}`, `${name}.csv`],
    );
  }
  const datasets = ["ds_people", "ds_my_counts", "ds_my_sheet"];
  for (const one of datasets) await ada.ask("PUT", `/api/v1/datasets/${one}/grants`, { lab: beas, right: "results" });
  notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "Study" })).body.id;
  for (const one of datasets) await ada.ask("POST", `${base()}/datasets`, { dataset: one });
  await ada.ask("PUT", `${base()}/access`, { email: bea.email, role: "editor" });
  const groups = steps("raw", { verb: "summarise", by: ["diagnosis"], values: mean });
  const all = Object.entries({
    raw: load(),
    sheet: ofFile("sheet", { read: "table" }),
    aliases: steps("sheet", { verb: "select", columns: ["sample"], action: "drop" }),
    matrix_alone: ofFile("counts", { read: "matrix" }),
    groups,
    ...atOnce,
    ...waiting,
    never,
  });
  const orders = keysBetween(null, null, all.length);
  const answer = await ada.ask("POST", `${base()}/operations`, {
    operations: all.map(([name, { kind, spec }], at) => ({
      type: "add-cell",
      id: id(name),
      kind,
      name: kind === "note" ? "" : name,
      spec,
      order: orders[at],
      mode: "manual",
    })),
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  expect((await mark({ aboutPersons: true, personColumn: "patient" })).status).toBe(200);
  for (const one of ["ds_my_counts", "ds_my_sheet"])
    await ada.ask("PATCH", `/api/v1/datasets/${one}`, { aboutPersons: true, personColumn: "sample" });
  await run();
}, 120_000);
afterAll(() => server.close());

const mark = (said: object) => ada.ask("PATCH", "/api/v1/datasets/ds_people", said);

/** Makes what is to be made, and says of it what a server would. */
const run = (): Promise<void> =>
  runCells(server.context, { notebook, lab, by: ada.id, files }, (cell) => !neverRun.has(cell.slice(5)));

const sessionsOf = async (who: Person): Promise<{ readonly [name: string]: CellSession }> => {
  const { cells } = (await who.ask("GET", `${base()}/session`)).body;
  return Object.fromEntries(cells.map((session: CellSession) => [session.cell.slice(5), session]));
};
/** The same of every cell that waits. */
const alike = (name: string, more: object = {}) => ({
  cell: id(name),
  status: { state: "unreleased", labs: ["Data Lab"], asked: false, refused: false, ...more },
  shown: null,
  key: null,
});
const doors = [
  "",
  `?digest=${"0".repeat(64)}`,
  "/json",
  "/window?offset=0&limit=5",
  "/summary",
  "/search?what=columns&q=",
  "/search?what=features&q=",
  "/search?what=samples&q=",
  "/search?what=column:patient&q=",
  "/download?format=csv",
  "/download?format=json",
  "/download?format=parquet",
];
const knock = async (who: Person, name: string): Promise<{ readonly [door: string]: number }> =>
  Object.fromEntries(
    await Promise.all(
      doors.map(async (door) => {
        const answer = await who.ask("GET", `${base()}/cells/${id(name)}/outputs/out${door}`);
        expect(JSON.stringify(answer.body ?? ""), `${name}${door}`).not.toContain("Zsecret");
        return [door, answer.status];
      }),
    ),
  );

describe("what Bea sees who may see results only of data about persons (P-12)", () => {
  test("Ada, whose data they are, sees every one of these as it is", async () => {
    const sessions = await sessionsOf(ada);
    for (const name of [...Object.keys(atOnce), "raw", "rare", "of_one", "one", "points"])
      expect(sessions[name]?.status.state, `${name}: ${JSON.stringify(sessions[name]?.status)}`).toBe("fresh");
    expect(sessions["broken"]?.status.state).toBe("failed");
    expect(JSON.stringify(sessions["broken"])).toContain("Zsecret");
  });

  test("groups of at least five persons, counted in the declared column, are seen at once", async () => {
    const sessions = await sessionsOf(bea);
    for (const name of Object.keys(atOnce)) {
      const { status, shown } = sessions[name] as CellSession;
      expect([name, status.state]).toEqual([name, "fresh"]);
      expect(Object.keys(shown?.outputs ?? {}), name).toContain("out");
      expect(JSON.stringify(sessions[name]), name).not.toContain("Zsecret");
    }
    expect(JSON.stringify(sessions["bars"]?.shown?.outputs["out"]?.inline)).toContain("case 20");
    expect((await knock(bea, "bars"))["/json"]).toBe(200);
  });

  test("of tables she learns their size and the names of their columns, and no value, digest or level", async () => {
    const { raw, kept } = await sessionsOf(bea);
    for (const { shown } of [raw, kept] as CellSession[]) {
      const output = shown?.outputs["out"];
      expect(output?.summary.shape[0]).toBe(40);
      expect(output?.digest).toBe(shown?.key);
      expect(shown?.made).toBeUndefined();
      for (const column of output?.summary.columns ?? [])
        expect(Object.keys(column)).not.toEqual(expect.arrayContaining(["levels"]));
      expect(output?.inline).toBeUndefined();
    }
    const statuses = await knock(bea, "raw");
    expect(statuses).toMatchObject({ "": 200, "/search?what=columns&q=": 200, "/window?offset=0&limit=5": 403, "/summary": 403 });
    expect(Object.entries(statuses).filter(([door, status]) => /search|download/.test(door) && status === 200)).toHaveLength(1);
  });

  test("all else looks alike, whatever became of it: made, failed, empty, of one, never run", async () => {
    const sessions = await sessionsOf(bea);
    const shut = Object.fromEntries(doors.map((door) => [door, 403]));
    expect(sessions["never"]).toMatchObject({ status: { state: "idle" }, shown: null, key: null });
    for (const name of Object.keys(waiting)) {
      expect(sessions[name], name).toEqual(alike(name));
      expect(await knock(bea, name), name).toEqual(shut);
    }
    const refusals = await Promise.all(
      Object.keys(waiting).map(async (name) => {
        const { body } = await bea.ask("GET", `${base()}/cells/${id(name)}/outputs/out`);
        return JSON.stringify({ ...body.error, requestId: "" });
      }),
    );
    expect(new Set(refusals).size).toBe(1);
  });

  test("the feed says the same, and no log, progress or run of it", async () => {
    const told: unknown[] = [];
    const following = await followFeed({
      context: server.context,
      feed: server.live.feed,
      notebook,
      user: bea.id,
      onTrouble: (error) => told.push(String(error)),
      send: (event) => told.push(event),
    });
    server.live.feed.tellListeners(notebook, {
      event: { type: "log", cell: id("one"), run: "run_1" as never, offset: 0, text: "Zsecret7 kept" },
      sources: [digest],
    });
    server.live.feed.tellListeners(notebook, {
      event: { type: "progress", cell: id("bars"), run: "run_1" as never, fraction: 0.7, note: null },
      sources: [digest],
    });
    for (let tries = 0; tries < 200 && told.length === 0; tries++) await new Promise((resolve) => setTimeout(resolve, 25));
    await new Promise((resolve) => setTimeout(resolve, 200));
    following.stop();
    expect(told).toHaveLength(1);
    expect(JSON.stringify(told)).not.toContain("Zsecret");
    await server.context.pool.query(
      `insert into runs (id, lab, notebook, cell, cell_name, kind, key, plan, files, sources, "by", queued_at, state, detail)
       values ('run_1', $1, $2, 'cell_one', 'one', 'transform', 'k', '{}', '{}', $3, $4, 1, 'done', 'Zsecret7')`,
      [lab, notebook, JSON.stringify([digest]), bea.id],
    );
    expect((await bea.ask("GET", "/api/v1/runs")).body.runs).toEqual([]);
    expect((await bea.ask("GET", "/api/v1/me/work")).body.runs).toBe(0);
    expect((await bea.ask("GET", "/api/v1/runs/run_1/log")).status).toBe(403);
    expect((await ada.ask("GET", "/api/v1/runs")).body.runs).toHaveLength(1);
  });

  test("lineage names the cells and nothing of what was made; verifying, the thumbnail and the texts tell no value", async () => {
    for (const name of ["one", "bars", "never"]) {
      const { status, body } = await bea.ask("GET", `${base()}/cells/${id(name)}/lineage`);
      expect(status, name).toBe(200);
      for (const node of body.nodes.filter(({ kind }: { kind: string }) => kind !== "dataset"))
        expect(node, name).toMatchObject({ shape: null, ms: null, at: null, by: null, type: null });
      expect(JSON.stringify(body)).not.toMatch(/"key"/);
      expect((await bea.ask("POST", `${base()}/cells/${id(name)}/verify`)).status, name).toBe(403);
    }
    for (const path of ["/thumbnail", "/document", "/export", "/versions"]) {
      const { body } = await bea.ask("GET", `${base()}${path}`);
      // She wrote that name herself, into a condition.
      expect(JSON.stringify(body).replaceAll("Zsecret7", ""), path).not.toContain("Zsecret");
    }
  });

  test("without a declared column nobody can count persons, and everything waits; several rows a person need larger groups", async () => {
    await mark({ personColumn: null });
    const blind = await sessionsOf(bea);
    for (const name of ["bars", "means", "of_kept", "of_groups", "raw", "kept", "size"])
      expect(blind[name], name).toEqual(alike(name));
    // By age every row is a person of its own; by diagnosis there are two persons with twenty rows each.
    await mark({ personColumn: "diagnosis" });
    expect((await sessionsOf(bea))["bars"]).toEqual(alike("bars"));
    await mark({ personColumn: "patient" });
    expect((await sessionsOf(bea))["bars"]?.status.state).toBe("fresh");
  });
});

test("the list of data sets says of which the rows are persons, also to those who see results only", async () => {
  const marked = async (who: Person) =>
    (await who.ask("GET", "/api/v1/datasets")).body.datasets
      .filter(({ id }: { id: string }) => id === "ds_people")
      .map(({ aboutPersons }: { aboutPersons: boolean }) => aboutPersons);
  expect(await marked(ada)).toEqual([true]);
  expect(await marked(bea)).toEqual([true]);
});

test("what a lab brings along chooses among the persons of another's data: such a mixture waits", async () => {
  const { context } = server;
  const sheet = createHash("sha256").update("a sheet of Bea's").digest("hex");
  const beas = (await bea.ask("GET", "/api/v1/me")).body.labs[0].id;
  await context.pool.query(
    "insert into datasets (id, lab, name, created_by, created_at, updated_at) values ('ds_sheet', $1, 'sheet.csv', $2, 1, 1)",
    [beas, bea.id],
  );
  await context.pool.query(
    "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) select 'ds_sheet', 1, $1, blob, $2, 'sheet.csv', 9, $3, 1 from dataset_versions where dataset = 'ds_people'",
    [beas, sheet, bea.id],
  );
  await context.pool.query(
    "insert into notebook_datasets (notebook, lab, dataset, granted_by, granted_at) select notebook, lab, 'ds_sheet', granted_by, granted_at from notebook_datasets where dataset = 'ds_people'",
  );
  const kept = async (sources: readonly string[]) => (await keptFrom(context.db, { notebook, user: bea.id }, sources)).persons;
  expect(await kept([digest])).toMatchObject({ isChosen: false });
  expect(await kept([digest, sheet])).toMatchObject({ isChosen: true, files: [{ digest }] });
  expect(await kept([sheet])).toBeNull();
});

test("of a data set with several versions the first is seen at once: beside it, the difference would tell of who came or went", async () => {
  const { context } = server;
  const second = createHash("sha256").update("one person more").digest("hex");
  await context.pool.query(
    "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) select dataset, 2, lab, blob, $1, name, 9, created_by, 2 from dataset_versions where dataset = 'ds_people' and version = 1",
    [second],
  );
  const kept = async (sources: readonly string[]) => (await keptFrom(context.db, { notebook, user: bea.id }, sources)).persons;
  expect(await kept([digest])).toMatchObject({ isChosen: false });
  expect(await kept([second])).toMatchObject({ isChosen: true });
  expect(await kept([digest, second])).toMatchObject({ isChosen: true });
  // A lab that lets all out has nothing to keep apart.
  await ada.ask("PATCH", `/api/v1/labs/${lab}`, { smallGroups: 0 });
  expect(await kept([second])).toMatchObject({ isChosen: false });
  await ada.ask("PATCH", `/api/v1/labs/${lab}`, { smallGroups: 5 });
  await context.pool.query("delete from dataset_versions where digest = $1", [second]);
});

describe("a release", () => {
  const waits = async (who: Person) => (await who.ask("GET", `${base()}/releases`)).body.releases;
  const decide = (who: Person, name: string, released: boolean, key: string) =>
    who.ask("PUT", `${base()}/releases/${id(name)}`, { released, key });

  test("is asked for in the product, and the lab of the data sees who asked for what", async () => {
    expect((await bea.ask("POST", `${base()}/releases`, { cell: id("of_one") })).status).toBe(200);
    expect((await bea.ask("POST", `${base()}/releases`, { cell: id("steps_of_one") })).status).toBe(200);
    expect((await sessionsOf(bea))["of_one"]).toEqual(alike("of_one", { asked: true }));
    expect(await waits(bea)).toMatchObject([
      { cell: id("of_one"), state: "waits", mayDecide: false, key: null },
      { cell: id("steps_of_one"), state: "waits", mayDecide: false, key: null },
    ]);
    const [asked] = await waits(ada);
    expect(asked).toMatchObject({ cell: id("of_one"), by: { name: "Bea" }, state: "waits", mayDecide: true });
    expect(asked.key).toMatch(/^[0-9a-f]{64}$/);
  });

  test("is no way to rows: who asks is told by what right they are seen, and nothing waits", async () => {
    for (const cell of ["one", "raw", "counted"]) {
      const refused = await bea.ask("POST", `${base()}/releases`, { cell: id(cell) });
      expect([refused.status, refused.body.error.failure.reason], cell).toEqual([409, "server.rows-not-released"]);
    }
    // Nor does the lab's own word open them: it would stand as released, and show nobody more.
    const { key } = (await sessionsOf(ada))["one"] ?? {};
    const given = await decide(ada, "one", true, String(key));
    expect([given.status, given.body.error.failure.reason]).toEqual([409, "server.rows-not-released"]);
    expect((await waits(ada)).map((one: { cell: string }) => one.cell).sort()).toEqual([id("of_one"), id("steps_of_one")].sort());
  });

  test("is given by nobody but who may share the data, for what was looked at, and is on record", async () => {
    const [{ key }] = await waits(ada);
    expect((await decide(bea, "of_one", true, key)).status).toBe(403);
    expect((await decide(ada, "of_one", true, "0".repeat(64))).status).toBe(409);
    expect((await decide(ada, "of_one", true, key)).status).toBe(200);
    const opened = (await sessionsOf(bea))["of_one"];
    expect(opened?.status.state).toBe("fresh");
    expect((await knock(bea, "of_one"))["/json"]).toBe(200);
    // The cell alone: what it is made of waits as before.
    expect((await sessionsOf(bea))["one"]).toEqual(alike("one"));
    const { entries } = (await ada.ask("GET", `/api/v1/labs/${lab}/audit`)).body;
    expect(entries.find((entry: { action: string }) => entry.action === "release.give").detail).toMatchObject({
      cell: id("of_one"),
      key,
      sources: [digest],
    });
    expect(entries.some((entry: { action: string }) => entry.action === "release.ask")).toBe(true);
  });

  test("ends with any change above it, also where the same rows are kept and the key stays", async () => {
    const before = (await sessionsOf(ada))["of_one"];
    const turn = (conditions: readonly object[]) =>
      bea.ask("POST", `${base()}/operations`, {
        operations: [
          {
            type: "set-spec",
            cell: id("one"),
            path: ["steps"],
            value: conditions.map((step, at) => ({ id: `s${at}`, ...step })),
          },
        ],
      });
    expect((await turn([only("patient", "Zsecret7")])).status).toBe(200);
    await run();
    const after = (await sessionsOf(ada))["of_one"];
    expect(after?.key).toBe(before?.key);
    expect((await sessionsOf(bea))["of_one"]).toEqual(alike("of_one", { asked: true }));
    expect((await knock(bea, "of_one"))["/json"]).toBe(403);
    expect((await waits(ada))[0]).toMatchObject({ cell: id("of_one"), state: "waits" });
  });

  test("can be refused, and is shown as such for the cell as it reads", async () => {
    const [{ key }] = await waits(ada);
    expect((await decide(ada, "of_one", false, key)).status).toBe(200);
    expect((await sessionsOf(bea))["of_one"]).toEqual(alike("of_one", { asked: true, refused: true }));
    expect((await waits(bea))[0]).toMatchObject({ state: "refused" });
  });

  test("of a lab is not answered a second time by whoever has not seen the first answer: that one is told who gave it", async () => {
    const dan = await server.signUp("Dan");
    await addMember(server.context.db, { lab, user: dan.id, role: "admin", now: 1 });
    const [{ key, state }] = await waits(dan);
    expect(state).toBe("refused");
    const say = (released: boolean, seen: string) =>
      dan.ask("PUT", `${base()}/releases/${id("of_one")}`, { released, key, seen });
    const late = await say(true, "waits");
    expect([late.status, late.body.error.failure]).toEqual([409, { reason: "server.release-answered", params: { name: "Ada" } }]);
    expect((await sessionsOf(bea))["of_one"]?.status.state).toBe("unreleased");
    // Who has seen it may think otherwise.
    expect((await say(true, "refused")).status).toBe(200);
    expect((await sessionsOf(bea))["of_one"]?.status.state).toBe("fresh");
    // What is released stands where whoever may decide takes it back, and nowhere else.
    const standing = async (who: Person) => (await who.ask("GET", `${base()}/releases?standing=true`)).body.standing;
    const given = [{ cell: id("of_one"), lab: { id: lab }, by: { name: "Dan" }, key }];
    expect(await standing(ada)).toMatchObject(given);
    expect(await standing(dan)).toMatchObject(given);
    expect(await standing(bea)).toEqual([]);
    expect((await say(false, "released")).status).toBe(200);
    expect(await standing(ada)).toEqual([]);
    expect((await sessionsOf(bea))["of_one"]).toEqual(alike("of_one", { asked: true, refused: true }));
  });

  test("is not asked for any more where the cell is in the bin", async () => {
    const turn = (more: object) => ada.ask("POST", `${base()}/operations`, { operations: [{ cell: id("of_one"), ...more }] });
    expect((await turn({ type: "delete-cell", at: Date.now() })).status).toBe(200);
    const cells = async () => (await waits(ada)).map(({ cell }: { cell: string }) => cell);
    expect(await cells()).not.toContain(id("of_one"));
    expect((await turn({ type: "restore-cell" })).status).toBe(200);
    expect(await cells()).toContain(id("of_one"));
  });

  test("says nothing of cells whose data she may not see at all", async () => {
    const cleo = await server.signUp("Cleo");
    await ada.ask("PUT", `${base()}/access`, { email: cleo.email, role: "editor" });
    expect((await cleo.ask("POST", `${base()}/releases`, { cell: id("bars") })).status).toBe(403);
    expect(await waits(cleo)).toEqual([]);
  });
});

describe("what the invited will see is told before they are", () => {
  const promised = async (datasets: string): Promise<{ readonly [cell: string]: { sees: string; key: string | null } }> => {
    const { cells } = (await ada.ask("GET", `${base()}/invited-see?datasets=${datasets}`)).body;
    return Object.fromEntries(cells.map((one: { id: string }) => [one.id.slice(5), one]));
  };

  test("as they see it then: at once, after a release, when it was run, without rows", async () => {
    const told = await promised("ds_people");
    const seen = await sessionsOf(bea);
    for (const [name, { sees, key }] of Object.entries(told)) {
      const { status, shown } = seen[name] as CellSession;
      if (sees === "now") expect([status.state, shown === null], name).toEqual(["fresh", false]);
      if (sees === "release") expect(status.state, name).toBe("unreleased");
      expect(key !== null, name).toBe(sees === "release");
    }
    expect([told["bars"]?.sees, told["means"]?.sees, told["size"]?.sees]).toEqual(["now", "now", "now"]);
    expect([told["boxes"]?.sees, told["points"]?.sees, told["rare"]?.sees]).toEqual(["release", "release", "release"]);
    expect([told["raw"]?.sees, told["kept"]?.sees]).toEqual(["rows", "rows"]);
    expect([told["never"]?.sees, told["broken"]?.sees]).toEqual(["not-ready", "not-ready"]);
  });

  test("and a cell that is released with what was told is seen at once", async () => {
    const { key } = (await promised("ds_people"))["boxes"] ?? {};
    const release = { released: true, key, seen: "waits" };
    expect((await ada.ask("PUT", `${base()}/releases/${id("boxes")}`, release)).status).toBe(200);
    expect((await promised("ds_people"))["boxes"]).toMatchObject({ sees: "now", key: null });
    expect((await sessionsOf(bea))["boxes"]?.status.state).toBe("fresh");
  });

  test("of data that are kept back, and to whoever may not share the notebook, nothing", async () => {
    expect(new Set(Object.values(await promised("")).map(({ sees }) => sees))).toEqual(new Set(["closed"]));
    expect((await bea.ask("GET", `${base()}/invited-see?datasets=ds_people`)).status).toBe(403);
  });
});

describe("publishing by who sees results only", () => {
  test("what waits for her stops it, alike; a reason overrides no other lab's rule (P-8)", async () => {
    await ada.ask("PUT", `${base()}/access`, { email: bea.email, role: "owner" });
    const check = async (name: string): Promise<string> => {
      const { body } = await bea.ask("POST", `${base()}/publications/check`, {
        cells: [id(name)],
        labels: true,
        smallGroups: "because",
      });
      return JSON.stringify(body.blockers).replaceAll(`"${name}"`, '"X"').replaceAll(id(name), "C").replaceAll(name, "X");
    };
    const said = await Promise.all(["points", "one", "broken", "of_few", "tops"].map(check));
    expect(new Set(said).size, said.join("\n")).toBe(1);
    expect(said[0]).toContain('"unreleased"');
  });

  test("what is released goes out when the lab has agreed to exactly that, points and all (P-11)", async () => {
    const { key } = (await sessionsOf(ada))["points"] as CellSession;
    expect((await ada.ask("PUT", `${base()}/releases/${id("points")}`, { released: true, key })).status).toBe(200);
    const shown = { cells: [id("points")], audience: "link", smallGroups: "because" };
    const publish = (more: object = {}) => bea.ask("POST", `${base()}/publications`, { ...shown, reason: "x", ...more });
    const { body } = await bea.ask("POST", `${base()}/publications/check`, shown);
    expect(body.blockers.map((one: { reason: string }) => one.reason)).toEqual(["small-groups", "must-agree"]);
    expect(body.blockers[0].message).toContain("A reason does not do");
    expect((await publish()).status).toBe(409);
    const { proposal } = (await bea.ask("POST", `${base()}/publications/proposals`, shown)).body;
    const [seen] = (await ada.ask("GET", `${base()}/publications/proposals`)).body.proposals;
    expect(seen).toMatchObject({
      proposal,
      cells: [{ name: "points" }],
      audience: "link",
      small: [{ sizes: [1] }],
      changed: false,
    });
    const agreement = { dataset: "ds_people", proposal };
    expect((await bea.ask("POST", `${base()}/publications/agreements`, agreement)).status).toBe(403);
    expect((await ada.ask("POST", `${base()}/publications/agreements`, agreement)).status).toBe(200);
    expect((await publish({ labels: true })).status, "labels were not shown").toBe(409);
    expect((await publish({ audience: "labs" })).status, "nor were these readers").toBe(409);
    const out = await publish();
    expect(out.status, JSON.stringify(out.body)).toBe(200);
    const read = JSON.stringify((await server.nobody.ask("GET", `/api/v1/read/${out.body.slug}`)).body);
    expect(read).not.toContain("Zsecret");
    // Of the file, and of what is not published, no fingerprint goes out.
    expect(read).not.toContain(digest);
    expect((await publish()).status, "once").toBe(409);
  });

  test("a release that is taken back while somebody publishes: what went out went out before (P-12)", async () => {
    await ada.ask("PUT", `${base()}/access`, { email: bea.email, role: "owner" });
    const shown = { cells: [id("points")], audience: "link", smallGroups: "because" };
    const out = () => bea.ask("POST", `${base()}/publications`, { ...shown, reason: "a race" });
    const { key } = (await sessionsOf(ada))["points"] as CellSession;
    const say = (released: boolean) => ada.ask("PUT", `${base()}/releases/${id("points")}`, { released, key });
    const took = async (sql: string) => Number((await server.context.pool.query(sql, [notebook])).rows[0]?.at);
    for (let round = 0; round < 20; round++) {
      expect((await say(true)).status).toBe(200);
      const { proposal } = (await bea.ask("POST", `${base()}/publications/proposals`, shown)).body;
      expect((await ada.ask("POST", `${base()}/publications/agreements`, { dataset: "ds_people", proposal })).status).toBe(200);
      const [published, taken] = await Promise.all([out(), wait(round * 20).then(() => say(false))]);
      expect(taken.status).toBe(200);
      expect([200, 409], JSON.stringify(published.body)).toContain(published.status);
      if (published.status === 200)
        expect(await took("select max(at) as at from publications where notebook = $1")).toBeLessThanOrEqual(
          await took("select max(at) as at from releases where notebook = $1 and not released"),
        );
      expect((await out()).status).toBe(409);
      await server.context.pool.query("delete from publication_agreements where publication is null");
      await server.context.pool.query(
        "update publications set withdrawn_at = 1 where withdrawn_at is null and reason = 'a race'",
      );
    }
  }, 900_000);

  test("of two views whose totals of a category are almost equal one goes out, whichever is second (P-8)", async () => {
    const publish = (names: readonly string[], more: object = {}) =>
      ada.ask("POST", `${base()}/publications`, { cells: names.map(id), audience: "link", reason: "x", ...more });
    const both = await publish(["bars", "of_most"]);
    expect([both.status, both.body.error.failure.reason]).toEqual([409, "publish.close-totals"]);
    expect(both.body.error.message).toMatch(/bars and of_most say all 40 and 37 times/);
    expect((await publish(["bars"])).status).toBe(200);
    const second = await publish(["of_most"]);
    expect([second.status, second.body.error.failure.reason]).toEqual([409, "publish.close-totals"]);
    expect((await publish(["of_most"], { smallGroups: "All of them agreed." })).status).toBe(200);
  });

  test("a number of rows inside a note is that of a group: {{one.rows}} = 1 does not go out (P-8)", async () => {
    const check = async (cell: string) =>
      (await ada.ask("POST", `${base()}/publications/check`, { cells: [id(cell)] })).body.blockers.map(
        (one: { reason: string; message: string }) => `${one.reason}: ${one.message}`,
      );
    expect(await check("count_one")).toEqual([
      expect.stringMatching(/^small-groups: Note shows groups of fewer than 5 persons \(1\)/),
    ]);
    expect(await check("extremes")).toContainEqual(expect.stringMatching(/^small-groups: extremes shows rows of single persons/));
    for (const name of ["points", "line"])
      expect(await check(name)).toContainEqual(expect.stringMatching(new RegExp(`^small-groups: ${name} draws single persons`)));
  });
});
