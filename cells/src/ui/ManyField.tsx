// Several names out of many: those chosen stand as small buttons that take them out again.

import { Quiet } from "./field-styles.ts";
import { Combo, widthOf } from "./ComboField.tsx";
import type { Hit } from "./HitList.tsx";
import { FieldGroup } from "./FieldRow.tsx";
import { useT } from "./locale-context.tsx";
import { words as viewsWords } from "../messages/views/words.ts";

export function ManyField(props: {
  readonly label: string;
  readonly value: readonly string[];
  readonly find: (text: string) => Promise<readonly Hit[]>;
  readonly onChange: (value: readonly string[]) => void;
  readonly readOnly: boolean;
  /** The step waits for a name. */
  readonly needed?: boolean;
  readonly placeholder?: string;
}) {
  const t = useT(viewsWords);
  const { label, value, find, onChange, readOnly } = props;
  const placeholder = props.placeholder ?? t("add-name");
  const most = 24;
  return (
    <FieldGroup label={label} needed={props.needed ?? false}>
      <span style={{ display: "inline-flex", flexWrap: "wrap", alignItems: "center", gap: 4, minWidth: 0 }}>
        {value.slice(0, most).map((name) => (
          <Quiet
            key={name}
            type="button"
            disabled={readOnly}
            aria-label={t("remove", { name })}
            style={{ border: "1px solid var(--gc-line)" }}
            onClick={() => onChange(value.filter((item) => item !== name))}
          >
            {name} ×
          </Quiet>
        ))}
        {value.length > most ? <span>{t("and-more", { n: value.length - most })}</span> : null}
        {readOnly ? null : (
          <Combo
            label={label}
            shown=""
            width={Math.min(240, Math.max(112, widthOf(placeholder)))}
            placeholder={placeholder}
            find={async (text) => (await find(text)).filter((hit) => !value.includes(hit.value))}
            onChoose={(name) => onChange([...value, name])}
          />
        )}
      </span>
    </FieldGroup>
  );
}

/** Prefix first, case ignored, 12 at most. */
export function namesMatching(names: readonly string[], text: string): Hit[] {
  const wanted = text.trim().toLowerCase();
  const first = names.filter((name) => name.toLowerCase().startsWith(wanted));
  const then = names.filter((name) => !name.toLowerCase().startsWith(wanted) && name.toLowerCase().includes(wanted));
  return [...first, ...then].slice(0, 12).map((name) => ({ value: name, label: name }));
}
