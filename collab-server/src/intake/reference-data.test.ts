// All reference data are sent as a person sends them, and looked into: nothing ends without an answer, each file has its format or a
// sentence that says why it has none, and the cards say the shapes that are known from outside (EXPECTED.json, NOTE.md of each set).

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Upload } from "tus-js-client";
import { sharedData } from "@genomecraft/cells/testing/reference-data.ts";
import { newLocalKernelToken } from "../demo/local-kernel.ts";
import { ScriptedKernel } from "../testing/scripted-kernel.ts";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

const isHere = existsSync(sharedData);
let server: TestServer;
let ada: Person;
let lab = "";
let kernel: ScriptedKernel;
beforeAll(async () => {
  if (!isHere) return;
  server = await startTestServer();
  ada = await server.signUp("Ada");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "All Labs" })).body.id;
  kernel = new ScriptedKernel({ url: server.url, token: await newLocalKernelToken(server.context) });
}, 60_000);
afterAll(async () => {
  await kernel?.kill();
  await server?.close();
});

interface Card {
  readonly dataset: string;
  readonly name: string;
  readonly format: string;
  readonly artifact: string | null;
  readonly shape: readonly [number, number] | null;
  readonly issues: readonly unknown[];
}

async function sent(file: string): Promise<{ readonly dataset: string; readonly version: number }> {
  const upload = await new Promise<string>((resolve, reject) => {
    const sending = new Upload(readFileSync(path.join(sharedData, file)) as never, {
      endpoint: `${server.url}/api/v1/uploads`,
      metadata: { filename: path.basename(file), lab },
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

const every = isHere
  ? (readdirSync(sharedData, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(sharedData, path.join(entry.parentPath, entry.name)))
      .sort() as string[])
  : [];
const folders = [...new Set(every.filter((file) => file.includes(path.sep)).map((file) => file.split(path.sep)[0] as string))];

/** Format, rows (or features) and columns (or samples), as EXPECTED.json, the notes of the sets and R's read.table have them. */
const shapes: { readonly [file: string]: readonly (string | number)[] } = {
  "wdbc/wdbc.csv": ["csv", 569, 31],
  "golub/golub_expression.csv.gz": ["csv", 7129, 72],
  "pbmc68k_reduced/matrix.mtx.gz": ["mtx", 765, 700],
  "pbmc68k_reduced/pbmc68k_reduced.h5ad": ["h5ad", 765, 700],
  "tcga_laml/tcga_laml.maf.gz": ["maf", 2207, 17],
  "tcga_laml/LAML_CBS_segments.tsv.gz": ["seg", 6470, 6],
};
/** A form takes so many at once. */
const atOnce = 20;
/** What a set says of itself, for people. */
const isProse = (file: string): boolean => /\.(?:md|txt)$/.test(file);

test.skipIf(!isHere).each(folders)(
  "every file of %s has an answer",
  async (folder) => {
    const files = every.filter((file) => file.startsWith(`${folder}${path.sep}`));
    for (let from = 0; from < files.length; from += atOnce) {
      const some = files.slice(from, from + atOnce);
      const given = [];
      for (const file of some) given.push(await sent(file));
      let answer = await ada.ask("POST", "/api/v1/intake", { files: given });
      while (answer.status === 200 && answer.body.waiting.length > 0)
        answer = await ada.ask("POST", "/api/v1/intake", { files: given });
      expect(answer.status, some.join(", ")).toBe(200);
      const cards: readonly Card[] = answer.body.files;
      const without = given.flatMap(({ dataset }, at) => (cards.some((card) => card.dataset === dataset) ? [] : [some[at]]));
      expect(without, "each file has a card").toEqual([]);
      for (const card of cards) {
        const known = shapes[`${folder}/${card.name}`];
        if (known) expect([card.format, ...(card.shape ?? [])], card.name).toEqual(known);
      }
      // What becomes no data says why.
      const silent = cards.filter((card) => card.artifact === null && card.issues.length === 0 && !isProse(card.name));
      expect(
        silent.map((card) => `${card.name}: ${card.format}`),
        "no data, and no word why",
      ).toEqual([]);
    }
  },
  200_000,
);
