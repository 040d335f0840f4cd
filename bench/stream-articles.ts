// Articles made by rule for long streams: the same number gives the same article. Names, towns, numbers and the order of
// the sentences vary without end, so that whatever remembers words, names or texts is filled; some lines are copies of
// earlier articles, pages of HTML, in another language, or broken.
import { randomFrom } from '../eval/random.ts';

const states =
  'Russia Ukraine China Iran Israel India Pakistan Turkey France Germany Britain Japan Poland Hungary Serbia Greece Egypt Ethiopia Sudan Brazil Argentina Mexico Kenya Nigeria Norway Sweden Finland Armenia Azerbaijan Jordan'.split(
    ' ',
  );
const offices = [
  'foreign minister',
  'president',
  'defence minister',
  'prime minister',
  'ambassador',
  'army chief',
];
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const goods = [
  'missiles',
  'artillery shells',
  'drones',
  'grain',
  'medicine',
  'fuel',
  'patrol boats',
  'generators',
];
const syllables =
  'ka ro mi ten dal bri so va len gor pu shi ran tek mo lin har zu fen bo dri na wel tor qua jes ol ib ur'.split(
    ' ',
  );
const endings = ['ov', 'ski', 'man', 'sen', 'ez', 'ali', 'ian', 'berg', 'wala', 'oglu', 'escu', 'field'];

type Draw = {
  readonly pick: (values: readonly string[]) => string;
  readonly number: (most: number) => number;
};

function drawFrom(random: () => number): Draw {
  return {
    pick: (values) => values[Math.floor(random() * values.length)]!,
    number: (most) => 1 + Math.floor(random() * most),
  };
}

/** "Karoten", "Dalbriberg": a name that is in no dictionary. */
function inventName({ pick, number }: Draw, ending: boolean): string {
  const stem = Array.from({ length: 1 + number(2) }, () => pick(syllables)).join('');
  const name = stem + (ending ? pick(endings) : '');
  return name[0]!.toUpperCase() + name.slice(1);
}

function sentence(draw: Draw): string {
  const { pick, number } = draw;
  const [one, other, third] = [pick(states), pick(states), pick(states)];
  const person = `${inventName(draw, false)} ${inventName(draw, true)}`;
  const town = inventName(draw, false);
  const [day, office, good] = [pick(days), pick(offices), pick(goods)];
  const count = number(900);
  const shapes = [
    `${one} sent ${count} ${good} to ${other} on ${day}, said ${person}, a spokesman in ${town}.`,
    `"We will answer any attack on ${town} within ${number(48)} hours," ${one}'s ${office} ${person} told reporters on ${day}.`,
    `The ${office} of ${one}, ${person}, met his counterpart from ${other} in ${town} and spoke of trade worth $${count} million.`,
    `${one} accused ${other} of sending ${count} ${good} to rebels near ${town}, a charge that ${third} called baseless.`,
    `If ${other} attacks ${town}, ${one} will cut off its gas, ${person} warned.`,
    `Officials in ${town} said that the bridge over the river, built by ${count} workers, would stay closed until ${day}.`,
    `${one} imposed sanctions on ${count} companies of ${other} after the shelling of ${town}.`,
    `Police arrested ${count} people in ${town} who had protested against the visit of ${other}'s ${office}.`,
    `${one} and ${other} signed an agreement on ${good}, and ${third} welcomed it as a step towards peace in ${town}.`,
    `The talks between ${one} and ${other}, which had begun in ${town} in ${1990 + number(33)}, ended without a result.`,
    `${person}, who grew up in ${town}, said that he did not rule out a meeting with ${other}'s ${office} before ${day}.`,
    `${one} withdrew ${count} soldiers from the border with ${other}, although its ${office} had denied any such plan.`,
  ];
  return pick(shapes);
}

/** One line of JSONL, without its line end: about 3,500 characters of 20 to 28 sentences. */
export function streamLine(number: number): string {
  const random = randomFrom(number + 1);
  if (number % 997 === 500) return `{"id": "broken-${number}", "text": "a line that ends too early`;
  // Every 20th article is one of the last hundred over again, with a line of its own put before it.
  const isCopy = number % 20 === 19;
  const draw = drawFrom(isCopy ? randomFrom(number - 17) : random);
  const paragraphs = Array.from({ length: 8 }, () =>
    Array.from({ length: 2 + (draw.number(2) === 1 ? 1 : 0) }, () => sentence(draw)).join(' '),
  );
  const title = `${draw.pick(states)} and ${draw.pick(states)} at odds over ${inventName(draw, false)}`;
  const published = new Date(Date.UTC(2020, 0, 1) + (number % 1500) * 86_400_000).toISOString().slice(0, 10);
  const url = `https://news.example/${number}`;
  if (isCopy) paragraphs.unshift(`This report came from the agency's office number ${number}.`);
  if (number % 331 === 7)
    paragraphs.splice(
      0,
      paragraphs.length,
      `Der Außenminister reiste am Montag nach ${inventName(draw, false)} und sprach dort mit der Regierung über die Lage an der Grenze, wie das Ministerium mitteilte.`,
    );
  if (number % 10 === 3)
    return JSON.stringify({ id: `a${number}`, url, title, published, html: page(title, paragraphs) });
  return JSON.stringify({ id: `a${number}`, url, title, published, text: paragraphs.join('\n\n') });
}

function page(title: string, paragraphs: readonly string[]): string {
  const body = paragraphs.map((text) => `<p>${text}</p>`).join('\n');
  return `<html><head><title>${title}</title></head><body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>${body}<p>Read more: <a href="/more">another story</a></p></article></body></html>`;
}
