/** Layers that have the keyboard to themselves. */
const LAYERS = "dialog, [role=dialog], [role=menu], [role=listbox]";

/** Whether a modal dialog covers the page: nothing opens under it. */
export function isModalOpen(): boolean {
  return document.querySelector("dialog[open]") !== null;
}

/**
 * Whether a key is a layer's: pressed in one, or anywhere while a modal dialog covers the page.
 * @param besides selects a layer whose keys belong to the page, too
 */
export function isForLayer(event: KeyboardEvent, besides?: string): boolean {
  const layer = event.target instanceof Element ? event.target.closest(LAYERS) : null;
  // One can be open without the focus: what had it may be gone.
  if (layer === null) return isModalOpen();
  return besides === undefined || !layer.matches(besides);
}
