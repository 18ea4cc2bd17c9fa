// Whether the screen is a telephone's: narrower than 720 pixels, as in the styles.

import { useSyncExternalStore } from "react";

const narrow = matchMedia("(max-width: 719px)");

export const usePhone = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      narrow.addEventListener("change", listener);
      return () => narrow.removeEventListener("change", listener);
    },
    () => narrow.matches,
  );
