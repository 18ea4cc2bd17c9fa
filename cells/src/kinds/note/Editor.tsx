// The text of a note, in the host's shared editor.

import { translator, View } from "../../ui/locale-context.tsx";
import type { EditorProps } from "../../contract/kind-view.ts";
import type { NoteSpec } from "./spec.ts";
import { words } from "./words.ts";

export function Editor({ locale, text }: EditorProps<NoteSpec>) {
  const t = translator(words, locale);
  return <View locale={locale}>{text("text", { language: "markdown", label: t("text"), rows: 3 })}</View>;
}
