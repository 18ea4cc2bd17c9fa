// A keystroke's way to 25 co-editors of one document, with plain y-websocket clients in a process of their own.

import { WebsocketProvider } from "y-websocket";
import WebSocket from "ws";
import * as Y from "yjs";
import { median, quantile, type Measurement } from "./measurement.ts";
import { openProduct } from "./product-client.ts";

const people = 26;

export async function bench(): Promise<Measurement[]> {
  // Each of y-websocket's providers listens for the end of the process; they are all in this one.
  process.setMaxListeners(people + process.getMaxListeners());
  const client = await openProduct();
  const { id } = await client.call<{ id: string }>("POST", "/notebooks", { lab: client.lab, title: "Typing" });
  class WithCookie extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie: client.cookie, origin: client.product.url } });
    }
  }
  const docs = Array.from({ length: people }, () => new Y.Doc());
  const providers = docs.map(
    (doc) =>
      new WebsocketProvider(`${client.product.url.replace("http", "ws")}/api/v1/sync`, id, doc, {
        WebSocketPolyfill: WithCookie as never,
        disableBc: true,
      }),
  );
  await Promise.all(
    providers.map(
      (provider) => new Promise<void>((resolve) => (provider.synced ? resolve() : provider.once("sync", () => resolve()))),
    ),
  );
  const times: number[] = [];
  const sent = new Map<number, number>();
  docs.forEach((doc, person) =>
    doc.getMap("bench").observe((event) => {
      if (event.transaction.local || person === 0) return;
      for (const key of event.keysChanged) {
        const started = sent.get(Number(key));
        if (started !== undefined) times.push(performance.now() - started);
      }
    }),
  );
  for (let stroke = 0; stroke < 200; stroke += 1) {
    sent.set(stroke, performance.now());
    docs[0]?.getMap("bench").set(String(stroke), stroke);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  for (const provider of providers) provider.destroy();
  await client.close();
  return [
    {
      name: `a keystroke to 25 co-editors (${times.length} of ${200 * (people - 1)} arrived)`,
      unit: "ms",
      median: median(times),
      p95: quantile(times, 0.95),
      bound: "p95 <= 100 ms",
    },
  ];
}
