// Genotypes, reads, sets and files that stay files at every route of a notebook: whoever holds no rows is told no name of a sample,
// no read, no genotype, no cell that a finding quotes, whatever she asks and wherever she uses a digest. Real Postgres, real
// HTTP, real files loaded in place.

import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CellId } from "@genomecraft/cells/base/ids.ts";
import { bamBytes } from "@genomecraft/cells/formats/parts/alignments/alignments.fixture.ts";
import { kindOf } from "@genomecraft/cells/kinds.ts";
import { keysBetween } from "@genomecraft/cells/notebook/order-key.ts";
import type { CellSession } from "@genomecraft/cells/session/cell-status.ts";
import { bytesAsSource } from "@genomecraft/cells/testing/bytes-as-source.ts";
import { setOf } from "@genomecraft/cells/testing/set-of.ts";
import { runCells } from "../testing/run-cells.ts";
import { computingInPlace } from "../testing/run-in-place.ts";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

const head =
  '##fileformat=VCFv4.2\n##contig=<ID=chr1,length=248956422>\n##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">\n';
const columns = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT";
const sites = Array.from({ length: 40 }, (_, at) => `chr1\t${1000 + at}\trs${at}\tA\tG\t9\tPASS\t.\tGT\t0/1\t1/1\t0/0\n`).join(
  "",
);
const read = "TTGACCATTGACGTTAAACC";
/** Of each what nobody without rows may be told: no such word stands in a spec, a title or a name of a file. */
const written = {
  variants: ["variants.vcf", `${head}##SAMPLE=<ID=Zmother>\n${columns}\tZmother\tZfather\tZchild\n${sites}`],
  broken: [
    "broken.vcf",
    `${head}${columns}\tZmother\nchr1\t7\t.\tZquoted!\tG\t9\tPASS\t.\tGT\t0/Zquoted\nchr1\tZquoted\t.\tA\tG\t9\tPASS\t.\tGT\t0/1\n`,
  ],
  aligned: [
    "aligned.sam",
    `@HD\tVN:1.6\n@SQ\tSN:chr1\tLN:248956422\n@RG\tID:Zgroup\tSM:Zmother\nZread77\t0\tchr1\t9\t60\t20M\t*\t0\t0\t${read}\t${"F".repeat(20)}\tRG:Z:Zgroup\n`,
  ],
  reads: ["reads.bam", bamBytes],
  raw: ["raw.fastq", `@Zread77\n${read}\n+\n${"I".repeat(20)}\n@Zread78\n${read}A\n+\n${"I".repeat(21)}\n`],
  trio: [
    "trio.zip",
    setOf({
      "barcodes.tsv": "ZCELL-1\nZCELL-2\n",
      "features.tsv": "ENSG1\tTP53\tGene Expression\nENSG2\tMYC\tGene Expression\n",
      "matrix.mtx": "%%MatrixMarket matrix coordinate integer general\n2 2 2\n1 1 3\n2 2 5\n",
    }),
  ],
} as const satisfies { readonly [name: string]: readonly [file: string, content: string | Uint8Array] };
type Name = keyof typeof written;
const secret = /Z(?:mother|father|child|quoted|group|read|CELL)|TTGACCATTGAC|\banna\b|ACGTNACGTA|RYKMSWBDHV|0\|1|1\/1/i;

const names = Object.keys(written) as Name[];
const contents = Object.fromEntries(
  names.map((name) => {
    const [file, content] = written[name];
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    return [name, { file, bytes, digest: createHash("sha256").update(bytes).digest("hex") }];
  }),
) as { readonly [name in Name]: { readonly file: string; readonly bytes: Uint8Array; readonly digest: string } };
const files = new Map(names.map((name) => [contents[name].digest, bytesAsSource(contents[name].bytes)]));
const fileOf = (name: Name) => ({ digest: contents[name].digest, name: contents[name].file, size: contents[name].bytes.length });

