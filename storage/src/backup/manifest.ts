// What a backup is: a folder with a sealed file a table, the encrypted blobs, the heads of the record, and this list of them, which
// is written last and signed. Half a copy has no list; one that was changed does not agree with it.

import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { canonicalJson } from "@genomecraft/cells/base/canonical-json.ts";
import { keyFingerprint } from "../blobs/key-wrap.ts";

/** Raised when an older program could not read what a newer one writes. */
export const backupFormat = 2;
export const manifestFile = "backup.json";
export const tablesFolder = "tables";
export const blobsFolder = "blobs";
export const headsFolder = "audit";

export type KeptFile = {
  readonly bytes: number;
  readonly sha256: string;
};

export type Manifest = {
  readonly format: number;
  /** Of the program that wrote it. */
  readonly version: string;
  readonly at: number;
  /** The last migration that the database had: its moment, as the journal of migrations has it. */
  readonly schema: number;
  /** Eight digits of the master key's fingerprint. */
  readonly master: string;
  /** With the master key it makes the key under which the tables are sealed; until format 1 there is none: they lie as they are. */
  readonly salt?: string;
  readonly tables: { readonly [table: string]: KeptFile & { readonly rows: number; readonly columns: readonly string[] } };
  readonly heads: { readonly [file: string]: KeptFile };
  readonly sequences: { readonly [sequence: string]: string };
  /** Until format 1 their bytes alone: what stands in such a file its seal says. */
  readonly blobs: { readonly [id: string]: KeptFile | number };
  /** Of `blobs`, those whose seal did not open when they were copied, and which are kept as they were; absent: none. */
  readonly damaged?: readonly string[];
  /** Files of results that were gone already; absent: none. */
  readonly lost?: number;
};

/** Why a folder is not restored, with a sentence for whoever asked. */
export class BackupRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = "BackupRefused";
  }
}

const derivedKey = (masterKey: Uint8Array, salt: Uint8Array, purpose: string): Uint8Array =>
  Buffer.from(hkdfSync("sha256", masterKey, salt, purpose, 32));

/** Another one for each backup. */
export const tablesKey = (masterKey: Uint8Array, salt: string): Uint8Array =>
  derivedKey(masterKey, Buffer.from(salt, "hex"), "genomecraft backup tables");

const signature = (masterKey: Uint8Array, manifest: Manifest): string =>
  createHmac("sha256", derivedKey(masterKey, new Uint8Array(0), "genomecraft backup"))
    .update(canonicalJson(manifest))
    .digest("hex");

export const signedManifest = (masterKey: Uint8Array, manifest: Manifest): string =>
  `${JSON.stringify({ manifest, signature: signature(masterKey, manifest) }, null, 1)}\n`;

/** Refuses what is no whole backup, is a newer program's, another key's, or was changed. */
export function readManifest(folder: string, masterKey: Uint8Array, newestSchema: number): Manifest {
  const file = path.join(folder, manifestFile);
  if (!existsSync(file))
    throw new BackupRefused(`${folder} is no whole backup: it has no ${manifestFile}, which is written last. Take another copy.`);
  let read: { readonly manifest: Manifest; readonly signature: string };
  try {
    read = JSON.parse(readFileSync(file, "utf8")) as typeof read;
  } catch {
    throw new BackupRefused(`${file} cannot be read: the copy was cut. Take another one.`);
  }
  const { manifest } = read;
  if (!manifest || manifest.format > backupFormat || manifest.schema > newestSchema)
    throw new BackupRefused(
      `This backup was made by a newer GenomeCraft (${manifest?.version ?? "unknown"}). Install that one, and restore with it.`,
    );
  if (manifest.master !== keyFingerprint(masterKey))
    throw new BackupRefused(
      "The master key is not the one under which this backup was made. Set GENOMECRAFT_MASTER_KEY to that key, or put its file (master.key) into GENOMECRAFT_HOME.",
    );
  const [given, right] = [Buffer.from(String(read.signature)), Buffer.from(signature(masterKey, manifest))];
  if (given.length !== right.length || !timingSafeEqual(given, right))
    throw new BackupRefused(`${file} was changed after it was written. Take another copy.`);
  return manifest;
}

/** What a copy or a restoring tells on its way. */
export interface BackupWatch {
  /** In bytes; from the beginning again for each part of the work. */
  progress?(done: number, of: number): void;
  /** A file that was damaged before it was copied; `dataset` null: a result's, or nobody's any more. */
  damaged?(file: { readonly id: string; readonly dataset: string | null }): void;
}

/** Where a blob lies below the folder of blobs: its last two characters are random. */
export const blobPlace = (id: string): string => path.join(id.slice(-2), id);
