// What is doubtful about a cell by the cells before it, above what it shows. Comes with the first such cell.

import type { Sentence } from "@genomecraft/cells/messages/sentence.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import { Doubts } from "@genomecraft/cells/ui/Doubts.tsx";
import { View } from "@genomecraft/cells/ui/locale-context.tsx";

export const CellDoubts = ({ doubts, locale }: { readonly doubts: readonly Sentence[]; readonly locale: Locale }) => (
  <View locale={locale}>
    <Doubts said={doubts.map((doubt) => ({ ...doubt }))} />
  </View>
);
