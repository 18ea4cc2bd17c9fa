// The bytes of the sync protocol: y-websocket's message types 0..3, and three more for clients that asked by ?ext=1.
// Pure: nothing here knows a socket.

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as awarenessProtocol from "y-protocols/awareness";
import * as syncProtocol from "y-protocols/sync";
import type * as Y from "yjs";

export const messageSync = 0;
export const messageAwareness = 1;
export const messageQueryAwareness = 3;
/** A run feed event as JSON; of a client, without content: it missed a number and asks for a snapshot. */
export const messageFeed = 100;
/** The state vector that is safe in the database. */
export const messageSaved = 101;
/** {role, epoch}, {waits}: what hinders the server from saving, or {fills}: how much of its size a document has, as JSON. */
export const messageRole = 102;

const framed = (type: number, write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
};

export const askFrame = (doc: Y.Doc): Uint8Array => framed(messageSync, (encoder) => syncProtocol.writeSyncStep1(encoder, doc));
export const answerFrame = (doc: Y.Doc, vector: Uint8Array): Uint8Array =>
  framed(messageSync, (encoder) => syncProtocol.writeSyncStep2(encoder, doc, vector));
export const updateFrame = (update: Uint8Array): Uint8Array =>
  framed(messageSync, (encoder) => syncProtocol.writeUpdate(encoder, update));
export const awarenessFrame = (update: Uint8Array): Uint8Array =>
  framed(messageAwareness, (encoder) => encoding.writeVarUint8Array(encoder, update));
export const savedFrame = (vector: Uint8Array): Uint8Array =>
  framed(messageSaved, (encoder) => encoding.writeVarUint8Array(encoder, vector));
export const jsonFrame = (type: number, json: unknown): Uint8Array =>
  framed(type, (encoder) => encoding.writeVarString(encoder, JSON.stringify(json)));

export type ClientMessage =
  | { readonly type: "ask"; readonly vector: Uint8Array }
  | { readonly type: "update"; readonly update: Uint8Array }
  | { readonly type: "awareness"; readonly update: Uint8Array }
  | { readonly type: "query-awareness" }
  | { readonly type: "ask-feed" };

/** Throws on bytes that no client sends. */
export function readFrame(bytes: Uint8Array): ClientMessage {
  const decoder = decoding.createDecoder(bytes);
  const type = decoding.readVarUint(decoder);
  switch (type) {
    case messageSync: {
      const step = decoding.readVarUint(decoder);
      const content = decoding.readVarUint8Array(decoder);
      if (step === syncProtocol.messageYjsSyncStep1) return { type: "ask", vector: content };
      if (step === syncProtocol.messageYjsSyncStep2 || step === syncProtocol.messageYjsUpdate)
        return { type: "update", update: content };
      throw new TypeError(`sync step ${step} is unknown`);
    }
    case messageAwareness:
      return { type: "awareness", update: decoding.readVarUint8Array(decoder) };
    case messageQueryAwareness:
      return { type: "query-awareness" };
    case messageFeed:
      return { type: "ask-feed" };
    default:
      throw new TypeError(`message type ${type} is unknown`);
  }
}

/** An update that says nothing: what a client with no news answers. */
export const isEmptyUpdate = (update: Uint8Array): boolean => update.length === 2 && update[0] === 0 && update[1] === 0;

/** Client ids that an awareness update speaks for. */
export function awarenessIds(update: Uint8Array): readonly number[] {
  const decoder = decoding.createDecoder(update);
  const count = decoding.readVarUint(decoder);
  const ids: number[] = [];
  for (let index = 0; index < count; index++) {
    ids.push(decoding.readVarUint(decoder));
    decoding.readVarUint(decoder);
    decoding.readVarString(decoder);
  }
  return ids;
}

export interface Identity {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

/** The same update with the server's word on who it is: names and roles are never the client's to say. */
export function withIdentity(update: Uint8Array, identity: Identity): Uint8Array {
  return awarenessProtocol.modifyAwarenessUpdate(update, (state: unknown) => {
    if (typeof state !== "object" || state === null) return null;
    const said = (state as { readonly user?: unknown }).user;
    const colours: { [key: string]: string } = {};
    for (const key of ["color", "colorLight"]) {
      const value = (said as { readonly [key: string]: unknown } | null | undefined)?.[key];
      if (typeof value === "string" && value.length <= 32) colours[key] = value;
    }
    return { ...state, user: { ...colours, id: identity.id, name: identity.name, role: identity.role } };
  });
}
