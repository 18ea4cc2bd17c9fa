// Rows of small forms that can be added and taken away: the parts of a step that come in any number.

import type { ReactNode } from "react";
import { Quiet } from "../../ui/field-styles.ts";
import { FieldRow } from "../../ui/FieldRow.tsx";
import type { Translate } from "../../ui/locale-context.tsx";
import type { KeyOf } from "../../messages/define-words.ts";
import type { words as formsWords } from "../../messages/forms/words.ts";

export function Rows<T>(props: {
  readonly items: readonly T[];
  readonly empty: T;
  readonly show: (item: T, set: (item: T) => void) => ReactNode;
  readonly write: (items: readonly T[]) => void;
  readonly readOnly: boolean;
  readonly t: Translate<KeyOf<typeof formsWords>>;
  readonly add?: string;
  /** Beside the button that adds one. */
  readonly more?: ReactNode;
}) {
  const { items, empty, show, write, readOnly, t } = props;
  return (
    <div style={{ minWidth: 0 }}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity of such a row
        <div key={index} style={{ display: "flex", alignItems: "flex-start", gap: 8, paddingBottom: 4 }}>
          <FieldRow style={{ minWidth: 0 }}>
            {show(item, (next) => write(items.map((old, at) => (at === index ? next : old))))}
          </FieldRow>
          {readOnly ? null : (
            <Quiet
              type="button"
              aria-label={t("take-away", { n: index + 1 })}
              style={{ marginTop: 2 }}
              onClick={() => write(items.filter((_, at) => at !== index))}
            >
              ×
            </Quiet>
          )}
        </div>
      ))}
      {readOnly ? null : (
        <>
          <Quiet type="button" onClick={() => write([...items, empty])}>
            + {props.add ?? t("add")}
          </Quiet>
          {props.more}
        </>
      )}
    </div>
  );
}
