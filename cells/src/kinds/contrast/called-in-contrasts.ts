// Why a feature has no p value: in the table as a code in no language ("low"), on the screen in the reader's words.

import type { MessageKey } from "../../base/failure.ts";
import { messageIfAny } from "../../messages/catalogue.ts";
import type { Locale } from "../../messages/locale.ts";
import { methodNamed } from "../../differential-methods.ts";

export const whyColumn = "why";
const begins = "why-";

/** The words of methods say why by keys that begin so. */
export const codeOfWhy = (key: MessageKey): string => key.slice(key.indexOf(begins) + begins.length);

/** Null: as it stands. */
export function calledInContrasts(
  column: string,
  text: string,
  { method, locale }: { method: string; locale: Locale },
): string | null {
  const area = column === whyColumn ? methodNamed(method)?.words.area : undefined;
  return area === undefined ? null : messageIfAny(`${area}.${begins}${text}`, {}, locale);
}
