/** A view of the events that somebody kept under a name; everybody who can open the page has it. */
export type SavedView = {
  /** Never another view's, also once this one is gone. */
  id: string;
  name: string;
  /** The address's query, as it was written: filter, and how it is shown. */
  query: string;
  isPinned: boolean;
  createdAt: string;
  updatedAt: string;
};

/** How many views there may be: the list is shown whole. */
export const MOST_VIEWS = 500;
export const LONGEST_NAME = 80;

/** The name as it is compared with others: whatever its case, and however its letters are composed. */
export function nameKey(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

/** The address that opens a view. */
export function viewHref({ id, query: text }: Pick<SavedView, "id" | "query">): string {
  return `/events?${text === "" ? "" : `${text}&`}view=${encodeURIComponent(id)}`;
}
