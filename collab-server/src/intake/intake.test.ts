// Looking into dropped files: by a kernel, never by the server; without a kernel the file is kept and the card says why.

import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Upload } from "tus-js-client";
import { until } from "@genomecraft/cells/testing/until.ts";
import { workbookOf } from "@genomecraft/cells/testing/workbook-of.ts";
import { Inspections } from "./inspections.ts";
import { newLocalKernelToken } from "../demo/local-kernel.ts";
import { ScriptedKernel, type ScriptedKernelOptions } from "../testing/scripted-kernel.ts";
import { type Answer, type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let ada: Person;
let lab = "";
let token = "";
let kernel: ScriptedKernel | null = null;
beforeAll(async () => {
  server = await startTestServer();
  ada = await server.signUp("Ada");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "Influenza Lab" })).body.id;
}, 60_000);
afterEach(async () => {
  await kernel?.kill();
  kernel = null;
});
afterAll(() => server.close());

const connect = async (onStep?: ScriptedKernelOptions["onStep"]): Promise<ScriptedKernel> => {
  token ||= await newLocalKernelToken(server.context);
  kernel = new ScriptedKernel({ url: server.url, token, ...(onStep ? { onStep } : {}) });
  return kernel;
};

async function dropped(name: string, text: string | Uint8Array): Promise<{ readonly dataset: string; readonly version: number }> {
  const upload = await new Promise<string>((resolve, reject) => {
    const sending = new Upload(Buffer.from(text as Uint8Array) as never, {
      endpoint: `${server.url}/api/v1/uploads`,
      metadata: { filename: name, lab },
      headers: { cookie: ada.cookie },
      retryDelays: null as never,
      onError: reject,
      onSuccess: () => resolve((sending.url as string).split("/").at(-1) as string),
    });
    sending.start();
  });
  const { id, version } = (await ada.ask("POST", "/api/v1/datasets", { upload, lab })).body;
  return { dataset: id, version };
}
const look = (...files: { readonly dataset: string; readonly version: number }[]): Promise<Answer> =>
  ada.ask("POST", "/api/v1/intake", { files });
async function seen(...files: { readonly dataset: string; readonly version: number }[]): Promise<Answer> {
  for (;;) {
    const answer = await look(...files);
    if (answer.status !== 200 || answer.body.waiting.length === 0) return answer;
  }
}

const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");
/** For this file: a run that an earlier kernel did not end is given to the next. */
const leasesOf = (kernel: ScriptedKernel, text: string) =>
  kernel.leases.filter((lease) => Object.hasOwn(lease.files, digestOf(text)));

test("without a kernel the file is kept, nothing of it is read, and the answer says what to do; then it goes on by itself", async () => {
  const file = await dropped("genes.csv", "gene,reads\nXist,12\nActb,900\n");
  const { status, body } = await look(file);
  expect(status).toBe(200);
  expect(body.files).toEqual([]);
  expect(body.waiting).toMatchObject([{ dataset: file.dataset, name: "genes.csv", why: "no-kernel", fraction: null }]);
  expect(body.waiting[0].message).toMatch(/no compute connected.*genes\.csv.*kept, under Data/);
  expect((await ada.ask("GET", "/api/v1/datasets")).body.datasets).toMatchObject([{ id: file.dataset, format: null }]);

  await connect();
  expect((await seen(file)).body.files).toMatchObject([
    {
      format: "csv",
      artifact: "table",
      shape: [2, 2],
      preview: {
        columns: ["gene", "reads"],
        rows: [
          ["Xist", "12"],
          ["Actb", "900"],
        ],
      },
    },
  ]);
  expect((await ada.ask("GET", "/api/v1/datasets")).body.datasets).toMatchObject([{ id: file.dataset, format: "csv" }]);
});

test("a second look at the same bytes under the same name runs nothing, whoever asks", async () => {
  const there = await connect();
  const text = "a,b\n1,2\n";
  const first = await dropped("again.csv", text);
  expect((await Promise.all([seen(first), seen(first)])).map(({ body }) => body.files.length)).toEqual([1, 1]);
  expect(leasesOf(there, text)).toHaveLength(1);
  const second = await dropped("again.csv", text);
  expect((await look(second)).body.files).toMatchObject([{ format: "csv", shape: [1, 2] }]);
  expect(leasesOf(there, text)).toHaveLength(1);
});

test("the kernel is given that one file, for that one lab, and no notebook", async () => {
  const there = await connect();
  const text = "x,y\n3,4\n";
  await seen(await dropped("one.csv", text));
  const digest = digestOf(text);
  expect(leasesOf(there, text)).toMatchObject([
    { lab, files: { [digest]: { size: text.length } }, plan: { steps: [{ kind: "inspect" }] } },
  ]);
  expect((await ada.ask("GET", "/api/v1/runs")).body.runs).toEqual([]);
});

