// So many requests a minute, by a clock of the test's own.

import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { ApiError } from "./errors.ts";
import { rateLimit, readerOf } from "./rate-limits.ts";
import type { Env } from "./server-context.ts";

function counted(perMinute: number) {
  let now = 1_000_000;
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    const id = c.req.query("who");
    if (id)
      c.set("principal", { user: { id, name: id, email: `${id}@example.org` }, via: "session", sessionId: "s", locale: "en" });
    return next();
  });
  app.use(rateLimit({ perMinute, now: () => now, applies: (path) => path !== "/free" }));
  app.get("*", (c) => c.text("served"));
  app.onError((thrown, c) => c.text(thrown instanceof ApiError ? thrown.failure.reason : String(thrown), 429));
  return {
    wait: (ms: number) => {
      now += ms;
    },
    ask: async (at: string) => app.request(at),
  };
}

test("the 1,200th request of a minute is served and the next is not, until the minute is over", async () => {
  const door = counted(1_200);
  for (let request = 1; request <= 1_200; request++) expect((await door.ask("/x?who=bob")).status).toBe(200);
  door.wait(59_000);
  const refused = await door.ask("/x?who=bob");
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toBe("1");
  expect(await refused.text()).toBe("server.too-many");
  door.wait(1_000);
  expect((await door.ask("/x?who=bob")).status).toBe(200);
});

test("each is counted apart: other persons, nobody by the address, and doors that are not counted", async () => {
  const door = counted(2);
  for (const at of ["/x?who=bob", "/x?who=bob", "/x?who=ann", "/x", "/x"]) expect((await door.ask(at)).status).toBe(200);
  expect((await door.ask("/x?who=bob")).status).toBe(429);
  expect((await door.ask("/x")).status).toBe(429);
  expect((await door.ask("/x?who=ann")).status).toBe(200);
  for (let request = 0; request < 5; request++) expect((await door.ask("/free?who=bob")).status).toBe(200);
});

describe("readers of a dashboard behind one address", () => {
  const app = new Hono<Env>();
  app.use(rateLimit({ perMinute: 10, now: () => 1_000_000, applies: () => true, whose: readerOf("secret", false) }));
  app.get("*", (c) => c.text("served"));
  app.onError((_thrown, c) => c.text("limit", 429));
  const read = async (slug: string, cookie?: string) =>
    app.request(`/api/v1/read/${slug}`, cookie ? { headers: { cookie } } : {});
  const newReader = async (): Promise<string> => (await read("first")).headers.getSetCookie()[0]?.split(";")[0] ?? "";

  test("each has a limit of her own, for each dashboard", async () => {
    const readers = await Promise.all(Array.from({ length: 8 }, newReader));
    expect(new Set(readers).size).toBe(8);
    for (const cookie of readers) for (let i = 0; i < 10; i++) expect((await read("one", cookie)).status).toBe(200);
    expect((await read("one", readers[0])).status).toBe(429);
    expect((await read("two", readers[0])).status).toBe(200);
  });

  test("whoever drops the number, or makes one up, is counted by the address", async () => {
    for (let i = 0; i < 10; i++) await read("three", `gc-reader=made${i}.up`);
    expect((await read("three")).status).toBe(429);
  });

  test("the number is no script's, and is given once", async () => {
    const { headers } = await read("four");
    expect(headers.getSetCookie().join()).toMatch(/HttpOnly; SameSite=Lax/i);
    expect((await read("four", headers.getSetCookie()[0]?.split(";")[0])).headers.getSetCookie()).toEqual([]);
  });
});
