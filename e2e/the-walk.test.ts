// The walk: two people of two labs, from a fresh start to a published dashboard, on real data, against the real server,
// kernel and Postgres. The steps follow on one another and share the product.

import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newHome, newPerson, type Person, type Product, removeHome, root, startBrowser, startProduct } from "./harness.ts";
import { addCell, dropFiles, goTo, inState, namesInOutline, outline, saved, until } from "./pages.ts";

const data = (name: string): { readonly name: string; readonly bytes: Buffer } => ({
  name,
  bytes: readFileSync(path.join(root, "examples", "data", name)),
});

let product: Product;
let browser: Browser;
let ann: Person;
let ben: Person;
let home: string;
/** Address of the notebook that both work in. */
let notebook = "";

beforeAll(async () => {
  home = newHome();
  browser = await startBrowser();
  ann = await newPerson(browser);
  ben = await newPerson(browser);
  product = await startProduct({ home });
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  if (home) removeHome(home);
});

describe.sequential("The walk", { timeout: 90_000 }, () => {
  test("1 · a one-time address signs in, once, to a demonstration lab with the example notebooks, which run", async () => {
    const { page } = ann;
    await page.goto(product.signIn);
    const list = page.getByRole("list", { name: "Examples" });
    await list.waitFor();
    const files = readdirSync(path.join(root, "examples")).filter((name) => name.endsWith(".gc.md"));
    expect(await list.getByRole("listitem").count()).toBe(files.length);
    await list.getByRole("link", { name: "Influenza in the mouse cerebellum" }).click();
    const chart = await inState(page, "gene_by_sex", "Up to date");
    await chart.getByText("n = 12").waitFor();

    const again = await ben.context.request.get(product.signIn, { maxRedirects: 0 });
    expect(again.headers()["set-cookie"] ?? "").not.toContain("session");
  });

  test("1 · a second start takes less than three seconds and has lost nothing", async () => {
    const { port } = product;
    // Other work on the machine makes a start longer, never shorter: the best of three counts.
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 3 && best > 3_000; round++) {
      await product.stop();
      const began = performance.now();
      product = await startProduct({ home, port });
      best = Math.min(best, performance.now() - began);
    }
    // On a machine that does more than it has cores for, everything takes so much longer.
    expect(best).toBeLessThan(3_000 * Math.max(1, (os.loadavg()[0] ?? 0) / os.cpus().length));
    const { page } = ann;
    await page.reload();
    const chart = await inState(page, "gene_by_sex", "Up to date");
    await chart.getByText("n = 12").waitFor();
  });

  test("2 · a person of another lab is invited by a link and opens the same notebook", async () => {
    await ann.page.goto(`${product.url}/`);
    await ann.page.getByRole("button", { name: "New notebook" }).click();
    await ann.page.getByRole("textbox", { name: "Title of the notebook" }).fill("Mice and flu");
    await ann.page.keyboard.press("Enter");
    await saved(ann.page);
    notebook = ann.page.url();
    await ann.page.getByRole("button", { name: "Share" }).click();
    const dialog = ann.page.getByRole("dialog", { name: /^Share/ });
    await dialog.getByRole("button", { name: "Make a link" }).click();
    const link = await dialog.getByRole("textbox", { name: "Link" }).inputValue();
    await ann.page.keyboard.press("Escape");

    const { page } = ben;
    await page.goto(link);
    await page.getByRole("textbox", { name: "Name" }).fill("Ben Weber");
    await page.getByRole("textbox", { name: "Email" }).fill("ben@weber.example");
    await page.getByLabel("Password").fill("lichen otters 47 umbrella");
    await page.getByRole("button", { name: "Make an account" }).click();
    // He sees what was shared before he has a lab; the lab is for what he makes himself.
    await page.getByRole("button", { name: "Open as Ben Weber" }).click();
    await page.waitForURL(notebook);
    await page.getByRole("textbox", { name: "Title of the notebook" }).waitFor();
    await page.goto(`${product.url}/`);
    await page.getByRole("link", { name: /Mice and flu/ }).waitFor();
    await page.getByRole("textbox", { name: "Name of the lab" }).fill("Weber Lab");
    await page.getByRole("button", { name: "Make the lab" }).click();
    await page.getByRole("button", { name: "New notebook" }).waitFor();
    await page.goto(notebook);
    await ann.page.getByRole("group", { name: "Who is here" }).getByRole("button", { name: "Follow Ben Weber" }).waitFor();
    await page.getByRole("group", { name: "Who is here" }).waitFor();
  });

  test("2 · both type in one note at once; carets carry names; each undoes only what is hers", async () => {
    await addCell(ann.page, "Note", null);
    const mine = ann.page.getByRole("region", { name: /^Note[:,]/ }).getByRole("textbox");
    await mine.waitFor();
    await ann.page.keyboard.type("Start. ");
    await saved(ann.page);
    await ben.page
      .getByRole("region", { name: /^Note[:,]/ })
      .getByText("Start.")
      .dblclick();
    const his = ben.page.getByRole("region", { name: /^Note[:,]/ }).getByRole("textbox");
    await his.waitFor();
    await his.press("Control+End");
    await Promise.all([
      ann.page.keyboard.type("aaaaaaaaaaaaaaaaaaaa", { delay: 15 }),
      ben.page.keyboard.type("bbbbbbbbbbbbbbbbbbbb", { delay: 15 }),
    ]);
    const letters = (text: string, letter: string): number => text.split(letter).length - 1;
    const whole = (text: string): boolean => letters(text, "a") === 21 && letters(text, "b") === 20;
    const text = await until(
      () => textOf(mine),
      (seen) => whole(seen),
      "Ann should see both",
    );
    await until(
      () => textOf(his),
      (seen) => seen === text,
      "both should read the same",
    );
    await mine.getByText("Ben Weber").waitFor({ state: "attached" });
    await Promise.all([saved(ann.page), saved(ben.page)]);

    // On a busy machine letters may come half a second apart: then they are steps of their own.
    const pressUntil = async (key: string, isThere: (seen: string) => boolean, what: string): Promise<void> => {
      for (let steps = 0; steps < 20 && !isThere(await textOf(his)); steps++) await his.press(key);
      await until(() => textOf(mine), isThere, what);
    };
    await pressUntil("Control+z", (seen) => letters(seen, "b") === 0, "Ben's letters should be undone");
    expect(letters(await textOf(mine), "a")).toBe(21);
    await pressUntil("Control+y", whole, "Ben's letters should be back");
    await ann.page.keyboard.press("Escape");
    await ben.page.keyboard.press("Escape");
  });

  test("2 · both add, move and bin cells at once, and see the same", async () => {
    await Promise.all([addCell(ann.page, "Parameter", null), addCell(ben.page, "Pick a gene", null)]);
    await inBoth((names) => names.length === 3);
    await Promise.all([choose(ann.page, "parameter", "Move down"), choose(ben.page, "gene", "To the bin")]);
    await inBoth((names) => names.length === 2 && names.some((name) => name.startsWith("parameter")));
    await choose(ann.page, "parameter", "To the bin");
    await inBoth((names) => names.length === 1);
    await Promise.all([saved(ann.page), saved(ben.page)]);
  });

  test("3 · two files dropped together are sent, recognised, matched and added", async () => {
    const { page } = ann;
    await dropFiles(page, [data("GSE96870_counts_cerebellum.csv.gz"), data("GSE96870_coldata_cerebellum.csv")]);
    const card = page.getByRole("region", { name: "Files that arrived" });
    await card.getByText("22 of 22 samples match on sample").waitFor();
    await card.getByText("matrix 41 786 × 22").waitFor();
    await card.getByText("table 22 × 11").waitFor();
    await card.getByText("Belongs to Demonstration lab").waitFor();
    await card.getByRole("button", { name: "Add both" }).click();
    await inState(page, "samples", "Up to date");
    const counts = await inState(page, "counts", "Up to date");
    await counts.getByText("Xkr4").first().waitFor();
    // Another lab sees nothing of these files until their owner shows it results.
    await inState(ben.page, "counts", "No access");
    await page.getByRole("button", { name: "Share" }).click();
    const dialog = page.getByRole("dialog", { name: /^Share/ });
    for (const file of ["GSE96870_counts_cerebellum.csv.gz", "GSE96870_coldata_cerebellum.csv"]) {
      const row = dialog.getByRole("listitem").filter({ hasText: file });
      await row.getByRole("combobox", { name: "Show results to" }).selectOption({ label: "Weber Lab" });
      await row.getByRole("button", { name: "Show results" }).click();
      await row.getByRole("combobox", { name: /Weber Lab/ }).waitFor();
    }
    await dialog.getByRole("button", { name: "Close" }).click();
    await inBoth((names) => names.length === 3 && names.includes("counts41 786 × 22") && names.includes("samples22 × 11"));
  });

  test("4 · a profile, low genes filtered, log-CPM, and the groups in a PCA", async () => {
    const { page } = ann;
    await addCell(page, "Profile", "samples");
    const profile = await inState(page, "samples_profile", "Up to date");
    // A choice of the form is called so as well.
    await profile.getByText("infection").locator("visible=true").first().waitFor();
    await addCell(page, "Filter low genes", "counts");
    await inState(page, "counts_kept", "Up to date");
    await addCell(page, "Log-CPM", "counts_kept");
    await inState(page, "counts_kept_logcpm", "Up to date");
    await addCell(page, "PCA of samples", "counts_kept_logcpm");
    await inState(page, "counts_kept_logcpm_pca", "Up to date");
    await addCell(page, "Points", "counts_kept_logcpm_pca");
    const groups = await inState(page, "point_PC2", "Up to date");
    await groups.getByText("PC1, 36.4 %").waitFor();
    await groups.getByText("Female").waitFor();
  });

  test("4 · a gene picked by typing, drawn by sex as boxes; turning it redraws it for both", async () => {
    const { page } = ann;
    await addCell(page, "Pick a gene", "counts_kept_logcpm");
    await pick(page, "Xist");
    await addCell(page, "Box by group", "gene");
    const mine = await inState(page, "box_gene", "Up to date");
    await mine.getByText("Xist, log₂ CPM").waitFor();
    await mine.getByText("n = 12").waitFor();
    const his = await inState(ben.page, "box_gene", "Up to date");
    await his.getByText("Xist, log₂ CPM").waitFor();
    await pick(ben.page, "Ddx3y");
    await (await goTo(page, "box_gene")).getByText("Ddx3y, log₂ CPM").waitFor();
    await (await goTo(ben.page, "box_gene")).getByText("Ddx3y, log₂ CPM").waitFor();
  });

  test("5 · a long run goes on when the tab that asked is closed; the other one sees queue, progress and result", async () => {
    const { page } = ann;
    await addCell(page, "Train", "counts_kept_logcpm");
    await (await goTo(page, "model")).getByRole("combobox", { name: "predict" }).selectOption("sex");
    // A name that nobody chose follows what the cell predicts.
    const train = await goTo(page, model);
    await train.getByRole("button", { name: "More", exact: true }).click();
    await train.getByLabel("trees").fill("1000");
    await page.keyboard.press("Enter");
    await saved(page);
    await train.getByRole("button", { name: /^Run / }).click();
    const his = await inState(ben.page, model, "Running");
    await page.close();
    // Of data of which he sees results only he is told how far it is, and no sentence of the run.
    await his.getByRole("progressbar").waitFor();
    await inState(ben.page, model, "Up to date", 90_000);
    await his.getByText(/AUC/i).first().waitFor();
    ann = { ...ann, page: await ann.context.newPage() };
    await ann.page.goto(notebook);
    await inState(ann.page, model, "Up to date");
  });

  test("5 · a second run runs nothing; an edited filter puts the model out of date with the reason; undo brings it back", async () => {
    const { page } = ann;
    const before = await runCount();
    const train = await goTo(page, model);
    await train.hover();
    await train.getByRole("button", { name: `Run ${model}` }).click();
    await page.waitForTimeout(1_000);
    await inState(page, model, "Up to date");
    expect(await runCount()).toBe(before);

    const filter = await goTo(page, "counts_kept");
    await filter.getByRole("button", { name: "counts_kept", exact: true }).click();
    await filter.getByRole("textbox", { name: "at least" }).first().fill("25");
    await page.keyboard.press("Enter");
    const stale = await inState(ben.page, model, "Out of date");
    await stale.getByText(/counts_kept_logcpm changed/).waitFor();
    const between = await runCount();
    await filter.getByRole("button", { name: "counts_kept", exact: true }).focus();
    await page.keyboard.press("Escape");
    await page.keyboard.press("z");
    await inState(page, model, "Up to date", 5_000);
    await inState(ben.page, model, "Up to date", 5_000);
    expect(await runCount()).toBe(between);
  });

  test("6 · four cells are published; a reader sees exactly that version, and nothing else is sent", async () => {
    const { page } = ann;
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    const panel = page.getByRole("dialog", { name: "Publish" });
    for (const name of ["gene", "box_gene", "point_PC2", model])
      await panel.getByRole("checkbox", { name: new RegExp(`^${name}(\\s|$)`) }).check();
    const values = panel.getByRole("group", { name: "gene" });
    await values.getByRole("textbox", { name: "Add a value" }).fill("Xist");
    await values.getByRole("button", { name: "+ Xist", exact: true }).click();
    await panel.getByRole("radio", { name: /Anyone with the link/ }).check();
    await panel.getByRole("textbox", { name: /^Why/ }).fill("For the meeting on Thursday");
    await panel.getByRole("button", { name: "Publish version 1" }).click();
    const link = await panel.getByRole("textbox", { name: "Link" }).inputValue();
    await panel.getByRole("button", { name: "Close" }).click();

    const reader = await newPerson(browser);
    const received: Promise<string>[] = [];
    reader.page.on("response", (response) => {
      if (new URL(response.url()).pathname.startsWith("/api/")) received.push(response.text().catch(() => ""));
    });
    await reader.page.goto(link);
    await reader.page.getByRole("heading", { name: "Mice and flu" }).first().waitFor();
    await reader.page.getByText("Ddx3y, log₂ CPM").waitFor();
    await reader.page.getByRole("button", { name: "Xist" }).click();
    await reader.page.getByText("Xist, log₂ CPM").waitFor();
    await pick(page, "Rps6");
    await (await goTo(page, "box_gene")).getByText("Rps6, log₂ CPM").waitFor();
    // The value that she turned stands in the address; the address without it shows what was published.
    await reader.page.reload();
    await reader.page.getByText("Xist, log₂ CPM").waitFor();
    await reader.page.goto(link);
    await reader.page.getByText("Ddx3y, log₂ CPM").waitFor();
    const bytes = (await Promise.all(received)).join("\n");
    expect(bytes).toContain("Mice and flu");
    for (const secret of ["counts_kept", "samples_profile", "GSM2545336", "CNS_RNA-seq", "Start. ", "Ben Weber", "Rps6"])
      expect(bytes.includes(secret), `the reader received ${secret}`).toBe(false);
    expect(reader.troubles).toEqual([]);
    await reader.context.close();
  });

  test("8 · how a figure was made goes back to the uploaded file, and it is made again identically", async () => {
    const { page } = ann;
    const chart = await goTo(page, "box_gene");
    await chart.getByRole("button", { name: "box_gene", exact: true }).click();
    const inspector = page.getByRole("complementary", { name: "Inspector" });
    const file = inspector.getByRole("listitem").filter({ hasText: "GSE96870_counts_cerebellum.csv.gz" });
    await file.getByText(/7401.e866/).waitFor();
    await file.getByText(/uploaded, .*Demonstration lab/).waitFor();
    await inspector.getByRole("listitem").filter({ hasText: "counts_kept_logcpm" }).first().waitFor();
    await inspector.getByRole("button", { name: "Check that it can be made again" }).click();
    await inspector.getByText(/Made again: identical/).waitFor({ timeout: 60_000 });
  });

  test("7 · the server is killed while both type: both come back, nothing is lost or doubled, the run is finished", async () => {
    const noteOf = async ({ page }: Person): Promise<ReturnType<Page["getByRole"]>> => {
      await page.keyboard.press("Escape");
      await outline(page)
        .getByRole("button", { name: /Start\. / })
        .click();
      const note = page.getByRole("region", { name: /^Note[:,]/ });
      await note.hover();
      await note.getByRole("button", { name: "Edit" }).click();
      const field = note.getByRole("textbox");
      await field.press("Control+End");
      return field;
    };
    await choose(ann.page, model, "Run without reusing results");
    await inState(ben.page, model, "Running");
    const [mine, his] = [await noteOf(ann), await noteOf(ben)];
    const cells = await namesInOutline(ann.page);
    const typing = Promise.all([
      ann.page.keyboard.type("c".repeat(100), { delay: 60 }),
      ben.page.keyboard.type("d".repeat(100), { delay: 60 }),
    ]);
    await ann.page.waitForTimeout(1_500);
    const { port } = product;
    await product.killServer();
    product = await startProduct({ home, port });
    await typing;
    const count = (text: string, letter: string): number => text.split(letter).length - 1;
    const both = async (): Promise<readonly [string, string]> => [await textOf(mine), await textOf(his)];
    await until(
      both,
      ([a, b]) => a === b && count(a, "c") === 100 && count(a, "d") === 100,
      "both should read all that was typed",
    );
    await Promise.all([saved(ann.page), saved(ben.page)]);
    expect((await namesInOutline(ann.page)).length).toBe(cells.length);
    await ann.page.keyboard.press("Escape");
    await ben.page.keyboard.press("Escape");
    await inState(ann.page, model, "Up to date", 60_000);
  });

  test("9 · genomecraft run gives the same keys and digests as the server, without server or browser (K-3)", async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "gc-run-"));
    cpSync(path.join(root, "examples"), folder, { recursive: true });
    const done = await new Promise<string>((resolve, reject) =>
      execFile(
        process.execPath,
        [path.join(root, "bin", "genomecraft.mjs"), "run", "influenza-mouse.gc.md", "--json"],
        { cwd: folder, maxBuffer: 64 * 2 ** 20 },
        (error, stdout) => (error ? reject(error) : resolve(stdout)),
      ),
    );
    const made = JSON.parse(done) as {
      readonly cells: readonly {
        readonly name: string;
        readonly key: string;
        readonly outputs: { readonly [port: string]: { readonly digest: string } };
      }[];
    };
    const { request } = ann.page;
    const { notebooks } = (await (await request.get(`${product.url}/api/v1/notebooks?q=Influenza`)).json()) as {
      readonly notebooks: readonly { readonly id: string; readonly title: string }[];
    };
    const example = notebooks.find((found) => found.title === "Influenza in the mouse cerebellum")?.id ?? "";
    const at = `${product.url}/api/v1/notebooks/${example}`;
    const document = (await (await request.get(`${at}/document`)).json()) as {
      readonly cells: readonly { readonly id: string; readonly name: string }[];
    };
    const session = (await (await request.get(`${at}/session`)).json()) as {
      readonly cells: readonly {
        readonly cell: string;
        readonly shown: {
          readonly key: string;
          readonly outputs: { readonly [port: string]: { readonly digest: string } };
        } | null;
      }[];
    };
    let compared = 0;
    for (const { cell, shown } of session.cells) {
      const name = document.cells.find((found) => found.id === cell)?.name;
      const same = made.cells.find((found) => found.name === name);
      if (!name || !shown || !same) continue;
      expect([name, same.key]).toEqual([name, shown.key]);
      for (const [port, output] of Object.entries(shown.outputs))
        expect([name, port, same.outputs[port]?.digest]).toEqual([name, port, output.digest]);
      compared++;
    }
    expect(compared).toBeGreaterThanOrEqual(8);
    rmSync(folder, { recursive: true, force: true });
  });

  test("10 · from an empty notebook to Xist by sex as boxes: at most eight clicks and one typed word", async () => {
    const { page } = ann;
    let clicks = 0;
    const click = async (what: Locator): Promise<void> => {
      clicks++;
      await what.click();
    };
    await page.goto(`${product.url}/`);
    await page.getByRole("button", { name: "New notebook" }).click();
    await page.getByRole("textbox", { name: "Title of the notebook" }).waitFor();

    await dropFiles(page, [data("GSE96870_counts_cerebellum.csv.gz"), data("GSE96870_coldata_cerebellum.csv")]);
    const same = page.getByRole("button", { name: "Keep separate" });
    const card = page.getByRole("region", { name: "Files that arrived" });
    await same.or(card).first().waitFor();
    while ((await same.count()) > 0 && (await card.count()) === 0) await click(same.first());
    await click(card.getByRole("button", { name: "Add both" }));
    const counts = await inState(page, "counts", "Up to date");
    await counts.hover();
    await click(counts.getByRole("button", { name: "Add a cell after counts" }));
    await click(page.getByRole("dialog", { name: "Add a cell" }).getByRole("option", { name: /^Box by group/ }));
    const chart = page.getByRole("region", { name: /Chart/ });
    await click(chart.getByRole("combobox", { name: "y", exact: true }));
    await page.keyboard.type("Xist");
    await page.getByRole("option", { name: /^Xist/ }).first().waitFor();
    await page.keyboard.press("Enter");
    await chart.getByText(/^Xist/).first().waitFor();
    await chart.getByText("n = 12").waitFor();
    await chart.getByText("Female").first().waitFor();
    expect(clicks).toBeLessThanOrEqual(8);
  });

  test("nothing broke on the way", () => {
    expect([...ann.troubles, ...ben.troubles]).toEqual([]);
  });
});

