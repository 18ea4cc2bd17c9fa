// Lines of a text for a check, one after another, with their numbers: without their ends (LF, CR LF; CR where the file has
// nothing else). Memory is that of a chunk and of the longest line, which is bounded.

import { FailureError } from "../../../base/failure.ts";
import type { CheckTask } from "../../../contract/format.ts";
import { words } from "./check-words.ts";

/** Lines of 100,000 samples are long; beyond this nobody checks a line. */
const longestLine = 1 << 26;
const [lf, cr] = [10, 13];

type LinesTask = Pick<CheckTask, "open" | "signal" | "progress" | "fraction">;

/** Calls `see` for each line; what stands behind the last line end is a line where it is not empty. */
export async function eachLineOfBytes(task: LinesTask, see: (bytes: Uint8Array, number: number) => void): Promise<void> {
  let number = 0;
  let end: number | null = null;
  let kept: Uint8Array[] = [];
  let keptSize = 0;
  const whole = (last: Uint8Array): Uint8Array => {
    if (keptSize === 0) return last;
    const all = new Uint8Array(keptSize + last.length);
    let at = 0;
    for (const part of kept) {
      all.set(part, at);
      at += part.length;
    }
    all.set(last, at);
    kept = [];
    keptSize = 0;
    return all;
  };
  const give = (bytes: Uint8Array): void => {
    const line = whole(bytes);
    number++;
    see(end === lf && line[line.length - 1] === cr ? line.subarray(0, line.length - 1) : line, number);
  };
  for await (const chunk of task.open()) {
    task.signal?.throwIfAborted();
    end ??= chunk.includes(lf) ? lf : chunk.includes(cr) && chunk.indexOf(cr) < chunk.length - 1 ? cr : null;
    const sign = end ?? lf;
    let from = 0;
    for (let at = chunk.indexOf(sign); at >= 0; at = chunk.indexOf(sign, from)) {
      give(chunk.subarray(from, at));
      from = at + 1;
    }
    if (from < chunk.length) {
      // A copy: sources may use their buffer again.
      kept.push(chunk.slice(from));
      keptSize += chunk.length - from;
      if (keptSize > longestLine) throw new FailureError(words.failure("line-too-long", { line: number + 1 }));
    }
    task.progress?.(task.fraction());
  }
  end ??= lf;
  if (keptSize > 0) give(new Uint8Array(0));
}

/** The same as text. Bytes that are no UTF-8 are told by whoever runs the check; here they are replaced (U+FFFD). */
export async function eachLine(task: LinesTask, see: (line: string, number: number) => void): Promise<void> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  await eachLineOfBytes(task, (bytes, number) => {
    const text = decoder.decode(bytes);
    see(number === 1 && text.startsWith("\ufeff") ? text.slice(1) : text, number);
  });
}
