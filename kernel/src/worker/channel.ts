// The worker's end of the wire: frames out by standard output, frames in by standard input, questions with answers.
// When standard input ends, the parent is gone and the worker goes too.

import { FrameReader, framePieces } from "./frame.ts";
import type { FromWorker, ToWorker } from "./protocol.ts";

export interface Channel {
  send(message: FromWorker, part?: Uint8Array): void;
  /** Sends a question and waits for the answer with its id. */
  ask<Question extends Extract<FromWorker, { readonly id: number }>>(
    question: WithoutId<Question>,
  ): Promise<{ readonly message: ToWorker; readonly part: Uint8Array | null }>;
}
type WithoutId<T> = T extends unknown ? Omit<T, "id"> : never;

export function openChannel(onMessage: (message: ToWorker) => void): Channel {
  const waiting = new Map<number, (answer: { message: ToWorker; part: Uint8Array | null }) => void>();
  let lastId = 0;
  // Nobody but this file may write to standard output: a stray line would break a frame.
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = ((text: string | Uint8Array) => process.stderr.write(text)) as typeof process.stdout.write;

  const reader = new FrameReader(({ header, parts }) => {
    const message = header as ToWorker;
    if (message.type === "bytes" || message.type === "looked-up") {
      const answer = waiting.get(message.id);
      waiting.delete(message.id);
      answer?.({ message, part: parts[0] ?? null });
      return;
    }
    onMessage(message);
  });
  process.stdin.on("data", (chunk: Uint8Array) => reader.push(chunk));
  process.stdin.on("end", () => process.exit(0));
  process.stdin.on("error", () => process.exit(0));

  const send = (message: FromWorker, part?: Uint8Array): void => {
    for (const piece of framePieces(message, part ? [part] : [])) write(piece);
  };
  return {
    send,
    ask: (question) =>
      new Promise((resolve) => {
        lastId += 1;
        waiting.set(lastId, resolve);
        send({ ...question, id: lastId } as FromWorker);
      }),
  };
}
