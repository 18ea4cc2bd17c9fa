// What the command line says, and where: results on standard output, everything else on standard error; sentences in the
// language of the terminal; progress only where somebody looks.

import "@genomecraft/cells/all-words.ts";
import type { Failure } from "@genomecraft/cells/base/failure.ts";
import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import { failureSentence } from "@genomecraft/cells/messages/catalogue.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import { words as cliWords } from "@genomecraft/cells/messages/cli/words.ts";
import type { KeyOf } from "@genomecraft/cells/messages/define-words.ts";

/** 0 done, 1 the work failed, 2 wrong usage or unreadable file. */
export type ExitCode = 0 | 1 | 2;

/** An end with a sentence, thrown through a command and caught once, in program.ts. `more` is said to programs beside it. */
export class CommandEnd extends Error {
  readonly exit: ExitCode;
  readonly more: JsonObject;
  constructor(exit: ExitCode, sentence: string, more: JsonObject = {}) {
    super(sentence);
    this.exit = exit;
    this.more = more;
  }
}

export interface Terminal {
  readonly locale: Locale;
  /** Somebody looks at standard error. */
  readonly live: boolean;
  /** A line of the result, on standard output. */
  out(text: string): void;
  /** A line beside the result, on standard error. */
  say(text: string): void;
  /** Replaces the progress line; "" removes it. */
  progress(text: string): void;
  words(key: KeyOf<typeof cliWords>, params?: JsonObject): string;
  sentence(failure: Failure): string;
}

/** Nothing of a file (its name, its cells) moves the cursor, changes colours or turns the line around: it is written as in JSON. */
const harmless = (text: string): string =>
  text.replace(
    /(?![\n\t])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

export function openTerminal(environment: { readonly [name: string]: string | undefined } = process.env): Terminal {
  const language = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  const locale: Locale = language.toLowerCase().startsWith("ru") ? "ru" : "en";
  const live = process.stderr.isTTY === true;
  let shown = false;
  const clear = (): void => {
    if (shown) process.stderr.write("\r\u001b[2K");
    shown = false;
  };
  return {
    locale,
    live,
    out: (text) => {
      clear();
      process.stdout.write(`${harmless(text)}\n`);
    },
    say: (text) => {
      clear();
      process.stderr.write(`${harmless(text)}\n`);
    },
    progress: (text) => {
      if (!live) return;
      clear();
      if (text === "") return;
      process.stderr.write(harmless(text).slice(0, Math.max(20, (process.stderr.columns ?? 80) - 1)));
      shown = true;
    },
    words: (key, params = {}) => cliWords.say(key, params, locale),
    sentence: (value) => failureSentence(value, locale),
  };
}

/** "0.42 s", "3 min 20 s". */
export function shownDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}

export function shownBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1e6) return `${(bytes / 1e3).toFixed(1)} kB`;
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
