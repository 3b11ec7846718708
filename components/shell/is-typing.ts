/** Boxes and buttons take no text, though they are inputs. */
const NO_TEXT = ["checkbox", "radio", "button", "submit", "reset", "range", "color", "file"];

/** Whether a key goes into a text, or into a character that is being composed. */
export function isTyping(event: KeyboardEvent): boolean {
  // 229: Safari ends a composition before its last key.
  if (event.isComposing || event.keyCode === 229) return true;
  const { target } = event;
  if (target instanceof HTMLInputElement) return !NO_TEXT.includes(target.type);
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("textarea, select");
}
