// The committed description of the API is the one that the routes give. Mend it with: npx vitest run open-api -u

import { afterAll, beforeAll, expect, test } from "vitest";
import { openApiDocument, operationIdOf } from "./open-api.ts";
import { startTestServer, type TestServer } from "./testing/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

test("openapi.json is what the routes say", async () => {
  const document = openApiDocument(server.app);
  await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot("../openapi.json");
});

test("every operation has a summary, a tag and the errors that it may answer", () => {
  const bare: string[] = [];
  for (const [at, methods] of Object.entries(openApiDocument(server.app).paths ?? {}))
    for (const [method, operation] of Object.entries(methods ?? {}) as [
      string,
      { summary?: string; tags?: string[]; responses?: object },
    ][])
      if (!operation.summary || !operation.tags?.length || Object.keys(operation.responses ?? {}).length < 2)
        bare.push(`${method} ${at}`);
  expect(bare).toEqual([]);
});

test("every operation has a name of its own, which says what it is", async () => {
  const ids = Object.entries(openApiDocument(server.app).paths ?? {}).flatMap(([path, methods]) =>
    Object.keys(methods ?? {}).map((method) => operationIdOf(method, path)),
  );
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining(["getNotebooks", "getNotebook", "getNotebookCellOutputWindow", "postLabRotateKey"]));
  expect(ids.filter((id) => !/^[a-z]+[A-Z]\w*$/.test(id))).toEqual([]);
  const told = (await server.nobody.ask("GET", "/api/v1/openapi.json")).body;
  expect(told.paths["/api/v1/notebooks"].post.operationId).toBe("postNotebooks");
});
