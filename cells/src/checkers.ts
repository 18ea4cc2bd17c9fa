// By which rules a file is checked: those of its format's line (formats.ts), and those of formats that are recognised and not
// loaded.

import type { Checker } from "./contract/format.ts";
import { listedFormat, listedFormats } from "./formats.ts";

const ofNamed: { readonly [format: string]: () => Promise<Checker> } = {
  sam: () => import("./formats/sam/check.ts"),
};

/** Null: GenomeCraft has no rules of it. */
export const checkerOf = (format: string): (() => Promise<Checker>) | null =>
  listedFormat(format)?.check ?? (Object.hasOwn(ofNamed, format) ? (ofNamed[format] as () => Promise<Checker>) : null);

/** Names of the formats whose rules are known. */
export const checkedFormats: readonly string[] = [
  ...new Set([...listedFormats.filter(({ check }) => check).map(({ format }) => format.name), ...Object.keys(ofNamed)]),
];
