// Every screen, light and dark, wide and on a telephone: nothing that hinders people who use other senses or other hands,
// no error, no violation of the content policy, nothing asked of another host.

import { readFileSync } from "node:fs";
import path from "node:path";
import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { prepareScreens, type ScreenToSee, viewName, views } from "./all-screens.ts";
import { newHome, newPerson, type Person, type Product, removeHome, root, startBrowser, startProduct } from "./harness.ts";

interface AxeFinding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

const axe = readFileSync(path.join(root, "node_modules", "axe-core", "axe.min.js"), "utf8");
let product: Product;
let browser: Browser;
let person: Person;
let stranger: Person;
let screens: readonly ScreenToSee[] = [];
const elsewhere: string[] = [];

beforeAll(async () => {
  const home = newHome();
  product = await startProduct({ home });
  browser = await startBrowser();
  person = await newPerson(browser);
  stranger = await newPerson(browser);
  for (const { page } of [person, stranger])
    page.on("request", (request) => {
      const { protocol, host } = new URL(request.url());
      if (/^(https?|wss?):$/.test(protocol) && host !== `127.0.0.1:${product.port}`) elsewhere.push(request.url());
    });
  screens = await prepareScreens(product, person.page);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  if (product) removeHome(product.home);
});

describe.each(views)("$width pixels, dark: $dark", (view) => {
  test(`nothing serious on any screen (${viewName(view)})`, async () => {
    const wrong: string[] = [];
    for (const screen of screens) {
      const { page } = screen.signedOut ? stranger : person;
      await page.setViewportSize({ width: view.width, height: view.height });
      await page.emulateMedia({ colorScheme: view.dark ? "dark" : "light", reducedMotion: "reduce" });
      try {
        await screen.open(page);
      } catch (error) {
        wrong.push(`${screen.name}: ${String(error).split("\n").slice(0, 4).join(" ")}`);
        continue;
      }
      const findings = await look(page);
      for (const { id, impact, nodes } of findings) {
        if (impact !== "serious" && impact !== "critical") continue;
        for (const node of nodes.slice(0, 3))
          wrong.push(
            `${screen.name}: ${id} at ${node.target.join(" ")}: ${(node.failureSummary ?? "").replaceAll("\n", " ").slice(0, 200)}`,
          );
      }
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (overflow > 1) wrong.push(`${screen.name}: ${overflow} pixels wider than the window`);
    }
    expect(wrong).toEqual([]);
  });
});

