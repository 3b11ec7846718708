"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, type SubmitEvent, useTransition } from "react";

type Props = {
  action: string;
  label: string;
  /** Values that the address leaves out. */ usual: Record<string, string>;
  className?: string;
  children: ReactNode;
};

/** A form whose fields go into the address, those alone that say something. Without a script all of them do. */
export function AskedForm({ action, label, usual, className, children }: Props) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget)) {
      const text = typeof value === "string" ? value.trim() : "";
      if (text !== "" && text !== usual[name]) params.append(name, text);
    }
    startTransition(() => router.push(params.size === 0 ? action : `${action}?${params.toString()}`));
  }
  return (
    <form
      role="search"
      aria-label={label}
      action={action}
      onSubmit={submit}
      className={className}
      aria-busy={isPending}
    >
      {children}
    </form>
  );
}
