// A formula in a form. While it is typed, columns and functions that fit are listed below it; a column that needs backticks
// gets them, also where it was typed without. Written when the field is left or Enter is pressed.

import Popper from "@mui/material/Popper";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { completeFormula, type FormulaCompletion } from "../../formula/complete-formula.ts";
import { formulaMeant } from "../../formula/quote-columns.ts";
import { TextInput } from "../../ui/field-styles.ts";
import { Field, useFieldId } from "../../ui/FieldRow.tsx";
import { HitList, hitId } from "../../ui/HitList.tsx";
import { useT } from "../../ui/locale-context.tsx";
import { words as formsWords } from "../../messages/forms/words.ts";

interface Props {
  readonly label: string;
  readonly value: string;
  /** Names that may stand in it. */
  readonly columns: readonly string[];
  readonly onChange: (value: string) => void;
  readonly readOnly: boolean;
  readonly needed?: boolean;
  readonly placeholder: string;
}

export function FormulaField(props: Props) {
  return (
    <Field label={props.label} needed={props.needed ?? false}>
      <FormulaInput {...props} />
    </Field>
  );
}

function FormulaInput({ label, value, columns, onChange, readOnly, placeholder }: Props) {
  const t = useT(formsWords);
  const id = useFieldId();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [found, setFound] = useState<FormulaCompletion | null>(null);
  const [active, setActive] = useState(0);
  const caret = useRef<number | null>(null);
  useEffect(() => {
    setTyped(value);
  }, [value]);
  useLayoutEffect(() => {
    if (caret.current !== null) input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [typed]);

  const look = (text: string, at: number | null, asked = false): void => {
    setFound(at === null || readOnly ? null : completeFormula(text, at, { columns, asked }));
    setActive(0);
  };
  const write = (): void => {
    setFound(null);
    const meant = formulaMeant(typed, columns);
    setTyped(meant);
    if (meant !== value) onChange(meant);
  };
  const hits = found?.hits ?? [];
  const current = hits[active];
  const take = (insert: string): void => {
    if (!found) return;
    caret.current = found.from + insert.length;
    setTyped(typed.slice(0, found.from) + insert + typed.slice(found.to));
    setFound(null);
  };

  return (
    <>
      <TextInput
        ref={input}
        {...(id === undefined ? { "aria-label": label } : { id })}
        role="combobox"
        aria-expanded={found !== null}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={current ? hitId(listId, active) : undefined}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        placeholder={placeholder}
        readOnly={readOnly}
        value={typed}
        style={{ width: 280, maxWidth: "100%" }}
        onChange={(event) => {
          setTyped(event.target.value);
          look(event.target.value, event.target.selectionStart);
        }}
        onClick={() => (typed === "" ? look(typed, 0, true) : setFound(null))}
        onBlur={write}
        onKeyDown={(event) => {
          const { key } = event;
          if ((key === " " && event.ctrlKey) || (key === "ArrowDown" && !found)) {
            event.preventDefault();
            look(typed, event.currentTarget.selectionStart, true);
          } else if (!current || !found) {
            if (key === "Enter") write();
            if (key === "Escape") setTyped(value);
          } else if (key === "ArrowDown" || key === "ArrowUp") {
            event.preventDefault();
            setActive((active + (key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length);
          } else if (key === "Escape") {
            event.stopPropagation();
            setFound(null);
          } else if (key === "Enter" && current.insert === typed.slice(found.from, found.to)) {
            write();
          } else if (key === "Enter" || (key === "Tab" && !event.shiftKey && found.from < found.to)) {
            event.preventDefault();
            take(current.insert);
          } else if (key === "ArrowLeft" || key === "ArrowRight" || key === "Home" || key === "End") {
            setFound(null);
          }
        }}
      />
      <Popper open={found !== null} anchorEl={input.current} placement="bottom-start" style={{ zIndex: 1300 }}>
        <HitList
          id={listId}
          label={label}
          hits={hits.map((hit) => ({
            value: hit.insert,
            label: hit.label,
            ...(hit.isFunction ? { note: t("function") } : {}),
          }))}
          active={active}
          onActive={setActive}
          onChoose={take}
        />
      </Popper>
    </>
  );
}
