// Samples are compared by features that have a value in each of them. Where most have not, what is left may say something else than
// all of them would, and nothing is said.

import type { Sentence } from "../../messages/sentence.ts";
import { words } from "../words.ts";

/** Null: enough. */
export const tooFewComplete = (complete: number, chosen: number): Sentence | null =>
  complete < 3 || complete < chosen / 2 ? words.sentence("incomplete", { n: complete, all: chosen }) : null;
