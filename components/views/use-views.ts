import { useState } from "react";
import type { SavedView } from "#lib/views/saved-view.ts";
import type { NewView, ViewChange } from "#lib/views/view-schema.ts";
import { AnswerError, answered, fetchAnswer } from "#components/explorer/fetch-answer.ts";

export type Views = {
  /** Null where they couldn't be read. */
  list: readonly SavedView[] | null;
  /** What went wrong with the last change, in a sentence; empty when nothing did. */
  problem: string;
  isBusy: boolean;
  save: (view: NewView) => Promise<SavedView | null>;
  change: (id: string, change: ViewChange) => Promise<SavedView | null>;
  remove: (id: string) => Promise<SavedView | null>;
  /** Reads the list anew. */
  read: () => Promise<void>;
};

/** The saved views as the page came with them, then as they are after what one did here; null for what failed. */
export function useViews(given: readonly SavedView[] | null): Views {
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
    list: newer ?? given,
    problem,
    isBusy,
    save: (view) => send("POST", "/api/views", view),
    change: (id, change) => send("PATCH", `/api/views/${encodeURIComponent(id)}`, change),
    remove: (id) => send("DELETE", `/api/views/${encodeURIComponent(id)}`),
    read: async () => void (await attempt(readList)),
  };
}
