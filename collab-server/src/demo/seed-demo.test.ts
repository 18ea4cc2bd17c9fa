// The demonstration is there once: notebooks, data sets with the digests that the examples ask for, and what is deleted
// stays deleted.

import { afterAll, beforeAll, expect, test } from "vitest";
import { isFileRef } from "@genomecraft/cells/base/refs.ts";
import { committedNotebook } from "../sync/committed-notebook.ts";
import { startTestServer, type TestServer } from "../testing/test-server.ts";
import { ensureFirstPerson } from "./first-person.ts";
import { examplesFolder, seedDemo } from "./seed-demo.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

test("the example notebooks come with their data, attached and found by their digests, once", async () => {
  const { context } = server;
  const person = await ensureFirstPerson(context, { person: "You", lab: "Demonstration lab" });
  const options = { folder: examplesFolder() ?? "", user: person.user, lab: person.lab };
  expect(await seedDemo(context, options)).toBe(true);
  expect(await seedDemo(context, options)).toBe(false);

  const address = new URL(await server.oneTimeSignIn(person.user));
  const { headers } = await server.nobody.ask("GET", address.pathname);
  const cookie = headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const get = async (path: string) => (await server.nobody.ask("GET", path, undefined, { cookie })).body;
  const { notebooks } = await get("/api/v1/notebooks");
  expect(notebooks.map((one: { title: string }) => one.title).sort()).toEqual([
    "A picture for each question",
    "A trait along a stretch of genome",
    "Breast tumours by their nuclei",
    "Cells of the blood, one by one",
    "Do they differ, and how many are needed?",
    "Genes that differ between the sexes",
    "Genotypes of four populations",
    "Influenza in the mouse cerebellum",
    "Mutations and survival in acute myeloid leukaemia",
    "Pathways of the influenza response",
    "Which genes answer an infection",
  ]);
  for (const { id } of notebooks) {
    const { datasets } = await get(`/api/v1/datasets?notebook=${id}`);
    const content = await committedNotebook(context.db, id);
    const files = content.cells.flatMap((cell) => (isFileRef(cell.spec["file"]) ? [cell.spec["file"]] : []));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files)
      expect(datasets).toContainEqual(
        expect.objectContaining({ id: file.dataset, digest: file.digest, version: file.version, right: "own" }),
      );
  }
}, 30_000);
