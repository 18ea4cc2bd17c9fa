// Somebody in a room: a socket on this server.

import type { Fullness } from "./document-size.ts";

/** Why nothing can be committed at the moment: the database does not answer, or the disk has no room. */
export type WaitsOn = "database" | "disk";

/** Somebody who is told of what is committed. */
export interface RoomMember {
  /** Committed by others (or by several at once). */
  updated(update: Uint8Array): void;
  /** Everything up to this state vector is safe. */
  saved(vector: Uint8Array): void;
  awareness(update: Uint8Array): void;
  /** What is written waits for this before it is safe; null: no longer. */
  waits(on: WaitsOn | null): void;
  /** The document is nearly full. */
  fills(fullness: Fullness): void;
  /** Asked again when rights have changed since. */
  mayStillWrite(): Promise<boolean>;
  /** The room ends: the notebook is gone for good, or this server cannot hold it. */
  ended(why: "gone" | "broken"): void;
}
