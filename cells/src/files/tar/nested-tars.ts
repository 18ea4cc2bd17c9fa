// tar archives that lie in an archive (GEO packs those of its samples into one): their files are files of the whole, in a folder
// of their own. What they unpack to has one bound for all of them; a damaged one stays what it is, and is told when it is read.

import { FailureError } from "../../base/failure.ts";
import type { Inflate } from "../../contract/engines.ts";
import type { FileParts } from "../../contract/format.ts";
import { isTarHeader, tarBlock } from "../../formats/parts/is-tar.ts";
import { inflatedHead } from "../inflated-head.ts";
import { largestHeld, tarParts } from "./tar-parts.ts";

const ending = /\.(?:tar(?:\.(?:gz|bz2|xz|zstd?))?|tgz|tbz2?|txz|tzst)$/i;
/** As many as of one archive. */
const mostNames = 10_000;

export async function withNestedTars(parts: FileParts, inflate: Inflate): Promise<FileParts> {
  const found = new Map<string, { readonly parts: FileParts; readonly name: string }>();
  const opened = new Set<string>();
  const folders = new Set(parts.names.map((name) => name.slice(0, name.indexOf("/") + 1)));
  let left = largestHeld;
  for (const name of parts.names) {
    const inner = ending.test(name) && found.size < mostNames ? await openedTar(parts, name, inflate, left) : null;
    if (!inner || inner.names.length + found.size > mostNames) continue;
    opened.add(name);
    left -= inner.names.reduce((sum, each) => sum + (inner.source(each)?.size ?? 0), 0);
    const short = `${name.replace(ending, "")}/`;
    const folder = folders.has(short) ? `${name}/` : short;
    folders.add(folder);
    for (const each of inner.names) found.set(`${folder}${each}`, { parts: inner, name: each });
  }
  if (opened.size === 0) return parts;
  return {
    names: [...parts.names.filter((name) => !opened.has(name)), ...found.keys()].sort(),
    source: (name) => {
      const inner = found.get(name);
      return inner ? inner.parts.source(inner.name) : opened.has(name) ? null : parts.source(name);
    },
    open: (name) => {
      const inner = found.get(name);
      return inner ? inner.parts.open(inner.name) : parts.open(name);
    },
  };
}

/** Null: it is none, or cannot be opened. */
async function openedTar(parts: FileParts, name: string, inflate: Inflate, left: number): Promise<FileParts | null> {
  const source = parts.source(name);
  if (!source) return null;
  try {
    const { head } = await inflatedHead(source, name, inflate, tarBlock);
    return isTarHeader(head.bytes) ? await tarParts(source, name, inflate, left) : null;
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return null;
  }
}
