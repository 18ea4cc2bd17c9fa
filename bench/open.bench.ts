// A notebook of 1,000 cells opened in a browser until a cell can be edited, and what the server holds per open document.

import { WebsocketProvider } from "y-websocket";
import WebSocket from "ws";
import * as Y from "yjs";
import { startBrowser } from "../e2e/harness.ts";
import { median, quantile, type Measurement } from "./measurement.ts";
import { openServer, residentOf, type ServerClient } from "./product-client.ts";

const cells = 1_000;
const opened = 12;
const documents = 30;

/** Parameters, notes and queries in turn. */
function notebook(title: string): string {
  const blocks = Array.from({ length: cells }, (_, at) => {
    if (at % 3 === 0) return `\`\`\`parameter p${at}\ncontrol: { type: number }\nvalue: ${at}\nlabel: Threshold ${at}\n\`\`\``;
    if (at % 3 === 1) return `<!-- note n${at} -->\n\n## Step ${at}\n\nWhat is kept here, and why: see the methods.`;
    return `\`\`\`query q${at}\nselect ${at} as number where ${at} > $p${at - 2}\n\`\`\``;
  });
  return `---\nformat: 1\ntitle: ${title}\n---\n\n${blocks.join("\n\n")}\n`;
}

export async function bench(): Promise<Measurement[]> {
  const client = await openServer();
  try {
    const newNotebook = async (title: string): Promise<string> =>
      (await client.call<{ id: string }>("POST", "/notebooks", { lab: client.lab, title, text: notebook(title) })).id;
    return [await openInBrowser(client, await newNotebook("Large")), ...(await memoryPerDocument(client, newNotebook))];
  } finally {
    await client.close();
  }
}

async function openInBrowser(client: ServerClient, id: string): Promise<Measurement> {
  const browser = await startBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-GB" });
    const [name = "", ...value] = client.cookie.split("=");
    await context.addCookies([{ name, value: value.join("="), url: client.product.url }]);
    const times: number[] = [];
    for (let round = 0; round < opened; round += 1) {
      const page = await context.newPage();
      const started = performance.now();
      await page.goto(`${client.product.url}/n/${id}`, { waitUntil: "commit" });
      const field = page.locator('[data-cell="cell_p0"] input').first();
      await field.waitFor({ state: "visible" });
      await field.fill(String(round), { timeout: 10_000 });
      // The first opening fills the browser's cache.
      if (round >= 2) times.push(performance.now() - started);
      await page.close();
    }
    return {
      name: "a notebook of 1,000 cells opened in Chromium, until a value in it was changed",
      unit: "s",
      median: median(times) / 1000,
      p95: quantile(times, 0.95) / 1000,
      bound: "<= 2 s",
    };
  } finally {
    await browser.close();
  }
}

async function memoryPerDocument(client: ServerClient, newNotebook: (title: string) => Promise<string>): Promise<Measurement[]> {
  const ids: string[] = [];
  for (let at = 0; at < documents + 5; at += 1) ids.push(await newNotebook(`Document ${at}`));
  class WithCookie extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie: client.cookie, origin: client.product.url } });
    }
  }
  process.setMaxListeners(0); // each provider listens for the end of the process
  const providers: WebsocketProvider[] = [];
  const open = async (id: string): Promise<void> => {
    const provider = new WebsocketProvider(`${client.product.url.replace("http", "ws")}/api/v1/sync`, id, new Y.Doc(), {
      WebSocketPolyfill: WithCookie as never,
      disableBc: true,
    });
    providers.push(provider);
    await new Promise<void>((resolve) => (provider.synced ? resolve() : provider.once("sync", () => resolve())));
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve, 3_000));
  for (const id of ids.slice(0, 5)) await open(id);
  await settled();
  const inUseBefore = await client.memoryInUse();
  const before = residentOf(client.pid);
  for (const id of ids.slice(5)) await open(id);
  await settled();
  const after = residentOf(client.pid);
  const inUse = await client.memoryInUse();
  for (const provider of providers) provider.destroy();
  const row = (what: string, grown: number): Measurement => ({
    name: `memory of the server per open document of 1,000 cells (${documents} more opened, ${what})`,
    unit: "MiB",
    median: grown / documents,
  });
  // What is resident swings by half with the moment of the last garbage collection; what is in use does not.
  return [row("resident", after - before), row("in use", inUse - inUseBefore)];
}
