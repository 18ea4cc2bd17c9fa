// Every route of outputs, lineage, dashboards and their readers, asked by everybody. One line a route in
// testing/role-cases.ts; the mark says who is let through.

import { afterAll, beforeAll, expect, test } from "vitest";
import { marksOf, shownCases } from "../testing/role-cases.ts";
import { computingInPlace } from "../testing/run-in-place.ts";
import { openShownNotebook, shownFiles, type ShownNotebook } from "../testing/shown-notebook.ts";
import { startTestServer, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let book: ShownNotebook;

beforeAll(async () => {
  server = await startTestServer({}, { computing: computingInPlace({ files: shownFiles }) });
  book = await openShownNotebook(server);
}, 60_000);
afterAll(() => server.close());

test.each(shownCases)("%s %s %j: %s", async (...line) => {
  expect(await marksOf(line, book.people, book.names)).toBe(line[3]);
});
