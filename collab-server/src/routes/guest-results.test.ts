// What is shown to those who are let into a notebook, in the act that lets them in: results of its data, there alone.

import { createHash } from "node:crypto";
import { keysBetween } from "@genomecraft/cells/notebook/order-key.ts";
import { addMember } from "@genomecraft/storage/queries/labs.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startTestServer, type Person, type TestServer } from "../testing/test-server.ts";

let server: TestServer;
let ada: Person;
let ben: Person;
let lab: string;
let notebook: string;
let mouse: string;
let yeast: string;
const at = (rest: string, of = notebook): string => `/api/v1/notebooks/${of}${rest}`;

beforeAll(async () => {
  server = await startTestServer();
  ada = await server.signUp("Ada");
  lab = (await ada.ask("POST", "/api/v1/labs", { name: "One" })).body.id;
  [mouse, yeast] = [await addDataset("mouse.csv"), await addDataset("yeast.csv")];
}, 120_000);
afterAll(() => server.close());
let people = 0;
beforeEach(async () => {
  // Nothing of the test before is hers.
  ben = await server.signUp(`Ben${++people}`);
  notebook = await newNotebook();
});

async function addDataset(name: string): Promise<string> {
  const bytes = Buffer.from(`gene,reads\n${name},1\n`);
  const digest = createHash("sha256").update(bytes).digest("hex");
  const blob = await server.context.blobs.put(server.context.db, { lab }, bytes);
  const id = `ds_${digest.slice(0, 12)}`;
  const { pool } = server.context;
  await pool.query("insert into datasets values ($1, $2, $3, $4, 1, 1, null)", [id, lab, name, ada.id]);
  await pool.query(
    "insert into dataset_versions (dataset, version, lab, blob, digest, name, size, created_by, created_at) values ($1, 1, $2, $3, $4, $5, $6, $7, 1)",
    [id, lab, blob.id, digest, name, bytes.length, ada.id],
  );
  return id;
}

/** With a cell of each data set, "m" and "y". `owner`: of another lab, who lets Ada in as an editor. */
async function newNotebook(
  owner?: { readonly person: Person; readonly lab: string },
  [m, y]: readonly [string, string] = [mouse, yeast],
): Promise<string> {
  const made = { lab: owner?.lab ?? lab, title: "Shared" };
  const { id } = (await (owner?.person ?? ada).ask("POST", "/api/v1/notebooks", made)).body;
  if (owner) await owner.person.ask("PUT", at("/access", id), { email: ada.email, role: "editor" });
  for (const dataset of [m, y]) await ada.ask("POST", at("/datasets", id), { dataset });
  const cell = (name: string, dataset: string, order: string) => ({
    type: "add-cell",
    id: `cell_${name}`,
    kind: "load",
    name,
    spec: { file: { digest: digestOf.get(dataset), name: `${name}.csv`, size: 20 }, format: "csv" },
    order,
    mode: "auto",
  });
  const { rows } = await server.context.pool.query("select dataset, digest from dataset_versions");
  const digestOf = new Map(rows.map((row) => [row.dataset, row.digest]));
  const [first, second] = keysBetween(null, null, 2) as [string, string];
  const answer = await ada.ask("POST", at("/operations", id), {
    operations: [cell("m", m, first), cell("y", y, second)],
  });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return id;
}

/** By cell whether a person is kept from it; null: she is not let in at all. */
async function keptFrom(who: Person, of = notebook): Promise<{ [cell: string]: boolean } | null> {
  const { status, body } = await who.ask("GET", at("/session", of));
  if (status !== 200) return null;
  return Object.fromEntries(
    body.cells.map(({ cell, status: { state } }: { cell: string; status: { state: string } }) => [
      cell.slice(5),
      state === "restricted",
    ]),
  );
}
const bothOpen = { m: false, y: false };
const bothKept = { m: true, y: true };
const mouseOpen = { m: false, y: true };
const letIn = async (body: object): Promise<string> => {
  const answer = await ada.ask("PUT", at("/access"), body);
  expect(answer.status).toBe(200);
  return answer.body.id;
};
const link = async (results?: readonly string[]): Promise<{ id: string; token: string }> => {
  const { id, url } = (await ada.ask("POST", at("/links"), { role: "editor", expiresInDays: 1, results })).body;
  return { id, token: String(url).split("/").at(-1) ?? "" };
};
/** The newest two acts that are of showing results. */
const recorded = async (who = ada, of = lab) => {
  const { entries } = (await who.ask("GET", `/api/v1/labs/${of}/audit?limit=50`)).body;
  const isOfShowing = ({ action }: { action: string }) => /^results\.|^dataset\.(?:grant|revoke)$/.test(action);
  return entries.filter(isOfShowing).slice(0, 2);
};
const expire = (made: { readonly id: string }) =>
  server.context.pool.query("update links set expires_at = 1 where id = $1", [made.id]);
const takeLinkBack = (made: { readonly id: string }) => ada.ask("DELETE", at(`/access/${made.id}`));
const accept = (made: { readonly token: string }) => ben.ask("POST", `/api/v1/links/${made.token}/accept`);

describe("somebody of no lab (P-13)", () => {
  test("sees at once the results of what was shown to her with the invitation, and of nothing else", async () => {
    await letIn({ email: ben.email, role: "editor", results: [mouse] });
    expect(await keptFrom(ben)).toEqual(mouseOpen);
  });
  test("sees nothing where nothing was shown", async () => {
    await letIn({ email: ben.email, role: "editor" });
    expect(await keptFrom(ben)).toEqual(bothKept);
  });
  test("sees the same once she has a lab", async () => {
    await letIn({ email: ben.email, role: "editor", results: [mouse] });
    await ben.ask("POST", "/api/v1/labs", { name: "Two" });
    expect(await keptFrom(ben)).toEqual(mouseOpen);
  });
  test("sees rows and files of none of it", async () => {
    await letIn({ email: ben.email, role: "editor", results: [mouse, yeast] });
    expect((await ben.ask("GET", `/api/v1/datasets/${mouse}`)).status).toBe(404);
    expect((await ben.ask("POST", at("/datasets"), { dataset: mouse })).status).toBe(404);
  });
  test("sees it in no other notebook, also of those that she was let into", async () => {
    await letIn({ email: ben.email, role: "editor", results: [mouse, yeast] });
    const other = await newNotebook();
    await ada.ask("PUT", at("/access", other), { email: ben.email, role: "editor" });
    expect(await keptFrom(ben)).toEqual(bothOpen);
    expect(await keptFrom(ben, other)).toEqual(bothKept);
  });
  test("sees it no more when she is let out and in again", async () => {
    const id = await letIn({ email: ben.email, role: "editor", results: [mouse] });
    await ada.ask("DELETE", at(`/access/${id}`));
    expect(await keptFrom(ben)).toBeNull();
    await letIn({ email: ben.email, role: "viewer" });
    expect(await keptFrom(ben)).toEqual(bothKept);
  });
  test("keeps what she sees when her role changes", async () => {
    await letIn({ email: ben.email, role: "editor", results: [mouse] });
    await letIn({ email: ben.email, role: "viewer" });
    expect(await keptFrom(ben)).toEqual(mouseOpen);
  });
});

