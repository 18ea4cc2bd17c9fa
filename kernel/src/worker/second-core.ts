// What runs on a worker's second core: pieces of work of the list, one at a time, asked for and answered by messages.

import { parentPort } from "node:worker_threads";
import type { Piece } from "@genomecraft/cells/contract/second-core.ts";
import { secondCorePieces } from "@genomecraft/cells/second-core-pieces.ts";
import type { FromSecondCore, ToSecondCore } from "../engines/second-core-on-node.ts";

const port = parentPort;
if (!port) throw new Error("this program is a thread of a worker");

/** Messages come in order, and the first of a piece waits until its code is loaded. */
let turn: Promise<void> = Promise.resolve();
let piece: { readonly id: number; readonly work: Piece } | null = null;

port.on("message", (message: ToSecondCore) => {
  turn = turn
    .then(() => take(message))
    .catch(() => port.postMessage({ type: "failed", id: message.id } satisfies FromSecondCore));
});

async function take(message: ToSecondCore): Promise<void> {
  const { id } = message;
  if (message.type === "load") {
    await secondCorePieces[message.piece]?.();
    return;
  }
  if (message.type === "begin") {
    const make = await secondCorePieces[message.piece]?.();
    if (!make) throw new Error(`there is no piece of work called ${message.piece}`);
    piece = { id, work: make(message.asked as never) };
    return;
  }
  if (piece?.id !== id) return;
  if (message.type === "bytes") {
    port?.postMessage({ type: "took", id } satisfies FromSecondCore);
    try {
      piece.work.push(message.bytes);
    } catch (error) {
      piece = null;
      throw error;
    }
    return;
  }
  const { work } = piece;
  piece = null;
  if (message.type === "stop") return;
  const result = work.finish();
  port?.postMessage({ type: "done", id, result } satisfies FromSecondCore, buffersOf(result));
}

/** What is given away: each buffer once, and none that is empty, for those are shared. */
function buffersOf(result: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const look = (value: unknown, depth: number): void => {
    if (depth > 4 || typeof value !== "object" || value === null) return;
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer && value.buffer.byteLength > 0) found.add(value.buffer);
    } else if (Array.isArray(value)) {
      if (typeof value[0] === "number") return;
      for (const each of value) look(each, depth + 1);
    } else if (!(value instanceof Map)) for (const each of Object.values(value)) look(each, depth + 1);
  };
  look(result, 0);
  return [...found];
}
