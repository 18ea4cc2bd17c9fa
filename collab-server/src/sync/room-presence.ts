// Who is in a room and where: what its members tell of themselves, handed to the others, and taken back when they leave. It
// has a document of its own, so that it outlives a rebuild of the room's.

import * as awarenessProtocol from "y-protocols/awareness";
import * as Y from "yjs";
import type { RoomMember } from "./room-member.ts";

export class RoomPresence {
  readonly awareness: awarenessProtocol.Awareness;
  private readonly owned = new Map<RoomMember, Set<number>>();

  constructor() {
    this.awareness = new awarenessProtocol.Awareness(new Y.Doc());
    this.awareness.setLocalState(null);
    this.awareness.on(
      "update",
      (
        { added, updated, removed }: { readonly added: number[]; readonly updated: number[]; readonly removed: number[] },
        origin: unknown,
      ) => {
        const own = this.owned.get(origin as RoomMember);
        if (own) for (const id of [...added, ...updated]) own.add(id);
        const update = awarenessProtocol.encodeAwarenessUpdate(this.awareness, [...added, ...updated, ...removed]);
        for (const member of this.owned.keys()) member.awareness(update);
      },
    );
  }

  join(member: RoomMember): void {
    this.owned.set(member, new Set());
  }

  leave(member: RoomMember): void {
    const own = this.owned.get(member);
    this.owned.delete(member);
    if (own && own.size > 0) awarenessProtocol.removeAwarenessStates(this.awareness, [...own], null);
  }

  /** Whether this member may speak for these clients: its own, or new ones that nobody else has. Few of them. */
  maySpeakFor(member: RoomMember, ids: readonly number[]): boolean {
    const own = this.owned.get(member);
    if (!own) return false;
    const fresh = ids.filter((id) => !own.has(id));
    if (own.size + fresh.length > 4) return false;
    for (const id of fresh) {
      if (id === this.awareness.clientID) return false;
      for (const [other, theirs] of this.owned) if (other !== member && theirs.has(id)) return false;
    }
    return true;
  }

  apply(update: Uint8Array, origin: RoomMember | null): void {
    awarenessProtocol.applyAwarenessUpdate(this.awareness, update, origin);
  }

  of(ids: readonly number[]): Uint8Array {
    return awarenessProtocol.encodeAwarenessUpdate(this.awareness, [...ids]);
  }

  now(): Uint8Array | null {
    const ids = [...this.awareness.getStates().keys()];
    return ids.length === 0 ? null : awarenessProtocol.encodeAwarenessUpdate(this.awareness, ids);
  }

  destroy(): void {
    this.awareness.destroy();
  }
}
