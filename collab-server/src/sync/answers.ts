// What one socket is told when it asks what is new. An answer is as long as the document, and asking costs four bytes: so
// those that come while one is on its way are one, and a socket is answered no faster than its share of bytes and of time.

import * as Y from "yjs";
import { answerFrame } from "./frames.ts";
import type { Room } from "./room.ts";

const bytesPerMs = 4_096;
/** Of the thread's time, one part in so many goes into the answers of one socket. */
const shareOfTime = 100;
const longestVector = 2 * 2 ** 20;

export class Answers {
  private readonly room: Room;
  private readonly send: (frame: Uint8Array) => Promise<boolean>;
  /** The least that was known in any of the questions that wait. */
  private asked: Map<number, number> | null = null;
  private isAnswering = false;
  private notBefore = 0;

  /** `send` answers when the frame is on its way, and whether the socket is still open. */
  constructor(room: Room, send: (frame: Uint8Array) => Promise<boolean>) {
    this.room = room;
    this.send = send;
  }

  /** Throws where the bytes are no state vector. */
  ask(vector: Uint8Array): void {
    if (vector.length > longestVector) throw new RangeError("a state vector of more than 2 MB");
    const known = Y.decodeStateVector(vector);
    this.asked = this.asked ? leastOf(this.asked, known) : known;
    if (!this.isAnswering) void this.answerAll();
  }

  private async answerAll(): Promise<void> {
    this.isAnswering = true;
    for (let isOpen = true; isOpen && this.asked && this.room.state !== "gone"; ) {
      const wait = this.notBefore - performance.now();
      if (wait > 0) {
        await new Promise((resolve) => setTimeout(resolve, wait));
        continue;
      }
      const known: Map<number, number> = this.asked;
      this.asked = null;
      // What is taken back is in no answer.
      await this.room.rebuilt();
      const began = performance.now();
      // Encoded now, sent when all of it is committed: nobody learns what a crash could take back.
      const answer = answerFrame(this.room.doc, Y.encodeStateVector(known));
      const spent = performance.now() - began;
      try {
        await this.room.settled();
      } catch {
        // Something of it was refused on its way into the log: answered without it.
        this.asked = this.asked ? leastOf(this.asked, known) : known;
        continue;
      }
      isOpen = await this.send(answer);
      this.notBefore = performance.now() + Math.max(answer.length / bytesPerMs, spent * shareOfTime);
    }
    this.isAnswering = false;
  }
}

/** What is known by both. */
function leastOf(one: ReadonlyMap<number, number>, other: ReadonlyMap<number, number>): Map<number, number> {
  const least = new Map<number, number>();
  for (const [client, clock] of one) {
    const theirs = other.get(client);
    if (theirs !== undefined) least.set(client, Math.min(clock, theirs));
  }
  return least;
}
