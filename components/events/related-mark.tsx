import { Link2 } from "lucide-react";

/** Says of an event that it is another service's, and here only because it has to do with a project. */
export function RelatedMark() {
  return (
    <span title="Another service’s record that bears CodeStar’s marks" className="inline-flex shrink-0 text-ink-soft">
      <Link2 className="size-3.5" aria-hidden="true" />
      <span className="sr-only">Related: </span>
    </span>
  );
}
