// A document as if what was written under one client id had been written under another: for a page whose id the server gives
// to somebody else. Nothing under the old id was taken, so nobody else has seen it, and it may have a new name.

import * as encoding from "lib0/encoding";
import * as Y from "yjs";

/** Of the state of a document, with all that is in it; `to` must not occur in it. */
export function underNewId(state: Uint8Array, from: number, to: number): Uint8Array {
  const { structs, ds } = Y.decodeUpdate(state);
  const renamed = (id: Y.ID | null): Y.ID | null => (id?.client === from ? Y.createID(to, id.clock) : id);
  const byClient = new Map<number, (Y.Item | Y.GC | Y.Skip)[]>();
  for (const struct of structs) {
    struct.id = renamed(struct.id) as Y.ID;
    if (struct instanceof Y.Item) {
      struct.origin = renamed(struct.origin);
      struct.rightOrigin = renamed(struct.rightOrigin);
      if (struct.parent instanceof Y.ID) struct.parent = renamed(struct.parent);
    }
    const own = byClient.get(struct.id.client);
    if (own) own.push(struct);
    else byClient.set(struct.id.client, [struct]);
  }
  const encoder = new Y.UpdateEncoderV1();
  encoding.writeVarUint(encoder.restEncoder, byClient.size);
  for (const [client, own] of byClient) {
    encoding.writeVarUint(encoder.restEncoder, own.length);
    encoder.writeClient(client);
    encoding.writeVarUint(encoder.restEncoder, own[0]?.id.clock ?? 0);
    for (const struct of own) struct.write(encoder, 0);
  }
  encoding.writeVarUint(encoder.restEncoder, ds.clients.size);
  for (const [client, spans] of ds.clients) {
    encoder.resetDsCurVal();
    encoding.writeVarUint(encoder.restEncoder, client === from ? to : client);
    encoding.writeVarUint(encoder.restEncoder, spans.length);
    for (const { clock, len } of spans) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(len);
    }
  }
  return encoder.toUint8Array();
}
