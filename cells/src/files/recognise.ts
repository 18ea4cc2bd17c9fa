// What a file is, told by its content: the best guess of the list of formats; the name only breaks ties.

import type { FileHead, KnownFormat, Sniffed } from "../contract/format.ts";
import { fileHead } from "../formats/parts/file-head.ts";
import { type Damage, damagedFormat, general } from "./damage/damaged-format.ts";
import { knownFormats } from "../known-formats.ts";
import { words as loadWords } from "../formats/parts/words.ts";
import type { JsonObject } from "../base/json.ts";
import type { MessageKey } from "../base/failure.ts";

export interface Recognised {
  readonly format: string;
  /** 0..1: 1 for a signature, less for a guess from text. */
  readonly confidence: number;
  /** As the file says it. */
  readonly version: string | null;
  /** What else it could be, likeliest first, and what spoke for it. */
  readonly alternatives: readonly Alternative[];
  /** The reason. */
  readonly why: MessageKey;
  readonly params: JsonObject;
  /** Nothing tells it from the first alternative: whoever loads it has to say. */
  readonly isTie: boolean;
  /** It is of the format but for its first line; the first alternative is what it can be read as. Null: as its format has it. */
  readonly damage: Damage | null;
}

export interface Alternative {
  readonly format: string;
  readonly confidence: number;
  readonly why: MessageKey;
}

interface Guess {
  readonly format: KnownFormat;
  readonly sniffed: Sniffed;
}

/** `bytes`: the first ones (64 KiB are plenty), unpacked when the file is gzip. `name` without its ".gz". */
export const recognise = (bytes: Uint8Array, name = "", isWhole = false): Recognised =>
  recogniseHead(fileHead(bytes, name, isWhole));

export function recogniseHead(head: FileHead, formats: readonly KnownFormat[] = knownFormats): Recognised {
  const guesses: Guess[] = [];
  for (const format of formats) {
    const sniffed = format.sniff(head);
    if (sniffed && sniffed.confidence > 0) guesses.push({ format, sniffed });
    // Nothing comes before a signature, and only what is asked about may be another with the same one.
    if (sniffed?.confidence === 1 && !format.isAsked) break;
  }
  guesses.sort((a, b) => b.sniffed.confidence - a.sniffed.confidence);
  const [best] = guesses;
  if (!best) {
    const why = loadWords.key("why-signature");
    return { format: "binary", version: null, confidence: 1, alternatives: [], why, params: {}, isTie: false, damage: null };
  }
  const damaged = general.has(best.format.name) ? damagedFormat(head, formats) : null;
  return damaged ? answerOf(damaged, guesses, damaged.damage) : answerOf(best, guesses.slice(1), null);
}

function answerOf(best: Guess, others: readonly Guess[], damage: Damage | null): Recognised {
  const { confidence, why, params = {}, version = null } = best.sniffed;
  const alternatives =
    confidence === 1 && damage === null
      ? []
      : others.map(({ format, sniffed }) => ({ format: format.name, confidence: sniffed.confidence, why: sniffed.why }));
  const [second] = others;
  const isTie = best.format.isAsked === true && second?.format.isAsked === true && second.sniffed.confidence === confidence;
  return { format: best.format.name, version, confidence, alternatives, why, params, isTie, damage };
}
