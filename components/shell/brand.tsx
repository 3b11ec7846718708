/** An astrolabe: rim, plate and pointer. */
export function Brand() {
  return (
    <svg
      viewBox="0 0 24 24"
      className="size-5 text-brass"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      <circle cx="12" cy="13" r="9" />
      <circle cx="12" cy="14.5" r="5" />
      <path d="M12 1.5v2.5M5.6 6.6 18.4 19.4" strokeLinecap="round" />
      <circle cx="12" cy="13" r="1" fill="currentColor" />
    </svg>
  );
}
