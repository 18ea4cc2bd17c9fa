// Letting people into a notebook: by an address, which tells nothing of who has an account, and by links, which end.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startTestServer, type Person, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let ada: Person;
let bob: Person;
let lab: string;
let notebook: string;
const at = (rest: string): string => `/api/v1/notebooks/${notebook}${rest}`;
beforeAll(async () => {
  server = await startTestServer();
  ada = await server.signUp("Ada");
  bob = await server.signUp("Bob");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
}, 120_000);
afterAll(() => server.close());
beforeEach(async () => {
  notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "Shared" })).body.id;
});
const list = async () => (await ada.ask("GET", at("/access"))).body;
const role = async (who: Person): Promise<string | null> => (await who.ask("GET", at(""))).body.role ?? null;

describe("by an address", () => {
  const put = (email: string, as = "viewer") => ada.ask("PUT", at("/access"), { email, role: as });

  test("whether somebody signs in with it is told neither by the answer, the list nor the record", async () => {
    const answers = [await put(bob.email), await put("nobody-here@example.org")];
    expect(answers.map(({ status, body }) => [status, Object.keys(body)])).toEqual([
      [200, ["id"]],
      [200, ["id"]],
    ]);
    const { people, awaited, guests } = await list();
    expect(people.map((row: { user: { id: string } }) => row.user.id)).toEqual([ada.id]);
    expect(awaited.map(({ email, role }: { email: string; role: string }) => [email, role])).toEqual([
      [bob.email, "viewer"],
      ["nobody-here@example.org", "viewer"],
    ]);
    expect(guests).toEqual([{ id: lab, name: "One" }]);
    const { entries } = (await ada.ask("GET", `/api/v1/labs/${lab}/audit?limit=2`)).body;
    expect(entries.map((entry: { detail: object }) => Object.keys(entry.detail).sort())).toEqual([
      ["before", "email", "role"],
      ["before", "email", "role"],
    ]);
    expect(JSON.stringify([entries, awaited])).not.toContain(bob.id);
  });

  test("who has an account finds the notebook, and is named from when she has come", async () => {
    await put(bob.email, "editor");
    const found = (await bob.ask("GET", "/api/v1/notebooks")).body.notebooks;
    expect(found.map((row: { id: string }) => row.id)).toContain(notebook);
    expect((await list()).people).toHaveLength(1);
    expect(await role(bob)).toBe("editor");
    const { people, awaited } = await list();
    expect([people.map((row: { user: { name: string } }) => row.user.name), awaited]).toEqual([["Ada", "Bob"], []]);
  });

  test("the same address twice is one entry, also when its account was made between; it can be taken back", async () => {
    const email = "later@example.org";
    const first = (await put(email)).body.id;
    await server.context.pool.query("insert into users (id, name, email) values ('user_later', 'Later', $1)", [email]);
    expect((await put(email, "editor")).body.id).toBe(first);
    expect((await list()).awaited).toEqual([{ id: first, email, role: "editor", results: [] }]);
    expect((await ada.ask("DELETE", at(`/access/${first}`))).status).toBe(200);
    expect((await list()).awaited).toEqual([]);
  });

  test("people of one's own labs are known by name", async () => {
    const cy = await server.signUp("Cy");
    const { body } = await ada.ask("POST", `/api/v1/labs/${lab}/invitations`, { role: "member" });
    await cy.ask("POST", `/api/v1/invitations/${String(body.url).split("/").at(-1)}/accept`);
    await put(cy.email);
    expect((await list()).people.map((row: { user: { name: string } }) => row.user.name)).toEqual(["Ada", "Cy"]);
  });
});

