// Recognises lines that lead elsewhere: "READ MORE HERE: https://...", "Share on Facebook", a bare address.
import type { Phrases } from './phrases.ts';

const address = /^(?:https?:\/\/|www\.)\S+$/i;

export function isLinkLine(text: string, phrases: Phrases): boolean {
  if (text.length > 600) return false;
  const { starts, whole } = phrases.links;
  return (
    address.test(text) ||
    (text.length <= 120 && whole.test(text)) ||
    (starts.test(text) && text.length <= 400)
  );
}
