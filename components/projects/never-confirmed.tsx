/** Only failed calls name the project: somebody may have guessed or mistyped it. */
export function NeverConfirmed() {
  return (
    <span
      className="ml-2 rounded-sm border border-dashed border-line-strong px-1 text-small text-ink-soft"
      title="Only failed calls name this project, so it may never have existed"
    >
      Never confirmed
    </span>
  );
}
