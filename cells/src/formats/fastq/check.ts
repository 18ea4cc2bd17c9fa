// Holds a FASTQ file to its rules, read by read, with flat memory; and mates to each other.

import { FailureError } from "../../base/failure.ts";
import { filesOfMates } from "../../base/mates-of-reads.ts";
import type { CheckTask, FileParts } from "../../contract/format.ts";
import { shown } from "../parts/sequences/each-line.ts";
import { type FastqRecord, type FoundFault, lineOfLetter, readFastq } from "../parts/sequences/fastq-records.ts";
import { type FileOfMates, readFastqPairs } from "../parts/sequences/fastq-pairs.ts";
import { gap, isNucleotide, kindOfByte } from "../parts/sequences/letters.ts";
import { guessQualities, leastLetter, lettersOf, mostLetter } from "../parts/sequences/qualities.ts";
import { words } from "../parts/sequences/words.ts";
import { matesIn } from "./pairs.ts";
import type { rules } from "./rules.ts";

export { rules } from "./rules.ts";

type Rule = keyof typeof rules;

export async function check(task: CheckTask): Promise<void> {
  const { parts } = task;
  const mates = parts && matesIn(parts.names);
  if (!parts || !mates) return checkReads(task.open(), null, task);
  for (const part of filesOfMates(mates)) await checkReads(parts.open(part), part, task);
  for (const { first, second } of mates.lanes) await checkMates(parts, first, second, task);
}

/** Reads of one lane, held against each other. */
async function checkMates(parts: FileParts, first: string | null, second: string | null, task: CheckTask): Promise<void> {
  const say = (rule: Rule, part: string, line: number | null, found: string): void =>
    task.report({ rule, part, line, field: "@ title", found: found.slice(0, 100) });
  if (first === null || second === null) return say("fastq-pair-file", first ?? second ?? "", null, "");
  const files = [first, second].map((name): FileOfMates => ({ name, open: () => parts.open(name) }));
  const [one, two] = files;
  if (!one || !two) return;
  try {
    await readFastqPairs([one, two], () => false, {
      signal: task.signal,
      onMismatch: ({ reason, params }) => {
        const text = (name: string): string => String(params[name] ?? "");
        const line = Number(params["line"]);
        if (reason === words.key("pair-differs")) say("fastq-pair-name", first, line, `${text("first")} : ${text("second")}`);
        else if (reason === words.key("pair-mate")) say("fastq-pair-mate", text("name"), line, text("read"));
        else say("fastq-pair-count", text("name"), null, `${text("pairs")} : ${text("read")}`);
      },
    });
  } catch (error) {
    // What is wrong with one of them alone was said above.
    if (!(error instanceof FailureError)) throw error;
  }
}

async function checkReads(chunks: AsyncIterable<Uint8Array>, part: string | null, task: CheckTask): Promise<void> {
  let least = 256;
  let most = 0;
  let saidWrapped = false;
  const say = (rule: Rule, line: number | null, field: string | null, found: string): void => {
    task.report({ rule, ...(part === null ? {} : { part }), line, field, found: found.slice(0, 100) });
  };
  const take = (record: FastqRecord): void => {
    const { bytes, titleStart, titleEnd, sequenceStart, qualityStart, length, line } = record;
    const first = bytes[titleStart];
    if (titleEnd === titleStart || first === 32 || first === 9)
      say("fastq-no-id", line, "title", shown(bytes, titleStart, titleEnd));
    let badLetter = -1;
    let oddLetter = -1;
    let badQuality = -1;
    for (let at = 0; at < length; at++) {
      const kind = kindOfByte[bytes[sequenceStart + at] as number] as number;
      if (kind === 0 || kind > gap) {
        if (badLetter < 0) badLetter = at;
      } else if (isNucleotide[kind] === 0 && oddLetter < 0) oddLetter = at;
      const quality = bytes[qualityStart + at] as number;
      if (quality < leastLetter || quality > mostLetter) {
        if (badQuality < 0) badQuality = at;
        continue;
      }
      if (quality < least) least = quality;
      if (quality > most) most = quality;
    }
    const letter = (start: number, at: number): string => shown(bytes, start + at, start + at + 1);
    const ofSequence = (rule: Rule, at: number): void =>
      say(rule, lineOfLetter(record.sequenceLine, record.sequenceBreaks, at), "sequence", letter(sequenceStart, at));
    if (badLetter >= 0) ofSequence("fastq-letter", badLetter);
    if (oddLetter >= 0) ofSequence("fastq-letter-code", oddLetter);
    if (badQuality >= 0) {
      const at = lineOfLetter(record.qualityLine, record.qualityBreaks, badQuality);
      say("fastq-quality-letter", at, "quality", letter(qualityStart, badQuality));
    }
    if (length === 0) say("fastq-no-bases", line, "sequence", shown(bytes, titleStart, titleEnd));
    if (!saidWrapped && (record.sequenceBreaks.length > 0 || record.qualityBreaks.length > 0)) {
      saidWrapped = true;
      say("fastq-wrapped", record.sequenceLine, "sequence", "");
    }
  };
  await readFastq(chunks, take, {
    signal: task.signal,
    onFault: (fault) => {
      say(fault.rule, fault.line, fieldOf[fault.rule], foundIn(fault));
    },
    onBlankLine: (line) => say("fastq-blank-line", line, null, ""),
  });
  const guessed = most > 0 ? guessQualities(least, most) : null;
  if (guessed?.other)
    say("fastq-encoding", null, "quality", `${lettersOf[guessed.encoding].title}, ${lettersOf[guessed.other].title}`);
}

const fieldOf: { readonly [rule in FoundFault["rule"]]: string } = {
  "fastq-title": "@ title",
  "fastq-no-sequence": "sequence",
  "fastq-no-plus": "+",
  "fastq-plus-title": "+ title",
  "fastq-quality-short": "quality",
  "fastq-quality-long": "quality",
  "fastq-cut": "quality",
};

function foundIn({ rule, found, bases, qualities }: FoundFault): string {
  return rule === "fastq-quality-short" || rule === "fastq-quality-long" ? `${qualities} : ${bases}` : found;
}
