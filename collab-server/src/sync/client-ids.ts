// Whose the client ids of a document are (SPEC, Y-8). Yjs tells what was written apart by client id and clock alone, so
// whoever writes under the id of a colleague takes the place of what she is about to write. Each id belongs to whoever was
// seen with it first, here or on another server: for good.

import * as Y from "yjs";
import { atMost, mostRecordsAtOnce } from "./document-size.ts";
import { readStructs, type UpdateStruct } from "./update-structs.ts";

/** Whose ids are this server's own. */
export const ourselves = "";

export interface BoundClient {
  readonly client: number;
  readonly by: string;
}

export class ClientIds {
  private readonly owners = new Map<number, string>();
  private readonly bindStored: (clients: readonly BoundClient[]) => Promise<ReadonlyMap<number, string>>;

  constructor(bind: (clients: readonly BoundClient[]) => Promise<ReadonlyMap<number, string>>) {
    this.bindStored = bind;
  }

  /** All of them are known to be this person's. */
  belongTo(by: string, clients: Iterable<number>): boolean {
    for (const client of clients) if (this.owners.get(client) !== by) return false;
    return true;
  }

  /** One that is known to be another's. */
  notOf(by: string, clients: Iterable<number>): number | null {
    for (const client of clients) if ((this.owners.get(client) ?? by) !== by) return client;
    return null;
  }

  /** Binds those that nobody has; from then on it is known whose each of them is. */
  async bind(clients: readonly BoundClient[]): Promise<void> {
    const asked = clients.filter(({ client }) => !this.owners.has(client));
    if (asked.length === 0) return;
    for (const [client, by] of await this.bindStored(asked)) this.owners.set(client, by);
  }
}

/**
 * The client ids under which an update adds to a document: what the document holds already, what was collected there and
 * what is only deleted adds nothing. Linear in the update.
 * @param andWaiting nor does what waits in the document for its ground
 */
export function addingClients(update: Uint8Array, doc: Y.Doc, andWaiting = false): ReadonlySet<number> {
  const waiting = andWaiting ? waitingIn(doc) : null;
  const adding = new Set<number>();
  // Yjs makes something of a client without structs, too.
  const [structs, clients] = [atMost(mostRecordsAtOnce), atMost(mostRecordsAtOnce)];
  const visit = ({ client, clock, length, isGap }: UpdateStruct): void => {
    structs();
    if (isGap || length === 0 || adding.has(client)) return;
    if (clock + length <= Y.getState(doc.store, client)) return;
    if (waiting?.get(client)?.some(({ from, to }) => from <= clock && clock + length <= to)) return;
    adding.add(client);
  };
  readStructs(update, visit, { begin: clients });
  return adding;
}

function waitingIn(doc: Y.Doc): ReadonlyMap<number, readonly { readonly from: number; readonly to: number }[]> {
  const spans = new Map<number, { from: number; to: number }[]>();
  const { pendingStructs } = doc.store;
  if (!pendingStructs) return spans;
  readStructs(Y.convertUpdateFormatV2ToV1(pendingStructs.update), ({ client, clock, length, isGap }) => {
    if (isGap) return;
    const known = spans.get(client) ?? [];
    spans.set(client, known);
    const last = known.at(-1);
    if (last?.to === clock) last.to += length;
    else known.push({ from: clock, to: clock + length });
  });
  return spans;
}
