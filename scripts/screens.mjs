// npm run screens: starts the product with the demonstration and writes docs/screens/<screen>-<width>-<light|dark>.png.

import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { tsImport } from "tsx/esm/api";
import { root } from "./prepare.mjs";
import { say } from "./say.mjs";

const from = (name) => tsImport(path.join(root, "e2e", name), import.meta.url);
const { newHome, newPerson, removeHome, startBrowser, startProduct } = await from("harness.ts");
const { prepareScreens, viewName, views } = await from("all-screens.ts");

const folder = path.join(root, "docs", "screens");
mkdirSync(folder, { recursive: true });
const home = newHome();
const product = await startProduct({ home });
const browser = await startBrowser();
try {
  const person = await newPerson(browser);
  const stranger = await newPerson(browser);
  const screens = await prepareScreens(product, person.page);
  for (const view of views) {
    for (const screen of screens) {
      const { page } = screen.signedOut ? stranger : person;
      await page.setViewportSize({ width: view.width, height: view.height });
      await page.emulateMedia({ colorScheme: view.dark ? "dark" : "light", reducedMotion: "reduce" });
      await screen.open(page);
      // Fonts, figures and rows that come last.
      await page.waitForTimeout(700);
      const file = path.join(folder, `${screen.name}-${viewName(view)}.png`);
      await page.screenshot({ path: file });
      say(`${path.relative(root, file)} ${Math.round(statSync(file).size / 1024)} KB`);
    }
  }
} finally {
  await browser.close();
  await product.stop();
  removeHome(home);
}
