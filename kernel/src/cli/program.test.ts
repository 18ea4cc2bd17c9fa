// The command line as other programs meet it: exit codes, one JSON document on standard output, sentences beside it.

import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { numberColumn, tableOf, textColumn } from "@genomecraft/cells/artifacts/table.ts";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import { bamOfOneRead } from "@genomecraft/cells/formats/parts/alignments/alignments.fixture.ts";
import { writeParquet } from "@genomecraft/cells/formats/write/parquet.ts";
import { runProgram } from "./program.ts";
import { openTerminal, type Terminal } from "./terminal.ts";

let folder: string;
const at = (name: string): string => path.join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-cli-"));
  writeFileSync(
    at("ok.gc.md"),
    '---\nformat: 1\ntitle: Threshold\n---\n\nAt least {{least}} reads.\n\n```parameter least\ncontrol: {type: slider, min: 0, max: 10}\nvalue: 3\n```\n\n```parameter which\ncontrol: {type: choice, options: [a, "007"]}\nvalue: a\n```\n',
  );
  writeFileSync(at("unknown-kind.gc.md"), "---\nformat: 1\n---\n\n```paramter least\nvalue: 3\n```\n");
  writeFileSync(at("absolute.gc.md"), `---\nformat: 1\n---\n\n\`\`\`load a\nfile: ${at("absolute.gc.md")}\n\`\`\`\n`);
  writeFileSync(at("twice.gc.md"), "---\nformat: 1\n---\n\n```parameter a\nvalue: 3\n```\n\n```parameter A\nvalue: 3\n```\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

async function genomecraft(args: readonly string[], locale: "en" | "ru" = "en") {
  const lines = { out: "", said: "" };
  const terminal: Terminal = {
    ...openTerminal({ LANG: locale === "ru" ? "ru_RU.UTF-8" : "C" }),
    out: (text) => {
      lines.out += `${text}\n`;
    },
    say: (text) => {
      lines.said += `${text}\n`;
    },
    progress: () => {},
  };
  const exit = await runProgram(args, terminal, "0.1.0");
  return { exit, ...lines, json: () => JSON.parse(lines.out) as JsonObject };
}

test("run prints one JSON document with keys and digests, and exits with 0", async () => {
  const { exit, json } = await genomecraft(["run", at("ok.gc.md"), "--json"]);
  expect(exit).toBe(0);
  expect(json().cells).toMatchObject([
    { kind: "note", state: "fresh" },
    { name: "least", kind: "parameter", state: "fresh", failure: null, outputs: { out: { type: "value" } } },
    { name: "which", kind: "parameter", state: "fresh" },
  ]);
});

test("a notebook that is not UTF-8 is refused in a sentence", async () => {
  writeFileSync(at("latin1.gc.md"), Buffer.from("---\nformat: 1\n---\n\nM\u00fcller\n", "latin1"));
  const { exit, said } = await genomecraft(["run", at("latin1.gc.md")]);
  expect(exit).toBe(2);
  expect(said).toContain("latin1.gc.md is not UTF-8 text");
});

test("--set gives a parameter its value, --export writes it", async () => {
  const file = at("least.json");
  const { exit, said } = await genomecraft(["run", at("ok.gc.md"), "--set", "least=7", "--export", `least=${file}`]);
  expect(said).toContain("least was written");
  expect(exit).toBe(0);
  expect(JSON.parse(readFileSync(file, "utf8"))).toBe(7);
});

test("with --only, what was not asked for decides nothing; a cell that lacks a setting is not done", async () => {
  writeFileSync(
    at("part.gc.md"),
    "---\nformat: 1\n---\n\n```parameter a\nvalue: 3\n```\n\n```parameter b\ncontrol: {type: slider, min: 0, max: 2}\nvalue: 3\n```\n",
  );
  expect((await genomecraft(["run", at("part.gc.md")])).exit).toBe(1);
  expect((await genomecraft(["run", at("part.gc.md"), "--only", "a"])).exit).toBe(0);
  expect((await genomecraft(["run", at("part.gc.md"), "--only", "a", "--only", "b"])).exit).toBe(1);
  writeFileSync(at("empty.gc.md"), "---\nformat: 1\n---\n\n```parameter a\nvalue: 3\n```\n\n```profile p\n```\n");
  const { exit, out } = await genomecraft(["run", at("empty.gc.md")]);
  expect(out).toContain("needs a setting: from");
  expect(exit).toBe(1);
});

test("an export never replaces what the notebook reads, by no way round, and no other export", async () => {
  writeFileSync(at("raw.csv"), "a\n1\n");
  symlinkSync(at("raw.csv"), at("link.csv"));
  writeFileSync(at("reads.gc.md"), "---\nformat: 1\n---\n\n```load raw\nfile: raw.csv\n```\n");
  for (const file of ["raw.csv", "./x/../raw.csv", "link.csv"]) {
    const { exit, said } = await genomecraft(["run", at("reads.gc.md"), "--export", `raw=${at(file)}`]);
    expect([exit, said]).toEqual([2, expect.stringContaining("is read by the notebook: an export would replace it")]);
  }
  const twice = ["--export", `raw=${at("y.csv")}`, "--export", `raw=${at("y.csv")}`];
  expect((await genomecraft(["run", at("reads.gc.md"), ...twice])).said).toContain("asked for by two exports");
  expect(readFileSync(at("raw.csv"), "utf8")).toBe("a\n1\n");
});

test("a file that was replaced by one of the same size and time is noticed", async () => {
  const file = at("same.csv");
  const old = new Date(Date.now() - 3_600_000);
  const put = (text: string): void => {
    writeFileSync(at("same.new"), text);
    utimesSync(at("same.new"), old, old);
    renameSync(at("same.new"), file);
  };
  put("a\n1\n2\n");
  writeFileSync(at("same.gc.md"), "---\nformat: 1\n---\n\n```load same\nfile: same.csv\n```\n");
  const digestNow = async (): Promise<string> => {
    await genomecraft(["run", at("same.gc.md"), "--export", `same=${at("same.json")}`]);
    return readFileSync(at("same.json"), "utf8");
  };
  const before = await digestNow();
  put("a\n4\n6\n");
  expect(await digestNow()).not.toBe(before);
});

test("the memory of a worker is that of the setting, and a setting that cannot be is a sentence", async () => {
  const file = at("ok.gc.md");
  try {
    vi.stubEnv("GENOMECRAFT_WORKER_MEMORY_MB", "lots");
    const { exit, said } = await genomecraft(["run", file]);
    expect([exit, said]).toEqual([2, expect.stringContaining('GENOMECRAFT_WORKER_MEMORY_MB is "lots"')]);
    vi.stubEnv("GENOMECRAFT_WORKER_MEMORY_MB", "512");
    expect((await genomecraft(["run", file])).exit).toBe(0);
  } finally {
    vi.unstubAllEnvs();
  }
});

test("--set keeps a text letter for letter where the parameter takes text", async () => {
  const file = at("which.json");
  expect((await genomecraft(["run", at("ok.gc.md"), "--set", "which=007", "--export", `which=${file}`])).exit).toBe(0);
  expect(JSON.parse(readFileSync(file, "utf8"))).toBe("007");
});

test("a value that only what the parameter picks from refuses ends with 2 and a sentence, after the run", async () => {
  writeFileSync(at("mice.csv"), "mouse,sex\nm1,female\nm2,male\n");
  writeFileSync(
    at("pick.gc.md"),
    "---\nformat: 1\n---\n\n```load mice\nfile: mice.csv\n```\n\n```parameter which\ncontrol: {type: column}\nfrom: =mice\nvalue: sex\n```\n",
  );
  const { exit, said, json } = await genomecraft(["run", at("pick.gc.md"), "--json", "--set", "which=sx"]);
  expect(said).toContain("which cannot be set to sx. There is no column “sx”. Near: sex.");
  expect(exit).toBe(2);
  expect(json().cells).toMatchObject([{ state: "fresh" }, { state: "failed" }]);
});

test.each([
  [["run", "nowhere.gc.md"], "There is no file nowhere.gc.md"],
  [["run", "unknown-kind.gc.md"], "line 5"],
  [["run", "twice.gc.md"], "line 9"],
  [["run", "absolute.gc.md"], "absolute.gc.md beside the notebook"],
  [["run", "ok.gc.md", "--set", "leest=7"], "Did you mean least?"],
  [["run", "ok.gc.md", "--set", "least"], "name=value"],
  [["run", "ok.gc.md", "--set", "least=50"], "least cannot be set to 50. 50 is above the highest value that is allowed, 10."],
  [["run", "ok.gc.md", "--set", "least=many"], 'least cannot be set to many. "many" is not a number.'],
  [["run", "ok.gc.md", "--set", "__proto__=7"], "no cell named __proto__"],
  [["run", "ok.gc.md", "--set", "which=7"], "“7” is not one of the options: a, 007."],
  [["run", "ok.gc.md", "--only", "counts"], "no cell named counts"],
  [["run", "ok.gc.md", "--export", "least=out.docx"], "endings"],
  [["run", "ok.gc.md", "--export", "most=out.json"], "no cell named most"],
  [["run", "ok.gc.md", "--export", "least=out.csv"], "least cannot be exported as csv. Choose one of: json."],
  [["run", "ok.gc.md", "--export", "least.data=out.json"], "no output data. It has: out"],
  [["run"], "missing required argument"],
  [["rum", "ok.gc.md"], "Did you mean run?"],
  [["export", "nb_1", "--key", "k"], "--server"],
  [["export", "nb_1", "--key", "k", "--server", "here"], "here is no address of a server"],
  [["kernel", "--server", "http://127.0.0.1:9"], "--token TOKEN"],
  [["kernel", "--server", "localhost:4300", "--token", "t"], "localhost:4300 is no address of a server"],
  [["kernel", "--server", "http://127.0.0.1:9", "--token", "t", "--lanes", "2.5"], "It must be a whole number from 1 up."],
])("wrong usage %j ends with 2 and a sentence", async (args, sentence) => {
  const whole = args.map((arg) => (arg.endsWith(".gc.md") && !arg.startsWith("nowhere") ? at(arg) : arg));
  const { exit, said, out } = await genomecraft(whole);
  expect(said).toContain(sentence);
  expect({ exit, out }).toEqual({ exit: 2, out: "" });
});

test.each([
  [
    ["run", "nowhere.gc.md"],
    2,
    { failure: { reason: "cli.file-not-found", params: { file: "nowhere.gc.md", detail: "ENOENT" } } },
  ],
  [["run", "unknown-kind.gc.md"], 2, { problems: [{ line: 5, reason: "notebook.file-kind-near" }] }],
  [["run", "ok.gc.md", "--set", "least=50"], 2, { failure: { reason: "parameter.too-high", params: { value: 50, max: 10 } } }],
  [["run", "ok.gc.md", "--export", "least=out.csv"], 2, { failure: { reason: "cli.export-refused" } }],
  [["run"], 2, {}],
  [["inspect", "nowhere.csv"], 2, {}],
  [["audit", "verify", "--server", "http://127.0.0.1:4", "--key", "k"], 1, {}],
])("with --json a failure of %j is one JSON document, too", async (args, code, more) => {
  const whole = args.map((arg) => (arg.endsWith(".gc.md") && !arg.startsWith("nowhere") ? at(arg) : arg));
  const { exit, said, json } = await genomecraft([...whole, "--json"]);
  expect(exit).toBe(code);
  const { error } = json() as unknown as { error: { message: string } };
  expect(error).toMatchObject(more);
  expect(said).toContain(error.message);
});

/** A server that answers each call by its method and path. */
async function withServer(
  answers: { readonly [call: string]: unknown },
  act: (place: readonly string[]) => Promise<void>,
  hear: (body: string) => void = () => {},
): Promise<void> {
  const server = createServer((request, answer) => {
    let body = "";
    request.on("data", (part: Buffer) => (body += part.toString()));
    request.on("end", () => hear(body));
    const call = `${request.method} ${request.url}`;
    answer.statusCode = Object.hasOwn(answers, call) ? 200 : 404;
    const error = { code: "not-found", message: "There is no such thing.", requestId: "r1" };
    answer.end(JSON.stringify(answers[call] ?? { error }));
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  try {
    await act(["--server", `http://127.0.0.1:${port}/`, "--key", "k"]);
  } finally {
    server.close();
  }
}

const head = (lab: string): string => `gc-audit-1.${lab}.5.1.${"0".repeat(64)}.${"1".repeat(64)}`;
describe("the record of a server", () => {
  const whole = { intact: true, sealed: 5, unsealed: 0, breaks: [] };
  const me = {
    labs: [
      { id: "lab_1", name: "Ours" },
      { id: "lab_2", name: "Theirs" },
    ],
  };
  const verify = (lab: string, since = ""): string => `GET /api/v1/labs/${lab}/audit/verify${since && `?since=${since}`}`;

  test("what broke is said with its place, and ends with 1", () =>
    withServer(
      {
        "GET /api/v1/me": me,
        [verify("lab_1")]: whole,
        [verify("lab_2")]: { ...whole, intact: false, breaks: [{ what: "cut-off", place: 3, entry: null }] },
      },
      async (place) => {
        const { exit, out } = await genomecraft(["audit", "verify", ...place]);
        expect(exit).toBe(1);
        expect(out).toContain("Ours: 5 entries, nothing was changed");
        expect(out).toContain("Theirs: the log was CUT OFF: from place 3 on nothing is left.");
      },
    ));

  test("a kept head is compared with, from a line or from a file; one that is compared with nothing is refused", () =>
    withServer({ "GET /api/v1/me": me, [verify("lab_1", head("lab_1"))]: whole }, async (place) => {
      writeFileSync(at("heads.txt"), `${head("lab_1")}\n`);
      for (const since of [head("lab_1"), at("heads.txt")]) {
        const { exit, out } = await genomecraft(["audit", "verify", "--since", since, ...place]);
        expect([exit, out.trim().split("\n")]).toMatchObject([0, [expect.stringContaining("Ours")]]);
      }
      for (const since of [head("lab_9"), at("nowhere.txt"), "nonsense"])
        expect((await genomecraft(["audit", "verify", "--since", since, ...place])).exit).toBe(2);
    }));

  test("heads are printed a line a lab", () =>
    withServer(
      {
        "GET /api/v1/me": me,
        "GET /api/v1/labs/lab_1/audit/head": { head: head("lab_1") },
        "GET /api/v1/labs/lab_2/audit/head": { head: null },
      },
      async (place) => {
        const { exit, out } = await genomecraft(["audit", "head", ...place]);
        expect([exit, out.trim()]).toEqual([0, head("lab_1")]);
      },
    ));
});

test("import sends files that the notebook names by their path alone by what they hold", () => {
  writeFileSync(at("short.csv"), "a,b\n1,2\n");
  writeFileSync(at("short.gc.md"), "---\nformat: 1\n---\n\n```load short\nfile: short.csv\n```\n");
  const digest = createHash("sha256").update("a,b\n1,2\n").digest("hex");
  const sent: string[] = [];
  return withServer(
    {
      "GET /api/v1/me": { labs: [{ id: "lab_1", name: "Ours" }] },
      "POST /api/v1/notebooks": { id: "nb_1" },
      "GET /api/v1/datasets?lab=lab_1&limit=1000": { datasets: [{ id: "ds_1", digest, right: "own" }] },
      "POST /api/v1/notebooks/nb_1/datasets": {},
    },
    async (place) => {
      expect((await genomecraft(["import", at("short.gc.md"), ...place])).exit).toBe(0);
      const { text } = JSON.parse(sent.find((body) => body.includes("format: 1")) ?? "{}") as { text: string };
      expect(text).toContain(digest);
    },
    (body) => sent.push(body),
  );
});

test("import says where the notebook is on the screen, and uploads nothing that the lab has", () => {
  writeFileSync(at("there.csv"), "a,b\n1,2\n");
  writeFileSync(at("there.gc.md"), "---\nformat: 1\n---\n\n```load there\nfile: there.csv\n```\n");
  const digest = createHash("sha256").update("a,b\n1,2\n").digest("hex");
  return withServer(
    {
      "GET /api/v1/me": { labs: [{ id: "lab_1", name: "Ours" }] },
      "POST /api/v1/notebooks": { id: "nb_1" },
      "GET /api/v1/datasets?lab=lab_1&limit=1000": { datasets: [{ id: "ds_1", digest, right: "own" }] },
      "POST /api/v1/notebooks/nb_1/datasets": {},
    },
    async (place) => {
      const { exit, json, said } = await genomecraft(["import", at("there.gc.md"), ...place, "--json"]);
      expect(said).toContain("there.csv is in the lab already");
      expect(exit).toBe(0);
      expect(json()).toEqual({ id: "nb_1", url: `${place[1]}n/nb_1` });
    },
  );
});

test("verify of a publication answers as that of a file does; a server's refusal is told whole", () => {
  const cell = { cell: "cell_a", name: "a", kind: "chart", verdict: "identical" };
  return withServer({ "POST /api/v1/publications/pub_1/verify": { cells: [cell], first: null, ok: true } }, async (place) => {
    const { json } = await genomecraft(["verify", "pub_1", ...place, "--json"]);
    expect(json()).toMatchObject({ ok: true, first: null, cells: [{ id: "cell_a", name: "a", verdict: "identical" }] });
    const refused = await genomecraft(["verify", "pub_2", ...place, "--json"]);
    expect(refused.exit).toBe(1);
    expect(refused.json()).toMatchObject({ error: { status: 404, code: "not-found", requestId: "r1" } });
  });
});

test("a server that does not answer ends with 1 and names the server", async () => {
  const { exit, said } = await genomecraft(["export", "nb_1", "--server", "http://127.0.0.1:9", "--key", "k"]);
  expect(said).toContain("http://127.0.0.1:9 does not answer");
  expect(exit).toBe(1);
});

const isRoot = process.getuid?.() === 0;
test.skipIf(isRoot)(
  `a file that cannot be read ends inspect with 2 and a sentence${isRoot ? " (skipped: root reads all)" : ""}`,
  async () => {
    writeFileSync(at("closed.csv"), "a,b\n1,2\n", { mode: 0 });
    const { exit, said, out } = await genomecraft(["inspect", at("closed.csv")]);
    expect(said).toContain("closed.csv cannot be read (EACCES)");
    expect({ exit, out }).toEqual({ exit: 2, out: "" });
  },
);

test("an export goes into folders that are made for it; a folder that cannot be made ends with 1 and a sentence", async () => {
  const deep = at("new/deeper/least.json");
  expect((await genomecraft(["run", at("ok.gc.md"), "--export", `least=${deep}`])).exit).toBe(0);
  expect(existsSync(deep)).toBe(true);
  // A file system that says of a folder in it that it is missing, and never makes it.
  const never = process.platform === "linux" ? "/proc/genomecraft/deeper/least.json" : at("ok.gc.md/least.json");
  const { exit, said } = await genomecraft(["run", at("ok.gc.md"), "--export", `least=${never}`]);
  expect(exit).toBe(1);
  expect(said).toContain(`${never} cannot be written`);
});

test("a notebook of a server that cannot be written ends with 1 and a sentence", async () => {
  const server = createServer((_request, answer) => answer.end("---\nformat: 1\n---\n")).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  const place = ["--server", `http://127.0.0.1:${port}`, "--key", "k", "-o", folder];
  const { exit, said } = await genomecraft(["export", "nb_1", ...place]);
  server.close();
  expect(said).toContain(`${folder} cannot be written`);
  expect(exit).toBe(1);
});

test("sentences are in the language of the terminal", async () => {
  const { said } = await genomecraft(["run", "nowhere.gc.md"], "ru");
  expect(said).toContain("Файла nowhere.gc.md нет");
});

test("kinds says all that is needed to write a notebook", async () => {
  const { json } = await genomecraft(["kinds", "--json"]);
  const kinds = json() as unknown as { kind: string; schema: { properties: object }; outputs: object[] }[];
  const parameter = kinds.find((kind) => kind.kind === "parameter");
  expect(Object.keys(parameter?.schema.properties ?? {})).toEqual(["control", "from", "value", "label", "scope"]);
  expect(parameter?.outputs.length).toBe(1);
});

test("kinds of one kind shows people every setting down to the last, and a notebook", async () => {
  const { out } = await genomecraft(["kinds", "transform"]);
  expect(out).toContain("verb: log-cpm  log2(CPM + prior) of counts");
  expect(out).toContain("steps:\n  - verb: filter-features");
  expect((await genomecraft(["kinds", "transform", "--json"])).json()).toHaveLength(1);
  const all = await genomecraft(["kinds"]);
  expect([all.exit, all.said]).toEqual([0, "genomecraft kinds KIND shows every setting of a kind, and a notebook with one.\n"]);
  expect((await genomecraft(["kinds", "transfrom"])).exit).toBe(2);
});

test("kinds says what steps do, and what kinds are called, in the language of the terminal", async () => {
  const { out } = await genomecraft(["kinds", "transform"], "ru");
  expect(out).toContain("transform  Преобразование");
  expect(out).toContain("verb: rename  Даёт столбцам другие имена");
  // For programs the description stays one language.
  expect((await genomecraft(["kinds", "transform", "--json"], "ru")).out).toContain('"Gives columns other names"');
});

test("the example of each kind is a notebook that runs", async () => {
  const mice = Array.from({ length: 12 }, (_, at) => ({ id: `m${at + 1}`, sex: at % 2 === 0 ? "female" : "male", at }));
  const reads = (gene: string, of: (mouse: (typeof mice)[number]) => number) => [gene, ...mice.map(of)].join(",");
  writeFileSync(at("samples.csv"), ["mouse,sex", ...mice.map(({ id, sex }) => `${id},${sex}`), ""].join("\n"));
  writeFileSync(
    at("counts.csv"),
    [
      ["gene", ...mice.map(({ id }) => id)].join(","),
      reads("Xist", (mouse) => (mouse.sex === "female" ? 900 + mouse.at : mouse.at)),
      reads("Actb", (mouse) => 5000 + 7 * mouse.at),
      reads("Gapdh", (mouse) => 3000 + ((mouse.at * 37) % 100)),
      // Dispersions of .03 + 1 / level: a model of counts has a trend to find.
      ...Array.from({ length: 80 }, (_, gene) =>
        reads(`g${gene + 1}`, (mouse) => {
          const level = 10 * 1.07 ** gene;
          const wave = Math.sin(12.9898 * (gene + 1) + 78.233 * (mouse.at + 1)) * 43_758.5453;
          return Math.round(level * (1 + (wave - Math.floor(wave) - 0.5) * Math.sqrt(0.36 + 24 / level)));
        }),
      ),
      "",
    ].join("\n"),
  );
  writeFileSync(at("reads.bam"), bamOfOneRead);
  const followed = mice.map(({ id, sex, at: day }) =>
    [id, sex, 30 + ((day * 17) % 60), day % 3 === 0 ? 0 : 1, 20 + ((day * 7) % 11)].join(","),
  );
  writeFileSync(at("follow-up.csv"), ["mouse,sex,days,died,weight", ...followed, ""].join("\n"));
  const mutated = mice.flatMap(({ id, at: place }) =>
    ["TP53", ...(place % 3 === 0 ? ["KRAS"] : [])].map((gene) =>
      [gene, 38, 7, 100 + place, 100 + place, "+", "Missense_Mutation", "SNP", "C", "T", id, `p.R${place + 1}H`].join("\t"),
    ),
  );
  const mafHead =
    "Hugo_Symbol NCBI_Build Chromosome Start_Position End_Position Strand Variant_Classification Variant_Type Reference_Allele Tumor_Seq_Allele2 Tumor_Sample_Barcode HGVSp_Short";
  writeFileSync(at("mutations.maf"), [mafHead.replaceAll(" ", "\t"), ...mutated, ""].join("\n"));
  const calls = (site: number) => mice.map(({ at: mouse }) => ["0/0", "0/1", "1/1"][(mouse * (site + 3) + site) % 3]);
  writeFileSync(
    at("genotypes.vcf"),
    [
      "##fileformat=VCFv4.2",
      "##contig=<ID=1,length=1000>",
      '##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">',
      ["#CHROM", "POS", "ID", "REF", "ALT", "QUAL", "FILTER", "INFO", "FORMAT", ...mice.map(({ id }) => id)].join("\t"),
      ...Array.from({ length: 9 }, (_, site) =>
        ["1", site + 1, ".", "A", "G", ".", "PASS", ".", "GT", ...calls(site)].join("\t"),
      ),
      "",
    ].join("\n"),
  );
  const sets = [10, 30, 50].map((first) => ["set of", first, ...Array.from({ length: 8 }, (_, at) => `g${first + at}`)]);
  writeFileSync(at("gene-sets.gmt"), sets.map(([, ...set]) => [`set ${set[0]}`, "na", ...set.slice(1)].join("\t")).join("\n"));
  const weights = mice.map((mouse) => 20 + mouse.at / 4);
  const ids = mice.map(({ id }) => id);
  writeFileSync(at("weights.parquet"), await writeParquet(tableOf(textColumn("mouse", ids), numberColumn("weight", weights))));
  const kinds = (await genomecraft(["kinds", "--json"])).json() as unknown as { kind: string; example: string }[];
  for (const { kind, example } of kinds) {
    writeFileSync(at(`${kind}.gc.md`), example);
    const { json, said } = await genomecraft(["run", at(`${kind}.gc.md`), "--json"]);
    const cells = json().cells as unknown as { kind: string; state: string; failure: object | null }[];
    expect(cells.map((cell) => cell.kind)).toContain(kind);
    expect(
      cells.map(({ state, failure }) => failure ?? state),
      `${kind}: ${said}`,
    ).toEqual(cells.map(() => "fresh"));
  }
});

test("steps as they were fitted are taken away as a recipe, which another notebook does with its own data", async () => {
  const head = (title: string, file: string): string =>
    `---\nformat: 1\ntitle: ${title}\n---\n\n\`\`\`load data\nfile: ${file}\nread: table\n\`\`\`\n\n`;
  const steps = "steps:\n  - {verb: fill-missing, columns: [age], fill: {by: mean}}\n";
  writeFileSync(at("first.csv"), "id,age\na,40\nb,\nc,44\n");
  writeFileSync(at("second.csv"), "id,age\nd,\n");
  writeFileSync(at("fit.gc.md"), `${head("Fit", "first.csv")}\`\`\`transform ready\nfrom: =data\n${steps}\`\`\`\n`);
  const fitted = await genomecraft(["run", at("fit.gc.md"), "--export", `ready.fitted=${at("age.recipe.json")}`]);
  expect(fitted).toMatchObject({ exit: 0 });
  const use = "steps:\n  - {verb: recipe, from: age.recipe.json}\n";
  writeFileSync(at("use.gc.md"), `${head("Use", "second.csv")}\`\`\`transform ready\nfrom: =data\n${use}\`\`\`\n`);
  expect((await genomecraft(["run", at("use.gc.md"), "--export", `ready=${at("ready.csv")}`])).exit).toBe(0);
  expect(readFileSync(at("ready.csv"), "utf8")).toBe("id,age\nd,42\n");
  expect((await genomecraft(["inspect", at("age.recipe.json"), "--json"])).json()).toMatchObject([
    { format: "recipe", issues: [] },
  ]);
  // Which rows were drawn is nothing that others can be given: it is said here, and not to whoever reads the file.
  const once = `${head("Once", "first.csv")}\`\`\`transform ready\nfrom: =data\n${steps}  - {verb: sample, size: {rows: 2}}\n\`\`\`\n`;
  writeFileSync(at("once.gc.md"), once);
  const whole = await genomecraft(["run", at("once.gc.md"), "--export", `ready.fitted=${at("once.recipe.json")}`]);
  expect([whole.exit, whole.said]).toEqual([1, expect.stringContaining("The step sample depends on which other rows there are")]);
  expect(existsSync(at("once.recipe.json"))).toBe(false);
  const other = await genomecraft(["run", at("fit.gc.md"), "--export", `ready.steps=${at("steps.recipe.json")}`]);
  expect([other.exit, other.said]).toEqual([1, expect.stringContaining("recipe")]);
});

test("every command explains itself", async () => {
  for (const command of ["start", "kernel", "doctor", "run", "verify", "inspect", "kinds", "export", "import", "audit"]) {
    expect((await genomecraft([command, "--help"])).exit).toBe(0);
  }
});

describe("check", () => {
  const sound = "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n1\t10\t.\tA\tC\t.\t.\t.\n";
  beforeAll(() => {
    writeFileSync(at("sound.vcf"), sound);
    writeFileSync(at("bad.vcf"), sound.replace("VCFv4.2", "4.2"));
    writeFileSync(at("table.csv"), "a,b\n1,2\n3,4\n");
  });

  test("exits with 0 for a sound file, 1 for errors, 2 for what has no rules; of several with the worst", async () => {
    expect(await genomecraft(["check", at("sound.vcf")])).toMatchObject({ exit: 0, out: expect.stringContaining("sound") });
    const bad = await genomecraft(["check", at("bad.vcf")]);
    expect(bad).toMatchObject({
      exit: 1,
      out: expect.stringMatching(/✗ vcf-fileformat .*\n +line 1, ##fileformat: found: .*expected: /),
    });
    expect((await genomecraft(["check", at("table.csv")])).exit).toBe(2);
    expect((await genomecraft(["check", at("sound.vcf"), at("bad.vcf")])).exit).toBe(1);
    expect((await genomecraft(["check", at("table.csv"), at("bad.vcf")])).exit).toBe(2);
    expect((await genomecraft(["check", at("nowhere.vcf")])).exit).toBe(2);
    expect(await genomecraft(["check", "--format", "poem", at("sound.vcf")])).toMatchObject({ exit: 2 });
  });

  test("what a step mends is said in words by check, and by --json as a notebook file has it", async () => {
    const bed = "chr1\t30\t40\ta\n1\t10\t20\tb\nchr1\t5\t9\tc\n";
    writeFileSync(at("places.bed"), bed);
    const step = { verb: "sort", by: [{ column: "chromosome" }, { column: "start" }] };
    expect((await genomecraft(["check", at("places.bed")])).out).toContain(
      "Mended by a step below it (sort): sorts by chromosome, start",
    );
    expect((await genomecraft(["check", "--json", at("places.bed")])).json()).toMatchObject([
      { findings: [{ rule: "bed-sorted", line: 3, step }] },
    ]);
    const load = "---\nformat: 1\n---\n\n```load places\nfile: places.bed\n```\n";
    writeFileSync(at("places.gc.md"), load);
    const { json } = await genomecraft(["run", "--json", at("places.gc.md")]);
    expect(json().cells).toMatchObject([{ doubts: [{ step: { verb: "rename-chromosomes", to: "chr" } }] }]);
    const mended = `${load}\n\`\`\`transform mended\nfrom: =places\nsteps:\n  - ${JSON.stringify(step)}\n\`\`\`\n`;
    writeFileSync(at("mended.gc.md"), mended);
    expect((await genomecraft(["run", "--json", at("mended.gc.md")])).json().cells).toMatchObject([{}, { state: "fresh" }]);
  });

  test("--json says of each file its format and its findings, in the language of the terminal", async () => {
    for (const locale of ["en", "ru"] as const) {
      const { exit, json } = await genomecraft(["check", "--json", "--format", "vcf", at("sound.vcf"), at("bad.vcf")], locale);
      expect(exit).toBe(1);
      expect(json()).toMatchObject([
        { file: at("sound.vcf"), format: "vcf", errors: 0, warnings: 0, findings: [] },
        {
          errors: 1,
          findings: [
            {
              rule: "vcf-fileformat",
              severity: "error",
              line: 1,
              field: "##fileformat",
              found: "##fileformat=4.2",
              expected: expect.stringContaining("##fileformat=VCFv4"),
              section: expect.stringMatching(/^VCF 4\.\d §/),
            },
          ],
        },
      ]);
    }
  });
});
