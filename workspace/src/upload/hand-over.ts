// Files dropped on home, kept until the notebook made for them has opened.

let waiting: readonly File[] = [];

export const handOver = (files: readonly File[]): void => {
  waiting = files;
};
export const takeHandedOver = (): readonly File[] => {
  const files = waiting;
  waiting = [];
  return files;
};
