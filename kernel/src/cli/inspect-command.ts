export const inspectCommand = (): 0 => 0;
