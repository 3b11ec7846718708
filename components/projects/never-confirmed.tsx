/** Only failed calls name the project: somebody may have guessed or mistyped it. */
export function NeverConfirmed() {
  return (
    <span
      className="my-px rounded-sm whitespace-nowrap border border-dashed border-line-strong px-1 text-small font-normal text-ink-soft"
      title="Only failed calls name this project, so it may never have existed"
    >
      Never confirmed
    </span>
  );
}
