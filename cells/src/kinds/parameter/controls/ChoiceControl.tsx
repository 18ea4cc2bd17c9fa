// One of the options.

import type { PropsOf } from "./control-props.ts";
import { OneOf } from "./OneOf.tsx";
import { useOptions } from "./use-options.ts";

export function ChoiceControl({ label, control, value, source, reader, setValue }: PropsOf<"choice", string>) {
  const options = useOptions(control, source, reader);
  return (
    <OneOf label={label} value={value} options={options} set={(next) => setValue?.(next)} readOnly={setValue === undefined} />
  );
}
