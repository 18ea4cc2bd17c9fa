// The server is killed and comes back after a while: how long until an open notebook is connected again by itself, as a
// reader of the screen sees it. The longer it was away, the longer a page that waits ever longer would wait.

import { freePort, newHome, removeHome, startBrowser } from "../e2e/harness.ts";
import { median, quantile, type Measurement } from "./measurement.ts";
import { openServer, type ServerClient } from "./product-client.ts";

/** Seconds without a server. */
const absences = [1, 4, 4, 12, 12, 25];

export async function bench(): Promise<Measurement[]> {
  const place = { home: newHome(), port: await freePort() };
  const browser = await startBrowser();
  let server: ServerClient | null = null;
  try {
    server = await openServer(place);
    const text = "---\nformat: 1\ntitle: Away\n---\n\nWhat is written here stays.\n";
    const { id } = await server.call<{ id: string }>("POST", "/notebooks", { lab: server.lab, title: "Away", text });
    const context = await browser.newContext({ locale: "en-GB" });
    const [name = "", ...value] = server.cookie.split("=");
    await context.addCookies([{ name, value: value.join("="), url: server.product.url }]);
    const page = await context.newPage();
    await page.goto(`${server.product.url}/n/${id}`);
    await page.getByText("What is written here stays.").first().waitFor();
    const offline = page.locator(".strip.stale[role=status]");
    const starts: number[] = [];
    const times: number[] = [];
    for (const seconds of absences) {
      process.kill(server.pid, "SIGKILL");
      await offline.waitFor();
      await page.waitForTimeout(seconds * 1_000);
      const began = performance.now();
      const starting = openServer(place);
      await answers(server.product.url);
      const up = performance.now();
      starts.push((up - began) / 1_000);
      await offline.waitFor({ state: "detached", timeout: 120_000 });
      times.push((performance.now() - up) / 1_000);
      server = await starting;
    }
    return [
      {
        name: `an open notebook connected again after kill -9, once the server answers (${absences.join(", ")} s away)`,
        unit: "s",
        median: median(times),
        p95: quantile(times, 0.95),
        bound: "<= 3 s",
      },
      {
        name: "the server killed and started again, until it answers",
        unit: "s",
        median: median(starts),
        p95: quantile(starts, 0.95),
      },
    ];
  } finally {
    await browser.close();
    await server?.close();
    removeHome(place.home);
  }
}

async function answers(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${url}/api/v1/health`, { signal: AbortSignal.timeout(1_000) }).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
