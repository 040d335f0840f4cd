// Bytes -> text: byte order mark, UTF-8 if it is (nearly) valid, declared charset, else detected. Binary is told from text.
import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import { guessSingleByte } from './guess-single-byte.ts';

export type Decoded =
  | { readonly text: string; readonly encoding: string; readonly binary: null }
  /** `binary` names what the bytes are, as far as their first ones tell. */
  | { readonly text: null; readonly encoding: null; readonly binary: string };

const magic: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF'],
  ['PK\u0003\u0004', 'a ZIP archive or an office document'],
  ['\u0089PNG', 'a PNG picture'],
  ['\u00ff\u00d8\u00ff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['\u007fELF', 'a program'],
  ['MZ\u0090', 'a program'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old office document'],
  ['SQLite format', 'a database'],
  ['PAR1', 'a Parquet file'],
];
const sampleSize = 65_536;

export function decodeBytes(bytes: Uint8Array, contentType: string | null = null): Decoded {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1');
  const known = magic.find(([start]) => head.startsWith(start));
  if (known !== undefined) return { text: null, encoding: null, binary: known[1] };
  const encoding = findEncoding(bytes, head, contentType);
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), encoding);
  const sample = text.slice(0, sampleSize);
  const odd = (sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f\ufffd]/g) ?? []).length;
  if (odd > Math.max(2, sample.length * 0.03)) return { text: null, encoding: null, binary: 'not text' };
  return { text, encoding, binary: null };
}

function findEncoding(bytes: Uint8Array, head: string, contentType: string | null): string {
  if (head.startsWith('\u00ef\u00bb\u00bf')) return 'utf-8';
  if (head.startsWith('\u00ff\u00fe\u0000\u0000')) return 'utf-32le';
  if (head.startsWith('\u0000\u0000\u00fe\u00ff')) return 'utf-32be';
  if (head.startsWith('\u00ff\u00fe')) return 'utf-16le';
  if (head.startsWith('\u00fe\u00ff')) return 'utf-16be';
  const zeros = wideOrder(bytes);
  if (zeros !== null) return zeros;
  // Pages often declare what they are not; bytes that are valid UTF-8 and not ASCII are UTF-8.
  if (isUtf8(bytes)) return 'utf-8';
  const declared =
    /charset=["']?([\w:.-]+)/i.exec(contentType ?? '')?.[1] ??
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w:.-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]{0,200}encoding=["']([\w:.-]+)["']/.exec(head)?.[1];
  if (declared !== undefined && !/^utf-?8$/i.test(declared) && iconv.encodingExists(declared))
    return declared;
  if (isNearlyUtf8(bytes.subarray(0, sampleSize))) return 'utf-8';
  const sample = bytes.subarray(0, sampleSize);
  const guess = analyse(sample).find(({ name }) => name !== 'UTF-8' && iconv.encodingExists(name));
  const sure = guess !== undefined && guess.confidence >= 40 ? guess.name : null;
  // Single-byte guesses on mostly ASCII text are noise: what stands in its words tells more.
  return sure !== null && !/^(?:ISO-8859|windows-125|KOI8)/i.test(sure)
    ? sure
    : guessSingleByte(sample, sure);
}

/** UTF-8 with a few broken bytes: a file cut within a character, or a stray byte of another page. */
function isNearlyUtf8(sample: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < sample.length; ) {
    const byte = sample[at]!;
    const more = byte < 0x80 ? 0 : byte >= 0xc2 && byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    let seen = 0;
    if (byte >= 0xc2 && byte < 0xf5)
      while (seen < more && ((sample[at + seen + 1] ?? 0) & 0xc0) === 0x80) seen++;
    if (byte < 0x80) at++;
    else if (byte >= 0xc2 && byte < 0xf5 && seen === more) {
      good++;
      at += more + 1;
    } else {
      bad++;
      at++;
    }
  }
  return good > 0 && bad <= Math.max(1, good * 0.2);
}

/** UTF-16 without a mark: every other byte of Latin text is zero. */
function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, 2000) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even++;
    if (bytes[index + 1] === 0) odd++;
  }
  const most = (length / 2) * 0.7;
  if (odd > most && even < most / 10) return 'utf-16le';
  return even > most && odd < most / 10 ? 'utf-16be' : null;
}
