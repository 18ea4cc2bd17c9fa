// Every format that recognition asks, in order: those told by a signature, those that are loaded, and the general ones
// last. Formats that are not loaded are named all the same, so that nobody is told "unknown" about a BAM.

import type { KnownFormat, NamedFormat } from "./contract/format.ts";
import { formatNames, listedFormats } from "./formats.ts";
import { byFirstLines } from "./formats/named/by-first-lines.ts";
import { bySignature, hdf5, noText } from "./formats/named/by-signature.ts";

const named: readonly NamedFormat[] = [...bySignature, ...byFirstLines, hdf5, noText];
export const knownFormats: readonly KnownFormat[] = [
  ...bySignature,
  ...byFirstLines,
  ...listedFormats.map(({ format }) => format),
  hdf5,
  noText,
];

/** Why a format that is recognised is not loaded: null for those that are. */
export const namedFormat = (name: string): NamedFormat | null => named.find((format) => format.name === name) ?? null;

/** Names of all, for shapes that are checked. */
export const knownNames = [...formatNames, ...named.map(({ name }) => name)] as const;
