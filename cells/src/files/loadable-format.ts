// Which of the formats that are loaded a file is: what the load kind leaves to its file. Reads its beginning only.

import type { ByteSource } from "../base/byte-source.ts";
import type { Inflate } from "../contract/engines.ts";
import { FailureError } from "../base/failure.ts";
import { listedFormat } from "../formats.ts";
import { openFile } from "./open-file.ts";

/** Null: none of them, or it cannot be told; loading says why. */
export async function loadableFormat(
  source: ByteSource,
  name: string,
  inflate?: Inflate,
  part: string | null = null,
): Promise<string | null> {
  try {
    const { recognised } = await openFile(source, name, inflate, null, part);
    return listedFormat(recognised.format)?.format.name ?? null;
  } catch (error) {
    if (error instanceof FailureError) return null;
    throw error;
  }
}
