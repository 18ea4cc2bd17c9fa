// Stored bytes as the body of an answer: read as they are taken, and let go where nobody takes them any more.

import { isLost } from "../outputs/kept-artifact.ts";

export function streamOf(
  parts: AsyncIterable<Uint8Array>,
  onDamage: () => Promise<void> = async () => {},
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const iterator = parts[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await iterator.next().catch(async (error: unknown) => {
        if (isLost(error)) await onDamage();
        throw error;
      });
      if (done) controller.close();
      else controller.enqueue(value as Uint8Array<ArrayBuffer>);
    },
    cancel: async () => {
      await iterator.return?.();
    },
  });
}