describe("by a link", () => {
  const link = async (as: string): Promise<{ id: string; token: string }> => {
    const { id, url } = (await ada.ask("POST", at("/links"), { role: as, expiresInDays: 1 })).body;
    return { id, token: String(url).split("/").at(-1) ?? "" };
  };
  const accept = ({ token }: { token: string }) => bob.ask("POST", `/api/v1/links/${token}/accept`);
  const expire = ({ id }: { id: string }) => server.context.pool.query("update links set expires_at = 1 where id = $1", [id]);
  const takeBack = ({ id }: { id: string }) => ada.ask("DELETE", at(`/access/${id}`));
  const ends = [
    ["expires", expire],
    ["is taken back", takeBack],
  ] as const;

  test.each(ends)("who came by it has nothing when it %s", async (_how, end) => {
    const made = await link("editor");
    await accept(made);
    expect(await role(bob)).toBe("editor");
    const { people } = await list();
    expect(people.at(-1)).toMatchObject({ user: { id: bob.id }, link: made.id });
    await end(made);
    expect(await role(bob)).toBeNull();
    expect((await bob.ask("GET", "/api/v1/notebooks")).body.notebooks.map((row: { id: string }) => row.id)).not.toContain(
      notebook,
    );
    expect((await list()).people).toHaveLength(1);
  });

  test.each(ends)("who had less before has that again when it %s", async (_how, end) => {
    await ada.ask("PUT", at("/access"), { user: bob.id, role: "viewer" });
    const made = await link("editor");
    await accept(made);
    expect(await role(bob)).toBe("editor");
    await end(made);
    expect(await role(bob)).toBe("viewer");
    expect((await list()).people.at(-1)).toMatchObject({ user: { id: bob.id }, role: "viewer" });
  });

  test("of two links the role is that of the last, and behind both what was given by name", async () => {
    await ada.ask("PUT", at("/access"), { user: bob.id, role: "viewer" });
    const [runner, editor] = [await link("runner"), await link("editor")];
    await accept(runner);
    await accept(editor);
    await takeBack(runner);
    expect(await role(bob)).toBe("editor");
    await expire(editor);
    expect(await role(bob)).toBe("viewer");
  });

  test.each(ends)(
    "who came by several has the strongest role of those that are left when one %s, in whatever order she came",
    async (_how, end) => {
      const standing = async () => {
        const mine = (await list()).people.find((row: { user: { id: string } }) => row.user.id === bob.id);
        const listed = (await bob.ask("GET", "/api/v1/notebooks")).body.notebooks.find(
          (row: { id: string }) => row.id === notebook,
        );
        return [await role(bob), mine?.role ?? null, mine?.link ?? null, listed?.role ?? null];
      };
      for (const order of [
        [0, 1, 2],
        [2, 1, 0],
        [1, 2, 0],
      ]) {
        notebook = (await ada.ask("POST", "/api/v1/notebooks", { lab, title: "Shared" })).body.id;
        const made = [await link("viewer"), await link("editor"), await link("runner")] as const;
        const [viewer, editor, runner] = made;
        for (const nth of order) expect((await accept(made[nth] ?? viewer)).status).toBe(200);
        expect(await standing()).toEqual(["editor", "editor", editor.id, "editor"]);
        await end(editor);
        expect(await standing()).toEqual(["runner", "runner", runner.id, "runner"]);
        await end(viewer);
        expect(await standing()).toEqual(["runner", "runner", runner.id, "runner"]);
        await end(runner);
        expect(await standing()).toEqual([null, null, null, null]);
      }
    },
  );

  test.each(ends)("what was given by name is hers where no link that is left gives more, when one %s", async (_how, end) => {
    await ada.ask("PUT", at("/access"), { user: bob.id, role: "runner" });
    const [viewer, first, editor] = [await link("viewer"), await link("editor"), await link("editor")];
    for (const made of [viewer, first, editor]) await accept(made);
    await end(first);
    expect(await role(bob)).toBe("editor");
    await end(editor);
    expect(await role(bob)).toBe("runner");
    await end(viewer);
    expect(await role(bob)).toBe("runner");
    expect((await list()).people.at(-1)).toMatchObject({ user: { id: bob.id }, role: "runner", link: null });
  });

  test("a role that is given by name stays when the link ends", async () => {
    const made = await link("viewer");
    await accept(made);
    await ada.ask("PUT", at("/access"), { user: bob.id, role: "editor" });
    await takeBack(made);
    expect(await role(bob)).toBe("editor");
  });
});
