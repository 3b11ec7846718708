import { readPanelWidth, readTimelineFold, readTimeZone } from "#components/shell/preferences.ts";
import { readTableLook } from "#components/table/read-table-look.ts";

/** How a person has set the explorer, out of cookies: the server's first page is as the last one was. */
export async function readExplorerLook() {
  const [timeZone, isFolded, look, panelWidth] = await Promise.all([
    readTimeZone(),
    readTimelineFold(),
    readTableLook(),
    readPanelWidth(),
  ]);
  return { timeZone, isFolded, look, panelWidth };
}
