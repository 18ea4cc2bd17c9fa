// What is doubtful in a result, as its report says it: sentences in the reader's language, above the numbers that they are
// about.

import { styled } from "@mui/material/styles";
import { isJsonObject, type Json } from "../base/json.ts";
import { sentenceIn } from "../messages/catalogue.ts";
import { receivedSentence, type Sentence } from "../messages/sentence.ts";
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

/** Nothing where there is no doubt. */
export function Doubts({ said }: { readonly said: Json | undefined }) {
  const locale = useLocale();
  const sentences = sentencesIn(said);
  if (sentences.length === 0) return null;
  return (
    <List>
      {sentences.map((sentence) => (
        <li key={JSON.stringify(sentence)}>{sentenceIn(sentence, locale)}</li>
      ))}
    </List>
  );
}

/** Sentences of a report; what is none is passed over. */
export const sentencesIn = (found: Json | undefined): readonly Sentence[] =>
  (Array.isArray(found) ? (found as readonly Json[]) : []).flatMap((each) =>
    isJsonObject(each) && typeof each["key"] === "string" && isJsonObject(each["params"]) ? [receivedSentence(each)] : [],
  );