const ref = (name: string, port?: string) => ({ ref: `cell_${name}`, ...(port ? { port } : {}) });
const formats = { variants: "vcf", broken: "vcf", aligned: "sam", reads: "bam", raw: "fastq", trio: "10x-mtx" } as const;
const load = (name: Name) => ({ kind: "load", spec: { file: fileOf(name), format: formats[name] } });
const bars = (from: object, x: string) => ({ kind: "chart", spec: { from, chart: { type: "bar" }, x } });
const steps = (from: string, ...list: readonly object[]) => ({
  kind: "transform",
  spec: { from: ref(from), steps: list.map((step, at) => ({ id: `s${at}`, ...step })) },
});
const cells: { readonly [name: string]: { readonly kind: string; readonly spec: object } } = {
  ...Object.fromEntries(names.map((name) => [name, load(name)])),
  at: { kind: "region", spec: { from: ref("reads"), place: "chr1:1,000-1,100" } },
  depth: { kind: "coverage", spec: { from: ref("reads"), place: "chr1:1,000-1,100", bin: 10 } },
  genotypes: { kind: "profile", spec: { from: ref("variants") } },
  seen: { kind: "profile", spec: { from: ref("at") } },
  by_name: bars(ref("at"), "qname"),
  by_read: bars(ref("aligned"), "qname"),
  by_sequence: bars(ref("at"), "seq"),
  // By another name, by a formula, by another meaning, in rows of its own.
  derived: steps("at", { verb: "derive", name: "w", formula: "lower(upper(seq))" }),
  by_derived: bars(ref("derived"), "w"),
  joined: steps("aligned", { verb: "derive", name: "w", formula: 'concat(qname, "-", RG)' }),
  by_joined: bars(ref("joined"), "w"),
  seen_joined: { kind: "profile", spec: { from: ref("joined") } },
  renamed: steps("at", { verb: "rename", columns: [{ from: "seq", to: "w" }] }),
  by_renamed: bars(ref("renamed"), "w"),
  called: {
    kind: "load",
    spec: { ...load("aligned").spec, columns: [{ column: "qname", semantic: "category", category: "design" }] },
  },
  by_called: bars(ref("called"), "qname"),
  counted: steps("at", { verb: "summarise", by: ["seq"], values: [{ name: "n", take: "count" }] }),
  by_counted: bars(ref("counted"), "seq"),
  long: steps("variants", { verb: "to-table", shape: "long" }),
  by_long: bars(ref("long"), "sample"),
  by_dosage: bars(ref("long"), "value"),
  drawn: { kind: "chart", spec: { from: ref("depth"), chart: { type: "line" }, x: "start", y: "depth" } },
  components: { kind: "reduce", spec: { from: ref("variants"), components: 1 } },
  said: { kind: "note", spec: { text: "{{reads.rows}} {{variants.rows}} {{aligned.rows}}" } },
};
const portsOf = (cell: string): readonly string[] => kindOf(cells[cell]?.kind ?? "")?.outputs.map(({ name }) => name) ?? [];

let server: TestServer;
const people: { [role: string]: Person } = {};
const who = (role: string): Person => people[role] as Person;
let lab = "";
let notebook = "";
const base = (): string => `/api/v1/notebooks/${notebook}`;
/** Roles that may see no row: by their lab's right, by their own share, by having none, or by being nobody here. */
const without = ["results-editor", "results-viewer", "unshared-editor", "unshared-viewer", "stranger", "nobody"];

