// By which rules a file is checked: those that its format's line names (formats.ts).

import type { Checker } from "./contract/format.ts";
import { listedFormat, listedFormats } from "./formats.ts";

/** Null: GenomeCraft has no rules of it. */
export const checkerOf = (format: string): (() => Promise<Checker>) | null => listedFormat(format)?.check ?? null;

/** Names of the formats whose rules are known. */
export const checkedFormats: readonly string[] = listedFormats.filter(({ check }) => check).map(({ format }) => format.name);
