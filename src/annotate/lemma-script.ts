// Lemmas from edit scripts, as the model predicts them: `=lemma`, or CASING CUT+SUFFIX such as `l3+y` (studies -> study).

export type LemmaScript =
  | { readonly kind: 'fixed'; readonly lemma: string }
  | { readonly kind: 'edit'; readonly casing: string; readonly cut: number; readonly suffix: string };

const shape = /^([ltuk])(\d+)\+(.*)$/s;

/** Parses a script of models/annotator.json; throws on one that this version does not know. */
export function parseLemmaScript(text: string): LemmaScript {
  if (text.startsWith('=')) return { kind: 'fixed', lemma: text.slice(1) };
  const found = shape.exec(text);
  if (!found) throw new Error(`unknown lemma script ${JSON.stringify(text)}`);
  return { kind: 'edit', casing: found[1]!, cut: Number(found[2]), suffix: found[3]! };
}

export function applyLemmaScript(form: string, script: LemmaScript): string {
  if (script.kind === 'fixed') return script.lemma;
  const base = recase(form, script.casing);
  const lemma = cutEnd(base, script.cut) + script.suffix;
  // A script may eat a short word whole ("'d" cut by 3): then the word is its own lemma.
  return lemma === '' ? form : lemma;
}

function recase(form: string, casing: string): string {
  if (casing === 'l') return form.toLowerCase();
  if (casing === 'u') return form.toUpperCase();
  if (casing === 'k') return form;
  const first = String.fromCodePoint(form.codePointAt(0) ?? 0);
  return first.toUpperCase() + form.slice(first.length).toLowerCase();
}

/** Removes `count` code points at the end. */
function cutEnd(text: string, count: number): string {
  let end = text.length;
  for (let left = count; left > 0 && end > 0; left--) {
    const low = text.charCodeAt(end - 1);
    const high = end > 1 ? text.charCodeAt(end - 2) : 0;
    end -= low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff ? 2 : 1;
  }
  return text.slice(0, end);
}
