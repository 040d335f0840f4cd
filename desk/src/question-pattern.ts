// A question over events as a pattern that can be watched for; null when it asks for what a pattern cannot say.
import { type Search, valuesOf } from './search.ts';

const keys = {
  type: 'type',
  quad: 'quad',
  mode: 'mode',
  context: 'context',
  item: 'item',
  actor: 'actor',
  recipient: 'recipient',
  country: 'place',
} as const;

/** The pattern as one line of YAML: `party=RUS&type=AID` is `{type: AID, any: [{actor: RUS}, {recipient: RUS}]}`. */
export function patternOf(search: Search): string | null {
  const fields = Object.entries(keys).flatMap(([key, field]) => {
    const values = valuesOf(search, key);
    if (values.length === 0) return [];
    return [`${field}: ${values.length === 1 ? values[0] : `[${values.join(', ')}]`}`];
  });
  const parties = valuesOf(search, 'party');
  if (parties.length > 0) {
    const these = parties.length === 1 ? parties[0] : `[${parties.join(', ')}]`;
    fields.push(`any: [{actor: ${these}}, {recipient: ${these}}]`);
  }
  const reading = valuesOf(search, 'auxiliary');
  if (reading.includes('none') && reading.length === 1)
    fields.push('auxiliary: {not: [historical, future, hypothetical, negation]}');
  else if (reading.length > 0 && !reading.includes('none')) fields.push(`auxiliary: [${reading.join(', ')}]`);
  return fields.length === 0 ? null : `{${fields.join(', ')}}`;
}
