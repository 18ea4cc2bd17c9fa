// What the header of a VCF says, as far as later lines are held to it.

import { type Declared, type ReservedKeys, reservedKeys } from "./reserved.ts";
import type { VcfVersion } from "./version.ts";

export interface VcfHeader {
  version: VcfVersion;
  /** Keys were not reserved with Number=A and the like. */
  isBefore41: boolean;
  reserved: ReservedKeys;
  readonly infos: Map<string, Declared>;
  readonly formats: Map<string, Declared>;
  readonly filters: Set<string>;
  readonly alts: Set<string>;
  /** Length where it is told. */
  readonly contigs: Map<string, number | null>;
  samples: readonly string[];
  /** Fields of each record; 0: no line #CHROM was seen. */
  width: number;
  hasFormat: boolean;
}

export const newHeader = (): VcfHeader => ({
  version: "4.3",
  isBefore41: false,
  reserved: reservedKeys("4.3"),
  infos: new Map(),
  formats: new Map(),
  filters: new Set(),
  alts: new Set(),
  contigs: new Map(),
  samples: [],
  width: 0,
  hasFormat: false,
});
