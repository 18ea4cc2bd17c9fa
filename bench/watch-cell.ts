// When the next figure of a cell has arrived, as an open screen hears it.

import type { Client } from "./product-client.ts";

/** The run feed of one notebook by server-sent events: `next` resolves at each new figure of the cell. */
export function watchCell(client: Client, notebook: string, cell: string): { next(): Promise<void>; close(): void } {
  const abort = new AbortController();
  let waiting: (() => void)[] = [];
  let last = "";
  void (async () => {
    const answer = await fetch(`${client.product.url}/api/v1/notebooks/${notebook}/feed`, {
      headers: { cookie: client.cookie, accept: "text/event-stream" },
      signal: abort.signal,
    });
    let rest = "";
    const decoder = new TextDecoder();
    for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
      rest += decoder.decode(chunk, { stream: true });
      const parts = rest.split("\n\n");
      rest = parts.pop() ?? "";
      for (const part of parts) {
        const data = part
          .split("\n")
          .filter((line) => line.startsWith("data:"))
          .map((line) => line.slice(5))
          .join("\n");
        if (data.trim() === "") continue; // a sign of life
        const event = JSON.parse(data) as { type: string; session?: Session; cells?: Session[] };
        for (const session of event.session ? [event.session] : (event.cells ?? [])) {
          const digest =
            session.cell === cell && session.status.state === "fresh" ? (session.shown?.outputs["out"]?.digest ?? "") : "";
          if (digest === "" || digest === last) continue;
          last = digest;
          const now = waiting;
          waiting = [];
          for (const resolve of now) resolve();
        }
      }
    }
  })().catch(() => {});
  const next = () =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("No new figure came within 30 seconds.")), 30_000);
      waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  return { next, close: () => abort.abort() };
}
interface Session {
  readonly cell: string;
  readonly status: { readonly state: string };
  readonly shown: { readonly outputs: { readonly [port: string]: { readonly digest: string } } } | null;
}
