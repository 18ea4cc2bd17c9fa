// What the button beside a refusal says that it does. Pure.

import { cardOf } from "@genomecraft/cells/kind-cards.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import { fixInWords } from "@genomecraft/cells/messages/settings/setting-in-words.ts";
import type { Operation } from "@genomecraft/cells/notebook/operation.ts";
import { say } from "../words/words.ts";

export function mendingWord(operation: Operation, kind: string, locale: Locale): string {
  if (operation.type === "restore-cell") return say("restore", {}, locale);
  const card = cardOf(kind);
  // How a file is read is said as on the card that adds it.
  if (card?.files && operation.type === "set-spec")
    return fixInWords({ path: operation.path, value: operation.value ?? null }, locale);
  const value = operation.type === "set-spec" ? operation.value : operation.type === "rename-cell" ? operation.name : null;
  // Of a text in which one name was wrong the whole is not repeated.
  const isText =
    operation.type === "set-spec" &&
    (operation.path.at(-1) === "formula" || card?.textFields?.includes(String(operation.path[0])) === true);
  return typeof value === "string" && value.length < 30 && !isText ? say("use", { value }, locale) : say("fix", {}, locale);
}
