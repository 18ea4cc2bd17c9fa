// Whether what is dropped is in the notebook already, byte by byte, whatever it is called: found before it is sent.

import { newHasher } from "@genomecraft/cells/base/digest.ts";
import type { DatasetRow } from "../api/answers.ts";

/** Read only where something there has the same size. */
export async function sameContent<Row extends Pick<DatasetRow, "size" | "digest" | "deletedAt">>(
  file: Pick<File, "size" | "stream">,
  there: readonly Row[],
): Promise<Row | null> {
  const alike = there.filter((row) => row.size === file.size && row.deletedAt === null);
  if (alike.length === 0) return null;
  const running = newHasher();
  const reader = file.stream().getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) running.update(part.value);
  const digest = running.digest();
  return alike.find((row) => row.digest === digest) ?? null;
}
