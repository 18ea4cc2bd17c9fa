// Branded identities: the compiler keeps a cell's id from being used as a lab's. One prefix per id.

declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type CellId = Brand<string, "CellId">;
export type NotebookId = Brand<string, "NotebookId">;
export type LabId = Brand<string, "LabId">;
export type UserId = Brand<string, "UserId">;
export type DatasetId = Brand<string, "DatasetId">;
export type RunId = Brand<string, "RunId">;
export type PublicationId = Brand<string, "PublicationId">;
/** 64 lower-case hexadecimal digits: sha256 of content. */
export type Digest = Brand<string, "Digest">;
/** A digest that names a result before it exists: sha256 of a spec and of the digests of its inputs. */
export type ResultKey = Brand<string, "ResultKey">;

const alphabet = "0123456789abcdefghijkmnpqrstuvwxyz";

/** 16 characters of a 34-letter alphabet (81 bits) behind a prefix; `random` fills the array that it is given. */
export function newId<T extends string>(prefix: string, random: (bytes: Uint8Array) => void): Brand<string, T> {
  const bytes = new Uint8Array(16);
  random(bytes);
  let text = `${prefix}_`;
  for (const byte of bytes) text += alphabet.charAt(byte % alphabet.length);
  return text as Brand<string, T>;
}

/** The random source of every platform that we run on (browsers, Node >= 20). */
export const systemRandom = (bytes: Uint8Array): void => {
  globalThis.crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>);
};

export const newCellId = (random = systemRandom): CellId => newId<"CellId">("cell", random);
