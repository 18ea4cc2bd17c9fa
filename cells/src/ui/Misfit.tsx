// Said beside a field: the parameter that it takes its value from holds something of another kind.

import { words as viewsWords } from "../messages/views/words.ts";
import { isJsonObject, type Json } from "../base/json.ts";
import { formatNumber } from "../messages/translate.ts";
import type { FittingParameters, Wanted } from "./fitting-parameters.ts";
import { useLocale, useT } from "./locale-context.tsx";

export function Misfit({ of, wanted }: { readonly of: FittingParameters["misfit"]; readonly wanted: Wanted }) {
  const t = useT(viewsWords);
  const locale = useLocale();
  if (of === null) return null;
  const shown = (value: Json): string =>
    typeof value === "number"
      ? formatNumber(value, locale)
      : Array.isArray(value)
        ? value.slice(0, 3).map(shown).join(", ") + (value.length > 3 ? ", …" : "")
        : isJsonObject(value)
          ? JSON.stringify(value).slice(0, 40)
          : String(value);
  return (
    <span role="alert" style={{ color: "var(--gc-failed)", fontSize: 12, flex: "1 1 100%" }}>
      {t(`misfit-${wanted}`, { name: of.name, value: shown(of.value) })}
    </span>
  );
}
