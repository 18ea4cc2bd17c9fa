// Whoever loses a right keeps nothing that opens the same door: invitations, tokens of kernels, links.

import { afterAll, beforeAll, expect, test } from "vitest";
import { engineVersions } from "@genomecraft/cells/base/engine-versions.ts";
import { startTestServer, type Person, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let ada: Person;
let lab = "";
let notebook = "";
beforeAll(async () => {
  server = await startTestServer();
  ada = await server.signUp("Ada");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "Lab A" })).body.id;
  notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "N" })).body.id;
}, 60_000);
afterAll(() => server.close());

const tokenOf = (url: string): string => url.split("/").at(-1) as string;
const lease = (token: string) =>
  fetch(`${server.url}/api/v1/kernel/lease`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ kernel: "box", caps: { cpu: 1, memory: 2 ** 31, gpu: [] }, versions: engineVersions, waitMs: 0 }),
  });

async function adminWithDoors(name: string) {
  const cy = await server.signUp(name);
  const invited = await ada.ask("POST", `/api/v1/labs/${lab}/invitations`, { role: "admin" });
  await cy.ask("POST", `/api/v1/invitations/${tokenOf(invited.body.url)}/accept`);
  const kernel = (await cy.ask("POST", `/api/v1/labs/${lab}/kernels`, { name: `box of ${name}` })).body.token as string;
  const link = tokenOf((await cy.ask("POST", `/api/v1/notebooks/${notebook}/links`, { role: "editor" })).body.url);
  const invitation = tokenOf((await cy.ask("POST", `/api/v1/labs/${lab}/invitations`, { role: "admin" })).body.url);
  expect((await lease(kernel)).status).not.toBe(401);
  return { cy, kernel, link, invitation };
}

test.each([
  ["removed", (person: Person) => ada.ask("DELETE", `/api/v1/labs/${lab}/members/${person.id}`)],
  ["made a member", (person: Person) => ada.ask("PATCH", `/api/v1/labs/${lab}/members/${person.id}`, { role: "member" })],
])("an admin who is %s gets in by nothing that she made, and who did it is told what ended", async (how, act) => {
  const { cy, kernel, link, invitation } = await adminWithDoors(`Cy-${how.replaceAll(" ", "-")}`);
  expect((await act(cy)).body).toEqual({ done: true, ended: { invitations: 1, kernels: 1 } });
  await expect.poll(async () => (await lease(kernel)).status).toBe(401);
  const eve = await server.signUp(`Eve-${how.replaceAll(" ", "-")}`);
  for (const person of [cy, eve]) {
    expect((await person.ask("POST", `/api/v1/invitations/${invitation}/accept`)).status).toBe(409);
    expect((await person.ask("POST", `/api/v1/links/${link}/accept`)).status).toBe(404);
  }
  const { entries } = (await ada.ask("GET", `/api/v1/labs/${lab}/audit`)).body;
  expect(entries[0].detail).toMatchObject({ invitations: 1, kernels: 1 });
});

test("what an admin made who becomes an owner goes on", async () => {
  const { cy, kernel, link } = await adminWithDoors("Di");
  const { body } = await ada.ask("PATCH", `/api/v1/labs/${lab}/members/${cy.id}`, { role: "owner" });
  expect(body).toEqual({ done: true, ended: { invitations: 0, kernels: 0 } });
  expect((await lease(kernel)).status).not.toBe(401);
  const eve = await server.signUp("Eve");
  expect((await eve.ask("POST", `/api/v1/links/${link}/accept`)).status).toBe(200);
});

test("metrics: for this machine where the server is for it alone; elsewhere by the token of the settings, and by nothing else", async () => {
  const ask = async (of: TestServer, token?: string) =>
    (await fetch(`${of.url}/metrics`, { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } })).status;
  expect(await ask(server)).toBe(200);
  const metricsToken = "a-token-of-some-length";
  const open = await startTestServer({ loopback: false, metricsToken });
  const closed = await startTestServer({ loopback: false });
  try {
    expect([await ask(open), await ask(open, "another"), await ask(open, metricsToken)]).toEqual([404, 404, 200]);
    expect([await ask(closed), await ask(closed, metricsToken)]).toEqual([404, 404]);
  } finally {
    await open.close();
    await closed.close();
  }
});

test("metadata of an upload that no database can hold are cleaned or refused, and nothing of the server is told", async () => {
  const create = (metadata: { readonly [key: string]: string }) =>
    fetch(`${server.url}/api/v1/uploads`, {
      method: "POST",
      headers: {
        cookie: ada.cookie,
        "tus-resumable": "1.0.0",
        "upload-length": "10",
        "upload-metadata": Object.entries(metadata)
          .map(([key, value]) => `${key} ${Buffer.from(value).toString("base64")}`)
          .join(","),
      },
    });
  expect((await create({ filename: "a\0b.csv", lab, more: "x\0y" })).status).toBe(201);
  for (const wrong of [
    { filename: "a.csv", lab: `${lab}\0` },
    { filename: "a.csv", lab, notebook: "nb\0" },
  ]) {
    const answer = await create(wrong);
    expect(answer.status).toBe(422);
    expect(await answer.text()).not.toMatch(/insert|uploads|wrapped|\$1/i);
  }
});
