/** Only failed calls name the project: somebody may have guessed or mistyped it. */
export function NeverConfirmed() {
  return (
    <span
      className="ml-2 inline-block rounded-sm whitespace-nowrap max-sm:ml-0 border border-dashed border-line-strong px-1 text-small text-ink-soft"
      title="Only failed calls name this project, so it may never have existed"
    >
      Never confirmed
    </span>
  );
}
