// How the end-to-end tests take hold of the screen: by roles and by the names that a person reads. Used by every test here.

import type { Locator, Page } from "playwright-core";

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A cell by its name; it stands in the page only while it is near what is scrolled to. */
export const cellOf = (page: Page, name: string): Locator =>
  page.getByRole("region", { name: new RegExp(`^${escaped(name)}, `) });

export const outline = (page: Page): Locator => page.getByRole("navigation", { name: "Outline, data and bin" });

/** Goes to a cell by the outline and answers it. While cells above are still drawn, what was come to may move away again. */
export async function goTo(page: Page, name: string): Promise<Locator> {
  const cell = cellOf(page, name);
  const come = async (): Promise<void> => {
    if ((await cell.count()) === 0) {
      await outline(page).getByRole("tab", { name: "Outline" }).click();
      await outline(page)
        .getByRole("button", { name: new RegExp(`(^|\\s)${escaped(name)}(\\s|,|$)`) })
        .first()
        .click();
    }
    await cell.waitFor({ timeout: 5_000 });
    await cell.scrollIntoViewIfNeeded({ timeout: 5_000 });
  };
  for (let again = 4; ; again--) {
    try {
      await come();
      return cell;
    } catch (error) {
      if (again === 0) throw error;
    }
  }
}

/** Waits until a condition about the page holds; the message says what was last seen. */
export async function until<T>(look: () => Promise<T>, isSo: (seen: T) => boolean, what: string, ms = 30_000): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const seen = await look().catch((error: unknown) => error as T);
    if (!(seen instanceof Error) && isSo(seen)) return seen;
    if (Date.now() > end) throw new Error(`${what} — last seen: ${seen instanceof Error ? seen.message : JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until a cell is in the state that its title says ("Up to date"). */
export async function inState(page: Page, name: string, state: string | RegExp, ms = 60_000): Promise<Locator> {
  const cell = await goTo(page, name);
  const wanted = typeof state === "string" ? new RegExp(`, ${escaped(state)}$`) : state;
  await until(
    async () => (await cell.getAttribute("aria-label")) ?? "",
    (label) => wanted.test(label),
    `${name} should be ${String(state)}`,
    ms,
  );
  return cell;
}

/** Adds a cell after another (null: at the top) by the menu. */
export async function addCell(page: Page, task: string, after: string | null): Promise<void> {
  if (after === null) await page.getByRole("button", { name: "Add a cell at the top" }).click();
  else {
    const cell = await goTo(page, after);
    await cell.hover();
    await cell.getByRole("button", { name: `Add a cell after ${after}` }).click();
  }
  const menu = page.getByRole("dialog", { name: "Add a cell" });
  await menu.getByRole("combobox").fill(task);
  await menu
    .getByRole("option", { name: new RegExp(`^${escaped(task)}`) })
    .first()
    .click();
  await menu.waitFor({ state: "detached" });
}

interface DroppedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Files held above the page; calling drops them. */
export async function dropOf(page: Page, files: readonly DroppedFile[]): Promise<() => Promise<void>> {
  const transfer = await page.evaluateHandle(
    (given) => {
      const made = new DataTransfer();
      for (const { name, base64 } of given) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        made.items.add(new File([bytes], name));
      }
      return made;
    },
    files.map(({ name, bytes }) => ({ name, base64: bytes.toString("base64") })),
  );
  return async () => {
    for (const type of ["dragenter", "dragover", "drop"]) await page.dispatchEvent("body", type, { dataTransfer: transfer });
  };
}

/** Drops files on the page, as from the desktop. */
export const dropFiles = async (page: Page, files: readonly DroppedFile[]): Promise<void> => (await dropOf(page, files))();

export async function saved(page: Page, ms = 15_000): Promise<void> {
  await until(
    async () => (await page.getByTestId("saved").innerText()).trim(),
    (text) => text === "Saved",
    "the app bar should say Saved",
    ms,
  );
}

/** Names of the cells in order, as the outline lists them. */
export const namesInOutline = async (page: Page): Promise<readonly string[]> =>
  outline(page)
    .getByRole("listitem")
    .evaluateAll((items) => items.map((item) => (item.textContent ?? "").replaceAll(/\s/g, " ")));
