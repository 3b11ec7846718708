type Props = { /** Of the longest bar. */ share: number; /** Of this bar, at its end. */ failureShare: number };

/** How much of the most, and how much of that failed; the numbers stand beside it. */
export function ShareBar({ share, failureShare }: Props) {
  // A bar that stands for something is never invisible.
  const width = `${Math.max(share * 100, 1)}%`;
  return (
    <div className="flex h-2 w-full" aria-hidden="true">
      <div className="flex h-full" style={{ width }}>
        <div className="h-full grow bg-bar" />
        <div className="h-full bg-failure" style={{ width: `${failureShare * 100}%` }} />
      </div>
    </div>
  );
}
