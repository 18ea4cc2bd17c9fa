// Whether what is dropped is in the notebook already, byte by byte, whatever it is called: found before it is sent.

import { newHasher } from "@genomecraft/cells/base/digest.ts";
import type { DatasetRow } from "../api/answers.ts";

type Known = Pick<DatasetRow, "version" | "size" | "digest" | "deletedAt" | "earlier">;
/** `here`: the data set as that version of it which holds the content. `newest`: of its versions. */
export interface Same<Row extends Known> {
  readonly here: Row;
  readonly newest: number;
}

/** The newest version that holds it, of whichever data set. Read only where something there has the same size. */
export async function sameContent<Row extends Known>(
  file: Pick<File, "size" | "stream">,
  there: readonly Row[],
): Promise<Same<Row> | null> {
  const alike = there
    .filter((row) => row.deletedAt === null)
    .flatMap((row) => [row, ...row.earlier.map((older) => ({ ...row, ...older }))].map((here) => ({ here, newest: row.version })))
    .filter(({ here }) => here.size === file.size);
  if (alike.length === 0) return null;
  const running = newHasher();
  const reader = file.stream().getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) running.update(part.value);
  const digest = running.digest();
  const same = alike.filter(({ here }) => here.digest === digest);
  // What is newest of one data set before what another had once.
  return same.find(({ here, newest }) => here.version === newest) ?? same[0] ?? null;
}
