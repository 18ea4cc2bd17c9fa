// The frame by which a screen asks for the whole run feed anew, because it missed a number (collab-server/src/sync/frames.ts).

import * as encoding from "lib0/encoding";

export function askForFeed(): Uint8Array<ArrayBuffer> {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 100);
  return encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>;
}