beforeAll(async () => {
  server = await startTestServer({}, { computing: computingInPlace({ files }) });
  const { context } = server;
  for (const role of ["owner", "rows-viewer", ...without.filter((role) => role !== "nobody")])
    people[role] = await server.signUp(role);
  people["nobody"] = server.nobody;
  const owner = who("owner");
  lab = (await owner.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
  for (const name of names) {
    const { file, bytes, digest } = contents[name];
    const { id } = await context.blobs.put(context.db, { lab }, bytes);
    await context.pool.query(
      "insert into datasets (id, lab, name, created_by, created_at, updated_at) values ($1, $2, $3, $4, 1, 1)",
      [`ds_${name}`, lab, file, owner.id],
    );
    await context.pool.query(
      "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) values ($1, 1, $2, $3, $4, $5, $6, $7, 1)",
      [`ds_${name}`, lab, id, digest, file, bytes.length, owner.id],
    );
  }
  for (const [right, roles] of [
    ["results", ["results-editor", "results-viewer"]],
    ["rows", ["rows-viewer"]],
  ] as const)
    for (const role of roles) {
      const theirs = (await who(role).ask("POST", "/api/v1/labs", { name: role })).body.id;
      for (const name of names) await owner.ask("PUT", `/api/v1/datasets/ds_${name}/grants`, { lab: theirs, right });
    }
  notebook = (await owner.ask("POST", "/api/v1/notebooks", { lab, title: "Study" })).body.id;
  for (const name of names) expect((await owner.ask("POST", `${base()}/datasets`, { dataset: `ds_${name}` })).status).toBe(200);
  for (const role of ["rows-viewer", ...without.filter((role) => role.includes("-"))])
    await owner.ask("PUT", `${base()}/access`, { email: who(role).email, role: role.split("-")[1] });
  const orders = keysBetween(null, null, Object.keys(cells).length);
  const answer = await owner.ask("POST", `${base()}/operations`, {
    operations: Object.entries(cells).map(([name, { kind, spec }], at) => ({
      type: "add-cell",
      id: `cell_${name}`,
      kind,
      name: kind === "note" ? "" : name,
      spec,
      order: orders[at],
      mode: "manual",
    })),
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  await runCells(context, { notebook, lab, by: owner.id, files });
}, 120_000);
afterAll(() => server.close());

const doors = [
  "",
  "/json",
  "/window?offset=0&limit=50",
  "/window?part=samples&limit=50",
  "/window?part=features&limit=50",
  "/summary",
  "/summary?part=samples",
  "/search?what=samples&q=",
  "/search?what=columns&q=",
  "/search?what=features&q=",
  "/search?what=column:qname&q=",
  ...["csv", "json", "fasta"].map((format) => `/download?format=${format}`),
];
/** Every route about this notebook and its data that answers with something. */
const routes = (): readonly (readonly [method: string, path: string, body?: object])[] => [
  ...[
    "",
    "/document",
    "/export",
    "/versions",
    "/session",
    "/thumbnail",
    "/unshown-results",
    "/releases",
    "/publications",
    "/asks",
  ].map((path) => ["GET", `${base()}${path}`] as const),
  ["GET", `/api/v1/runs?notebook=${notebook}`],
  ["GET", "/api/v1/runs"],
  ["GET", "/api/v1/datasets"],
  ["GET", `/api/v1/datasets?notebook=${notebook}`],
  ["GET", "/api/v1/me/work"],
  ["POST", `${base()}/publications/check`, { cells: ["cell_by_read", "cell_drawn"] }],
  ...names.flatMap((name) => [
    ["GET", `/api/v1/datasets/ds_${name}`] as const,
    ["GET", `/api/v1/datasets/ds_${name}/versions/1/file`] as const,
    ["GET", `${base()}/invited-see?datasets=ds_${name}`] as const,
    ["POST", "/api/v1/intake", { files: [{ dataset: `ds_${name}`, version: 1 }] }] as const,
  ]),
  ...Object.keys(cells).flatMap((cell) => [
    ["GET", `${base()}/cells/cell_${cell}/lineage`] as const,
    ...portsOf(cell).flatMap((port) =>
      doors.map((door) => ["GET", `${base()}/cells/cell_${cell}/outputs/${port}${door}`] as const),
    ),
  ]),
];
/** What she is told, all of it: nothing in it may be secret. */
async function leaks(role: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const part of chunks(routes(), 25))
    await Promise.all(
      part.map(async ([method, path, body]) => {
        const { status, body: told, headers } = await who(role).ask(method, path, body);
        expect(status, `${role} ${method} ${path}`).toBeLessThan(500);
        const text = `${typeof told === "string" ? told : JSON.stringify(told ?? null)} ${[...headers].join()}`;
        const said = secret.exec(text);
        if (said) found.push(`${method} ${path} (${status}): ${text.slice(Math.max(0, said.index - 60), said.index + 40)}`);
      }),
    );
  return found;
}
const chunks = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, at * size + size));
const shapeOf = async (role: string): Promise<{ readonly [cell: string]: string }> =>
  Object.fromEntries(
    ((await who(role).ask("GET", `${base()}/session`)).body.cells ?? []).map((session: CellSession) => [
      session.cell.slice(5),
      session.status.state,
    ]),
  );

describe("who may see no rows is told nothing of individuals", { timeout: 120_000 }, () => {
  test("the owner and a lab with rows are told all of it: the secrets are there to be found", async () => {
    for (const role of ["owner", "rows-viewer"]) {
      const all = (await leaks(role)).join("\n");
      for (const cell of ["variants", "aligned", "reads", "trio", "at"])
        expect(all, role).toContain(`cells/cell_${cell}/outputs/out/`);
      for (const told of [
        "cell_trio/outputs/check/json",
        "cell_genotypes/outputs/out/json",
        "cell_seen/outputs/out/json",
        "cell_by_read/outputs/out/json",
      ])
        expect(all, role).toContain(told);
    }
  });

  test.each(without)("%s, at every route", async (role) => {
    expect(await leaks(role)).toEqual([]);
  });

  test("the same where the data are about persons: every cell with anything of theirs is closed to results", async () => {
    for (const name of names)
      expect((await who("owner").ask("PATCH", `/api/v1/datasets/ds_${name}`, { aboutPersons: true })).status).toBe(200);
    for (const role of ["results-editor", "results-viewer", "unshared-viewer"]) expect(await leaks(role)).toEqual([]);
    const states = await shapeOf("results-viewer");
    for (const cell of Object.keys(cells)) expect([cell, states[cell]]).toEqual([cell, "unreleased"]);
    for (const name of names) await who("owner").ask("PATCH", `/api/v1/datasets/ds_${name}`, { aboutPersons: false });
  });
});

