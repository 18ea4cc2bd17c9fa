// Columns that sound like what is told by what happened during follow-up. Compared by them, whoever had the event early is missing in one
// group (immortal time: Suissa 2008, Am J Epidemiol 167, 492-499). By names alone: nothing is refused for it.

const later =
  /(?:^|[^\p{L}])respon[sd]|remission|relaps|recurr|progress|transplant|second[ _-]?(line|treat)|salvage|crossover|adheren|complian|(?:^|[^\p{L}])(?:ответ|ремисс|рецидив|прогресс|трансплант|вторая линия)/iu;

export const knownLater = (columns: readonly string[]): readonly string[] => [
  ...new Set(columns.filter((column) => later.test(column))),
];
