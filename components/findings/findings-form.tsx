import Link from "next/link";
import type { EventFilter } from "#lib/events/filter.ts";
import { filterTermValue } from "#lib/events/filter-term.ts";
import type { DeclaredKind, Thresholds } from "#lib/findings/finding-kinds.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { AskedForm } from "./asked-form.tsx";

type Props = { kind?: DeclaredKind; filter: EventFilter; thresholds: Thresholds };

/** Whose findings, where and when, and the numbers that a kind turns on. */
export function FindingsForm({ kind, filter, thresholds }: Props) {
  const action = kind === undefined ? "/findings" : `/findings/${kind.id}`;
  const declared = kind?.thresholds ?? [];
  const usual = Object.fromEntries(declared.map((threshold) => [threshold.name, String(threshold.default)]));
  const term = (name: "project" | "principal") => filter.terms[name]?.map(filterTermValue)[0] ?? "";
  const isChanged = filter.from ?? filter.to ?? filter.terms.project ?? filter.terms.principal;
  return (
    <AskedForm
      key={`${JSON.stringify(filter)} ${JSON.stringify(thresholds)}`}
      action={action}
      label="Which findings"
      usual={usual}
      className="flex flex-wrap items-end gap-2 print:hidden"
    >
      {declared.map(({ name, label, unit, least, most }) => (
        <Field
          key={name}
          name={name}
          label={label}
          unit={unit}
          type="number"
          required
          min={least}
          max={most}
          defaultValue={thresholds[name as keyof Thresholds]}
          className="w-44 max-sm:w-[calc(50%-0.25rem)]"
        />
      ))}
      <Field
        name="project"
        label="Project"
        defaultValue={term("project")}
        placeholder="Any; * for anything"
        className="w-44 max-sm:w-[calc(50%-0.25rem)]"
      />
      <Field
        name="principal"
        label="Principal"
        defaultValue={term("principal")}
        placeholder="Any; * for anything"
        className="w-44 max-sm:w-[calc(50%-0.25rem)]"
      />
      <Field
        name="from"
        label="From, UTC"
        defaultValue={filter.from}
        placeholder="2024-01-31 or -30d"
        className="w-44 max-sm:w-[calc(50%-0.25rem)]"
      />
      <Field
        name="to"
        label="Until, UTC, not included"
        defaultValue={filter.to}
        placeholder="2024-02-29"
        className="w-44 max-sm:w-[calc(50%-0.25rem)]"
      />
      <Button type="submit">Ask</Button>
      {isChanged !== undefined && (
        <Button asChild variant="quiet">
          <Link href={action} prefetch={false}>
            Ask of everything
          </Link>
        </Button>
      )}
    </AskedForm>
  );
}