describe("a dashboard", { timeout: 60_000 }, () => {
  test("publishes no reads, no genotypes and no names of them; its readers are told what was chosen", async () => {
    const owner = who("owner");
    const publish = (chosen: readonly string[]) =>
      owner.ask("POST", `${base()}/publications`, {
        cells: chosen.map((cell) => `cell_${cell}`),
        title: "T",
        reason: "for the meeting",
        audience: "link",
      });
    for (const cell of ["variants", "reads", "aligned", "at", "by_read", "by_sequence", "trio"]) {
      const { status, body } = await publish([cell]);
      if (status !== 200) continue;
      for (const path of ["", "/tiles"]) {
        const told = JSON.stringify((await server.nobody.ask("GET", `/api/v1/read/${body.slug}${path}`)).body);
        expect(secret.exec(told)?.[0], `${cell}${path}`).toBeUndefined();
      }
    }
    const { status, body } = await publish(["drawn"]);
    expect(status, JSON.stringify(body)).toBe(200);
    const answer = await server.nobody.ask("GET", `/api/v1/read/${body.slug}`);
    expect(answer.status).toBe(200);
    expect(JSON.stringify(answer.body)).not.toMatch(secret);
  });
});

describe("a digest that was granted in one notebook is nothing in another", { timeout: 60_000 }, () => {
  test.each(["results-editor", "rows-viewer", "unshared-editor", "stranger"])("%s", async (role) => {
    const person = who(role);
    const theirs = (await person.ask("POST", "/api/v1/labs", { name: `${role} alone` })).body.id;
    const other = (await person.ask("POST", "/api/v1/notebooks", { lab: theirs, title: "Mine" })).body.id as string;
    const at = `/api/v1/notebooks/${other}`;
    // Who may not share the data attaches them to no notebook of her own.
    for (const name of names)
      expect([403, 404]).toContain((await person.ask("POST", `${at}/datasets`, { dataset: `ds_${name}` })).status);
    const orders = keysBetween(null, null, Object.keys(cells).length);
    const written = Object.entries(cells).map(([name, { kind, spec }], nth) => ({
      type: "add-cell",
      id: `cell_${name}`,
      kind,
      name: kind === "note" ? "" : name,
      // With the data set named as well, and by its bytes alone.
      spec: nth % 2 && "file" in spec ? { file: { ...(spec.file as object), dataset: `ds_${name}`, version: 1 } } : spec,
      order: orders[nth],
      mode: "manual",
    }));
    expect((await person.ask("POST", `${at}/operations`, { operations: written })).status).toBe(200);
    const demand = (await person.ask("POST", `${at}/demands`, { cell: null, mode: "all" })).body.id as string;
    for (let tries = 0; tries < 100; tries++) {
      const { body } = await person.ask("GET", `${at}/demands/${demand}`);
      if (body.done !== false) break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const shown = JSON.stringify((await person.ask("GET", `${at}/session`)).body);
    expect(shown).not.toMatch(secret);
    expect(shown).not.toContain('"state":"fresh"');
    for (const cell of Object.keys(cells))
      for (const digest of ["", `?digest=${contents.reads.digest}`]) {
        const { status, body } = await person.ask("GET", `${at}/cells/cell_${cell}/outputs/out${digest}`);
        expect([cell, status >= 400]).toEqual([cell, true]);
        expect(JSON.stringify(body)).not.toMatch(secret);
      }
  });

  test("a digest of the file or of another cell's output opens no output under another name", async () => {
    const { body } = await who("owner").ask("GET", `${base()}/session`);
    const told: { [cell: string]: string } = {};
    for (const { cell, shown } of body.cells as CellSession[])
      if (shown?.outputs["out"]) told[cell] = shown.outputs["out"].digest;
    expect(Object.keys(told).length).toBeGreaterThan(5);
    for (const role of ["results-editor", "results-viewer", "unshared-viewer"])
      for (const digest of [...Object.values(told), ...names.map((name) => contents[name].digest)])
        for (const door of ["/json", "/window", "/download"]) {
          const path = `${base()}/cells/${"cell_drawn" as CellId}/outputs/out${door}?digest=${digest}${door === "/download" ? "&format=json" : ""}`;
          const { status, body: found } = await who(role).ask("GET", path);
          expect(JSON.stringify(found)).not.toMatch(secret);
          if (digest !== told["cell_drawn"]) expect(status).toBeGreaterThanOrEqual(400);
        }
  });
});
