// What hands do on a notebook: a table pasted on the page, a filter set in the head of a column, groups of conditions, a
// slider that shows what follows while it is dragged and writes when it is let go.

import { afterAll, beforeAll, expect, test } from "vitest";
import { newHome, newPerson, type Person, type Product, removeHome, startBrowser, startProduct } from "./harness.ts";
import { cellOf, goTo, inState, outline, until } from "./pages.ts";
import type { Browser, Page } from "playwright-core";

let product: Product;
let browser: Browser;
let person: Person;
let page: Page;
let notebook = "";

/** Asks the server as the page would. */
const call = <T>(method: string, path: string, body?: unknown): Promise<T> =>
  page.evaluate(
    async ([how, where, what]) => {
      const answer = await fetch(`/api/v1${where}`, {
        method: how as string,
        headers: { "content-type": "application/json" },
        ...(what === null ? {} : { body: what as string }),
      });
      return (await answer.json()) as T;
    },
    [method, path, body === undefined ? null : JSON.stringify(body)],
  );

const text = `---
format: 1
title: Hands
---

\`\`\`parameter cut
control: { type: slider, min: 0, max: 10, step: 1 }
value: 2
label: Cut
\`\`\`
`;
const table = [
  "gene\tgroup\tlogFC",
  ...Array.from({ length: 40 }, (_, at) => `g${at}\t${["control", "treated"][at % 2]}\t${at % 10}`),
].join("\n");

interface ReadCell {
  readonly name: string;
  readonly kind: string;
  readonly spec: { readonly value?: unknown; readonly steps?: readonly { readonly where: unknown }[] };
}
const cell = async (name: string): Promise<ReadCell> => {
  const read = await call<{ cells?: readonly ReadCell[]; notebook?: { cells: readonly ReadCell[] } }>(
    "GET",
    `/notebooks/${notebook}/document`,
  );
  return (read.cells ?? read.notebook?.cells ?? []).find((each) => each.name === name) as ReadCell;
};
/** What the outline says beside a name. */
const said = (name: string): Promise<string> =>
  outline(page)
    .getByRole("button", { name: new RegExp(`(^|\\s)${name}(\\s|$)`) })
    .first()
    .innerText();

beforeAll(async () => {
  product = await startProduct({ home: newHome(), args: ["--empty"] });
  browser = await startBrowser();
  person = await newPerson(browser);
  ({ page } = person);
  page.setDefaultTimeout(60_000);
  await page.goto(product.signIn);
  await page.getByRole("main").waitFor();
  const { labs } = await call<{ readonly labs: readonly { readonly id: string }[] }>("GET", "/me");
  notebook = (await call<{ readonly id: string }>("POST", "/notebooks", { lab: labs[0]?.id, title: "Hands", text })).id;
  await page.goto(`${product.url}/n/${notebook}`);
  await cellOf(page, "cut").waitFor();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  if (product) removeHome(product.home);
});

test("a table pasted on the page becomes a file that a person names", async () => {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData("text/plain", pasted);
    dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, cancelable: true }));
  }, table);
  await page.getByLabel("Name of the file").fill("effects");
  await page.keyboard.press("Enter");
  // The card takes the focus that the form had.
  await until(
    () => page.evaluate(() => document.activeElement?.textContent),
    (seen) => seen === "Add it",
    "the card should be ready for Enter",
  );
  await page.keyboard.press("Enter");
  await inState(page, "effects", "Up to date");
  expect((await said("effects")).replace(/\s+/g, " ")).toContain("40 × 3");
});

test("without a mouse: a cell is added, binned and brought back, and the focus is never lost", async () => {
  const at = (): Promise<string> =>
    page.evaluate(() => {
      const element = document.activeElement;
      return element === document.body ? "nowhere" : (element?.getAttribute("aria-label") ?? element?.className ?? "");
    });
  const stands = (wanted: RegExp): Promise<string> => until(at, (seen) => wanted.test(seen), `the focus should be at ${wanted}`);
  await page.keyboard.press("Escape");
  await stands(/^effects, /);
  await page.keyboard.press("b");
  await page.getByRole("dialog", { name: "Add a cell" }).waitFor();
  await page.keyboard.type("note");
  await page.keyboard.press("Enter");
  await stands(/^Text of the note$/);
  await page.keyboard.type("By hand");
  await page.keyboard.press("Escape");
  await stands(/^Note: By hand/);
  await page.keyboard.press("d");
  await page.keyboard.press("d");
  await stands(/^effects, /);
  await page.keyboard.press("z");
  await stands(/^Note: By hand/);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox", { name: "Find an act, a cell or a page" }).waitFor();
  await page.keyboard.type("publish");
  await page.keyboard.press("Enter");
  await stands(/publish-panel/);
  await page.keyboard.press("Escape");
  await stands(/^Note: By hand/);
  await page.keyboard.press("d");
  await page.keyboard.press("d");
  await stands(/^effects, /);
});

