// The committed description of the API is the one that the routes give. Mend it with: npx vitest run open-api -u

import { afterAll, beforeAll, expect, test } from "vitest";
import { openApiInfo } from "./open-api.ts";
import { startTestServer, type TestServer } from "./testing/test-server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
}, 60_000);
afterAll(() => server.close());

test("openapi.json is what the routes say", async () => {
  const document = server.app.getOpenAPI31Document(openApiInfo);
  await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot("../openapi.json");
});

test("every operation has a summary, a tag and the errors that it may answer", () => {
  const bare: string[] = [];
  for (const [at, methods] of Object.entries(server.app.getOpenAPI31Document(openApiInfo).paths ?? {}))
    for (const [method, operation] of Object.entries(methods ?? {}) as [
      string,
      { summary?: string; tags?: string[]; responses?: object },
    ][])
      if (!operation.summary || !operation.tags?.length || Object.keys(operation.responses ?? {}).length < 2)
        bare.push(`${method} ${at}`);
  expect(bare).toEqual([]);
});