test("on a telephone the settings of a cell are a sheet over the whole screen; Done leads back", async () => {
  const { page } = person;
  await page.setViewportSize({ width: 390, height: 844 });
  await screens.find((screen) => screen.name === "notebook-settings")?.open(page);
  const sheet = page.getByRole("dialog", { name: "gene_by_sex" });
  expect(await sheet.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  const done = sheet.getByRole("button", { name: "Done" });
  expect((await done.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await done.click();
  await sheet.waitFor({ state: "detached" });
  await page.getByRole("region", { name: /^gene_by_sex, / }).waitFor();
});

test("a page that holds little has no bar to scroll by", async () => {
  for (const name of ["sign-in", "lab"]) {
    const screen = screens.find((found) => found.name === name) as ScreenToSee;
    const { page } = screen.signedOut ? stranger : person;
    await page.setViewportSize({ width: 1440, height: 900 });
    await screen.open(page);
    expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight), name).toBe(0);
  }
});

describe("an address of a cell", () => {
  /** Opens the notebook at the address of its last but one cell, in a page that was elsewhere; `before` is done there. */
  const come = async (before: () => Promise<unknown> = async () => {}): Promise<Locator> => {
    const { page } = person;
    await page.setViewportSize({ width: 1440, height: 900 });
    await screens.find((screen) => screen.name === "notebook")?.open(page);
    const { pathname } = new URL(page.url());
    const content = (await (
      await page.request.get(`${product.url}/api/v1/notebooks/${pathname.split("/")[2]}/document`)
    ).json()) as {
      readonly cells: readonly { readonly id: string; readonly name: string }[];
    };
    const day = content.cells.find((cell) => cell.name === "day")?.id;
    await page.goto("about:blank");
    await before();
    await page.goto(`${product.url}${pathname}#${day}`);
    const cell = page.getByRole("region", { name: /^day, / });
    await cell.waitFor();
    return cell;
  };
  /** Where the cell comes to rest: nothing is drawn any more that could push it away. */
  const restOf = async (cell: Locator): Promise<number> => {
    let top = -1;
    let restsSince = performance.now();
    const until = restsSince + 20_000;
    while (performance.now() - restsSince < 1_500 && performance.now() < until) {
      await person.page.waitForTimeout(100);
      const now = (await cell.boundingBox())?.y ?? -1;
      if (now !== top) restsSince = performance.now();
      top = now;
    }
    return top;
  };
  /** Near the head of the page, or as near as the end of the notebook lets it be. */
  const expectNear = async (top: number): Promise<void> => {
    expect(top).toBeGreaterThanOrEqual(48);
    const below = await person.page
      .getByRole("main")
      .evaluate((column) => column.scrollHeight - column.clientHeight - column.scrollTop);
    if (below > 1) expect(top).toBeLessThan(200);
    else expect(top).toBeLessThan(800);
  };

  test("leads there, and stays there while the rest is drawn", async () => {
    const cell = await come();
    await cell.getByText("Accuracy").first().waitFor();
    await expectNear(await restOf(cell));
  });

  test("stays there when what stands above is drawn many seconds later, until one scrolls", async () => {
    const { page } = person;
    let release = (): void => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const outputs = /\/assets\/Output/;
    const late = (): Promise<unknown> =>
      page.route(outputs, async (route) => {
        await released;
        await route.continue();
      });
    const cell = await come(late);
    await expectNear(await restOf(cell));
    await page.waitForTimeout(5_000);
    release();
    await cell.getByText("Accuracy").first().waitFor();
    const top = await restOf(cell);
    await expectNear(top);
    await page.unroute(outputs);
    // By no key and no wheel, as a search within the page does it. What is drawn again then pulls nobody back.
    await page.getByRole("main").evaluate((column) => column.scrollBy({ top: -300 }));
    await page.waitForTimeout(300);
    await page.setViewportSize({ width: 1440, height: 800 });
    expect(Math.round(await restOf(cell))).toBe(Math.round(top) + 300);
  });
});

test("a chart without a title is saved under the name of its cell; its large view is named for those who do not see it", async () => {
  const { page } = person;
  await page.setViewportSize({ width: 1440, height: 900 });
  await screens.find((screen) => screen.name === "notebook")?.open(page);
  const cell = page.getByRole("region", { name: /^gene_by_sex, / });
  const saved = page.waitForEvent("download");
  await cell.getByRole("button", { name: "PNG" }).click();
  expect((await saved).suggestedFilename()).toBe("gene_by_sex.png");
  await cell.getByRole("button", { name: "Enlarge" }).click();
  const large = page.getByRole("dialog", { name: /Xist.*sex.*median/ });
  await large.getByRole("button", { name: "Close" }).click();
  await large.waitFor({ state: "detached" });
});

test("a person is taken out of a lab only after it was said what she loses", async () => {
  const { page } = person;
  await screens.find((screen) => screen.name === "lab")?.open(page);
  await page.getByRole("button", { name: "Make an invitation" }).click();
  const link = await page.getByRole("textbox", { name: "Link" }).inputValue();
  await stranger.page.goto(link);
  await stranger.page.getByRole("textbox", { name: "Name" }).fill("Lena Weber");
  await stranger.page.getByRole("textbox", { name: "Email" }).fill("lena@weber.example");
  await stranger.page.getByLabel("Password").fill("lichen otters 47 umbrella");
  await stranger.page.getByRole("button", { name: "Make an account" }).click();
  await stranger.page.getByRole("button", { name: "Join as Lena Weber" }).click();
  await stranger.page.getByRole("link", { name: "Influenza in the mouse cerebellum" }).waitFor();

  await page.reload();
  const lena = page.getByRole("list", { name: "People" }).getByRole("listitem").filter({ hasText: "Lena Weber" });
  await lena.getByRole("button", { name: "Remove Lena Weber" }).click();
  await lena.getByText("Lena Weber will no longer see the lab's notebooks").waitFor();
  // The safe answer has the focus, and gives it back to where it came from.
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("Remove Lena Weber");
  await page.keyboard.press("Enter");
  await lena.getByRole("button", { name: "Remove", exact: true }).click();
  await lena.waitFor({ state: "detached" });
});

test("who withdraws a dashboard may say why; readers see it", async () => {
  const { page } = person;
  await screens.find((screen) => screen.name === "dashboard-editor")?.open(page);
  const panel = page.getByRole("dialog", { name: "Publish" });
  await panel.getByRole("button", { name: "Withdraw version 1" }).click();
  await panel.getByRole("textbox", { name: /^Why \(optional/ }).fill("Two samples were swapped");
  await panel.getByRole("button", { name: "Withdraw", exact: true }).click();
  await panel.getByText("· withdrawn").waitFor();
  const address = (await panel.getByRole("link", { name: "version 1" }).getAttribute("href")) ?? "";
  await page.goto(new URL(address, product.url).href);
  await page.getByText("Owner withdrew this dashboard").waitFor();
  await page.getByText("Two samples were swapped", { exact: true }).waitFor();
  await page.goto(new URL("/dashboards", product.url).href);
  await page.getByText(/Owner withdrew this dashboard .*: Two samples were swapped/u).waitFor();
});

test("no screen reported an error, and nothing was asked of another host", () => {
  expect([...person.troubles, ...stranger.troubles]).toEqual([]);
  expect(elsewhere).toEqual([]);
});

/** What axe finds. It is put in by the debugger, which the content policy does not hold for. */
async function look(page: Person["page"]): Promise<readonly AxeFinding[]> {
  await page.evaluate(`if (!window.axe) { ${axe} }`);
  return page.evaluate(async () => {
    const { axe: found } = globalThis as unknown as {
      readonly axe: { run(options: object): Promise<{ readonly violations: readonly AxeFinding[] }> };
    };
    const { violations } = await found.run({ resultTypes: ["violations"] });
    return JSON.parse(JSON.stringify(violations)) as readonly AxeFinding[];
  });
}