test("a look that its asker leaves is stopped on the kernel", async () => {
  const there = await connect(() => new Promise(() => {}));
  const file = await dropped("slow.csv", "p,q\n1,1\n");
  const leaving = new AbortController();
  const asked = fetch(`${server.url}/api/v1/intake`, {
    method: "POST",
    headers: { cookie: ada.cookie, "content-type": "application/json" },
    body: JSON.stringify({ files: [file] }),
    signal: leaving.signal,
  }).catch(() => null);
  while (there.leases.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  leaving.abort();
  await asked;
  await until(() => there.cancelled > 0);
  expect(there.cancelled).toBe(1);
});

test("a report that is none is refused with a sentence: a worker that read a stranger's file is not believed", async () => {
  await connect(async () => ({
    out: { type: "report", report: "inspection", body: { file: { toString: "x" }, columns: "all" } },
    keys: { type: "report", report: "file-keys", body: {} },
  }));
  const { body } = await seen(await dropped("odd.csv", "k,l\n5,5\n"));
  expect(body.files).toMatchObject([
    {
      format: "unknown",
      artifact: null,
      issues: [{ rule: "unreadable", severity: "error", message: expect.stringContaining("cannot be read") }],
    },
  ]);
});

test("each sheet of a workbook is a line of its own, and a sheet of counts is paired with one of samples", async () => {
  await connect();
  const samples = ["s1", "s2", "s3", "s4", "s5"];
  const book = workbookOf(
    {
      Counts: [["gene", ...samples], ...Array.from({ length: 1000 }, (_, row) => [`gene${row}`, 1, 2, 3, 4, row])],
      Samples: [["sample", "sex"], ...samples.map((name) => [name, "f"])],
      Codes: [["code"], ["f"]],
    },
    ["Codes"],
  );
  const file = await dropped("study.xlsx", book);
  const { body } = await seen(file);
  const { dataset } = file;
  expect(body.files).toMatchObject([
    { dataset, sheet: "Counts", isHidden: false, artifact: "assay", shape: [1000, 5] },
    { dataset, sheet: "Samples", isHidden: false, artifact: "table", shape: [5, 2] },
    { dataset, sheet: "Codes", isHidden: true, artifact: "table", shape: [1, 1] },
  ]);
  expect(body.together).toEqual({
    countsFrom: { dataset, sheet: "Counts" },
    samplesFrom: { dataset, sheet: "Samples" },
    column: "sample",
    matched: 5,
    of: 5,
    near: [],
    unmatched: { left: [], right: [] },
  });
});

test("a file looked into with a setting stands in place of the one without, sheet by sheet, and says what else may be set", async () => {
  await connect();
  const file = await dropped("short.csv", "id,a,b\nx,1,2\ny,3\n");
  const fix = { field: "ragged", value: "fill", label: "Let rows differ in length" };
  expect((await seen(file)).body.files).toMatchObject([{ artifact: null, issues: [{ rule: "rows-unequal", fix }] }]);
  const filled = { ...file, settings: { ragged: "fill" } };
  const { body } = await seen(file, filled as typeof file);
  expect(body.files).toMatchObject([{ artifact: "table", shape: [2, 3], issues: [{ rule: "rows-filled", fix: null }] }]);
  const book = await dropped("two.xlsx", workbookOf({ A: [["a"], [1]], B: [["b"], [2]] }));
  const own = { ...book, settings: { sheet: "B", header: false } };
  expect((await seen(book, own as typeof book)).body.files).toMatchObject([
    { sheet: "A", shape: [1, 1] },
    { sheet: "B", shape: [2, 1] },
  ]);
  expect((await look({ ...file, settings: { ragged: "maybe" } } as typeof file)).status).toBe(422);
  expect((await look({ ...file, settings: { unknown: 1 } } as typeof file)).status).toBe(422);
  // What a look with settings found is not what the file is by itself.
  const list = (await ada.ask("GET", "/api/v1/datasets")).body.datasets as { id: string; format: string }[];
  expect(list.find(({ id }) => id === file.dataset)?.format).toBe("csv");
});

test("whoever asks while a look that was given up has not ended yet gets a look of her own", async () => {
  const ends: (() => void)[] = [];
  const inspections = new Inspections({
    context: server.context,
    executorFor: () => ({ run: () => new Promise<void>((resolve) => void ends.push(resolve)) }),
    hasKernel: async () => true,
  });
  const file = { lab, digest: digestOf("given up"), name: "f.csv", size: 8, blob: "blob_x", by: ada.id };
  const leaving = new AbortController();
  const first = inspections.look(file, 60_000, leaving.signal);
  await until(() => ends.length === 1);
  leaving.abort();
  expect((await first).state).toBe("waiting");
  const second = inspections.look(file, 300, new AbortController().signal);
  await until(() => ends.length === 2);
  ends[0]?.();
  expect(await second).toEqual({ state: "waiting", why: "queued", fraction: null });
  inspections.close();
  ends[1]?.();
});
