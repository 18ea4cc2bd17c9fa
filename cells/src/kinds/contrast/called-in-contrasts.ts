// Why a feature has no p value, and of which contrast a row is: in the table as a code in no language ("low") and as the contrast's own
// name, on the screen in the reader's words.

import type { MessageKey } from "../../base/failure.ts";
import { messageIfAny } from "../../messages/catalogue.ts";
import type { Locale } from "../../messages/locale.ts";
import { calledIn, type Found } from "./what-was-found.ts";
import { methodNamed } from "../../differential-methods.ts";

export const [whyColumn, contrastColumn] = ["why", "contrast"];
const begins = "why-";

/** The words of methods say why by keys that begin so. */
export const codeOfWhy = (key: MessageKey): string => key.slice(key.indexOf(begins) + begins.length);

interface Asked {
  readonly method: string;
  readonly contrasts: readonly Pick<Found, "name" | "called">[];
}

/** Null: as it stands. */
export function calledInContrasts(column: string, text: string, { method, contrasts }: Asked, locale: Locale): string | null {
  const contrast = column === contrastColumn ? contrasts.find(({ name }) => name === text) : undefined;
  if (contrast) return calledIn(contrast, locale);
  const area = column === whyColumn ? methodNamed(method)?.words.area : undefined;
  return area === undefined ? null : messageIfAny(`${area}.${begins}${text}`, {}, locale);
}
