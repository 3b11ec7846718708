import type { Locator, Page } from "@playwright/test";

/** A section of values, by its field's label. */
export function section(page: Page, label: string): Locator {
  return page.getByRole("region", { name: new RegExp(`^${label}( \\d+ in|$)`) });
}

/** The box of each value, in order. */
export function boxes(place: Locator): Locator {
  return place.getByRole("checkbox");
}
