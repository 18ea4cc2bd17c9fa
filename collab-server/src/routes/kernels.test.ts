// The lab's compute as its page lists it: what is connected now, and since when it is not.

import { afterAll, beforeAll, expect, test } from "vitest";
import { engineVersions } from "@genomecraft/cells/base/engine-versions.ts";
import { kernelTokens } from "@genomecraft/storage/schema/index.ts";
import { newLocalKernelToken } from "../demo/local-kernel.ts";
import { hashOfToken } from "../secrets.ts";
import { startTestServer, type Person, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let owner: Person;
let at = "";
beforeAll(async () => {
  server = await startTestServer();
  owner = await server.signUp("owner");
  const lab = (await owner.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
  at = `/api/v1/labs/${lab}/kernels`;
}, 60_000);
afterAll(() => server.close());

const lease = (token: string, caps: object): Promise<{ readonly status: number }> =>
  server.nobody.ask(
    "POST",
    "/api/v1/kernel/lease",
    { kernel: "gpu-1", caps, versions: engineVersions, waitMs: 0 },
    {
      authorization: `Bearer ${token}`,
    },
  );

test("a machine is connected once it asks for work, and tells its memory, GPUs, programs and walls", async () => {
  const made = (await owner.ask("POST", at, { name: "gpu box" })).body;
  expect(made.command).toContain(`--token ${made.token}`);
  const before = (await owner.ask("GET", at)).body;
  expect(before.kernels).toMatchObject([{ id: made.id, name: "gpu box", lastSeenAt: null, connected: [] }]);
  expect(JSON.stringify(before)).not.toContain(made.token);

  expect((await lease(made.token, { memory: 2 ** 33, gpu: ["A100"], software: ["plink2"], sandboxed: true })).status).toBe(204);
  expect((await owner.ask("GET", at)).body.kernels[0].connected).toEqual([
    { name: "gpu-1", memory: 2 ** 33, gpus: 1, software: ["plink2"], walls: true },
  ]);

  await server.context.db.update(kernelTokens).set({ lastSeenAt: Date.now() - 200_000 });
  const silent = (await owner.ask("GET", at)).body.kernels[0];
  expect(silent.connected).toEqual([]);
  expect(silent.lastSeenAt).not.toBeNull();
});

test("the compute of the server serves the lab while it is connected, and is not the lab's to take back", async () => {
  expect((await owner.ask("GET", at)).body.ofServer).toBe(false);
  const token = "local-token";
  const values = { id: "kt_local", lab: null, name: "this machine", tokenHash: hashOfToken(token), createdAt: Date.now() };
  await server.context.db.insert(kernelTokens).values(values);
  expect((await lease(token, { memory: 2 ** 30 })).status).toBe(204);
  const { kernels, ofServer } = (await owner.ask("GET", at)).body;
  expect(ofServer).toBe(true);
  expect(kernels.map((row: { id: string }) => row.id)).not.toContain("kt_local");
  expect((await owner.ask("DELETE", `${at}/kt_local`)).status).toBe(404);
});

test("a second server at the same database leaves the first one's kernel at work; tokens of servers that are gone are void", async () => {
  const named = (await owner.ask("POST", at, { name: "this machine" })).body;
  const first = await newLocalKernelToken(server.context);
  const second = await newLocalKernelToken(server.context);
  const leases = async () => {
    const found: number[] = [];
    for (const token of [first, second, named.token]) found.push((await lease(token, { memory: 2 ** 30 })).status);
    return found;
  };
  expect(await leases()).toEqual([204, 204, 204]);
  const longAgo = Date.now() - 240_000;
  await server.context.db.update(kernelTokens).set({ createdAt: longAgo, lastSeenAt: longAgo });
  const third = await newLocalKernelToken(server.context);
  const left = await server.context.db.select({ hash: kernelTokens.tokenHash }).from(kernelTokens);
  const hashes = left.map((row) => row.hash);
  expect([first, second, named.token, third].map((token) => hashes.includes(hashOfToken(token)))).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
