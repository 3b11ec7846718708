import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { isSameView, viewQuery } from "#lib/views/view-query.ts";
import { type SavedView, viewHref } from "#lib/views/saved-view.ts";
import { Button } from "#components/ui/button.tsx";
import type { Views } from "./use-views.ts";

type Props = {
  views: Views;
  /** The view that the address names, if there is one of that id. */ open?: SavedView;
  saveAs: () => void;
};

/** Whether the view still shows what it was saved with, and what to do where it doesn't. */
export function OpenView({ views, open, saveAs }: Props) {
  const search = useSearchParams().toString();
  if (views.list === null) {
    return (
      <p role="alert" className="text-failure">
        The saved views could not be read.{" "}
        <button type="button" className="underline" onClick={() => void views.read()}>
          Try again
        </button>
      </p>
    );
  }
  if (open === undefined) {
    return (
      <p role="alert" className="text-failure">
        There is no view of this link; it may have been deleted.
      </p>
    );
  }
  if (isSameView(search, open.query)) return null;
  return (
    <p className="flex items-center">
      <span className="mr-1 text-ink-soft">changed:</span>
      <Button
        variant="quiet"
        className="px-1.5"
        disabled={views.isBusy}
        title={`Have ${open.name} show this from now on, for everybody`}
        onClick={() => void views.change(open.id, { query: viewQuery(location.search) })}
      >
        Save
      </Button>
      <Button variant="quiet" className="px-1.5" onClick={saveAs}>
        Save as…
      </Button>
      <Button asChild variant="quiet" className="px-1.5">
        <Link href={viewHref(open)}>Reset</Link>
      </Button>
      <span role="status" className="text-failure">
        {views.problem}
      </span>
    </p>
  );
}
