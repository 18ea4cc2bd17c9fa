// Every screen of the product with the demonstration, and how to come to it: for the tests of accessibility and for the
// pictures in docs/screens (scripts/screens.mjs).

import type { Page } from "playwright-core";
import type { Product } from "./harness.ts";
import { goTo, inState } from "./pages.ts";

export interface ScreenToSee {
  readonly name: string;
  /** Signed out, and so before all others. */
  readonly signedOut?: boolean;
  /** Comes to the screen and waits until all of it is drawn. */
  open(page: Page): Promise<void>;
}

const title = "Influenza in the mouse cerebellum";

/** Signs in, lets the first example run and publishes its dashboard. Answers the screens; `signedOut` ones come without. */
export async function prepareScreens(product: Product, page: Page): Promise<readonly ScreenToSee[]> {
  await page.goto(product.signIn);
  await page.getByRole("link", { name: title }).click();
  await inState(page, "gene_by_sex", "Up to date");
  await inState(page, "gene_by_time", "Up to date");
  await inState(page, "groups", "Up to date");
  const id = new URL(page.url()).pathname.split("/")[2] ?? "";
  await (await goTo(page, "day")).getByRole("button", { name: "Run day" }).click();
  await inState(page, "day", "Up to date");

  const api = `${product.url}/api/v1/notebooks/${id}`;
  const document = (await (await page.request.get(`${api}/document`)).json()) as {
    readonly layout: { readonly tiles: readonly { readonly cell: string }[] };
    readonly cells: readonly { readonly id: string; readonly name: string }[];
  };
  const gene = document.cells.find((cell) => cell.name === "gene")?.id ?? "";
  const chart = document.cells.find((cell) => cell.name === "gene_by_sex")?.id ?? "";
  const published = await page.request.post(`${api}/publications`, {
    headers: { origin: product.url },
    data: {
      title,
      cells: document.layout.tiles.map((tile) => tile.cell),
      layout: document.layout.tiles,
      audience: "labs",
      days: null,
      reason: "For the meeting on Thursday",
      parameters: { [gene]: ["Xist", "Ddx3y"] },
      labels: false,
      agree: [],
    },
  });
  if (!published.ok()) throw new Error(`The dashboard was not published: ${await published.text()}`);
  const { url } = (await published.json()) as { readonly url: string };

  const at = (path: string): string => new URL(path, product.url).href;
  const plain = (name: string, path: string, ready: (page: Page) => Promise<unknown>): ScreenToSee => ({
    name,
    open: async (there) => {
      await there.goto(at(path));
      await ready(there);
    },
  });
  const notebook = async (there: Page): Promise<void> => {
    await there.goto(at(`/n/${id}`));
    await there.getByRole("region", { name: /^samples, / }).waitFor();
  };
  const drawn = (there: Page): Promise<unknown> => there.getByText("n = 12").first().waitFor();
  return [
    {
      name: "sign-in",
      signedOut: true,
      open: async (there) => {
        await there.goto(at("/sign-in"));
        await there.getByRole("button", { name: "Sign in", exact: true }).waitFor();
      },
    },
    plain("home", "/", (there) => there.getByRole("link", { name: title }).waitFor()),
    {
      name: "notebook",
      open: async (there) => {
        await there.goto("about:blank");
        await there.goto(at(`/n/${id}#${chart}`));
        await there
          .getByRole("region", { name: /^gene_by_sex, / })
          .getByText("n = 12")
          .waitFor();
      },
    },
    {
      name: "notebook-settings",
      open: async (there) => {
        await there.goto("about:blank");
        await there.goto(at(`/n/${id}#${chart}`));
        const cell = there.getByRole("region", { name: /^gene_by_sex, / });
        await cell.getByText("n = 12").waitFor();
        // A sheet over the screen on a telephone; elsewhere the form opens with the focus.
        if ((there.viewportSize()?.width ?? 0) < 720) {
          await cell.getByRole("button", { name: "Edit gene_by_sex" }).click();
          await there.getByRole("dialog", { name: "gene_by_sex" }).getByRole("combobox").first().waitFor();
        } else await cell.getByRole("combobox").first().waitFor();
      },
    },
    {
      name: "share",
      open: async (there) => {
        await notebook(there);
        if ((there.viewportSize()?.width ?? 0) < 720) {
          await there.getByRole("button", { name: `More for ${title}` }).click();
          await there.getByRole("menuitem", { name: "Share" }).click();
        } else await there.getByRole("button", { name: "Share", exact: true }).click();
        await there.getByRole("dialog").getByText("GSE96870_counts_cerebellum.csv.gz").first().waitFor();
      },
    },
    {
      name: "dashboard-editor",
      open: async (there) => {
        await notebook(there);
        if ((there.viewportSize()?.width ?? 0) < 720) {
          await there.getByRole("button", { name: `More for ${title}` }).click();
          await there.getByRole("menuitem", { name: "Publish" }).click();
        } else await there.getByRole("button", { name: "Publish", exact: true }).click();
        const panel = there.getByRole("dialog", { name: "Publish" });
        await panel.getByRole("button", { name: "Arrange" }).click();
        await panel.getByRole("button", { name: "Done" }).waitFor();
        await panel.getByText("GSE96870_counts_cerebellum.csv.gz").waitFor();
      },
    },
    plain("reader", new URL(url, product.url).pathname, async (there) => {
      await there.getByRole("heading", { name: title }).first().waitFor();
      await drawn(there);
    }),
    {
      name: "how-made",
      open: async (there) => {
        await there.goto(new URL(new URL(url, product.url).pathname, product.url).href);
        await drawn(there);
        await there.getByRole("button", { name: "More for Xist by sex" }).click();
        await there.getByRole("menuitem", { name: "How it was made" }).click();
        await there.getByRole("dialog").getByRole("listitem").first().waitFor();
      },
    },
    plain("no-such-dashboard", "/d/nothing-is-here", (there) => there.getByRole("heading").waitFor()),
    ...(["invite", "link"] as const).map((page) =>
      plain(`no-such-${page}`, `/${page}/nothing-is-here`, async (there) => {
        await there.getByRole("heading", { name: /cannot be opened$/ }).waitFor();
        await there.getByRole("main").getByRole("link", { name: "Home" }).waitFor();
      }),
    ),
    {
      name: "file-found",
      open: async (there) => {
        await there.goto(at("/"));
        await there.getByRole("searchbox").first().fill("wdbc");
        await there.getByRole("link", { name: /wdbc\.csv/ }).click();
        await there.getByRole("heading", { name: "Versions" }).waitFor();
      },
    },
    plain("data-sets", "/files", (there) => there.getByText("wdbc.csv").first().waitFor()),
    plain("lab", "/lab", (there) => there.getByRole("list", { name: "People" }).waitFor()),
    plain("lab-compute", "/lab/compute", (there) => there.getByRole("button", { name: "Make a token" }).waitFor()),
    plain("lab-record", "/lab/audit", (there) => there.getByRole("region", { name: "Record" }).getByRole("row").nth(2).waitFor()),
    plain("account", "/account", (there) => there.getByText("storage used").waitFor()),
    plain("account-keys", "/account/keys", (there) => there.getByRole("button", { name: "Make a key" }).waitFor()),
    plain("runs", "/runs", (there) => there.getByRole("link", { name: "day" }).first().waitFor()),
  ];
}

/** Widths and grounds in which every screen is looked at. */
export const views = [
  { width: 1440, height: 900, dark: false },
  { width: 1440, height: 900, dark: true },
  { width: 390, height: 844, dark: false },
  { width: 390, height: 844, dark: true },
] as const;

export const viewName = (view: (typeof views)[number]): string => `${view.width}-${view.dark ? "dark" : "light"}`;
