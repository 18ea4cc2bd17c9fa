// Text of any encoding as UTF-8, piece by piece.

import { encodingNames } from "../../../messages/settings/encoding-name.ts";
import { FailureError } from "../../../base/failure.ts";
import type { Encoding } from "../../../contract/format.ts";
import { words } from "../words.ts";

/** Fails with "load.encoding-wrong" where bytes are no letters of it. */
export async function* transcoded(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncIterable<Uint8Array> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const encoder = new TextEncoder();
  const letters = (work: () => string): Uint8Array => {
    try {
      return encoder.encode(work());
    } catch (cause) {
      throw new FailureError(words.failure("encoding-wrong", { encoding: nameOfEncoding(encoding) }, { at: ["encoding"] }), {
        cause,
      });
    }
  };
  for await (const chunk of chunks) {
    const piece = letters(() => decoder.decode(chunk, { stream: true }));
    if (piece.length > 0) yield piece;
  }
  const rest = letters(() => decoder.decode());
  if (rest.length > 0) yield rest;
}

const called: { readonly [encoding in Encoding]: string } = encodingNames;
export const nameOfEncoding = (encoding: Encoding): string => called[encoding];