const model = "sex_model";

/** How many runs the notebook has had. */
async function runCount(): Promise<number> {
  const id = new URL(notebook).pathname.split("/")[2] ?? "";
  const answer = await ann.page.request.get(`${product.url}/api/v1/runs?notebook=${id}`);
  return ((await answer.json()) as { readonly runs: readonly unknown[] }).runs.length;
}

/** Types a gene into the parameter cell and takes the first hit. */
async function pick(page: Page, gene: string): Promise<void> {
  const field = (await goTo(page, "gene")).getByRole("combobox", { name: /gene/i }).first();
  await field.fill(gene);
  await page.getByRole("option", { name: gene, exact: true }).waitFor();
  await field.press("Enter");
}

/** An entry of a cell's menu. */
async function choose(page: Page, cell: string, entry: string): Promise<void> {
  const found = await goTo(page, cell);
  await found.hover();
  await found.getByRole("button", { name: `More for ${cell}` }).click();
  await page.getByRole("menuitem", { name: entry }).click();
}

/** Waits until both outlines read the same, and as expected. */
async function inBoth(isSo: (names: readonly string[]) => boolean): Promise<readonly string[]> {
  const [names] = await until(
    async () => [await namesInOutline(ann.page), await namesInOutline(ben.page)] as const,
    ([a, b]) => a.join() === b.join() && isSo(a),
    "both outlines should be the same",
  );
  return names;
}

/** The text of an editor without the names that hang on carets, and without its white space. */
const textOf = async (editor: Locator): Promise<string> =>
  editor.evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement;
    for (const caret of copy.querySelectorAll(".cm-ySelectionCaret")) caret.remove();
    return (copy.textContent ?? "").replaceAll(/\s|\u2060/g, "");
  });
