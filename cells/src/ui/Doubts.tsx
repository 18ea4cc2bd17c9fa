// What is doubtful in a result, as its report says it: sentences in the reader's language, above the numbers that they are
// about.

import { styled } from "@mui/material/styles";
import { useState } from "react";
import { stepAgainst, titleOfStepAgainst } from "../artifacts/raw-values.ts";
import type { Json, JsonObject } from "../base/json.ts";
import { sentenceIn } from "../messages/catalogue.ts";
import { sentencesIn, type Sentence } from "../messages/sentence.ts";
import { words as viewsWords } from "../messages/views/words.ts";
import { LineButton, Quiet } from "./field-styles.ts";
import { useLocale } from "./locale-context.tsx";

const List = styled("ul")({
  listStyle: "none",
  margin: "0 0 8px",
  padding: "0 0 0 12px",
  borderLeft: "2px solid var(--gc-accent)",
  fontSize: 13,
  lineHeight: "18px",
  "& li": { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px 8px" },
  "& li + li": { marginTop: 8 },
  overflowWrap: "anywhere",
});

/** A label may hold a name of the file: it breaks where it must. */
const Act = styled(LineButton)({
  height: "auto",
  minHeight: 28,
  maxWidth: "100%",
  whiteSpace: "normal",
  overflowWrap: "anywhere",
});

export interface Said {
  readonly sentence: Sentence;
  /** The change that one click makes. */
  readonly act?: { readonly label: string; press(): void } | null;
}

/** One below the other; beyond `most` they open. */
export function DoubtList({ said, most = said.length }: { readonly said: readonly Said[]; readonly most?: number }) {
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  if (said.length === 0) return null;
  const shown = isOpen ? said : said.slice(0, most);
  const more = said.length - most;
  return (
    <List>
      {shown.map(({ sentence, act }) => (
        <li key={JSON.stringify(sentence)}>
          {sentenceIn(sentence, locale)}
          {act ? (
            <Act type="button" onClick={act.press}>
              {act.label}
            </Act>
          ) : null}
        </li>
      ))}
      {more > 0 ? (
        <li>
          <Quiet type="button" aria-expanded={isOpen} style={{ marginLeft: -8 }} onClick={() => setOpen(!isOpen)}>
            {isOpen ? viewsWords.say("fewer", {}, locale) : viewsWords.say("and-more", { n: more }, locale)}
          </Quiet>
        </li>
      ) : null}
    </List>
  );
}

/**
 * Nothing where there is no doubt. `mend`: the change that one click makes, for those who may; null where there is none.
 * `stepBefore`: puts a step before the cell, which mends what is doubtful in the scale of its values.
 */
export function Doubts({
  said,
  mend,
  stepBefore,
}: {
  readonly said: Json | undefined;
  readonly mend?: ((doubt: Sentence) => (() => void) | null) | undefined;
  readonly stepBefore?: ((step: JsonObject) => void) | null | undefined;
}) {
  const locale = useLocale();
  const list = sentencesIn(said).map((sentence): Said => {
    const step = stepBefore ? stepAgainst(sentence) : null;
    if (step) return { sentence, act: { label: titleOfStepAgainst(sentence, locale), press: () => stepBefore?.(step) } };
    const press = mend?.(sentence);
    return { sentence, act: press ? { label: viewsWords.say("fix", {}, locale), press } : null };
  });
  return <DoubtList said={list} />;
}