describe("whoever comes by a link", () => {
  test("sees what was shown with the link, and nothing when it is taken back", async () => {
    const made = await link([mouse]);
    await accept(made);
    expect(await keptFrom(ben)).toEqual(mouseOpen);
    await ada.ask("DELETE", at(`/access/${made.id}`));
    expect(await keptFrom(ben)).toBeNull();
  });
  test("has what she had before when the link has ended, and no more", async () => {
    await letIn({ email: ben.email, role: "viewer", results: [mouse] });
    const made = await link([yeast]);
    await accept(made);
    expect(await keptFrom(ben)).toEqual(bothOpen);
    await expire(made);
    expect(await keptFrom(ben)).toEqual(mouseOpen);
  });
  test("sees what it shows also where her role was as strong before, for as long as the link lasts", async () => {
    const two = (await ben.ask("POST", "/api/v1/labs", { name: "Two" })).body.id;
    const waysIn: readonly object[] = [
      { email: ben.email, role: "editor" },
      { email: ben.email, role: "owner" },
      { lab: two, role: "editor" },
    ];
    for (const [ended, end] of [
      ["expired", expire],
      ["taken back", takeLinkBack],
    ] as const)
      for (const wayIn of waysIn) {
        notebook = await newNotebook();
        await letIn(wayIn);
        const made = await link([mouse]);
        expect((await accept(made)).status).toBe(200);
        expect(await keptFrom(ben), JSON.stringify(wayIn)).toEqual(mouseOpen);
        await end(made);
        expect(await keptFrom(ben), `${ended} ${JSON.stringify(wayIn)}`).toEqual(bothKept);
        expect((await ben.ask("GET", at(""))).body.role).toBe((wayIn as { role: string }).role);
      }
  });
  test("sees what each of several links shows, and loses with one of them what that one showed", async () => {
    const [first, second] = [await link([mouse]), await link([yeast])];
    await accept(first);
    await accept(second);
    expect(await keptFrom(ben)).toEqual(bothOpen);
    await expire(second);
    expect(await keptFrom(ben)).toEqual(mouseOpen);
    const { id, url } = (await ada.ask("POST", at("/links"), { role: "viewer", results: [yeast] })).body;
    await accept({ token: String(url).split("/").at(-1) ?? "" });
    expect(await keptFrom(ben)).toEqual(bothOpen);
    expect((await ben.ask("GET", at(""))).body.role).toBe("editor");
    // A stronger role by a link that shows nothing takes nothing away.
    await letIn({ email: ben.email, role: "viewer" });
    await ada.ask("DELETE", at(`/access/${id}`));
    expect(await keptFrom(ben)).toEqual(bothOpen);
    await accept(await link());
    expect(await keptFrom(ben)).toEqual(bothOpen);
  });
  test("keeps what the link gives when her lab's entry is taken away, or she leaves the lab, while the link is open", async () => {
    for (const ended of ["entry", "member"])
      for (const given of [[mouse], []]) {
        notebook = await newNotebook();
        ben = await server.signUp(`Ben${++people}`);
        const boss = await server.signUp(`Boss${people}`);
        const two = (await boss.ask("POST", "/api/v1/labs", { name: "Two" })).body.id;
        await addMember(server.context.db, { lab: two, user: ben.id, role: "member", now: 1 });
        const id = await letIn({ lab: two, role: "editor", results: [mouse] });
        const made = (await ada.ask("POST", at("/links"), { role: "viewer", expiresInDays: 1, results: given })).body;
        await accept({ token: String(made.url).split("/").at(-1) ?? "" });
        const role = async () => (await ben.ask("GET", at(""))).body.role;
        expect([await role(), await keptFrom(ben)]).toEqual(["editor", mouseOpen]);
        if (ended === "entry") await ada.ask("DELETE", at(`/access/${id}`));
        else await boss.ask("DELETE", `/api/v1/labs/${two}/members/${ben.id}`);
        expect([await role(), await keptFrom(ben)], `${ended} ${given.length}`).toEqual([
          "viewer",
          given.length > 0 ? mouseOpen : bothKept,
        ]);
        await takeLinkBack(made);
        expect(await keptFrom(ben)).toBeNull();
      }
  });
  test("has the link's role where it is more than she was given by name, though her lab has a stronger one that ends before it", async () => {
    const two = (await ben.ask("POST", "/api/v1/labs", { name: "Two" })).body.id;
    await letIn({ email: ben.email, role: "viewer" });
    const id = await letIn({ lab: two, role: "editor" });
    const made = (await ada.ask("POST", at("/links"), { role: "runner", expiresInDays: 1 })).body;
    await accept({ token: String(made.url).split("/").at(-1) ?? "" });
    const role = async () => (await ben.ask("GET", at(""))).body.role;
    expect(await role()).toBe("editor");
    await ada.ask("DELETE", at(`/access/${id}`));
    expect(await role()).toBe("runner");
    await expire(made);
    expect(await role()).toBe("viewer");
  });
  test("is as before when the link ends first: her lab's entry gives what it gave", async () => {
    const two = (await ben.ask("POST", "/api/v1/labs", { name: "Two" })).body.id;
    await letIn({ lab: two, role: "viewer", results: [mouse] });
    const made = await link([yeast]);
    await accept(made);
    expect([(await ben.ask("GET", at(""))).body.role, await keptFrom(ben)]).toEqual(["editor", bothOpen]);
    await expire(made);
    expect([(await ben.ask("GET", at(""))).body.role, await keptFrom(ben)]).toEqual(["viewer", mouseOpen]);
  });
  test("who runs the notebook's lab makes no entry of hers by trying a link", async () => {
    await accept(await link([mouse]));
    const before = (await ada.ask("GET", at("/access"))).body.people.length;
    const { token } = await link([mouse]);
    expect((await ada.ask("POST", `/api/v1/links/${token}/accept`)).status).toBe(200);
    expect((await ada.ask("GET", at("/access"))).body.people).toHaveLength(before);
  });
  test("twice at once is once", async () => {
    const made = await link([mouse]);
    const answers = await Promise.all(Array.from({ length: 6 }, () => accept(made)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(await keptFrom(ben)).toEqual(mouseOpen);
    expect((await ada.ask("GET", at("/access"))).body.people).toHaveLength(2);
    const entered = (await ada.ask("GET", `/api/v1/labs/${lab}/audit?limit=200`)).body.entries.filter(
      ({ action, target }: { action: string; target: string }) => action === "notebook.enter-by-link" && target === notebook,
    );
    expect(entered).toHaveLength(1);
  });
  test("and by a stronger one at the same time has the stronger role, whichever comes first", async () => {
    for (let round = 0; round < 4; round++) {
      notebook = await newNotebook();
      const weak = (await ada.ask("POST", at("/links"), { role: "viewer", results: [mouse] })).body;
      const token = String(weak.url).split("/").at(-1) ?? "";
      const strong = await link([yeast]);
      await Promise.all([accept(strong), accept({ token })]);
      expect([(await ben.ask("GET", at(""))).body.role, await keptFrom(ben)]).toEqual(["editor", bothOpen]);
    }
  });
  test("and taken back at the same time lets her in for a moment or tells her that it is gone, and nothing stays of it", async () => {
    for (let round = 0; round < 10; round++) {
      const made = await link([mouse]);
      const [back, ...came] = await Promise.all([takeLinkBack(made), accept(made), accept(made)]);
      expect(back.status).toBe(200);
      for (const { status, body } of came)
        expect(["came", "server.link-gone"]).toContain(status === 200 ? "came" : body.error.failure.reason);
      expect(await keptFrom(ben)).toBeNull();
    }
  });
  test("has nothing of a link that has expired: a role by name brings none of it back", async () => {
    const made = await link([mouse]);
    await accept(made);
    await expire(made);
    expect(await keptFrom(ben)).toBeNull();
    await letIn({ email: ben.email, role: "viewer" });
    expect(await keptFrom(ben)).toEqual(bothKept);
  });
  test("has nothing of what she was shown for asking when the link by which she came has expired, neither by another link nor by name nor as one of a lab", async () => {
    const ways = {
      link: async () => void (await accept(await link())),
      name: async () => void (await letIn({ email: ben.email, role: "viewer" })),
      lab: async () => {
        const two = (await ben.ask("POST", "/api/v1/labs", { name: "Two" })).body.id;
        await letIn({ lab: two, role: "viewer" });
      },
    };
    for (const [way, comesAgain] of Object.entries(ways)) {
      notebook = await newNotebook();
      const made = await link();
      await accept(made);
      await ben.ask("POST", at("/asks"), { cell: "cell_m" });
      expect((await ada.ask("PUT", at(`/asks/${mouse}/${ben.id}`), { shown: true })).status).toBe(200);
      expect(await keptFrom(ben), way).toEqual(mouseOpen);
      await expire(made);
      expect(await keptFrom(ben), way).toBeNull();
      await comesAgain();
      expect(await keptFrom(ben), way).toEqual(bothKept);
    }
  });
  test("is as she was before in the eyes of all when the link has expired: nothing is shown to the link, and her lab is not told", async () => {
    await ben.ask("POST", "/api/v1/labs", { name: "Two" });
    const made = await link([mouse]);
    await accept(made);
    expect((await ada.ask("GET", at("/access"))).body.guests).toHaveLength(2);
    await expire(made);
    const { people: known, guests, links } = (await ada.ask("GET", at("/access"))).body;
    expect([known.map(({ role }: { role: string }) => role), guests, links]).toEqual([["owner"], [{ id: lab, name: "One" }], []]);
    expect((await ada.ask("PUT", at(`/access/${made.id}/results`), { results: [yeast] })).status).toBe(404);
  });
  test("keeps it when she is given a role by name", async () => {
    const made = await link([mouse]);
    await accept(made);
    await letIn({ user: ben.id, role: "viewer" });
    await ada.ask("DELETE", at(`/access/${made.id}`));
    expect(await keptFrom(ben)).toEqual(mouseOpen);
  });
});

describe("later", () => {
  test("what is shown changes at once, for a person, a lab and a link alike, and stands in the list", async () => {
    const two = (await ben.ask("POST", "/api/v1/labs", { name: "Two" })).body.id;
    const id = await letIn({ lab: two, role: "editor" });
    expect(await keptFrom(ben)).toEqual(bothKept);
    const put = (guest: string, results: readonly string[]) => ada.ask("PUT", at(`/access/${guest}/results`), { results });
    expect((await put(id, [mouse])).status).toBe(200);
    expect(await keptFrom(ben)).toEqual(mouseOpen);
    await put(id, [yeast]);
    expect(await keptFrom(ben)).toEqual({ m: true, y: false });
    const made = await link();
    await put(made.id, [mouse]);
    const { labs, links } = (await ada.ask("GET", at("/access"))).body;
    const shownTo = (list: readonly { id: string; results: readonly string[] }[], guest: string) =>
      list.find((row) => row.id === guest)?.results;
    expect([shownTo(labs, id), shownTo(links, made.id)]).toEqual([[yeast], [mouse]]);
    await put(id, []);
    expect(await keptFrom(ben)).toEqual(bothKept);
  });
  test("what the notebook uses no more is not shown when it is added again, nor asked for", async () => {
    await letIn({ email: ben.email, role: "viewer", results: [mouse] });
    await ben.ask("POST", at("/asks"), { cell: "cell_y" });
    for (const dataset of [mouse, yeast]) {
      expect((await ada.ask("DELETE", at(`/datasets/${dataset}`))).status).toBe(200);
      await ada.ask("POST", at("/datasets"), { dataset });
    }
    expect(await keptFrom(ben)).toEqual(bothKept);
    expect((await ada.ask("GET", at("/asks"))).body.asks).toEqual([]);
  });
  test("what an earlier release left of it beside detached data is listed nowhere and opens nothing when it is added again", async () => {
    const { id } = (await ada.ask("PUT", at("/access"), { email: ben.email, role: "editor" })).body;
    const { token: _token, ...made } = await link([]);
    for (const dataset of [mouse, yeast]) expect((await ada.ask("DELETE", at(`/datasets/${dataset}`))).status).toBe(200);
    for (const [entry, k] of [
      [id, null],
      [null, made.id],
    ])
      await server.context.pool.query(
        "insert into guest_results (access, link, dataset, lab, granted_by, granted_at) values ($1, $2, $3, $4, $5, 1)",
        [entry, k, mouse, lab, ada.id],
      );
    const listed = async () =>
      (await ada.ask("GET", `/api/v1/datasets/${mouse}/guests`)).body.notebooks.filter(
        (of: { notebook: { id: string } }) => of.notebook.id === notebook,
      );
    expect(await listed()).toEqual([]);
    expect(await keptFrom(ben)).toEqual(bothKept);
    for (const dataset of [mouse, yeast]) await ada.ask("POST", at("/datasets"), { dataset });
    expect(await keptFrom(ben)).toEqual(bothKept);
    expect(await listed()).toEqual([]);
  });

  test("what is shown in the moment in which the notebook ceases to use it is shown to nobody when it is added again, nor asked for", async () => {
    const id = await letIn({ email: ben.email, role: "viewer" });
    await ben.ask("GET", at(""));
    const made = await link();
    const ways: { readonly [way: string]: () => Promise<{ readonly status: number }> } = {
      entry: () => ada.ask("PUT", at(`/access/${id}/results`), { results: [mouse] }),
      "by name": () => ada.ask("PUT", at("/access"), { email: ben.email, role: "viewer", results: [mouse] }),
      link: () => ada.ask("PUT", at(`/access/${made.id}/results`), { results: [mouse] }),
      "new link": () => ada.ask("POST", at("/links"), { role: "viewer", expiresInDays: 1, results: [mouse] }),
      answer: () => ada.ask("PUT", at(`/asks/${mouse}/${ben.id}`), { shown: true }),
      ask: () => ben.ask("POST", at("/asks"), { cell: "cell_m" }),
    };
    for (const [way, act] of Object.entries(ways))
      for (let round = 0; round < 10; round++) {
        if (way === "answer") await ben.ask("POST", at("/asks"), { cell: "cell_m" });
        const out = () => ada.ask("DELETE", at(`/datasets/${mouse}`));
        const [shown, gone] = await Promise.all(round % 2 ? [act(), out()] : (await Promise.all([out(), act()])).toReversed());
        expect(gone?.status, way).toBe(200);
        expect([200, 404, 409], way).toContain(shown?.status);
        await ada.ask("POST", at("/datasets"), { dataset: mouse });
        const { notebooks } = (await ada.ask("GET", `/api/v1/datasets/${mouse}/guests`)).body;
        expect(
          notebooks.map((of: { notebook: { id: string } }) => of.notebook.id),
          way,
        ).not.toContain(notebook);
        expect((await ada.ask("GET", at("/asks"))).body.asks, way).toEqual([]);
      }
    expect(await keptFrom(ben)).toEqual(bothKept);
  }, 120_000);
  test("each act is in the record, with whom and in which notebook", async () => {
    const id = await letIn({ email: ben.email, role: "editor", results: [mouse] });
    await ada.ask("PUT", at(`/access/${id}/results`), { results: [] });
    const entries = await recorded();
    expect(
      entries.map(({ action, target, detail }: { action: string; target: string; detail: object }) => ({
        action,
        target,
        detail,
      })),
    ).toEqual([
      { action: "dataset.revoke", target: mouse, detail: { access: id, notebook, right: "results" } },
      { action: "dataset.grant", target: mouse, detail: { access: id, notebook, right: "results" } },
    ]);
  });
});

describe("asking (P-13)", () => {
  type Asks = {
    asks: { dataset: { id: string }; by: { id: string }; withLab: { id: string; name: string } | null }[];
    asked: string[];
    refused: string[];
  };
  const asksFor = async (who: Person): Promise<Asks> => (await who.ask("GET", at("/asks"))).body;
  const ask = (cell: string, who = ben) => who.ask("POST", at("/asks"), { cell });
  const answer = (shown: boolean, dataset = mouse, who = ada, withLab: string | null = null) =>
    who.ask("PUT", at(`/asks/${dataset}/${ben.id}`), { shown, withLab });
  const waiting = async (who: Person) => (await asksFor(who)).asks.map(({ dataset, by }) => [dataset.id, by.id]);

  test("reaches those whose data it is, in the product, and is answered by one act", async () => {
    await letIn({ email: ben.email, role: "viewer" });
    expect((await ask("cell_m")).status).toBe(200);
    expect(await waiting(ada)).toEqual([[mouse, ben.id]]);
    expect(await asksFor(ben)).toEqual({ asks: [], asked: ["cell_m"], inBin: [], refused: [] });
    expect((await answer(true)).status).toBe(200);
    expect(await keptFrom(ben)).toEqual(mouseOpen);
    expect([await waiting(ada), await asksFor(ben)]).toEqual([[], { asks: [], asked: [], inBin: [], refused: [] }]);
  });
  test("twice is one ask; after a no it can be asked again", async () => {
    await letIn({ email: ben.email, role: "viewer" });
    await ask("cell_m");
    await ask("cell_m");
    expect(await waiting(ada)).toEqual([[mouse, ben.id]]);
    await answer(false);
    expect([await keptFrom(ben), await waiting(ada)]).toEqual([bothKept, []]);
    expect(await asksFor(ben)).toMatchObject({ asked: [], refused: ["cell_m"] });
    await ask("cell_m");
    expect([await waiting(ada), (await asksFor(ben)).asked]).toEqual([[[mouse, ben.id]], ["cell_m"]]);
  });
  test("is answered for all members of a lab where she came in as one of them, and that is said", async () => {
    const two = (await ben.ask("POST", "/api/v1/labs", { name: "Two" })).body.id;
    await letIn({ lab: two, role: "viewer" });
    await ask("cell_y");
    expect((await asksFor(ada)).asks.map(({ withLab }) => withLab)).toEqual([{ id: two, name: "Two" }]);
    expect((await answer(true, yeast)).status).toBe(409);
    expect(await keptFrom(ben)).toEqual(bothKept);
    expect((await answer(true, yeast, ada, two)).status).toBe(200);
    expect(await keptFrom(ben)).toEqual({ m: true, y: false });
  });
  test("stands in the record of the lab, and its answer too", async () => {
    await letIn({ email: ben.email, role: "viewer" });
    await ask("cell_m");
    await answer(false);
    const entries = await recorded();
    expect(entries.map(({ action, target }: { action: string; target: string }) => [action, target])).toEqual([
      ["results.refuse", mouse],
      ["results.ask", mouse],
    ]);
  });
  test("tells nothing to others, who can answer nothing", async () => {
    const cy = await server.signUp(`Cy${people}`);
    await letIn({ email: ben.email, role: "viewer" });
    await letIn({ email: cy.email, role: "editor", results: [mouse, yeast] });
    await ask("cell_m");
    expect(await asksFor(cy)).toEqual({ asks: [], asked: [], inBin: [], refused: [] });
    expect([(await answer(true, mouse, cy)).status, (await answer(true, mouse, ben)).status]).toEqual([404, 404]);
    expect(await keptFrom(ben)).toEqual(bothKept);
  });
  test("is refused for what is not closed, for a cell that is not there, and when nobody asked", async () => {
    await letIn({ email: ben.email, role: "viewer", results: [mouse] });
    expect([(await ask("cell_m")).status, (await ask("cell_x")).status, (await answer(true, yeast)).status]).toEqual([
      409, 404, 404,
    ]);
    expect(await keptFrom(ben)).toEqual(mouseOpen);
  });
  test("an answer for her alone never goes to her lab, nor one for the lab to her: who came in another way since is told of first", async () => {
    const two = (await ben.ask("POST", "/api/v1/labs", { name: "Two" })).body.id;
    await letIn({ lab: two, role: "viewer" });
    const own = await letIn({ email: ben.email, role: "viewer" });
    await ask("cell_m");
    expect((await asksFor(ada)).asks.map(({ withLab }) => withLab)).toEqual([null]);
    // She leaves her own entry: what is left is her lab's.
    expect((await ben.ask("DELETE", at(`/access/${own}`))).status).toBe(200);
    expect([(await answer(true)).status, await keptFrom(ben)]).toEqual([409, bothKept]);
    expect((await asksFor(ada)).asks.map(({ withLab }) => withLab?.id)).toEqual([two]);
    await letIn({ email: ben.email, role: "viewer" });
    expect([(await answer(true, mouse, ada, two)).status, (await answer(true)).status]).toEqual([409, 200]);
    expect(await keptFrom(ben)).toEqual(mouseOpen);
  });
  test("is answered once: the second who answers is told by whom it was, whatever both said", async () => {
    const dee = await server.signUp(`Dee${people}`);
    await addMember(server.context.db, { lab, user: dee.id, role: "admin", now: 1 });
    await letIn({ email: ben.email, role: "viewer" });
    await ask("cell_m");
    const both = await Promise.all([answer(true), answer(true, mouse, dee)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await recorded()).map(({ action }: { action: string }) => action)).toEqual(["dataset.grant", "results.ask"]);
    await ask("cell_y");
    const mixed = await Promise.all([answer(true, yeast), answer(false, yeast, dee)]);
    expect(mixed.map(({ status }) => status).sort()).toEqual([200, 409]);
    const first = mixed[0]?.status === 200 ? "Ada" : dee;
    expect((await keptFrom(ben))?.["y"]).toBe(first !== "Ada");
    const second = mixed.find(({ status }) => status === 409);
    expect(second?.body.error.failure).toEqual({
      reason: "server.ask-answered",
      params: { name: first === "Ada" ? "Ada" : `Dee${people}` },
    });
  });
  test("that was refused is not granted or refused again until it is asked again", async () => {
    await letIn({ email: ben.email, role: "viewer" });
    await ask("cell_m");
    await answer(false);
    for (const shown of [false, true]) {
      const again = await answer(shown);
      expect([again.status, again.body.error.failure.reason]).toEqual([409, "server.ask-answered"]);
    }
    expect(await keptFrom(ben)).toEqual(bothKept);
    expect((await recorded()).filter(({ action }: { action: string }) => action === "results.refuse")).toHaveLength(1);
    await ask("cell_m");
    expect([(await answer(true)).status, await keptFrom(ben)]).toEqual([200, mouseOpen]);
    expect((await answer(false)).body.error.failure).toEqual({ reason: "server.ask-answered", params: { name: "Ada" } });
  });
  test("that is over by another act is told as such", async () => {
    const entry = await letIn({ email: ben.email, role: "viewer" });
    await ask("cell_m");
    await ada.ask("PUT", at(`/access/${entry}/results`), { results: [mouse] });
    expect((await answer(false)).status).toBe(409);
    expect(await keptFrom(ben)).toEqual(mouseOpen);
  });
  test("reaches the owners of the data's lab where none of them is in the notebook, and they answer from their home", async () => {
    const cy = await server.signUp(`Cy${people}`);
    const theirs = (await cy.ask("POST", "/api/v1/labs", { name: "Theirs" })).body.id;
    const elsewhere = (await cy.ask("POST", "/api/v1/notebooks", { lab: theirs, title: "Elsewhere" })).body.id;
    const entry = (await cy.ask("PUT", at("/access", elsewhere), { email: ada.email, role: "editor" })).body.id;
    await ada.ask("POST", at("/datasets", elsewhere), { dataset: mouse });
    const { rows } = await server.context.pool.query("select digest from dataset_versions where dataset = $1", [mouse]);
    const spec = { file: { digest: rows[0].digest, name: "m.csv", size: 20 }, format: "csv" };
    const [order] = keysBetween(null, null, 1);
    const added = { type: "add-cell", id: "cell_m", kind: "load", name: "m", spec, order, mode: "auto" };
    expect((await ada.ask("POST", at("/operations", elsewhere), { operations: [added] })).status).toBe(200);
    await cy.ask("DELETE", at(`/access/${entry}`, elsewhere));
    await cy.ask("PUT", at("/access", elsewhere), { email: ben.email, role: "viewer" });
    expect((await ben.ask("POST", at("/asks", elsewhere), { cell: "cell_m" })).status).toBe(200);
    expect((await ada.ask("GET", at("/asks", elsewhere))).status).toBe(404);
    const home = async (who: Person) =>
      (await who.ask("GET", "/api/v1/asks")).body.notebooks.filter(({ id }: { id: string }) => id === elsewhere);
    expect(await home(ada)).toMatchObject([
      { title: "Elsewhere", mayOpen: false, owners: [`Cy${people}`], results: [{ dataset: { id: mouse }, by: { id: ben.id } }] },
    ]);
    expect([await home(cy), await home(ben)]).toEqual([[], []]);
    const word = { shown: true, withLab: null };
    expect((await cy.ask("PUT", at(`/asks/${mouse}/${ben.id}`, elsewhere), word)).status).toBe(404);
    expect((await ada.ask("PUT", at(`/asks/${mouse}/${ben.id}`, elsewhere), word)).status).toBe(200);
    expect([await keptFrom(ben, elsewhere), await home(ada)]).toEqual([{ m: false }, []]);
  });
  test("waits while roles change, and is answered by those who may share the data at that moment", async () => {
    const dee = await server.signUp(`Dee${people}`);
    await addMember(server.context.db, { lab, user: dee.id, role: "admin", now: 1 });
    await letIn({ email: ben.email, role: "editor" });
    await ask("cell_m");
    await letIn({ user: ben.id, role: "viewer" });
    expect([await waiting(ada), await waiting(dee)]).toEqual([[[mouse, ben.id]], [[mouse, ben.id]]]);
    const changed = await ada.ask("PATCH", `/api/v1/labs/${lab}/members/${dee.id}`, { role: "member" });
    expect([changed.status, await waiting(dee), (await answer(true, mouse, dee)).status]).toEqual([200, [], 403]);
    expect(await keptFrom(ben)).toEqual(bothKept);
    expect([(await answer(true)).status, await keptFrom(ben)]).toEqual([200, mouseOpen]);
  });
  test("of whoever came by a link that has expired is neither told nor answered", async () => {
    const made = await link();
    await accept(made);
    await ask("cell_m");
    expect(await waiting(ada)).toEqual([[mouse, ben.id]]);
    await expire(made);
    expect([await waiting(ada), (await answer(true)).status]).toEqual([[], 404]);
    await letIn({ email: ben.email, role: "viewer" });
    expect(await keptFrom(ben)).toEqual(bothKept);
  });
  test("is over once she sees the results by another act", async () => {
    const id = await letIn({ email: ben.email, role: "viewer" });
    await ask("cell_m");
    await ada.ask("PUT", at(`/access/${id}/results`), { results: [mouse] });
    expect([await waiting(ada), (await asksFor(ben)).asked]).toEqual([[], []]);
    await ada.ask("PUT", at(`/access/${id}/results`), { results: [] });
    expect([await waiting(ada), (await asksFor(ben)).asked]).toEqual([[], []]);
  });
  test("again and again, at once or for cells that nobody has, is one ask, one line of the record and no trouble", async () => {
    await letIn({ email: ben.email, role: "viewer" });
    await keptFrom(ben);
    const flood = await Promise.all(Array.from({ length: 30 }, () => ask("cell_m")));
    expect(new Set(flood.map(({ status }) => status))).toEqual(new Set([200]));
    const odd = [
      "",
      "cell_x",
      "__proto__",
      "constructor",
      "cell_m ",
      "../cell_m",
      "\u202ecell_m",
      "\ud800",
      "cell\u0000m",
      "x".repeat(121),
      7,
      null,
      {},
    ];
    for (const cell of odd)
      expect([404, 422], JSON.stringify(cell)).toContain((await ben.ask("POST", at("/asks"), { cell })).status);
    for (const [dataset, who] of [
      ["%00", "%00"],
      ["__proto__", "__proto__"],
      [mouse, "%F0%9F%90%81"],
      ["..%2F..", ben.id],
    ])
      expect([404, 422], dataset).toContain((await ada.ask("PUT", at(`/asks/${dataset}/${who}`), { shown: true })).status);
    expect(await waiting(ada)).toEqual([[mouse, ben.id]]);
    expect(
      (await recorded()).filter(
        ({ action, detail }: { action: string; detail: { notebook: string } }) =>
          action === "results.ask" && detail.notebook === notebook,
      ),
    ).toHaveLength(1);
  });
  test("ends with the entry: who is let out is not asked for any more", async () => {
    const id = await letIn({ email: ben.email, role: "viewer" });
    await ask("cell_m");
    await ada.ask("DELETE", at(`/access/${id}`));
    expect([await waiting(ada), (await answer(true)).status]).toEqual([[], 404]);
  });
});

describe("a data set that came after those who were let in", () => {
  const unshown = async (who = ada) => (await who.ask("GET", at("/unshown-results"))).body.datasets;
  const showTo = (dataset: string, guests: readonly string[], who = ada) =>
    who.ask("POST", at(`/unshown-results/${dataset}`), { guests });

  test("is offered to whoever may show it, with the names of those who do not see it, and shown to all of them in one act", async () => {
    const two = (await ben.ask("POST", "/api/v1/labs", { name: "Two" })).body.id;
    await ada.ask("DELETE", at(`/datasets/${yeast}`));
    const cy = await server.signUp(`Cy${people}`);
    const own = await letIn({ email: cy.email, role: "viewer", results: [mouse] });
    const asLab = await letIn({ lab: two, role: "viewer", results: [mouse] });
    expect(await unshown()).toEqual([]);
    await ada.ask("POST", at("/datasets"), { dataset: yeast });
    await keptFrom(cy);
    const guests = [
      { id: own, who: "person", name: `Cy${people}`, before: true },
      { id: asLab, who: "lab", name: "Two", before: true },
    ];
    expect(await unshown()).toEqual([{ id: yeast, name: "yeast.csv", guests }]);
    expect([await unshown(cy), await unshown(ben)]).toEqual([[], []]);
    expect([(await showTo(yeast, [own], ben)).status, (await showTo(yeast, ["acs_none"])).status]).toEqual([404, 404]);
    expect([await keptFrom(cy), await keptFrom(ben)]).toEqual([mouseOpen, mouseOpen]);
    expect((await showTo(yeast, [own, asLab])).status).toBe(200);
    expect([await keptFrom(cy), await keptFrom(ben), await unshown()]).toEqual([bothOpen, bothOpen, []]);
  });
  test("tells what was kept back on purpose apart: that guest was not there before the data", async () => {
    const id = await letIn({ email: ben.email, role: "viewer", results: [mouse] });
    await keptFrom(ben);
    const guests = [{ id, who: "person", name: `Ben${people}`, before: false }];
    expect(await unshown()).toEqual([{ id: yeast, name: "yeast.csv", guests }]);
  });
  test("is not told of a link or an address to whoever does not own the notebook", async () => {
    const dee = await server.signUp(`Dee${people}`);
    await addMember(server.context.db, { lab, user: dee.id, role: "admin", now: 1 });
    await link([mouse]);
    await letIn({ email: "later@example.org", role: "viewer", results: [mouse] });
    const names = (of: { guests: { who: string }[] }[]) => of.flatMap(({ guests }) => guests.map(({ who }) => who));
    expect(names(await unshown())).toEqual(["awaited", "link"]);
    await server.context.pool.query("update members set role = 'member' where user_id = $1", [dee.id]);
    expect(await unshown(dee)).toEqual([]);
  });
});

describe("a data set in the bin (P-13)", () => {
  let rat: string;
  let rats = 0;
  beforeEach(async () => {
    // One of its own: the others are in all notebooks.
    rat = await addDataset(`rat${++rats}.csv`);
    notebook = await newNotebook(undefined, [rat, yeast]);
  });
  const bin = async () => expect((await ada.ask("DELETE", `/api/v1/datasets/${rat}`)).status).toBe(200);
  const restore = async () => expect((await ada.ask("POST", `/api/v1/datasets/${rat}/restore`)).status).toBe(200);

  test("is closed to whom it was shown, and open again when it comes out; its own lab sees it all the while", async () => {
    await letIn({ email: ben.email, role: "editor", results: [rat, yeast] });
    await bin();
    expect([await keptFrom(ben), await keptFrom(ada)]).toEqual([{ m: true, y: false }, bothOpen]);
    await restore();
    expect(await keptFrom(ben)).toEqual(bothOpen);
  });
  test("is closed to labs with a right on it, too, and what they have is taken back and not given there", async () => {
    const two = (await ben.ask("POST", "/api/v1/labs", { name: "Two" })).body.id;
    await letIn({ email: ben.email, role: "editor" });
    const grant = async (right: string | null) =>
      (await ada.ask("PUT", `/api/v1/datasets/${rat}/grants`, { lab: two, right })).status;
    expect([await grant("rows"), await keptFrom(ben)]).toEqual([200, mouseOpen]);
    await bin();
    expect([await keptFrom(ben), await grant("download")]).toEqual([bothKept, 404]);
    await restore();
    expect(await keptFrom(ben)).toEqual(mouseOpen);
    await bin();
    expect(await grant(null)).toBe(200);
    await restore();
    expect(await keptFrom(ben)).toEqual(bothKept);
  });
  test("is taken back there, and stays taken back when it comes out", async () => {
    const [first, second] = [await letIn({ email: ben.email, role: "editor", results: [rat] }), (await link([rat])).id];
    await bin();
    expect((await ada.ask("PUT", at(`/access/${first}/results`), { results: [] })).status).toBe(200);
    expect((await ada.ask("DELETE", `/api/v1/datasets/${rat}/guests/${second}`)).status).toBe(200);
    await restore();
    expect(await keptFrom(ben)).toEqual(bothKept);
    expect((await ada.ask("GET", `/api/v1/datasets/${rat}/guests`)).body.notebooks).toEqual([]);
  });
  test("is said to be there where it is listed, is kept as it is shown, and shown to nobody else", async () => {
    const id = await letIn({ email: ben.email, role: "editor", results: [rat] });
    await bin();
    const { datasets, people: known } = (await ada.ask("GET", at("/access"))).body;
    expect(datasets.map(({ dataset, inBin }: { dataset: { id: string }; inBin: boolean }) => [dataset.id, inBin])).toEqual([
      [rat, true],
      [yeast, false],
    ]);
    const told = known.find((row: { id: string }) => row.id === id);
    expect(told?.results ?? [rat]).toEqual([rat]);
    expect((await ada.ask("PUT", at(`/access/${id}/results`), { results: [rat, yeast] })).status).toBe(200);
    const other = await ada.ask("POST", at("/links"), { role: "viewer", results: [rat] });
    expect([other.status, other.body.error.message]).toEqual([409, expect.stringMatching(/rat\d+\.csv is in the bin/)]);
    await restore();
    expect(await keptFrom(ben)).toEqual(bothOpen);
  });
  test("cannot be asked for there, and that is said; an ask of before waits until it is out, and is not answered there", async () => {
    const cy = await server.signUp(`Cy${people}`);
    await letIn({ email: ben.email, role: "editor", results: [rat] });
    await letIn({ email: cy.email, role: "editor" });
    const ask = (who: Person) => who.ask("POST", at("/asks"), { cell: "cell_m" });
    expect((await ask(cy)).status).toBe(200);
    await bin();
    for (const who of [ben, cy]) {
      const { status, body } = await ask(who);
      expect([status, body.error.failure]).toEqual([409, { reason: "server.asked-in-bin", params: { labs: ["One"] } }]);
    }
    const asks = async (who: Person) => (await who.ask("GET", at("/asks"))).body;
    const closed = { asks: [], asked: [], inBin: ["cell_m"], refused: [] };
    expect([await asks(ben), await asks(cy), (await asks(ada)).asks]).toEqual([closed, closed, []]);
    const early = await ada.ask("PUT", at(`/asks/${rat}/${cy.id}`), { shown: true });
    expect([early.status, early.body.error.failure.reason]).toEqual([409, "server.dataset-in-bin"]);
    await restore();
    expect((await asks(ada)).asks.map(({ by }: { by: { id: string } }) => by.id)).toEqual([cy.id]);
    expect(await asks(ben)).toEqual({ asks: [], asked: [], inBin: [], refused: [] });
    expect((await asks(cy)).asked).toEqual(["cell_m"]);
  });
});

describe("whoever may share the data set takes back what was shown, wherever she stands (P-13)", () => {
  let cy: Person;
  let two: string;
  beforeEach(async () => {
    cy = await server.signUp(`Cy${people}`);
    two = (await cy.ask("POST", "/api/v1/labs", { name: "Two" })).body.id;
    notebook = await newNotebook({ person: cy, lab: two });
  });
  /** Cy lets Ben in, Ada shows him the mice; answers his entry. */
  const showBen = async (body: object = { email: ben.email }): Promise<string> => {
    const { id } = (await cy.ask("PUT", at("/access"), { ...body, role: "viewer" })).body;
    expect((await ada.ask("PUT", at(`/access/${id}/results`), { results: [mouse] })).status).toBe(200);
    return id;
  };
  const adaBecomes = async (role: "viewer" | null): Promise<void> => {
    const { people: known } = (await cy.ask("GET", at("/access"))).body;
    const entry = known.find(({ user }: { user: { id: string } }) => user.id === ada.id).id;
    const gone = role === null ? cy.ask("DELETE", at(`/access/${entry}`)) : cy.ask("PUT", at("/access"), { user: ada.id, role });
    expect((await gone).status).toBe(200);
  };
  const guestsOf = async (who = ada, dataset = mouse) => {
    const { status, body } = await who.ask("GET", `/api/v1/datasets/${dataset}/guests`);
    return status === 200 ? body.notebooks.filter((row: { notebook: { id: string } }) => row.notebook.id === notebook) : status;
  };
  const takeBack = async (guest: string, who = ada, dataset = mouse): Promise<number> =>
    (await who.ask("DELETE", `/api/v1/datasets/${dataset}/guests/${guest}`)).status;

  test("as a viewer of the notebook, by its entry", async () => {
    const entry = await showBen();
    await adaBecomes("viewer");
    expect(await keptFrom(ben)).toEqual(mouseOpen);
    expect((await ada.ask("PUT", at(`/access/${entry}/results`), { results: [] })).status).toBe(200);
    expect(await keptFrom(ben)).toEqual(bothKept);
  });
  test("when she is in the notebook no longer: the data set lists to whom it is shown where, and takes it back", async () => {
    const entry = await showBen();
    await keptFrom(ben);
    await adaBecomes(null);
    expect(await keptFrom(ada)).toBeNull();
    expect(await guestsOf()).toMatchObject([
      {
        notebook: { id: notebook, title: "Shared" },
        guests: [{ id: entry, who: "person", name: `Ben${people}`, role: "viewer" }],
      },
    ]);
    expect(await takeBack(entry)).toBe(200);
    expect([await keptFrom(ben), await guestsOf(), await takeBack(entry)]).toEqual([bothKept, [], 404]);
  });
  test("and takes the data set out of a notebook that she is not in, with all that was shown of it there", async () => {
    await showBen();
    await keptFrom(ben);
    await adaBecomes(null);
    const takeOut = async (who: Person, dataset = mouse) => (await who.ask("DELETE", at(`/datasets/${dataset}`))).status;
    const member = await server.signUp(`Mo${people}`);
    await addMember(server.context.db, { lab, user: member.id, role: "member", now: 1 });
    expect([await takeOut(ben), await takeOut(member), await takeOut(ada, "ds_unknown")]).toEqual([403, 404, 404]);
    expect(await keptFrom(ben)).toEqual(mouseOpen);
    expect([await takeOut(ada), await takeOut(ada)]).toEqual([200, 404]);
    expect([await keptFrom(ben), await guestsOf()]).toEqual([bothKept, []]);
    const used = (await ada.ask("GET", `/api/v1/datasets/${mouse}`)).body.notebooks;
    expect(used.filter(({ id }: { id: string }) => id === notebook)).toEqual([]);
  });
  test("for a lab and for whoever comes by a link alike, with the names of those who came", async () => {
    const three = (await ben.ask("POST", "/api/v1/labs", { name: "Three" })).body.id;
    const entry = await showBen({ lab: three });
    const { id, url } = (await cy.ask("POST", at("/links"), { role: "runner", expiresInDays: 1 })).body;
    await ada.ask("PUT", at(`/access/${id}/results`), { results: [mouse] });
    await accept({ token: String(url).split("/").at(-1) ?? "" });
    await adaBecomes(null);
    const [{ guests }] = await guestsOf();
    expect(guests).toMatchObject([
      { id: entry, who: "lab", name: "Three", came: [] },
      { id, who: "link", name: null, role: "runner", came: [`Ben${people}`] },
    ]);
    expect([await takeBack(entry), await keptFrom(ben)]).toEqual([200, mouseOpen]);
    expect([await takeBack(id), await keptFrom(ben)]).toEqual([200, bothKept]);
  });
  test("of an address that has not come yet no more is told than that, and nobody but who showed it is told the address", async () => {
    notebook = await newNotebook();
    await letIn({ email: "new@example.org", role: "viewer", results: [mouse] });
    await letIn({ email: ben.email, role: "viewer", results: [mouse] });
    const told = async (who: Person) =>
      (await guestsOf(who))[0].guests.map(({ who: is, name, email }: { [part: string]: unknown }) => [is, name, email]);
    expect(await told(ada)).toEqual([
      ["awaited", null, "new@example.org"],
      ["awaited", null, ben.email],
    ]);
    const dee = await server.signUp(`Dee${people}`);
    await addMember(server.context.db, { lab, user: dee.id, role: "admin", now: 1 });
    expect(await told(dee)).toEqual([
      ["awaited", null, null],
      ["awaited", null, null],
    ]);
  });
  test("of one data set alone, and in the records of both labs", async () => {
    const entry = await showBen();
    await ada.ask("PUT", at(`/access/${entry}/results`), { results: [mouse, yeast] });
    await adaBecomes(null);
    await takeBack(entry);
    expect(await keptFrom(ben)).toEqual({ m: true, y: false });
    const [last] = await recorded();
    expect(last).toMatchObject({
      action: "dataset.revoke",
      target: mouse,
      detail: { access: entry, notebook, right: "results" },
    });
    expect((await recorded(cy, two))[0]).toMatchObject({ action: "dataset.revoke", target: mouse });
  });
  test("nobody else is told or takes it back: not the notebook's owner, nor who sees the results, nor a plain member of the lab", async () => {
    const entry = await showBen();
    await keptFrom(ben);
    const member = await server.signUp(`Mo${people}`);
    await addMember(server.context.db, { lab, user: member.id, role: "member", now: 1 });
    expect([await guestsOf(cy), await guestsOf(ben), await guestsOf(member)]).toEqual([404, 404, 403]);
    expect([await takeBack(entry, cy), await takeBack(entry, ben), await takeBack(entry, member)]).toEqual([404, 404, 403]);
    expect([await takeBack(entry, ada, yeast), await keptFrom(ben)]).toEqual([404, mouseOpen]);
  });
  test("a viewer who may share nothing of it changes nothing by the entry", async () => {
    const entry = await showBen();
    expect((await ben.ask("PUT", at(`/access/${entry}/results`), { results: [] })).status).toBe(200);
    expect((await ben.ask("PUT", at(`/access/${entry}/results`), { results: [yeast] })).status).toBe(403);
    expect(await keptFrom(ben)).toEqual(mouseOpen);
  });
});

describe("is refused, and nobody is let in by it", () => {
  test("for a data set that the notebook does not use", async () => {
    const rat = await addDataset("rat.csv");
    const answer = await ada.ask("PUT", at("/access"), { email: ben.email, role: "editor", results: [rat] });
    expect([answer.status, await keptFrom(ben)]).toEqual([404, null]);
  });
  test("for data that are not one's own to show", async () => {
    await letIn({ email: ben.email, role: "owner" });
    await keptFrom(ben);
    const answer = await ben.ask("POST", at("/links"), { role: "editor", results: [mouse] });
    expect([answer.status, (await ada.ask("GET", at("/access"))).body.links]).toEqual([403, []]);
  });
  test("for an entry of another notebook", async () => {
    const id = await letIn({ email: ben.email, role: "editor" });
    const other = await newNotebook();
    expect((await ada.ask("PUT", at(`/access/${id}/results`, other), { results: [mouse] })).status).toBe(404);
  });
  test("for what is no list of data sets", async () => {
    for (const results of [["lab_x"], "all", [1], [null]])
      expect((await ada.ask("PUT", at("/access"), { email: ben.email, role: "editor", results })).status).toBe(422);
  });
});
