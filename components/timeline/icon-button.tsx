import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<"button">, "onClick"> & {
  label: string;
  onClick?: (() => void) | undefined;
};

/** A small button of a caption: an icon, its words on hover. */
export function IconButton({ label, children, ...props }: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className="inline-flex size-6 items-center justify-center rounded-sm hover:bg-sunken hover:text-ink disabled:opacity-40 disabled:hover:bg-transparent print:hidden"
      {...props}
    >
      {children}
    </button>
  );
}
