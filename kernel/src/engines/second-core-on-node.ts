// A second core by a thread of Node, which is started when it is first needed and kept: one piece of work at a time.

import { Worker } from "node:worker_threads";
import type { SecondCore, SecondCoreWork } from "@genomecraft/cells/contract/second-core.ts";

export type ToSecondCore =
  | { readonly type: "load"; readonly id: number; readonly piece: string }
  | { readonly type: "begin"; readonly id: number; readonly piece: string; readonly asked: unknown }
  | { readonly type: "bytes"; readonly id: number; readonly bytes: Uint8Array }
  | { readonly type: "finish" | "stop"; readonly id: number };
export type FromSecondCore =
  | { readonly type: "took" | "failed"; readonly id: number }
  | { readonly type: "done"; readonly id: number; readonly result: unknown };

/** Pieces of bytes that may wait there. */
const mostWaiting = 6;

interface Waiting {
  took(): void;
  done(result: unknown): void;
  failed(error: Error): void;
}

export interface SecondCoreOnNode extends SecondCore {
  /** Starts the thread and loads what a piece of work needs, so that the first one need not wait. */
  warm(piece: string): void;
  close(): Promise<void>;
}

/** `program`: of the thread (worker/second-core.ts, bundled). */
export function secondCoreOnNode(program: URL): SecondCoreOnNode {
  let thread: Worker | null = null;
  let lastId = 0;
  let current: { readonly id: number; readonly waiting: Waiting } | null = null;

  const started = (): Worker => {
    if (thread) return thread;
    const worker = new Worker(program, { stdout: true, stderr: true });
    const gone = (error: Error): void => {
      if (thread === worker) thread = null;
      current?.waiting.failed(error);
      current = null;
    };
    worker.on("message", (message: FromSecondCore) => {
      if (message.id !== current?.id) return;
      const { waiting } = current;
      if (message.type === "took") return waiting.took();
      current = null;
      worker.unref();
      if (message.type === "done") waiting.done(message.result);
      else waiting.failed(new Error("the second core failed"));
    });
    worker.on("error", gone);
    worker.on("exit", () => gone(new Error("the second core ended")));
    worker.unref();
    thread = worker;
    return worker;
  };

  return {
    begin(piece, asked) {
      if (current) return null;
      const id = ++lastId;
      const worker = started();
      const send = (message: ToSecondCore, give: ArrayBuffer[] = []): void => worker.postMessage(message, give);
      const work = oneWork(id, send, () => {
        if (current?.id === id) current = null;
        worker.unref();
      });
      current = { id, waiting: work };
      worker.ref();
      send({ type: "begin", id, piece, asked });
      return work;
    },
    warm: (piece) => started().postMessage({ type: "load", id: 0, piece } satisfies ToSecondCore),
    close: async () => {
      await thread?.terminate();
    },
  };
}

function oneWork(
  id: number,
  send: (message: ToSecondCore, give?: ArrayBuffer[]) => void,
  end: () => void,
): SecondCoreWork & Waiting {
  let waiting = 0;
  let room: (() => void) | null = null;
  let failure: Error | null = null;
  let isOver = false;
  let settle: { readonly done: (result: unknown) => void; readonly failed: (error: Error) => void } | null = null;
  return {
    async give(bytes) {
      if (failure) throw failure;
      if (isOver) return;
      // What is part of a larger buffer is copied: the whole would be given away.
      const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
      waiting += 1;
      send({ type: "bytes", id, bytes: own }, [own.buffer as ArrayBuffer]);
      if (waiting < mostWaiting) return;
      await new Promise<void>((resolve) => {
        room = resolve;
      });
      if (failure) throw failure;
    },
    finish() {
      if (failure) return Promise.reject(failure);
      const result = new Promise<unknown>((done, failed) => {
        settle = { done, failed };
      });
      send({ type: "finish", id });
      return result;
    },
    stop() {
      if (isOver) return;
      isOver = true;
      send({ type: "stop", id });
      room?.();
      end();
    },
    took() {
      waiting -= 1;
      if (waiting >= mostWaiting) return;
      room?.();
      room = null;
    },
    done(result) {
      isOver = true;
      settle?.done(result);
    },
    failed(error) {
      isOver = true;
      failure = error;
      settle?.failed(error);
      room?.();
    },
  };
}
