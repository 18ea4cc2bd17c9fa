// What is doubtful in a result, as its report says it: sentences in the reader's language, above the numbers that they are
// about.

import { styled } from "@mui/material/styles";
import { stepAgainst, titleOfStepAgainst } from "../artifacts/raw-values.ts";
import type { Json, JsonObject } from "../base/json.ts";
import { sentenceIn } from "../messages/catalogue.ts";
import { sentencesIn, type Sentence } from "../messages/sentence.ts";
import { words as viewsWords } from "../messages/views/words.ts";
import { LineButton } from "./field-styles.ts";
import { useLocale } from "./locale-context.tsx";

const List = styled("ul")({
  listStyle: "none",
  margin: "0 0 8px",
  padding: "0 0 0 12px",
  borderLeft: "2px solid var(--gc-accent)",
  fontSize: 13,
  lineHeight: "18px",
  "& li + li": { marginTop: 4 },
});

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
  const sentences = sentencesIn(said);
  if (sentences.length === 0) return null;
  return (
    <List>
      {sentences.map((sentence) => {
        const step = stepBefore ? stepAgainst(sentence) : null;
        const act = step ? () => stepBefore?.(step) : mend?.(sentence);
        return (
          <li key={JSON.stringify(sentence)}>
            {sentenceIn(sentence, locale)}
            {act ? (
              <LineButton type="button" onClick={act} style={{ marginLeft: 8 }}>
                {step ? titleOfStepAgainst(sentence, locale) : viewsWords.say("fix", {}, locale)}
              </LineButton>
            ) : null}
          </li>
        );
      })}
    </List>
  );
}
