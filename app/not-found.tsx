import Link from "next/link";

/** An address that leads nowhere. */
export default function NotFound() {
  return (
    <div className="py-16">
      <h1 className="text-title font-semibold">There is nothing at this address</h1>
      <p className="mt-2 text-ink-soft">
        Go to the{" "}
        <Link className="text-brass underline" href="/">
          overview
        </Link>{" "}
        or to{" "}
        <Link className="text-brass underline" href="/events">
          all events
        </Link>
        .
      </p>
    </div>
  );
}
