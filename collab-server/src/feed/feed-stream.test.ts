// The feed as server-sent events, over real HTTP: rights that change are told at once, rights that end close it with a word.

import { until } from "@genomecraft/cells/testing/until.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Person, startTestServer, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let ada: Person;
let lab = "";
beforeAll(async () => {
  server = await startTestServer();
  ada = await server.signUp("Ada");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
}, 60_000);
afterAll(() => server.close());

interface Heard {
  readonly text: () => string;
  readonly ended: Promise<string>;
}
async function listen(notebook: string, who: Person): Promise<Heard> {
  const answer = await fetch(`${server.url}/api/v1/notebooks/${notebook}/feed`, { headers: { cookie: who.cookie } });
  expect(answer.status).toBe(200);
  let text = "";
  const ended = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>)
      text += decoder.decode(chunk, { stream: true });
    return text;
  })();
  await until(() => text.includes("event: snapshot"));
  return { text: () => text, ended };
}
/** Well below the 15 seconds after which an open stream is looked at anyway. */
const soon = <T>(what: Promise<T>): Promise<T> =>
  Promise.race([what, new Promise<never>((_, reject) => setTimeout(() => reject(new Error("the stream stayed open")), 8_000))]);

test("a reader whose access is taken away is told so, and the stream ends (P-1)", async () => {
  const ben = await server.signUp("Ben");
  const notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "T" })).body.id;
  await ada.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { email: ben.email, role: "viewer" });
  const heard = await listen(notebook, ben);
  const { people } = (await ada.ask("GET", `/api/v1/notebooks/${notebook}/access`)).body;
  const row = people.find((one: { user: { id: string } }) => one.user.id === ben.id);
  expect((await ada.ask("DELETE", `/api/v1/notebooks/${notebook}/access/${row.id}`)).status).toBe(200);
  expect(await soon(heard.ended)).toMatch(/event: closed\ndata: \{"why":"no-access"\}\n\n$/);
});

test("one who signs out elsewhere, and one whose notebook goes to the bin, are told that", async () => {
  const notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "T" })).body.id;
  const eve = await server.signUp("Eve");
  await ada.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { email: eve.email, role: "viewer" });
  const out = await listen(notebook, eve);
  const gone = await listen(notebook, ada);
  const [session] = (await eve.ask("GET", "/api/v1/sessions")).body.sessions;
  expect((await eve.ask("DELETE", `/api/v1/sessions/${session.id}`)).status).toBe(200);
  expect(await soon(out.ended)).toMatch(/"why":"signed-out"/);
  expect((await ada.ask("DELETE", `/api/v1/notebooks/${notebook}`)).status).toBe(200);
  expect(await soon(gone.ended)).toMatch(/"why":"gone"/);
});

test("rights that change without ending bring a new snapshot at once", async () => {
  const notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "T" })).body.id;
  const zoe = await server.signUp("Zoe");
  await ada.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { email: zoe.email, role: "viewer" });
  const heard = await listen(notebook, zoe);
  await ada.ask("PUT", `/api/v1/notebooks/${notebook}/access`, { user: zoe.id, role: "runner" });
  await until(() => heard.text().split("event: snapshot").length > 2);
  expect(heard.text()).not.toContain("event: closed");
  await ada.ask("DELETE", `/api/v1/notebooks/${notebook}`);
  await soon(heard.ended);
});