test("a filter set in the head of a column becomes a cell with one click", async () => {
  const effects = await goTo(page, "effects");
  const head = effects.getByRole("columnheader", { name: /group/ });
  await head.hover();
  await head.getByRole("button", { name: "Filter by group" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /treated/ })
    .click();
  await inState(page, "effects_kept", "Up to date");
  expect((await cell("effects_kept")).spec.steps?.[0]?.where).toEqual({ all: [{ column: "group", is: "=", value: "treated" }] });
  expect((await said("effects_kept")).replace(/\s+/g, " ")).toContain("20 × 3");
});

test("conditions in a group are added by the form", async () => {
  const kept = await goTo(page, "effects_kept");
  await outline(page)
    .getByRole("button", { name: /effects_kept/ })
    .click();
  await kept.getByRole("button", { name: "+ group of conditions" }).click();
  const group = kept.getByRole("group", { name: "Group of conditions" });
  await group.getByLabel("column").selectOption("logFC");
  await group.getByLabel("is", { exact: true }).selectOption(">=");
  // The knob above: what is kept follows it.
  await group.getByLabel("or the value of", { exact: true }).selectOption({ label: "cut" });
  await until(
    async () => (await cell("effects_kept")).spec.steps?.[0]?.where,
    (where) => JSON.stringify(where).includes('"any":[{"column":"logFC","is":">=","value":{"ref"'),
    "the group should be written",
  );
  await until(
    () => said("effects_kept"),
    (words) => words.replace(/\s+/g, " ").includes("16 × 3"),
    "2 to 9 should be kept",
  );
});

test("a slider shows what follows while it is dragged, and writes when it is let go", async () => {
  const cut = await goTo(page, "cut");
  const thumb = await cut.locator(".MuiSlider-thumb").boundingBox();
  if (!thumb) throw new Error("there is no slider");
  const [x, y] = [thumb.x + thumb.width / 2, thumb.y + thumb.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  // 200 pixels are ten steps.
  for (let at = 1; at <= 5; at++) await page.mouse.move(x + at * 20, y);
  await until(
    () => said("effects_kept"),
    (words) => words.replace(/\s+/g, " ").includes("8 × 3"),
    "7 to 9 should be previewed",
  );
  expect((await cell("cut")).spec.value, "nothing is written yet").toBe(2);
  await page.mouse.up();
  await until(
    async () => (await cell("cut")).spec.value,
    (value) => value === 7,
    "7 should be written",
  );
  await until(
    () => said("effects_kept"),
    (words) => words.replace(/\s+/g, " ").includes("8 × 3"),
    "and stay",
  );
  expect(person.troubles).toEqual([]);
});

test("a dialog that was never opened comes when the connection is back, and what is open stays meanwhile", async () => {
  await page.goto(`${product.url}/n/${notebook}`);
  const cut = await goTo(page, "cut");
  await page.context().setOffline(true);
  const share = page.getByRole("button", { name: "Share", exact: true });
  await share.click();
  // As long as a browser takes to see that nothing comes, and longer.
  await page.waitForTimeout(1_500);
  expect(await cut.isVisible()).toBe(true);
  expect(await page.getByRole("dialog").count()).toBe(0);
  expect(await page.getByText("This part of the screen broke", { exact: false }).count()).toBe(0);
  await page.context().setOffline(false);
  await page.getByRole("dialog", { name: "Share Hands" }).waitFor();
});

test("a refusal goes away without the page: what was typed stays (a scroll answers a promise in new browsers)", async () => {
  await page.addInitScript(() => {
    const scroll = Element.prototype.scrollIntoView;
    Element.prototype.scrollIntoView = function (options) {
      scroll.call(this, options);
      return Promise.resolve() as never;
    };
  });
  await page.goto(`${product.url}/account/profile`);
  const [first, again] = [page.getByLabel("New password"), page.getByLabel("The new one once more")];
  await page.getByLabel("Email to sign in with").fill("mara@example.org");
  await first.fill("several words apart");
  await again.fill("several other words");
  await page.getByRole("button", { name: "Set the password" }).click();
  await page.getByRole("alert").waitFor();
  await again.fill("several words apart");
  await page.getByRole("button", { name: "Set the password" }).click();
  await page.getByText("The password is changed.", { exact: false }).waitFor();
  expect(person.troubles).toEqual([]);
});
