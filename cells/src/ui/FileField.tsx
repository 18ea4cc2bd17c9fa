// Which file a form reads: one of those that the notebook may read, by its name, or one that is sent now.

import { useEffect, useState } from "react";
import type { FileRef } from "../base/refs.ts";
import type { EditorProps } from "../contract/kind-view.ts";
import { LineButton, Quiet } from "./field-styles.ts";
import { useT } from "./locale-context.tsx";
import { SelectField } from "./SelectField.tsx";
import { words as viewsWords } from "../messages/views/words.ts";

export function FileField(props: {
  readonly label: string;
  readonly value: FileRef | null;
  /** That names of such files have: ".parquet". */
  readonly endings: readonly string[];
  readonly editor: Pick<EditorProps, "files" | "sendFile" | "takeFile" | "toldOfFile" | "readOnly">;
  readonly onChange: (file: FileRef | null) => void;
  readonly empty?: string;
}) {
  const { value, editor, onChange } = props;
  const t = useT(viewsWords);
  const there = useFiles(editor.files, props.endings);
  const all = value && !there.some(({ digest }) => digest === value.digest) ? [value, ...there] : there;
  const told = useTold(editor.toldOfFile, value);
  const choose = async (file: FileRef | null): Promise<void> => {
    if (file && editor.takeFile && !(await editor.takeFile(file))) return;
    onChange(file);
  };
  const send = async (): Promise<void> => {
    const sent = await editor.sendFile?.(props.endings);
    if (sent) onChange(sent);
  };
  return (
    <>
      <SelectField
        label={props.label}
        value={value?.digest ?? ""}
        needed={value === null}
        readOnly={editor.readOnly}
        empty={value === null ? (props.empty ?? t("form-choose-file")) : undefined}
        options={all.map(({ digest, name, version }) => ({
          value: digest,
          label: version === undefined || version < 2 ? name : t("form-file-version", { name, n: version }),
        }))}
        onChange={(digest) => void choose(all.find((file) => file.digest === digest) ?? null)}
      />
      {editor.sendFile && !editor.readOnly ? (
        <LineButton type="button" onClick={() => void send()}>
          {t("form-send-file")}
        </LineButton>
      ) : null}
      {told === null ? null : (
        <Quiet role="status" style={{ whiteSpace: "normal", textAlign: "start", height: "auto" }}>
          {told}
        </Quiet>
      )}
    </>
  );
}

function useTold(tell: EditorProps["toldOfFile"], file: FileRef | null): string | null {
  const [told, setTold] = useState<string | null>(null);
  const isAsked = tell !== undefined;
  useEffect(() => {
    setTold(null);
    if (!tell || !file) return undefined;
    let here = true;
    tell(file).then(
      (said) => here && setTold(said),
      () => undefined,
    );
    return () => {
      here = false;
    };
    // A host makes the function anew at each render: it is asked once a file.
  }, [isAsked, file?.digest]);
  return told;
}

/** Asked once a form; what cannot be told is none. */
function useFiles(list: EditorProps["files"], endings: readonly string[]): readonly FileRef[] {
  const [there, setThere] = useState<readonly FileRef[]>([]);
  const key = endings.join(" ");
  const isAsked = list !== undefined;
  useEffect(() => {
    if (!list) return undefined;
    let here = true;
    list(key.split(" ")).then(
      (found) => here && setThere(found),
      () => undefined,
    );
    return () => {
      here = false;
    };
    // A host makes the function anew at each render: it is asked once.
  }, [isAsked, key]);
  return there;
}
