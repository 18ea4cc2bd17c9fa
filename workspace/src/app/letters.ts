// Whether letters are commands, as the account's page sets it for this browser.

export const lettersOff = (): boolean => localStorage.getItem("genomecraft:letters") === "off";
