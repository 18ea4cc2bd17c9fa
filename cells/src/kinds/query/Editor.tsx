// The text of a query, in the host's shared editor.

import { translator, View } from "../../ui/locale-context.tsx";
import type { EditorProps } from "../../contract/kind-view.ts";
import { words as formsWords } from "../../messages/forms/words.ts";

export function Editor({ locale, text }: EditorProps) {
  const t = translator(formsWords, locale);
  return <View locale={locale}>{text("sql", { language: "sql", label: t("sql"), rows: 4 })}</View>;
}
