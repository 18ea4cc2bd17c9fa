// What else is wrong with a file that was refused (evidence `also` of the failure): the first kinds of fault by the rules of its
// standard with how often each, all of them behind a click.

import type { Json } from "@genomecraft/cells/base/json.ts";
import { sentenceIn } from "@genomecraft/cells/messages/catalogue.ts";
import { sentencesIn } from "@genomecraft/cells/messages/sentence.ts";
import { useScreen } from "../app/screen.tsx";

const fewKinds = 3;

export function AlsoWrong(props: { readonly found: Json | undefined; readonly isOpen: boolean; onOpen(): void }) {
  const { found, isOpen, onOpen } = props;
  const { t, locale } = useScreen();
  const also = sentencesIn(found);
  if (also.length === 0) return null;
  const more = also.length - fewKinds;
  return (
    <div className="details also-wrong" data-testid="also-wrong">
      {t("also-wrong", { n: also.length })}
      <ul>
        {also.slice(0, isOpen ? also.length : fewKinds).map((sentence) => (
          <li key={JSON.stringify(sentence)}>{sentenceIn(sentence, locale)}</li>
        ))}
      </ul>
      {!isOpen && more > 0 ? (
        <button type="button" className="btn quiet dense" aria-expanded={false} onClick={onOpen}>
          {t("more-findings", { n: more })}
        </button>
      ) : null}
    </div>
  );
}
