// What a field of a design is called. A test holds the words to the list of designs.

import type { KeyOf } from "../../messages/define-words.ts";
import type { Sentence } from "../../messages/sentence.ts";
import type { DesignName } from "./designs.ts";
import { words } from "./words.ts";

export const nameOfField = (design: DesignName, field: string): Sentence =>
  words.sentence(`field-${design}-${field}` as KeyOf<typeof words>);
