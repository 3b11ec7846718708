import { use, useState } from "react";
import type { SavedView } from "#lib/views/saved-view.ts";
import type { NewView, ViewChange } from "#lib/views/view-schema.ts";
import { AnswerError, answered, fetchAnswer } from "#components/explorer/fetch-answer.ts";
import type { Answer } from "#components/states/answer-of.ts";

/** The saved views as the page came with them. */
export type GivenViews = Promise<Answer<SavedView[]>>;

export type ViewStore = {
  given: GivenViews;
  /** As they are after what one did here; null until then. */
  newer: readonly SavedView[] | null;
  /** What went wrong with the last change, in a sentence; empty when nothing did. */
  problem: string;
  isBusy: boolean;
  save: (view: NewView) => Promise<SavedView | null>;
  change: (id: string, change: ViewChange) => Promise<SavedView | null>;
  remove: (id: string) => Promise<SavedView | null>;
  /** Reads the list anew. */
  read: () => Promise<void>;
};

/** With the list, once it is there; null where it couldn't be read. */
export type Views = ViewStore & { list: readonly SavedView[] | null };

/** The saved views, and what can be done to them; each answers with null where it failed. */
export function useViews(given: GivenViews): ViewStore {
  const [newer, setNewer] = useState<readonly SavedView[] | null>(null);
  const [problem, setProblem] = useState("");
  const [isBusy, setBusy] = useState(false);

  async function attempt<Value>(work: () => Promise<Value>): Promise<Value | null> {
    setBusy(true);
    setProblem("");
    try {
      return await work();
    } catch (error) {
      setProblem(error instanceof AnswerError ? error.message : String(error));
      return null;
    } finally {
      setBusy(false);
    }
  }
  async function readList() {
    const { views } = await fetchAnswer<{ views: SavedView[] }>("/api/views");
    setNewer(views);
  }
  const send = (method: string, address: string, body?: unknown) =>
    attempt(async () => {
      const headers = { "Content-Type": "application/json" };
      const answer = await answered(address, {
        method,
        headers,
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const view = (await answer.json()) as SavedView;
      await readList();
      return view;
    });
  return {
    given,
    newer,
    problem,
    isBusy,
    save: (view) => send("POST", "/api/views", view),
    change: (id, change) => send("PATCH", `/api/views/${encodeURIComponent(id)}`, change),
    remove: (id) => send("DELETE", `/api/views/${encodeURIComponent(id)}`),
    read: async () => void (await attempt(readList)),
  };
}

/** Waits until the saved views are there. */
export function useListed(store: ViewStore): Views {
  const answer = use(store.given);
  return { ...store, list: store.newer ?? ("data" in answer ? answer.data : null) };
}
