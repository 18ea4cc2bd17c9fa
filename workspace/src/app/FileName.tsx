// The name of a file where room is short: it breaks behind its own joints ("counts_" "cerebellum." "csv") before it breaks
// anywhere else.

import { Fragment } from "react";

export const FileName = ({ name }: { readonly name: string }) => (
  <span style={{ overflowWrap: "anywhere" }}>
    {name.split(/(?<=[_.-])/).map((part, index) => (
      <Fragment key={index}>
        {index > 0 ? <wbr /> : null}
        {part}
      </Fragment>
    ))}
  </span>
);
