// Type a name out of up to 40,000: prefix first, case ignored, eight hits, and the nearest names when nothing fits. Built
// as the ARIA combobox with a list; the names are searched where the artifact lies, never all of them sent.

import Popper from "@mui/material/Popper";
import { styled } from "@mui/material/styles";
import { useEffect, useId, useRef, useState } from "react";
import { nearestNames } from "../base/nearest-name.ts";
import { ComboInput } from "./field-styles.ts";
import { Field, useFieldId } from "./FieldRow.tsx";
import { belowField, type Hit, hitId, HitList } from "./HitList.tsx";
import { useT } from "./locale-context.tsx";
import { words as viewsWords } from "../messages/views/words.ts";

interface Props {
  readonly label: string;
  /** What is chosen, as it is shown. */
  readonly shown: string;
  /** Names that match what was typed; called again for each newer text, and only the newest answer counts. */
  readonly find: (text: string) => Promise<readonly Hit[]>;
  readonly onChoose: (value: string) => void;
  /** "gene": for "No gene p53". */
  readonly noun?: string;
  readonly readOnly?: boolean;
  readonly needed?: boolean;
  readonly width?: number;
  readonly placeholder?: string;
  /** How many are listed at most. */
  readonly most?: number;
}

const Empty = styled("div")({ ...belowField, padding: "8px 12px", color: "var(--gc-muted)" });

export function ComboField(props: Props) {
  return (
    <Field label={props.label} needed={props.needed ?? false}>
      <Combo {...props} />
    </Field>
  );
}

/** Pixels that a field needs to show all of a short text, its mark included. */
export const widthOf = (text: string): number => text.length * 8 + 44;

export function Combo({ label, shown, find, onChoose, noun, readOnly = false, width = 160, placeholder, most = 24 }: Props) {
  const t = useT(viewsWords);
  const id = useFieldId();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState<string | null>(null);
  const [hits, setHits] = useState<readonly Hit[]>([]);
  const [near, setNear] = useState<readonly string[]>([]);
  const [searched, setSearched] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const open = text !== null && !readOnly;
  const findNow = useRef(find);
  const chooseNow = useRef(onChoose);
  /** Enter was pressed before the list of what was typed came. */
  const entered = useRef(false);
  useEffect(() => {
    findNow.current = find;
    chooseNow.current = onChoose;
  });

  useEffect(() => {
    if (text === null) return undefined;
    let newest = true;
    const wait = setTimeout(
      () => {
        void (async () => {
          const found = await findNow.current(text).catch(() => []);
          if (!newest) return;
          // Nothing fits: ask with the middle of what was typed, and offer what is near ("p53": Trp53).
          let close: string[] = [];
          if (found.length === 0 && text.trim().length > 1) {
            const wider = await Promise.all(
              [text.trim().slice(1), text.trim().slice(0, -1)]
                .filter((part) => part !== "")
                .map((part) => findNow.current(part).catch(() => [])),
            );
            close = nearestNames(text, new Set(wider.flat().map((hit) => hit.label)));
          }
          if (!newest) return;
          if (entered.current && found[0]) {
            entered.current = false;
            setText(null);
            chooseNow.current(found[0].value);
            return;
          }
          entered.current = false;
          setHits(found);
          setNear(close);
          setSearched(text);
          setActive(0);
        })();
      },
      // Letters that come as fast as a held key are one question; the list is there within a tenth of a second.
      text === "" ? 0 : 30,
    );
    return () => {
      newest = false;
      clearTimeout(wait);
    };
  }, [text]);

  useEffect(() => {
    if (open) document.getElementById(hitId(listId, active))?.scrollIntoView({ block: "nearest" });
  }, [open, active, listId]);

  const choose = (value: string): void => {
    setText(null);
    onChoose(value);
  };
  const close = (): void => {
    setText(null);
    setSearched(null);
  };
  const current = hits[active];
  const exact = (value: string): Hit | undefined => hits.find((hit) => hit.label.toLowerCase() === value.trim().toLowerCase());

  return (
    <>
      <ComboInput
        ref={input}
        {...(id === undefined ? { "aria-label": label } : { id })}
        role="combobox"
        aria-expanded={open && hits.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && current ? hitId(listId, active) : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={shown || (placeholder ?? t("type-a-name"))}
        readOnly={readOnly}
        value={text ?? shown}
        style={{ width, maxWidth: "100%" }}
        onFocus={(event) => event.target.select()}
        onClick={() => !readOnly && text === null && setText("")}
        onChange={(event) => {
          entered.current = false;
          setText(event.target.value);
        }}
        onBlur={() => {
          const typed = text === null ? undefined : exact(text);
          if (typed && searched === text && typed.label !== shown) choose(typed.value);
          else close();
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape" && open) {
            event.stopPropagation();
            close();
          } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            if (!open) setText("");
            else if (hits.length > 0) setActive((active + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length);
          } else if (event.key === "Enter" && open) {
            event.preventDefault();
            // What is listed may still be of what was typed before.
            if (searched !== text) entered.current = true;
            else if (current) choose(current.value);
          }
        }}
      />
      <Popper open={open && searched !== null} anchorEl={input.current} placement="bottom-start" style={{ zIndex: 1300 }}>
        {hits.length > 0 ? (
          <HitList id={listId} label={label} hits={hits.slice(0, most)} active={active} onActive={setActive} onChoose={choose} />
        ) : (
          <Empty role="status">
            {near.length > 0
              ? t("none-near", { noun: noun ?? t("name"), name: text ?? "", near })
              : t("none-found", { noun: noun ?? t("name"), name: text ?? "" })}
          </Empty>
        )}
      </Popper>
    </>
  );
}
