// Regular endings undone, for where the tagger's lemma is wrong.

/** What a regular ending may have been taken from, so that one wrong lemma doesn't hide a word of the lexicon. */
export function plainForms(form: string, noun = false): string[] {
  const out: string[] = [];
  const add = (stem: string): void => {
    if (stem.length > 2) out.push(stem, `${stem}e`);
    if (/([b-df-hj-np-tv-z])\1$/.test(stem)) out.push(stem.slice(0, -1));
  };
  if (form.endsWith('men')) out.push(`${form.slice(0, -3)}man`);
  if (form.endsWith('ies')) out.push(`${form.slice(0, -3)}y`);
  else if (form.endsWith('es')) add(form.slice(0, -2));
  else if (form.endsWith('s') && !form.endsWith('ss')) out.push(form.slice(0, -1));
  if (noun) return out;
  if (form.endsWith('ied')) out.push(`${form.slice(0, -3)}y`);
  else if (form.endsWith('ed')) add(form.slice(0, -2));
  else if (form.endsWith('ing')) add(form.slice(0, -3));
  return out;
}
