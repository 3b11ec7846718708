import Form from "next/form";
import { Search } from "lucide-react";
import { Input } from "./input.tsx";

type Props = {
  action: string;
  label: string;
  search: string;
  /** Other parts of the address that stay. */ kept?: Record<string, string>;
};

/** Words that a list is searched by; they go into the address as `search`. */
export function SearchForm({ action, label, search, kept = {} }: Props) {
  return (
    <Form action={action} role="search" className="relative w-full sm:w-80 print:hidden">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Search className="pointer-events-none absolute left-2 top-2 size-4 text-ink-soft" aria-hidden="true" />
      <Input
        key={search}
        type="search"
        name="search"
        aria-label={label}
        placeholder={label}
        defaultValue={search}
        className="pl-8"
      />
    </Form>
  );
}
