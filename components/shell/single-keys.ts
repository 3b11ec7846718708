import { setCookie } from "./set-cookie.ts";

const OFF = "shortcuts=off";

/** Whether single keys do anything: those who speak to their machine press keys without meaning to. */
export function areShortcutsOn(): boolean {
  return !document.cookie.split("; ").includes(OFF);
}

/** Switches single keys on or off in this browser. */
export function setShortcutsOn(isOn: boolean): void {
  setCookie("shortcuts", isOn ? "" : "off");
}
