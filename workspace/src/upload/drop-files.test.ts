// Files that are dropped on Home: those whose content the lab has are asked about before anything is sent.

import { afterEach, expect, test, vi } from "vitest";
import { newHasher } from "@genomecraft/cells/base/digest.ts";
import { filesOf, filesToSend, newVersions, questions, sendAndLook, takeWaiting } from "./drop-files.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

const text = "a,b\n1,2\n";
const digestOf = (content: string): string => {
  const hasher = newHasher();
  hasher.update(new TextEncoder().encode(content));
  return hasher.digest();
};
const lab = { id: "lab_1", name: "One" };
const here = { id: "ds_1", version: 2, digest: digestOf(text), name: "cages.csv", size: text.length };

test("what the lab has already is asked about at Home, too, and the one that is there is taken or nothing is", async () => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(new URL(url, "http://here").pathname);
    const answer = url.includes("/datasets")
      ? { datasets: [{ ...here, lab, deletedAt: null, earlier: [] }] }
      : { files: [], waiting: [], together: [] };
    return new Response(JSON.stringify(answer), { status: 200, headers: { "content-type": "application/json" } });
  });
  const drop = async (choice: "here" | "cancel") => {
    const sent = sendAndLook([new File([text], "copy.csv")], lab);
    await vi.waitFor(() => expect(questions.get()).toHaveLength(1));
    const [question] = questions.get();
    expect(question).toMatchObject({ what: "same-content", name: "copy.csv", here: { name: "cages.csv" }, newest: 2 });
    question?.answer(choice);
    return (await sent).sent;
  };
  expect(await drop("here")).toEqual([here]);
  expect(await drop("cancel")).toEqual([]);
  expect(questions.get()).toEqual([]);
  expect(asked).toEqual(["/api/v1/datasets", "/api/v1/intake", "/api/v1/datasets"]);
});

test("what was sent from one notebook does not come into another that was opened meanwhile, and waits for its own", () => {
  const made = { id: "ds_1", version: 3, digest: "d", name: "cages.csv", size: 8 };
  newVersions.set([{ notebook: "nb_1", made }]);
  expect(takeWaiting(newVersions, "nb_2")).toEqual([]);
  expect(takeWaiting(newVersions, "nb_1")).toEqual([{ notebook: "nb_1", made }]);
  expect(newVersions.get()).toEqual([]);
});

test("of files that were put together it is known how many came", async () => {
  vi.stubGlobal("document", { documentElement: { lang: "en" } });
  const folder = Array.from({ length: 51 }, (_, at) => ({ path: `run/${at}.csv`, file: new File([text], `${at}.csv`) }));
  const sent = await filesToSend([...folder, { path: "more.csv", file: new File([text], "more.csv") }]);
  expect(sent.map((file) => [file.name, filesOf(file)])).toEqual([
    ["more.csv", 1],
    ["run.zip", 51],
  ]);
});
