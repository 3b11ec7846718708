const counts = new Intl.NumberFormat("en-GB");

type Props = { title: string; shown: number; total: number; /** How the list goes. */ order: string };

/** A list's heading with how many it holds and how they go; a list that is cut says so. */
export function ListTitle({ title, shown, total, order }: Props) {
  return (
    <div className="flex min-h-8 flex-wrap content-center items-baseline gap-x-4">
      <h1 className="text-title font-semibold">{title}</h1>
      {total > 0 && (
        <p className="text-ink-soft">
          {shown < total ? `${counts.format(shown)} of ${counts.format(total)}` : counts.format(total)}, {order}
        </p>
      )}
    </div>
  );
}
