// What the audit's key makes: the code of a row, the next hash of a chain, the signature of a head. Pure.
//
// code         = HMAC-SHA256(row key,   canonical JSON of what the row says, with its random id)
// hash(place)  = HMAC-SHA256(chain key, hash(place - 1) | canonical JSON of the row, its code, its flag and its place)
// signature    = HMAC-SHA256(head key,  canonical JSON of lab, count, hash and time)
//
// Rows that earlier releases sealed have no code: their chain is HMAC under a key derived from the master key, and goes on
// into the new one.

import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { canonicalJson } from "@genomecraft/cells/base/canonical-json.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";

/** What a row says. */
export interface SealedRow {
  readonly id: number;
  readonly uid: string | null;
  readonly lab: string;
  readonly at: number;
  readonly user: string | null;
  readonly action: string;
  readonly target: string;
  readonly detail: unknown;
  readonly mac: string | null;
  readonly flag: string | null;
}

/** How far the chain of a lab reached at a moment: the number of sealed rows is the place of the last. */
export interface AuditHead {
  readonly lab: string;
  readonly place: number;
  readonly hash: string;
  readonly at: number;
  readonly mac: string;
}

export interface Seals {
  macOf(row: Omit<SealedRow, "id" | "mac" | "flag">): string;
  /** False for rows without a code, too. */
  isGenuine(row: SealedRow): boolean;
  hashOf(before: string, place: number, row: SealedRow): string;
  /** As an earlier release sealed it. */
  formerHashOf(before: string, row: SealedRow): string;
  sign(head: Omit<AuditHead, "mac">): AuditHead;
  isSigned(head: Omit<AuditHead, "mac"> & { readonly mac: string | null }): head is AuditHead;
}

/** `formerChainKey` is that of releases before the audit had a key of its own. */
export function newSeals(key: Uint8Array, formerChainKey: string): Seals {
  const keyFor = (use: string): Buffer => Buffer.from(hkdfSync("sha256", key, new Uint8Array(0), `genomecraft audit ${use}`, 32));
  const [rowKey, chainKey, headKey] = [keyFor("row"), keyFor("chain"), keyFor("head")];
  const hmac = (under: Buffer | string, ...parts: readonly string[]): string => {
    const made = createHmac("sha256", under);
    for (const part of parts) made.update(part);
    return made.digest("hex");
  };
  const signature = ({ lab, place, hash, at }: Omit<AuditHead, "mac">): string =>
    hmac(headKey, canonicalJson({ lab, place, hash, at }));
  const seals: Seals = {
    macOf: ({ uid, lab, at, user, action, target, detail }) =>
      hmac(rowKey, canonicalJson({ uid, lab, at, user, action, target, detail: detail as Json })),
    isGenuine: (row) => row.uid !== null && row.mac !== null && isSame(row.mac, seals.macOf(row)),
    hashOf: (before, place, { id, uid, lab, at, user, action, target, detail, mac, flag }) =>
      hmac(
        chainKey,
        before,
        "\n",
        canonicalJson({ id, uid, lab, at, user, action, target, detail: detail as Json, mac, flag, place }),
      ),
    formerHashOf: (before, { id, lab, at, user, action, target, detail }) =>
      hmac(formerChainKey, before, "\n", canonicalJson({ id, lab, at, user, action, target, detail: detail as Json })),
    sign: (head) => ({ ...head, mac: signature(head) }),
    isSigned: (head): head is AuditHead => head.mac !== null && isSame(head.mac, signature(head)),
  };
  return seals;
}

const isSame = (a: string, b: string): boolean => {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
};

const mark = "gc-audit-1";

/** A head as a line of text, to keep elsewhere. */
export const headText = ({ lab, place, hash, at, mac }: AuditHead): string =>
  [mark, lab === "" ? "-" : lab, place, at, hash, mac].join(".");

/** Null when it is no head at all; whether it is signed is another question. */
export function readHead(text: string): AuditHead | null {
  const parts = text.trim().split(".");
  const [version, lab = "", place = "", at = "", hash = "", mac = ""] = parts;
  if (parts.length !== 6 || version !== mark || !/^([A-Za-z0-9_]{1,80}|-)$/.test(lab)) return null;
  if (!/^\d{1,15}$/.test(place) || !/^\d{1,16}$/.test(at) || !/^[0-9a-f]{64}$/.test(hash) || !/^[0-9a-f]{64}$/.test(mac))
    return null;
  return { lab: lab === "-" ? "" : lab, place: Number(place), hash, at: Number(at), mac };
}
