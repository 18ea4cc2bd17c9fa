// What is asked of dropped files that are here already, by content or by name: before they are sent, on whichever page.

import { useEffect, useRef } from "react";
import { useScreen } from "../app/screen.tsx";
import { useStore } from "../base/store.ts";
import { type DropQuestion, questions } from "./drop-files.ts";

export function Questions() {
  const asked = useStore(questions);
  return asked.map((question) => <Question key={question.id} question={question} />);
}

function Question({ question }: { readonly question: DropQuestion }) {
  const { t } = useScreen();
  const { what, name, here, newest } = question;
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    strip.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <div ref={strip} className="strip accent" role="alertdialog" aria-label={name}>
      <span className="grow">
        {what === "same-name"
          ? t("same-name", { name, version: here.version })
          : here.version < newest
            ? t("same-content-version", { name, here: here.name, version: here.version, newest })
            : name === here.name
              ? t("same-content", { name })
              : t("same-content-as", { name, here: here.name })}
      </span>
      {what === "same-name" ? (
        <button type="button" className="btn line" onClick={() => question.answer("version")}>
          {t("use-as-version", { n: here.version + 1 })}
        </button>
      ) : (
        <button type="button" className="btn line" onClick={() => question.answer("here")}>
          {t("use-the-one-here")}
        </button>
      )}
      <button type="button" className="btn line" onClick={() => question.answer("separate")}>
        {t("keep-separate")}
      </button>
      <button type="button" className="btn" onClick={() => question.answer("cancel")}>
        {t("cancel")}
      </button>
    </div>
  );
}
