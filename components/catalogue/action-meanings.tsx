import { EFFECTS, SENSITIVITIES } from "#lib/codestar/catalogue/action.ts";

/** What the catalogue's words for effect and sensitivity mean. */
export function ActionMeanings() {
  return (
    <div className="grid gap-x-8 gap-y-4 text-small lg:grid-cols-2">
      <Meanings title="Effect" words={Object.entries(EFFECTS)} />
      <Meanings title="Sensitivity" words={Object.entries(SENSITIVITIES)} />
    </div>
  );
}

function Meanings({ title, words }: { title: string; words: [word: string, meaning: string][] }) {
  return (
    <section>
      <h2 className="font-medium text-ink-soft">{title}</h2>
      <dl className="mt-1 grid grid-cols-[6rem_minmax(0,1fr)] gap-y-0.5">
        {words.map(([word, meaning]) => (
          <div key={word} className="contents">
            <dt className="font-medium">{word}</dt>
            <dd className="text-ink-soft">{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
