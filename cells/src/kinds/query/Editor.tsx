// The text of a query, in the host's shared editor.

import { translator, View } from "../../ui/locale-context.tsx";
import type { EditorProps } from "../../contract/kind-view.ts";

export function Editor({ locale, text }: EditorProps) {
  const t = translator("forms", locale);
  return <View locale={locale}>{text("sql", { language: "sql", label: t("sql"), rows: 4 })}</View>;
}
