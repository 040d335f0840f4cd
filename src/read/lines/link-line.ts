// Recognises lines that lead elsewhere: "READ MORE HERE: https://...", "Share on Facebook", a bare address.
import { linePhrases } from './phrases.ts';

const address = /^(?:https?:\/\/|www\.)\S+$/i;

export function isLinkLine(text: string): boolean {
  if (text.length > 600) return false;
  const { starts, whole } = linePhrases().links;
  return (
    address.test(text) ||
    (text.length <= 120 && whole.test(text)) ||
    (starts.test(text) && text.length <= 400)
  );
}
